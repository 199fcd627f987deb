const OUTER_MARKS = /^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu

/** What goes on after the head of a noun phrase, and says more of it, in languages whose head stands last before it. */
const GOES_ON: Readonly<Record<string, RegExp>> = {
  en: /\s(?:with|without|who|whom|whose|which|that|of|in|on|for|from|by|to|at|under|including|as|called|released|convicted|charged|held)\s.*$/u,
  de: /,?\s(?:mit|ohne|die|der|das|den|dem|des|deren|dessen|welche[rsnm]?|von|vom|aus|in|im|auf|für|gegen|bei|beim|zu|zum|zur|über|unter|wegen|nach|an|am|eines|einer|ihrer|seiner|dieser|als)\s.*$/u,
}

/** What may stand before the head in languages that have it first: articles and the like, and the few adjectives that go before. */
const LEADS: Readonly<Record<string, RegExp>> = {
  fr: /^(?:(?:les?|la|des?|du|une?|ces?|cet|cette|leurs?|nos|notre|vos|votre|ses|son|sa|mes|mon|ma|tous|toutes|certaine?s|plusieurs|nouve(?:au|aux|lle|lles)|petite?s?|grande?s?|jeunes?|vieux|vieilles?|ancien(?:ne)?s?|premi(?:er|ère)s?|prétendue?s?|soi-disant)\s+|[ld]['’])+/u,
  es: /^(?:(?:el|la|los|las|un|una|unos|unas|es[eao]s?|est[eao]s?|estas|aquell[ao]s|su|sus|nuestr[ao]s?|tod[ao]s|algun[ao]s|muchos|muchas|nuev[ao]s?|gran(?:des)?|pequeñ[ao]s?|primer[ao]?s?|supuest[ao]s|llamad[ao]s)\s+)+/u,
}

/**
 * The head of a term: in English and German the last word before whatever says more of it, in French and Spanish the first after
 * its articles. "Undocumented migrants with criminal convictions", "migrants who are unable to stay" and, in French, "les migrants
 * sans papiers" are about migrants. A term that begins with such a word is its own head. Null in a language whose order is not told here.
 */
export function termHead(folded: string, language: string): string | null {
  const base = language.slice(0, 2).toLowerCase()
  const [goesOn, leads] = [GOES_ON[base], LEADS[base]]
  if (goesOn === undefined && leads === undefined) return null
  const words = folded.replace(goesOn ?? /$^/u, '').replace(leads ?? /$^/u, '')
  const head = (leads === undefined ? words.split(/\s+/u).at(-1) : words.split(/\s+/u)[0]) ?? folded
  return head.replaceAll(OUTER_MARKS, '') || folded
}
