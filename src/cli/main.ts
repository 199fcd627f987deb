import { CommanderError } from '@commander-js/extra-typings'
import { BadDossier, renderProblems } from '../ingest/problems.ts'
import { systemFault } from '../model/diskFault.ts'
import { Failure } from '../model/failure.ts'
import { failureOfSqlite } from '../store/engine/unusable.ts'
import { loadCommands } from './commands.ts'
import { Exit, exitOf } from './exit.ts'
import { isClosedPipe } from './outputEnds.ts'
import { programOf } from './program.ts'

/** Runs the command line and resolves to its exit code. Answers go to standard output, everything else to the other. */
export async function main(argv: readonly string[]): Promise<Exit> {
  const program = programOf(await loadCommands(argv.slice(2)))
  try {
    await program.parseAsync(argv)
    return Exit.DONE
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? Exit.DONE : Exit.BAD_USAGE
    if (isClosedPipe(error)) return Exit.DONE
    if (error instanceof BadDossier) console.error(renderProblems(error.problems))
    const failure = systemFault(error) ?? failureOfSqlite(error)
    if (!(failure instanceof Failure)) throw failure
    console.error(`dixit: ${failure.message}`)
    return exitOf(failure)
  }
}
