import { replaceControls } from '../model/text.ts'

/** A text as it stands in XML, also in an attribute, where a line break would become a space. */
export function escapeXml(text: string): string {
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
