import { agreementOf } from '../../draft/desk/readingAgreement.ts'
import { readingsIn } from '../../draft/desk/readings.ts'
import { openDossier } from '../../draft/draftFolder.ts'
import { renderTable } from '../table.ts'

/** How two reviews of one article agree, before anything was settled. */
export function readingAgreement(folder: string, secondBy?: string) {
  const { article } = openDossier(folder)
  const [one, other] = readingsIn(folder, article, secondBy)
  const { first, second, statements, same } = agreementOf(one, other)
  const rows = [
    { what: 'statements', first: statements.first, second: statements.second, both: statements.both },
    ...Object.entries(same).map(([what, count]) => ({ what, first: null, second: null, both: count })),
  ]
  const f1 = statements.f1.toFixed(2)
  return {
    rows,
    table: [
      `${first} and ${second}: statements F1 ${f1}; of the ${statements.both} that both have, the same`,
      renderTable(
        ['what', first, second, 'both, or the same'],
        rows.map(row => [row.what, row.first ?? '', row.second ?? '', row.both]),
      ),
    ].join('\n'),
  }
}
