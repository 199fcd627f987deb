import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseW3CTextAnnotation } from '@recogito/text-annotator'
import { describe, expect, test, vi } from 'vitest'
import { dixit, root } from '../support/cli.ts'
import { importInto } from '../support/corpora.ts'
import { dataOf, fillWithSeed, graphAt, temporaryFolder, testDatabase } from '../support/graph.ts'
import { pythonWith } from '../support/python.ts'

// Each test starts programs, which takes seconds on a busy machine.
vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 })

const folder = temporaryFolder()
const out = (name: string) => join(folder, name)

/** Beside the seed a text with characters beyond the first plane, lines, words in pieces and a name that is hostile. */
const text = 'Mayor 𝒜da: “🌊 The flood\nis over.\n\nIt was 40 🏠🏠 houses.” <&>\n'
const hostile = '<b>"&amp;"</b>\n\u202Ename\u202C \\ ]]>'
const points = [...text]
const span = (...words: string[]) => {
  const at = words.map(each => {
    const start = [...text.slice(0, text.indexOf(each))].length
    return [start, start + [...each].length]
  })
  return { at, exact: at.map(([start, end]) => points.slice(start, end).join('')).join(' … ') }
}
const records = [
  { type: 'dataset', slug: 'flood', licence: 'CC BY 4.0 & "more"' },
  { type: 'coder', slug: 'flood-coder', name: 'Coder <1>' },
  { type: 'agent', slug: 'flood-ada', kind: 'PERSON', name: 'Ada' },
  { type: 'agent', slug: 'flood-bo', kind: 'PERSON', name: 'Bo' },
  { type: 'document', slug: 'flood-1', text, language: 'en', title: hostile.replaceAll('\n', ' ') },
  {
    type: 'statement',
    slug: 'flood-1/1',
    document: 'flood-1',
    content: span('🌊 The flood', '40 🏠🏠 houses'),
    coder: 'flood-coder',
    mentions: [{ role: 'SOURCE', words: 'Mayor 𝒜da', span: span('Mayor 𝒜da'), agent: 'flood-ada' }],
    source: span('Mayor 𝒜da'),
  },
  {
    type: 'statement',
    slug: 'flood-1/2',
    document: 'flood-1',
    content: span('is over.\n\nIt was 40 🏠🏠'),
    speakers: ['flood-ada', 'flood-bo'],
    coder: 'flood-coder',
  },
]

const DIXIT_DB = testDatabase(database => {
  fillWithSeed(database)
})
writeFileSync(out('flood.jsonl'), records.map(record => `${JSON.stringify(record)}\n`).join(''))
const imported = await dixit(['import', 'jsonl', out('flood.jsonl'), '--dataset', 'flood', '--strict'], { DIXIT_DB })
const run = (...args: string[]) => dixit(['export', ...args], { DIXIT_DB })

test('the text is imported', () => {
  expect(imported).toMatchObject({ code: 0 })
})

