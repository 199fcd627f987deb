import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { beforeAll, expect, test, vi } from 'vitest'
import { Desk } from '../../src/draft/desk/desk.ts'
import type { CodeKind, ItemKind } from '../../src/draft/desk/item.ts'
import { quotesOf } from '../../src/draft/desk/item.ts'
import { stateOf } from '../../src/draft/desk/stateOf.ts'
import { writeDraft } from '../../src/draft/draftFile.ts'
import { draftFolder } from '../../src/draft/draftFolder.ts'
import { reviewedText } from '../../src/draft/reviewedTexts.ts'
import { checkDossier } from '../../src/ingest/checkDossier.ts'
import { exactOf } from '../../src/ingest/placesOf.ts'
import { openReader } from '../../src/store/engine/openDatabase.ts'
import { dixit } from '../support/cli.ts'
import { temporaryFolder } from '../support/graph.ts'
import { ofType } from '../support/ofType.ts'

// A whole article is read, and programs are started.
vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 })

const article = fileURLToPath(new URL('../fixtures/harbour/article.txt', import.meta.url))
const blank = 'dossier: 1\ndocument: { language: en }\nagents:\n  ada-moss: { person: Ada Moss, otherNames: [Moss] }\n'

type Values = Readonly<Record<string, string>>

/** What the person decides of each proposal, by the beginning of its words; who is refused has a reason, who is skipped comes back. */
const read: readonly (readonly [string, Values | { readonly refuse: string }])[] = [
  ['14', { label: 'piles with cracks', unit: 'pile' }],
  ['62', { label: 'piles of the pier', unit: 'pile' }],
  ['The pier is not safe', { who: 'ada-moss', speechAct: 'ASSERTIVE' }],
  ['If we wait', { who: 'ada-moss', speechAct: 'ASSERTIVE' }],
  ['repairs would cost', { speechAct: 'ASSERTIVE' }],
  ['about 2.4 million', { label: 'cost of repairs' }],
  ['at least eight months', { label: 'time that repairs take' }],
  ['The harbour board has set aside', { who: 'harbour-board', speechAct: 'ASSERTIVE' }],
  ['900,000 euros', { label: 'set aside for repairs' }],
  ['Council leader', { speechAct: 'ASSERTIVE' }],
  ['Nobody in this room', { who: 'bo-lind', speechAct: 'ASSERTIVE' }],
  ['What we have been given', { who: 'bo-lind', speechAct: 'ASSERTIVE' }],
  ['the council would not spend', { who: 'bo-lind', speechAct: 'COMMISSIVE' }],
  ['The pier was built', { speechAct: 'ASSERTIVE' }],
  ['More than 300 boats', { speechAct: 'ASSERTIVE' }],
  ['More than 300', { label: 'boats that used the pier', unit: 'boat' }],
  ['two', { label: 'ferries to the islands', unit: 'ferry' }],
  ['closing the pier', { who: 'skelling-line', speechAct: 'ASSERTIVE' }],
  ['1,150', { label: 'islanders cut off', unit: 'person' }],
  ['Our passengers', { who: 'skelling-line', speechAct: 'ASSERTIVE' }],
  ['the plan reckless', { who: 'ines-holt', speechAct: 'EXPRESSIVE' }],
  ['the board had ignored', { who: 'ines-holt', speechAct: 'ASSERTIVE' }],
  ['They knew in 2019', { who: 'ines-holt', speechAct: 'ASSERTIVE' }],
  ['They knew, and', { who: 'ines-holt', speechAct: 'ASSERTIVE' }],
  ['the board had acted', { who: 'per-dahl', speechAct: 'ASSERTIVE' }],
  [
    'which the council published',
    {
      content: 'the divers examined only 20 piles and recommended a second visit within six months',
      who: 'UNIDENTIFIED',
      speechAct: 'ASSERTIVE',
    },
  ],
  ['only 20', { label: 'piles examined in 2023', unit: 'pile' }],
  ['six months', { label: 'time to a second visit' }],
  ['We follow the advice', { who: 'per-dahl', speechAct: 'ASSERTIVE' }],
  ['she feared', { source: 'Tove Berg', who: 'tove-berg', speechAct: 'EXPRESSIVE' }],
  ['Fisherman Olav Ness', { type: 'person', name: 'Olav Ness' }],
  ['he would rather walk', { who: 'olav-ness', speechAct: 'EXPRESSIVE' }],
  ['My father helped', { who: 'olav-ness', speechAct: 'ASSERTIVE' }],
  ['He would be ashamed', { who: 'olav-ness', speechAct: 'EXPRESSIVE' }],
  ['to hire a temporary', { speechAct: 'DIRECTIVE' }],
  ['it would cost', { who: 'ada-moss', speechAct: 'ASSERTIVE' }],
  ['40,000 euros', { label: 'rent of a temporary landing' }],
  ['the council would decide', { who: 'bo-lind', speechAct: 'COMMISSIVE' }],
  ['safety came first', { who: 'bo-lind', speechAct: 'ASSERTIVE' }],
  ['it had received no request', { who: 'regional-government', speechAct: 'ASSERTIVE' }],
  ['Since 2020 it has paid', { speechAct: 'ASSERTIVE' }],
  ['three', { label: 'piers paid for', unit: 'pier' }],
  ['5.1 million euros', { label: 'cost of the pier at Fjord Bay' }],
  [
    'The opposition wants',
    {
      who: 'opposition',
      source: 'The opposition',
      cue: 'wants',
      content: 'Moss’s full report to be published',
      speechAct: 'DIRECTIVE',
    },
  ],
  ['It should be allowed', { who: 'mia-sand', speechAct: 'DIRECTIVE' }],
  ['About 60 people', { speechAct: 'ASSERTIVE' }],
  ['About 60', { label: 'people who followed the debate', unit: 'person' }],
  ['Several of them', { speechAct: 'ASSERTIVE' }],
]

