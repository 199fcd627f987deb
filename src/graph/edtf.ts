import { requireEdtf } from '../model/edtf.ts'
import { builder } from './builder.ts'

builder.scalarType('EDTF', {
  description:
    'A date or an interval of dates in the Extended Date/Time Format (EDTF, ISO 8601-2, levels 0 and 1): "2024", ' +
    '"2024-07", "2024-07-21", "2023-05/2024-07", "2024/.." (open), "201X" (some year of the 2010s), "2024~" (about).',
  specifiedByURL: 'https://www.loc.gov/standards/datetime/',
  parseValue: value => requireEdtf(String(value)).edtf,
  serialize: value => value,
})
