import { expect, test } from 'vitest'
import { termHead } from '../../src/model/termHead.ts'

test.each([
  ['undocumented migrants with criminal convictions', 'en', 'migrants'],
  ['criminal illegal aliens', 'en-US', 'aliens'],
  ['cities across the country that hide behind sanctuary policies', 'en', 'cities'],
  ['towns along the border', 'en', 'towns'],
  ['families between two countries', 'en', 'families'],
  ['noncitizens convicted on kidnapping', 'en', 'noncitizens'],
  ['people accused of a crime', 'en', 'people'],
  ['the accused in custody', 'en', 'accused'],
  ['convicted criminals', 'en', 'criminals'],
  ['the in crowd', 'en', 'crowd'],
  ['“sanctuary cities” where they hide', 'en', 'cities'],
  ['those who stay', 'en', 'those'],
  ['städte zwischen den grenzen', 'de', 'städte'],
  ['die in deutschland lebenden migranten', 'de', 'migranten'],
  ['undokumentierte migranten mit vorstrafen', 'de', 'migranten'],
  ['die illegalen einwanderer, die verurteilt wurden', 'de', 'einwanderer'],
  ['„zufluchtsstädte“ des landes', 'de-AT', 'zufluchtsstädte'],
  ['les migrants sans papiers', 'fr', 'migrants'],
  ['l’immigration clandestine', 'fr', 'immigration'],
  ['des nouveaux arrivants', 'fr', 'arrivants'],
  ['los inmigrantes indocumentados', 'es', 'inmigrantes'],
  ['las supuestas «ciudades santuario»', 'es', 'ciudades'],
  ['gli immigrati irregolari', 'it', 'immigrati'],
  ['l’immigrazione clandestina', 'it', 'immigrazione'],
  ['os imigrantes ilegais', 'pt', 'imigrantes'],
  ['as supostas “cidades santuário”', 'pt-BR', 'cidades'],
  ['de illegale migranten met een strafblad', 'nl', 'migranten'],
  ['migranten die zijn veroordeeld', 'nl', 'migranten'],
  ['nyanlända', 'sv', null],
])('the head of “%s” (%s) is %s', (term, language, head) => {
  expect(termHead(term, language)).toBe(head)
})