/** Who is not there yet when they speak is skipped the first time. */
const second: readonly (readonly [string, Values])[] = [
  ['The north pier', { who: 'ada-moss', speechAct: 'DIRECTIVE' }],
  ['The town has paid', { who: 'mia-sand', speechAct: 'ASSERTIVE' }],
]

const agents: readonly Values[] = [
  { words: 'Per Dahl', type: 'person' },
  { words: 'Tove Berg', type: 'person' },
  { words: 'Skelling Line', type: 'organization', organizationKind: 'COMPANY' },
  { words: 'harbour board', type: 'organization', organizationKind: 'AGENCY', key: 'harbour-board' },
  { words: 'regional government', type: 'organization', organizationKind: 'AGENCY' },
  { words: 'opposition', type: 'organization', organizationKind: 'GROUP' },
]

const missed: readonly Values[] = [
  {
    content: 'divers found cracks in 14 of its 62 piles',
    who: 'ada-moss',
    speechAct: 'ASSERTIVE',
    reason: 'It goes on with what she told the council.',
  },
]

const codes: readonly (readonly [string, CodeKind, Values])[] = [
  [
    'The pier is not safe',
    'frame',
    { words: 'not safe', function: 'PROBLEM_DEFINITION', dimension: 'HEALTH_AND_SAFETY' },
  ],
  ['The pier is not safe', 'term', { words: 'The pier', newReferent: 'the north pier' }],
  ['The pier is not safe', 'stance', { newClaim: 'The north pier is unsafe.', stance: 'SUPPORTS', manner: 'ASSERTED' }],
  [
    'the plan reckless',
    'frame',
    { words: 'reckless', function: 'MORAL_EVALUATION', target: 'harbour-board', reason: 'It is their plan.' },
  ],
  [
    'What we have been given',
    'relation',
    { relation: 'CONTRASTS_WITH', other: 'repairs', difference: '“a guess” for an estimate' },
  ],
]

/** The desk with its keys counted as they are in the terminal. */
class Reader {
  keys = 0
  /** By what is decided on: how often, and with how many keys. */
  readonly parts: Record<string, { decisions: number; keys: number }> = {}
  readonly #skipped = new Set<string>()
  readonly desk: Desk

