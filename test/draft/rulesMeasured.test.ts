import { expect, test } from 'vitest'
import { emptyScores, f1, score } from '../../src/draft/evaluate.ts'
import { attributionsByRule, ruleConfidence, rulesMeasured } from '../../src/draft/rules.ts'
import { trainingText } from '../../src/draft/trainingTexts.ts'
import { openReader } from '../../src/store/engine/openDatabase.ts'
import { codedTexts } from '../../src/store/query/codedTexts.ts'
import { databaseIn, hasCorpora, importInto, polnear } from '../support/corpora.ts'
import { temporaryFolder } from '../support/graph.ts'

test.runIf(hasCorpora)(
  'the rules find what they are said to find in PolNeAR, and are as right as they say',
  async () => {
    const folder = temporaryFolder()
    await importInto(folder, 'polnear', polnear())
    const database = openReader(databaseIn(folder))
    const texts = codedTexts(database, 'polnear').map(trainingText)
    database.close()
    const all = emptyScores()
    const byConfidence = { HIGH: emptyScores(), FAIR: emptyScores(), LOW: emptyScores() }
    for (const { text, attributions } of texts) {
      const proposed = attributionsByRule(text)
      score(all, text, attributions, proposed, 'LENIENT')
      for (const each of proposed) {
        score(byConfidence[ruleConfidence(text, each)], text, attributions, [each], 'LENIENT')
      }
    }
    expect(f1(all.ALL)).toBeGreaterThanOrEqual(45)
    for (const name of ['HIGH', 'FAIR', 'LOW'] as const) {
      const { right, proposed } = byConfidence[name].ALL
      expect(Math.abs(right / proposed - rulesMeasured[name]), name).toBeLessThanOrEqual(0.05)
    }
  },
)
