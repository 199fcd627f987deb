/** What is cited: a view, or the words of a statement on it. */
export interface Cited {
  /** What it shows, as a title. */
  readonly title: string
  /** The words, their speaker and their place, where there are such. */
  readonly note?: string
  /** The publisher of the words. */
  readonly publisher?: string
  /** When they were published, as EDTF. */
  readonly published?: string | null
  readonly url: string
}

/** A citation in the forms that people and programs take. */
export function citations(
  cited: Cited,
  today: Date,
): { readonly text: string; readonly bibtex: string; readonly csl: string } {
  const { title, note, publisher, published, url } = cited
  const day = today.toISOString().slice(0, 10)
  const key = `dixit-${url
    .replace(/^https?:\/\/[^/]+\/(id\/)?/, '')
    .replaceAll(/[^\w]+/g, '-')
    .replaceAll(/^-|-$/g, '')}`
  const parts = [title, note, publisher, published, 'In: Dixit', `${url} (seen ${day})`].filter(part => part)
  // A title that is a sentence has its stop already.
  const text = parts.join('. ').replaceAll(/([.!?…][”"»’)]?)\. /gu, '$1 ')
  const fields = {
    title: `{${title}}`,
    ...(publisher ? { publisher } : {}),
    ...(published ? { date: published } : {}),
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
    ...(publisher ? { publisher } : {}),
    URL: url,
    accessed: { 'date-parts': [day.split('-').map(Number)] },
    ...(note ? { note } : {}),
  }
  return { text, bibtex: `@misc{${key},\n${lines.join('\n')}\n}\n`, csl: `${JSON.stringify([csl], null, 2)}\n` }
}

function escapeTex(value: string): string {
  return value.replaceAll(/[\\{}%&#_$]/g, sign => (sign === '\\' ? '' : /[{}]/.test(sign) ? sign : `\\${sign}`))
}
