import { checkthat } from './checkthat.ts'
import { dna } from './dna.ts'
import type { Format } from './format.ts'
import { jsonl } from './jsonl.ts'
import { legislators } from './legislators.ts'
import { liar } from './liar.ts'
import { parlamint } from './parlamint/index.ts'
import { polnear } from './polnear.ts'
import { popolo } from './popolo.ts'
import { quotebank } from './quotebank.ts'

/** Every format of corpora that can be imported. A new one is a file beside this one, and a line here. */
export const formats: readonly Format[] = [
  polnear,
  liar,
  dna,
  legislators,
  popolo,
  parlamint,
  checkthat,
  quotebank,
  jsonl,
]
