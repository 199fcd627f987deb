import { measure } from '../../analysis/networkMeasures.ts'
import type { Grounds } from '../../analysis/tieGrounds.ts'
import {
  actorNode,
  claimNode,
  type FlatNetwork,
  networkCsv,
  networkDl,
  networkGraphml,
} from '../../export/networkFiles.ts'
import { networkGexf } from '../../export/networkGexf.ts'
import { saySource, sourcesIn } from '../../export/sources.ts'
import { type ExportAnswer, ExportRefused } from './outcome.ts'
import type { Asking } from './pages.ts'
import { askRoot } from './rootField.ts'

/** The forms of a network, with their media types. */
export const networkForms = {
  csv: 'text/csv; charset=utf-8',
  graphml: 'application/graphml+xml; charset=utf-8',
  gexf: 'application/gexf+xml; charset=utf-8',
  dl: 'text/plain; charset=utf-8',
  svg: 'image/svg+xml',
  png: 'image/png',
} as const

const modes = { ONE: 'discourseNetwork', TWO: 'affiliationNetwork' } as const

/** The most edges that the API answers with. */
const mostEdges = 2_000

interface Answered {
  readonly data: {
    readonly root: {
      readonly formula: string
      readonly notes: readonly string[]
      readonly actors: readonly (Grounds & { readonly agent: Named })[]
      readonly claims?: readonly { readonly claim: Claim; readonly stances: number }[]
      readonly edges: readonly (Grounds & {
        readonly from: Named
        readonly to: Named | Claim
        readonly weight: number
      })[]
    }
  }
}

interface Named {
  readonly slug: string
  readonly name: string
}

interface Claim {
  readonly slug: string
  readonly text: string
}

/** A network as a file or a picture: `mode` is ONE (agents among themselves) or TWO (agents and claims); the rest is as in the API. */
export function networkOf(form: keyof typeof networkForms, parameters: URLSearchParams, asking: Asking): ExportAnswer {
  const given = parameters.get('mode') ?? 'ONE'
  const mode = given === 'ONE' || given === 'TWO' ? given : null
  if (mode === null) throw new ExportRefused(400, 'BAD_ARGUMENT', `mode must be ONE or TWO, not “${given}”.`)
  const to = mode === 'ONE' ? '{ slug name }' : '{ slug text }'
  const selection = `{
    formula notes
    actors { agent { slug name } stances paraphrased concluded }
    ${mode === 'ONE' ? '' : 'claims { claim { slug text } stances }'}
    edges(first: ${mostEdges}) { from { slug name } to ${to} weight stances paraphrased concluded }
  }`
  const body = async function* () {
    // The query says what its answer holds.
    const { data } = (await askRoot(modes[mode], selection, parameters, ['mode'], asking)) as Answered
    yield await written(form, mode, data.root, sourcesIn(asking.database).map(saySource))
  }
  return { type: networkForms[form], leftOut: [], body: body() }
}

async function written(
  form: keyof typeof networkForms,
  mode: 'ONE' | 'TWO',
  { actors, claims = [], edges, formula, notes }: Answered['data']['root'],
  licences: readonly string[],
): Promise<string | Uint8Array<ArrayBuffer>> {
  const second = mode === 'ONE' ? 'actor' : 'claim'
  const flat: FlatNetwork = {
    mode,
    nodes: [
      ...actors.map(({ agent, ...grounds }) => actorNode(agent, grounds)),
      ...claims.map(({ claim, stances }) => claimNode(claim, stances)),
    ],
    ties: edges.map(({ from, to, ...said }) => ({ from: `actor ${from.slug}`, to: `${second} ${to.slug}`, ...said })),
  }
  const measures = measure(
    flat.nodes.map(({ key }) => key),
    flat.ties,
  )
  if (form === 'csv') return networkCsv(flat)
  if (form === 'dl') return networkDl(flat)
  const about = { formula, notes, licences }
  if (form === 'graphml') return networkGraphml(flat, measures, about)
  if (form === 'gexf') return networkGexf(flat, measures, about)
  const { networkSvg } = await import('../../export/networkPicture.ts')
  const title = mode === 'ONE' ? 'The claims on which they agree or differ' : 'The claims they speak to'
  const svg = networkSvg(flat, measures, title, [...notes, `Weight: ${formula}`])
  if (form === 'svg') return svg
  const { renderPng } = await import('../../export/picture.ts')
  return new Uint8Array(renderPng(svg))
}
