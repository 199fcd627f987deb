import { DataFactory } from 'n3'
import { classes } from '../../export/linked/classes.ts'
import { vocabularyRoot } from '../../export/linked/context.ts'
import { type CompactIri, expand } from '../../export/linked/prefixes.ts'
import { rdfWriter } from '../../export/linked/rdf.ts'
import { columnsOfTerm, isComposed, type OwnComposed, terms } from '../../export/linked/terms.ts'
import { describeTable, describeType } from '../../graph/dataDictionary.ts'
import * as vocabularies from '../../model/vocabulary.ts'

const { namedNode, literal, quad } = DataFactory
const rdfs = 'http://www.w3.org/2000/01/rdf-schema#'

/** What properties that no single column holds say. */
const meanings = new Map<string, string>(
  Object.entries({
    condition: 'The conditions on everything that a figure counts, aspect by aspect.',
    decision: 'What a person decided about who is who.',
    hedgedValue: 'The number that words name and hedge: 900,000 of “nearly 900,000”. An exact one is schema:value.',
    jointSpeaker: 'One of several speakers of a statement, with the place in their order.',
    noQuantity: 'Words that a person marked as not a quantity: no rule reads them.',
    openEnd: 'The source says that it goes on.',
    openStart: 'The source says that it had no beginning.',
    piece: 'One of the pieces of a passage, whose words stand apart.',
  } satisfies Readonly<Record<OwnComposed, string>>),
)

/** Properties of Dixit's own that say more closely what others know. */
const narrower: Readonly<Record<string, CompactIri>> = {
  content: 'oa:hasTarget',
  source: 'oa:hasTarget',
  cue: 'oa:hasTarget',
}

/** Dixit's own vocabulary in RDF Schema and SKOS, in Turtle: its classes, properties and the values of its vocabularies. */
export function vocabularyTurtle(): string {
  let text = ''
  const writer = rdfWriter('turtle', part => (text += part), { rdfs })
  const say = (subject: string, property: string, value: string | ReturnType<typeof literal>) =>
    writer.addQuad(quad(namedNode(subject), namedNode(property), typeof value === 'string' ? namedNode(value) : value))
  const english = (words: string) => literal(words, 'en')

  for (const [type, known] of Object.entries(classes)) {
    const iri = expand(`dixit:${type}`)
    say(iri, expand('rdf:type'), `${rdfs}Class`)
    say(iri, `${rdfs}label`, english(type))
    say(iri, `${rdfs}comment`, english(describeType(type)))
    for (const above of known) say(iri, `${rdfs}subClassOf`, expand(above))
  }
  for (const [name, { iri, vocabulary }] of terms) {
    if (!iri.startsWith('dixit:')) continue
    say(expand(iri), expand('rdf:type'), expand('rdf:Property'))
    say(expand(iri), `${rdfs}label`, english(name))
    say(expand(iri), `${rdfs}comment`, english(meaningOf(name)))
    if (vocabulary !== undefined) say(expand(iri), `${rdfs}range`, expand(`dixit:${vocabulary}`))
    const above = narrower[name]
    if (above !== undefined) say(expand(iri), `${rdfs}subPropertyOf`, expand(above))
  }
  const used = new Set(Array.from(terms.values(), ({ vocabulary }) => vocabulary))
  for (const [name, values] of Object.entries(vocabularies).toSorted(([a], [b]) => (a < b ? -1 : 1))) {
    if (!used.has(name) || typeof values !== 'object') continue
    const scheme = expand(`dixit:${name}`)
    say(scheme, expand('rdf:type'), expand('skos:ConceptScheme'))
    const whole = name === 'Basis' ? vocabularies.TimeBasis : values
    for (const [value, meaning] of Object.entries(whole)) {
      const iri = `${vocabularyRoot(name)}${value}`
      say(iri, expand('rdf:type'), expand('skos:Concept'))
      say(iri, expand('skos:inScheme'), scheme)
      say(iri, expand('skos:notation'), literal(value))
      say(iri, expand('skos:definition'), english(meaning))
    }
  }
  writer.end()
  return text
}

function meaningOf(term: string): string {
  if (isComposed(term)) return meanings.get(term) ?? ''
  const said = columnsOfTerm(term).map(([table, column]) => describeTable(table, column))
  return said.find(each => each !== '') ?? ''
}