  constructor(desk: Desk) {
    this.desk = desk
  }

  /** A field's key; then the number of a choice, or what is typed; then Enter. */
  set(values: Values): void {
    for (const [field, value] of Object.entries(values)) {
      const { now, statements } = stateOf(this.desk)
      // What stands there already is not set, and a speech act is one key.
      if (now?.fields.find(({ name }) => name === field)?.value === value) continue
      if (field === 'speechAct') {
        this.press({ do: 'SET', field, value })
        continue
      }
      const choices = now?.fields.find(({ name }) => name === field)?.choices ?? []
      const meant = field === 'other' ? (statements.find(({ words }) => words.startsWith(value))?.key ?? '') : value
      const number = choices.findIndex(choice => choice.value === meant) + 1
      this.keys += 2 + (choices.length > 0 ? String(number).length : meant.length)
      this.desk.perform({ do: 'SET', field, value: meant })
    }
  }

  /** Notes what the keys since then were for. */
  count(part: string, before: number): void {
    const { decisions, keys } = this.parts[part] ?? { decisions: 0, keys: 0 }
    this.parts[part] = { decisions: decisions + 1, keys: keys + this.keys - before }
  }

  press(action: Parameters<Desk['perform']>[0], typed = ''): void {
    this.keys += 1 + (typed === '' ? 0 : typed.length + 1)
    this.desk.perform(action)
  }

  add(kind: Extract<ItemKind, 'agent' | 'statement' | 'aside'>, values: Values): void {
    const before = this.keys
    this.keys += 3
    this.desk.perform({ do: 'ADD', kind, at: null })
    this.set(values)
    this.press({ do: 'ACCEPT' })
    this.count(`added ${kind}`, before)
  }

  /** Decides on what stands there; false at the end. */
  decide(): boolean {
    const top = this.desk.top()
    if (top === null) return false
    if (top.hidden !== null) {
      this.press({ do: 'SHOW' })
      return true
    }
    const { item, next } = top
    const before = this.keys
    const words = quotesOf(item.values.content ?? item.values.words)
      .map(exactOf)
      .join(' ')
    const later = second.find(([begins]) => words.startsWith(begins))
    const answer = (later ?? read.find(([begins]) => words.startsWith(begins)))?.[1]
    if (next?.planted) this.press({ do: 'REFUSE', reason: '' }, ' ')
    else if (later !== undefined && !this.#skipped.has(words)) {
      this.#skipped.add(words)
      this.press({ do: 'SKIP' })
    } else if (answer !== undefined && 'refuse' in answer) {
      this.press({ do: 'REFUSE', reason: answer.refuse ?? '' }, answer.refuse)
      this.count(item.kind, before)
      return true
    } else {
      // Years are times, and not quantities.
      const isYear = item.kind === 'figure' && answer === undefined
      if (!isYear && answer !== undefined) this.set(answer)
      if (isYear) this.press({ do: 'REFUSE', reason: 'a year' }, 'a year')
      else {
        const { missing } = stateOf(this.desk).now ?? {}
        if (missing) throw new Error(`${words}: ${missing}`)
        this.press({ do: 'ACCEPT' })
      }
    }
    this.count(item.kind, before)
    return true
  }
}

const write = (file: string, text: string) => writeFileSync(file, text)
let folder: string
let reader: Reader
let proposals: number

beforeAll(() => {
  folder = join(temporaryFolder(), 'harbour')
  mkdirSync(folder)
  cpSync(article, join(folder, 'article.txt'))
  writeFileSync(join(folder, 'annotations.yaml'), blank)
  const draft = draftFolder(folder, { graphNames: [], model: null })
  proposals = draft.proposals.length
  writeFileSync(join(folder, 'draft.yaml'), writeDraft(draft))
  reader = new Reader(new Desk(folder, { by: 'Ada Reader', now: () => new Date(0), write }))
  for (const each of agents) reader.add('agent', each)
  for (const each of missed) reader.add('statement', each)
  while (reader.decide());
  for (const [begins, kind, values] of codes) {
    const found = stateOf(reader.desk).statements.find(({ words }) => words.startsWith(begins))
    const before = reader.keys
    reader.keys += 4
    reader.desk.perform({ do: 'CODE', kind, statement: found?.key ?? '' })
    reader.set(values)
    reader.press({ do: 'ACCEPT' })
    reader.count('code', before)
  }
})

