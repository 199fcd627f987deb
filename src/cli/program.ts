import { Command, type CommandUnknownOpts } from '@commander-js/extra-typings'
import packageJson from '../../package.json' with { type: 'json' }
import { settingsHelp } from '../settings/settings.ts'

const help = `
Settings (environment variables):
${settingsHelp.map(line => `  ${line}`).join('\n')}

Exit codes:
  0  done
  1  failed: a problem with the database, the address or the machine
  2  bad usage: an invalid command, option or setting, or a name that nothing has
  3  bad input: a dossier with problems, all listed, or a file that is not there

To get started:
  dixit serve                        seed a new database and serve the graph
  dixit check seed/wane-ice-435000   check a dossier, and list unannotated text
  dixit import seed/wane-ice-435000  import it
  dixit import liar train.tsv        import a corpus; dixit import --help lists the formats`

const HELP_AFTER_ERROR = '(dixit --help lists the commands)'

/** The command line with these commands. It throws a CommanderError instead of ending the process. */
export function programOf(commands: readonly CommandUnknownOpts[]): Command {
  const program = new Command('dixit')
    .description(packageJson.description)
    .version(packageJson.version, '-V, --version', 'show the version')
    .helpOption('-h, --help', 'show this help')
    .helpCommand('help [command]', 'show help for a command')
    .addHelpText('after', help)
    .showHelpAfterError(HELP_AFTER_ERROR)
    .exitOverride()
  for (const command of commands) {
    program.addCommand(command)
    inherit(program, command)
  }
  return program
}

function inherit(from: CommandUnknownOpts, command: CommandUnknownOpts): void {
  command.copyInheritedSettings(from)
  // Whoever left out an option that must be there is told what it is for.
  const required = command.options.filter(({ mandatory }) => mandatory)
  const meanings = required.map(({ flags, description }) => `  ${flags}  ${description}`)
  command.showHelpAfterError([...meanings, HELP_AFTER_ERROR].join('\n'))
  for (const inner of command.commands) inherit(command, inner)
}
