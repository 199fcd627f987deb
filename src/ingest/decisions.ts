/** The file of decisions about identities and figures: what a person accepted or refused, with the reason. docs/identity.md teaches it. */

import { z } from 'zod'
import { Failure } from '../model/failure.ts'
import { isSlug, SLUG_PATTERN } from '../model/slug.ts'
import { Approximation, valuesOf } from '../model/vocabulary.ts'
import { meantBy } from '../reading/index.ts'
import type { FigureDecision } from '../store/write/figureDecisions.ts'
import type { Decision } from '../store/write/identities.ts'
import type { ReadingDecision } from '../store/write/readingDecisions.ts'
import { FILE_CAPS, readTextFile } from './files.ts'
import { formerly } from './formerNames.ts'
import { BadDossier, Problems } from './problems.ts'
import { readShape } from './shape.ts'
import { readYaml } from './yaml.ts'

export const DECISIONS_VERSION = 1

/** What stands in a draft, or is written to be done with the field: nobody has decided that. */
const PLACEHOLDER =
  /^(?:your(?: full)? name|name|todo|tbd|xxx*|n\/?a|none|nobody|me|i|anonymous|user|admin|unknown|\?+|-+|<.*>|\[.*\])$/i

/** Whether it stands in a draft for a name, or is written to be done with the question. */
export function isPlaceholder(by: string): boolean {
  return by.trim() === '' || PLACEHOLDER.test(by.trim())
}

const who = (what: string) =>
  z
    .string()
    .max(2_000)
    .refine(by => !isPlaceholder(by), 'this is not a name: say who decided')
    .describe(what)
const line = (what: string) => z.string().min(1).max(2_000).describe(what)
const slug = (what: string) => z.string().max(160).regex(SLUG_PATTERN, 'expected the slug of an agent').describe(what)
const reason = line('Why, for those who review the file.')

const wordsOf = z.strictObject({
  dataset: z.string().max(160).describe('The dataset in which the words name the agent.'),
  document: z.string().max(160).optional().describe('The slug of the one document in which they do.'),
  published: line('An EDTF interval: only in what was published in this time.').optional(),
  words: formerly(
    z.array(line('Words of a mention, verbatim.')).min(1).describe('The words, each exactly as mentioned.'),
    'exact',
  ),
})

const sameAs = z
  .strictObject({
    agent: slug('The agent that the others are the same as; everything of theirs is shown under it.'),
    agents: z.array(slug('An agent that is the same.')).optional().describe('The agents that are the same.'),
    words: z.array(wordsOf).optional().describe('The words by which datasets name the agent.'),
    decidedBy: formerly(who('Who decided.').optional(), 'by'),
    reason,
  })
  .describe('Who is one and the same.')

const notSameAs = z
  .strictObject({
    agents: z
      .array(slug('An agent.'))
      .min(1)
      .describe('Agents of which no two are the same; or one, which words do not name.'),
    words: z.array(wordsOf).optional().describe('Words that do not name the one agent, whatever a rule has read.'),
    decidedBy: formerly(who('Who decided.').optional(), 'by'),
    reason,
  })
  .refine(
    ({ agents, words }) => agents.length > 1 !== (words !== undefined),
    'expected two or more agents, or one agent and words',
  )
  .describe('Who is not the same, however alike the names are.')

const split = z
  .strictObject({
    agent: slug('The agent under which a corpus has put several.'),
    into: z
      .array(
        z.strictObject({
          agent: slug('The agent whose it is.'),
          statements: z.array(line('The slug of a statement.')).optional().describe('These statements.'),
          published: line('An EDTF interval.').optional().describe('What was published in this time, in EDTF.'),
        }),
      )
      .min(1)
      .describe('What is whose; the rest stays.'),
    reason,
  })
  .describe('Whom a corpus has put under one name, and who are several.')

const candidate = z
  .strictObject({
    accept: z
      .union([z.enum(['yes', 'no']), z.boolean()])
      .nullish()
      .describe('Whether it is so; without it nothing follows.'),
    reason: reason.nullish(),
    agent: slug('The agent that the others would be.'),
    agents: z.array(slug('An agent that may be the same.')).optional().describe('The agents that may be the same.'),
    words: z.array(wordsOf).optional().describe('The words that may name the agent.'),
    seen: z.unknown().optional().describe('What dixit resolve has shown of both sides; not read.'),
  })
  .refine(({ accept, reason }) => (accept ?? null) === null || (reason ?? null) !== null, 'a decision needs a reason')
  .describe('Who may be one and the same, for a person to decide.')

