/** The ordinals up to twenty, in order: the first of them is the first. */
export const ORDINALS_TO_20: readonly string[] = (
  'first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth ' +
  'seventeenth eighteenth nineteenth twentieth'
).split(' ')
