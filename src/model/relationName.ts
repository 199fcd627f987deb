import { kebab } from './slug.ts'

/** A relation has no name of its own: it is named by what it says. */
export function nameOfRelation({ subject, kind, object }: { subject: string; kind: string; object: string }): string {
  const document = subject.slice(0, subject.indexOf('/') + 1)
  const name = document !== '' && object.startsWith(document) ? object.slice(document.length) : object
  return `${subject}/${kebab(kind)}/${name}`
}
