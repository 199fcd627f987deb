// `npm run conjugation`: writes down the conjugation tables of the library compromise.
import { writeFileSync } from 'node:fs'
import { conjugationText } from './conjugationText.ts'

writeFileSync(new URL('conjugation.txt', import.meta.url), conjugationText())
