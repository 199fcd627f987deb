import { Command } from '@commander-js/extra-typings'
import { writeWhole } from '../ingest/wholeFile.ts'
import { readSettings } from '../settings/settings.ts'
import { openReader } from '../store/engine/openDatabase.ts'

/** `dixit train`: a tagger of attributions from what people have coded. */
export function trainCommand() {
  return new Command('train')
    .description('learn from coded datasets how attributions are worded, for dixit draft')
    .option('--dataset <slug...>', 'the datasets to learn from', ['polnear'])
    .option('--reviews <folder...>', 'dossiers whose review is finished: what was accepted, changed or added there')
    .option('--out <file>', 'where the model goes', 'data/attributions.model')
    .addHelpText(
      'after',
      `
Learns from the datasets that you have imported; no model comes with Dixit, since no corpus that it could be made of has a
licence for that. One text in five is held out to measure how right each confidence is. The same data give the same file.`,
    )
    .action(async ({ dataset, reviews = [], out }) => {
      const [{ trainOn }, { packModel }, { reviewedText }] = await Promise.all([
        import('../draft/trainDataset.ts'),
        import('../draft/modelFile.ts'),
        import('../draft/reviewedTexts.ts'),
      ])
      const database = openReader(readSettings(process.env).DIXIT_DB)
      try {
        const model = trainOn(database, dataset, stage => console.error(stage), reviews.map(reviewedText))
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
