import { type Fragment, fragmentsOf } from '../../model/selector.ts'
import { CodePoints, replaceControls } from '../../model/text.ts'
import { AnnotationKind, valuesOf } from '../../model/vocabulary.ts'
import type { DocumentMark } from '../../store/query/documentMarks.ts'

/** What each kind of mark is called in brat, whose names have no spaces. */
export function typeOf(kind: AnnotationKind): string {
  return kind
    .split('_')
    .map(word => word.charAt(0) + word.slice(1).toLowerCase())
    .join('')
}

/** What is said of a mark besides: an attribute of brat has one value, of a closed list. */
const attributes = ['voice', 'value', 'manner', 'wording', 'basis'] as const

/** The kinds whose `value` is of a vocabulary, and no text. */
const withValue: ReadonlySet<AnnotationKind> = new Set([
  'STATEMENT',
  'STANCE',
  'FIGURE_MENTION',
  'FIGURE_RELATION',
  'CHANNEL',
])

/**
 * The marks of a text in brat's stand-off format: a span each, in code points; the source and the cue of a statement are tied to
 * it, and so is all that stands in it. What brat has no place for is a note.
 */
export function standOff(
  text: string,
  marks: readonly DocumentMark[],
  told: (mark: DocumentMark) => readonly string[],
): string {
  const points = new CodePoints(text)
  const spans = new Map(marks.map((mark, index) => [mark, `T${index + 1}`]))
  const contents = new Map(marks.filter(({ kind }) => kind === 'STATEMENT').map(mark => [mark.slug, spans.get(mark)]))
  const counts = { A: 0, R: 0, '#': 0 }
  // All spans come first: some readers know no span that stands further on.
  const spanLines: string[] = []
  const lines: string[] = []
  const add = (letter: keyof typeof counts, line: string) => {
    counts[letter] += 1
    lines.push(`${letter}${counts[letter]}\t${line}`)
  }
  for (const mark of marks) {
    const span = spans.get(mark) ?? ''
    const { kind, statement, topic, label, reason, notes } = mark
    const pieces = fragmentsOf(mark.selector).flatMap(piece => withoutBreaks(points, piece))
    const places = pieces.map(({ start, end }) => `${start} ${end}`).join(';')
    spanLines.push(
      `${span}\t${typeOf(kind)} ${places}\t${pieces.map(({ start, end }) => points.slice(start, end)).join(' ')}`,
    )
    for (const name of attributes) {
      const value = mark[name]
      if (value !== null && (name !== 'value' || withValue.has(kind)))
        add('A', `${attributeName(kind, name)} ${span} ${value}`)
    }
    const content = statement === null ? undefined : contents.get(statement)
    if (content !== undefined && content !== span) add('R', `Of Arg1:${span} Arg2:${content}`)
    const accounts = told(mark).map(who => `by the account of ${who}`)
    const value = withValue.has(kind) ? null : mark.value
    const said = [label, topic, value, ...accounts, reason, notes].filter(part => part !== null)
    if (said.length > 0) add('#', `AnnotatorNotes ${span}\t${oneLine(said.join(' · '))}`)
  }
  return [...spanLines, ...lines].map(line => `${line}\n`).join('')
}

function attributeName(kind: AnnotationKind, name: (typeof attributes)[number]): string {
  return name === 'value' ? `${typeOf(kind)}Value` : name
}

/** No span of brat's goes over a line break: it is in pieces there. */
function withoutBreaks(points: CodePoints, { start, end }: Fragment): Fragment[] {
  const lines: Fragment[] = []
  let at = start
  for (const line of points.slice(start, end).split('\n')) {
    const length = [...line].length
    if (length > 0) lines.push({ start: at, end: at + length })
    at += length + 1
  }
  return lines
}

function oneLine(text: string): string {
  return replaceControls(text).replaceAll(/\s+/g, ' ')
}

/** What a project of brat declares, or it shows nothing: annotation.conf. */
export function annotationConf(values: ReadonlyMap<string, ReadonlySet<string>>): string {
  return [
    '[entities]',
    ...valuesOf(AnnotationKind).map(typeOf),
    '[relations]',
    'Of\tArg1:<ENTITY>, Arg2:Statement',
    '[events]',
    '[attributes]',
    ...Array.from(values, ([name, all]) => `${name}\tArg:<ENTITY>, Value:${[...all].toSorted().join('|')}`),
    '',
  ].join('\n')
}
