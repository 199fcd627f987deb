/** Whether four digits are a year or say how many: "from 2019 levels" and "after 2019 people" say it, "sold 2019 cars" does not. */

const BEFORE_COUNT =
  /(?:[$€£¥#]|\b(?:about|over|under|nearly|almost|than|least|most|roughly|approximately|only|just|up to|as many as|no\.|number|some|another|room|flight|route|highway|section|page)) ?$/i
const COUNTED =
  /^ ?(?:%|percent|per cent|people|persons|men|women|children|jobs|dollars|miles|feet|troops|soldiers|workers|employees|delegates|emails|e-mails|pages|patients|refugees|homes|students|acres|tons|pounds|points|years|days|hours|or (?:so|more)|other|more|new|additional|square|million|billion|thousand|hundred|km|kg)\b/i
/** Things that belong to a year, and are not counted in thousands. */
const OF_YEARS =
  /^ (?:[a-z]+ ){0,2}(?:levels|elections|primaries|caucuses|attacks|cycles|estimates|numbers|figures|budgets?|campaigns|conventions|midterms|prices|rates|rules|results|returns|polls|models|seasons|salaries|amendments|comments|remarks|debates|standards|guidelines|totals|data|goals|targets|taxes|games|protests|riots|talks|laws|reforms|statistics|census|hopefuls|finals)\b/i
const OWNER =
  /(?:\b(?:the|this|that|these|those|his|her|its|their|our|my|your|a|an|each|every|and|or|january|february|march|april|may|june|july|august|september|october|november|december)|['’]s|s['’]|\d,) $/i
const PLURAL = /^ [a-z]{2,}(?:[^su\W]s|men|people)\b/
const VERBS =
  /^ (?:was|has|is|does|goes|comes|says|sees|finds|brings|marks|leaves|ends|begins|starts|looks|means|seems|remains|shows|gets|serves|states|allows|provides|requires|makes|gives|runs|takes|uses|includes|covers|calls|creates|becomes|sets|represents|raises)\b/

/** What four digits that look like a year are; EITHER where nothing beside them tells. */
export function yearOrCount(text: string, start: number, end: number): 'YEAR' | 'COUNT' | 'EITHER' {
  const before = text.slice(Math.max(0, start - 24), start)
  const after = text.slice(end, end + 40)
  if (/[\d$€£¥#,.:/-]$/.test(before) && !/[^\d][-,.]$|^[-,.]$/.test(before)) return 'COUNT'
  if (/\b(?:in|since|until|before|after|during|through|year|by) $/i.test(before)) return 'YEAR'
  if (/\b(?:since|until|from|between) (?:about|around|roughly) $/i.test(before)) return 'YEAR'
  if (/[$€£¥#]$/.test(before) || BEFORE_COUNT.test(before) || COUNTED.test(after)) return 'COUNT'
  if (OF_YEARS.test(after) || OWNER.test(before) || VERBS.test(after)) return 'YEAR'
  return PLURAL.test(after) ? 'EITHER' : 'YEAR'
}
