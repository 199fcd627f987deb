import { Command } from '@commander-js/extra-typings'
import { Settling } from '../draft/desk/settling.ts'
import { isPlaceholder } from '../ingest/decisions.ts'
import { writeWhole } from '../ingest/wholeFile.ts'
import { Failure } from '../model/failure.ts'
import { importNow } from './desk/importNow.ts'
import { settleInTerminal, settlingHelp } from './desk/settleInTerminal.ts'
import { wholeNumber } from './wholeNumber.ts'

/** `dixit settle FOLDER`: what two coders read otherwise, one difference at a time. */
export function settleCommand() {
  return new Command('settle')
    .description('settle what two coders of an article read otherwise, one difference at a time')
    .argument('<folder>', "a dossier's folder that two people have reviewed")
    .requiredOption('--by <name>', 'who settles')
    .option('--second <name>', 'with which second coder, where there are several')
    .option('--serve', 'in a browser on this machine: says the address to open', false)
    .option('--port <number>', 'the port of the address; any free one, if not given', wholeNumber, 0)
    .addHelpText(
      'after',
      `
The first coder reviews an article (dixit review), the second one too, without seeing what the first decided (dixit review --second).
Each difference is shown with both readings: of statements, figures, times, roles, what is set aside, and frames, terms, stances and
relations of statements that stand. What is chosen stands in annotations.yaml at once, and in decisions.jsonl.
How they agreed before anything was settled: dixit agreement --dossier FOLDER. Keys, the same in the terminal and in the browser:
${settlingHelp}`,
    )
    .action(async (folder, { by, second, serve, port }) => {
      if (isPlaceholder(by)) throw new Failure('BAD_USAGE', `“${by}” is no name: say who settles.`)
      const settling = new Settling(folder, { by, now: () => new Date(), write: writeWhole }, second)
      const bringIn = () => importNow(folder)
      if (serve) {
        const { serveDesk } = await import('./desk/serveDesk.ts')
        const { settled } = await import('./desk/settled.ts')
        const title = `Differences of ${settling.names.join(' and ')} in ${folder}, settled by ${by}`
        await serveDesk(settled(settling), title, { port, importNow: bringIn })
      } else {
        await settleInTerminal(settling, bringIn)
      }
      console.log(`${settling.open.length} differences are left`)
    })
}