const number = (what: string) => z.number().optional().describe(what)

const figure = z
  .strictObject({
    figure: line('The slug of the figure.'),
    mentions: z
      .array(line('The slug of a mention of a number.'))
      .min(1)
      .describe('The mentions that are of this figure.'),
    label: line('What the figure is: it is made, and stands as long as the decision does.').optional(),
    unit: line('Its unit, such as people or USD.').optional(),
    population: line('Whom or what it counts.').optional(),
    value: number('Its value, if one is known.'),
    lower: number('Its lower bound, if it has no value.'),
    upper: number('Its upper bound, if it has no value.'),
    decidedBy: who('Who decided.').optional(),
    reason,
  })
  .refine(
    ({ label, unit, value, lower, upper }) =>
      label === undefined
        ? [unit, value, lower, upper].every(given => given === undefined)
        : unit !== undefined && [value, lower, upper].some(given => given !== undefined),
    'a new figure needs a label, a unit and a value or bound; for an existing figure, give none of them here',
  )
  // One that stands has the slug of its document before its own.
  .refine(({ label, figure }) => label === undefined || isSlug(figure), {
    path: ['figure'],
    message: 'a new figure needs a slug',
  })
  .describe('Which figure some mentions are of.')

const reading = z
  .strictObject({
    mention: line('The slug of a mention of a number that a rule has read.'),
    refuse: z.literal(true).optional().describe('The words are not a quantity: the mention is dropped.'),
    correct: z
      .strictObject({
        approximation: z
          .enum(valuesOf(Approximation))
          .exclude(['NO_NUMBER'])
          .optional()
          .describe('How the words approximate: EXACT if it is left out.'),
        value: number('The number that the words name.'),
        lower: number('The lower bound, where they name two numbers or none.'),
        upper: number('The upper bound, where they name two numbers or none.'),
        unit: line('The unit, such as percent or USD; none if it is left out.').optional(),
        counted: line('What is counted, as worded; nothing if it is left out.').optional(),
      })
      .refine(
        given => meantBy(given) !== null,
        'expected a value, or two bounds for BETWEEN, ABOUT and ORDER_OF_MAGNITUDE',
      )
      .optional()
      .describe('What the words say.'),
    decidedBy: who('Who decided.').optional(),
    reason,
  })
  .refine(({ refuse, correct }) => (refuse === undefined) !== (correct === undefined), 'expected refuse or correct')
  .describe('A number that a rule misread, or that is not a number.')

export const decisionsSchema = z
  .strictObject({
    decisions: z.literal(DECISIONS_VERSION).describe('The version of this format.'),
    decidedBy: formerly(who('Who decided, where a decision does not say so itself.').nullish(), 'by'),
    sameAs: z.array(sameAs).optional().describe('Who is one and the same.'),
    notSameAs: z.array(notSameAs).optional().describe('Who is not.'),
    split: z.array(split).optional().describe('Who is several.'),
    figures: z.array(figure).optional().describe('Which figure mentions of numbers are of.'),
    readings: z.array(reading).optional().describe('Which numbers rules have misread, or are not numbers.'),
    candidates: z.array(candidate).optional().describe('Who may be the same: what dixit resolve has listed.'),
  })
  .refine(
    ({ decidedBy, candidates = [] }) =>
      (decidedBy ?? null) !== null || candidates.every(({ accept }) => (accept ?? null) === null),
    'accepting candidates needs the name of who decided: add decidedBy',
  )
  .describe('Decisions about identities.')

/**
 * The decisions of a file, in its order.
 *
 * @throws BadDossier with every problem of the file, each with its place
 */
export function readDecisions(file: string): Decisions {
  const problems = new Problems()
  const text = readTextFile(file, FILE_CAPS.annotations, problems)
  const source = text === null ? null : readYaml(decisionsSchema, file, text, problems)
  const shaped = source && readShape(decisionsSchema, source, problems)
  if (!shaped || problems.found) throw new BadDossier(problems.ofWholeFile())
  return { identities: decisionsOf(shaped.value), figures: figuresOf(shaped.value), readings: readingsOf(shaped.value) }
}

