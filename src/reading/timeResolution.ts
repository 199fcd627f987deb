/** Dates that words fix together with the day on which their document was published: "on Friday", "last year". */

import { readEdtf } from '../model/edtf.ts'
import type { DateParts } from './dateParts.ts'
import { plusDays, weekdayOfDay, yearOf } from './days.ts'
import { countOf } from './english/timeWords.ts'

export interface Resolution {
  readonly edtf: string
}

type Groups = Readonly<Record<string, string | undefined>>

/** Words after which a day without a date lies ahead, or may. */
const AHEAD =
  /\b(?:will|would|shall|plans?|planned|planning|scheduled|expected|expects?|set to|going to|upcoming|until|before|by|due|if|might|could|hopes?|wants?|prepar\w+)\b/i
/** In small letters: May is a month. */
const MAY = /\bmay\b/

/** The EDTF of a relative time; null where nothing fixes it. `before` is what the sentence says before it. */
export function resolveRelative(
  parts: DateParts,
  groups: Groups | null,
  published: string | null,
  before: string,
): Resolution | null {
  if (published === null || groups === null) return null
  const { deictic, shift, unit, many, count, ago } = groups
  if (deictic !== undefined) return day(plusDays(published, DEICTIC.get(deictic.toLowerCase()) ?? 0))
  if (parts.weekday !== undefined && parts.day === undefined) return weekdayOf(parts.weekday, shift, published, before)
  if (parts.month !== undefined && parts.day !== undefined && parts.year === undefined) {
    const first = nearest(parts.month, parts.day, parts.weekday, published)
    return parts.toDay === undefined ? first : first && throughDay(first.edtf, parts.toDay)
  }
  if (parts.month !== undefined && shift !== undefined) return monthOf(parts.month, shift, published)
  if (shift !== undefined && unit !== undefined && many === undefined) return shifted(shift, unit, published)
  if (count !== undefined && ago !== undefined) return agoOf(count, ago, groups, published)
  return null
}

const DEICTIC: ReadonlyMap<string, number> = new Map([
  ['today', 0],
  ['tonight', 0],
  ['yesterday', -1],
  ['tomorrow', 1],
])

function day(edtf: string): Resolution {
  return { edtf }
}

/** News says the weekday alone of the seven days up to its own; where it may lie ahead, nothing is told. */
function weekdayOf(weekday: number, shift: string | undefined, published: string, before: string): Resolution | null {
  const today = weekdayOfDay(published)
  if (shift === undefined && !AHEAD.test(before) && !MAY.test(before))
    return day(plusDays(published, -((today - weekday + 7) % 7)))
  return null
}

/** A day and month without a year is that nearest to the publication; half a year away nothing tells which. */
function nearest(month: number, dayOfMonth: number, weekday: number | undefined, published: string): Resolution | null {
  const year = yearOf(published)
  const pad = (value: number) => String(value).padStart(2, '0')
  const dates = [year - 1, year, year + 1].map(candidate => `${candidate}-${pad(month)}-${pad(dayOfMonth)}`)
  const valid = dates.filter(date => new Date(`${date}T00:00:00Z`).toISOString().slice(0, 10) === date)
  const distance = (date: string) => Math.abs(Date.parse(date) - Date.parse(published)) / 86_400_000
  const [best] = valid.toSorted((one, other) => distance(one) - distance(other))
  if (best === undefined || distance(best) > 150) return null
  return weekday !== undefined && weekdayOfDay(best) !== weekday ? null : day(best)
}

/** "May 3-5": to a later day of the same month. */
function throughDay(from: string, toDay: number): Resolution | null {
  const days = `${from}/${from.slice(0, 8)}${String(toDay).padStart(2, '0')}`
  return readEdtf(days) === null ? null : day(days)
}

function monthOf(month: number, shift: string, published: string): Resolution | null {
  const year = yearOf(published)
  const current = Number(published.slice(5, 7))
  const name = shift.replace('the ', '')
  if (name === 'last' && month !== current)
    return day(`${month < current ? year : year - 1}-${String(month).padStart(2, '0')}`)
  return null
}

const STEPS: ReadonlyMap<string, number> = new Map([
  ['last', -1],
  ['previous', -1],
  ['this', 0],
  ['current', 0],
  ['next', 1],
  ['coming', 1],
])

/** "Last year", "this month"; a week begins on another day in every country, and a season has no dates of its own. */
function shifted(shift: string, unit: string, published: string): Resolution | null {
  // "The last year" is the twelve months up to now.
  const step = STEPS.get(shift.replace(/^the (?=previous|current)/, ''))
  if (step === undefined) return null
  const year = yearOf(published)
  if (unit === 'year') return day(String(year + step))
  if (unit !== 'month') return unit === 'night' && step === -1 ? day(plusDays(published, -1)) : null
  const month = year * 12 + Number(published.slice(5, 7)) - 1 + step
  return day(`${Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}`)
}

/** "Three years ago" is about that year; "three days ago" is a day. */
function agoOf(count: string, unit: string, groups: Groups, published: string): Resolution | null {
  const number = countOf(count)
  if (number === null || groups.direction !== 'ago' || groups.half !== undefined) return null
  const year = yearOf(published)
  if (/^day/.test(unit)) return day(plusDays(published, -number))
  if (/^week/.test(unit)) return day(`${plusDays(published, -7 * number)}~`)
  if (/^month/.test(unit)) {
    const month = year * 12 + Number(published.slice(5, 7)) - 1 - number
    return day(`${Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}~`)
  }
  return /^year/.test(unit) ? day(`${year - number}~`) : null
}
