import { createHash } from 'node:crypto'
import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import { importDossier } from '../../src/ingest/importDossier.ts'
import type { Database } from '../../src/store/engine/database.ts'
import { openWriter } from '../../src/store/engine/openDatabase.ts'
import { crawl } from '../support/crawl.ts'
import { dump } from '../support/dump.ts'
import { dataOf, seed, testGraph } from '../support/graph.ts'
import { replaceOnce, temporaryFolder } from './dossiers.ts'

const pressReview = new URL('../fixtures/press-review', import.meta.url).pathname

/** A new database of its own for one test. */
function database(): Database {
  const opened = openWriter(join(temporaryFolder(), 'dixit.db'))
  onTestFinished(() => opened.close())
  return opened
}

/** A copy of a dossier, of the same name, in which words of a file are replaced. */
function edited(dossier: string, file: string, from: string, to: string): string {
  const folder = join(temporaryFolder(), basename(dossier))
  mkdirSync(folder)
  cpSync(dossier, folder, { recursive: true })
  writeFileSync(join(folder, file), replaceOnce(readFileSync(join(folder, file), 'utf8'), from, to))
  return folder
}

const once = { replace: false }
const sha256 = (bytes: Uint8Array | string) => createHash('sha256').update(bytes).digest('hex')

/** The bytes of a database but for those of its header in which SQLite counts that it was opened for writing. */
function contentOf(path: string): Uint8Array {
  const bytes = readFileSync(path)
  for (const [from, to] of [
    [18, 20],
    [24, 28],
    [92, 96],
  ] as const) {
    bytes.fill(0, from, to)
  }
  return bytes
}

describe('the same dossier again', () => {
  test('leaves the bytes of the database as they are, also when it is opened anew', () => {
    const path = join(temporaryFolder(), 'dixit.db')
    const run = () => {
      const writer = openWriter(path)
      const { outcome } = importDossier(writer, seed, once)
      writer.close()
      return { outcome, bytes: sha256(contentOf(path)) }
    }
    const first = run()
    expect(run()).toEqual({ outcome: 'unchanged', bytes: first.bytes })
  })
})

describe('two dossiers that share agents, claims and referents', () => {
  const fill = (...folders: string[]) =>
    testGraph(writer => {
      for (const folder of folders) importDossier(writer, folder, once)
    })
  const seedFirst = fill(seed, pressReview)
  const seedLast = fill(pressReview, seed)

  test('have the same ids and the same walks in whatever order they come', async () => {
    const [one, other] = [await crawl(seedFirst), await crawl(seedLast)]
    expect(new Map([...other.nodes].toSorted())).toEqual(new Map([...one.nodes].toSorted()))
    const sorted = (steps: typeof one.steps) => steps.map(({ field, from, to }) => `${field} ${from} ${to}`).toSorted()
    expect(sorted(other.steps)).toEqual(sorted(one.steps))
  })

  test('meet in what they share', async () => {
    const query = `{
      claim(slug: "system-is-broken") { statements { nodes { document { slug } speaker { name } } } }
      figures(filter: { value: { eq: 435719 } }) { nodes { slug } }
    }`
    const speaker = { name: 'Patrick Lechleitner' }
    const seedSays = { document: { slug: 'wane-ice-435000' }, speaker }
    const reviewSays = { document: { slug: 'press-review' }, speaker }
    expect(dataOf(await seedFirst.ask(query))).toEqual({
      claim: { statements: { nodes: [seedSays, reviewSays] } },
      figures: { nodes: [{ slug: 'wane-ice-435000/convicted' }, { slug: 'press-review/convicted' }] },
    })
    expect(dataOf(await seedLast.ask(query))).toEqual({
      claim: { statements: { nodes: [reviewSays, seedSays] } },
      figures: { nodes: [{ slug: 'press-review/convicted' }, { slug: 'wane-ice-435000/convicted' }] },
    })
  })
})

