import type { Comparison, FramingLine } from '../documents/compare.ts'
import type { Table } from '../frame/csv.ts'
import { Scroll } from '../frame/scroll.tsx'
import { ConcludedReadings, Nothing, statementAddress } from '../marks/marks.tsx'
import { counted, functionNames, inWords, quotationGroups, speechActNames, stanceInWords } from '../marks/names.ts'
import { Phrase, Words, wordingIn } from '../marks/words.tsx'
import { addressOf } from '../place.ts'
import { useSaid } from './marksIn.ts'
import { type Part, parts } from './parts.ts'

interface PartProps {
  readonly part: Part
  readonly comparison: Comparison
  readonly ownOnly: boolean
  readonly differOnly: boolean
  /** The numbers of the quotations on paper, by slug. */
  readonly numbers: ReadonlyMap<string, number>
}

/** A part without a row has none that differ, none in the speakers' own words, or none at all. */
function whyEmpty(hasShared: boolean, ownOnly: boolean): string {
  if (hasShared) return 'no difference'
  return ownOnly ? 'nothing in their own words' : 'nothing coded for any of them'
}

/** One part of a comparison: the speakers across, a thing a line, and in each cell what leads to the words. */
export function PartTable({ part, comparison, ownOnly, differOnly, numbers }: PartProps) {
  const table = comparison[part.name]
  const lines = linesOf(part, comparison).filter(line => !differOnly || !line.shared)
  const groups = [...Map.groupBy(lines, line => groupOf(part, line))].sort(
    ([, [a]], [, [b]]) => Number(isUncoded(part, a)) - Number(isUncoded(part, b)),
  )
  return (
    <details class="band" id={part.name} open={isUnfolded(part.name)}>
      <summary>
        <h2>{part.title}</h2> <span class="note">{counted(groups.length, 'row')}</span>
      </summary>
      <p class="note">{part.lead}</p>
      {groups.length === 0 ? (
        <Nothing>{whyEmpty(linesOf(part, comparison).length > 0, ownOnly && part.isWorded)}</Nothing>
      ) : null}
      {groups.length === 0 ? null : (
        <Scroll name={part.title}>
          <table class="cmp">
            <thead>
              <tr>
                <th scope="col">
                  <span class="vh">What</span>
                </th>
                {comparison.speakers.map(({ speaker }) => (
                  <th scope="col" key={speaker.slug} dir="auto">
                    {speaker.name}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {groups.map(([name, inGroup]) => (
                <tr key={name}>
                  <th scope="row" dir="auto">
                    <GroupName part={part} line={inGroup[0]} name={name} />
                  </th>
                  {comparison.speakers.map(({ speaker }, index) => (
                    <td key={speaker.slug} data-who={speaker.name}>
                      <Cell
                        part={part}
                        lines={inGroup}
                        index={index}
                        ownOnly={ownOnly && part.isWorded}
                        numbers={numbers}
                      />
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </Scroll>
      )}
      {table.totalLines > table.lines.length ? (
        <p class="note">
          The {table.lines.length} most frequent of {table.totalLines} lines.
        </p>
      ) : null}
    </details>
  )
}

/** On a telephone all parts would be twenty screens: there they are folded, but the first and the one that the address names. */
function isUnfolded(name: Part['name']): boolean {
  return name === parts[0].name || location.hash === `#${name}` || matchMedia('(min-width: 40rem)').matches
}

/** The lines that name something: frames at a thing are not shown once more among those at agents, nor the other way about. */
function linesOf({ name }: Part, comparison: Comparison): readonly FramingLine[] {
  const { lines } = comparison[name]
  return name === 'directedAt' || name === 'directedAtReferents' ? lines.filter(({ keys }) => keys[1]?.node) : lines
}

/** What stands for no number in particular comes last. */
function isUncoded(part: Part, line: FramingLine | undefined): boolean {
  return part.name === 'figures' && nodeLabel(line?.keys[0]) === null
}

/** Lines of one thing stand in one row: all names for a referent, all stances to a claim. */
function groupOf(part: Part, { keys }: FramingLine): string {
  const [first] = keys
  if (part.name === 'figures') return nodeLabel(first) ?? 'without a coded number'
  if (first?.dimension === 'FRAME_FUNCTION' && first.value === null) return 'no function coded'
  return nodeLabel(first) ?? inWords(first?.label ?? first?.value) ?? ''
}

function nodeLabel(key: FramingLine['keys'][number] | undefined): string | null {
  const node = key?.node
  if (!node) return null
  if ('label' in node) return node.label
  if ('text' in node) return node.text
  return 'name' in node ? node.name : null
}

function GroupName({
  part,
  line,
  name,
}: {
  readonly part: Part
  readonly line: FramingLine | undefined
  readonly name: string
}) {
  const key = line?.keys[0]
  const node = key?.node
  if (node && 'slug' in node) return <a href={addressOf(node.__typename, node.slug)}>{name}</a>
  const value = key?.value ?? key?.label ?? ''
  if (part.name === 'quotations') return quotationGroups[value] ?? name
  return functionNames[value] ?? speechActNames[value] ?? name
}

function Cell({
  part,
  lines,
  index,
  ownOnly,
  numbers,
}: {
  readonly part: Part
  readonly lines: readonly FramingLine[]
  readonly index: number
  readonly ownOnly: boolean
  readonly numbers: PartProps['numbers']
}) {
  const items = lines.flatMap(line => {
    const cell = line.cells[index]
    if (!cell || cell.count === 0) return []
    return [
      {
        line,
        count: cell.count,
        concluded: cell.concluded,
        statements: cell.statements.nodes,
        rest: restOf(cell.speaker.slug, line),
      },
    ]
  })
  if (items.length === 0) return <Nothing>{ownOnly ? 'nothing in their own words' : 'nothing coded'}</Nothing>
  return (
    <ul>
      {items.map(({ line, count, concluded, statements, rest }) => (
        <li key={line.keys.map(({ label, value }) => label ?? value).join()}>
          <details>
            <summary>
              <Item part={part} line={line} count={count} statements={statements} />
              <ConcludedReadings concluded={concluded} count={count} speakerBasis={speakerBasisOf(part, statements)} />
              <span class="refs">
                {' '}
                [{refsOf(statements, numbers)}
                {count > statements.length ? ` and ${count - statements.length} more` : ''}]
              </span>
            </summary>
            <ul class="short">
              <Said statements={statements} />
              {count > statements.length ? (
                <li class="note">
                  <a href={rest}>and {count - statements.length} more</a>
                </li>
              ) : null}
            </ul>
          </details>
        </li>
      ))}
    </ul>
  )
}

function Said({ statements }: { readonly statements: Statements }) {
  return useSaid(statements).map(statement => (
    <li key={statement.slug}>
      <a href={statementAddress(statement.slug)}>
        <Words said={statement} />
      </a>
    </li>
  ))
}

/** The numbers of some quotations on paper, in order. */
function refsOf(statements: Statements, numbers: PartProps['numbers']): string {
  return statements
    .flatMap(({ slug }) => numbers.get(slug) ?? [])
    .sort((one, other) => one - other)
    .join(', ')
}

/** The list that has the statements of a cell: those of the speaker, about that thing if lists can be filtered by it. */
function restOf(speaker: string, { keys }: FramingLine): string {
  const query = new URLSearchParams({ speaker })
  for (const { node } of keys) {
    if (node?.__typename === 'Figure') query.set('figure', node.slug)
    if (node?.__typename === 'Claim') query.set('claim', node.slug)
    if (node?.__typename === 'Referent') query.set('referent', node.slug)
  }
  return `/statements?${query}`
}

type Statements = FramingLine['cells'][number]['statements']['nodes']

function Item({
  part,
  line,
  count,
  statements,
}: {
  readonly part: Part
  readonly line: FramingLine
  readonly count: number
  readonly statements: Statements
}) {
  const second = line.keys[1]
  const said = useSaid(statements)
  const [statement] = said
  const times = count > 1 ? <span class="note"> {count} times</span> : null
  if (statement && (part.name === 'figures' || part.name === 'terms') && second) {
    // Terms are counted in lower case: the words are taken from the statement, as they stand there.
    const words = asWritten(second.label ?? second.value ?? '', statement.text)
    const own = said.find(each => wordingIn(words, each) === 'SPEAKER')
    return (
      <>
        <Phrase words={words} of={own ?? statement} />
        {times}
      </>
    )
  }
  const name = second ? (targetOf(line) ?? stanceOf(line) ?? inWords(second.value ?? second.label)) : ''
  return (
    <>
      {name === '' ? counted(count, 'statement') : name}
      {name === '' ? null : times}
    </>
  )
}

/** The basis of whoever words a number or a name, where no statement says who does. */
function speakerBasisOf(part: Part, statements: Statements): string | null {
  const isOfWords = part.name === 'figures' || part.name === 'terms'
  const isStated = statements.some(({ basis }) => basis === 'STATED')
  return isOfWords && !isStated ? (statements[0]?.basis ?? null) : null
}

function asWritten(words: string, text: string): string {
  const at = text.toLowerCase().indexOf(words.toLowerCase())
  return at < 0 ? words : text.slice(at, at + words.length)
}

/** How a line stands to its claim, in words; null where it has none. */
function stanceOf({ keys }: FramingLine): string | null {
  const keyOf = (name: string) => keys.find(({ dimension }) => dimension === name)?.value ?? null
  const stance = keyOf('STANCE')
  return stance === null ? null : stanceInWords({ stance, manner: keyOf('MANNER') })
}

/** At whom or what frames are directed, and whether they blame or credit; null where they are not of frames. */
function targetOf({ keys }: FramingLine): string | null {
  const [, target, valence] = keys
  const named = nodeLabel(target)
  if (valence?.dimension !== 'FRAME_VALENCE' || named === null) return null
  return valence.value === null ? `at ${named}` : `${inWords(valence.value)} of ${named}`
}

export function tableOf(comparison: Comparison | undefined): Table {
  const speakers = comparison?.speakers ?? []
  return {
    header: ['part', 'of', 'words', ...speakers.map(({ speaker }) => speaker.name)],
    rows: parts.flatMap(part =>
      (comparison ? linesOf(part, comparison) : []).map(line => [
        part.name,
        groupOf(part, line),
        line.keys[1]
          ? (targetOf(line) ?? stanceOf(line) ?? nodeLabel(line.keys[1]) ?? line.keys[1].label ?? line.keys[1].value)
          : null,
        ...line.cells.map(({ count }) => count),
      ]),
    ),
  }
}
