import { Command, CommanderError } from '@commander-js/extra-typings'
import packageJson from '../../package.json' with { type: 'json' }
import { BadDossier, renderProblems } from '../ingest/problems.ts'
import { Failure } from '../model/failure.ts'
import { settingsHelp } from '../settings/settings.ts'
import { loadCommands } from './commands.ts'
import { Exit, exitOf } from './exit.ts'

const help = `
Settings, by environment variable:
${settingsHelp.map(line => `  ${line}`).join('\n')}

Exit codes:
  0  done
  1  failed: the database, the address or the machine would not
  2  bad usage: a command, an option or a setting that is not right
  3  bad input: a dossier with problems, each of which is listed

To begin:
  dixit serve                        seeds a new database and opens GraphiQL
  dixit check seed/wane-ice-435000   says whether a dossier is sound, and what of its text no annotation covers
  dixit import seed/wane-ice-435000  brings it into the graph
  dixit import liar train.tsv        brings a corpus into the graph: dixit import --help says in which formats`

/** Runs the command line and resolves to its exit code. Answers go to standard output, everything else to the other. */
export async function main(argv: readonly string[]): Promise<Exit> {
  const program = new Command('dixit')
    .description(packageJson.description)
    .version(packageJson.version, '-V, --version', 'say the version')
    .helpOption('-h, --help', 'say this')
    .helpCommand('help [command]', 'say more about a command')
    .addHelpText('after', help)
    .showHelpAfterError('(dixit --help says what there is)')
    .exitOverride()
  for (const command of await loadCommands(argv.slice(2))) {
    program.addCommand(command)
    command.copyInheritedSettings(program)
    for (const inner of command.commands) inner.copyInheritedSettings(program)
  }

  try {
    await program.parseAsync(argv)
    return Exit.DONE
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? Exit.DONE : Exit.BAD_USAGE
    if (error instanceof BadDossier) console.error(renderProblems(error.problems))
    if (!(error instanceof Failure)) throw error
    console.error(`dixit: ${error.message}`)
    return exitOf(error)
  }
}
