import { expect, test } from 'vitest'
import { openWriter } from '../../../src/store/engine/openDatabase.ts'
import { replaceDecisions } from '../../../src/store/write/identities.ts'
import { agentReferences } from '../../../src/store/write/references.ts'
import { databaseIn, fixture, graphIn, importInto, tally } from '../../support/corpora.ts'
import { dump } from '../../support/dump.ts'
import { dataOf, temporaryFolder } from '../../support/graph.ts'

/** A graph of one corpus that fills every field of every record. */
async function everything(): Promise<string> {
  const folder = temporaryFolder()
  await importInto(folder, 'jsonl', fixture('everything'), { dataset: 'everything', strict: true })
  return folder
}

test('records say all that a dossier says', async () => {
  const folder = await everything()
  const query = `{
    dataset(slug: "everything") { licence version url language }
    statements { nodes {
      slug voice speakers { nodes { slug } } addressee { slug } channel { label author { slug } time { edtf } }
      channelBasis channelReason reportedIn { slug } said { edtf } turn speechAct attribution certainty polarity
      stances { nodes { stance manner claim { slug } } }
      frameUses { nodes { function dimension valence effect } }
      figureMentions { nodes { approximation value figure { label } } }
      termUses { nodes { words basis rule { name version } } }
      mentions { nodes { words link basis rule { slug } } }
      reviews { nodes { rating title published } } relations { nodes { kind difference object { slug } } }
      notes { nodes { text } } labels { name value }
    } }
    memberships { nodes { role startDate endDate bounds passage { exact } document { slug } } }
    figures { nodes { label value conditions { aspect value } time { edtf } relations { nodes { kind object { label } } } } }
  }`
  await expect(`${JSON.stringify(dataOf(await graphIn(folder).ask(query)), null, 2)}\n`).toMatchFileSnapshot(
    '../snapshots/everything.json',
  )
})

test('the same again is unchanged, record by record', async () => {
  const folder = await everything()
  const [again] = tally(
    await importInto(folder, 'jsonl', fixture('everything'), { dataset: 'everything', source: 'two' }),
  )
  expect(again).toMatchObject({ outcome: 'imported', taken: {}, refused: {} })
})

test('decisions move every reference to an agent, and taking them back leaves the graph as it was', async () => {
  const database = openWriter(databaseIn(await everything()))
  const references = agentReferences(database)
  const leadingTo = (slug: string) =>
    references.filter(
      ({ table, column }) =>
        database.value(
          `select 1 from "${table}" where "${column}" = (select id from agents where slug = ?) limit 1`,
          slug,
        ) !== undefined,
    )
  // A column that leads to an agent and stands in no record of the fixture would not be tested: fill it there.
  expect(leadingTo('ada')).toEqual(references)
  const before = dump(database)
  const nothing = { dataset: null, words: null, statement: null, document: null, published: null, decidedBy: 'Joan' }
  const same = { kind: 'SAME_AS', agent: 'bo', other: 'ada', reason: 'One and the same.', ...nothing } as const
  replaceDecisions(database, [same])
  expect(leadingTo('ada')).toEqual([])
  replaceDecisions(database, [])
  expect(dump(database)).toEqual(before)
  database.close()
})
