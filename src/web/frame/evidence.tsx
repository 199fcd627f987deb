import { graphiqlAddress } from '../ask.ts'
import type { Operation } from '../documents/operation.ts'
import { MarksOnPaper } from '../marks/help.tsx'
import { type Cited, citations } from './cite.ts'
import { CiteButton, NodeCitation } from './citeNode.tsx'
import { type Table, writeCsv } from './csv.ts'
import { AllStatements, Feed } from './feed.tsx'
import { ReportButton, type Reported } from './report.tsx'
import { pngOf, save, svgText } from './save.ts'

/** A question that a view was made from. */
export interface Question {
  readonly text: string
  readonly variables: object
  /** What it asks for, where a view is made from several. */
  readonly label: string | undefined
}

export function question<Data, Variables extends object>(
  { text }: Operation<Data, Variables>,
  variables: Variables,
  label?: string,
): Question {
  return { text, variables, label }
}

/** A way to print a view, by the name of its button. */
export interface Print {
  readonly name: string
  readonly print: () => void
}

/** The end of each view: how to cite it, to take it away, to ask for it, to print it, and to say that it is wrong. */
export function Evidence({
  cited,
  node,
  questions,
  table,
  name,
  reported,
  feed,
  hasPicture = false,
  prints = [{ name: 'Print', print: () => window.print() }],
}: {
  readonly cited: Omit<Cited, 'url'>
  /** What of the graph is cited, as `dixit cite` does: TYPE/SLUG of a document, a statement or a number. */
  readonly node?: string
  readonly questions: readonly Question[]
  readonly table?: () => Table | Promise<Table>
  /** What files are called, without their ending. */
  readonly name: string
  readonly reported?: Reported
  /** Which statements are news about what the view shows. */
  readonly feed?: object
  /** Whether the view has a drawing to take away. */
  readonly hasPicture?: boolean
  /** The ways to print a view, where there is more than one. */
  readonly prints?: readonly Print[]
}) {
  const url = location.href
  const picture = () => document.querySelector<SVGSVGElement>('main svg.picture, main .picture svg')
  const saveTable = async () => {
    if (table) save(`${name}.csv`, 'text/csv', writeCsv(await table()))
  }
  const saveSvg = () => {
    const drawing = picture()
    if (drawing) save(`${name}.svg`, 'image/svg+xml', svgText(drawing))
  }
  const savePng = async () => {
    const drawing = picture()
    if (drawing) save(`${name}.png`, 'image/png', await pngOf(drawing))
  }
  return (
    <>
      <MarksOnPaper />
      <aside class="cite" aria-label="Cite and take away">
        <p>
          {node === undefined ? citations({ ...cited, url }, new Date()).text : <NodeCitation node={node} />}
          <br />
          <span class="note">The address above brings this view back as it is.</span>
        </p>
        <ul>
          <li>
            <CiteButton node={node} cited={{ ...cited, url }} />
          </li>
          {table ? (
            <li>
              <button type="button" class="btn" onClick={saveTable}>
                CSV
              </button>
            </li>
          ) : null}
          {hasPicture ? (
            <>
              <li>
                <button type="button" class="btn" onClick={saveSvg}>
                  SVG
                </button>
              </li>
              <li>
                <button type="button" class="btn" onClick={savePng}>
                  PNG
                </button>
              </li>
            </>
          ) : null}
          {prints.map(({ name, print }) => (
            <li key={name}>
              <button type="button" class="btn" onClick={print}>
                {name}
              </button>
            </li>
          ))}
          {feed ? (
            <>
              <li>
                <AllStatements filter={feed} />
              </li>
              <li>
                <Feed filter={feed} title={cited.title} />
              </li>
            </>
          ) : null}
          {questions.map(({ text, variables, label }) => (
            <li key={text}>
              <a class="btn" href={graphiqlAddress({ id: '', text }, variables)}>
                Open in GraphiQL{label ? `: ${label}` : ''}
              </a>
            </li>
          ))}
          <li>
            <ReportButton reported={reported ?? { what: cited.title, url }} />
          </li>
        </ul>
      </aside>
    </>
  )
}
