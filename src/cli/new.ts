import { closeSync, existsSync, mkdirSync, openSync, readSync, rmSync } from 'node:fs'
import { basename, join, resolve } from 'node:path'
import { Command } from '@commander-js/extra-typings'
import { stringify } from 'yaml'
import { languageByWords } from '../analysis/functionWords.ts'
import { dateLineOf } from '../draft/publishedLine.ts'
import type { SourceText } from '../draft/sourceText.ts'
import { authorEntry } from '../ingest/leaving/dossierOf.ts'
import { writeWhole } from '../ingest/wholeFile.ts'
import { diskFault, whyRefused } from '../model/diskFault.ts'
import { Failure } from '../model/failure.ts'
import { isLanguageTag } from '../model/segment.ts'
import { requireSlug } from '../model/slug.ts'

/** The largest source that is read: a scanned report, and then some. */
const MOST_BYTES = 100_000_000

/** `dixit new FOLDER`: a dossier's folder with its text, ready to be coded. */
export function newCommand() {
  return new Command('new')
    .description('create a dossier folder from a text, a saved web page or a PDF')
    .argument('<folder>', "the folder to create; its name becomes the document's slug")
    .requiredOption('--from <file>', 'the article: plain text, HTML or PDF; - for standard input')
    .option(
      '--language <tag>',
      'its language (BCP 47), if the page does not state it; by default a rule determines it from the words',
    )
    .addHelpText(
      'after',
      `
Writes article.txt (what the page says, paragraph by paragraph) and annotations.yaml with what the page says of itself:
title, authors, address and date of publication. Read the text against the page. Then: dixit draft FOLDER`,
    )
    .action(async (folder, { from, language }) => {
      requireSlug(basename(resolve(folder)))
      if (existsSync(join(folder, 'article.txt')) || existsSync(join(folder, 'annotations.yaml'))) {
        throw new Failure('BAD_USAGE', `${folder} already holds a dossier. Nothing was written.`)
      }
      if (language !== undefined && !isLanguageTag(language)) {
        throw new Failure('BAD_USAGE', `--language: “${language}” is not a BCP 47 tag, such as en, de-CH or zh-Hant.`)
      }
      const { sourceText } = await import('../draft/sourceText.ts')
      const { headingOf } = await import('../ingest/derived.ts')
      const found = await sourceText(read(from), from)
      const source = { ...found, title: found.title ?? headingOf(found.text) }
      const article = join(folder, 'article.txt')
      try {
        mkdirSync(folder, { recursive: true })
        writeWhole(article, source.text)
        writeWhole(join(folder, 'annotations.yaml'), annotationsFor(source, language))
      } catch (error) {
        rmSync(article, { force: true })
        throw diskFault(folder, error) ?? error
      }
      console.log(`${folder}: ${source.text.length} characters, ${source.title ?? 'no title'}`)
      console.log(`Check ${article} against the source. Then: dixit draft ${folder}`)
    })
}

function read(file: string): Uint8Array {
  try {
    return readUpTo(file === '-' ? 0 : openSync(file, 'r'), file)
  } catch (error) {
    if (error instanceof Failure) throw error
    throw new Failure('BAD_INPUT', `${file} cannot be read: ${whyRefused(error) ?? error}.`)
  }
}

/** All that comes, from a pipe too: a device has no end. */
function readUpTo(descriptor: number, file: string): Uint8Array {
  const chunks: Uint8Array[] = []
  let length = 0
  try {
    for (;;) {
      const chunk = Buffer.allocUnsafe(1 << 20)
      const read = readSync(descriptor, chunk)
      if (read === 0) return Buffer.concat(chunks)
      chunks.push(chunk.subarray(0, read))
      length += read
      if (length > MOST_BYTES) {
        throw new Failure('BAD_INPUT', `${file} has more than ${MOST_BYTES / 1e6} MB: this is not one article.`)
      }
    }
  } finally {
    closeSync(descriptor)
  }
}

function annotationsFor(source: SourceText, given: string | undefined): string {
  const { title, authors, byline, otherByline, url, published, publisher, language: said } = source
  const language = said ?? given ?? languageByWords(source.text)
  const document = {
    title,
    ...(authors.length > 0 && { authors: authors.map(authorEntry) }),
    ...(url !== null && /^https?:/.test(url) && { url }),
    language: language ?? 'en',
    ...(published !== null && { published }),
  }
  const notes = [
    ...(publisher === null
      ? []
      : [`# The page names its publisher as “${publisher}”: give it an agent, and document.publisher.\n`]),
    ...(byline === null
      ? []
      : [`# A rule read document.authors from the line “${byline}”: see whether it names them.\n`]),
  ]
  if (otherByline !== null) {
    notes.push(`# The line “${otherByline}” names others than the page's metadata do: check document.authors.\n`)
  }
  const dated = published === null ? dateLineOf(source.text, language ?? 'en') : null
  if (dated !== null) {
    notes.push(
      `# The line “${dated.line}” may be when it was published: if so, add published: ${dated.day} to document.\n`,
    )
  }
  if ((said ?? given) === undefined) {
    notes.push(
      language === null
        ? '# Nothing states the language, and no rule could determine it: set document.language.\n'
        : '# A rule determined document.language from the function words: check it.\n',
    )
  }
  return `${notes.join('')}${stringify({ dossier: 1, document })}`
}
