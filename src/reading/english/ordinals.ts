/** The ordinals up to twenty, in order: the first of them is the first. */
export const ORDINALS_TO_20: readonly string[] = (
  'first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth ' +
  'seventeenth eighteenth nineteenth twentieth'
).split(' ')

/** The ordinals that are parts of a whole too, with the number of parts: a third, an eleventh, a hundredth. */
export const PARTS: ReadonlyMap<string, number> = new Map([
  ...ORDINALS_TO_20.slice(2).map((word, index) => [word, index + 3] as const),
  ...'thirtieth fortieth fiftieth sixtieth seventieth eightieth ninetieth hundredth'
    .split(' ')
    .map((word, index) => [word, 10 * (index + 3)] as const),
  ['thousandth', 1000],
  ['millionth', 1_000_000],
  ['billionth', 1_000_000_000],
])
