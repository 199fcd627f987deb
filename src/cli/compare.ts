import { Command } from '@commander-js/extra-typings'
import { comparedMentions, readDerivations } from '../analysis/framedFigures.ts'
import {
  compareFraming,
  countStatements,
  type Framing,
  type FramingLine,
  type FramingTableName,
  fewestSpeakers,
  framingTableNames,
  framingTables,
  mostSpeakers,
  readFramingTable,
} from '../analysis/framing.ts'
import { framingNotes } from '../analysis/framingNotes.ts'
import { writeCsv } from '../export/csv.ts'
import { sourcesIn } from '../export/sources.ts'
import { cutTo } from '../model/arithmetic.ts'
import { Failure } from '../model/failure.ts'
import { CONCLUDED_NOTE, hasMarks, markedCounts } from '../model/markedCounts.ts'
import { stanceInWords } from '../model/stanceInWords.ts'
import { sayCount } from '../model/things.ts'
import { type Basis, Stance, StanceManner, valuesOf, Wording } from '../model/vocabulary.ts'
import { defaultPageSize, pageCap, stretch } from '../store/engine/cursor.ts'
import type { Reader } from '../store/reader.ts'
import { agent, claim, dataset, document, type Entity, figure, referent } from '../store/schema/entities.ts'
import { inOptions } from './inOptions.ts'
import { findNamed } from './listing/findNamed.ts'
import { forceOption, formatOption, writeResult } from './output.ts'
import { countingScope, referenceTo, statementFilter, withCounting, withScope } from './statementOptions.ts'
import { renderTable } from './table.ts'
import { wholeNumber } from './wholeNumber.ts'
import { withReader } from './withReader.ts'

/** `dixit compare`: speakers side by side. */
export function compareCommand() {
  return withCounting(withScope(new Command('compare')))
    .description('compare speakers side by side: who uses which numbers, terms, frames and claims, and who does not')
    .argument('<speaker...>', `slugs or names of ${fewestSpeakers} to ${mostSpeakers} people or organizations`)
    .option('--about-figure <which>', 'only statements that cite this figure, by slug or label')
    .option('--about-claim <which>', 'only statements that take a stance on this claim, by slug or text')
    .option(
      '--about-referent <which>',
      'only statements that name this referent, by slug or label, or cite a figure of it',
    )
    .option('--about-document <which>', 'only statements in this document, by slug or title')
    .option('--about-dataset <which>', 'only statements of this dataset, by slug or name')
    .option('--about-time <edtf>', 'only statements made or published in this period, such as 2024 or 2024-07/2024-09')
    .option('--about-query <words>', 'only statements that match these words')
    .option(
      '--wording <whose...>',
      `whose words to count: ${valuesOf(Wording).join(', ').toLowerCase()}, or any (default: the speakers’ own)`,
    )
    .option('--first <number>', `lines of each table to show, 1 to ${pageCap}`, wholeNumber, defaultPageSize)
    .addOption(formatOption())
    .option('--out <file>', 'write to this file instead: .csv, .json, or a number line as .svg or .png')
    .addOption(forceOption())
    .addHelpText('after', '\ndocs/framing.md explains what each table counts.')
    .action((speakers, options) =>
      withReader(async read => {
        const { aboutFigure, aboutClaim, aboutReferent, aboutDocument, aboutDataset } = options
        const named = await Promise.all(speakers.map(typed => findNamed(read, [agent], typed, 'compare')))
        const framing = await compareFraming(
          read,
          named.map(referenceTo),
          {
            figure: await about(read, figure, aboutFigure, '--about-figure'),
            claim: await about(read, claim, aboutClaim, '--about-claim'),
            referent: await about(read, referent, aboutReferent, '--about-referent'),
            document: await about(read, document, aboutDocument, '--about-document'),
            dataset: await about(read, dataset, aboutDataset, '--about-dataset'),
            time: options.aboutTime ?? null,
            query: options.aboutQuery ?? null,
            filter: await statementFilter(read, options),
          },
          { wording: wordingsOf(options.wording), counting: await countingScope(read, options) },
        )
        const compared = await readComparison(read, framing, stretch(options).size)
        // Loaded on demand: the drawing libraries take longer to load than everything else.
        const svg = async () => {
          const { mentions, total } = await comparedMentions(read, framing)
          const title = `Numbers given by ${compared.speakers.map(({ name }) => name).join(', ')}`
          return (await import('../export/numberLine.ts')).numberLineSvg(compared.speakers, mentions, title, total)
        }
        await writeResult(
          {
            table: () => tablesOf(compared),
            json: () => JSON.stringify(compared, null, 2),
            csv: () => csvOf(compared),
            svg,
            png: async () => (await import('../export/picture.ts')).renderPng(await svg()),
          },
          options.format,
          options,
          await read.ask(sourcesIn),
        )
      }),
    )
}

