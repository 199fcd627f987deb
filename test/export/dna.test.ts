import { spawnSync } from 'node:child_process'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import { expect, test, vi } from 'vitest'
import { openReader } from '../../src/store/engine/openDatabase.ts'
import { dixit } from '../support/cli.ts'
import { writeDna } from '../support/dnaFile.ts'
import { temporaryFolder } from '../support/graph.ts'

// Programs are started, which takes seconds on a busy machine.
vi.setConfig({ testTimeout: 120_000 })

const folder = temporaryFolder()
const hasR = spawnSync('Rscript', ['--version']).status === 0

async function run(database: string, ...args: string[]): Promise<string> {
  const { code, err } = await dixit(args, { DIXIT_DB: join(folder, database) })
  expect({ args, code, err: code === 0 ? '' : err }).toEqual({ args, code: 0, err: '' })
  return err
}

/** Who takes which side of which claim, on whose behalf, when and in which words, by names. */
function sides(database: string): unknown[] {
  const graph = openReader(join(folder, database))
  try {
    return graph.client
      .prepare(
        `select coalesce(a.name, (select x.name from statementSpeakers p join agents x on x.id = p.agentId where p.statementId = s.id)) as who,
           (select o.name from agents o where o.id = s.onBehalfOfId and o.id is not s.speakerId) as behalf, c.text as claim, t.stance, t.manner, s.text as words,
           (select k.name from coders k where k.id = s.coderId) as coder
         from stances t join statements s on s.id = t.statementId join claims c on c.id = t.claimId
           left join agents a on a.id = s.speakerId
         where t.stance in ('SUPPORTS', 'OPPOSES') and coalesce(t.manner, 'ASSERTED') in ('ASSERTED', 'PRESUPPOSED')
           and s.speakerId is not null and s.reportedInId is null
         order by claim, words, who`,
      )
      .all()
  } finally {
    graph.close()
  }
}

test('an event list has the columns of DNA, and leads back to the same sides', async () => {
  mkdirSync(join(folder, 'town'), { recursive: true })
  await run('one.db', 'import', 'dna', writeDna(join(folder, 'town', 'town.dna')))
  await run('one.db', 'seed')
  const list = join(folder, 'events.csv')
  expect(await run('one.db', 'export', 'dna', '--out', list)).toContain('left out: 17 stances')
  const rows: Record<string, string>[] = parse(readFileSync(list), { delimiter: ';', columns: true })
  expect(Object.keys(rows[0] ?? {}).slice(0, 16)).toEqual([
    ...['statement_id', 'time', 'person', 'organization', 'concept', 'agreement', 'start_position', 'stop_position'],
    ...['text', 'coder', 'document_id', 'document_title', 'document_author', 'document_source', 'document_section'],
    'document_type',
  ])
  expect(rows.find(row => row.text === 'The 🌊 is over')).toMatchObject({
    ...{ time: '2005-01-26 00:00:00', person: 'Ada Reyes', organization: 'Town Council', agreement: '1' },
    // As in the database: the wave is two units.
    ...{ concept: 'The flood is over.', start_position: '1', stop_position: '15', coder_name: 'Coder One' },
  })
  // Who speaks was concluded, and the words are the article's.
  expect(rows.find(row => row.statement === 'wane-ice-435000/lead')).toMatchObject({
    ...{ speaker_basis: 'INFERRED', wording: 'REPORTER' },
  })
  expect(rows.find(row => row.manner === 'PRESUPPOSED')).toBeDefined()
  expect(rows.every(({ manner = '' }) => ['', 'ASSERTED', 'PRESUPPOSED'].includes(manner))).toBe(true)
  expect(rows.filter(row => row.person === 'Tony Gonzales').length).toBeGreaterThan(2)
  expect(rows.length).toBe(sides('one.db').length)

  await run('two.db', 'import', 'dna', list)
  expect(sides('two.db')).toEqual(sides('one.db'))
})

