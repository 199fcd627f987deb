import { Command } from '@commander-js/extra-typings'
import type { Desk, OnDesk } from '../draft/desk/desk.ts'
import type { Settings } from '../draft/desk/entries.ts'
import type { Proposal, ProposalOf } from '../draft/draftFile.ts'
import { isPlaceholder } from '../ingest/decisions.ts'
import { quoteFor } from '../ingest/quoteFor.ts'
import { Failure } from '../model/failure.ts'
import { replaceControls } from '../model/text.ts'
import { SpeechAct, valuesOf } from '../model/vocabulary.ts'
import { DeskInput } from './deskInput.ts'
import { writeWhole } from './wholeFile.ts'

const acts = valuesOf(SpeechAct)

const help = `  a accept   w who says it   t speech act   e edit words, source, cue   l label and unit of a figure   k key
  r refuse   ? unsure        s skip (comes back)   n add what was missed   u undo   q leave`

/** `dixit review FOLDER`: the review desk in the terminal. */
export function reviewCommand() {
  return new Command('review')
    .description('read an article with its draft, one proposal at a time, and decide on each')
    .argument('<folder>', "a dossier's folder with a draft")
    .requiredOption('--by <name>', 'who reads')
    .addHelpText(
      'after',
      `
Shows the passage first, then the proposal. Accepting is off until who says it and the speech act are set. In one paragraph
of ten the proposals are hidden until you have marked what is there; now and then a proposal is wrong on purpose, and the
end says how many of those you caught: they are never written. Each decision is on the disk (decisions.jsonl) before the
next proposal shows, and what is accepted stands in annotations.yaml. Keys:
${help}`,
    )
    .action(async (folder, { by }) => {
      if (isPlaceholder(by)) throw new Failure('BAD_USAGE', `“${by}” is no name: say who reads.`)
      const { Desk } = await import('../draft/desk/desk.ts')
      const desk = new Desk(folder, { by, now: () => new Date(), write: writeWhole })
      const input = new DeskInput(process.stdin)
      try {
        await read(desk, input)
      } finally {
        input.close()
      }
      say(desk)
    })
}

async function read(desk: Desk, input: DeskInput): Promise<void> {
  for (let now = desk.next(); now !== null; now = desk.next()) {
    if (now.isHidden) {
      console.log(
        `\n${now.paragraph.text}\n\nMark first what is said here: n adds a statement, any other key shows the proposals.`,
      )
      const key = await input.key()
      if (key === null || key === 'q') return
      if (key === 'n') await add(desk, input)
      else desk.reveal(now)
      continue
    }
    if (!(await decide(desk, now, input))) return
  }
}

/** One proposal, until it is decided; false when the person leaves. */
async function decide(desk: Desk, now: OnDesk, input: DeskInput): Promise<boolean> {
  const settings: { -readonly [Name in keyof Settings]: Settings[Name] } = {}
  let changed: Proposal | null = null
  show(desk, now, now.proposal, settings)
  for (;;) {
    const key = await input.key()
    const current: Proposal = changed ?? now.proposal
    switch (key) {
      case null:
      case 'q':
        return false
      case 'a': {
        try {
          const { fault } = desk.accept(now.proposal, settings, changed)
          console.log(fault === null ? 'accepted' : `This one was wrong on purpose: ${fault}. Nothing was written.`)
          return true
        } catch (error) {
          if (!(error instanceof Failure)) throw error
          console.log(error.message)
          break
        }
      }
      case 'w':
        settings.who = await chosen(input, 'who:', who(desk, current))
        break
      case 't':
        settings.act = await chosen(input, 'speech act:', acts)
        break
      case 'l':
        settings.label = (await input.line('label:')) || settings.label
        settings.unit = (await input.line(`unit [${unitOf(current)}]:`)) || unitOf(current)
        break
      case 'k':
        settings.key = (await input.line('key:')) || settings.key
        break
      case 'e':
        changed = current.kind === 'statement' ? await edited(desk, current, input) : current
        break
      case 'r':
        desk.refuse(now.proposal, (await input.line('why (may be left empty):')) || null)
        return true
      case '?':
        desk.leave(now.proposal, 'UNSURE')
        return true
      case 's':
        desk.leave(now.proposal, 'SKIP')
        return true
      case 'n':
        await add(desk, input)
        break
      case 'u':
        console.log(desk.undo() === null ? 'nothing to undo' : 'undone')
        return true
      default:
        console.log(help)
    }
    show(desk, now, changed ?? now.proposal, settings)
  }
}

