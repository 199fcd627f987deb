import { Command } from '@commander-js/extra-typings'
import { writeWhole } from '../ingest/wholeFile.ts'
import { Failure } from '../model/failure.ts'
import { graphLists } from './desk/graphLists.ts'
import { importNow } from './desk/importNow.ts'
import { keyHelp, summaryOf } from './desk/text.ts'
import { BY, BY_MEANS, requireName } from './whoDecides.ts'
import { wholeNumber } from './wholeNumber.ts'

/** `dixit review FOLDER`: the review desk in the terminal or, with --serve, in a browser. */
export function reviewCommand() {
  return new Command('review')
    .description('review an article’s draft, one proposal at a time')
    .argument('<folder>', 'a dossier folder with a draft')
    .requiredOption(BY, BY_MEANS)
    .option('--serve', 'review in a browser on this machine, at the address that is shown', false)
    .option('--port <number>', 'the port for --serve, instead of PORT; 0 takes any free one', wholeNumber, 0)
    .option('--read-first', 'show each passage before its proposal', false)
    .option('--second', 'code an article a second time, without seeing the first coder’s decisions', false)
    .option('--restore', 'restore decided entries that are no longer in annotations.yaml', false)
    .addHelpText(
      'after',
      `
Shows the passage first, then the proposal. You can accept a statement once its speaker and speech act are set. In one
paragraph of ten the proposals stay hidden until you have marked what is there. Now and then a proposal is wrong on purpose;
the summary says how many of those you caught, and they are never written. Each decision is saved to decisions.jsonl before
the next proposal shows. Accepted entries go to annotations.yaml; your own edits there are kept.
Keys, in the terminal and in the browser:
${keyHelp}`,
    )
    .action(async (folder, { by, serve, port, readFirst, second, restore }) => {
      requireName(by)
      const { Desk } = await import('../draft/desk/desk.ts')
      const { stateOf } = await import('../draft/desk/stateOf.ts')
      const options = {
        by,
        now: () => new Date(),
        write: writeWhole,
        graph: graphLists(),
        isSecond: second,
        isRestoring: restore,
      }
      const desk = new Desk(folder, options)
      if (desk.opened !== null) console.log(desk.opened)
      if (readFirst) desk.perform({ do: 'READ_FIRST', on: true })
      const bringIn = () => {
        if (second)
          throw new Failure(
            'BAD_USAGE',
            'A second coding is not imported by itself. Settle it with the first: dixit settle.',
          )
        return importNow(folder)
      }
      if (serve) {
        const { serveDesk } = await import('./desk/serveDesk.ts')
        const { reviewed } = await import('./desk/reviewed.ts')
        const { SettlingServers } = await import('./desk/settlingServers.ts')
        const settling = new SettlingServers(folder, options, { importNow: bringIn })
        const shown = second ? reviewed(desk) : reviewed(desk, coder => settling.with(coder))
        await serveDesk(shown, `The review desk of ${folder}, for ${by}`, { port, importNow: bringIn })
        await settling.close()
        console.log(summaryOf(stateOf(desk)))
        return
      }
      const { reviewInTerminal } = await import('./desk/terminal.ts')
      await reviewInTerminal(desk, bringIn)
    })
}
