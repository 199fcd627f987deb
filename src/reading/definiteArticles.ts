/** "Cerca del 40%", "circa il 30%", "plus des deux tiers": Romance languages put an article between a hedge and its number. */

interface Articles {
  readonly plain: readonly string[]
  /** What a preposition at the end of a hedge becomes with an article. */
  readonly contracted: readonly (readonly [preposition: string, forms: readonly string[]])[]
}

function articles(plain: string, contracted: Readonly<Record<string, string>>): Articles {
  return {
    plain: plain.split(' '),
    contracted: Object.entries(contracted).map(([preposition, forms]) => [preposition, forms.split(', ')] as const),
  }
}

const ARTICLES: ReadonlyMap<string, Articles> = new Map([
  ['es', articles('el la los las', { de: 'del, de la, de los, de las', a: 'al, a la, a los, a las' })],
  ['fr', articles("le la les l'", { de: "du, des, de la, de l'", à: "au, aux, à la, à l'" })],
  [
    'it',
    articles("il lo la i gli le l'", {
      di: "del, dello, della, dei, degli, delle, dell'",
      a: "al, allo, alla, ai, agli, alle, all'",
    }),
  ],
  ['pt', articles('o a os as', { de: 'do, da, dos, das', a: 'ao, à, aos, às' })],
])

/** The hedge as it is, and with each article that may follow it in the language. */
export function withArticles(hedge: string, language: string): string[] {
  const known = ARTICLES.get(language)
  if (known === undefined) return [hedge]
  const joined = known.contracted.flatMap(([preposition, forms]) => {
    const stem = hedge.endsWith(` ${preposition}`) ? hedge.slice(0, -preposition.length) : null
    return stem === null ? [] : forms.map(form => stem + form)
  })
  return [hedge, ...(joined.length > 0 ? joined : known.plain.map(article => `${hedge} ${article}`))]
}
