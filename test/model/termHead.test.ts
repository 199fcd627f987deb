import { expect, test } from 'vitest'
import { termHead } from '../../src/model/termHead.ts'

test.each([
  ['undocumented migrants with criminal convictions', 'en', 'migrants'],
  ['criminal illegal aliens', 'en-US', 'aliens'],
  ['undokumentierte migranten mit vorstrafen', 'de', 'migranten'],
  ['die illegalen einwanderer, die verurteilt wurden', 'de', 'einwanderer'],
  ['„zufluchtsstädte“ des landes', 'de-AT', 'zufluchtsstädte'],
  ['les migrants sans papiers', 'fr', 'migrants'],
  ['l’immigration clandestine', 'fr', 'immigration'],
  ['des nouveaux arrivants', 'fr', 'arrivants'],
  ['los inmigrantes indocumentados', 'es', 'inmigrantes'],
  ['las supuestas «ciudades santuario»', 'es', 'ciudades'],
  ['nyanlända', 'sv', null],
])('the head of “%s” (%s) is %s', (term, language, head) => {
  expect(termHead(term, language)).toBe(head)
})
