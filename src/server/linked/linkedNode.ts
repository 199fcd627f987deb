import { describeNode } from '../../export/linked/describeNode.ts'
import { irisBelow } from '../../export/linked/iris.ts'
import { serialize } from '../../export/linked/serialize.ts'
import type { LinkedForm } from '../../export/linked/write.ts'
import type { Database } from '../../store/engine/database.ts'

const linkedForms = { jsonld: 'jsonld', ttl: 'turtle', nq: 'nquads' } as const satisfies Record<string, LinkedForm>

/** A node that is there, as linked data. */
export function linkedNode(
  database: Database,
  { typename, slug }: { readonly typename: string; readonly slug: string },
  { form, baseUrl }: { readonly form: keyof typeof linkedForms; readonly baseUrl: string },
): string {
  return serialize(describeNode(database, `${typename}/${slug}`, irisBelow(baseUrl)) ?? [], linkedForms[form])
}