test('speech that others only report is no row, unless it is asked for', async () => {
  const pier = join(folder, 'pier')
  mkdirSync(pier)
  writeFileSync(join(pier, 'article.txt'), 'Ada Moss said the owners say the pier is safe.')
  const coded = 'quotation: INDIRECT, speechAct: ASSERTIVE, attribution: COMMUNICATION'
  writeFileSync(
    join(pier, 'annotations.yaml'),
    `dossier: 1
document: { title: Pier, publisher: gazette, language: en }
agents:
  gazette: { organization: Gazette, kind: PUBLISHER }
  ada: { person: Ada Moss }
  owners: { organization: the owners, kind: GROUP }
claims: { safe: The pier is safe. }
statements:
  outer: { speaker: ada, source: Ada Moss, cue: said, content: the owners say the pier is safe, ${coded} }
  inner:
    { speaker: owners, reportedIn: outer, source: the owners, cue: say, content: the pier is safe, ${coded},
      stances: [{ claim: safe, stance: SUPPORTS, manner: ASSERTED }] }
`,
  )
  await run('pier.db', 'import', pier)
  const [plain, nested] = [join(folder, 'plain.csv'), join(folder, 'nested.csv')]
  expect(await run('pier.db', 'export', 'dna', '--out', plain)).toMatch(/0 rows\nleft out: 1 stance:/)
  expect(await run('pier.db', 'export', 'dna', '--nested', '--out', nested)).toMatch(/1 row\n$/)
})

test('what DNA itself writes is read: numbers for coders, and stops that are no stops', async () => {
  const list = join(folder, 'own.csv')
  const header =
    '"statement_id";"time";"person";"organization";"concept";"agreement";"start_position";"stop_position";"text";"coder";"document_id";"document_title";"document_author";"document_source";"document_section";"document_type"'
  writeFileSync(
    list,
    [
      header,
      '7;2005-01-26 00:00:00;"Ada Reyes";"Town Council";"Over";1;30;36;"It, is";2;4;"Flood";"Lind";"Times";"";"Letter"',
      '8;2005-01-26 00:00:00;"Ada Reyes";"Town Council";"Cheap";0;30;36;"It, is";2;4;"Flood";"Lind";"Times";"";"Letter"',
      '9;2005-01-26 00:00:00;"";"Town Council";"Over";0;3;9;"Not so";2;4;"Flood";"Lind";"Times";"";"Letter"',
      '10;2005-01-27 00:00:00;"Bo";"";"Over";1;3;9;"";2;5;"";"";"";"";""',
    ].join('\n'),
  )
  const { code, out, err } = await dixit(['import', 'dna', list], { DIXIT_DB: join(folder, 'own.db') })
  expect({ code, refused: /BAD_RECORD/.test(out + err) }).toEqual({ code: 0, refused: true })
  expect(sides('own.db')).toEqual([
    {
      who: 'Ada Reyes',
      behalf: 'Town Council',
      claim: 'Cheap',
      stance: 'OPPOSES',
      manner: null,
      words: 'It, is',
      coder: '2',
    },
    {
      who: 'Ada Reyes',
      behalf: 'Town Council',
      claim: 'Over',
      stance: 'SUPPORTS',
      manner: null,
      words: 'It, is',
      coder: '2',
    },
    { who: 'Town Council', behalf: null, claim: 'Over', stance: 'OPPOSES', manner: null, words: 'Not so', coder: '2' },
  ])
  const graph = openReader(join(folder, 'own.db'))
  expect(graph.value('select text from documentTexts')).toBe('Not so\nIt, is')
  expect(graph.value('select published from documents')).toBe('2005-01-26')
  expect(graph.value('select count(*) from statements')).toBe(2)
  graph.close()
  const other = join(folder, 'other.csv')
  writeFileSync(other, 'a;b\n1;2\n')
  expect(await dixit(['import', 'dna', other], { DIXIT_DB: join(folder, 'own.db') })).toMatchObject({
    err: expect.stringContaining('is not a Discourse Network Analyzer event list: it lacks person'),
  })
})

test.skipIf(!hasR)('R reads the same cells (skipped without R)', async () => {
  await run('r.db', 'seed')
  const list = join(folder, 'r.csv')
  await run('r.db', 'export', 'dna', '--out', list)
  const code = `events <- read.csv2(commandArgs(TRUE)[1], encoding = "UTF-8", check.names = FALSE, colClasses = "character")
    cat(enc2utf8(paste(c(names(events), t(as.matrix(events))), collapse = "\\x1f")))`
  const { stdout, stderr, status } = spawnSync('Rscript', ['-e', code, list], { encoding: 'utf8' })
  expect({ status, stderr: status === 0 ? '' : stderr }).toEqual({ status: 0, stderr: '' })
  const cells: string[][] = parse(readFileSync(list), { delimiter: ';' })
  expect(stdout.split('\x1f').map(cell => (cell === 'NA' ? '' : cell))).toEqual(cells.flat())
})