describe('a REFI-QDA project', () => {
  const xsd = join(root, 'test/fixtures/qdpx/Project-mrt2019.xsd')
  const lxml = pythonWith('lxml')

  test.skipIf(lxml === null).each(['lf', 'crlf'])(
    'holds to the published schema, and each position to its words, with lines that end in %s (skipped without python3 with lxml)',
    async ends => {
      expect(await run('qdpx', '--out', out(`${ends}.qdpx`), '--texts', '--line-ends', ends)).toMatchObject({ code: 0 })
      const script = `
import sys, zipfile, lxml.etree as E
archive = zipfile.ZipFile(sys.argv[1])
project = E.fromstring(archive.read('project.qde'))
schema = E.XMLSchema(E.parse(sys.argv[2]))
if not schema.validate(project): sys.exit(str(schema.error_log))
ns = { 'q': 'urn:QDA-XML:project:1.0' }
selections, wrong = 0, []
for source in project.iterfind('.//q:TextSource', ns):
  text = archive.read('sources/' + source.get('plainTextPath')[len('internal://'):]).decode('utf-8')
  for selection in source.iterfind('q:PlainTextSelection', ns):
    words = text[int(selection.get('startPosition')):int(selection.get('endPosition'))]
    selections += 1
    if ' '.join(words.split()) != ' '.join(selection.get('name').split()): wrong.append(words)
guids = [each.get('guid') for each in project.iter() if each.get('guid')]
lost = { each.get('targetGUID') for each in project.iter() if each.get('targetGUID') } - set(guids)
crlf = all(b'\\r\\n' in archive.read(name) for name in archive.namelist() if name.endswith('.txt'))
print(selections, wrong, len(guids) == len(set(guids)), lost, crlf)`
      expect(lxml?.(script, out(`${ends}.qdpx`), xsd)).toBe(`322 [] True set() ${ends === 'crlf' ? 'True' : 'False'}`)
    },
  )

  const pyrefiqda = pythonWith('pyrefiqda')

  test.skipIf(pyrefiqda === null)('is opened by pyrefiqda (skipped without python3 with pyrefiqda)', async () => {
    await run('qdpx', '--out', out('read.qdpx'), '--texts')
    const script = `
import sys
from pyrefiqda import RefiProject
project = RefiProject.load(sys.argv[1], extract_dir = sys.argv[2])
sources = project.sources.text_source
print(project.origin.split()[0], len(sources), sum(len(each.plain_text_selection) for each in sources), [user.name for user in project.users.user], len(project.cases.case) > 5)`
    expect(pyrefiqda?.(script, out('read.qdpx'), out('extracted'))).toBe("Dixit 2 322 ['Coder <1>'] True")
  })

  test('is the same to the byte when it is written again, with the same GUIDs', async () => {
    await run('qdpx', '--out', out('first.qdpx'), '--texts')
    await run('qdpx', '--out', out('second.qdpx'), '--texts')
    expect(readFileSync(out('second.qdpx'), 'base64')).toBe(readFileSync(out('first.qdpx'), 'base64'))
  })

  test.each(['lf', 'crlf'])('comes back by import qdpx with its words, codes, speakers and coders: %s', async ends => {
    await run('qdpx', '--out', out(`back-${ends}.qdpx`), '--texts', '--line-ends', ends)
    const there = temporaryFolder()
    const [outcome] = await importInto(there, 'qdpx', out(`back-${ends}.qdpx`), { strict: true })
    expect([outcome?.outcome, outcome?.refused.size]).toEqual(['imported', 0])
    const back = graphAt(join(there, 'dixit.db')).database
    const before = graphAt(DIXIT_DB).database
    const values = (of: typeof back, query: string) => of.client.prepare<[], string>(query).pluck().all()
    // Of what is marked, the words; of each claim and referent, as many as there were.
    expect(values(back, 'select count(*) from statements')).toEqual([322])
    expect(values(back, "select value from labels where name = 'code' and value like 'Claim > %' order by 1")).toEqual(
      values(
        before,
        "select 'Claim > ' || c.text || ' > ' || s.stance from stances s join claims c on c.id = s.claimId order by 1",
      ),
    )
    expect(values(back, "select value from labels where name = 'code' and value like 'Manner > %' order by 1")).toEqual(
      values(before, "select 'Manner > ' || manner from stances where manner is not null order by 1"),
    )
    expect(values(back, "select value from labels where name = 'code' and value like 'Term > %' order by 1")).toEqual(
      values(before, "select 'Term > ' || r.label from termUses u join referents r on r.id = u.referentId order by 1"),
    )
    expect(values(back, "select distinct name from agents where kind = 'UNKNOWN' order by 1")).toEqual(
      values(
        before,
        `select distinct name from agents where id in
          (select speakerId from statements union select agentId from statementSpeakers) order by 1`,
      ),
    )
    expect(
      values(back, "select distinct value from labels where name = 'code' and value like 'Voice > %' order by 1"),
    ).toEqual(values(before, "select distinct 'Voice > ' || voice from statements order by 1"))
    const told = `select text from statements where id in (select statementId from labels where value = 'By the account of others')`
    expect(values(back, told)).toEqual(
      expect.arrayContaining([
        'have criminal convictions or are facing charges for serious crimes',
        'as an Appropriator',
        'The data released by ICE',
      ]),
    )
    expect(values(back, told)).not.toContain('This is madness')
    expect(values(back, 'select name from coders')).toEqual(['Coder <1>'])
    expect(values(back, "select text from statements where text like '%🏠%' order by 1")).toEqual([
      '40 🏠🏠 houses',
      'is over.\n\nIt was 40 🏠🏠',
    ])
  })

  test('leaves out, and says so, what states no licence; with nothing left it is not written', async () => {
    const { err } = await run('qdpx', '--out', out('free.qdpx'))
    expect(err).toContain('1 texts; left out: 1, whose dataset states no licence (--texts takes them along)')
    const none = await run('qdpx', '--out', out('none.qdpx'), '--document', 'wane-ice-435000')
    expect([none.code, none.err]).toEqual([
      2,
      'dixit: No text leaves: no licence is stated under which its text may be passed on. If you may, add --texts; or state the licence, in a dossier as that of its dataset (datasets, and document.dataset).\n',
    ])
  })
})

