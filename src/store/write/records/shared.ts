import type { CoderRecord, RuleRecord } from '../../../model/records/dataset.ts'
import type { ClaimRecord, ReferentRecord } from '../../../model/records/statement.ts'
import { claims } from '../../tables/claims.ts'
import { coders } from '../../tables/coders.ts'
import { referents } from '../../tables/referents.ts'
import { rules } from '../../tables/rules.ts'
import type { RecordOutcome, WriteContext } from './context.ts'
import { refuseRecord } from './refused.ts'

export function writeClaim({ slug, text, dataset }: ClaimRecord, context: WriteContext): RecordOutcome {
  const { importId } = context.target
  const datasetId = context.datasetOf(dataset)
  return writeOwned('claim', 'text', slug, text, datasetId, context, () =>
    context.rows.insert(claims, { slug, text, datasetId, importId }),
  )
}

export function writeCoder({ slug, name, dataset }: CoderRecord, context: WriteContext): RecordOutcome {
  const { importId } = context.target
  const datasetId = context.datasetOf(dataset)
  return writeOwned('coder', 'name', slug, name, datasetId, context, () =>
    context.rows.insert(coders, { slug, name, datasetId, importId }),
  )
}

/** What says one thing and belongs to a dataset: it is changed by the source alone that brought it. */
function writeOwned(
  kind: 'claim' | 'coder',
  column: 'text' | 'name',
  slug: string,
  value: string,
  datasetId: number | null,
  context: WriteContext,
  insert: () => number,
): RecordOutcome {
  const { database, names, target } = context
  const table = kind === 'claim' ? 'claims' : 'coders'
  const stored = database
    .prepare<[string], { id: number; value: string; datasetId: number | null; importId: number | null }>(
      `select id, "${column}" as value, datasetId, importId from "${table}" where slug = ?`,
    )
    .get(slug)
  if (!stored) {
    names.remember(kind, slug, insert())
    return 'TAKEN'
  }
  if (stored.datasetId !== datasetId) refuseRecord('DUPLICATE', `${slug} is a ${kind} of another dataset`)
  const isOurs = context.isOurs(stored)
  const isSame = stored.value === value
  if (!isSame && !isOurs && !context.mayReplace(stored))
    refuseRecord('DUPLICATE', `${slug} is “${stored.value}”, and “${value}” here`)
  names.remember(kind, slug, stored.id)
  if (isSame && !isOurs) return 'UNCHANGED'
  context.hasRenewed ||= !isSame
  database
    .prepare(`update "${table}" set "${column}" = ?, importId = ? where id = ?`)
    .run(value, target.importId, stored.id)
  return 'TAKEN'
}

/** A referent belongs to no dataset: dossiers and corpora name the same things by the same words. */
export function writeReferent(
  { slug, label }: ReferentRecord,
  { database, names, rows, target }: WriteContext,
): RecordOutcome {
  const stored = database
    .prepare<[string], { id: number; label: string }>('select id, label from referents where slug = ?')
    .get(slug)
  if (!stored) {
    names.remember('referent', slug, rows.insert(referents, { slug, label }))
    return 'TAKEN'
  }
  names.remember('referent', slug, stored.id)
  if (stored.label === label) return 'UNCHANGED'
  if (!(target.replace && target.datasetId === null)) {
    refuseRecord('DUPLICATE', `${slug} is “${stored.label}”, and “${label}” here`)
  }
  database.prepare('update referents set label = ? where id = ?').run(label, stored.id)
  return 'TAKEN'
}

/** A rule in one version says one thing, whoever names it. */
export function writeRule({ slug, name, version, meaning }: RuleRecord, context: WriteContext): RecordOutcome {
  const same = context.database.value<string>('select slug from rules where name = ? and version = ?', name, version)
  if (same !== undefined && same !== slug) {
    refuseRecord('DUPLICATE', `version ${version} of the rule ${name} is ${same} already: use that slug for both`)
  }
  return context.once(context.names.lookUp('rule', slug) !== undefined, slug, () =>
    context.names.remember('rule', slug, context.rows.insert(rules, { slug, name, version, meaning })),
  )
}
