// Citation.js ships no types. Declared here is what writeCitations.ts calls, as version 0.8 behaves.
declare module '@citation-js/core' {
  export class Cite {
    /** Reads CSL-JSON without looking anything up. */
    constructor(data: readonly object[])
    format(name: string): string
  }
  export const plugins: { readonly config: { get(plugin: string): { readonly format: object } } }
}
declare module '@citation-js/plugin-bibtex' {}
declare module '@citation-js/plugin-ris' {}
