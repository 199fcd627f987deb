/** A view that is cited by its address, such as a search or a network. Documents, statements and numbers are cited by the server. */
export interface Cited {
  /** What it shows, as a title. */
  readonly title: string
  readonly note?: string
  /** The documents that the words stand in: `placesOf` them. */
  readonly places?: string
  readonly url: string
}

/** A document that cited words stand in. */
export interface CitedDocument {
  readonly slug: string
  readonly title: string | null
  readonly publisher?: { readonly name: string } | null
  readonly url: string | null
  readonly sha256?: string | null
}

/** How many documents a citation names. */
export const mostDocuments = 6

/**
 * Where cited words stand, so that paper leads there too: each document once, its address, and the whole hash of its text.
 * `isWhole` is false where the view shows a part of them alone.
 */
export function placesOf(documents: readonly (CitedDocument | null)[], isWhole = true): string {
  const each = [...new Map(documents.flatMap(found => (found === null ? [] : [[found.slug, found] as const]))).values()]
  if (each.length === 0) return ''
  const shown = each.slice(0, mostDocuments)
  const named = shown.map(({ slug, title, publisher, url, sha256 }) =>
    [title ?? slug, publisher?.name, url, sha256 ? `text with SHA-256 ${sha256}` : null].filter(Boolean).join(', '),
  )
  return `In: ${[...named, ...(isWhole && shown.length === each.length ? [] : ['and others'])].join('; ')}`
}

/** A citation of a view in the forms that people and programs take. */
export function citations(
  cited: Cited,
  today: Date,
): { readonly text: string; readonly bibtex: string; readonly csl: string } {
  const { title, url } = cited
  const note = joined([cited.note, cited.places])
  const day = today.toISOString().slice(0, 10)
  const key = `dixit-${url
    .replace(/^https?:\/\/[^/]+\/(id\/)?/, '')
    .replaceAll(/[^\w]+/g, '-')
    .replaceAll(/^-|-$/g, '')}`
  const text = joined([title, note, `Dixit: ${url} (seen ${day})`])
  const fields = {
    title: `{${title}}`,
    howpublished: 'Dixit',
    url,
    urldate: day,
    ...(note ? { note } : {}),
  }
  const lines = Object.entries(fields).map(([name, value]) => `  ${name} = {${escapeTex(value)}},`)
  const csl = {
    id: key,
    type: 'webpage',
    title,
    'container-title': 'Dixit',
    URL: url,
    accessed: { 'date-parts': [day.split('-').map(Number)] },
    ...(note ? { note } : {}),
  }
  return { text, bibtex: `@misc{${key},\n${lines.join('\n')}\n}\n`, csl: `${JSON.stringify([csl], null, 2)}\n` }
}

/** Sentences one after the other; a title that is one has its stop already. */
function joined(parts: readonly (string | undefined)[]): string {
  return parts
    .filter(part => part)
    .join('. ')
    .replaceAll(/([.!?…][”"»’)]?)\. /gu, '$1 ')
}

function escapeTex(value: string): string {
  return value.replaceAll(/[\\{}%&#_$]/g, sign => (sign === '\\' ? '' : /[{}]/.test(sign) ? sign : `\\${sign}`))
}
