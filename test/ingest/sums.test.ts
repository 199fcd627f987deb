/** Sums of figures: exact in decimals and fractions, or rounded. What each gives was decided before the check was asked. */

import { expect, test } from 'vitest'
import { importDossier } from '../../src/ingest/importDossier.ts'
import { openWriter } from '../../src/store/engine/openDatabase.ts'
import { problemsOf, writeDossier } from './dossiers.ts'
import { expectRemedy } from './mistake.ts'

interface Sum {
  /** Each number in words and, where no reader of decimals would write it, without its value. */
  readonly parts: readonly (readonly [words: string, value?: number])[]
  readonly total: readonly [words: string, value?: number]
  readonly unit: string
}

/** A dossier that says that the parts make the total. */
function dossierOf({ parts, total, unit }: Sum, relation: object = {}): string {
  const all = [...parts, total]
  const said = `${parts.map(([words]) => words).join(', and ')} make ${total[0]}`
  const keys = all.map((_, index) => `number-${index}`)
  const figures = Object.fromEntries(all.map(([, value], index) => [keys[index], { label: keys[index], unit, value }]))
  Object.assign(figures[keys.at(-1) ?? ''] ?? {}, {
    relations: [{ sumOf: keys.slice(0, -1), words: 'make', ...relation }],
  })
  const mentions = all.map(([words], index) => {
    const isAgain = all.filter(([other]) => other === words).length > 1
    const occurrence = all.slice(0, index + 1).filter(([other]) => other === words).length
    return { figure: keys[index], words: isAgain ? { exact: words, occurrence } : words }
  })
  const statement = { speaker: 'ada', source: 'Ada Reyes', cue: 'said', content: said, figures: mentions }
  const annotations = {
    dossier: 1,
    document: { title: null, language: 'en' },
    agents: { ada: { person: 'Ada Reyes' } },
    figures,
    statements: { ada: statement },
  }
  return writeDossier(`Ada Reyes said ${said}.\n`, JSON.stringify(annotations))
}

const percent = (...parts: readonly number[]) => parts.map(part => [`${part} percent`, part] as const)
const homes = (...parts: readonly (readonly [words: string, value: number])[]) => parts
const third = ['a third'] as const
const sixth = ['a sixth'] as const

const hint = '; if they are rounded, say rounded: true'

test.each<[name: string, sum: Sum, relation: object, problem: string | null]>([
  ['tenths', { parts: percent(0.1, 0.2), total: ['0.3 percent', 0.3], unit: 'percent' }, {}, null],
  ['fractions', { parts: [third, sixth], total: ['half'], unit: 'part' }, {}, null],
  ['fractions and a whole', { parts: [third, ['two thirds']], total: ['1', 1], unit: 'part' }, {}, null],
  [
    'fractions that do not add up',
    { parts: [third, ['one third']], total: ['half'], unit: 'part' },
    {},
    'the parts do not add up: 1/3 + 1/3 = 2/3, not 0.5 (1/6 too much)',
  ],
  [
    'a fraction that is missing',
    { parts: [['a quarter'], third], total: ['a half'], unit: 'part' },
    {},
    'the parts do not add up: 0.25 + 1/3 = 7/12, not 0.5 (1/12 too much)',
  ],
  [
    'rounded parts, not said',
    { parts: percent(16.6, 16.7, 66.6), total: ['100 percent', 100], unit: 'percent' },
    {},
    `the parts do not add up: 16.6 + 16.7 + 66.6 = 99.9, not 100 (by 0.1)${hint}`,
  ],
  [
    'a whole to the nearest one of parts in hundredths',
    { parts: percent(12.34, 45.45), total: ['58 percent', 58], unit: 'percent' },
    { rounded: true },
    null,
  ],
  [
    'a whole in tenths of parts in hundredths',
    {
      parts: [
        ['0.04 percent', 0.04],
        ['.04 percent', 0.04],
      ],
      total: ['0.1 percent', 0.1],
      unit: 'percent',
    },
    { rounded: true },
    null,
  ],
  [
    'a whole in thousands of exact parts',
    { parts: homes(['435,719', 435_719], ['226,847', 226_847]), total: ['663,000', 663_000], unit: 'home' },
    { rounded: true },
    null,
  ],
  [
    'a whole in millions',
    {
      parts: homes(['2.34 million', 2_340_000], ['2.58 million', 2_580_000]),
      total: ['5 million', 5_000_000],
      unit: 'home',
    },
    { rounded: true },
    null,
  ],
  [
    'a whole in millions of too little',
    {
      parts: homes(['2.04 million', 2_040_000], ['2.58 million', 2_580_000]),
      total: ['5 million', 5_000_000],
      unit: 'home',
    },
    { rounded: true },
    'the parts do not add up: 2,040,000 + 2,580,000 = 4,620,000, not 5,000,000 (380,000 too little)',
  ],
  [
    'a hundred percent, whose zeros are exact',
    { parts: percent(30.1, 30.2, 30.3), total: ['100 percent', 100], unit: 'percent' },
    { rounded: true },
    'the parts do not add up: 30.1 + 30.2 + 30.3 = 90.6, not 100 (9.4 too little)',
  ],
  [
    'a part whose zero is exact, as the others show',
    { parts: percent(12, 80), total: ['100 percent', 100], unit: 'percent' },
    { rounded: true },
    'the parts do not add up: 12 + 80 = 92, not 100 (8 too little)',
  ],
  [
    'a fraction under a percentage',
    { parts: [['a third', 1 / 3]], total: ['34 percent', 34], unit: 'percent' },
    { sumOf: undefined, comparedWith: 'number-0' },
    'these words read as 1/3 of a whole, and the figure number-0 is 1/3 percent',
  ],
  [
    'another relation that is said to be rounded',
    { parts: percent(33.3), total: ['34 percent', 34], unit: 'percent' },
    { sumOf: undefined, comparedWith: 'number-0', rounded: true },
    'only a sum is of rounded numbers: leave rounded out',
  ],
])('%s', (_, sum, relation, problem) => {
  const messages = problemsOf(dossierOf(sum, relation)).map(({ message }) => message)
  expect(messages).toEqual(problem === null ? [] : [problem])
  for (const message of messages) expectRemedy(message)
})

test('the API says the sum of rounded numbers without noise of binary fractions', () => {
  const sum = { parts: percent(12.34, 45.45), total: ['58 percent', 58], unit: 'percent' } as const
  const database = openWriter(':memory:')
  importDossier(database, dossierOf(sum, { rounded: true }), { replace: false })
  expect(database.value('select explanation from figureRelations limit 1')).toBe(
    '12.34 + 45.45 = 57.79, not 58: rounded, they may differ by up to 0.51',
  )
})
