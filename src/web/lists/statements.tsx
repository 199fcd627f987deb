import { statementList } from '../documents/lists.ts'
import { Marks } from '../marks/help.tsx'
import { quotationNames, voiceNames } from '../marks/names.ts'
import type { ViewProps } from '../view.ts'
import { oneOf } from './filters.tsx'
import { ListView } from './listView.tsx'
import { StatementItems, statementTable } from './statementItems.tsx'

export default function Statements({ place: { query } }: ViewProps) {
  const voice = oneOf(['AGENT', 'DOCUMENT', 'CHANNEL', 'UNIDENTIFIED', 'UNLINKED'], query.get('voice'))
  const quotation = oneOf(['DIRECT', 'MIXED', 'INDIRECT'], query.get('quotation'))
  const basis = oneOf(['STATED', 'INFERRED'], query.get('basis'))
  const words = query.get('words')
  const speaker = query.get('speaker')
  const document = query.get('document')
  const dataset = query.get('dataset')
  const hearsay = query.get('hearsay')
  const filter = {
    ...(voice ? { voice: { eq: voice } } : {}),
    ...(quotation ? { quotation: { eq: quotation } } : {}),
    ...(basis ? { basis: { eq: basis } } : {}),
    ...(words ? { search: words } : {}),
    ...(speaker ? { speaker } : {}),
    ...(document ? { document } : {}),
    ...(dataset ? { dataset } : {}),
    ...(hearsay ? { hasReportedIn: hearsay === 'only' } : {}),
  }
  return (
    <ListView
      title="Statements"
      lead={<Marks kinds={['voices', 'wording', 'basis']} />}
      operation={statementList}
      variables={{ filter }}
      pageOf={({ statements }) => statements}
      query={query}
      conditions={[
        { name: 'words', label: 'With the words', hint: 'words, a number' },
        { name: 'speaker', label: 'Speaker', hint: 'mark-green' },
        { name: 'voice', label: 'In the voice of', options: voiceNames },
        { name: 'quotation', label: 'Whose wording', options: quotationNames },
        { name: 'basis', label: 'Attribution', options: { STATED: 'stated', INFERRED: 'concluded' } },
        { name: 'hearsay', label: 'Speech inside speech', options: { none: 'left out', only: 'alone' } },
        { name: 'document', label: 'Document', hint: 'its slug' },
        { name: 'dataset', label: 'Dataset', hint: 'its slug' },
      ]}
      table={statementTable}
    >
      {statements => <StatementItems statements={statements} />}
    </ListView>
  )
}
