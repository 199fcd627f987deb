import 'wink-nlp'

declare module 'wink-nlp' {
  interface Tokens {
    // The library's own types ask its lemma for four parameters; it takes three.
    out(its: (index: number, document: unknown, addons: ModelAddons) => string): string[]
  }
}
