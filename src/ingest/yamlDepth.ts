import { CST, Lexer } from 'yaml'

/** A dossier goes nine levels deep. */
const DEEPEST_FLOW = 20
const WIDEST_INDENT = 100

/** What the lexer puts in to say what follows: the source does not hold it. */
const SIGNALS: readonly string[] = [CST.DOCUMENT, CST.FLOW_END, CST.SCALAR]

/**
 * Where a YAML source nests too deeply; null where it does not. The parser recurses, and a source that nests very deeply
 * would exhaust its stack; the lexer, which is used here, does not recurse.
 */
export function tooDeepAt(source: string): number | null {
  let offset = 0
  let lineStart = 0
  let flow = 0
  let isContent = false
  for (const token of new Lexer().lex(source)) {
    if (SIGNALS.includes(token)) {
      isContent = token === CST.SCALAR
      continue
    }
    const type = isContent ? null : CST.tokenType(token)
    isContent = false

    const column = type === 'space' ? offset + token.length - lineStart : offset - lineStart
    const indents = type === 'seq-item-ind' || type === 'explicit-key-ind' || (type === 'space' && offset === lineStart)
    if (indents && flow === 0 && column > WIDEST_INDENT) return offset

    if (type === 'flow-map-start' || type === 'flow-seq-start') flow += 1
    if (type === 'flow-map-end' || type === 'flow-seq-end') flow = Math.max(0, flow - 1)
    if (flow > DEEPEST_FLOW) return offset

    offset += token.length
    const lineEnd = token.lastIndexOf('\n')
    if (lineEnd !== -1) lineStart = offset - token.length + lineEnd + 1
  }
  return null
}