/** A thing by slug or name. @throws Failure BAD_ARGUMENT if it names nothing, or several things */
async function about(read: Reader, entity: Entity, typed: string | undefined, option: string) {
  return typed === undefined ? null : referenceTo(await findNamed(read, [entity], typed, option))
}

/** @throws Failure BAD_USAGE for an unknown wording */
function wordingsOf(given: readonly string[] | true | undefined): Wording[] | null {
  if (given === undefined || given === true) return null
  if (given.includes('any')) return valuesOf(Wording)
  return given.map(typed => {
    const found = valuesOf(Wording).find(value => value === typed.toUpperCase())
    if (found === undefined)
      throw new Failure('BAD_USAGE', `“${typed}” is not one of ${valuesOf(Wording).join(', ').toLowerCase()}, any.`)
    return found
  })
}

interface ComparedSpeaker {
  readonly slug: string
  readonly name: string
  readonly statements: number
}

interface ComparedPart {
  readonly part: FramingTableName
  readonly totalLines: number
  readonly lines: readonly ComparedLine[]
}

interface ComparedLine {
  readonly keys: readonly { readonly dimension: string; readonly value: string | null; readonly label: string | null }[]
  /** The statements of each speaker, in their order. */
  readonly counts: readonly number[]
  /** In how many of them it, or who says it, was concluded or read by a rule, and is not stated. */
  readonly concluded: readonly number[]
}

interface ComparedDerivation {
  readonly figure: string
  readonly kind: string
  readonly basis: Basis
  readonly from: string
  readonly factor: number | null
  /** Whether the factor is the least that it can be. */
  readonly factorIsLeast: boolean
}

interface Comparison {
  readonly speakers: readonly ComparedSpeaker[]
  readonly notes: readonly string[]
  /** Whether numbers, terms and frames count in the speakers’ own words alone. */
  readonly isInTheirWords: boolean
  readonly parts: readonly ComparedPart[]
  /** What the figures shown derive from. */
  readonly derivations: readonly ComparedDerivation[]
}

export async function readComparison(read: Reader, framing: Framing, first: number): Promise<Comparison> {
  const counts = await countStatements(read, framing)
  const tables = await Promise.all(
    framingTableNames.map(async part => ({ part, ...(await readFramingTable(read, framing, part, first)) })),
  )
  const parts = tables.map(({ part, lines, total }) => ({ part, totalLines: total, lines: lines.map(plain) }))
  const cited = tables.filter(({ part }) => part === 'figures').flatMap(({ lines }) => lines)
  const derivations = (await readDerivations(read, cited)).map(({ figure, kind, basis, from, factor }) => ({
    figure: figure.label,
    kind,
    basis,
    from: from.label,
    factor: factor?.factor ?? null,
    factorIsLeast: factor?.isLeast ?? false,
  }))
  const speakers = framing.speakers.map(({ id, slug, name }) => ({ slug, name, statements: counts.get(id) ?? 0 }))
  const notes = (await framingNotes(read, framing)).map(inOptions)
  const isInTheirWords = framing.wording?.every(wording => wording === 'SPEAKER') ?? false
  return { speakers, notes, isInTheirWords, parts, derivations }
}

function plain({ keys, cells }: FramingLine): ComparedLine {
  return {
    keys: keys.map(({ dimension, value, label }) => ({ dimension, value, label })),
    counts: cells.map(({ group }) => group.count),
    concluded: cells.map(({ concluded }) => concluded),
  }
}

const headings: Readonly<Record<FramingTableName, string>> = {
  figures: 'figures, in their words',
  approximations: 'how exactly they are given',
  numbers: 'numbers as read: equal numbers may count different things',
  terms: 'what things are called',
  heads: 'what things are called, by the head of the term',
  referents: 'which things are named',
  functions: 'functions of frames (Entman 1993)',
  directedAt: 'which agents frames are directed at',
  directedAtReferents: 'what frames are directed at',
  dimensions: 'dimensions of frames (Policy Frames Codebook)',
  claims: 'claims, and how each speaker stands to them',
  speechActs: 'speech acts',
  quotations: 'how they are quoted',
}

