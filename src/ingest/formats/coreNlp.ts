import { SaxesParser } from 'saxes'
import type { Piece } from './spans.ts'

/** A chain of coreference: where its mentions stand (UTF-16 of the text), that which CoreNLP calls representative first. */
export type Chain = readonly Piece[]

interface ChainMention {
  sentence: number
  start: number
  end: number
  isRepresentative: boolean
}

/**
 * The chains of coreference in an XML file of Stanford CoreNLP.
 *
 * @throws Error where the file is not well-formed XML
 */
export function readChains(xml: string): Chain[] {
  const tokens = new Map<number, Piece[]>()
  const chains: ChainMention[][] = []
  let sentence = 0
  let begin = 0
  let depth = 0
  let mention: ChainMention | null = null
  let text = ''
  const parser = new SaxesParser()
  parser.on('error', error => {
    throw error
  })
  parser.on('text', more => {
    text += more
  })
  parser.on('opentag', ({ name, attributes }) => {
    text = ''
    if (name === 'sentence' && attributes.id !== undefined) {
      sentence = Number(attributes.id)
      tokens.set(sentence, [])
    } else if (name === 'coreference') {
      depth += 1
      // The outer element holds one element of the same name for each chain.
      if (depth === 2) chains.push([])
    } else if (name === 'mention') {
      mention = { sentence: 0, start: 0, end: 0, isRepresentative: attributes.representative === 'true' }
    }
  })
  parser.on('closetag', ({ name }) => {
    if (name === 'CharacterOffsetBegin') begin = Number(text)
    else if (name === 'CharacterOffsetEnd') tokens.get(sentence)?.push([begin, Number(text)])
    else if (name === 'coreference') depth -= 1
    else if (mention && (name === 'sentence' || name === 'start' || name === 'end')) mention[name] = Number(text)
    else if (mention && name === 'mention') {
      chains.at(-1)?.push(mention)
      mention = null
    }
  })
  parser.write(xml).close()
  return chains.map(chain =>
    chain
      .toSorted((a, b) => Number(b.isRepresentative) - Number(a.isRepresentative))
      .flatMap(({ sentence, start, end }): Piece[] => {
        const [first] = tokens.get(sentence)?.[start - 1] ?? []
        const [, last] = tokens.get(sentence)?.[end - 2] ?? []
        return first === undefined || last === undefined ? [] : [[first, last]]
      }),
  )
}
