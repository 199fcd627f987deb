/** No noun: the words for what is counted end before them. */
export const FUNCTION_WORDS: ReadonlySet<string> = new Set(
  `a about after against all along although am among an and any are around as at away be became because been before being
  between both but by came can could did do does down during each every for from get gets go going gone got had has have
  he her here him his how i if in into is it its just made make may me might more most much must my near no not of off on
  once only or other our out over own per said same say says she should since so some still such than that the their them
  then there these they this those though through to today told too took under until up upon us was we were what when
  where whether which while who whom whose why will with within without would yesterday you your yet ago earlier later
  old according including nearly almost now also back`.split(/\s+/),
)
