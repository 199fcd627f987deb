import fc from 'fast-check'

/** Any text that a client may send: every UTF-16 code unit, lone surrogates and NUL too; and whatever FTS5 gives a meaning. */
export const anything = fc.oneof(
  fc.string({ unit: fc.nat(0xffff).map(unit => String.fromCharCode(unit)), maxLength: 500 }),
  fc.string({ unit: 'grapheme', maxLength: 100 }),
  fc
    .array(
      fc.constantFrom(
        ...[
          '"',
          '""',
          '“',
          '”',
          "'",
          '*',
          '^',
          ':',
          '(',
          ')',
          '{',
          '}',
          '+',
          '-',
          ',',
          '.',
          '%',
          '\\',
          '\0',
          '\ud800',
          ' ',
        ],
        ...[
          'AND',
          'OR',
          'NOT',
          'NEAR',
          'NEAR(',
          'text:',
          'rank',
          '{text} :',
          'a',
          'workers',
          'gonz*',
          '435k',
          '1,23,456',
        ],
        ...['tens of thousands', '$3.5bn', '-3', '1e999', '9'.repeat(80)],
      ),
      { maxLength: 12 },
    )
    .map(parts => parts.join('')),
)
