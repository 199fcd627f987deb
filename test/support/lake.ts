import { expect } from 'vitest'
import { dixit } from './cli.ts'

/** What is asked of a database and of its export alike: all that --exported reads. */
export const lakeQuestions: readonly (readonly string[])[] = [
  ['stats', '--json'],
  ['verbs', '--format', 'json'],
  ['verbs', '--nested', '--first', '3'],
  ['network', '--format', 'json'],
  ['network', '--mode', 'two', '--normalize', 'prominence', '--duplicates', 'document'],
  ['network', '--aggregate', 'subtract', '--normalize', 'cosine', '--duplicates', 'week', '--qualifies', 'middle'],
  ['network', '--mode', 'two', '--duplicates', 'year', '--nested', '--questions', 'disagreement'],
  ['network', '--actors', 'organization', '--duplicates', 'across', '--aggregate', 'ignore', '--mode', 'two'],
  ['network', '--most', '5', '--aggregate', 'conflict', '--duplicates', 'month'],
]

/** The answer as it is compared: whole numbers and texts to the letter, reals to nine places. */
export function comparable(answer: string): string {
  return answer.replaceAll(/-?\d+\.\d+(e-?\d+)?/g, number => Number(number).toPrecision(10))
}

/** A database and its export give the same answer to each question. */
export async function expectSame(DIXIT_DB: string, from: string, questions: readonly (readonly string[])[]) {
  for (const question of questions) {
    const [stored, exported] = await Promise.all([
      dixit(question, { DIXIT_DB }),
      dixit([...question, '--exported', from], { DIXIT_DB: '/nowhere/dixit.db' }),
    ])
    expect({ code: exported.code, err: exported.err }, question.join(' ')).toEqual({ code: 0, err: '' })
    expect(comparable(exported.out), question.join(' ')).toBe(comparable(stored.out))
    expect(stored.out.length, question.join(' ')).toBeGreaterThan(20)
  }
}
