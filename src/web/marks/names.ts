// What the values of the API are called on the page, in a few words.

import { simpleFraction } from '../../model/simpleFraction.ts'

export const voiceNames: Readonly<Record<string, string>> = {
  AGENT: 'a named speaker',
  DOCUMENT: 'the document itself',
  CHANNEL: 'a text: letter, data',
  UNIDENTIFIED: 'not identified',
  UNLINKED: 'named, linked to nobody',
}

export const quotationNames: Readonly<Record<string, string>> = {
  DIRECT: 'own words',
  MIXED: 'partly own words',
  INDIRECT: 'the reporter’s words',
}

/** The same where statements are counted or chosen: by their marks alone, whosever words these hold. */
export const quotationGroups: Readonly<Record<string, string>> = {
  DIRECT: 'all in quotation marks',
  MIXED: 'partly in quotation marks',
  INDIRECT: 'not in quotation marks',
}

export const functionNames: Readonly<Record<string, string>> = {
  PROBLEM_DEFINITION: 'Problem',
  CAUSAL_INTERPRETATION: 'Cause',
  MORAL_EVALUATION: 'Judgement',
  TREATMENT_RECOMMENDATION: 'Remedy',
}

/** What a statement does by being said (Searle 1976). */
export const speechActNames: Readonly<Record<string, string>> = {
  ASSERTIVE: 'assertion',
  DIRECTIVE: 'demand or request',
  COMMISSIVE: 'promise, vow or threat',
  EXPRESSIVE: 'show of feeling',
  QUESTION: 'question',
}

export const relationNames: Readonly<Record<string, string>> = {
  SUM_OF: 'A sum and its part',
  ROUNDS: 'Rounded',
  COMPARED_WITH: 'Set side by side',
  IN_TENSION_WITH: 'In tension',
  CHANGED_FROM: 'A change',
}

const stanceNames: Readonly<Record<string, string>> = {
  SUPPORTS: 'supports',
  OPPOSES: 'opposes',
  QUALIFIES: 'qualifies',
  QUESTIONS: 'questions',
}

const supporting: Readonly<Record<string, string>> = {
  ASSERTED: 'supports',
  PRESUPPOSED: 'presupposes',
  CONCEDED: 'concedes',
  IMPLIED: 'implies',
  REPORTED: 'reports that others hold',
  QUESTIONED: 'questions',
  CONDITIONAL: 'supports under a condition',
}

export const mannerNames: Readonly<Record<string, string>> = {
  PRESUPPOSED: ', taking that for granted',
  CONCEDED: ', as a concession',
  IMPLIED: ', by implication',
  REPORTED: ', as a report of what others hold',
  QUESTIONED: ', by asking',
  CONDITIONAL: ', under a condition',
}

/** What a statement does to a claim. It supports one only where it says so itself, or where nobody coded how. */
export function stanceInWords({ stance, manner }: { readonly stance: string; readonly manner: string | null }): string {
  const name = stanceNames[stance] ?? inWords(stance)
  if (manner === null) return name
  return stance === 'SUPPORTS' ? (supporting[manner] ?? name) : `${name}${mannerNames[manner] ?? ''}`
}

export const linkNames: Readonly<Record<string, string>> = {
  CORPUS_ID: 'by the corpus’s own identifier',
  EXACT_NAME: 'by rule: the words are a name of one agent alone',
  RULE: 'by a rule that reads names',
  DECISION: 'by a person’s decision',
}

/** A value without a name of its own: CRIME_AND_PUNISHMENT → crime and punishment. */
export function inWords(value: string | null | undefined): string {
  if (value === 'LEGALITY_CONSTITUTIONALITY_AND_JURISPRUDENCE') return 'legality, constitutionality and jurisprudence'
  return (value ?? '').toLowerCase().replaceAll('_', ' ')
}

const digits = new Intl.NumberFormat('en', { maximumFractionDigits: 6 })

/** “1,200”, “0.5”; “1/3” for what no digits end. */
export function inDigits(value: number): string {
  return simpleFraction(value) ?? digits.format(value)
}

/** How many statements somebody has, and how many of them others say that they made. */
export function statementCount(of: {
  readonly statements: { readonly totalCount: number }
  readonly byAccount: { readonly totalCount: number }
}): string {
  const all = counted(of.statements.totalCount, 'statement')
  const told = of.byAccount.totalCount
  return told === 0 ? all : `${all}, ${accountsAmong(of.statements.totalCount, told)}`
}

/** How many of some statements others say to have been made, where there are such. */
export function accountsAmong(count: number, told: number): string {
  const asReported = `only as others report ${told === 1 ? 'it' : 'them'}`
  return told === count ? asReported : `${inDigits(told)} ${asReported}`
}

/** “once”, “twice”, “3 times”. */
export function timesOver(count: number): string {
  return count === 1 ? 'once' : count === 2 ? 'twice' : counted(count, 'time')
}

/** What is not known to be in somebody's own words: as reported, or in words of which nobody has coded whose they are. */
export function besidesOwn(
  { others, uncoded }: { readonly others: number; readonly uncoded: number },
  say: (count: number) => string,
): string {
  const reported = others - uncoded
  return [
    ...(reported > 0 ? [`${say(reported)} as reported`] : []),
    ...(uncoded > 0 ? [`${say(uncoded)} whose wording is not coded`] : []),
  ].join(', ')
}

/** “1 statement”, “2 statements”. */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${digits.format(count)} ${count === 1 ? one : many}`
}

/** What a document is called where it stands beside others: its title; else who published it. */
export function documentName(document: {
  readonly slug: string
  readonly title: string | null
  readonly publisher: { readonly name: string } | null
}): string {
  return document.title ?? document.publisher?.name ?? document.slug
}
