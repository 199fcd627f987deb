import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { namesMeant } from '../../src/model/synonyms.ts'
import * as vocabularies from '../../src/model/vocabulary.ts'

test('each value of each vocabulary says what it means', () => {
  const all = Object.entries(vocabularies).flatMap(([name, vocabulary]) =>
    typeof vocabulary === 'object' && !Array.isArray(vocabulary)
      ? Object.entries(vocabulary).map(([value, meaning]) => ({ name: `${name}.${value}`, meaning }))
      : [],
  )
  expect(all.length).toBeGreaterThan(150)
  expect(all.filter(({ meaning }) => typeof meaning === 'string' && !/^.{3,}[.)”]$/s.test(meaning))).toEqual([])
})

test('each name that is offered for another one is a name of the API', () => {
  const schema = readFileSync(new URL('../../schema.graphql', import.meta.url), 'utf8')
  const isNamed = (name: string) => name !== '' && new RegExp(`\\b${name}\\b\\s*[(:]`).test(schema)
  const asked = ['title', 'name', 'label', 'until', 'also', 'limit', 'ne', 'target', 'person', 'wording', 'date', 'to']
  for (const word of asked) {
    const meant = namesMeant(word)
    expect(meant, word).not.toEqual([])
    expect(
      meant.filter(name => !isNamed(name)),
      word,
    ).toEqual([])
  }
  expect(namesMeant('constructor')).toEqual([])
})

test('a stance counts in a network only where the claim is plainly held', () => {
  expect(vocabularies.plainManners).toEqual(['ASSERTED', 'PRESUPPOSED'])
})
