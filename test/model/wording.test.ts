import { describe, expect, test } from 'vitest'
import type { Quotation, Voice } from '../../src/model/vocabulary.ts'
import { wordingOf } from '../../src/model/wording.ts'
import { findQuotations } from '../../src/reading/index.ts'

interface Case {
  readonly text: string
  readonly quotation: Quotation | null
  readonly voice?: Voice
  readonly cue?: string
  readonly language?: string
}

/** Whose words some are in a text that is one statement's content. */
function wording({ text, quotation, voice = 'AGENT', cue, language = 'en' }: Case, words: string) {
  const start = text.indexOf(words)
  if (start === -1) throw new Error(`no “${words}”`)
  const statement = { quotation, voice, cueWords: cue ?? null, content: [{ start: 0, end: text.length }], around: null }
  const quoted = { text, quotations: () => findQuotations(text, language) }
  return wordingOf([{ start, end: start + words.length }], statement, quoted)
}

describe('whose words an annotation quotes', () => {
  test.each<[string, Case, string, string | null]>([
    ['a direct quotation', { text: '“We lost 1,204 homes,”', quotation: 'DIRECT' }, '1,204 homes', 'SPEAKER'],
    ['a paraphrase', { text: 'the board lost its homes', quotation: 'INDIRECT' }, 'its homes', 'REPORTER'],
    ['inside the marks', { text: 'the board has “no plan at all”', quotation: 'MIXED' }, 'no plan at all', 'SPEAKER'],
    ['outside the marks', { text: 'the board has “no plan at all”', quotation: 'MIXED' }, 'the board', 'REPORTER'],
    ['half inside', { text: 'the board has “no plan at all”', quotation: 'MIXED' }, 'has “no plan', 'REPORTER'],
    ['quoted nobody knows how', { text: 'no plan', quotation: null }, 'no plan', null],
    [
      'a paraphrase inside straight marks',
      { text: 'it is "a shame" to all', quotation: 'MIXED' },
      'a shame',
      'SPEAKER',
    ],
  ])('%s', (_, given, words, expected) => {
    expect(wording(given, words)).toBe(expected)
  })
})

describe('scare quotes', () => {
  test.each<[string, Case, string, string]>([
    [
      'after a preposition',
      { text: 'crime in “sanctuary cities” rose', quotation: 'MIXED', cue: 'blames' },
      'sanctuary cities',
      'DOUBTFUL',
    ],
    [
      'so-called',
      { text: 'the so-called “experts” were wrong all along', quotation: 'MIXED', cue: 'said' },
      'experts',
      'DOUBTFUL',
    ],
    [
      'before what they belong to',
      { text: 'the “woke” agenda fails', quotation: 'MIXED', cue: 'said' },
      'woke',
      'DOUBTFUL',
    ],
    [
      'in the document’s own voice',
      { text: 'The “reform” passed', quotation: 'MIXED', voice: 'DOCUMENT' },
      'reform',
      'DOUBTFUL',
    ],
    [
      'what somebody is called is no scare quote',
      { text: 'the system “broken”', quotation: 'MIXED', cue: 'called' },
      'broken',
      'SPEAKER',
    ],
    ['nor is a predicate', { text: 'the plan is “reckless”', quotation: 'MIXED', cue: 'said' }, 'reckless', 'SPEAKER'],
    [
      'nor are more than a few words',
      { text: 'law in “cities that do not help us” fails', quotation: 'MIXED', cue: 'said' },
      'cities that do not help us',
      'SPEAKER',
    ],
    [
      'nor inside a direct quotation',
      { text: '“the ‘sanctuary’ policies fail,”', quotation: 'DIRECT', cue: 'wrote' },
      'sanctuary',
      'SPEAKER',
    ],
  ])('%s', (_, given, words, expected) => {
    expect(wording(given, words)).toBe(expected)
  })
})

describe('scare quotes in other languages', () => {
  test.each<[string, string, string, string, string]>([
    ['de', 'Schuld seien Verbrechen in den „Zufluchtsstädten“ des Landes', 'sagte', 'Zufluchtsstädten', 'DOUBTFUL'],
    ['de', 'die sogenannten „Experten“ hätten sich geirrt', 'sagte', 'Experten', 'DOUBTFUL'],
    ['de', 'er sei ein „Lügner“', 'nannte', 'Lügner', 'SPEAKER'],
    ['de', 'man habe „keinen Plan und kein Geld“', 'sagte', 'keinen Plan', 'SPEAKER'],
    ['fr', 'il faut agir contre les « villes sanctuaires » du pays', 'a dit', 'villes sanctuaires', 'DOUBTFUL'],
    ['fr', 'les soi-disant « experts » se sont trompés', 'a dit', 'experts', 'DOUBTFUL'],
    ['fr', 'de « menteur »', 'a traité', 'menteur', 'SPEAKER'],
    ['fr', 'la ville n’a « aucun plan du tout »', 'a dit', 'aucun plan', 'SPEAKER'],
    ['es', 'hay que actuar contra las «ciudades santuario» del país', 'dijo', 'ciudades santuario', 'DOUBTFUL'],
    ['es', 'los supuestos «expertos» se equivocaron', 'dijo', 'expertos', 'DOUBTFUL'],
    ['es', 'de «mentiroso»', 'calificó', 'mentiroso', 'SPEAKER'],
    ['es', 'la ciudad no tiene «ningún plan en absoluto»', 'dijo', 'ningún plan', 'SPEAKER'],
    ['it', 'bisogna agire contro le «città santuario» del paese', 'ha detto', 'città santuario', 'DOUBTFUL'],
    ['it', 'i cosiddetti «esperti» si sono sbagliati', 'ha detto', 'esperti', 'DOUBTFUL'],
    ['it', 'il piano «assurdo»', 'ha definito', 'assurdo', 'SPEAKER'],
    ['pt', 'é preciso agir com as “cidades santuário” do país', 'disse', 'cidades santuário', 'DOUBTFUL'],
    ['pt', 'os chamados “especialistas” erraram', 'disse', 'especialistas', 'DOUBTFUL'],
    ['pt', 'de “mentiroso”', 'chamou', 'mentiroso', 'SPEAKER'],
    ['nl', 'er moet worden opgetreden tegen de ‘vrijsteden’ van het land', 'zei', 'vrijsteden', 'DOUBTFUL'],
    ['nl', 'de zogenaamde ‘experts’ zaten ernaast', 'zei', 'experts', 'DOUBTFUL'],
    ['nl', 'een ‘leugenaar’', 'noemde', 'leugenaar', 'SPEAKER'],
  ])('%s: %s', (language, text, cue, words, expected) => {
    expect(wording({ text, quotation: 'MIXED', cue, language }, words)).toBe(expected)
  })
})
