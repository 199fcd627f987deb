/** A word or a mark of a phrase, with where it stands (UTF-16). */
export interface NameToken {
  readonly text: string
  /** Lower case, without a genitive's ending and without dots. */
  readonly key: string
  readonly start: number
  /** Without the genitive's ending. */
  readonly end: number
  readonly isWord: boolean
  readonly isGenitive: boolean
}

/** Abbreviations keep their dot; after any other word it ends a sentence. */
const TOKEN =
  /(?:\p{Lu}\.){1,5}(?:\p{Lu}(?!\p{L}))?|(?:Mr|Mrs|Ms|Dr|Prof|Sens?|Reps?|Gov|Lt|Gen|Col|Maj|Capt|Sgt|Cpl|Adm|Cmdr|Brig|Supt|Amb|Pres|Rev|Fr|Hon|Atty|Dir|Jr|Sr|St|Ste)\.|[\p{L}\p{N}][\p{L}\p{M}\p{N}]*(?:[.'’&/-][\p{L}\p{M}\p{N}]+)*(?:(?<=s)['’](?![\p{L}\p{N}]))?|[^\s]/gu

export function nameTokens(text: string): NameToken[] {
  return Array.from(text.matchAll(TOKEN), ({ 0: word, index }) => {
    const base = word.replace(/['’]s$|(?<=[sS])['’]$/u, '')
    return {
      text: base,
      key: nameKey(base),
      start: index,
      end: index + base.length,
      isWord: /^[\p{L}\p{N}]/u.test(word),
      isGenitive: base.length < word.length,
    }
  })
}

/** A word as it is compared: lower case, without accents and dots, with straight apostrophes. */
export function nameKey(word: string): string {
  const plain = word.toLowerCase().replaceAll('’', "'").replaceAll('.', '')
  return /^[\x20-\x7e]*$/.test(plain) ? plain : plain.normalize('NFD').replace(/\p{M}/gu, '')
}

/** Whether it begins with a capital letter; digits and small letters do not. */
export function isCapitalised({ text }: NameToken): boolean {
  return /^\p{Lu}/u.test(text)
}

/** Whether it is all capital letters, at least two of them, as acronyms are: FBI, U.S., AFL-CIO. */
export function isAllCapitals({ text }: NameToken): boolean {
  return /^(?=(?:.*\p{Lu}){2})[\p{Lu}\d&.-]+$/u.test(text)
}

/** Whether it is the initial of a name: J., H.W. */
export function isInitial({ text }: NameToken): boolean {
  return /^\p{Lu}\.?$|^(?:\p{Lu}\.){2,}$/u.test(text)
}
