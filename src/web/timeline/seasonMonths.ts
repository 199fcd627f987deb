/** The first and the last day of each season north of the equator, and how many years after its own it ends. */
const SEASONS: Readonly<Record<string, readonly [first: string, last: string, years: number]>> = {
  21: ['03-01', '05-31', 0],
  22: ['06-01', '08-31', 0],
  23: ['09-01', '11-30', 0],
  24: ['12-01', '02-28', 1],
}

/**
 * The months in which a season is drawn; null for what is not a season. The API's bounds are those of the whole year, since EDTF
 * names no hemisphere: drawn so, every season would look like a year. It is drawn as uncertain instead.
 */
export function seasonMonths(edtf: string | null): { readonly earliest: string; readonly latest: string } | null {
  const [, year = '', season = ''] = edtf?.match(/^(\d{4})-(2[1-4])[?~%]?$/) ?? []
  const months = SEASONS[season]
  if (months === undefined) return null
  const [first, last, years] = months
  return { earliest: `${year}-${first}`, latest: `${String(Number(year) + years).padStart(4, '0')}-${last}` }
}
