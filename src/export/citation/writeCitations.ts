import { Cite, plugins } from '@citation-js/core'
import '@citation-js/plugin-bibtex'
import '@citation-js/plugin-ris'
import { citationText } from './citationText.ts'
import type { CslItem } from './cslItem.ts'
import { type CslName, withParticle } from './cslName.ts'
import type { CitationForm } from './forms.ts'

const formats = { bib: 'bibtex', ris: 'ris', csl: 'data' } as const satisfies Record<
  Exclude<CitationForm, 'txt'>,
  string
>

// Keys are the slugs, which hold nothing that BibTeX would not read: the same thing has the same key in every file.
Object.assign(plugins.config.get('@bibtex').format, { useIdAsLabel: true, checkLabel: false })

/** Citations as BibTeX, RIS, CSL-JSON or text, a line each. */
export function writeCitations(given: readonly CslItem[], form: CitationForm): string {
  const items = given.map(inLines)
  if (form === 'txt') return items.map(item => `${citationText(item)}\n`).join('')
  // Citation.js writes what it has not read from the network alone, but it would change the items.
  const nameFor = { ris: withParticle, bib: escapedWhole, csl: (name: CslName) => name }[form]
  const written = items.map(item => (item.author ? { ...item, author: item.author.map(nameFor) } : item))
  const plain = form === 'bib' ? written.map(unmarked) : written
  const text = String(new Cite(structuredClone(plain)).format(formats[form])).trimEnd()
  if (form === 'ris') return `${withWholeKeys(unwrapped(text), items)}\n`
  return `${form === 'bib' ? withDays(withPublishers(text, items)) : text}\n`
}

/** An item each of whose texts is one line: a line that begins anew may be taken for a field, or another citation. */
function inLines(item: CslItem): CslItem {
  return JSON.parse(JSON.stringify(item), (_, value) =>
    typeof value === 'string' ? value.replaceAll(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ') : value,
  )
}

/**
 * An item whose texts are no markup, for BibTeX, in which Citation.js makes `<b>` bold up to a `</b>` that may not come: behind the `<`
 * stands a character that is left out of BibTeX.
 */
function unmarked<T extends object>(item: T): T {
  return JSON.parse(JSON.stringify(item), (_, value) =>
    typeof value === 'string' ? value.replaceAll('<', '<\u2060') : value,
  )
}

/** A name that stands whole, for BibTeX, in which Citation.js escapes names of several parts alone. */
function escapedWhole(name: CslName): CslName {
  if ('literal' in name) return { literal: escaped(name.literal) }
  return Object.keys(name).length === 1 ? { family: escaped(name.family) } : name
}

function escaped(text: string): string {
  return text.replaceAll(/[{}\\%&$#_~^]/g, each => escapes[each] ?? `\\${each}`)
}

/** BibTeX with the day in a field of its own: the name of a month is a macro, which holds no day. */
function withDays(bibtex: string): string {
  return bibtex.replaceAll(/^(\s*)month = \{?([a-z]{3})(?: (\d{1,2}))?\}?,?$/gm, (_, space, month, day) =>
    [`${space}month = ${month},`, ...(day === undefined ? [] : [`${space}day = {${day}},`])].join('\n'),
  )
}

/** BibTeX with who published it, which is left out of what is not a book; the address stands once, as the address. */
function withPublishers(bibtex: string, items: readonly CslItem[]): string {
  let place = 0
  return bibtex
    .split(/^(?=@)/m)
    .map(entry => {
      if (!entry.startsWith('@')) return entry
      const { publisher } = items[place] ?? {}
      place += 1
      const bare = entry.replace(/^\s*howpublished = \{https?:.*\},?\n/m, '')
      if (publisher === undefined || /^\s*publisher = /m.test(bare)) return bare
      // Not as a pattern, in which a dollar sign would mean something.
      return bare.replace(/\n/, () => `\n\tpublisher = {${escaped(publisher)}},\n`)
    })
    .join('')
}

const escapes: Readonly<Record<string, string>> = {
  '\\': '\\textbackslash{}',
  // An escaped brace still counts where BibTeX looks for the end of a field.
  '{': '\\textbraceleft{}',
  '}': '\\textbraceright{}',
  '~': '\\textasciitilde{}',
  '^': '\\textasciicircum{}',
}

/** RIS with each key whole: it is cut at 20 characters, and statements of one document would share theirs. */
function withWholeKeys(ris: string, items: readonly CslItem[]): string {
  let place = 0
  return ris.replaceAll(/^ID {2}- .*$/gm, () => {
    const { id = '' } = items[place] ?? {}
    place += 1
    return `ID  - ${id}`
  })
}

/** RIS with a line a field: it is wrapped within words, which not every reader joins again. */
function unwrapped(ris: string): string {
  return ris.replaceAll(/\n(?![A-Z][A-Z0-9] {2}-|\n)/g, '')
}
