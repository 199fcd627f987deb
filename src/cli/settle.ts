import { Command } from '@commander-js/extra-typings'
import { Settling } from '../draft/desk/settling.ts'
import { writeWhole } from '../ingest/wholeFile.ts'
import { importNow } from './desk/importNow.ts'
import { settleInTerminal, settlingHelp } from './desk/settleInTerminal.ts'
import { BY, BY_MEANS, requireName } from './whoDecides.ts'
import { wholeNumber } from './wholeNumber.ts'

/** `dixit settle FOLDER`: what two coders read otherwise, one difference at a time. */
export function settleCommand() {
  return new Command('settle')
    .description('settle the differences between two coders of an article, one at a time')
    .argument('<folder>', 'a dossier folder that two people have reviewed')
    .requiredOption(BY, BY_MEANS)
    .option('--second <name>', 'the second coder, if there are several')
    .option('--serve', 'review in a browser on this machine, at the address that is shown', false)
    .option('--port <number>', 'the port for --serve, instead of PORT; 0 takes any free one', wholeNumber, 0)
    .addHelpText(
      'after',
      `
The first coder reviews the article with dixit review; the second, with dixit review --second, does not see the first one's
decisions. Each difference shows both readings: of statements, figures, times, roles and what is set aside, and of the
frames, terms, stances and relations of accepted statements. Your choice is saved at once to annotations.yaml and
decisions.jsonl. To see how well the coders agreed before settling: dixit agreement --dossier FOLDER.
Keys, in the terminal and in the browser:
${settlingHelp}`,
    )
    .action(async (folder, { by, second, serve, port }) => {
      requireName(by)
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
