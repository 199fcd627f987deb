// Who said what about this number? `node examples/app/main.ts 435719` asks a running server and prints a page.
import { ask, QueryError } from './client.ts'
import { renderPage } from './page.ts'
import { type Answer, type Mention, mentionsOfNumber } from './query.ts'

const address = process.env.DIXIT_URL ?? 'http://127.0.0.1:4000/graphql'
const [written = '', share = '0'] = process.argv.slice(2)
const number = Number(written.replaceAll(',', ''))
const within = Number(share)

if (written === '' || Number.isNaN(number) || !(within >= 0)) {
  console.error('Usage: node examples/app/main.ts NUMBER [SHARE]   such as 435719, or 435,000 0.01 for 435,000 ± 1%')
  process.exitCode = 2
} else {
  try {
    console.log(renderPage(number, await allMentions()))
  } catch (error) {
    if (error instanceof QueryError) console.error(error.message)
    else
      console.error(`There is no server at ${address} (npm start): ${error instanceof Error ? error.message : error}`)
    process.exitCode = 1
  }
}

async function allMentions(): Promise<Mention[]> {
  const reach = Math.abs(number) * within
  const mentions: Mention[] = []
  let after: string | null = null
  do {
    const page: Answer = await ask(address, mentionsOfNumber, { from: number - reach, to: number + reach, after })
    mentions.push(...page.figureMentions.nodes)
    after = page.figureMentions.pageInfo.hasNextPage ? page.figureMentions.pageInfo.endCursor : null
  } while (after !== null)
  return mentions
}