async function add(desk: Desk, input: DeskInput): Promise<void> {
  const blank: ProposalOf<'statement'> = {
    key: desk.newKey('statement'),
    kind: 'statement',
    start: 0,
    end: 0,
    confidence: 'LOW',
    why: 'added by hand',
    content: '',
    quotation: 'INDIRECT',
  }
  const statement = await edited(desk, blank, input)
  if (statement.content === '') return
  const settings = {
    who: (await chosen(input, 'who:', who(desk, statement))) ?? '',
    act: (await chosen(input, 'speech act:', acts)) ?? '',
  }
  try {
    desk.add(statement, settings)
    console.log('added')
  } catch (error) {
    if (!(error instanceof Failure)) throw error
    console.log(error.message)
  }
}

/** A statement with other words: each as it stands in the article, or left as it is. */
async function edited(
  desk: Desk,
  proposal: ProposalOf<'statement'>,
  input: DeskInput,
): Promise<ProposalOf<'statement'>> {
  const { article } = desk
  let statement = proposal
  for (const part of ['content', 'source', 'cue'] as const) {
    const words = await input.line(`${part} [${wordsOf(statement[part])}]:`)
    if (!words) continue
    const [place] = article.find(words, article.whole)
    if (place === undefined) {
      console.log(`These words are not in the article: ${words}`)
      continue
    }
    statement = { ...statement, [part]: quoteFor(article, place) }
    if (part === 'content')
      statement = { ...statement, start: place.start, end: place.end, quotation: desk.quotationAt(place) }
  }
  return statement
}

async function chosen(input: DeskInput, question: string, offered: readonly string[]): Promise<string | undefined> {
  console.log(offered.map((each, index) => `  ${index + 1} ${each}`).join('\n'))
  const answer = await input.line(`${question} (a number or a key)`)
  if (!answer) return undefined
  return /^\d+$/.test(answer) ? offered[Number(answer) - 1] : answer
}

/** Whom a proposal may be given to, the likeliest first. */
function who(desk: Desk, proposal: Proposal): string[] {
  if (proposal.kind === 'agent') return ['person', 'organization']
  const likely = proposal.kind === 'statement' ? [proposal.speaker, ...(proposal.candidates ?? [])] : []
  return [...new Set([...likely.flatMap(each => each ?? []), ...desk.agentKeys, 'DOCUMENT', 'UNIDENTIFIED'])]
}

function show(desk: Desk, { paragraph, left }: OnDesk, proposal: Proposal, settings: Settings): void {
  const from = Math.max(0, proposal.start - paragraph.start)
  const to = Math.max(from, proposal.end - paragraph.start)
  const { text } = paragraph
  const marked = `${text.slice(0, from)}⟦${text.slice(from, to)}⟧${text.slice(to)}`
  const found = desk.entryOf(proposal, settings)
  const state = 'missing' in found ? `still open: ${found.missing}` : 'a accepts it'
  const { key, kind, confidence, why, start, end, ...fields } = proposal
  const lines = Object.entries({ ...fields, ...settings })
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => `  ${name}: ${shown(value)}`)
  console.log(
    replaceControls(
      `\n${marked}\n\n${kind}, ${confidence.toLowerCase()} (${why}), ${left} left\n${lines.join('\n')}\n${state}`,
    ),
  )
}

function shown(value: unknown): string {
  return typeof value === 'object' ? JSON.stringify(value) : String(value)
}

function wordsOf(quote: unknown): string {
  if (quote === undefined) return ''
  return typeof quote === 'object' ? shown(quote) : String(quote)
}

function unitOf(proposal: Proposal): string {
  return proposal.kind === 'figure' ? (proposal.unit ?? 'people') : ''
}

function say(desk: Desk): void {
  const { accepted, changed, refused, unsure, skipped, added, planted, caught } = desk.tally()
  console.log(
    `accepted ${accepted}, changed ${changed}, added ${added}, refused ${refused}, unsure ${unsure}, skipped ${skipped}`,
  )
  if (planted > 0) console.log(`of ${planted} proposals that were wrong on purpose, ${caught} were caught`)
}
