import { readFileSync } from 'node:fs'
import { conjoined } from '../../model/conjoined.ts'
import { inMarks } from '../../model/inMarks.ts'
import { CONCLUDED_NOTE, type GradedCounts, hasMarks, markedCounts } from '../../model/markedCounts.ts'
import type { Span } from '../../model/span.ts'
import { Voice } from '../../model/vocabulary.ts'
import { Html, html } from './html.ts'
import { type MarkedStatement, markedText } from './markedText.ts'

/** What a report is made of. */
export interface Report {
  readonly title: string
  readonly documents: readonly ReportedDocument[]
  readonly statements: readonly ReportedStatement[]
  /** How many statements there are, if not all are here. */
  readonly totalStatements: number
  readonly numbers: readonly ReportedNumber[]
  readonly comparison: ReportedComparison | null
  /** Pictures as SVG, which draw themselves and load nothing. */
  readonly pictures: readonly { readonly svg: string; readonly caption: string }[]
  readonly bibtex: string
}

export interface ReportedDocument {
  /** Whether the report is about it, and not only about what somebody says in it. */
  readonly isSubject: boolean
  readonly title: string
  readonly url: string | null
  readonly permalink: string
  readonly authors: readonly string[]
  readonly publisher: string | null
  readonly published: string | null
  readonly dataset: string | null
  readonly licence: string | null
  readonly source: string | null
  /** Null where it may not be passed on. */
  readonly text: string | null
  readonly marked: readonly MarkedStatement[]
  readonly numbers: readonly Span[]
}

export interface ReportedStatement {
  readonly anchor: string
  readonly who: string
  /** By whose account, or that it is reported: what follows the name. */
  readonly told: string
  readonly voice: Voice
  readonly words: string
  /** SPEAKER, REPORTER, MIXED or DOUBTFUL. */
  readonly wording: string | null
  /** Those of the words that stand in marks of the speaker’s. */
  readonly ownWords: readonly string[]
  readonly said: string | null
  readonly basis: string
  readonly reason: string | null
  readonly document: string
  readonly permalink: string
}

export interface ReportedNumber {
  readonly words: string
  readonly label: string | null
  readonly amount: string
  readonly who: string
  readonly told: string
  readonly anchor: string
}

export interface ReportedComparison {
  readonly speakers: readonly string[]
  readonly notes: readonly string[]
  readonly tables: readonly {
    readonly heading: string
    /** How many there are, if not all are here. */
    readonly totalRows: number
    readonly rows: readonly (GradedCounts & { readonly keys: readonly string[] })[]
  }[]
}

const style = (path: string) => readFileSync(new URL(path, import.meta.url), 'utf8')

