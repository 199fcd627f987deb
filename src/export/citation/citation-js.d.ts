// Citation.js ships no types. Declared here is what writeCitations.ts calls, as version 0.8 behaves.
declare module '@citation-js/core' {
  export class Cite {
    /** Reads CSL-JSON without looking anything up. */
    constructor(data: readonly object[])
    format(name: string): string
  }
  export const plugins: { readonly config: { get(plugin: string): { readonly format: object } } }
}
declare module '@citation-js/name' {
  export interface PersonName {
    readonly 'dropping-particle'?: string
    readonly given?: string
    readonly 'non-dropping-particle'?: string
    readonly family: string
    readonly suffix?: string
  }
  /** The parts of a person's name; a name that has none as it stands. */
  export function parse(name: string): { readonly literal: string } | PersonName
}
declare module '@citation-js/plugin-bibtex' {}
declare module '@citation-js/plugin-ris' {}
