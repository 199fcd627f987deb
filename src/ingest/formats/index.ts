import { checkthat } from './checkthat.ts'
import { dna } from './dna.ts'
import { elecdeb } from './elecdeb.ts'
import type { Format } from './format.ts'
import { jsonl } from './jsonl.ts'
import { legislators } from './legislators.ts'
import { liar } from './liar.ts'
import { parlamint } from './parlamint/index.ts'
import { polnear } from './polnear.ts'
import { popolo } from './popolo.ts'
import { qdpx } from './qdpx/index.ts'
import { quotebank } from './quotebank.ts'
import { table } from './table/index.ts'

/** Every format of corpora that can be imported. A new one is a file beside this one, and a line here. */
export const formats: readonly Format[] = [
  polnear,
  liar,
  dna,
  legislators,
  popolo,
  parlamint,
  checkthat,
  elecdeb,
  quotebank,
  qdpx,
  table,
  jsonl,
]