describe('brat', () => {
  test('each span is the words of its text, in code points, on lines of their own', async () => {
    expect(await run('brat', '--out', out('brat'), '--texts')).toMatchObject({ code: 0 })
    for (const slug of ['wane-ice-435000', 'flood-1']) {
      const characters = [...readFileSync(out(`brat/${slug}.txt`), 'utf8')]
      const lines = readFileSync(out(`brat/${slug}.ann`), 'utf8')
        .trimEnd()
        .split('\n')
      const spans = lines.flatMap(line =>
        [/^T\d+\t\w+ ([\d ;]+)\t(.*)$/.exec(line) ?? []].filter(({ length }) => length > 0),
      )
      expect(spans).toHaveLength(lines.filter(line => line.startsWith('T')).length)
      for (const [, places = '', words] of spans) {
        const pieces = places.split(';').map(place => characters.slice(...place.split(' ').map(Number)).join(''))
        expect(pieces.join(' ')).toBe(words)
        expect(words).not.toContain('\n')
      }
    }
  })

  const bratly = pythonWith('bratly.io.file_read_src')

  test.skipIf(bratly === null)('is read by bratly, each line of it (skipped without python3 with bratly-io-fs)', () => {
    const script = `
import sys, json
from bratly.io.file_read_src import read_document_collection_from_folder
counts = {}
for document in read_document_collection_from_folder(sys.argv[1], no_duplicates_ann = False, renumerotize_ann = False).documents:
  for each in document.annotation_collections[0].annotations:
    if type(each).__name__ == 'EntityAnnotation':
      words = ' '.join(document.text[part.start:part.end] for part in each.fragments)
      if words != each.content: sys.exit(repr([words, each.content]))
    counts[type(each).__name__[0]] = counts.get(type(each).__name__[0], 0) + 1
print(json.dumps(counts, sort_keys = True))`
    const lines = ['wane-ice-435000', 'flood-1'].flatMap(slug =>
      readFileSync(out(`brat/${slug}.ann`), 'utf8')
        .trimEnd()
        .split('\n'),
    )
    const of = (letter: string) => lines.filter(line => line.startsWith(letter)).length
    // It says on its output what it cannot read.
    expect(bratly?.(script, out('brat'))).toBe(`{"A": ${of('A')}, "E": ${of('T')}, "N": ${of('#')}, "R": ${of('R')}}`)
  })

  test('who only reports a claim is marked so beside the stance', () => {
    const lines = readFileSync(out('brat/wane-ice-435000.ann'), 'utf8').split('\n')
    const [, reported] = lines.flatMap(line => /^A\d+\tmanner (T\d+) REPORTED$/.exec(line) ?? [])
    expect(lines.find(line => line.startsWith(`${reported}\t`))).toMatch(
      / will erode trust with immigrant communities$/,
    )
  })

  test('by whose account something was said, or is so, stands beside it', () => {
    const lines = readFileSync(out('brat/wane-ice-435000.ann'), 'utf8').split('\n')
    const notesOf = (span: RegExp) => {
      const marks = lines.flatMap(line => (span.test(line) ? [line.split('\t')[0] ?? ''] : []))
      return marks.map(mark => lines.find(line => line.includes(`AnnotatorNotes ${mark}\t`)) ?? '')
    }
    const account = (who: string) => expect.stringContaining(`by the account of ${who}`)
    expect(notesOf(/^T\d+\tStatement .*\thave criminal convictions or are/)).toEqual([account('Mark Green')])
    expect(notesOf(/^T\d+\tMembership .*\tas an Appropriator$/)).toEqual([account('Tony Gonzales')])
    expect(notesOf(/^T\d+\tChannel .*\tThe data released by ICE$/)).toEqual([account('Tony Gonzales')])
    expect(notesOf(/^T\d+\tMembership .*\tICE Deputy Director/)).not.toEqual([account('')])
  })

  test('every attribute and type that is used is declared', async () => {
    const conf = readFileSync(out('brat/annotation.conf'), 'utf8')
    for (const slug of ['wane-ice-435000', 'flood-1']) {
      for (const line of readFileSync(out(`brat/${slug}.ann`), 'utf8')
        .trimEnd()
        .split('\n')) {
        const [, type = '', name = '', value = ''] = /^(?:T\d+\t(\w+)|A\d+\t(\w+) T\d+ (\w+))/.exec(line) ?? []
        if (type !== '') expect(conf).toMatch(new RegExp(`^${type}$`, 'm'))
        if (name !== '') expect(conf).toMatch(new RegExp(`^${name}\tArg:<ENTITY>, Value:.*\\b${value}\\b`, 'm'))
      }
    }
  })

  test('the licence of each text stands beside them', () => {
    expect(readFileSync(out('brat/documents.csv'), 'utf8')).toContain('flood,"CC BY 4.0 & ""more"""')
  })
})