/** A report as one page that loads nothing: to read, to print, to send. */
export function writeReport(report: Report): string {
  const { title, documents, statements, numbers, comparison, pictures, bibtex } = report
  // The explorer's own colours and marks: what means a voice there means it here.
  const subjects = documents.filter(({ isSubject }) => isSubject)
  const styles = ['../../web/styles/tokens.css', '../../web/styles/marks.css', './report.css'].map(style).join('\n')
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="generator" content="Dixit">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; img-src data:">
<title>${title}</title>
<style>${new Html(styles)}</style>
</head>
<body>
<p class="kicker">Dixit: who said what, in which words</p>
<h1>${title}</h1>
${subjects.length === 1 ? subjects.map(facts) : []}
${legend()}
${subjects.map(article)}
${pictures.length === 0 ? '' : html`<h2>In pictures</h2>${pictures.map(picture)}`}
${numberTable(numbers)}
${comparison === null ? '' : comparisonTables(comparison)}
<h2>Statements</h2>
${statements.length < report.totalStatements ? html`<p class="note">The first ${statements.length} of ${report.totalStatements}.</p>` : ''}
${statements.map(statementItem)}
<h2>Sources</h2>
${documents.map(source)}
<h3>Cite this as</h3>
<pre>${bibtex.trim()}</pre>
<footer>This page says who said what and in which words, never who is right. Every word is in its source.</footer>
</body>
</html>
`.text
}

function facts({ url, authors, publisher, published }: ReportedDocument): Html {
  const rows: readonly (readonly [string, Html])[] = [
    ...(authors.length === 0 ? [] : [['By', html`${conjoined(authors)}`] as const]),
    ...(publisher === null ? [] : [['Published by', html`${publisher}`] as const]),
    ['Published', html`${published ?? 'The text does not say when.'}`],
    ...(url === null ? [] : [['At', link(url)] as const]),
  ]
  return html`<dl class="facts">${rows.map(([name, value]) => html`<dt>${name}</dt><dd>${value}</dd>`)}</dl>`
}

function legend(): Html {
  const voices = Object.entries(Voice).map(
    ([voice, meaning]) =>
      html`<li><span class="who v-${voice.toLowerCase()}">${voice.toLowerCase()}</span> ${meaning}</li>`,
  )
  return html`<h2>How to read it</h2>
<ul class="legend note">
${voices}
<li><span class="own v-agent said">tinted and upright</span> the speaker’s own words, in quotation marks</li>
<li><span class="para">slanted</span> the reporter’s words for what was said</li>
<li><span class="doubtful">underlined with dots</span> in marks that may be scare quotes: perhaps nobody’s words but the reporter’s</li>
<li><span class="fig">1,204</span> a number</li>
</ul>`
}

function article({ title, text, url, marked, numbers }: ReportedDocument): Html {
  if (text === null) {
    return html`<h2>${title}</h2><p class="note">The whole text stays with its publisher${url === null ? '' : html`: ${link(url)}`}.</p>`
  }
  return html`<h2>${title}</h2><div class="article">${markedText(text, marked, numbers)}</div>`
}

function picture({ svg, caption }: Report['pictures'][number]): Html {
  return html`<figure>${new Html(svg)}<figcaption>${caption}</figcaption></figure>`
}

function numberTable(numbers: readonly ReportedNumber[]): Html {
  if (numbers.length === 0) return html``
  const rows = numbers.map(
    number =>
      html`<tr><td><a class="fig" href="#${number.anchor}">${number.words}</a></td><td>${number.amount}</td><td>${number.label ?? 'nobody has said which figure it is'}</td><td>${number.who}${number.told}</td></tr>`,
  )
  return html`<h2>Numbers, in their words and as read</h2>
<div class="scroll"><table><thead><tr><th>words</th><th>read as</th><th>of what</th><th>who</th></tr></thead><tbody>${rows}</tbody></table></div>`
}

function comparisonTables({ speakers, notes, tables }: ReportedComparison): Html {
  return html`<h2>Side by side</h2>
${notes.map(note => html`<p class="note">${note}</p>`)}
${tables.some(({ rows }) => hasMarks(rows)) ? html`<p class="note">${CONCLUDED_NOTE}</p>` : ''}
${tables
  .filter(({ rows }) => rows.length > 0)
  .map(
    ({
      heading,
      rows,
      totalRows,
    }) => html`<h3>${heading}${rows.length < totalRows ? ` (${rows.length} of ${totalRows})` : ''}</h3>
<div class="scroll"><table><thead><tr><th></th>${speakers.map(name => html`<th class="count">${name}</th>`)}</tr></thead>
<tbody>${rows.map(
      ({ keys, ...graded }) =>
        html`<tr><td>${keys.join(' · ')}</td>${markedCounts(graded).map(count => html`<td class="count ${count === 0 ? 'none' : ''}">${count === 0 ? '–' : count}</td>`)}</tr>`,
    )}</tbody></table></div>`,
  )}`
}

function statementItem(statement: ReportedStatement): Html {
  const { anchor, who, told, voice, words, wording, ownWords, said, basis, reason, document, permalink } = statement
  const isOwn = wording === 'SPEAKER'
  return html`<article class="statement v-${voice.toLowerCase()}" id="${anchor}">
<p class="said"><span class="who">${who}</span>${told}: ${isOwn ? html`<span class="own">${inMarks(words)}</span>` : partlyOwn(words, ownWords)}</p>
<p class="meta"><span>${said ?? 'when is not said'}</span>${wording === 'DOUBTFUL' ? html`<span class="doubtful">some marks may be scare quotes</span>` : ''}${wording === 'MIXED' ? html`<span>partly own words</span>` : ''}<span class="basis ${basis.toLowerCase()}">${basis.toLowerCase()}</span>${reason === null ? '' : html`<span>${reason}</span>`}<span>${document}</span><a href="${permalink}">${permalink}</a></p>
</article>`
}

/** The reporter's words slanted, and within them the speaker's own upright and tinted, each at its place. */
function partlyOwn(words: string, ownWords: readonly string[]): Html {
  const pieces: Html[] = []
  let from = 0
  for (const own of ownWords) {
    const at = words.indexOf(own, from)
    if (at < 0 || own === '') continue
    if (at > from) pieces.push(html`<span class="para">${words.slice(from, at)}</span>`)
    pieces.push(html`<span class="own">${own}</span>`)
    from = at + own.length
  }
  if (from < words.length) pieces.push(html`<span class="para">${words.slice(from)}</span>`)
  return html`${pieces}`
}

function source(document: ReportedDocument): Html {
  const { title, authors, publisher, published, url, permalink, dataset, licence, source: at } = document
  const byline = authors.length === 0 ? null : `by ${conjoined(authors)}`
  // What a name says of its direction ends with it.
  const day = published === null ? null : `published ${published}`
  const place = [byline, publisher, day].flatMap(each => (each === null ? [] : [html`, <bdi>${each}</bdi>`]))
  const from =
    dataset === null
      ? html`A person marked who says what in it; the text is its publisher’s.`
      : html`Dataset: ${dataset}${at === null ? '' : html` (${link(at)})`}. ${licence === null ? 'It states no licence.' : html`Licence: ${licence}`}`
  return html`<p><bdi>${title}</bdi>${place}${url === null ? '' : html`, ${link(url)}`}. In Dixit: ${link(permalink)}. ${from}</p>`
}

/** An address of the web; whatever else stands there is shown and leads nowhere. */
function link(address: string): Html {
  return /^https?:\/\//.test(address) ? html`<a href="${address}">${address}</a>` : html`${address}`
}
