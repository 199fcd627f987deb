import { statementList } from '../documents/lists.ts'
import { Marks } from '../marks/help.tsx'
import { quotationGroups, voiceNames } from '../marks/names.ts'
import type { ViewProps } from '../view.ts'
import { oneOf } from './filters.tsx'
import { ListView } from './listView.tsx'
import { StatementItems, statementTable } from './statementItems.tsx'

export default function Statements({ place: { query } }: ViewProps) {
  const voice = oneOf(['AGENT', 'DOCUMENT', 'CHANNEL', 'UNIDENTIFIED', 'UNLINKED'], query.get('voice'))
  const quotation = oneOf(['DIRECT', 'MIXED', 'INDIRECT'], query.get('quotation'))
  const basis = oneOf(['STATED', 'INFERRED', 'AUTOMATIC'], query.get('basis'))
  const words = query.get('words')
  const speaker = query.get('speaker')
  const by = query.get('by')
  const coder = query.get('coder')
  const document = query.get('document')
  const dataset = query.get('dataset')
  const figure = query.get('figure')
  const claim = query.get('claim')
  const referent = query.get('referent')
  const hearsay = query.get('hearsay')
  const filter = {
    ...(voice ? { voice: [voice] } : {}),
    ...(quotation ? { quotation: [quotation] } : {}),
    ...(basis ? { basis: [basis] } : {}),
    ...(words ? { search: words } : {}),
    ...(speaker ? { speaker } : {}),
    ...(by ? { speakerMatches: { name: { contains: by } } } : {}),
    ...(coder ? { coder } : {}),
    ...(document ? { document } : {}),
    ...(dataset ? { dataset } : {}),
    ...(figure ? { figures: { slug: { eq: figure } } } : {}),
    ...(claim ? { claims: { slug: { eq: claim } } } : {}),
    ...(referent ? { termUses: { referent } } : {}),
    ...(hearsay ? { hasReportedIn: hearsay === 'only' } : {}),
  }
  return (
    <ListView
      withDataset
      feed={filter}
      documents={{ statements: filter }}
      title="Statements"
      lead={<Marks kinds={['voices', 'wording', 'basis']} />}
      operation={statementList}
      variables={{ filter }}
      pageOf={({ statements }) => statements}
      query={query}
      conditions={[
        { name: 'words', label: 'With the words', hint: 'words, a number' },
        { name: 'by', label: 'Speaker’s name contains', hint: 'a part of the name' },
        { name: 'voice', label: 'In the voice of', options: voiceNames },
        { name: 'quotation', label: 'Quotation', options: quotationGroups },
        { name: 'basis', label: 'Attribution', options: { STATED: 'stated', INFERRED: 'concluded' } },
        { name: 'hearsay', label: 'As others report it', options: { none: 'without', only: 'only' } },
        { name: 'document', label: 'In the document', isSet: true },
        { name: 'speaker', label: 'By', isSet: true },
        { name: 'figure', label: 'With the number', isSet: true },
        { name: 'claim', label: 'Speaking to the claim', isSet: true },
        { name: 'referent', label: 'Naming', isSet: true },
        { name: 'coder', label: 'Coded by', isSet: true },
      ]}
      table={statementTable}
    >
      {statements => <StatementItems statements={statements} />}
    </ListView>
  )
}
