const OUTER_MARKS = /^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu

/**
 * What goes on after the head of a noun phrase, and says more of it, in languages whose head stands last before it: relative
 * pronouns and adverbs, and prepositions. They are closed classes, and these are all of them that do not also stand before a noun
 * as its adjective or follow a verb as its particle.
 */
const GOES_ON = wordsByLanguage({
  en: `who whom whose which that where when why including as than
    aboard about across after against along alongside amid amidst among amongst around at atop before behind beneath beside besides between
    beyond by concerning despite during except for from in inside into near of on onto outside per regarding since throughout through to
    toward towards under underneath until unlike upon via with within without`,
  de: `der die das den dem des deren dessen denen welche welcher welches welchen welchem wo wie als
    ab am an ans auf aufs aus außer außerhalb bei beim bis durch durchs entlang für fürs gegen gegenüber hinter im in innerhalb ins mit mitsamt
    mittels nach neben ohne samt seit trotz über übers um ums unter unterhalb von vom vor während wegen zu zum zur zwischen
    eines einer ihrer seiner dieser`,
  nl: `die dat wie wat waar zoals als van met zonder in op aan uit voor tegen bij door over tijdens na naar om onder boven tussen tot sinds
    langs rond wegens`,
})

/** The words after which nothing goes on: “the in crowd”. */
const ARTICLES = wordsByLanguage({
  en: 'the a an his her its their our my your no every each',
  de: 'der die das den dem des ein eine einen einem einer eines',
  nl: 'de het een die dat deze dit',
})

/** Participles that stand behind their noun, before what goes on: “people accused of a crime”. Irregular ones do not end in -ed. */
const PARTICIPLE =
  /(?:.ed|born|bound|brought|built|caught|driven|found|given|held|kept|known|left|made|sent|shown|taken|told)$/u

/** What may stand before the head in languages that have it first: articles and the like, and the few adjectives that go before. */
const LEADS: Readonly<Record<string, RegExp>> = {
  fr: /^(?:(?:les?|la|des?|du|une?|ces?|cet|cette|leurs?|nos|notre|vos|votre|ses|son|sa|mes|mon|ma|tous|toutes|certaine?s|plusieurs|nouve(?:au|aux|lle|lles)|petite?s?|grande?s?|jeunes?|vieux|vieilles?|ancien(?:ne)?s?|premi(?:er|ère)s?|prétendue?s?|soi-disant)\s+|[ld]['’])+/u,
  es: /^(?:(?:el|la|los|las|un|una|unos|unas|es[eao]s?|est[eao]s?|estas|aquell[ao]s|su|sus|nuestr[ao]s?|tod[ao]s|algun[ao]s|muchos|muchas|nuev[ao]s?|gran(?:des)?|pequeñ[ao]s?|primer[ao]?s?|supuest[ao]s|llamad[ao]s)\s+)+/u,
  it: /^(?:(?:il|lo|la|i|gli|le|un|uno|una|quest[aeio]|quei|quegli|quell[aeio]|dei|degli|delle|alcun[ei]|tutt[ei]|su[ao]i?|lor[oa]|nostr[aeio]|nuov[aeio]|grand[ei]|piccol[aeio]|giovan[ei]|prim[aeio]|cosiddett[aeio]|presunt[aeio])\s+|(?:l|un|quell|dell)['’])+/u,
  pt: /^(?:(?:os?|as?|uns|umas?|um|ess[ae]s?|est[ae]s?|aquel[ae]s?|seus?|suas?|noss[ao]s?|tod[ao]s|algun?s|algumas|muit[ao]s|nov[ao]s?|grandes?|pequen[ao]s?|jovens|primeir[ao]s?|chamad[ao]s|supost[ao]s)\s+)+/u,
}

/**
 * The head of a term: in English, German and Dutch the last word before whatever says more of it, in the Romance languages the first
 * after its articles. "Undocumented migrants with criminal convictions", "migrants who are unable to stay" and, in French, "les migrants
 * sans papiers" are about migrants. A term that begins with such a word is its own head. Null in a language whose order is not told here.
 */
export function termHead(folded: string, language: string): string | null {
  const base = language.slice(0, 2).toLowerCase()
  const leads = LEADS[base]
  const head = leads === undefined ? headBefore(folded, base) : folded.replace(leads, '').split(/\s+/u)[0]
  return head === null ? null : (head ?? folded).replaceAll(OUTER_MARKS, '') || folded
}

/** The last word before what goes on; null in a language whose heads do not stand there. */
function headBefore(folded: string, base: string): string | null {
  const goesOn = GOES_ON.get(base)
  if (goesOn === undefined) return null
  const words = folded.split(/\s+/u).map(word => word.replaceAll(OUTER_MARKS, ''))
  const isArticle = (at: number) => ARTICLES.get(base)?.has(words[at] ?? '') === true
  const end = words.findIndex((word, at) => at > 0 && goesOn.has(word) && !isArticle(at - 1))
  if (end < 0) return words.at(-1) ?? folded
  const isParticiple = base === 'en' && end > 1 && PARTICIPLE.test(words[end - 1] ?? '') && !isArticle(end - 2)
  return words[isParticiple ? end - 2 : end - 1] ?? folded
}

function wordsByLanguage(listed: Readonly<Record<string, string>>): ReadonlyMap<string, ReadonlySet<string>> {
  return new Map(Object.entries(listed).map(([language, words]) => [language, new Set(words.split(/\s+/u))]))
}