test('an article goes from its text to a sound dossier at the desk', () => {
  const { tally, gaps, problems } = stateOf(reader.desk)
  const { records } = checkDossier(folder)
  const { accepted, changed, refused, added, planted, caught } = tally
  expect(problems).toEqual([])
  expect({
    characters: readFileSync(article, 'utf8').length,
    proposals,
    decisions: reader.desk.log.decisions.length,
    keys: reader.keys,
    parts: reader.parts,
    ...{ accepted, changed, refused, added, planted, caught },
    statements: ofType(records, 'statement').length,
    figures: ofType(records, 'figure').length,
    times: ofType(records, 'time').length,
    gaps: gaps.map(({ words }) => words),
  }).toMatchInlineSnapshot(`
    {
      "accepted": 61,
      "added": 12,
      "caught": 2,
      "changed": 5,
      "characters": 2935,
      "decisions": 82,
      "figures": 14,
      "gaps": [
        "second",
        "second",
        "one",
        "first",
        "one",
      ],
      "keys": 1062,
      "parts": {
        "added agent": {
          "decisions": 6,
          "keys": 153,
        },
        "added statement": {
          "decisions": 1,
          "keys": 95,
        },
        "agent": {
          "decisions": 5,
          "keys": 19,
        },
        "code": {
          "decisions": 5,
          "keys": 168,
        },
        "figure": {
          "decisions": 14,
          "keys": 355,
        },
        "statement": {
          "decisions": 39,
          "keys": 258,
        },
        "time": {
          "decisions": 12,
          "keys": 12,
        },
      },
      "planted": 2,
      "proposals": 66,
      "refused": 0,
      "statements": 36,
      "times": 12,
    }
  `)
})

test('the dossier comes again from the decisions alone', () => {
  const made = readFileSync(join(folder, 'annotations.yaml'), 'utf8')
  writeFileSync(join(folder, 'annotations.yaml'), blank)
  new Desk(folder, { by: 'Ada Reader', now: () => new Date(0), write, isRestoring: true })
  expect(readFileSync(join(folder, 'annotations.yaml'), 'utf8')).toBe(made)
})

test('training learns what was accepted, and nothing that was refused or wrong on purpose', () => {
  const { text, attributions } = reviewedText(folder)
  const wordsOf = (tokens: readonly number[]) => tokens.map(index => text.tokens[index]?.word).join(' ')
  const learned = attributions.map(({ source, cue, content }) => [source, cue, content].map(wordsOf))
  expect(learned).toContainEqual(['Tove Berg', 'said', 'she feared that the winter ferries would stop altogether'])
  expect(learned.map(([, , content]) => content)).not.toContain('to close the north pier')
  for (const { answer, proposed } of reader.desk.log.decisions) {
    if (!answer.startsWith('PLANT') || proposed?.kind !== 'statement') continue
    const [source, content] = [proposed.source, proposed.content].map(value => quotesOf(value).map(exactOf).join(' '))
    expect(learned.some(([by, , said]) => by === source && said === content)).toBe(false)
  }
})

test('one command brings it into the graph', async () => {
  const environment = { DIXIT_DB: join(folder, '../dixit.db') }
  expect(await dixit(['import', folder], environment)).toMatchObject({ code: 0, out: 'harbour: created\n' })
  const database = openReader(environment.DIXIT_DB)
  try {
    const found = database
      .prepare<[], { n: number }>('select count(*) as n from statements where origin is not null')
      .get()
    expect(found?.n).toBe(ofType(checkDossier(folder).records, 'statement').length)
  } finally {
    database.close()
  }
})
