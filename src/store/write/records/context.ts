import { type EdtfReading, readEdtf } from '../../../model/edtf.ts'
import type { Provenance } from '../../../model/records/fields.ts'
import type { Basis } from '../../../model/vocabulary.ts'
import type { Database } from '../../engine/database.ts'
import { Inserts } from '../inserts.ts'
import type { NameRegister } from '../nameRegister.ts'
import { Accounts } from './accounts.ts'
import { KnownFigures } from './knownFigures.ts'
import { MOST_REMEMBERED, RecordNames } from './names.ts'
import { OpenDocuments } from './openDocuments.ts'
import { type Nameable, nameables, PartNames } from './partNames.ts'
import { refuseRecord } from './refused.ts'

/** Whose records are written. */
export interface WriteTarget {
  /** Null for dossiers. */
  readonly datasetId: number | null
  readonly importId: number | null
  /** The import that this one takes the place of, if any. */
  readonly previousId: number | null
  /** The names by which mentions are linked; null links none. */
  readonly register: NameRegister | null
  /** What stands for everything from which a document was read; its text alone, if null. */
  readonly digest: string | null
  /** Whether what others of the same dataset say under the same name may be replaced. */
  readonly replace: boolean
  /** Called before a record is compared with what is stored, for which the indexes are needed. */
  readonly beforeComparing: () => void
}

/** What became of a record: UNCHANGED stands there already, as it is. */
export type RecordOutcome = 'TAKEN' | 'UNCHANGED'

/** What every record is written with. */
export class WriteContext {
  readonly database: Database
  readonly target: WriteTarget
  readonly rows: Inserts
  readonly names: RecordNames
  readonly documents: OpenDocuments
  readonly figures: KnownFigures
  readonly accounts: Accounts
  readonly partNames: Readonly<Record<keyof typeof nameables, PartNames>>
  /** The datasets of the file by the names that its records have for them; the first is the one that is written. */
  readonly datasets = new Map<string, number>()
  /** Whether a row that stood before was changed, and not only new ones were added. */
  hasRenewed = false
  readonly #dates = new Map<string, EdtfReading | null>()

  constructor(database: Database, target: WriteTarget) {
    this.database = database
    this.target = target
    this.rows = new Inserts(database)
    this.names = new RecordNames(database)
    this.accounts = new Accounts(database)
    this.figures = new KnownFigures(database, this.names, target.importId)
    const namesOf = (nameable: Nameable) =>
      new PartNames(database, nameable, this.names, () => target.beforeComparing())
    this.partNames = {
      figures: namesOf(nameables.figures),
      terms: namesOf(nameables.terms),
      frames: namesOf(nameables.frames),
    }
    this.documents = new OpenDocuments(database, target, this.rows, this.names)
  }

  /** Whether the import that this one takes the place of brought a row. */
  isOurs({ importId }: { readonly importId: number | null }): boolean {
    return importId !== null && importId === this.target.previousId
  }

  /** Whether a dossier that takes the place of what stands may change a row: one of its own dataset. */
  mayReplace({ datasetId }: { readonly datasetId: number | null }): boolean {
    const { target } = this
    return target.replace && target.importId === null && datasetId === target.datasetId
  }

  /** The dataset to which a record belongs: its own, or the one that is written. @throws RecordRefused UNKNOWN_REFERENCE */
  datasetOf(slug: string | null | undefined): number | null {
    if (slug === undefined) return this.target.datasetId
    if (slug === null) return null
    return this.datasets.get(slug) ?? refuseRecord('UNKNOWN_REFERENCE', `the file has no dataset ${slug}`)
  }

  /** Inserts the rows of a record, or compares them with what stands under its name. @throws RecordRefused DUPLICATE */
  once(isTaken: boolean, slug: string, insert: () => void): RecordOutcome {
    if (!isTaken) {
      insert()
      return 'TAKEN'
    }
    this.target.beforeComparing()
    return this.rows.isStored(insert) ? 'UNCHANGED' : refuseRecord('DUPLICATE', `${slug} says something else elsewhere`)
  }

  /** A date, read once: dates come again and again, and reading one takes longer than writing ten rows. @throws RecordRefused BAD_DATE */
  date(text: string): EdtfReading {
    let reading = this.#dates.get(text)
    if (reading === undefined) {
      reading = readEdtf(text)
      if (this.#dates.size >= MOST_REMEMBERED) this.#dates.clear()
      this.#dates.set(text, reading)
    }
    return reading ?? refuseRecord('BAD_DATE', `“${text}” is not an EDTF date or interval`)
  }

  /** The ground of an annotation, as columns; null where nobody has said. @throws RecordRefused BAD_RECORD */
  ground({ basis, reason, rule }: Provenance) {
    checkGround(basis, reason, rule)
    return { basis: basis ?? null, reason: reason ?? null, ruleId: this.names.idOrNull('rule', rule) }
  }

  /** The ground of what has one always: STATED, unless it is said otherwise. @throws RecordRefused BAD_RECORD */
  statedGround({ basis = 'STATED', reason, rule }: Provenance) {
    checkGround(basis, reason, rule)
    return { basis, reason: reason ?? null, ruleId: this.names.idOrNull('rule', rule) }
  }
}

function checkGround(basis: Basis | undefined, reason: string | undefined, rule: string | undefined): void {
  if ((basis === 'INFERRED') !== (reason !== undefined)) {
    refuseRecord('BAD_RECORD', 'INFERRED needs a reason, and nothing else takes one')
  }
  if ((basis === 'AUTOMATIC') !== (rule !== undefined)) {
    refuseRecord('BAD_RECORD', 'AUTOMATIC needs a rule, and nothing else takes one')
  }
}
