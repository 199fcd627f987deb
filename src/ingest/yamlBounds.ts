import { CST, Lexer } from 'yaml'

/** A dossier goes nine levels deep. */
const DEEPEST_FLOW = 20
const WIDEST_INDENT = 100

/** To parse so many takes some seconds; a line such as “speaker: mark-green” has eight. */
const MOST_TOKENS = 2_000_000

/** What the lexer puts in to say what follows: the source does not hold it. */
const SIGNALS: readonly string[] = [CST.DOCUMENT, CST.FLOW_END, CST.SCALAR]

/**
 * Where a YAML source nests too deeply or becomes too long to parse; null where it does not. The parser recurses, and a source that
 * nests very deeply would exhaust its stack; the lexer, which is used here, does not recurse, and takes a quarter of the time.
 */
export function tooMuchFor(source: string): { readonly offset: number; readonly message: string } | null {
  const tooDeep = (offset: number) => ({ offset, message: 'nests too deeply for a dossier' })
  let tokens = 0
  let offset = 0
  let lineStart = 0
  let flow = 0
  let isContent = false
  for (const token of new Lexer().lex(source)) {
    tokens += 1
    if (tokens > MOST_TOKENS) {
      return { offset, message: `holds more than ${MOST_TOKENS.toLocaleString('en-US')} YAML tokens: split it` }
    }
    if (SIGNALS.includes(token)) {
      isContent = token === CST.SCALAR
      continue
    }
    const type = isContent ? null : CST.tokenType(token)
    isContent = false

    const column = type === 'space' ? offset + token.length - lineStart : offset - lineStart
    const indents = type === 'seq-item-ind' || type === 'explicit-key-ind' || (type === 'space' && offset === lineStart)
    if (indents && flow === 0 && column > WIDEST_INDENT) return tooDeep(offset)

    if (type === 'flow-map-start' || type === 'flow-seq-start') flow += 1
    if (type === 'flow-map-end' || type === 'flow-seq-end') flow = Math.max(0, flow - 1)
    if (flow > DEEPEST_FLOW) return tooDeep(offset)

    offset += token.length
    const lineEnd = token.lastIndexOf('\n')
    if (lineEnd !== -1) lineStart = offset - token.length + lineEnd + 1
  }
  return null
}
