import { Command } from '@commander-js/extra-typings'
import { writeWhole } from '../ingest/wholeFile.ts'
import { readSettings } from '../settings/settings.ts'
import { openReader } from '../store/engine/openDatabase.ts'

/** `dixit train`: a tagger of attributions from what people have coded. */
export function trainCommand() {
  return new Command('train')
    .description('train a model for dixit draft on how coded datasets word attributions')
    .option('--dataset <slug...>', 'the datasets to learn from', ['polnear'])
    .option('--reviews <folder...>', 'also learn from what was accepted, changed or added in these finished reviews')
    .option('--out <file>', 'where to write the model', 'data/attributions.model')
    .addHelpText(
      'after',
      `
Learns from datasets that you have imported. Dixit ships no model, because no suitable corpus has a licence that allows it.
One text in five is held out to measure each confidence. The same data always give the same file.`,
    )
    .action(async ({ dataset, reviews = [], out }) => {
      const [{ trainOn }, { packModel }, { reviewedText }] = await Promise.all([
        import('../draft/trainDataset.ts'),
        import('../draft/modelFile.ts'),
        import('../draft/reviewedTexts.ts'),
      ])
      const database = openReader(readSettings(process.env).DIXIT_DB)
      try {
        const model = await trainOn(database, dataset, stage => console.error(stage), reviews.map(reviewedText))
        const bytes = packModel(model)
        writeWhole(out, bytes)
        const { documents, attributions, confidence } = model.header
        console.log(
          `${out}: ${(bytes.length / 1e6).toFixed(2)} MB, from ${attributions} attributions in ${documents} texts`,
        )
        for (const { name, right } of confidence) console.log(`  ${name.padEnd(4)}  ${Math.round(100 * right)}% right`)
      } finally {
        database.close()
      }
    })
}
