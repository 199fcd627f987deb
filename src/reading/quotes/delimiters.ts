import { createRequire } from 'node:module'
import { remembered } from '../../model/remembered.ts'

const require = createRequire(import.meta.url)

/** The marks that open a quotation, each with those that close it. */
export type Pairs = ReadonlyMap<string, readonly string[]>

/**
 * What the world types: each opening mark with its own partner, and what is typed in the partner's place. Two straight
 * single marks are one double mark, as news archives have them, and so are two grave accents.
 */
const TYPED: Pairs = new Map([
  ['“', ['”', '"', '“']],
  ['„', ['“', '”', '"', '„']],
  ['‟', ['”', '‟']],
  ['«', ['»']],
  ['‹', ['›']],
  ['‘', ['’']],
  ['‚', ['‘', '’', "'"]],
  ['‛', ['’']],
  ['”', ['”']],
  ['»', ['«', '»']],
  ['›', ['‹', '›']],
  ['"', ['"', '”', '“']],
  ['＂', ['＂']],
  ["''", ["''"]],
  ['``', ["''", '``']],
  ["'", ["'"]],
  ['″', ['″']],
  ['「', ['」']],
  ['『', ['』']],
  ['｢', ['｣']],
  ['﹁', ['﹂']],
  ['﹃', ['﹄']],
  ['❝', ['❞']],
  ['❛', ['❜']],
  ['❮', ['❯']],
  ['〝', ['〞', '〟']],
  ['״', ['״']],
  [',,', ["''", '"', '“', '”', ',,']],
  ['<<', ['>>']],
  ['`', ["'", '’', '`']],
  ['´', ['´', "'"]],
])

/** The pairs of a language: those that CLDR gives it, and what the world types. */
export const delimiterPairs = remembered((language): Pairs => {
  const pairs = new Map([...TYPED].map(([open, close]) => [open, [...close]] as const))
  for (const [open, close] of delimitersOf(language)) {
    const closing = pairs.get(open) ?? []
    if (!closing.includes(close)) pairs.set(open, [close, ...closing])
  }
  return pairs
})

interface DelimiterFile {
  readonly main: Readonly<Record<string, { readonly delimiters: Readonly<Record<string, string>> }>>
}

/** CLDR's delimiters of the language, or of the one without its country. */
function delimitersOf(language: string): [open: string, close: string][] {
  for (const tag of [language, language.split('-')[0] ?? '']) {
    if (!/^[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$/.test(tag)) continue
    try {
      const file: DelimiterFile = require(`cldr-misc-full/main/${tag}/delimiters.json`)
      return Object.values(file.main).flatMap(({ delimiters }) => {
        const { quotationStart, quotationEnd, alternateQuotationStart, alternateQuotationEnd } = delimiters
        return [
          [quotationStart, quotationEnd],
          [alternateQuotationStart, alternateQuotationEnd],
        ].flatMap(([open, close]): [string, string][] =>
          open !== undefined && close !== undefined && open.length === 1 ? [[open, close]] : [],
        )
      })
    } catch {
      // A language that CLDR does not have.
    }
  }
  return []
}
