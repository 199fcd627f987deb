import { expect, test } from 'vitest'
import { cslName } from '../../src/export/citation/cslName.ts'
import { writeCitations } from '../../src/export/citation/writeCitations.ts'
import type { AgentKind } from '../../src/model/vocabulary.ts'

const written = (name: string, kind: AgentKind, form: 'bib' | 'ris', publisher = 'The Gazette') =>
  writeCitations(
    [
      {
        id: 'a',
        type: 'document',
        title: 'The pier',
        note: '',
        author: [cslName({ name, kind })],
        publisher,
        URL: 'https://x.example',
      },
      { id: 'b', type: 'document', title: 'The ferry', note: '', URL: 'https://y.example' },
    ],
    form,
  )

/** How deep in braces a text ends. */
const depth = (text: string) => text.split('{').length - text.split('}').length

test.each(['{', '}', 'Doe } , evil = {x', '\\', 'Pier { Club', 'A & B 100% #1_x'])(
  '%s as a name stays in its field of BibTeX',
  name => {
    for (const kind of ['PERSON', 'ORGANIZATION', 'UNKNOWN'] as const) {
      const text = written(name, kind, 'bib', `${name} $' $&`)
      expect(depth(text), text).toBe(0)
      expect(text.match(/^\t[a-z]+ = /gm), text).toHaveLength(8)
      expect(text).not.toMatch(/[^\\][%#&]/)
    }
  },
)

test.each(['x\r\nTY  - JOUR\r\nAU  - evil', 'Jane\nER  - \nTY  - GEN'])(
  '%j as a name stays in its line of RIS',
  name => {
    for (const kind of ['PERSON', 'ORGANIZATION', 'UNKNOWN'] as const) {
      expect(written(name, kind, 'ris', name).match(/^(?:TY|ER) {2}-/gm)).toHaveLength(4)
    }
  },
)
