/** Two people's readings of one article, by their logs: where they agree, and in what they differ. */

import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { isDeepStrictEqual } from 'node:util'
import type { Article } from '../../ingest/article.ts'
import { Failure } from '../../model/failure.ts'
import { DecisionLog, type DeskDecision, LOG_FILE } from './decisionLog.ts'
import { spansOf } from './halfMade.ts'
import { asValue, hullIn, isShared } from './tally.ts'

/** What a person says of a statement, apart from its codes. */
export const coreFields = ['speaker', 'voice', 'source', 'cue', 'content', 'speechAct', 'reason', 'reportedIn'] as const

export interface ReadStatement {
  readonly key: string
  readonly start: number
  readonly end: number
  readonly words: string
  readonly value: Readonly<Record<string, unknown>>
}

export interface CodersReading {
  readonly by: string
  readonly statements: readonly ReadStatement[]
}

/** One statement as two people read it; null where one of them has none. */
export interface StatementPair {
  readonly first: ReadStatement | null
  readonly second: ReadStatement | null
}

/**
 * The readings of a dossier's folder: the first, and that of another coder.
 *
 * @throws Failure BAD_INPUT where nobody else has coded it, or several have and none is named
 */
export function readingsIn(
  folder: string,
  article: Article,
  secondBy?: string,
): readonly [CodersReading, CodersReading] {
  const first = readingOf(article, new DecisionLog(join(folder, LOG_FILE)).standing)
  const others = readdirSync(folder)
    .filter(name => /^decisions-.+\.jsonl$/.test(name))
    .toSorted()
    .map(name => readingOf(article, new DecisionLog(join(folder, name)).standing))
    .filter(({ by }) => secondBy === undefined || by === secondBy)
  const [second] = others
  if (second === undefined) {
    throw new Failure('BAD_INPUT', `${folder}: nobody else has coded it. dixit review ${folder} --second --by NAME`)
  }
  if (others.length > 1) {
    const names = others.map(({ by }) => by).join(', ')
    throw new Failure('BAD_USAGE', `${folder}: several have coded it: ${names}. Say with whom: --second NAME`)
  }
  return [first, second]
}

export function readingOf(article: Article, held: readonly DeskDecision[]): CodersReading {
  const statements = held.flatMap((decision): ReadStatement[] => {
    const { accepted, answer } = decision
    if (accepted === null || answer === 'SETTLE' || accepted.section !== 'statements' || accepted.list !== null)
      return []
    const span = hullIn(article, { ...decision, proposed: null })
    if (span === null || typeof accepted.value === 'string') return []
    return [{ ...span, key: accepted.key, words: article.slice(span), value: accepted.value }]
  })
  return { by: held[0]?.by ?? 'nobody', statements: statements.toSorted((a, b) => a.start - b.start) }
}

/** Where the words of a statement stand, by what they are of it. */
export function statementSpans(article: Article, { value: { content, source, cue } }: ReadStatement) {
  const of = (found: unknown) => spansOf(article, asValue(found))
  return { content: of(content), source: of(source), cue: of(cue) }
}

/** Statements matched one to one, the best match first; in text order. */
export function matchStatements(one: CodersReading, other: CodersReading): StatementPair[] {
  const left = new Set(other.statements)
  const pairs = one.statements.map((first): StatementPair => {
    const second = [...left]
      .filter(each => isShared(first, each))
      .toSorted((a, b) => distance(first, a) - distance(first, b))[0]
    if (second !== undefined) left.delete(second)
    return { first, second: second ?? null }
  })
  const place = ({ first, second }: StatementPair) => (first ?? second)?.start ?? 0
  return [...pairs, ...Array.from(left, (second): StatementPair => ({ first: null, second }))].toSorted(
    (a, b) => place(a) - place(b),
  )
}

function distance(a: ReadStatement, b: ReadStatement): number {
  return Math.abs(a.start - b.start) + Math.abs(a.end - b.end)
}

/** In which fields two readings of a statement differ. */
export function differences({ first, second }: StatementPair): string[] {
  if (first === null || second === null) return ['there']
  return coreFields.filter(field => field !== 'reason' && !isDeepStrictEqual(first.value[field], second.value[field]))
}

/** How two readings agree: statements found by both, and of those what is the same. */
export interface ReadingAgreement {
  readonly first: string
  readonly second: string
  readonly statements: { readonly first: number; readonly second: number; readonly both: number; readonly f1: number }
  readonly same: Readonly<Record<'speaker' | 'speechAct' | 'content' | 'source' | 'cue', number>>
}

export function agreementOf(one: CodersReading, other: CodersReading): ReadingAgreement {
  const both = matchStatements(one, other).filter(({ first, second }) => first !== null && second !== null)
  const same = (...fields: string[]) =>
    both.filter(pair => !differences(pair).some(field => fields.includes(field))).length
  const [first, second] = [one.statements.length, other.statements.length]
  return {
    first: one.by,
    second: other.by,
    statements: {
      first,
      second,
      both: both.length,
      f1: first + second === 0 ? 0 : (2 * both.length) / (first + second),
    },
    same: {
      speaker: same('speaker', 'voice'),
      speechAct: same('speechAct'),
      content: same('content'),
      source: same('source'),
      cue: same('cue'),
    },
  }
}
