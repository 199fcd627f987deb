import { Writer } from 'n3'
import { type Prefix, prefixes } from './prefixes.ts'

/** The forms of RDF that are written: N-Quads has a whole triple a line, Turtle has prefixes. */
const formats = { nquads: 'N-Quads', turtle: 'Turtle' } as const
export type RdfForm = keyof typeof formats

/** A writer of RDF that hands on its text in parts. */
export function rdfWriter(form: RdfForm, write: (text: string) => void, more: Readonly<Record<string, string>> = {}) {
  const known: Readonly<Record<string, string>> & Readonly<Record<Prefix, string>> = { ...prefixes, ...more }
  const sink = {
    write(text: string, _encoding: string, done?: () => void) {
      write(text)
      done?.()
    },
    end: (done?: () => void) => done?.(),
  }
  return new Writer(sink, { format: formats[form], ...(form === 'turtle' && { prefixes: known }) })
}
