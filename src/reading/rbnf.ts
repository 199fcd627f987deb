/** Numbers spelled out in the words of a language, by CLDR's rule-based number formats (UTS 35, part 3). */

import { createRequire } from 'node:module'

type Rule = readonly [descriptor: string, body: string]
type RuleSets = Readonly<Record<string, readonly Rule[]>>

const require = createRequire(import.meta.url)

interface ParsedRule {
  readonly base: number
  readonly divisor: number
  readonly body: string
}

/** The rule sets of a language; null where CLDR has none. */
export function rulesOf(language: string): SpellingRules | null {
  try {
    const file: { rbnf: { rbnf: { SpelloutRules?: RuleSets } } } = require(
      `cldr-rbnf/rbnf/${language === 'nb' ? 'no' : language}.json`,
    )
    const sets = file.rbnf.rbnf.SpelloutRules
    return sets === undefined ? null : new SpellingRules(sets)
  } catch {
    return null
  }
}

const DEEPEST = 20

/** The rules of one language: sets of rules, each of which spells numbers in one gender or case. */
export class SpellingRules {
  readonly #sets = new Map<string, readonly ParsedRule[]>()

  constructor(sets: RuleSets) {
    for (const [name, rules] of Object.entries(sets)) {
      if (Array.isArray(rules)) this.#sets.set(name, rules.flatMap(parseRule))
    }
  }

  /** The sets by which numbers of things are spelled, each in another gender or case. */
  get cardinals(): string[] {
    return [...this.#sets.keys()].filter(
      name => /^%spellout-(?:cardinal|numbering)/.test(name) && !/year|financial|days/.test(name),
    )
  }

  /** The number in words; null where the rules fall back on digits or are none that are read here. */
  spell(number: number, set: string): string | null {
    const words = this.#format(number, set, 0)
    return words === null || /\d/.test(words) ? null : words.replaceAll('\u00ad', '')
  }

  #format(number: number, set: string, depth: number): string | null {
    const rules = this.#sets.get(set)
    if (rules === undefined || depth > DEEPEST) return null
    const index = rules.findLastIndex(rule => rule.base <= number)
    const found = rules[index]
    if (found === undefined) return null
    // A rule that would cut a number without remainder into nothing yields to the one before it.
    const { base, divisor } = found
    const rule =
      index > 0 && number % divisor === 0 && base % divisor !== 0 && /→.*→/.test(found.body) && /←.*←/.test(found.body)
        ? (rules[index - 1] ?? found)
        : found
    return this.#fill(number, rule, set, depth)
  }

  #fill(number: number, { divisor, body }: ParsedRule, set: string, depth: number): string | null {
    const remainder = number % divisor
    // What stands in brackets is left out where nothing remains.
    const text = body.replace(/\[([^\]]*)\]/g, remainder === 0 ? '' : '$1')
    let failed = false
    const put = (value: number, name: string) => {
      const target = name === '' ? set : name
      const words = target.startsWith('%') ? this.#format(value, target, depth + 1) : String(value)
      if (words === null) failed = true
      return words ?? ''
    }
    const filled = text.replace(/←([^←]*)←|→([^→]*)→(→?)|=([^=]*)=/g, (_all, quotient, rest, _third, same) => {
      if (typeof quotient === 'string') return put(Math.floor(number / divisor), quotient)
      if (typeof rest === 'string') return put(remainder, rest)
      return put(number, String(same))
    })
    return failed || /[$<>]/.test(filled) ? null : filled.replaceAll("'", '')
  }
}

function parseRule(rule: unknown): ParsedRule[] {
  if (!Array.isArray(rule)) return []
  const [descriptor, body] = rule
  if (typeof descriptor !== 'string' || typeof body !== 'string') return []
  const [, baseText, radixText] = /^(\d+)(?:\/(\d+))?$/.exec(descriptor) ?? []
  if (baseText === undefined) return []
  const base = Number(baseText)
  const radix = Number(radixText ?? 10)
  const exponent = base === 0 ? 0 : Math.floor(Math.log(base) / Math.log(radix) + 1e-9)
  return [{ base, divisor: radix ** exponent, body: body.replace(/;$/, '').replace(/^'/, '') }]
}
