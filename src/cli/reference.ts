import type { CommandUnknownOpts } from '@commander-js/extra-typings'
import { loadCommands } from './commands.ts'
import { programOf } from './program.ts'

/** Columns of the help in the reference, whatever the width of the terminal that writes it. */
const width = 120

const introduction = `# The command line

\`npm run reference\` generates this page from the output of \`--help\`, and a test keeps the two in step. In a clone, run a
command as \`npm run dixit -- COMMAND\`.
`

/** The reference of the command line in Markdown: the help of the program, of each command and of what is inside it. */
export async function cliReference(): Promise<string> {
  const program = programOf(await loadCommands([]))
  return [introduction, ...sectionsOf(program, '')].join('\n')
}

function sectionsOf(command: CommandUnknownOpts, before: string): string[] {
  const name = `${before}${command.name()}`
  const inner = command.commands.flatMap(each => sectionsOf(each, `${name} `))
  return [`## ${name}\n\n\`\`\`text\n${helpOf(command)}\n\`\`\`\n`, ...inner]
}

function helpOf(command: CommandUnknownOpts): string {
  let text = ''
  command.configureOutput({
    writeOut: part => (text += part),
    getOutHelpWidth: () => width,
    getOutHasColors: () => false,
  })
  command.outputHelp()
  return text.trimEnd()
}
