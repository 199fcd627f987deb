import fc from 'fast-check'

// Without the bias of fast-check, by which half of the mutations would hit the first byte.
const place = fc.noBias(fc.integer({ min: 0, max: 999_999 })).map(millionths => millionths / 1_000_000)

/** Bytes cut out, doubled, or put in: what slips of a hand, a merge or a bad disk make of a file. */
const damage = fc.record({
  at: place,
  cut: fc.nat({ max: 40 }),
  put: fc.oneof(
    fc.constantFrom(
      '\n',
      '  ',
      ':',
      '- ',
      '{',
      '}',
      '[',
      ']',
      '"',
      "'",
      '#',
      '&a ',
      '*a',
      '|',
      '>',
      '!x ',
      '? ',
      '\t',
      '0',
      '\0',
    ),
    fc.constantFrom('speaker', 'reportedIn: lind-on-shame', 'value: -1e308', 'null', '2024', '“', '\u0301', '\uD800'),
    fc.string({ unit: 'binary', maxLength: 5 }),
  ),
})

/** A slip of the hand: one character for another. */
const slip = fc.record({
  at: place,
  cut: fc.constant(1),
  put: fc.constantFrom('a', 'e', '7', '0', '-', ' ', '.', ','),
})

export const mutation: fc.Arbitrary<Mutation> = fc.oneof(damage, slip)

export interface Mutation {
  /** Where, as a share of the whole. */
  readonly at: number
  /** How many bytes go. */
  readonly cut: number
  /** What comes instead. */
  readonly put: string
}

/** The bytes with a mutation. */
export function mutate(bytes: Buffer, { at, cut, put }: Mutation): Buffer {
  const index = Math.floor(at * bytes.length)
  return Buffer.concat([bytes.subarray(0, index), Buffer.from(put), bytes.subarray(index + cut)])
}
