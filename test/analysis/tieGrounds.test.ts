import fc from 'fast-check'
import { expect, test } from 'vitest'
import { cellsByActor, tiedCells } from '../../src/analysis/network.ts'
import { OneModeAggregation } from '../../src/analysis/networkVocabulary.ts'
import { type GroundedCell, groundsOfCells, TieGrounds } from '../../src/analysis/tieGrounds.ts'
import { valuesOf } from '../../src/model/vocabulary.ts'

const cell = fc.record({
  actor: fc.nat(3),
  claim: fc.nat(4),
  level: fc.constantFrom(0, 0.5, 1),
  count: fc.integer({ min: 1, max: 9 }),
  paraphrased: fc.nat(9),
  concluded: fc.nat(9),
})

const cells = fc.uniqueArray(cell, { selector: ({ actor, claim, level }) => `${actor} ${claim} ${level}` })

test.each(valuesOf(OneModeAggregation))('under %s, a tie rests on the cells that it comes from', aggregation => {
  fc.assert(
    fc.property(cells, all => {
      const ties = new TieGrounds(all, aggregation)
      const ofActor = cellsByActor(all)
      for (const one of [0, 1, 2, 3]) {
        for (const other of [0, 1, 2, 3]) {
          if (one === other) continue
          // The cells that are tied are of those that were given.
          const tied = tiedCells(ofActor(one), ofActor(other), aggregation) as GroundedCell[]
          expect(ties.of(one, other)).toEqual(groundsOfCells(tied))
        }
      }
    }),
  )
})
