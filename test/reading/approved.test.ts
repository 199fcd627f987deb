import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import {
  findNumbers,
  type NumberMention,
  type QuantityRead,
  readTimes,
  type TimeMention,
} from '../../src/reading/index.ts'
import { brackets } from '../support/bounds.ts'
import { root } from '../support/cli.ts'

const folder = join(root, 'test/fixtures/readings')

function sayNumber({ words, kind, isQuantity, quantity, counted, required }: NumberMention, text: string): string {
  const least = text.slice(required.start, required.end)
  const parts = [
    `${kind.toLowerCase()} “${words}”`,
    quantity === null ? 'cannot be read' : sayQuantity(quantity),
    isQuantity ? null : 'counts nothing',
    counted === null ? null : `of “${text.slice(counted.start, counted.end)}”`,
    least === words ? null : `at least “${least}”`,
  ]
  return parts.filter(part => part !== null).join(', ')
}

function sayQuantity(quantity: QuantityRead): string {
  const { approximation, value, lower, upper, unit, per, ratio } = quantity
  const [open, close] = brackets(quantity)
  const bounds = `${open}${lower ?? ''} ${upper ?? ''}${close}`
  const parts = [approximation, value, approximation === 'EXACT' ? null : bounds, unit?.kind, unit?.name, per, ratio]
  return parts.filter(part => part !== null && part !== undefined).join(' ')
}

function sayTime({ words, edtf, ground, parts }: TimeMention): string {
  const plain = edtf === null ? 'UNRESOLVED' : 'STATED'
  const by = ground === plain ? '' : `${ground.toLowerCase()} `
  return `time “${words}”: ${edtf ?? 'unresolved'} ${by}${JSON.stringify(parts).replaceAll('"', '')}`
}

function sayLine(line: string): string {
  const numbers = findNumbers(line, 'en').map(number => sayNumber(number, line))
  const times = readTimes(line, 'en', '2024-05-16').map(sayTime)
  return [line, ...[...numbers, ...times].map(reading => `  ${reading}`)].join('\n')
}

// What the tables of docs/reading.md say is right. These say what was read when a person last looked: 400 sentences of
// the World Factbook, which is in the public domain, and a sentence for each word that the reader knows, in which it
// makes a difference. After a change, `npx vitest run test/reading/approved.test.ts -u` and read the difference.
test.each(['factbook', 'vocabulary'])('%s is read as approved', async name => {
  const lines = readFileSync(join(folder, `${name}.txt`), 'utf8')
    .trim()
    .split('\n')
  await expect(`${lines.map(sayLine).join('\n')}\n`).toMatchFileSnapshot(join(folder, `${name}.read.txt`))
})

// Each word of approximation and what joins two bounds in the languages besides English, and their names for money and
// units: the language, and a number with it.
test('languages are read as approved', async () => {
  const lines = readFileSync(join(folder, 'languages.txt'), 'utf8').trim().split('\n')
  const read = lines.map(line => {
    const [language = ''] = line.split(' ', 1)
    const text = line.slice(language.length + 1)
    const numbers = findNumbers(text, language).map(number => sayNumber(number, text))
    return `${line}: ${numbers.join('; ')}\n`
  })
  await expect(read.join('')).toMatchFileSnapshot(join(folder, 'languages.read.txt'))
})
