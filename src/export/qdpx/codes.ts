import * as vocabularies from '../../model/vocabulary.ts'
import type { DocumentMark } from '../../store/query/documentMarks.ts'
import { element, openTag, textElement } from '../xml.ts'
import { guidOf } from './guid.ts'

/** A code of the code book: its name, what it means, and the codes below it. */
interface Code {
  readonly key: string
  readonly name: string
  readonly meaning?: string
  readonly below?: readonly Code[]
}

/** What each kind of mark is called, in the order of the code book. */
const names = {
  STATEMENT: 'Statement',
  SOURCE: 'Source',
  CUE: 'Cue',
  STANCE: 'Claim',
  TERM_USE: 'Term',
  FRAME_USE: 'Frame',
  FIGURE_MENTION: 'Number',
  FIGURE_RELATION: 'Relation of numbers',
  TIME_EXPRESSION: 'Time',
  MEMBERSHIP: 'Role',
  CHANNEL: 'Channel',
} as const satisfies Record<vocabularies.AnnotationKind, string>

/** What is coded of a mark besides: in whose voice it is, how a stance is held, whose words it is in, and on what ground it stands. */
const besides = { voice: 'Voice', manner: 'Manner', wording: 'Wording', basis: 'Ground' } as const

export interface Topics {
  readonly claims: readonly { readonly key: string; readonly label: string }[]
  readonly referents: readonly { readonly key: string; readonly label: string }[]
}

const terms = (vocabulary: vocabularies.Vocabulary): Code[] =>
  Object.entries(vocabulary).map(([name, meaning]) => ({ key: name, name, meaning }))

/** The code book. It is the same for the same claims and referents, whatever is marked with it. */
function codes({ claims, referents }: Topics): Code[] {
  const below: Partial<Record<vocabularies.AnnotationKind, Code[]>> = {
    STATEMENT: terms(vocabularies.Quotation),
    STANCE: claims.map(({ key, label }) => ({ key, name: label, below: terms(vocabularies.Stance) })),
    TERM_USE: referents.map(({ key, label }) => ({ key, name: label })),
    FRAME_USE: [...terms(vocabularies.FrameFunction), ...terms(vocabularies.FrameDimension)],
    FIGURE_MENTION: terms(vocabularies.Approximation),
    FIGURE_RELATION: terms(vocabularies.FigureRelationKind),
    CHANNEL: terms(vocabularies.ChannelKind),
  }
  return [
    ...Object.entries(vocabularies.AnnotationKind).map(([kind, meaning]): Code => {
      const known = kind as vocabularies.AnnotationKind
      return { key: kind, name: names[known], meaning, below: below[known] ?? [] }
    }),
    {
      key: 'told',
      name: 'By the account of others',
      meaning: 'Somebody else says that it was said, or is so: the description says who.',
    },
    { key: 'voice', name: besides.voice, below: terms(vocabularies.Voice) },
    { key: 'manner', name: besides.manner, below: terms(vocabularies.StanceManner) },
    { key: 'wording', name: besides.wording, below: terms(vocabularies.Wording) },
    { key: 'basis', name: besides.basis, below: terms(vocabularies.TimeBasis) },
  ]
}

/** The code book as XML. */
export function codeBook(topics: Topics): string {
  return `${openTag('CodeBook')}${openTag('Codes')}${codes(topics)
    .map(code => codeXml(code, []))
    .join('')}</Codes></CodeBook>\n`
}

function codeXml({ key, name, meaning, below = [] }: Code, above: readonly string[]): string {
  const path = [...above, key]
  return element(
    'Code',
    { guid: codeGuid(path), name, isCodable: 'true' },
    textElement('Description', meaning ?? null) + below.map(code => codeXml(code, path)).join(''),
  )
}

const codeGuids = new Map<string, string>()

/** The GUID of a code, of which there are as few as the code book has, while each mark has some. */
function codeGuid(path: readonly string[]): string {
  const key = path.join('\n')
  const guid = codeGuids.get(key) ?? guidOf('code', ...path)
  codeGuids.set(key, guid)
  return guid
}

/** The codes of a mark, by their GUIDs. */
export function codesOf(mark: DocumentMark, isTold: boolean): string[] {
  const { kind, topic, label, voice, value, manner, wording, basis } = mark
  return [
    ...ownPaths(),
    ...(isTold ? [['told']] : []),
    ...(voice === null ? [] : [['voice', voice]]),
    ...(manner === null ? [] : [['manner', manner]]),
    ...(wording === null ? [] : [['wording', wording]]),
    ...(basis === null ? [] : [['basis', basis]]),
  ].map(codeGuid)

  function ownPaths(): string[][] {
    switch (kind) {
      case 'STANCE':
        return [[kind, topic ?? '', value ?? '']]
      case 'TERM_USE':
        return [[kind, topic ?? '']]
      case 'FRAME_USE':
        return [label, value].flatMap(name => (name === null ? [] : [[kind, name]]))
      case 'STATEMENT':
      case 'FIGURE_MENTION':
      case 'FIGURE_RELATION':
      case 'CHANNEL':
        return [value === null ? [kind] : [kind, value]]
      default:
        return [[kind]]
    }
  }
}