describe('other annotations of the same text', () => {
  const reworded = () => edited(pressReview, 'annotations.yaml', 'title: Press review', 'title: A press review')

  test('replace the earlier ones, and touch no other document', () => {
    const writer = database()
    importDossier(writer, seed, once)
    importDossier(writer, pressReview, once)
    const slugs = (kind: string) => writer.client.prepare(`select slug from ${kind} order by slug`).pluck().all()
    const before = slugs('statements')

    expect(importDossier(writer, reworded(), once).outcome).toBe('updated')
    expect(slugs('statements')).toEqual(before)
    expect(writer.client.prepare("select title from documents where slug = 'press-review'").pluck().get()).toBe(
      'A press review',
    )
    expect(writer.client.pragma('foreign_key_check')).toEqual([])
    expect(importDossier(writer, seed, once).outcome).toBe('unchanged')
  })
})

describe('another text under the same name', () => {
  const retold = () => edited(pressReview, 'article.txt', 'the site reports', 'the site says')

  test('is refused with the words that changed, and nothing is written', () => {
    const writer = database()
    importDossier(writer, pressReview, once)
    const before = dump(writer)
    const folder = retold()
    expect(() => importDossier(writer, folder, once)).toThrow(
      expect.objectContaining({
        code: 'TEXT_CHANGED',
        message:
          'The document press-review is stored with another text: in line 2 stands “reports”, and “says” was read. ' +
          'To replace it on purpose, add --replace.',
      }),
    )
    expect(dump(writer)).toEqual(before)
  })

  test('a number that changed is shown whole', () => {
    const writer = database()
    importDossier(writer, pressReview, once)
    const folder = edited(pressReview, 'article.txt', '435,719', '435,712')
    writeFileSync(
      join(folder, 'annotations.yaml'),
      readFileSync(join(folder, 'annotations.yaml'), 'utf8')
        .replaceAll('435,719', '435,712')
        .replaceAll('435719', '435712'),
    )
    expect(() => importDossier(writer, folder, once)).toThrow(
      expect.objectContaining({
        message: expect.stringContaining('in line 1 stands “435,719”, and “435,712” was read'),
      }),
    )
  })

  test('replaces it on purpose: nothing of the old one is left', () => {
    const [replaced, fresh] = [database(), database()]
    const folder = retold()
    importDossier(replaced, pressReview, once)
    expect(importDossier(replaced, folder, { replace: true }).outcome).toBe('updated')
    importDossier(fresh, folder, once)
    expect(dump(replaced).documentTexts).toEqual(dump(fresh).documentTexts)
    expect(dump(replaced).passages).toEqual(dump(fresh).passages)
    expect(replaced.client.pragma('foreign_key_check')).toEqual([])
  })

  test('keeps nobody and nothing that it alone had brought, and all that others refer to', () => {
    const writer = database()
    const folder = join(temporaryFolder(), 'pier')
    mkdirSync(folder)
    writeFileSync(join(folder, 'article.txt'), 'Ada Moss said the pier is safe. Bo Lind agreed.\n')
    const agents = '  ada-moss: { person: Ada Moss }\n'
    const whole = `dossier: 1
document: { language: en }
agents:
${agents}  bo-lind: { person: Bo Lind, otherNames: [Lind] }
  unsaid: { person: Una Said }
  pier-club: { organization: Pier Club, kind: ASSOCIATION }
memberships:
  - { member: bo-lind, organization: pier-club, role: chair, words: Bo Lind, reason: The club says so. }
statements:
  safe: { speaker: ada-moss, source: Ada Moss, cue: said, content: the pier is safe, speechAct: ASSERTIVE }
`
    const write = (annotations: string) => {
      writeFileSync(join(folder, 'annotations.yaml'), annotations)
      return importDossier(writer, folder, once).outcome
    }
    importDossier(writer, seed, once)
    const slugsOf = () => writer.client.prepare<[], string>('select slug from agents').pluck().all()
    const before = slugsOf()
    write(whole)
    const memberships = () => writer.client.prepare("select slug from memberships where slug like 'pier/%'").all()
    expect(memberships()).toHaveLength(1)
    const left = `dossier: 1\ndocument: { language: en }\nagents:\n${agents}${whole.slice(whole.indexOf('statements:'))}`
    expect(write(left)).toBe('updated')
    expect(slugsOf().toSorted()).toEqual([...before, 'ada-moss', 'unsaid'].toSorted())
    expect(memberships()).toEqual([])
    expect(writer.client.prepare("select count(*) from agentNames where name = 'Lind'").pluck().get()).toBe(0)
    expect(writer.client.pragma('foreign_key_check')).toEqual([])
    const found = writer.client.prepare('select count(*) from agentSearch where agentSearch match ?').pluck()
    expect(found.get('lind')).toBe(0)
    // Of whom no word speaks may be of any dossier.
    expect(found.get('una')).toBe(1)
    expect(found.get('moss')).toBe(1)
  })

  test('does not keep a claim or a referent that nothing speaks of any more', () => {
    const writer = database()
    importDossier(writer, pressReview, once)
    const annotations = readFileSync(join(pressReview, 'annotations.yaml'), 'utf8')
    const folder = join(temporaryFolder(), 'press-review')
    mkdirSync(folder)
    writeFileSync(join(folder, 'article.txt'), readFileSync(join(pressReview, 'article.txt')))
    const withoutBroken = annotations
      .replace(/^ {2}broken:\n(?: {4}.*\n)+/m, '')
      .replace(/^ {2}immigration-system:.*\n/m, '')
      .replace(/^claims:\n(?: {2}.*\n)+/m, '')
    writeFileSync(join(folder, 'annotations.yaml'), withoutBroken)
    expect(importDossier(writer, folder, once).outcome).toBe('updated')
    expect(dump(writer).claims).toEqual([])
    expect(writer.client.prepare('select slug from referents').pluck().all()).toEqual(['those-counted'])
  })
})

