import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { readDecisions } from '../../src/ingest/decisions.ts'
import { candidateEvidence, findCandidates } from '../../src/ingest/identities/candidates.ts'
import { draftOf } from '../../src/ingest/identities/decisionFile.ts'
import { comparableName, nameLikeness } from '../../src/ingest/identities/nameKeys.ts'
import { reviewCandidates } from '../../src/ingest/identities/review.ts'
import { importPath } from '../../src/ingest/importDossier.ts'
import { openWriter } from '../../src/store/engine/openDatabase.ts'
import { replaceDecisions } from '../../src/store/write/identities.ts'
import { databaseIn, fixture, importInto } from '../support/corpora.ts'
import { temporaryFolder } from '../support/graph.ts'
import { write } from './dossiers.ts'

test.each([
  ['hillary-clinton', 'Hillary Clinton', 'the same name'],
  ['HILLARY CLINTON', 'Sen. Hillary Rodham Clinton', 'the same name except for the middle name'],
  ['Clinton, Hillary', "Hillary Clinton's", 'the same name'],
  ['Bernie Sanders', 'Bernard Sanders', 'bernie is short for bernard, or the other way round'],
  ['J. Biden', 'Joe Biden', 'a matching initial'],
  ['Ségolène Royal', 'Segolene Royal', 'the same name'],
  ['Robert Kennedy', 'Robert Kennedy Jr.', null],
  ['George W. Bush', 'George H. W. Bush', null],
  ['Ted Cruz', 'Rafael Cruz', null],
  ['Planned Parenthood', 'planned-parenthood', 'the same name'],
])('“%s” and “%s”', (one, other, expected) => {
  expect(nameLikeness(comparableName(one), comparableName(other))).toBe(expected)
})

/** Two registers that name people alike, one of them with two records of one name. */
async function twoRegisters(): Promise<string> {
  const folder = temporaryFolder()
  await importInto(folder, 'legislators', fixture('legislators'))
  await importInto(folder, 'liar', fixture('liar'))
  const lines = [
    {
      type: 'agent',
      slug: 'town-ada-1',
      kind: 'PERSON',
      name: 'Ada Reyes',
      labels: [{ name: 'state', value: 'Maine' }],
    },
    {
      type: 'agent',
      slug: 'town-ada-2',
      kind: 'PERSON',
      name: 'Ada Reyes',
      labels: [{ name: 'state', value: 'Ohio' }],
    },
  ]
  const file = join(folder, 'town.jsonl')
  writeFileSync(file, lines.map(line => `${JSON.stringify(line)}\n`).join(''))
  await importInto(folder, 'jsonl', file, { dataset: 'town' })
  return folder
}

test('two records of one register are never proposed; both sides are shown', async () => {
  const database = openWriter(databaseIn(await twoRegisters()))
  const candidates = findCandidates(database, 100)
  const pairs = candidates.map(({ agent, other }) => [agent.slug, other?.slug])
  expect(pairs).toContainEqual(['legislators-r000001', 'town-ada-1'])
  expect(pairs).not.toContainEqual(['town-ada-1', 'town-ada-2'])
  const ada = candidates.find(({ other }) => other?.slug === 'town-ada-1')
  expect(ada && candidateEvidence(database, ada).other?.facts).toEqual(['state: Maine'])
  database.close()
})

test('a draft decides nothing until somebody accepts, gives a reason and signs', async () => {
  const folder = await twoRegisters()
  const database = openWriter(databaseIn(folder))
  const draft = draftOf(
    findCandidates(database, 100).map(candidate => ({ candidate, evidence: candidateEvidence(database, candidate) })),
  )
  const file = join(folder, 'draft.yaml')
  const decisionsIn = (text: string) => {
    writeFileSync(file, text)
    return readDecisions(file).identities
  }
  expect(decisionsIn(draft)).toEqual([])
  const accepted = draft.replace('accept: null\n    reason: null', 'accept: yes\n    reason: One seat, one name.')
  expect(() => decisionsIn(accepted)).toThrow('problem')
  const [decision] = decisionsIn(accepted.replace('decidedBy: null', 'decidedBy: Joan Lind'))
  expect(decision).toMatchObject({ kind: 'SAME_AS', decidedBy: 'Joan Lind', reason: 'One seat, one name.' })
  expect(() => decisionsIn(draft.replace('decidedBy: null', 'decidedBy: your name'))).toThrow('problem')
  database.close()
})

test('a review takes one key a decision, undoes, and logs who decided what', async () => {
  const folder = await twoRegisters()
  const database = openWriter(databaseIn(folder))
  const candidates = findCandidates(database, 3)
  const [file, log] = [join(folder, 'decisions.yaml'), join(folder, 'log.jsonl')]
  writeFileSync(file, '# Ours\ndecisions: 1\n')
  const keys = ['s', 'u', 'd', ' ', 's']
  const shown: string[] = []
  const stand = await reviewCandidates(candidates, {
    by: 'Joan Lind',
    file,
    log,
    now: () => new Date('2026-01-02T03:04:05Z'),
    evidenceOf: candidate => candidateEvidence(database, candidate),
    show: text => shown.push(text),
    nextKey: async () => keys.shift() ?? null,
  })
  expect(stand).toBe(2)
  const decisions = readDecisions(file).identities
  expect(decisions.map(({ kind, decidedBy }) => [kind, decidedBy])).toEqual([
    ['SAME_AS', 'Joan Lind'],
    ['NOT_SAME_AS', 'Joan Lind'],
  ])
  expect(readFileSync(file, 'utf8')).toContain('# Ours')
  const entries = readFileSync(log, 'utf8').trim().split('\n')
  expect(entries.map(line => JSON.parse(line).decided)).toEqual(['same', 'undone', 'different', 'same'])
  expect(shown.join('\n')).toContain(`1 of ${candidates.length}`)
  const pairsIn = () => findCandidates(database, 100).map(({ agent, other }) => `${agent.slug} ${other?.slug}`)
  const before = pairsIn()
  replaceDecisions(database, decisions)
  const left = new Set(pairsIn())
  expect(before.filter(pair => !left.has(pair)).length).toBeGreaterThanOrEqual(2)
  database.close()
})

test('two people of different dossiers may be one; two records of one dataset never are', () => {
  const database = openWriter(join(temporaryFolder(), 'dixit.db'))
  const annotations = (agent: string) => `dossier: 1
document: { title: null, language: en }
agents:
  ${agent}
statements:
  one: { speaker: ${agent.split(':')[0]}, source: Vogt, cue: said, content: so, speechAct: ASSERTIVE }
`
  const folder = write({
    'one/article.txt': 'Vogt said so.\n',
    'one/annotations.yaml': annotations('karin-vogt: { person: Karin Vogt }'),
    'two/article.txt': 'And Vogt said so again.\n',
    'two/annotations.yaml': annotations('vogt: { person: Karin Vogt, otherNames: [Vogt] }'),
  })
  importPath(database, folder, { replace: false })
  expect(findCandidates(database, 10).map(({ agent, other }) => [agent.slug, other?.slug])).toEqual([
    ['karin-vogt', 'vogt'],
  ])
  database.close()
})
