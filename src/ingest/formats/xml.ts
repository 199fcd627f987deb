import { SaxesParser } from 'saxes'
import { Unreadable } from './files.ts'

/** An element as it opens: its name without a prefix, and its attributes. */
export interface Element {
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
  /** The line on which it opens, from 1. */
  readonly line: number
}

/** Hears an XML document as it is read. */
export interface XmlListener {
  /** `path` holds the elements that are open, the new one last. */
  open?(element: Element, path: readonly Element[]): void
  text?(text: string, path: readonly Element[]): void
  close?(element: Element, path: readonly Element[]): void
}

/**
 * Reads XML by events. Nothing outside of the text is read: entities that it declares are none that are known.
 *
 * @throws Unreadable where it is not well-formed
 */
export function readXml(xml: string, listener: XmlListener): void {
  const parser = new SaxesParser()
  const path: Element[] = []
  parser.on('error', error => {
    throw new Unreadable('UNREADABLE_FILE', `this is not well-formed XML: ${error.message}`)
  })
  parser.on('opentag', ({ name, attributes }) => {
    const element = { name: name.replace(/^.*:/, ''), attributes, line: parser.line }
    path.push(element)
    listener.open?.(element, path)
  })
  const hear = (text: string) => listener.text?.(text, path)
  parser.on('text', hear)
  parser.on('cdata', hear)
  parser.on('closetag', () => {
    const element = path.at(-1)
    if (element) listener.close?.(element, path)
    path.pop()
  })
  parser.write(xml).close()
}
