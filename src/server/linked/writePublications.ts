import { writeFileSync } from 'node:fs'
import { publications } from './publications.ts'

for (const [name, { make }] of Object.entries(publications)) {
  writeFileSync(new URL(`../../../docs/linked/${name}`, import.meta.url), make())
}
