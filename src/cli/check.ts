import { Command } from '@commander-js/extra-typings'
import { checkDossier, dossiersAt } from '../ingest/importDossier.ts'
import { BadDossier } from '../ingest/problems.ts'

/** `dixit check`: a dossier's problems and what of its text no annotation covers, without a database. */
export function checkCommand() {
  return new Command('check')
    .description('say what is wrong with a dossier, and which numbers and quotations nothing covers')
    .argument('<path>', 'a folder with article.txt and annotations.yaml, or a folder of such folders')
    .addHelpText(
      'after',
      `
Needs no database and writes nothing. A number is covered by a figure, a time or an entry of setAside; a quotation by a
statement. What is not covered is listed, and is no error: the text may say more than the dossier is about.`,
    )
    .action(path => {
      const said = new Set<string>()
      const problems = dossiersAt(path).flatMap(folder => {
        const { problems, notes, coverage, counts } = checkDossier(folder)
        console.log(`${folder}: ${problems.length === 0 ? 'sound' : `${problems.length} problems`}`)
        for (const [name, count] of Object.entries(counts)) console.log(`  ${String(count).padStart(6)}  ${name}`)
        for (const { file, line, column, words, isUnread } of coverage) {
          console.log(`${file}:${line}:${column} not covered: ${words}${isUnread ? ' (cannot be read)' : ''}`)
        }
        if (problems.length === 0 && coverage.length === 0) console.log('  every number and every quotation is covered')
        for (const note of notes) said.add(note)
        return problems
      })
      for (const note of said) console.error(note)
      if (problems.length > 0) throw new BadDossier(problems)
    })
}
