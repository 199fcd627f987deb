import { Command } from '@commander-js/extra-typings'
import { isPlaceholder } from '../ingest/decisions.ts'
import { writeWhole } from '../ingest/wholeFile.ts'
import { Failure } from '../model/failure.ts'
import { graphLists } from './desk/graphLists.ts'
import { importNow } from './desk/importNow.ts'
import { keyHelp, summaryOf } from './desk/text.ts'
import { wholeNumber } from './wholeNumber.ts'

/** `dixit review FOLDER`: the review desk in the terminal or, with --serve, in a browser. */
export function reviewCommand() {
  return new Command('review')
    .description('read an article with its draft, one proposal at a time, and decide on each')
    .argument('<folder>', "a dossier's folder with a draft")
    .requiredOption('--by <name>', 'who reads')
    .option('--serve', 'in a browser on this machine: says the address to open', false)
    .option('--port <number>', 'the port of the address; any free one, if not given', wholeNumber, 0)
    .option('--read-first', 'show each passage before its proposal', false)
    .option('--second', 'code an article that somebody else has coded, without seeing what they decided', false)
    .option('--restore', 'put back what was decided and is no longer in annotations.yaml', false)
    .addHelpText(
      'after',
      `
Shows the passage first, then the proposal. Accepting is off until who says it and the speech act are set. In one paragraph
of ten the proposals are hidden until you have marked what is there; now and then a proposal is wrong on purpose, and the
end says how many of those you caught: they are never written. Each decision is on the disk (decisions.jsonl) before the
next proposal shows, and what is accepted stands in annotations.yaml; what you change there by hand stays. Keys, the same in the terminal and in the browser:
${keyHelp}`,
    )
    .action(async (folder, { by, serve, port, readFirst, second, restore }) => {
      if (isPlaceholder(by)) throw new Failure('BAD_USAGE', `“${by}” is no name: say who reads.`)
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
        if (second) throw new Failure('BAD_USAGE', 'A second coding is settled with the first: dixit settle.')
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
