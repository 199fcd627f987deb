import { Command } from '@commander-js/extra-typings'
import {
  defaultWording,
  distinctiveWording,
  longestPhrase,
  type WordingComparison,
} from '../analysis/distinctiveWording.ts'
import type { LogOdds } from '../analysis/logOdds.ts'
import { writeCsv } from '../export/csv.ts'
import { sourcesIn } from '../export/sources.ts'
import { Failure } from '../model/failure.ts'
import type { Lake } from '../store/lake/lake.ts'
import { named } from '../store/lake/questions.ts'
import type { Reader } from '../store/reader.ts'
import { agent } from '../store/schema/entities.ts'
import { inOptions } from './inOptions.ts'
import { exportedOption, isExported, lakeFilter, lakeSources, slugsIn, withLake } from './lakeOptions.ts'
import { findNamed } from './listing/findNamed.ts'
import { forceOption, formatOption, writeResult } from './output.ts'
import {
  countingScope,
  duringOption,
  publisherOption,
  type StatementOptions,
  statementFilter,
  withScope,
} from './statementOptions.ts'
import { renderTable } from './table.ts'
import { withReader } from './withReader.ts'

/** `dixit wording`: which words set speakers apart. */
export function wordingCommand() {
  return withScope(new Command('wording'))
    .description('find the words that set some speakers apart from others')
    .argument('<speaker...>', 'slugs or names of the people or organizations on one side')
    .option('--against <slug...>', 'those on the other side (default: everyone else)')
    .option(
      '--with-paraphrase',
      'also count paraphrase, which is in the reporter’s words, scare quotes, and statements whose kind of quotation is not known',
      false,
    )
    .option('--phrases <length>', `count phrases of up to this many words, 1 to ${longestPhrase}`, Number, 1)
    .option('--minimum <count>', 'how often a word must occur on both sides together', Number, defaultWording.minimum)
    .option('--prior-size <words>', 'the weight of the prior, in words (default: the mean size of the sides)', Number)
    .option('--first <number>', 'how many words to show for each side', Number, defaultWording.first)
    .option('--least-z <number>', 'show words with at least this |z|; 0 shows all', Number, defaultWording.leastZ)
    .option('--function-words', 'also show function words, such as “the”', false)
    .option('--repeats', 'count every copy of a repeated document, and every coder’s reading of it')
    .addOption(publisherOption())
    .addOption(duringOption())
    .addOption(formatOption())
    .option('--out <file>', 'write to this file instead: .csv, .json, .svg or .png')
    .addOption(forceOption())
    .addHelpText('after', '\ndocs/wording.md explains the statistics and the choice of the prior.')
    .addOption(exportedOption())
    .action(async (speakers, options) => {
      const against = Array.isArray(options.against) ? options.against : []
      const { wording, names, sources } = isExported(options.exported)
        ? await withLake(options.exported, async lake => ({
            ...(await exportedWording(lake, speakers, against, options)),
            sources: await lakeSources(lake),
          }))
        : await withReader(async read => ({
            ...(await storedWording(read, speakers, against, options)),
            sources: await read.ask(sourcesIn),
          }))
      const words = [...wording.ofOne, ...wording.ofOther]
      // Loaded on demand: the drawing libraries take longer to load than everything else.
      const svg = async () => (await import('../export/wordingPicture.ts')).wordingSvg(words, names, captionOf(wording))
      await writeResult(
        {
          table: () => tableOf(wording, names),
          json: () => JSON.stringify(wording, null, 2),
          csv: () =>
            writeCsv(
              ['words', 'length', 'one', 'other', 'delta', 'variance', 'z'],
              words.map(row => [row.word, row.length, row.one, row.other, row.delta, row.variance, row.z]),
            ),
          svg,
          png: async () => (await import('../export/picture.ts')).renderPng(await svg()),
        },
        options.format,
        options,
        sources,
      )
    })
}

interface Options extends StatementOptions {
  readonly withParaphrase: boolean
  readonly phrases: number
  readonly minimum: number
  readonly priorSize?: number | undefined
  readonly first: number
  readonly leastZ: number
  readonly functionWords: boolean
  readonly repeats?: true | undefined
}

