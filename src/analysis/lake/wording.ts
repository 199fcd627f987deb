import { Failure } from '../../model/failure.ts'
import type { Lake } from '../../store/lake/lake.ts'
import {
  type LakeFilter,
  type LakeSides,
  languagesSql,
  paraphraseCounts,
  wordCounts,
  wordTotals,
} from '../../store/lake/questions.ts'
import {
  checkWording,
  languageNote,
  paraphraseNote,
  strongestOf,
  wordingNotes,
  wordingSizes,
} from '../distinctiveWording.ts'
import { logOdds } from '../logOdds.ts'
import { lakeCaveats } from './caveats.ts'

export interface LakeWordingSettings extends LakeSides {
  readonly filter: LakeFilter
  readonly minimum: number
  readonly priorSize: number | null
  readonly first: number
  readonly leastZ: number
  readonly functionWords: boolean
}

/** Which words set one side apart from the other, from exported tables. */
export async function wordingFromLake(lake: Lake, settings: LakeWordingSettings) {
  const { minimum } = settings
  checkWording({ ...settings, lengths: { from: 1, to: 1 } })
  const both = settings.one.find(slug => settings.other.includes(slug))
  if (both !== undefined) throw new Failure('BAD_ARGUMENT', `${both} is on both sides. Choose sides that share none.`)
  type Total = { readonly side: string; readonly statements: number; readonly words: number }
  type Count = { readonly word: string; readonly one: number; readonly other: number; readonly rest: number }
  const { filter, language, notes } = await withinLanguage(lake, settings)
  const totals = await lake.rows<Total>(wordTotals(lake, settings, filter))
  const counts = await lake.rows<Count>(wordCounts(lake, settings, filter))
  const side = (name: string) => totals.find(total => total.side === name) ?? { statements: 0, words: 0 }
  const [one, other, rest] = [side('one'), side('other'), side('rest')]
  const sizes = wordingSizes({ one: one.words, other: other.words }, settings.priorSize)
  const column = (key: 'one' | 'other') =>
    new Map(counts.filter(row => row[key] > 0).map(row => [row.word, Number(row[key])]))
  const background = new Map(counts.map(row => [row.word, Number(row.one) + Number(row.other) + Number(row.rest)]))
  const words = one.words + other.words + rest.words
  const isEmpty = one.words === 0 || other.words === 0
  const scores = isEmpty ? [] : logOdds(column('one'), column('other'), background, sizes.priorSize)
  const enough = scores.filter(score => score.one + score.other >= minimum).map(score => ({ ...score, length: 1 }))
  const { notes: choice, ...strongest } = await strongestOf(enough, { ...settings, language })
  return {
    one: { statements: one.statements, words: one.words },
    other: { statements: other.statements, words: other.words },
    background: { words },
    ...sizes,
    notes: [
      ...wordingNotes(settings, { one: one.words, other: other.words }, sizes.isSmall),
      ...(settings.withParaphrase ? [] : await asideNote(lake, settings, filter)),
      ...choice,
      ...notes,
    ],
    ...strongest,
  }
}

async function asideNote(lake: Lake, settings: LakeWordingSettings, filter: LakeFilter): Promise<string[]> {
  const rows = await lake.rows<{ side: string; statements: number }>(paraphraseCounts(lake, settings, filter))
  const count = (name: string) => rows.find(({ side }) => side === name)?.statements ?? 0
  return paraphraseNote({ one: count('one'), other: count('other') })
}

/** The statements that are compared: of the language of most of the one side, or of that which was asked for. */
async function withinLanguage(lake: Lake, { filter, one, other }: LakeWordingSettings) {
  type Count = { readonly language: string; readonly statements: number }
  const known = await lake.rows<Count>(languagesSql(lake, { ...filter, speakers: one, repeats: true }))
  const language = filter.languages[0] ?? known[0]?.language ?? null
  const sides = other.length === 0 ? filter : { ...filter, speakers: [...one, ...other] }
  const cautions = await lakeCaveats(lake, sides, 'all')
  const all = await lake.rows<Count>(languagesSql(lake, filter))
  const left = all.filter(found => found.language !== language)
  if (language === null || left.length === 0) return { filter, language, notes: cautions }
  return { filter: { ...filter, languages: [language] }, language, notes: [languageNote(language, left), ...cautions] }
}
