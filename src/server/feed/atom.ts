/** An entry of a feed. `id` is an address that names it for ever. */
export interface AtomEntry {
  readonly id: string
  readonly title: string
  /** ISO 8601. */
  readonly updated: string
  /** At least one. */
  readonly authors: readonly string[]
  readonly text: string
  /** Where what it is about was published. */
  readonly via: string | null
}

export interface AtomFeed {
  readonly id: string
  readonly title: string
  /** What a reader of the feed should know, such as that its filter names something that is not there. */
  readonly subtitle: string | null
  readonly updated: string
  /** A page for people with the same. */
  readonly alternate: string
  readonly entries: readonly AtomEntry[]
}

/** A feed in Atom (RFC 4287). */
export function writeAtom({ id, title, subtitle, updated, alternate, entries }: AtomFeed): string {
  return `<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom">
  <id>${escaped(id)}</id>
  <title>${escaped(title)}</title>
${subtitle === null ? '' : `  <subtitle>${escaped(subtitle)}</subtitle>\n`}  <updated>${escaped(updated)}</updated>
  <author><name>Dixit</name></author>
  <link rel="self" type="application/atom+xml" href="${escaped(id)}"/>
  <link rel="alternate" href="${escaped(alternate)}"/>
${entries.map(writeEntry).join('')}</feed>
`
}

function writeEntry({ id, title, updated, authors, text, via }: AtomEntry): string {
  return `  <entry>
    <id>${escaped(id)}</id>
    <title>${escaped(title)}</title>
    <updated>${escaped(updated)}</updated>
${authors.map(author => `    <author><name>${escaped(author)}</name></author>\n`).join('')}    <link rel="alternate" href="${escaped(id)}"/>
${via === null ? '' : `    <link rel="via" href="${escaped(via)}"/>\n`}    <content type="text">${escaped(text)}</content>
  </entry>
`
}

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

/** A text as XML has it; what XML has no way to say, such as most control characters, is left out. */
function escaped(text: string): string {
  return text
    .replaceAll(/[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu, '')
    .replaceAll(/[&<>"]/g, character => entities[character] ?? '')
}
