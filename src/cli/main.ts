import { CommanderError } from '@commander-js/extra-typings'
import { BadDossier, renderProblems } from '../ingest/problems.ts'
import { Failure } from '../model/failure.ts'
import { failureOfSqlite } from '../store/engine/unusable.ts'
import { loadCommands } from './commands.ts'
import { Exit, exitOf } from './exit.ts'
import { programOf } from './program.ts'

/** Runs the command line and resolves to its exit code. Answers go to standard output, everything else to the other. */
export async function main(argv: readonly string[]): Promise<Exit> {
  process.stdout.once('error', endWithReader)
  const program = programOf(await loadCommands(argv.slice(2)))
  try {
    await program.parseAsync(argv)
    return Exit.DONE
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? Exit.DONE : Exit.BAD_USAGE
    if (error instanceof BadDossier) console.error(renderProblems(error.problems))
    const failure = failureOfSqlite(error)
    if (!(failure instanceof Failure)) throw failure
    console.error(`dixit: ${failure.message}`)
    return exitOf(failure)
  }
}

/** Whoever reads the output may have read enough (`dixit list people | head`): that is no error. */
function endWithReader(error: Error): void {
  if (!('code' in error) || error.code !== 'EPIPE') throw error
  process.exit(Exit.DONE)
}
