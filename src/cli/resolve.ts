import { Command } from '@commander-js/extra-typings'
import { isPlaceholder, readDecisions } from '../ingest/decisions.ts'
import { candidateEvidence, findCandidates } from '../ingest/identities/candidates.ts'
import { draftOf } from '../ingest/identities/decisionFile.ts'
import { reviewCandidates } from '../ingest/identities/review.ts'
import { Failure } from '../model/failure.ts'
import { readSettings } from '../settings/settings.ts'
import type { Database } from '../store/engine/database.ts'
import { openReader, openWriter } from '../store/engine/openDatabase.ts'
import { replaceDecisions } from '../store/write/identities.ts'
import { KeyInput } from './keyInput.ts'
import { wholeNumber } from './wholeNumber.ts'

/** `dixit resolve`: who is the same as whom, decided by people alone. */
export function resolveCommand() {
  return new Command('resolve')
    .description('list who may be one and the same, and carry out what people decided')
    .addCommand(listCommand(), { isDefault: true })
    .addCommand(reviewCommand())
    .addCommand(applyCommand())
    .addCommand(undoCommand())
}

function listCommand() {
  return new Command('list')
    .description('list those who may be the same, with what is known of both, as a file that decides nothing yet')
    .option('--limit <count>', 'how many to list', wholeNumber, 50)
    .addHelpText(
      'after',
      '\nNothing follows from a candidate: a person writes accept: yes or no and a reason, and applies the file.',
    )
    .action(({ limit }) => {
      const database = openReader(readSettings(process.env).DIXIT_DB)
      try {
        const candidates = findCandidates(database, limit)
        console.log(
          draftOf(candidates.map(candidate => ({ candidate, evidence: candidateEvidence(database, candidate) }))),
        )
      } finally {
        database.close()
      }
    })
}

function reviewCommand() {
  return new Command('review')
    .description('go through the candidates in the terminal, one key a decision')
    .argument('<file>', 'decisions.yaml, to which the decisions are added; made if there is none')
    .requiredOption('--by <name>', 'who decides')
    .option('--limit <count>', 'how many to go through', wholeNumber, 50)
    .option('--log <file>', 'the log of who decided what and when; FILE.log.jsonl, if not given')
    .addHelpText('after', '\nEach decision is written down at once. dixit resolve apply FILE carries them out.')
    .action(async (file, { by, limit, log = `${file}.log.jsonl` }) => {
      if (isPlaceholder(by)) throw new Failure('BAD_USAGE', `“${by}” is no name: say who decides.`)
      const database = openReader(readSettings(process.env).DIXIT_DB)
      const keys = new KeyInput(process.stdin)
      try {
        const stand = await reviewCandidates(findCandidates(database, limit), {
          by,
          file,
          log,
          now: () => new Date(),
          evidenceOf: candidate => candidateEvidence(database, candidate),
          show: text => console.log(text),
          nextKey: () => keys.key(),
        })
        console.log(
          `${stand === 1 ? '1 decision is' : `${stand} decisions are`} written to ${file}; carry them out: dixit resolve apply ${file}`,
        )
      } finally {
        keys.close()
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
      const { identities, figures, readings } = readDecisions(file)
      write(database => {
        const { moved } = replaceDecisions(database, identities, figures, readings)
        const count = identities.length + figures.length + readings.length
        console.log(`${count} decisions stand; ${moved} references lead where they say`)
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
