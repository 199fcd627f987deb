/** The scales of temperature, in words and in letters: "5 degrees Celsius", "5°C", "-5C". */

import { clauseBefore, type Token, touches } from './tokens.ts'

const TEMPERATURES: ReadonlyMap<string, string> = new Map([
  ['c', 'celsius'],
  ['celsius', 'celsius'],
  ['centigrade', 'celsius'],
  ['f', 'fahrenheit'],
  ['fahrenheit', 'fahrenheit'],
])

/** The "C" of "5°C" or "Celsius" of "5 degrees Celsius". */
export function temperature(token: Token | undefined): string | null {
  if (token?.kind !== 'WORD' || !token.capital) return null
  return TEMPERATURES.get(token.text) ?? null
}

/** Words that show that the letter is one of heat and cold. */
const WARMTH =
  /^(?:temperatures?|temps?|degrees?|celsius|fahrenheit|highs?|lows?|heat|heatwave|heated|hot|hotter|hottest|cold|colder|coldest|cool|cooled|warm|warmer|warmed|warming|freez\w+|frost|mercury|thermometers?|fever|boil\w*|chill)$/
const REACH = 4

/**
 * A capital C or F after a number: a scale where the sentence speaks of warmth; 'UNCLEAR' where a space or a minus sign shows
 * that it is not a name ("seat 5C"), but nothing what it is; null where it is none.
 */
export function scaleLetter(tokens: readonly Token[], index: number): string | null {
  const letter = tokens[index]
  if (!/^[cf]$/.test(letter?.text ?? '') || letter?.capital !== true) return null
  if (letter.gap !== '' && letter.gap !== ' ') return null
  const after = tokens[index + 1]
  // "5 C.E.", "5 F-16s", "5 F. Scott".
  const isAbbreviation = touches(after) && /^[.-]$/.test(after?.text ?? '') && tokens[index + 2] !== undefined
  if (isAbbreviation && (touches(tokens[index + 2]) || after?.text === '-')) return null
  const around = [...clauseBefore(tokens, index), ...tokens.slice(index + 1, index + 1 + REACH)]
  if (around.some(({ text }) => WARMTH.test(text))) return temperature(letter)
  const sign = tokens[index - 2]?.text
  const isMinus = (sign === '-' || sign === '−') && touches(tokens[index - 1]) && !touches(tokens[index - 2])
  return letter.gap === ' ' || isMinus ? 'UNCLEAR' : null
}
