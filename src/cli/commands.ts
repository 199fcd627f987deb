import type { CommandUnknownOpts } from '@commander-js/extra-typings'

/** Every command, in the order of the help, and how it is loaded. */
const loaders: Readonly<Record<string, () => Promise<CommandUnknownOpts>>> = {
  serve: async () => (await import('./serve.ts')).serveCommand(),
  mcp: async () => (await import('./mcp.ts')).mcpCommand(),
  seed: async () => (await import('./seed.ts')).seedCommand(),
  import: async () => (await import('./import.ts')).importCommand(),
  upgrade: async () => (await import('./upgrade.ts')).upgradeCommand(),
  remove: async () => (await import('./remove.ts')).removeCommand(),
  read: async () => (await import('./read.ts')).readCommand(),
  resolve: async () => (await import('./resolve.ts')).resolveCommand(),
  new: async () => (await import('./new.ts')).newCommand(),
  draft: async () => (await import('./draft.ts')).draftCommand(),
  review: async () => (await import('./review.ts')).reviewCommand(),
  settle: async () => (await import('./settle.ts')).settleCommand(),
  train: async () => (await import('./train.ts')).trainCommand(),
  check: async () => (await import('./check.ts')).checkCommand(),
  stats: async () => (await import('./stats.ts')).statsCommand(),
  list: async () => (await import('./list.ts')).listCommand(),
  statements: async () => (await import('./statements.ts')).statementsCommand(),
  show: async () => (await import('./show.ts')).showCommand(),
  search: async () => (await import('./search.ts')).searchCommand(),
  number: async () => (await import('./number.ts')).numberCommand(),
  backup: async () => (await import('./backup.ts')).backupCommand(),
  restore: async () => (await import('./restore.ts')).restoreCommand(),
  doctor: async () => (await import('./doctor.ts')).doctorCommand(),
  compare: async () => (await import('./compare.ts')).compareCommand(),
  network: async () => (await import('./network.ts')).networkCommand(),
  wording: async () => (await import('./wording.ts')).wordingCommand(),
  verbs: async () => (await import('./verbs.ts')).verbsCommand(),
  export: async () => (await import('./export.ts')).exportCommand(),
  report: async () => (await import('./report.ts')).reportCommand(),
  cite: async () => (await import('./cite.ts')).citeCommand(),
  agreement: async () => (await import('./agreement.ts')).agreementCommand(),
}

/**
 * The command that the arguments begin with; all of them if they begin with none, as for help. Loading those that are not
 * asked for (the server, the pictures) takes longer than most commands run.
 */
export function loadCommands(args: readonly string[]): Promise<CommandUnknownOpts[]> {
  const [first = ''] = args
  const asked = Object.hasOwn(loaders, first) ? loaders[first] : undefined
  return Promise.all((asked ? [asked] : Object.values(loaders)).map(load => load()))
}
