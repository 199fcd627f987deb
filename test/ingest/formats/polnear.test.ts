import { cpSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import Sqlite from 'better-sqlite3'
import { describe, expect, test } from 'vitest'
import { namesInByline } from '../../../src/ingest/names/byline.ts'
import { corpus, databaseIn, fixture, graphIn, hasCorpora, importInto, tally } from '../../support/corpora.ts'
import { dataOf, temporaryFolder } from '../../support/graph.ts'

const folder = temporaryFolder()
const outcomes = await importInto(folder, 'polnear', fixture('polnear'))
const graph = graphIn(folder)

const statements = `{ statements { nodes {
  slug text voice quotation coder { name }
  source { exact } cue { exact } content { exact fragments { start end } }
  mentions { nodes { words role link agent { slug } passage { exact } } }
} } }`

test('attributions, their pieces, and each annotator beside the other', async () => {
  expect(tally(outcomes)).toMatchInlineSnapshot(`
    [
      {
        "outcome": "imported",
        "refused": {
          "NOT_VERBATIM": 2,
          "NO_CONTENT": 1,
        },
        "source": "train",
        "taken": {
          "agent": 1,
          "coder": 2,
          "document": 1,
          "statement": 7,
        },
      },
    ]
  `)
  expect(dataOf(await graph.ask(statements))).toMatchInlineSnapshot(`
    {
      "statements": {
        "nodes": [
          {
            "coder": {
              "name": "a1b2",
            },
            "content": {
              "exact": "the pumps would hold",
              "fragments": [
                {
                  "end": 58,
                  "start": 38,
                },
              ],
            },
            "cue": {
              "exact": "said",
            },
            "mentions": {
              "nodes": [
                {
                  "agent": null,
                  "link": null,
                  "passage": {
                    "exact": "Mayor Ada Reyes",
                  },
                  "role": "SOURCE",
                  "words": "Mayor Ada Reyes",
                },
              ],
            },
            "quotation": "INDIRECT",
            "slug": "polnear-gazette-2016-03-01-river-town-votes/a1b2-e1",
            "source": {
              "exact": "Mayor Ada Reyes",
            },
            "text": "the pumps would hold",
            "voice": "UNLINKED",
          },
          {
            "coder": {
              "name": "c3d4",
            },
            "content": {
              "exact": "the pumps would hold",
              "fragments": [
                {
                  "end": 58,
                  "start": 38,
                },
              ],
            },
            "cue": {
              "exact": "said",
            },
            "mentions": {
              "nodes": [
                {
                  "agent": null,
                  "link": null,
                  "passage": {
                    "exact": "Ada Reyes",
                  },
                  "role": "SOURCE",
                  "words": "Ada Reyes",
                },
              ],
            },
            "quotation": "INDIRECT",
            "slug": "polnear-gazette-2016-03-01-river-town-votes/c3d4-e1",
            "source": {
              "exact": "Ada Reyes",
            },
            "text": "the pumps would hold",
            "voice": "UNLINKED",
          },
          {
            "coder": {
              "name": "a1b2",
            },
            "content": {
              "exact": "“We are ready,” … “for the next flood.”",
              "fragments": [
                {
                  "end": 75,
                  "start": 60,
                },
                {
                  "end": 117,
                  "start": 96,
                },
              ],
            },
            "cue": {
              "exact": "told reporters",
            },
            "mentions": {
              "nodes": [
                {
                  "agent": null,
                  "link": null,
                  "passage": {
                    "exact": "she",
                  },
                  "role": "SOURCE",
                  "words": "she",
                },
              ],
            },
            "quotation": "DIRECT",
            "slug": "polnear-gazette-2016-03-01-river-town-votes/a1b2-e2",
            "source": {
              "exact": "she",
            },
            "text": "“We are ready,” … “for the next flood.”",
            "voice": "UNLINKED",
          },
          {
            "coder": {
              "name": "a1b2",
            },
            "content": {
              "exact": "flood.”

    A clerk",
              "fragments": [
                {
                  "end": 126,
                  "start": 110,
                },
              ],
            },
            "cue": null,
            "mentions": {
              "nodes": [],
            },
            "quotation": "MIXED",
            "slug": "polnear-gazette-2016-03-01-river-town-votes/a1b2-e9",
            "source": null,
            "text": "flood.”

    A clerk",
            "voice": "UNIDENTIFIED",
          },
          {
            "coder": {
              "name": "a1b2",
            },
            "content": {
              "exact": "that 1,204 homes are … without water",
              "fragments": [
                {
                  "end": 181,
                  "start": 161,
                },
                {
                  "end": 201,
                  "start": 188,
                },
              ],
            },
            "cue": {
              "exact": "wrote",
            },
            "mentions": {
              "nodes": [
                {
                  "agent": null,
                  "link": null,
                  "passage": {
                    "exact": "A clerk, who asked not to be named,",
                  },
                  "role": "SOURCE",
                  "words": "A clerk, who asked not to be named,",
                },
              ],
            },
            "quotation": "INDIRECT",
            "slug": "polnear-gazette-2016-03-01-river-town-votes/a1b2-e3",
            "source": {
              "exact": "A clerk, who asked not to be named,",
            },
            "text": "that 1,204 homes are … without water",
            "voice": "UNLINKED",
          },
          {
            "coder": {
              "name": "a1b2",
            },
            "content": {
              "exact": "that more would follow",
              "fragments": [
                {
                  "end": 239,
                  "start": 217,
                },
              ],
            },
            "cue": {
              "exact": "It was feared",
            },
            "mentions": {
              "nodes": [],
            },
            "quotation": "INDIRECT",
            "slug": "polnear-gazette-2016-03-01-river-town-votes/a1b2-e4",
            "source": null,
            "text": "that more would follow",
            "voice": "UNIDENTIFIED",
          },
          {
            "coder": {
              "name": "a1b2",
            },
            "content": {
              "exact": "little 🌊 helps",
              "fragments": [
                {
                  "end": 271,
                  "start": 257,
                },
              ],
            },
            "cue": {
              "exact": "say",
            },
            "mentions": {
              "nodes": [
                {
                  "agent": null,
                  "link": null,
                  "passage": {
                    "exact": "Café owners",
                  },
                  "role": "SOURCE",
                  "words": "Café owners",
                },
              ],
            },
            "quotation": "INDIRECT",
            "slug": "polnear-gazette-2016-03-01-river-town-votes/a1b2-e5",
            "source": {
              "exact": "Café owners",
            },
            "text": "little 🌊 helps",
            "voice": "UNLINKED",
          },
        ],
      },
    }
  `)
})

test('what is missing of a checkout is named, whether the path is of the corpus or of a compartment', async () => {
  const missing = async (gone: string, path: string) => {
    const copy = join(temporaryFolder(), 'polnear')
    cpSync(fixture('polnear'), copy, { recursive: true })
    rmSync(join(copy, gone), { recursive: true })
    return importInto(temporaryFolder(), 'polnear', join(copy, path)).catch(error =>
      String(error.message).replaceAll(copy, 'polnear'),
    )
  }
  const metadata = 'metadata.tsv is missing in polnear: it gives the publisher and date of each article.'
  expect(await missing('metadata.tsv', '')).toBe(metadata)
  expect(await missing('metadata.tsv', 'train')).toBe(metadata)
  expect(await missing('train/text', '')).toBe('text/*.txt is missing in polnear/train, which has attributions/*.ann.')
  expect(await missing('train/attributions', '')).toBe(
    'attributions/*.ann is missing in polnear/train, which has text/*.txt.',
  )
})

test('what the metadata says of an article', async () => {
  const query = `{ documents { nodes { slug title authors published language publisher { name kind } labels { name value } dataset { slug } } } }`
  expect(dataOf(await graph.ask(query))).toMatchInlineSnapshot(`
    {
      "documents": {
        "nodes": [
          {
            "authors": [
              "Joan Lind",
            ],
            "dataset": {
              "slug": "polnear",
            },
            "labels": [
              {
                "name": "author",
                "value": "Joan Lind",
              },
            ],
            "language": "en",
            "published": "2016-03-01",
            "publisher": {
              "kind": "PUBLISHER",
              "name": "gazette",
            },
            "slug": "polnear-gazette-2016-03-01-river-town-votes",
            "title": "River town votes",
          },
        ],
      },
    }
  `)
})

/** Source, cue and content of each attribution of the raw files, as their offsets cut them out of the raw text. */
function rawAttributions(train: string): { articles: number; attributions: number; coded: string[] } {
  const readings = readdirSync(join(train, 'attributions')).filter(name => name.endsWith('.ann'))
  let attributions = 0
  const coded = readings.flatMap(name => {
    const [, article = '', coder = ''] = /^(.*)_([^_]*)\.ann$/.exec(name) ?? []
    const text = readFileSync(join(train, 'text', `${article}.txt`), 'utf8')
    const lines = readFileSync(join(train, 'attributions', name), 'utf8').split('\n')
    const places = new Map(lines.map(line => line.split(/\t\w[\w-]* |\t/, 2)).map(([id = '', at = '']) => [id, at]))
    return lines.flatMap(line => {
      const [, event = '', roles = ''] = /^(E\d+)\tAttribution[^:]*:T\d+(.*)$/.exec(line) ?? []
      if (event === '') return []
      attributions += 1
      const wordsOf = (role: string) =>
        [...roles.matchAll(new RegExp(` ${role}\\d*:(T\\d+)`, 'g'))]
          .flatMap(([, id = '']) => (places.get(id) ?? '').split(';'))
          .map(piece => piece.split(' ').map(Number))
          .toSorted(([a = 0], [b = 0]) => a - b)
          .map(([start, end]) => text.slice(start, end))
          .join(' … ')
      const [source, cue, content] = ['Source', 'Cue', 'Content'].map(wordsOf)
      return content === '' ? [] : [JSON.stringify([`${coder}-${event}`.toLowerCase(), source, cue, content])]
    })
  })
  return { articles: readdirSync(join(train, 'text')).length, attributions, coded }
}

describe.skipIf(!hasCorpora)('PolNeAR train, of ../shared/corpora', () => {
  test('every article, and every attribution that has a content', { timeout: 300_000 }, async () => {
    const real = temporaryFolder()
    expect(tally(await importInto(real, 'polnear', corpus('polnear')))).toEqual([
      {
        source: 'train',
        outcome: 'imported',
        // 919 readings hold 22,501 attributions; 36 of these have no content.
        taken: { agent: 7, document: 840, coder: 6, statement: 22_465 },
        refused: { NO_CONTENT: 36 },
      },
    ])
    const raw = rawAttributions(corpus('polnear/train'))
    expect({ articles: raw.articles, attributions: raw.attributions, coded: raw.coded.length }).toEqual({
      articles: 840,
      attributions: 22_501,
      coded: 22_465,
    })
    const client = new Sqlite(databaseIn(real), { readonly: true })
    const stored = client
      .prepare<[], string>(
        `select json_array(replace(s.slug, d.slug || '/', ''), coalesce(source.exact, ''), coalesce(cue.exact, ''), content.exact)
         from statements s join documents d on d.id = s.documentId join passages content on content.id = s.contentId
         left join passages source on source.id = s.sourceId left join passages cue on cue.id = s.cueId`,
      )
      .pluck()
      .all()
    client.close()
    const comparable = (rows: readonly string[]) =>
      rows.map(row => JSON.stringify(JSON.parse(row)).normalize('NFC')).toSorted()
    expect(comparable(stored)).toEqual(comparable(raw.coded))
    const counts = `{
      all: statements { totalCount }
      unnamed: statements(filter: { voice: UNIDENTIFIED }) { totalCount }
      again: statements(filter: { dataset: "polnear" }) { totalCount }
      mentions { totalCount }
    }`
    expect(dataOf(await graphIn(real).ask(counts))).toMatchInlineSnapshot(`
      {
        "again": {
          "totalCount": 22465,
        },
        "all": {
          "totalCount": 22465,
        },
        "mentions": {
          "totalCount": 20840,
        },
        "unnamed": {
          "totalCount": 1625,
        },
      }
    `)
  })
})

test.each([
  ['Jane Doe', ['Jane Doe']],
  ['By JANE DOE and JOE ROE', ['JANE DOE', 'JOE ROE']],
  ['Jane Doe, @janedoe, The Gazette', ['Jane Doe']],
  ['Jane Doe,,Joe Roe', ['Jane Doe', 'Joe Roe']],
  ['By JANE DOE. Email: jd@gazette.example,Twitter: @jd', ['JANE DOE']],
  ['By JANE DOE,Joe Roe contributed reporting from Paris.', ['JANE DOE']],
  ['AP', ['AP']],
  ['Doe, Jane', ['Doe, Jane']],
  [', ,', []],
])('the byline %j names %j', (byline, names) => {
  expect(namesInByline(byline, ['Gazette'])).toEqual(names)
})
