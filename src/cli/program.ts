import { Command, type CommandUnknownOpts } from '@commander-js/extra-typings'
import packageJson from '../../package.json' with { type: 'json' }
import { settingsHelp } from '../settings/settings.ts'

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

/** The command line with these commands. It throws a CommanderError instead of ending the process. */
export function programOf(commands: readonly CommandUnknownOpts[]): Command {
  const program = new Command('dixit')
    .description(packageJson.description)
    .version(packageJson.version, '-V, --version', 'say the version')
    .helpOption('-h, --help', 'say this')
    .helpCommand('help [command]', 'say more about a command')
    .addHelpText('after', help)
    .showHelpAfterError('(dixit --help says what there is)')
    .exitOverride()
  for (const command of commands) {
    program.addCommand(command)
    inherit(program, command)
  }
  return program
}

function inherit(from: CommandUnknownOpts, command: CommandUnknownOpts): void {
  command.copyInheritedSettings(from)
  for (const inner of command.commands) inherit(command, inner)
}
