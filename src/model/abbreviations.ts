/**
 * Words whose full stop does not end a sentence, by language (ISO 639). Unicode's sentence rules (UAX #29) break after
 * every one of them; CLDR keeps lists that suppress this, which Intl.Segmenter does not apply.
 */
const abbreviations: Readonly<Record<string, string>> = {
  en:
    'Rep Reps Sen Sens Gov Lt Col Gen Maj Capt Cmdr Sgt Adm Pres Sec Supt Amb Atty Dist ' +
    'Mr Mrs Ms Dr Prof Rev Hon Fr St Mt Ft Jr Sr ' +
    'Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec No Nos vs v cf approx est dept univ assn bros',
  de: 'Abg Bgm Dr Prof Frau Fr Hr Hrn Herr Nr Jh St Str Abs Art bzw ca evtl ggf inkl vgl usw',
  es: 'Sr Sra Sres Dr Dra Lic Ing Gral Sen Dip Gob Pdte Núm núm pág art',
  fr: 'M MM Mme Mlle Dr Pr Me St Ste art av env p ex',
  pt: 'Sr Sra Dr Dra Dep Sen Gov Prof Exmo núm pág art',
}

const initials = /(?:^|[^\p{L}\p{N}])(?:\p{Lu}\.)+$/u
const lastWord = /(?:^|[^\p{L}\p{N}])([\p{L}]+)\.$/u

const listed = new Map(Object.entries(abbreviations).map(([language, words]) => [language, new Set(words.split(' '))]))

/**
 * Whether a text ends in an abbreviation that leaves the sentence open: initials in any language (“U.S.”, “J.”), and the
 * titles, months and the like of its own.
 *
 * An abbreviation can end a sentence too, which the words alone do not tell; the sentence is then joined to the next.
 */
export function endsInAbbreviation(text: string, language: string): boolean {
  if (initials.test(text)) return true
  const [, word] = lastWord.exec(text) ?? []
  const [primary = ''] = language.toLowerCase().split('-')
  return word !== undefined && (listed.get(primary)?.has(word) ?? false)
}
