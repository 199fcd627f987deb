import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { example, marked, problemsOf, replaceOnce, writeDossier } from './dossiers.ts'

/** What is put in place of which words of the example; ▸ marks where the problem is expected. */
export type Edit = readonly [from: string, to: string]

export interface Expected {
  readonly message: string
  readonly words?: string
  readonly suggestion?: string
}

/** A mistake in the example and the problems that it gives, in the order of their marks. */
export function mistake(name: string, edits: Edit | readonly Edit[], ...expected: Expected[]): void {
  test(name, () => {
    const list = isEdit(edits) ? [edits] : edits
    const edited = marked(list.reduce((text, [from, to]) => replaceOnce(text, from, to), example.annotations))
    const problems = problemsOf(writeDossier(example.article, edited.text))
    expect(
      problems.map(({ file, line, column, isOpen, ...rest }) => ({ place: `${file}:${line}:${column}`, ...rest })),
    ).toEqual(
      expected.map((problem, index) => ({ place: `example/annotations.yaml:${edited.places[index]}`, ...problem })),
    )
    for (const { message } of problems) expectRemedy(message)
  })
}

function isEdit(edits: Edit | readonly Edit[]): edits is Edit {
  return typeof edits[0] === 'string'
}

const guide = readFileSync(new URL('../../docs/dossier.md', import.meta.url), 'utf8')
const [, remedies = ''] = guide.split('## Every problem, and its remedy')

/** The messages of docs/dossier.md, each cut where an … stands for anything. */
const documented = [...remedies.matchAll(/^\| (.+?) \|/gm)].flatMap(([, cell = '']) =>
  cell.split(' · ').map(message => message.trim().split('…')),
)

/** Every problem has its remedy in docs/dossier.md. */
export function expectRemedy(message: string): void {
  expect(
    documented.some(pieces => isWorded(message, pieces)),
    `docs/dossier.md has no remedy for “${message}”`,
  ).toBe(true)
}

/** Whether a message begins as documented and goes on with the other pieces in order. */
function isWorded(message: string, [start = '', ...pieces]: readonly string[]): boolean {
  if (!message.startsWith(start)) return false
  let from = start.length
  for (const piece of pieces) {
    const at = message.indexOf(piece, from)
    if (at === -1) return false
    from = at + piece.length
  }
  return start.trim() !== '' || pieces.some(piece => /\w{2}/.test(piece))
}