describe('Web Annotations', () => {
  interface Target {
    readonly source: string
    readonly selector: readonly [{ start: number; end: number }, { exact: string; prefix: string; suffix: string }]
  }

  test('each annotation points at its words, twice, and whole texts stay', async () => {
    expect(await run('annotations', '--out', out('annotations.json'))).toMatchObject({ code: 0 })
    const collection = JSON.parse(readFileSync(out('annotations.json'), 'utf8'))
    const { items }: { items: { id: string; body: object[]; target: Target | Target[] }[] } = collection.first
    expect([collection['@context'], collection.type, collection.total]).toEqual([
      'http://www.w3.org/ns/anno.jsonld',
      'AnnotationCollection',
      items.length,
    ])
    const texts = new Map(
      ['wane-ice-435000', 'flood-1'].map(slug => [
        `http://127.0.0.1:4000/id/Document/${slug}`,
        [...readFileSync(out(`brat/${slug}.txt`), 'utf8')],
      ]),
    )
    expect(new Set(items.map(({ id }) => id)).size).toBe(items.length)
    const reported = items.filter(({ body }) => body.some(each => 'value' in each && each.value === 'manner: REPORTED'))
    expect(reported).toHaveLength(2)
    const nested = items.find(({ id }) => id.endsWith('/id/Statement/wane-ice-435000/jurisdictions-concern'))
    expect(nested?.body).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ value: 'reportedBy: Immigration and Customs Enforcement' }),
        expect.objectContaining({ value: 'reportedBy: Patrick Lechleitner' }),
      ]),
    )
    const said = (path: string) =>
      items.flatMap(({ id, body }) =>
        new URL(id).pathname + new URL(id).hash === `/id/${path}`
          ? body.flatMap(each => ('value' in each ? [each.value] : 'source' in each ? [each.source] : []))
          : [],
      )
    // Who speaks where a letter does, on what ground a source is somebody, who gives a role, and all who speak together.
    expect(said('Statement/wane-ice-435000/by-offence')).toEqual(
      expect.arrayContaining(['http://127.0.0.1:4000/id/Channel/wane-ice-435000/letter', 'voice: CHANNEL']),
    )
    expect(said('Statement/wane-ice-435000/holding')).toContain('voice: DOCUMENT')
    expect(said('Statement/wane-ice-435000/lead#source')).toContain('basis: INFERRED')
    expect(said('Statement/wane-ice-435000/reduced-cooperation#source')).toContain('basis: STATED')
    expect(said('Membership/wane-ice-435000/tony-gonzales/appropriator')).toContain('reportedBy: Tony Gonzales')
    expect(said('Statement/flood-1/2')).toEqual(expect.arrayContaining(['Ada', 'Bo']))
    const viaLetter = items.find(({ id }) => id.endsWith('/id/Statement/wane-ice-435000/reduced-cooperation'))
    expect(viaLetter?.body).toContainEqual(expect.objectContaining({ value: 'basis: INFERRED' }))
    for (const { source, selector } of items.flatMap(({ target }) => target)) {
      const [{ start, end }, { exact, prefix, suffix }] = selector
      const text = texts.get(source) ?? []
      expect(text.slice(start, end).join('')).toBe(exact)
      expect(text.join('')).toContain(prefix + exact + suffix)
    }
  })

  test('are read by Recogito, to the character', () => {
    const { items }: { items: { id: string; target: Target | Target[] }[] } = JSON.parse(
      readFileSync(out('annotations.json'), 'utf8'),
    ).first
    expect(items.length).toBeGreaterThan(300)
    for (const item of items) {
      const { error, parsed } = parseW3CTextAnnotation(item)
      expect(error).toBeUndefined()
      const places = [item.target]
        .flat()
        .map(({ selector: [{ start, end }, { exact }] }) => ({ start, end, quote: exact }))
      expect([parsed?.id, parsed?.target.selector.map(({ start, end, quote }) => ({ start, end, quote }))]).toEqual([
        item.id,
        places,
      ])
    }
  })

  test('they are those of the API', async () => {
    const graph = graphAt(DIXIT_DB)
    interface Annotations {
      readonly nodes: { kind: string; node: { uri: string } }[]
      readonly pageInfo: { hasNextPage: boolean; endCursor: string | null }
    }
    const nodes: Annotations['nodes'] = []
    for (let after: string | null = null, more = true; more; ) {
      const { document }: { document: { annotations: Annotations } } = Object(
        dataOf(
          await graph.ask(
            `query ($after: String) { document(slug: "wane-ice-435000") {
              annotations(first: 100, after: $after) { nodes { kind node { uri } } pageInfo { hasNextPage endCursor } } } }`,
            { after },
          ),
        ),
      )
      nodes.push(...document.annotations.nodes)
      more = document.annotations.pageInfo.hasNextPage
      after = document.annotations.pageInfo.endCursor
    }
    const { items }: { items: { id: string; target: Target | Target[] }[] } = JSON.parse(
      readFileSync(out('annotations.json'), 'utf8'),
    ).first
    const path = (address: string) => new URL(address).pathname + new URL(address).hash
    const ofSeed = items.filter(({ target }) => [target].flat()[0]?.source.endsWith('wane-ice-435000'))
    expect(ofSeed.map(({ id }) => path(id)).toSorted()).toEqual(
      nodes
        .map(({ kind, node }) => path(node.uri) + (kind === 'SOURCE' || kind === 'CUE' ? `#${kind.toLowerCase()}` : ''))
        .toSorted(),
    )
  })

  test('in pages of a folder, each leads to the next, and together they are the one file', async () => {
    expect(await run('annotations', '--page-size', '50', '--out', out('pages'))).toMatchObject({ code: 0 })
    const read = (name: string) => JSON.parse(readFileSync(join(out('pages'), name), 'utf8'))
    const whole = JSON.parse(readFileSync(out('annotations.json'), 'utf8'))
    const collection = read('collection.json')
    expect(collection).toMatchObject({ type: 'AnnotationCollection', total: whole.total, first: 'page-1.json' })
    const items: unknown[] = []
    let last = ''
    for (let name: string | undefined = collection.first; name !== undefined; ) {
      const page = read(name)
      expect(page).toMatchObject({ type: 'AnnotationPage', id: name, partOf: 'collection.json' })
      expect(page.startIndex).toBe(items.length)
      items.push(...page.items)
      last = name
      name = page.next
    }
    expect(items).toEqual(whole.first.items)
    expect([last, readdirSync(out('pages')).length]).toEqual([collection.last, Math.ceil(whole.total / 50) + 1])
    expect(await run('annotations', '--page-size', '0', '--out', out('none'))).toMatchObject({ code: 2 })
  })
})
