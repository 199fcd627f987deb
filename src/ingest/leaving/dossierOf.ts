import type { DocumentAuthor } from '../../model/records/document.ts'
import { type AuthorEntry, DOSSIER_VERSION, type Dossier } from '../dossier.ts'
import { slugOfNote } from '../notes.ts'
import type { LeavingDocument, OfType } from './document.ts'
import { figureEntries } from './figures.ts'
import { channelEntries, timeEntries } from './places.ts'
import {
  agentEntries,
  claimEntries,
  coderEntries,
  datasetEntries,
  membershipEntries,
  referentEntries,
  ruleEntries,
} from './shared.ts'
import { statementEntries } from './statements.ts'

/** The annotations of a document, as `annotations.yaml` has them: the reverse of src/ingest/resolve. */
export function dossierOf(record: OfType<'document'>, leaving: LeavingDocument, isOfOneCoder: boolean) {
  const coder = commonCoder(leaving)
  return {
    dossier: DOSSIER_VERSION,
    document: {
      key: isOfOneCoder ? record.slug : undefined,
      title: record.title ?? null,
      authors: record.authors?.map(authorEntry),
      publisher: record.publisher,
      url: record.url,
      language: record.language,
      published: record.published,
      dataset: leaving.dataset ?? undefined,
      labels: record.labels,
      note: leaving.noteAbout('document', record.slug),
    } satisfies Dossier['document'],
    datasets: datasetEntries(leaving),
    coders: coderEntries(leaving),
    coder,
    rules: ruleEntries(leaving),
    agents: agentEntries(leaving),
    referents: referentEntries(leaving),
    claims: claimEntries(leaving),
    memberships: membershipEntries(leaving),
    times: timeEntries(leaving),
    channels: channelEntries(leaving),
    figures: figureEntries(leaving),
    statements: statementEntries(leaving, coder),
  }
}

/** An author as a dossier has it. */
export function authorEntry({ name, kind }: DocumentAuthor): AuthorEntry {
  if (kind === undefined) return name
  return kind === 'PERSON' ? { person: name } : { organization: name }
}

/** The coder of all statements, if it is one. */
function commonCoder({ records }: LeavingDocument): string | undefined {
  const coders = new Set(records.statement.map(({ coder }) => coder))
  const [coder] = coders
  return coders.size === 1 ? coder : undefined
}

/** The notes that stand with no entry, in order. */
export function noteEntries(notes: readonly OfType<'note'>[], leaving: LeavingDocument): NonNullable<Dossier['notes']> {
  const { agent, claim, referent } = leaving.records
  const isSharedRecord = (about: string) =>
    [...agent, ...claim, ...referent].filter(({ slug }) => slug === about).length === 1
  return notes.map(({ slug, about: { type, slug: about }, text }) => ({
    about,
    type: ['agent', 'claim', 'referent'].includes(type) && isSharedRecord(about) ? undefined : type,
    text,
    slug: slug === slugOfNote(leaving.slug, type, about) ? undefined : slug,
  }))
}