describe('an agent, a claim or a referent that is stored in other words', () => {
  test.each([
    [
      'agents',
      'ice',
      'organization: Immigration and Customs Enforcement, kind: AGENCY',
      'organization: U.S. ICE, kind: AGENCY',
      'ice is “Immigration and Customs Enforcement” of the dossiers, and “U.S. ICE” here',
    ],
    [
      'agents',
      'wane',
      'organization: wane.com, kind: PUBLISHER',
      'organization: wane.com, kind: COMPANY',
      'wane is wane.com, PUBLISHER of the dossiers, and wane.com, COMPANY here',
    ],
    [
      'claims',
      'system-is-broken',
      "system-is-broken: The nation's immigration system is broken.",
      'system-is-broken: It is broken.',
      "system-is-broken is “The nation's immigration system is broken.”, and “It is broken.” here",
    ],
    [
      'referents',
      'immigration-system',
      'immigration-system: the immigration system of the United States',
      'immigration-system: the system',
      'immigration-system is “the immigration system of the United States”, and “the system” here',
    ],
  ])('%s: %s', (table, _key, from, to, difference) => {
    const writer = database()
    importDossier(writer, seed, once)
    const before = dump(writer)
    const folder = edited(pressReview, 'annotations.yaml', from, to)
    expect(() => importDossier(writer, folder, once)).toThrow(
      expect.objectContaining({
        code: 'BAD_INPUT',
        message: `${difference}. Use another key, say the same, or replace it on purpose with --replace.`,
      }),
    )
    expect(dump(writer)).toEqual(before)

    expect(importDossier(writer, folder, { replace: true }).outcome).toBe('created')
    expect(dump(writer)[table]).not.toEqual(before[table])
  })

  test('an identifier that another agent has', () => {
    const writer = database()
    const withIdentifier = (key: string) =>
      edited(
        pressReview,
        'annotations.yaml',
        'wane: { organization: wane.com, kind: PUBLISHER }',
        `${key}: { organization: wane.com, kind: PUBLISHER, identifiers: { wikidata: Q1 } }`,
      )
    importDossier(writer, withIdentifier('wane'), once)
    const other = join(temporaryFolder(), 'other-review')
    mkdirSync(other)
    cpSync(withIdentifier('wane'), other, { recursive: true })
    const file = join(other, 'annotations.yaml')
    writeFileSync(file, readFileSync(file, 'utf8').replaceAll(/\bwane(?=:| *$)/gm, 'wane-tv'))
    expect(() => importDossier(writer, other, once)).toThrow(
      expect.objectContaining({
        code: 'BAD_INPUT',
        message:
          'The agent wane-tv is refused: the identifier wikidata Q1 of wane-tv is stored for wane. ' +
          'If they are one and the same, use one key for both; if not, mend the identifier.',
      }),
    )
  })
})
