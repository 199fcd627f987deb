import { watch } from 'node:fs'
import { dirname } from 'node:path'
import { Command } from '@commander-js/extra-typings'
import { functionWordsOf } from '../analysis/functionWords.ts'
import { uncoveredWords } from '../analysis/uncovered.ts'
import type { DossierCheck } from '../ingest/checkDossier.ts'
import { checkDossier, dossiersAt } from '../ingest/importDossier.ts'
import { BadDossier, type Problem, renderProblems, sayProblems } from '../ingest/problems.ts'
import { sameArticleNotes } from '../ingest/sameArticle.ts'
import type { InterchangeRecord } from '../model/interchange.ts'
import { unitFor } from '../model/plural.ts'
import { sayCount } from '../model/things.ts'
import { uncodedNote } from './uncoded.ts'

/** `dixit check`: a dossier's problems and what of its text no annotation covers, without a database. */
export function checkCommand() {
  return new Command('check')
    .description('check a dossier: what is wrong, what is unfinished, and which parts of its text are not annotated')
    .argument('<path>', 'a folder with article.txt and annotations.yaml, or a folder of such folders')
    .option('--watch', 'check again whenever a file changes, until Ctrl-C', false)
    .option('--words', 'list every stretch of unannotated text, instead of the first places', false)
    .addHelpText(
      'after',
      `
Needs no database and writes nothing. Unfinished work, such as a missing field or a figure that no statement mentions yet, is
not an error: it is listed as still open and the exit code is 0, but dixit import refuses the dossier until it is finished.
If the dossier comes from a dataset, its slips are listed for a curator to fix, but do not block the import.
A figure, a time or an entry of setAside covers a number; a statement covers a quotation; any annotation covers other words, but
for stretches of function words alone. Anything not covered is listed, but is not an error: the text may say more than the
dossier is about.`,
    )
    .action((path, { watch: isWatching, words: isWhole }) => {
      const check = () => checkAll(path, isWhole)
      const problems = check()
      if (isWatching) {
        say(problems)
        watchAll(path, check)
        return
      }
      if (problems.some(({ isOpen }) => !isOpen)) throw new BadDossier(problems, `${sayProblems(problems)}.`)
      say(problems)
    })
}

function checkAll(path: string, isWhole: boolean): Problem[] {
  const said = new Set<string>()
  const checked: (readonly InterchangeRecord[])[] = []
  const problems = dossiersAt(path).flatMap(folder => {
    const { records, problems, slips, notes, coverage, accounted, counts } = checkDossier(folder)
    console.log(`${folder}: ${stateOf(problems, coverage.length, uncodedNote(folder, counts))}`)
    for (const [name, count] of Object.entries(counts)) {
      console.log(`  ${String(count).padStart(6)}  ${unitFor(count, inWords(name))}`)
    }
    for (const { file, line, column, words, isUnread } of coverage) {
      console.log(`${file}:${line}:${column} not covered: ${words}${isUnread ? ' (cannot be read)' : ''}`)
    }
    if (problems.length === 0 && coverage.length === 0) console.log('  every number and every quotation is covered')
    if (accounted !== null) sayWords(accounted, isWhole)
    if (slips.length > 0) {
      console.log(`  ${sayCount(slips.length, 'slip')} in the corpus, for a curator to fix:`)
      console.log(renderProblems(slips.map(({ isOpen, ...slip }) => slip)))
    }
    for (const note of notes) said.add(note)
    if (records !== null) checked.push(records)
    return problems
  })
  for (const note of sameArticleNotes(checked)) said.add(note)
  for (const note of said) console.error(note)
  return problems
}

/** The name of a table as people read it: “time expressions”. */
function inWords(table: string): string {
  return table.replaceAll(/[A-Z]/g, letter => ` ${letter.toLowerCase()}`)
}

/** So many places of uncovered words are named in one line. */
const mostPlaces = 8

/** Says where other words stand that are not annotated, or lists them all. */
function sayWords({ article, spans }: NonNullable<DossierCheck['accounted']>, isWhole: boolean): void {
  const stretches = uncoveredWords(article.text, functionWordsOf(article.language), spans()).map(span => ({
    ...article.placeOf(span.start),
    words: article.slice(span),
  }))
  if (stretches.length === 0) return
  if (isWhole) {
    for (const { file, line, column, words } of stretches)
      console.log(`${file}:${line}:${column} no annotation: ${words}`)
    return
  }
  const places = stretches.slice(0, mostPlaces).map(({ line, column }) => `${line}:${column}`)
  const others = stretches.length > mostPlaces ? ' …' : ''
  console.log(
    `  ${sayCount(stretches.length, 'more stretch')} of unannotated text, at ${places.join(', ')}${others} (--words lists them)`,
  )
}

function stateOf(problems: readonly Problem[], gaps: number, uncoded: string | null): string {
  if (problems.length === 0) {
    const uncovered = gaps === 0 ? '' : `; ${sayCount(gaps, 'place')} not covered`
    return `${uncoded === null ? 'sound' : `no problems, and ${uncoded}`}${uncovered}`
  }
  const open = problems.filter(({ isOpen }) => isOpen).length
  const wrong = problems.length - open
  const parts = [...(wrong > 0 ? [sayCount(wrong, 'problem')] : []), ...(open > 0 ? [`${open} still open`] : [])]
  return parts.join(', ')
}

function say(problems: readonly Problem[]): void {
  if (problems.length > 0) console.log(`${renderProblems(problems)}\n${sayProblems(problems)}.`)
}

/** How long to wait after a change before checking again: editors write a file in several steps. */
const quietMs = 100

/** Watches the dossiers, and the registers that usually lie beside them. */
function watchAll(path: string, check: () => Problem[]): void {
  let timer: NodeJS.Timeout | undefined
  const again = () => {
    clearTimeout(timer)
    timer = setTimeout(() => {
      console.log('')
      say(check())
    }, quietMs)
  }
  const folders = new Set(dossiersAt(path).flatMap(folder => [folder, dirname(folder)]))
  for (const folder of folders) watch(folder, (_, name) => /\.(yaml|txt)$/.test(name ?? '') && again())
}
