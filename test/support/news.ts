import { writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** A sentence of an article with the words that name its source, and the name to which a corpus's coreference leads. */
interface Sentence {
  readonly text: string
  readonly source: string
  readonly antecedent?: string
}

interface Article {
  readonly slug: string
  readonly published?: string
  readonly language?: string
  readonly sentences: readonly Sentence[]
}

/** Writes articles as a file of the interchange format: each sentence is a statement by the source that it names. */
export function writeNews(folder: string, articles: readonly Article[]): string {
  const lines = articles.flatMap(({ slug, published, language = 'en', sentences }) => {
    const text = sentences.map(sentence => sentence.text).join('\n')
    const spanOf = (words: string, from: number) => {
      const start = text.indexOf(words, from)
      if (start < 0) throw new Error(`${words} does not stand in ${slug}`)
      return { at: [[start, start + words.length]], exact: words }
    }
    let from = 0
    const statements = sentences.map(({ text: sentence, source, antecedent }, index) => {
      const start = from
      from += sentence.length + 1
      const span = spanOf(source, start)
      const leads = antecedent === undefined ? {} : { antecedent: spanOf(antecedent, 0) }
      return {
        type: 'statement',
        slug: `${slug}/${index + 1}`,
        document: slug,
        content: { at: [[start, start + sentence.length]], exact: sentence },
        source: span,
        mentions: [{ role: 'SOURCE', words: source, span, ...leads }],
      }
    })
    const date = published === undefined ? {} : { published }
    return [{ type: 'document', slug, text, language, ...date }, ...statements]
  })
  const file = join(folder, 'news.jsonl')
  writeFileSync(file, lines.map(line => `${JSON.stringify(line)}\n`).join(''))
  return file
}
