import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { onTestFinished } from 'vitest'
import { checkDossier } from '../../src/ingest/importDossier.ts'

const guide = readFileSync(new URL('../../docs/dossier.md', import.meta.url), 'utf8')

/** The worked example of docs/dossier.md: what a curator copies from there must pass. */
export const example = { article: fenced('article.txt'), annotations: fenced('annotations.yaml') }

function fenced(name: string): string {
  const [, content] = new RegExp(`^\`\`\`\\w+ ${name}\\n(.*?)^\`\`\``, 'ms').exec(guide) ?? []
  if (content === undefined) throw new Error(`docs/dossier.md has no block ${name}`)
  return content
}

/** A folder of its own for one test. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'dixit-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

/** Files on disk, by their path below a folder of their own, which is returned. */
export function write(files: Readonly<Record<string, string | Uint8Array>>): string {
  const folder = temporaryFolder()
  for (const [path, content] of Object.entries(files)) {
    const file = join(folder, path)
    mkdirSync(dirname(file), { recursive: true })
    writeFileSync(file, content)
  }
  return folder
}

/** The folder of a dossier on disk, called `example`; other files stand beside it. */
export function writeDossier(
  article: string | Uint8Array,
  annotations: string | Uint8Array,
  others: Readonly<Record<string, string>> = {},
): string {
  const files = { 'example/article.txt': article, 'example/annotations.yaml': annotations, ...others }
  return join(write(files), 'example')
}

/** The problems of a dossier, their files named from the folder that holds it. */
export function problemsOf(folder: string) {
  const above = `${dirname(folder)}/`
  return checkDossier(folder).problems.map(problem => ({ ...problem, file: problem.file.replace(above, '') }))
}

/** A text without its marks ▸, and the places (line:column) at which they stood. */
export function marked(text: string): { text: string; places: string[] } {
  const [first = '', ...pieces] = text.split('▸')
  let read = first
  const places = pieces.map(piece => {
    const lines = read.split('\n')
    read += piece
    return `${lines.length}:${[...(lines.at(-1) ?? '')].length + 1}`
  })
  return { text: read, places }
}

export function replaceOnce(text: string, from: string, to: string): string {
  if (text.split(from).length !== 2) throw new Error(`the example holds “${from}” ${text.split(from).length - 1} times`)
  return text.replace(from, () => to)
}
