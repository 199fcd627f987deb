import { Command } from '@commander-js/extra-typings'
import { type Difference, Settling } from '../draft/desk/settling.ts'
import { isPlaceholder } from '../ingest/decisions.ts'
import { Failure } from '../model/failure.ts'
import { replaceControls } from '../model/text.ts'
import { KeyInput } from './keyInput.ts'
import { writeWhole } from './wholeFile.ts'

const keys = '  1 the first reading   2 the second   0 neither   s later   u undo   q leave'

/** `dixit settle FOLDER`: what two coders read otherwise, one difference at a time. */
export function settleCommand() {
  return new Command('settle')
    .description('settle what two coders of an article read otherwise, one difference at a time')
    .argument('<folder>', "a dossier's folder that two people have reviewed")
    .requiredOption('--by <name>', 'who settles')
    .option('--second <name>', 'with which second coder, where there are several')
    .addHelpText(
      'after',
      `
The first coder reviews an article (dixit review), the second one too, without seeing what the first decided (dixit review --second).
Each difference is shown with both readings; what is chosen stands in annotations.yaml at once, and in decisions.jsonl.
How they agreed before anything was settled: dixit agreement --dossier FOLDER. Keys:
${keys}`,
    )
    .action(async (folder, { by, second }) => {
      if (isPlaceholder(by)) throw new Failure('BAD_USAGE', `“${by}” is no name: say who settles.`)
      const settling = new Settling(folder, { by, now: () => new Date(), write: writeWhole }, second)
      const input = new KeyInput(process.stdin)
      try {
        await settleAll(settling, input)
      } finally {
        input.close()
      }
      console.log(`${settling.open.length} differences are left`)
    })
}

async function settleAll(settling: Settling, input: KeyInput): Promise<void> {
  const later = new Set<string>()
  for (;;) {
    const { open } = settling
    const difference = open.find(({ id }) => !later.has(id)) ?? open[0]
    if (difference === undefined) return
    console.log(shown(settling, difference, open.length))
    const key = await input.key()
    if (key === null || key === 'q') return
    if (key === '1') settling.settle(difference, 'FIRST')
    else if (key === '2') settling.settle(difference, 'SECOND')
    else if (key === '0') settling.settle(difference, 'NEITHER')
    else if (key === 's') later.add(difference.id)
    else if (key === 'u') console.log(settling.undo() ? 'undone' : 'nothing to undo')
    else console.log(keys)
  }
}

function shown({ article, names }: Settling, { first, second, fields }: Difference, left: number): string {
  const place = first ?? second
  const passage = place === null ? '' : article.slice(article.paragraphsOf(place))
  const readings = [first, second].map((each, index) => {
    const name = `${index + 1} ${names[index]}`
    if (each === null) return `${name}: no statement`
    const said = Object.entries(each.value).map(
      ([field, value]) =>
        `    ${fields.includes(field) ? '≠' : ' '} ${field}: ${typeof value === 'string' ? value : JSON.stringify(value)}`,
    )
    return [`${name}:`, ...said].join('\n')
  })
  return replaceControls(
    `\n${passage}\n\n${readings.join('\n')}\n${left} left. 1, 2, 0 neither, s later, u undo, q leave`,
  )
}
