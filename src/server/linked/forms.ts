import Negotiator from 'negotiator'
import { citationForms } from '../../export/citation/forms.ts'

/** The forms in which a permalink answers: what stands behind a dot at its end, and what a client accepts. */
export const forms = {
  json: 'application/json',
  html: 'text/html',
  jsonld: 'application/ld+json',
  ttl: 'text/turtle',
  nq: 'application/n-quads',
  ...citationForms,
} as const

export type NegotiatedForm = keyof typeof forms

/** N-Quads of one graph are N-Triples, which more programs ask for. */
const alsoCalled: Readonly<Record<string, NegotiatedForm>> = {
  'application/n-triples': 'nq',
  'application/xhtml+xml': 'html',
}

const isForm = (name: string): name is NegotiatedForm => Object.hasOwn(forms, name)

/** The path without a form at its end, and that form: by slugs, which have no dot in them, nothing else can be meant. */
export function formIn(path: string): { readonly path: string; readonly form: NegotiatedForm | null } {
  const dot = path.lastIndexOf('.')
  const ending = path.slice(dot + 1)
  return dot > path.lastIndexOf('/') && isForm(ending)
    ? { path: path.slice(0, dot), form: ending }
    : { path, form: null }
}

/** The form that a client likes best; JSON where it does not say, or accepts none. */
export function formAccepted(accept: string | null): NegotiatedForm {
  const types = [...Object.values(forms), ...Object.keys(alsoCalled)]
  const best = new Negotiator({ headers: { accept: accept ?? undefined } }).mediaType(types)
  const form = Object.entries(forms).find(([, type]) => type === best)?.[0] ?? alsoCalled[best ?? '']
  return form !== undefined && isForm(form) ? form : 'json'
}
