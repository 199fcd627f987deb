import { Document, isCollection, isMap, isPair, isScalar, visit } from 'yaml'

/** A collection that takes less is written in one line. */
const mostInOneLine = 110

/** A dossier as the text of `annotations.yaml`: what is empty left out, entries in one line where they are short. */
export function dossierText(dossier: Readonly<Record<string, unknown>>): string {
  const said = Object.entries(dossier).filter(([, section]) => !isEmpty(section))
  const document = new Document(Object.fromEntries(said), { aliasDuplicateObjects: false, keepUndefined: false })
  if (isMap(document.contents)) {
    for (const { value } of document.contents.items) {
      // The sections themselves are never one line: they grow.
      if (isCollection(value)) for (const item of value.items) lengthInOneLine(isPair(item) ? item.value : item)
    }
  }
  const decomposed = new Set<string>()
  visit(document, {
    Scalar(_key, scalar) {
      if (typeof scalar.value !== 'string' || scalar.value === scalar.value.normalize('NFC')) return
      scalar.type = 'QUOTE_DOUBLE'
      decomposed.add(JSON.stringify(scalar.value))
    },
  })
  let text = document.toString({ lineWidth: 0, blockQuote: false })
  // The file is read as NFC: letters that a corpus has in pieces are kept as escapes.
  for (const quoted of decomposed) text = text.replaceAll(quoted, escaped(quoted))
  return text
}

function escaped(quoted: string): string {
  return quoted.replaceAll(/[^ -~]/g, unit => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)
}

function isEmpty(section: unknown): boolean {
  return section === undefined || (typeof section === 'object' && section !== null && Object.keys(section).length === 0)
}

/** How long a value is in one line, in which collections are put that are short. */
function lengthInOneLine(node: unknown): number {
  if (isScalar(node)) return String(node.value).length + 2
  if (!isCollection(node)) return 0
  const lengths = node.items.map(item =>
    isPair(item) ? lengthInOneLine(item.key) + lengthInOneLine(item.value) : lengthInOneLine(item),
  )
  const length = lengths.reduce((sum, each) => sum + each + 2, 2)
  if (length <= mostInOneLine) node.flow = true
  return length
}
