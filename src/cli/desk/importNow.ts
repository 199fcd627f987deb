import { importDossier } from '../../ingest/importDossier.ts'
import { BadDossier, renderProblems } from '../../ingest/problems.ts'
import { Failure } from '../../model/failure.ts'
import { readSettings } from '../../settings/settings.ts'
import { openWriter } from '../../store/engine/openDatabase.ts'

/**
 * Brings what was decided into the graph, which a server that runs shows at once: what `dixit import` does.
 *
 * @throws Failure BAD_INPUT with every problem
 */
export function importNow(folder: string): string {
  const { DIXIT_DB } = readSettings(process.env)
  const database = openWriter(DIXIT_DB)
  try {
    const { slug, outcome } = importDossier(database, folder, { replace: false })
    return `${slug}: ${outcome}, in ${DIXIT_DB}`
  } catch (error) {
    if (!(error instanceof BadDossier)) throw error
    throw new Failure('BAD_INPUT', `${error.message}\n${renderProblems(error.problems)}`, { cause: error })
  } finally {
    database.close()
  }
}
