import { getNamedType, isObjectType } from 'graphql'
import { schema } from '../../graph/schema.ts'
import { nearestWord } from '../../model/nearest.ts'
import { type ExportAnswer, ExportRefused } from './outcome.ts'
import type { Asking } from './pages.ts'
import { askRoot } from './rootField.ts'
import { type ListForm, listForms, rowWriter } from './rows.ts'

type Row = Readonly<Record<string, unknown>>

/** An analysis as a table. */
interface Analysis {
  /** The field of the root that makes it, whose arguments are the parameters. */
  readonly field: string
  readonly columns: readonly string[]
  /** Parameters that are not arguments of the field. */
  readonly ownParameters: readonly string[]
  selection(parameters: URLSearchParams): string
  rows(answer: unknown): Row[]
}

interface Verbs {
  readonly publishers: readonly { readonly publisher: unknown; readonly verbs: readonly Row[] }[]
}

const verbs: Analysis = {
  field: 'reportingVerbs',
  columns: ['publisher', 'lemma', 'forms', 'count', 'rate', 'low', 'high'],
  ownParameters: [],
  selection: () => '{ publishers { publisher { slug } verbs { lemma forms count rate low high } } }',
  rows: answer =>
    (answer as Verbs).publishers.flatMap(({ publisher, verbs }) => verbs.map(verb => ({ publisher, ...verb }))),
}

interface Words {
  readonly ofOne: readonly Row[]
  readonly ofOther: readonly Row[]
}

const wordColumns = ['words', 'length', 'oneCount', 'otherCount', 'delta', 'variance', 'z']

const wording: Analysis = {
  field: 'distinctiveWording',
  columns: ['side', ...wordColumns],
  ownParameters: [],
  selection: () => `{ ofOne { ${wordColumns.join(' ')} } ofOther { ${wordColumns.join(' ')} } }`,
  rows(answer) {
    const { ofOne, ofOther } = answer as Words
    return [...ofOne.map(row => ({ side: 'one', ...row })), ...ofOther.map(row => ({ side: 'other', ...row }))]
  },
}

interface Compared {
  readonly part: {
    readonly lines: readonly {
      readonly keys: readonly { readonly label: string | null }[]
      readonly shared: boolean
      readonly cells: readonly Row[]
    }[]
  }
}

/** What speakers are compared by. */
function comparedParts(): string[] {
  const type = schema.getType('FramingComparison')
  if (!isObjectType(type)) return []
  return Object.values(type.getFields()).flatMap(({ name, type: of }) =>
    getNamedType(of).name === 'FramingTable' ? [name] : [],
  )
}

/** What a line is; what is unknown at its end, such as how a stance is held, is not said. */
function nameOf(keys: Compared['part']['lines'][number]['keys']): string {
  const labels = keys.map(({ label }) => label)
  return labels.slice(0, labels.findLastIndex(label => label !== null) + 1).join(' · ')
}

const compare: Analysis = {
  field: 'compareFraming',
  columns: ['what', 'shared', 'speaker', 'count', 'concluded', 'share'],
  ownParameters: ['part'],
  selection(parameters) {
    const part = parameters.get('part') ?? 'claims'
    const known = comparedParts()
    if (!known.includes(part)) {
      const meant = nearestWord(part, known)
      const hint = meant === undefined ? '' : ` Did you mean ${meant}?`
      throw new ExportRefused(400, 'BAD_ARGUMENT', `part is one of ${known.join(', ')}, and not “${part}”.${hint}`)
    }
    return `{ part: ${part} { lines { keys { label } shared cells { speaker { slug } count concluded share } } } }`
  },
  rows: answer =>
    (answer as Compared).part.lines.flatMap(({ keys, shared, cells }) =>
      cells.map(cell => ({ what: nameOf(keys), shared, ...cell })),
    ),
}

/** The analyses that leave as tables. */
export const exportAnalyses: ReadonlyMap<string, Analysis> = new Map(Object.entries({ compare, wording, verbs }))

/** An analysis as CSV or JSON lines: the parameters are the arguments of its field in the API. */
export function analysisOf(
  analysis: Analysis,
  form: ListForm,
  parameters: URLSearchParams,
  asking: Asking,
): ExportAnswer {
  const { head, row } = rowWriter(form, analysis.columns, parameters.get('formulas') === 'true')
  const selection = analysis.selection(parameters)
  const others = ['formulas', ...analysis.ownParameters]
  const body = async function* () {
    // The query says what its answer holds.
    const { data } = (await askRoot(analysis.field, selection, parameters, others, asking)) as {
      readonly data: { readonly root: unknown }
    }
    yield head + analysis.rows(data.root).map(row).join('')
  }
  return { type: listForms[form], leftOut: [], body: body() }
}
