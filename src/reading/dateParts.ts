/** What the words of a time say of a date, each where they say it. */
export interface DateParts {
  readonly year?: number
  /** 1 to 12. */
  readonly month?: number
  readonly day?: number
  /** 0, Sunday, to 6. */
  readonly weekday?: number
  /** The first year of ten. */
  readonly decade?: number
  /** EDTF's number of a season: "21", spring. */
  readonly season?: string
  /** The last day of several in one month. */
  readonly toDay?: number
  /** The third digit of its years: 8, the eighties. */
  readonly decadeDigit?: number
  /** 19, the nineteenth. */
  readonly century?: number
  /** 1 to 4, of a calendar year. */
  readonly quarter?: number
}
