import { Command } from '@commander-js/extra-typings'
import { readDecisions } from '../ingest/decisions.ts'
import { candidateEvidence, findCandidates } from '../ingest/identities/candidates.ts'
import { draftOf } from '../ingest/identities/decisionFile.ts'
import { reviewCandidates } from '../ingest/identities/review.ts'
import { sayCount } from '../model/things.ts'
import { readSettings } from '../settings/settings.ts'
import type { Database } from '../store/engine/database.ts'
import { openReader, openWriter } from '../store/engine/openDatabase.ts'
import { replaceDecisions } from '../store/write/identities.ts'
import { KeyInput } from './keyInput.ts'
import { BY, BY_MEANS, requireName } from './whoDecides.ts'
import { wholeNumber } from './wholeNumber.ts'

/** `dixit resolve`: who is the same as whom, decided by people alone. */
export function resolveCommand() {
  return new Command('resolve')
    .description('list agents who may be the same, and apply people’s decisions')
    .addCommand(listCommand(), { isDefault: true })
    .addCommand(reviewCommand())
    .addCommand(applyCommand())
    .addCommand(undoCommand())
}

const NO_CANDIDATES =
  'No candidates: no names are alike and no identifier is shared. Two records of one dataset are never proposed, since their ' +
  'source tells them apart. If they are one nonetheless, such as two spellings in a table, write sameAs yourself: docs/identity.md'

function listCommand() {
  return new Command('list')
    .description('list agents who may be the same, with what is known of both, as a decisions file to fill in')
    .option('--limit <count>', 'how many to list', wholeNumber, 50)
    .addHelpText(
      'after',
      '\nA candidate changes nothing until a person writes accept: yes or no with a reason, and applies the file.',
    )
    .action(({ limit }) => {
      const database = openReader(readSettings(process.env).DIXIT_DB)
      try {
        const candidates = findCandidates(database, limit)
        console.log(
          draftOf(candidates.map(candidate => ({ candidate, evidence: candidateEvidence(database, candidate) }))),
        )
        if (candidates.length === 0) console.error(NO_CANDIDATES)
      } finally {
        database.close()
      }
    })
}

function reviewCommand() {
  return new Command('review')
    .description('decide on the candidates in the terminal, one key per decision')
    .argument('<file>', 'the decisions.yaml to add to; created if missing')
    .requiredOption(BY, BY_MEANS)
    .option('--limit <count>', 'how many to review', wholeNumber, 50)
    .option('--log <file>', 'the log of who decided what and when (default: FILE.log.jsonl)')
    .addHelpText('after', '\nEach decision is saved at once. dixit resolve apply FILE applies them.')
    .action(async (file, { by, limit, log = `${file}.log.jsonl` }) => {
      requireName(by)
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
          `${stand === 1 ? '1 decision is' : `${stand} decisions are`} written to ${file}; to apply them: dixit resolve apply ${file}`,
        )
      } finally {
        keys.close()
        database.close()
      }
    })
}

function applyCommand() {
  return new Command('apply')
    .description('apply the decisions in a file, replacing all earlier ones')
    .argument('<file>', 'a decisions.yaml, as described in docs/identity.md')
    .addHelpText(
      'after',
      '\nTo undo a decision, delete it from the file and apply the file again. Statements are never added or lost.',
    )
    .action(file => {
      const { identities, figures, readings } = readDecisions(file)
      write(database => {
        const { moved } = replaceDecisions(database, identities, figures, readings)
        const count = identities.length + figures.length + readings.length
        const stand = `${sayCount(count, 'decision')} ${count === 1 ? 'stands' : 'stand'}`
        const follow = `${sayCount(moved, 'reference')} ${moved === 1 ? 'follows' : 'follow'} ${count === 1 ? 'it' : 'them'}`
        console.log(`${stand}; ${follow}`)
      })
    })
}

function undoCommand() {
  return new Command('undo').description('undo every decision, so that everything is as in the sources').action(() =>
    write(database => {
      replaceDecisions(database, [])
      console.log('no decisions are applied')
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
