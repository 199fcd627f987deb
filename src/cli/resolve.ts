import { Command } from '@commander-js/extra-typings'
import { stringify } from 'yaml'
import { DECISIONS_VERSION, readDecisions } from '../ingest/decisions.ts'
import { readSettings } from '../settings/settings.ts'
import { type Database, openReader, openWriter } from '../store/engine/database.ts'
import { type Candidate, findCandidates } from '../store/query/candidates.ts'
import { replaceDecisions } from '../store/write/identities.ts'
import { wholeNumber } from './wholeNumber.ts'

/** `dixit resolve`: who is the same as whom, decided by people alone. */
export function resolveCommand() {
  return new Command('resolve')
    .description('list who may be one and the same, and carry out what people decided')
    .addCommand(listCommand(), { isDefault: true })
    .addCommand(applyCommand())
    .addCommand(undoCommand())
}

function listCommand() {
  return new Command('list')
    .description('list those who may be the same, with the reasons, as a draft of decisions.yaml')
    .option('--limit <count>', 'how many to list', wholeNumber, 50)
    .addHelpText(
      'after',
      '\nNothing follows from a candidate: a person accepts it by leaving it in the file, and applies the file.',
    )
    .action(({ limit }) => {
      const database = openReader(readSettings(process.env).DIXIT_DB)
      try {
        console.log(draftOf(findCandidates(database, limit)))
      } finally {
        database.close()
      }
    })
}

function applyCommand() {
  return new Command('apply')
    .description('carry out the decisions of a file, in place of those before')
    .argument('<file>', 'decisions.yaml, as docs/identity.md has it')
    .addHelpText(
      'after',
      '\nWhat is taken out of the file and applied again is undone. No statement is made or lost by it.',
    )
    .action(file => {
      const decisions = readDecisions(file)
      write(database => {
        const { moved } = replaceDecisions(database, decisions)
        console.log(`${decisions.length} decisions stand; ${moved} references lead where they say`)
      })
    })
}

function undoCommand() {
  return new Command('undo').description('take every decision back: all is as the sources have it').action(() =>
    write(database => {
      replaceDecisions(database, [])
      console.log('no decision stands')
    }),
  )
}

function write(action: (database: Database) => void): void {
  const database = openWriter(readSettings(process.env).DIXIT_DB)
  try {
    action(database)
  } finally {
    database.close()
  }
}

/** A file of decisions that accepts every candidate: what a person does not accept is deleted from it. */
function draftOf(candidates: readonly Candidate[]): string {
  const sameAs = candidates.map(({ agent, other, dataset, words, reason, agentName, statements }) => ({
    agent,
    ...(other === null ? { words: [{ dataset, exact: [words] }] } : { agents: [other] }),
    reason: `${reason} (${agentName}; ${statements} statements)`,
  }))
  const note =
    '# Candidates, and no decisions yet: delete what is not so, say why the rest is, and dixit resolve apply it.\n'
  return note + stringify({ decisions: DECISIONS_VERSION, by: 'your name', sameAs })
}
