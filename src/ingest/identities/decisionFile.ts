import { existsSync, readFileSync } from 'node:fs'
import { type Document, isSeq, parseDocument, stringify } from 'yaml'
import { DECISIONS_VERSION } from '../decisions.ts'
import { writeWhole } from '../wholeFile.ts'
import type { Candidate, CandidateEvidence } from './candidates.ts'

/** A decision that a person has made about a candidate. */
export interface IdentityVerdict {
  readonly candidate: Candidate
  readonly isSame: boolean
  readonly by: string
  readonly reason: string
}

/** Candidates as a file of decisions that decides nothing: a person says `accept: yes` or `accept: no`, and why. */
export function draftOf(candidates: readonly { candidate: Candidate; evidence: CandidateEvidence }[]): string {
  const head =
    '# Candidates, not decisions: write your name after by:, and accept: yes or accept: no for each one you have judged,\n' +
    '# with your reason. Candidates without accept change nothing. Then: dixit resolve apply THIS_FILE\n'
  const entries = candidates.map(({ candidate, evidence }) => ({
    accept: null,
    reason: null,
    ...whomOf(candidate),
    seen: {
      statements: candidate.statements,
      why: candidate.why,
      [candidate.agent.name]: [...evidence.agent.facts, ...evidence.agent.quotations],
      ...(candidate.other && evidence.other
        ? {
            [`${candidate.other.name} (${candidate.other.slug})`]: [
              ...evidence.other.facts,
              ...evidence.other.quotations,
            ],
          }
        : {}),
    },
  }))
  return head + stringify({ decisions: DECISIONS_VERSION, decidedBy: null, candidates: entries }, { lineWidth: 120 })
}

/** A file of decisions to which a review adds, with all else that stands in it kept as it is, comments too. */
export class DecisionFile {
  readonly #path: string
  readonly #document: Document

  constructor(path: string) {
    this.#path = path
    this.#document = parseDocument(existsSync(path) ? readFileSync(path, 'utf8') : `decisions: ${DECISIONS_VERSION}\n`)
  }

  add({ candidate, isSame, by, reason }: IdentityVerdict): void {
    const { agent, agents, words } = whomOf(candidate)
    const entry = isSame
      ? { agent, ...(agents ? { agents } : {}), ...(words ? { words } : {}), decidedBy: by, reason }
      : { agents: [agent, ...(agents ?? [])], ...(words ? { words } : {}), decidedBy: by, reason }
    const section = this.#section(isSame)
    section.add(this.#document.createNode(entry))
    this.#write()
  }

  /** Takes out the decision that was added last of its kind. */
  takeBack({ isSame }: Pick<IdentityVerdict, 'isSame'>): void {
    const section = this.#section(isSame)
    section.items.pop()
    if (section.items.length === 0) this.#document.delete(nameOfSection(isSame))
    this.#write()
  }

  #section(isSame: boolean) {
    const name = nameOfSection(isSame)
    const known = this.#document.get(name)
    if (isSeq(known)) return known
    const made = this.#document.createNode([])
    this.#document.set(name, made)
    return made
  }

  #write(): void {
    writeWhole(this.#path, this.#document.toString({ lineWidth: 120 }))
  }
}

function nameOfSection(isSame: boolean): string {
  return isSame ? 'sameAs' : 'notSameAs'
}

function whomOf({ agent, other, dataset, words }: Candidate) {
  return {
    agent: agent.slug,
    ...(other ? { agents: [other.slug] } : {}),
    ...(words !== null && dataset !== null ? { words: [{ dataset, words: [words] }] } : {}),
  }
}
