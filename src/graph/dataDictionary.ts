import { isInterfaceType, isObjectType } from 'graphql'
import { getTableName } from '../store/engine/drizzle.ts'
import { exportTables } from '../store/query/exportTables.ts'
import { entities } from '../store/schema/entities.ts'
import { schema } from './schema.ts'

/** Tables that are not a type of the API, with what they hold. */
const tables: Readonly<Record<string, string>> = {
  agentNames: 'Other names of people and organizations.',
  identifiers: 'Names of people and organizations in other registers.',
  documentAuthors: 'Who wrote the documents, by name, in the order of their bylines.',
  documentTexts: 'The whole texts, in Unicode NFC with LF as line break.',
  statementSpeakers: 'The speakers of joint statements, in their order.',
  statementTimes: 'The time expressions that stand in the words of a statement.',
  statementRelations: 'How statements relate: paraphrases, repeats, contrasts, corrections and retractions.',
  figureConditions: 'The conditions on everything that a figure counts, aspect by aspect.',
  noQuantities: 'Words that a person marked as not a quantity: no rule reads them.',
  labels: 'Extra fields from a corpus, word for word.',
  notes: "A curator's notes: why something is coded this way.",
  rules: 'The rules with which Dixit reads automatically: what they read is AUTOMATIC.',
  decisions: 'What people decided about who is who.',
  figureDecisions:
    'What people decided about mentions of numbers: which figure they are of, what they say, or that they are none.',
  statementWords:
    'The words of each statement as they are counted: a space around each word, a line for each run of them.',
}

/** Columns that mean the same in every table that has them. */
const columns: Readonly<Record<string, string>> = {
  slug: 'The stable name.',
  start: 'Where the content begins in the text, in Unicode code points.',
  selector: 'Where the pieces stand: start-end,start-end in Unicode code points.',
  name: 'The name.',
  scheme: 'The register, such as wikidata.',
  value: 'The value, as given.',
  text: 'The text.',
  kind: 'What kind it is, in the vocabulary of the API.',
  organizationKind: 'What kind of organization it is.',
  aspect: 'The aspect, such as custody.',
  version: 'The version.',
  position: 'The place in the order, from 1.',
  meaning: 'What it does.',
  earliest: 'The first day that the date covers; empty where that is open or unknown.',
  latest: 'The last day that the date covers; empty where that is open or unknown.',
  publishedEarliest: 'The first day on which it may have been published.',
  publishedLatest: 'The last day on which it may have been published.',
  document: 'The document to which a decision about words is limited.',
  speakersRead: 'The version of the rules by which its speakers were read; empty where they were not.',
  numbersRead: 'The version of the rules by which its quantities and times were read; empty where they were not.',
  basis: 'STATED by the document, INFERRED by a curator, or AUTOMATIC, read by a rule; empty if not recorded.',
  reason: 'Why it was concluded.',
  speakerBasis: 'The basis for the speaker.',
  speakerReason: 'Why the speaker was concluded.',
  addresseeBasis: 'The basis for the addressee.',
  addresseeReason: 'Why the addressee was concluded.',
  channelBasis: 'The basis for the channel.',
  channelReason: 'Why the channel was concluded.',
  populationBasis: 'The basis for the population; STATED means in words of the document.',
  populationReason: 'Why the population was concluded.',
  timeBasis:
    'Whether the document states that the time is the statement’s, whatever its date: INFERRED if it is that of a channel that was ' +
    'concluded; empty without a time.',
  timeReason: 'Why the time was concluded.',
  attribution: 'The kind of attribution (Penn Discourse Treebank).',
  certainty: 'How sure the source is (FactBank).',
  polarity: 'Whether it is affirmed or denied (FactBank).',
  origin: 'Whether a person found it, or a machine proposed it and a person accepted it.',
  madeBy: 'The machine that proposed it.',
  reviewedBy: 'Who accepted what a machine proposed.',
  wording: "Whose words they are: the SPEAKER's, the REPORTER's, or DOUBTFUL.",
  manner: 'How the stance is taken.',
  stanceCount: 'How many stances it takes.',
  cueStatementCount: 'How many statements its cue introduces.',
  nested: 'Whether the statement is reported inside another: 1 if it is.',
  magnitude: 'The value, or else the known bound; figures are sorted by it.',
  quantifier: 'A quantity without a number, such as ALL.',
  unit: 'What is counted or measured.',
  counted: 'What is counted, as worded.',
  direction: 'Whether it rose or fell.',
  folded: 'The words in small letters, without accents, as they are counted.',
  cueWords: 'The words of the cue in small letters, as they are counted.',
  valence: 'Blame or credit (Narrative Policy Framework).',
  effect: 'Whether who is affected is harmed or served.',
  difference: 'What differs.',
  aboutTable: 'The table of what the note is about.',
  aboutId: 'The row id of what the note is about.',
  words: 'The words.',
  statement: 'The statement.',
  published: 'When it was published, in EDTF.',
  decidedBy: 'Who decided.',
  figure: 'The slug of the figure.',
  mention: 'The slug of the mention of a number.',
  approximation: 'How the words approximate.',
  original: 'What a rule had read, as a row in JSON, while a decision holds over it.',
  label: 'What it is called.',
  population: 'Whom or what it counts.',
  lower: 'The lower bound.',
  upper: 'The upper bound.',
  repeat: 'Why analyses leave it out by default: another coder read the document, or it repeats an earlier one.',
  repeatsRead: 'The version of the rules by which its repeats were found; empty where they were not.',
  own: "The speaker's own words.",
  whole: 'The words of the whole content, if there are more than the speaker’s own.',
}

/** What a table of an export holds, or a column of it: in the words of the API where it has them. */
export function describeTable(table: string, column: string | null): string {
  const entity = entities.find(each => getTableName(each.table) === table)
  const type = schema.getType(table === 'agents' ? 'Agent' : (entity?.typenames[0] ?? ''))
  if (column === null) return tables[table] ?? type?.description ?? ''
  const known = exportTables.find(({ name }) => name === table)?.columns.find(({ name }) => name === column)
  if (known?.isRowId) return 'A row id, valid only within this export.'
  const fields = isObjectType(type) || isInterfaceType(type) ? type.getFields() : {}
  const described = fields[column]?.description ?? columns[column]
  return described ?? (known?.references ? `The slug of a row of ${known.references}.` : '')
}

/** What nodes of a type are, in the words of the API. */
export function describeType(typename: string): string {
  return schema.getType(typename)?.description ?? ''
}
