import { expect, test } from 'vitest'
import { speakersTogether } from '../../src/web/start/speakersTogether.ts'

const quoted = (name: string, ...documents: string[]) => ({ name, documents })
const namesOf = (...speakers: ReturnType<typeof quoted>[]) =>
  speakersTogether(speakers)
    .map(({ name }) => name)
    .join('')

test('speakers of one document are set side by side, the most quoted first', () => {
  expect(namesOf(quoted('a', 'one'), quoted('b', 'two'), quoted('c', 'three'), quoted('d', 'two'))).toBe('bd')
  expect(namesOf(quoted('a', 'one'), quoted('b', 'two', 'one'), quoted('c', 'two'))).toBe('ab')
  expect(namesOf(quoted('a', 'one'), quoted('b', 'one'), quoted('c', 'two'), quoted('d', 'one'))).toBe('abd')
})

test('no more than three, and of as many those quoted most', () => {
  const one = ['a', 'b', 'c', 'd'].map(name => quoted(name, 'one', 'two'))
  expect(namesOf(...one, quoted('e', 'two'))).toBe('abc')
})

test('where no document quotes two of them, those quoted most', () => {
  expect(namesOf(quoted('a', 'one'), quoted('b', 'two'), quoted('c'), quoted('d', 'three'))).toBe('abc')
  expect(namesOf()).toBe('')
})
