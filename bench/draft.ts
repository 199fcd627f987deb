/** How right the drafts are: npm run bench:draft. `--help` says what it takes. */

import { parseArgs } from 'node:util'
import { confidenceAt, confidenceFrom, type Judged, judge, rightOf } from '../src/draft/confidence.ts'
import { emptyScores, f1, type QuotedKind, type Scores, score } from '../src/draft/evaluate.ts'
import { asPacked } from '../src/draft/modelFile.ts'
import { predict } from '../src/draft/predict.ts'
import { refine } from '../src/draft/refine.ts'
import { attributionsByRule, ruleConfidence } from '../src/draft/rules.ts'
import { type TrainingText, train } from '../src/draft/train.ts'
import { trainingText } from '../src/draft/trainingTexts.ts'
import { readSettings } from '../src/settings/settings.ts'
import { openReader } from '../src/store/engine/openDatabase.ts'
import { codedTexts } from '../src/store/query/codedTexts.ts'

const help = `npm run bench:draft -- [options]

Measures the rules, and the taggers by five folds of texts, on a dataset that DIXIT_DB holds, and prints the table of docs/draft.md.
Import the training part of PolNeAR alone, so that its other parts go on measuring something. It takes some twenty minutes.

  --dataset SLUG   polnear
  --folds NUMBER   measures so many of the five folds
  --rules          the rules alone, which takes a minute
`

const { values } = parseArgs({
  options: {
    dataset: { type: 'string', default: 'polnear' },
    folds: { type: 'string', default: '5' },
    rules: { type: 'boolean', default: false },
    help: { type: 'boolean', default: false },
  },
})

/** Into so many parts the texts are cut: each is measured by a model that the others taught. */
const folds = 5

if (values.help) console.log(help)
else await measure()

async function measure(): Promise<void> {
  const database = openReader(readSettings(process.env).DIXIT_DB)
  const texts = codedTexts(database, values.dataset).map(trainingText)
  database.close()
  const marked = texts.reduce((sum, { attributions }) => sum + attributions.length, 0)
  console.log(`${values.dataset}: ${texts.length} texts, ${marked} attributions`)
  measureRules(texts)
  if (!values.rules) await measureTrained(texts, Math.min(folds, Number(values.folds)))
}

function measureRules(texts: readonly TrainingText[]): void {
  const scores = { LENIENT: emptyScores(), STRICT: emptyScores() }
  for (const { text, attributions } of texts) addScores(scores, text, attributions, attributionsByRule(text))
  say('rules', scores)
  const classes = Map.groupBy(
    texts.flatMap(({ text, attributions }) => {
      const alone = emptyScores()
      return attributionsByRule(text).map(each => {
        const before = alone.ALL.right
        score(alone, text, attributions, [each], 'LENIENT')
        return { name: ruleConfidence(text, each), margin: 0, isRight: alone.ALL.right > before }
      })
    }),
    ({ name }) => name,
  )
  for (const [name, judged] of classes) console.log(`  ${name}: ${percent(rightOf(judged))} of ${judged.length} right`)
}

async function measureTrained(texts: readonly TrainingText[], most: number): Promise<void> {
  const scores = { LENIENT: emptyScores(), STRICT: emptyScores() }
  const judged: Judged[][] = []
  for (let fold = 0; fold < most; fold += 1) {
    const held = texts.filter((_, index) => index % folds === fold)
    const model = asPacked(await train(texts.filter((_, index) => index % folds !== fold)))
    for (const { text, attributions } of held) {
      addScores(scores, text, attributions, refine(text, predict(model, text)))
    }
    judged.push(judge(model, held))
    say(`trained, ${fold + 1} of ${folds} folds`, scores)
  }
  sayConfidence(judged)
}

/** Whether the classes hold for texts that they were not made from: those of each fold, tried on the next one. */
function sayConfidence(judged: readonly Judged[][]): void {
  if (judged.length < 2) return
  const found = new Map<string, { said: number[]; judged: Judged[] }>()
  for (const [index, one] of judged.entries()) {
    const classes = confidenceFrom(one)
    const next = Map.groupBy(judged[(index + 1) % judged.length] ?? [], ({ margin }) => confidenceAt(classes, margin))
    for (const { name, right } of classes) {
      const each = found.get(name) ?? { said: [], judged: [] }
      each.said.push(right)
      each.judged.push(...(next.get(name) ?? []))
      found.set(name, each)
    }
  }
  for (const [name, { said, judged }] of found) {
    const promised = said.reduce((sum, right) => sum + right, 0) / said.length
    console.log(
      `  ${name}: says ${percent(promised)}, of ${judged.length} others ${percent(rightOf(judged))} are right`,
    )
  }
}

type Measured = { readonly LENIENT: Scores; readonly STRICT: Scores }

function addScores(
  scores: Measured,
  text: TrainingText['text'],
  gold: TrainingText['attributions'],
  proposed: TrainingText['attributions'],
): void {
  for (const measure of ['LENIENT', 'STRICT'] as const) score(scores[measure], text, gold, proposed, measure)
}

function say(name: string, { LENIENT, STRICT }: Measured): void {
  const { ALL } = LENIENT
  const parts = (['ALL', 'DIRECT', 'MIXED', 'INDIRECT'] satisfies ('ALL' | QuotedKind)[]).map(
    kind => `${kind.toLowerCase()} ${f1(LENIENT[kind]).toFixed(1)}`,
  )
  const precision = percent(ALL.right / ALL.proposed)
  const recall = percent(ALL.found / ALL.gold)
  console.log(
    `${name}: lenient F1 ${parts.join(', ')}; precision ${precision}, recall ${recall}; strict ${f1(STRICT.ALL).toFixed(1)}`,
  )
}

function percent(share: number): string {
  return `${(100 * share).toFixed(1)}%`
}
