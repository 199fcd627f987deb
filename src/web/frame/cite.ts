/** A view that is cited by its address, such as a search or a network. Documents, statements and numbers are cited by the server. */
export interface Cited {
  /** What it shows, as a title. */
  readonly title: string
  readonly note?: string
  readonly url: string
}

/** A citation of a view in the forms that people and programs take. */
export function citations(
  cited: Cited,
  today: Date,
): { readonly text: string; readonly bibtex: string; readonly csl: string } {
  const { title, note, url } = cited
  const day = today.toISOString().slice(0, 10)
  const key = `dixit-${url
    .replace(/^https?:\/\/[^/]+\/(id\/)?/, '')
    .replaceAll(/[^\w]+/g, '-')
    .replaceAll(/^-|-$/g, '')}`
  const parts = [title, note, 'In: Dixit', `${url} (seen ${day})`].filter(part => part)
  // A title that is a sentence has its stop already.
  const text = parts.join('. ').replaceAll(/([.!?…][”"»’)]?)\. /gu, '$1 ')
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

function escapeTex(value: string): string {
  return value.replaceAll(/[\\{}%&#_$]/g, sign => (sign === '\\' ? '' : /[{}]/.test(sign) ? sign : `\\${sign}`))
}
