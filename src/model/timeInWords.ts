const SEASONS: Readonly<Record<string, string>> = { 21: 'spring', 22: 'summer', 23: 'autumn', 24: 'winter' }

/** A time in EDTF for people, as far as its form is not a date to them: 2025-23 is “autumn 2025”. */
export function timeInWords(edtf: string): string {
  return edtf.replaceAll(/\b(\d{4})-(2[1-4])(?!\d|-\d)/g, (whole, year, season) => {
    const name = SEASONS[String(season)]
    return name === undefined ? String(whole) : `${name} ${String(year)}`
  })
}