/** What is compared with what: distinctive words, from wherever they come. */
interface Compared {
  readonly wording: FoundWording
  readonly names: { readonly one: string; readonly other: string }
}

async function storedWording(
  read: Reader,
  speakers: readonly string[],
  against: readonly string[],
  options: Options,
): Promise<Compared> {
  const [one, other, corpus] = await Promise.all([
    statementFilter(read, { speaker: speakers }),
    statementFilter(read, { speaker: against }),
    statementFilter(read, options),
  ])
  const languages = Array.isArray(options.language) ? options.language : []
  const wording = await distinctiveWording(read, {
    ...settingsOf(options),
    one: one ?? {},
    other,
    corpus,
    lengths: { from: 1, to: options.phrases },
    language: languages[0] ?? null,
    counting: await countingScope(read, options),
  })
  // All but what leads to statements, for which there is the API.
  const word = ({ oneList, otherList, ...rest }: WordingComparison['ofOne'][number]) => rest
  return {
    wording: { ...wording, ofOne: wording.ofOne.map(word), ofOther: wording.ofOther.map(word) },
    names: { one: await namesOf(read, speakers), other: (await namesOf(read, against)) || 'all others' },
  }
}

async function exportedWording(
  lake: Lake,
  speakers: readonly string[],
  against: readonly string[],
  options: Options,
): Promise<Compared> {
  if (options.phrases !== 1) {
    throw new Failure('BAD_USAGE', '--phrases needs a database. Exported tables count single words only.')
  }
  const { wordingFromLake } = await import('../analysis/lake/wording.ts')
  const [one, other] = [
    await slugsIn(lake, 'agents', speakers, 'speaker'),
    await slugsIn(lake, 'agents', against, '--against'),
  ]
  // Statements inside of others count too, as they do in a database.
  const filter = await lakeFilter(lake, { ...options, nested: true })
  const wording = await wordingFromLake(lake, { ...settingsOf(options), one, other, filter })
  const rows = await lake.rows<{ slug: string; label: string }>(named(lake, 'agents', 'name', [...one, ...other]))
  const labels = new Map(rows.map(({ slug, label }) => [slug, label]))
  const labelled = (slugs: readonly string[]) => slugs.map(slug => labels.get(slug) ?? slug).join(', ')
  return { wording, names: { one: labelled(one), other: labelled(other) || 'all others' } }
}

function settingsOf({ withParaphrase, minimum, priorSize, first, leastZ, functionWords }: Options) {
  return { withParaphrase, minimum, priorSize: priorSize ?? null, first, leastZ, functionWords }
}

type FoundWord = LogOdds & { readonly length: number }

interface FoundWording extends Omit<WordingComparison, 'ofOne' | 'ofOther'> {
  readonly ofOne: readonly FoundWord[]
  readonly ofOther: readonly FoundWord[]
}

/** The names of speakers who were typed by name or by slug. */
async function namesOf(read: Reader, typed: readonly string[]): Promise<string> {
  const found = typed.map(async speaker => {
    const row = await read.bySlug(agent, await findNamed(read, [agent], speaker, 'wording'))
    return row?.name ?? speaker
  })
  return (await Promise.all(found)).join(', ')
}

function captionOf({ one, other, priorSize, notes }: FoundWording): string[] {
  return [
    `${one.words} words in ${one.statements} statements against ${other.words} in ${other.statements}, by log-odds with a Dirichlet ` +
      `prior of ${Math.round(priorSize)} words (Monroe et al. 2008)`,
    ...notes.map(inOptions),
  ]
}

function tableOf(wording: FoundWording, names: { one: string; other: string }): string {
  const side = (words: readonly FoundWord[]) =>
    renderTable(
      ['words', 'one', 'other', 'delta', 'variance', 'z'],
      words.map(({ word, one, other, delta, variance, z }) => [word, one, other, delta, variance, z]),
    )
  return [
    ...captionOf(wording),
    '',
    `more in ${names.one}`,
    side(wording.ofOne),
    '',
    `more in ${names.other}`,
    side(wording.ofOther),
  ].join('\n')
}
