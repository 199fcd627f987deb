import { metadataJson, metadataName, sourcesIn } from '../../export/sources.ts'
import { repeatedParameter } from '../repeatedParameter.ts'
import { analysisOf, exportAnalyses } from './analyses.ts'
import { annotationPages } from './annotations.ts'
import { exportPath, metadataType } from './links.ts'
import { type ExportList, exportLists } from './lists.ts'
import { networkForms, networkOf } from './network.ts'
import { type ExportAnswer, ExportRefused } from './outcome.ts'
import { type Asking, pagesOf } from './pages.ts'
import { countIn, expectKnown, objectIn, whichOf } from './parameters.ts'
import { type ListForm, listForms, rowWriter } from './rows.ts'

/**
 * What an address below /export leads to, with the parameters after it.
 *
 * @throws ExportRefused, or GraphQLError for what the API refuses
 */
export async function answerExport(path: string, parameters: URLSearchParams, asking: Asking): Promise<ExportAnswer> {
  const repeated = repeatedParameter(parameters)
  if (repeated !== null) throw new ExportRefused(400, 'BAD_ARGUMENT', repeated)
  if (path.endsWith(metadataName(''))) return metadataOf(path.slice(0, -metadataName('').length), parameters, asking)
  const dot = path.lastIndexOf('.')
  const [name, form] = [path.slice(0, dot === -1 ? undefined : dot), dot === -1 ? '' : path.slice(dot + 1)]
  if (name === 'annotations') return annotationPages(form, parameters, asking.database, asking.baseUrl)
  if (name === 'network') return networkOf(formOf(form, networkForms), parameters, asking)
  const analysis = exportAnalyses.get(name)
  if (analysis !== undefined) return analysisOf(analysis, formOf(form, listForms), parameters, asking)
  const list = exportLists.get(name) ?? refuseName(name)
  return listOf(list, formOf(form, listForms), parameters, asking)
}

/** What leaves by an address, by name. */
const exportNames = ['annotations', 'network', ...exportAnalyses.keys(), ...exportLists.keys()]

function refuseName(name: string): never {
  throw new ExportRefused(404, 'NOT_FOUND', `There is no export “${name}”. ${whichOf(name, exportNames)}`)
}

/** The licences and sources of what an address leads to, at the address where CSV on the Web looks for them. */
function metadataOf(path: string, parameters: URLSearchParams, { database, baseUrl }: Asking): ExportAnswer {
  const [name = ''] = path.split('.', 1)
  if (!exportNames.includes(name)) refuseName(name)
  const query = parameters.size === 0 ? '' : `?${parameters}`
  const body = async function* () {
    yield metadataJson(`${baseUrl}${exportPath}${path}${query}`, sourcesIn(database))
  }
  return { type: metadataType, leftOut: [], body: body() }
}

function formOf<Forms extends object>(form: string, forms: Forms): keyof Forms & string {
  const known = Object.keys(forms).find((each): each is keyof Forms & string => each === form)
  if (known !== undefined) return known
  throw new ExportRefused(404, 'NOT_FOUND', `The address of an export must end in .${Object.keys(forms).join(', .')}.`)
}

function listOf(list: ExportList, form: ListForm, parameters: URLSearchParams, asking: Asking): ExportAnswer {
  expectKnown(parameters, ['filter', 'order', 'first', 'formulas'], list.filter)
  const chosen = {
    filter: objectIn(parameters, 'filter'),
    order: objectIn(parameters, 'order'),
    most: countIn(parameters, 'first'),
  }
  const { head, row } = rowWriter(form, list.columns, parameters.get('formulas') === 'true')
  const rows = async function* () {
    let text = head
    for await (const nodes of pagesOf(asking, list, chosen)) {
      yield text + nodes.map(row).join('')
      text = ''
    }
  }
  return { type: listForms[form], leftOut: list.leftOut, body: rows() }
}