/** What a table counts; in their words, if only those are counted. */
export function tableHeading(part: FramingTableName, isInTheirWords: boolean): string {
  return part === 'figures' && !isInTheirWords ? 'figures, whoever’s words give them' : headings[part]
}

/** How much of a key a table for people shows. */
const keyLength = 60

/** One table a part: how many statements of each speaker, then what it is, the most particular key first. */
function tablesOf({ speakers, notes, parts, derivations, isInTheirWords }: Comparison): string {
  const said = speakers.map(
    ({ name, statements }) =>
      `${name}: ${sayCount(statements, 'statement')} ${statements === 1 ? 'is' : 'are'} compared`,
  )
  const tables = parts.map(({ part, lines, totalLines }) => {
    const shown = lines.length < totalLines ? ` (${lines.length} of ${totalLines} lines)` : ''
    const names = framingTables[part].flatMap(dimension => {
      return dimension === 'MANNER' ? [] : [dimension.toLowerCase().replaceAll('_', ' ')]
    })
    const rows = lines.map(line => [...markedCounts(line), ...namesOfKeys(line.keys).map(shortened).reverse()])
    const header = [...speakers.map(({ name }) => name), ...names.reverse()]
    return `\n${tableHeading(part, isInTheirWords)}${shown}\n${lines.length === 0 ? 'none' : renderTable(header, rows)}`
  })
  const derived = derivations.map(({ figure, kind, basis, from, factor, factorIsLeast }) => {
    return [factor === null ? null : sayFactor(factor, factorIsLeast), shortened(figure), kind, basis, shortened(from)]
  })
  const header = ['factor', 'figure', 'relation', 'basis', 'to figure']
  const ofFigures =
    derived.length === 0
      ? []
      : [`\nwhat these numbers derive from or relate to (factors are computed)\n${renderTable(header, derived)}`]
  if (speakers.every(({ statements }) => statements === 0)) return [...said, ...notes].join('\n')
  const legend = parts.some(({ lines }) => hasMarks(lines)) ? [`\n${CONCLUDED_NOTE}`] : []
  return [...said, ...notes, ...tables, ...ofFigures, ...legend].join('\n')
}

/** A factor with four digits behind its point; the least that it can be is not rounded up. */
function sayFactor(factor: number, isLeast: boolean): string {
  return isLeast
    ? `at least ${cutTo(factor, String(Math.trunc(factor)).length + 4)}`
    : String(Number(factor.toFixed(4)))
}

/**
 * The keys of a line in words. A stance and its manner are one: who reports that others hold a claim does not support it.
 * Where a number has no figure, nobody has said what it counts.
 */
export function namesOfKeys(keys: ComparedLine['keys']): string[] {
  const manner = valuesOf(StanceManner).find(value => isKey(keys, 'MANNER', value)) ?? null
  const stance = valuesOf(Stance).find(value => isKey(keys, 'STANCE', value))
  return keys.flatMap(key => {
    if (key.dimension === 'MANNER') return []
    if (key.dimension === 'STANCE' && stance !== undefined) return [stanceInWords(stance, manner)]
    return [key.label ?? (key.dimension === 'FIGURE' ? 'as worded' : '–')]
  })
}

function isKey(keys: ComparedLine['keys'], dimension: string, value: string): boolean {
  return keys.some(key => key.dimension === dimension && key.value === value)
}

function shortened(label: string): string {
  return label.length > keyLength ? `${label.slice(0, keyLength - 1)}…` : label
}

/** A line a cell: 0 is an absence. */
function csvOf({ speakers, parts }: Comparison): string {
  const rows = parts.flatMap(({ part, lines }) =>
    lines.flatMap(({ keys: [first, second, third], counts, concluded }) =>
      speakers.map(({ slug }, index) => [
        part,
        first?.value ?? null,
        first?.label ?? null,
        second?.value ?? null,
        second?.label ?? null,
        third?.value ?? null,
        third?.label ?? null,
        slug,
        counts[index] ?? 0,
        concluded[index] ?? 0,
      ]),
    ),
  )
  return writeCsv(
    ['part', 'key', 'label', 'key2', 'label2', 'key3', 'label3', 'speaker', 'statements', 'concluded'],
    rows,
  )
}