/** What a file decides: who is the same as whom, which figure mentions are of, and what their words say. */
export interface Decisions {
  readonly identities: readonly Decision[]
  readonly figures: readonly FigureDecision[]
  readonly readings: readonly ReadingDecision[]
}

function readingsOf({ decidedBy, readings = [] }: z.infer<typeof decisionsSchema>): ReadingDecision[] {
  return readings.map(({ mention, correct, decidedBy: own, reason }) => {
    const meant = correct === undefined ? null : meantBy(correct)
    const { unit = null, counted = null } = correct ?? {}
    const corrected = meant === null ? null : { ...meant, unit, counted }
    return { mention, corrected, reason, decidedBy: own ?? decidedBy ?? null }
  })
}

function figuresOf({ decidedBy, figures = [] }: z.infer<typeof decisionsSchema>): FigureDecision[] {
  return figures.map(({ figure, mentions, label, unit, population, value, lower, upper, decidedBy: own, reason }) => ({
    figure,
    made:
      label === undefined || unit === undefined
        ? null
        : {
            label,
            unit,
            population: population ?? null,
            value: value ?? null,
            lower: lower ?? null,
            upper: upper ?? null,
          },
    mentions,
    reason,
    decidedBy: own ?? decidedBy ?? null,
  }))
}

function decisionsOf(file: z.infer<typeof decisionsSchema>): Decision[] {
  const { decidedBy, split = [], candidates = [] } = file
  const judged = candidates.flatMap(({ accept, reason, ...whom }) =>
    typeof accept === 'string' || typeof accept === 'boolean'
      ? [{ ...whom, reason: reason ?? '', isSame: accept === true || accept === 'yes', decidedBy: undefined }]
      : [],
  )
  const sameAs = [...(file.sameAs ?? []), ...judged.filter(({ isSame }) => isSame)]
  const notSameAs = [
    ...(file.notSameAs ?? []),
    ...judged
      .filter(({ isSame }) => !isSame)
      .map(({ agent, agents = [], ...rest }) => ({ ...rest, agents: [agent, ...agents] })),
  ]
  const none = {
    other: null,
    dataset: null,
    words: null,
    statement: null,
    document: null,
    published: null,
    decidedBy: decidedBy ?? null,
  }
  const each = (agent: string, all: readonly z.infer<typeof wordsOf>[], reason: string) =>
    all.flatMap(({ dataset, document = null, published = null, words }) =>
      words.map(words => ({ ...none, agent, dataset, document, published, words, reason })),
    )
  const signed = (decisions: Decision[], own: string | undefined) =>
    own === undefined ? decisions : decisions.map(decision => ({ ...decision, decidedBy: own }))
  const same = sameAs.flatMap(({ agent, agents = [], words = [], decidedBy: own, reason }) =>
    signed(
      [
        ...agents.map(other => ({ ...none, kind: 'SAME_AS' as const, agent, other, reason })),
        ...each(agent, words, reason).map(decision => ({ ...decision, kind: 'SAME_AS' as const })),
      ],
      own,
    ),
  )
  const notSame = notSameAs.flatMap(({ agents, words = [], decidedBy: own, reason }) =>
    signed(
      agents.flatMap((agent, index) => [
        ...agents.slice(index + 1).map(other => ({ ...none, kind: 'NOT_SAME_AS' as const, agent, other, reason })),
        ...each(agent, words, reason).map(decision => ({ ...decision, kind: 'NOT_SAME_AS' as const })),
      ]),
      own,
    ),
  )
  const parts = split.flatMap(({ agent, into, reason }) =>
    into.flatMap(({ agent: other, statements = [], published }) => {
      if (statements.length === 0 && published === undefined) {
        throw new Failure(
          'BAD_INPUT',
          `The split of ${agent} does not say what belongs to ${other}: statements or published.`,
        )
      }
      const part = { ...none, kind: 'SPLIT' as const, agent, other, reason }
      return [
        ...statements.map(statement => ({ ...part, statement })),
        ...(published === undefined ? [] : [{ ...part, published }]),
      ]
    }),
  )
  return [...same, ...notSame, ...parts]
}
