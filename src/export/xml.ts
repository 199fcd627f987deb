import { replaceControls } from '../model/text.ts'

/** What may have to be written otherwise, or is not plain enough to tell. */
const perhapsEscaped = /[^ !#-%'-;=?-~\u00a1-\u02ff\u2010-\u2027]/

/** A text as it stands in XML, also in an attribute, where a line break would become a space. */
export function escapeXml(text: string): string {
  if (!perhapsEscaped.test(text)) return text
  return replaceControls(text)
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll('\n', '&#10;')
    .replaceAll('\t', '&#9;')
}

/** An element: its attributes, without those that are null, and what stands in it. */
export function element(
  name: string,
  attributes: Readonly<Record<string, string | number | null>>,
  content: string = '',
): string {
  return content === ''
    ? `${openTag(name, attributes).slice(0, -1)}/>`
    : `${openTag(name, attributes)}${content}</${name}>`
}

export function openTag(name: string, attributes: Readonly<Record<string, string | number | null>> = {}): string {
  const written = Object.entries(attributes).map(([key, value]) =>
    value === null ? '' : ` ${key}="${escapeXml(String(value))}"`,
  )
  return `<${name}${written.join('')}>`
}

/** An element of text alone; nothing for no text. */
export function textElement(name: string, text: string | null): string {
  return text === null || text === '' ? '' : element(name, {}, escapeXml(text))
}
