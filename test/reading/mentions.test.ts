import { expect, test } from 'vitest'
import { type FigureAmount, findNumbers, readMention, sayFault } from '../../src/reading/index.ts'

/** Words of a text that are taken for a figure, or refused: never a piece of a longer number, nor in another unit. */
const cases: readonly (readonly [language: string, text: string, words: string, FigureAmount, isTaken: boolean])[] = [
  [
    'en',
    'About 40 to 45 percent stayed home.',
    'About 40 to 45 percent',
    { lower: 40, upper: 45, unit: 'percent' },
    true,
  ],
  ['en', 'About 40 to 45 percent stayed home.', '40 to 45 percent', { lower: 40, upper: 45, unit: 'percent' }, false],
  ['en', 'About 40 to 45 percent stayed home.', '45 percent', { value: 45, unit: 'percent' }, false],
  ['en', 'It passed in a 52-48 vote.', '52', { value: 52, unit: 'vote' }, true],
  ['en', 'It passed in a 52-48 vote.', '52-48', { lower: 48, upper: 52, unit: 'vote' }, false],
  ['en', 'It passed 218 to 214.', '214', { value: 214, unit: 'vote' }, true],
  ['en', 'Half a percentage point was lost.', 'Half', { value: 0.5, unit: 'share' }, false],
  [
    'en',
    'Half a percentage point was lost.',
    'Half a percentage point',
    { value: 0.5, unit: 'percentage point' },
    true,
  ],
  ['en', 'Half a percent was lost.', 'Half a percent', { value: 50, unit: 'percent' }, false],
  ['en', 'A quarter of 1 percent was lost.', '1 percent', { value: 1, unit: 'percent' }, false],
  ['en', 'Three-quarters of a million came.', 'a million', { value: 1000000, unit: 'person' }, false],
  ['en', 'Three-quarters of a million came.', 'Three-quarters', { value: 0.75, unit: 'person' }, false],
  ['en', 'Three-quarters of a million came.', 'Three-quarters of a million', { value: 750000, unit: 'person' }, true],
  ['en', 'Nine in ten came.', 'ten', { value: 10, unit: 'person' }, false],
  ['en', 'Nine in ten came.', 'Nine in ten', { value: 0.9, unit: 'person' }, true],
  ['en', 'Nine in ten came.', 'Nine in ten', { value: 90, unit: 'percent' }, true],
  ['en', 'It cost €5.', '€5', { value: 5, unit: 'USD' }, false],
  ['en', 'It cost €5.', '5', { value: 5, unit: 'EUR' }, false],
  ['en', 'It cost $5.', '$5', { value: 5, unit: 'USD' }, true],
  ['en', 'It cost C$5.', '$5', { value: 5, unit: 'USD' }, false],
  ['en', 'It cost C$5.', 'C$5', { value: 5, unit: 'USD' }, false],
  ['en', 'It cost 5 pounds sterling.', '5 pounds sterling', { value: 5, unit: 'GBP' }, true],
  ['en', 'It weighs 5 pounds.', '5 pounds', { value: 5, unit: 'USD' }, false],
  ['en', 'It is 33 m tall.', '33', { value: 33, unit: 'meter' }, true],
  ['en', 'It is 33 m tall.', '33', { value: 33, unit: 'mile' }, false],
  ['en', 'A 30-m tower stood.', '30', { value: 30, unit: 'tower' }, false],
  ['en', 'The error is plus or minus 3 points.', '3', { value: 3, unit: 'point' }, false],
  ['en', 'There were 14.2 deaths per 100,000 people.', '100,000', { value: 100000, unit: 'person' }, false],
  ['en', 'He paid 40-odd thousand dollars.', '40-odd', { value: 40, unit: 'USD' }, false],
  ['de', 'Heute reden wir über zwei Jahre.', 'zwei', { value: 2, unit: 'year' }, true],
  ['de', 'Sie sprach über zwei Stunden.', 'zwei', { value: 2, unit: 'hour' }, true],
  ['de', 'Sie sprach über zwei Stunden.', 'über zwei', { value: 2, unit: 'hour' }, true],
  ['de', 'Eine Umfrage der Zeitung unter 812 Einwohnern.', '812', { value: 812, unit: 'person' }, true],
  ['de', 'Der Preis liegt unter 812 Euro.', '812 Euro', { value: 812, unit: 'EUR' }, false],
  ['it', 'Più del 50 per cento ha votato.', '50', { value: 50, unit: 'percent' }, false],
  ['es', 'Pasó de 8 millones en 2019 a 6,9 millones.', '6,9 millones', { value: 6900000, unit: 'person' }, true],
  ['de', 'Über 300 Menschen kamen.', '300', { value: 300, unit: 'person' }, false],
  ['sv', 'De stred under två år.', 'två', { value: 2, unit: 'year' }, false],
  ['en', 'We talked about 10 minutes.', '10 minutes', { value: 10, unit: 'minute' }, true],
  ['en', 'That is 12 percent, or about $1.8 million.', 'about $1.8 million', { value: 1800000, unit: 'USD' }, true],
  ['en', 'That is 12 percent, or about $1.8 million.', '$1.8 million', { value: 1800000, unit: 'USD' }, false],
  ['en', 'They found 1 205 homes.', '1 205', { value: 1205, unit: 'home' }, true],
  ['en', 'They found nearly 1 205 400 homes.', 'nearly 1 205 400', { value: 1205400, unit: 'home' }, true],
  ['en', 'They found 1 205 homes.', '1 205', { value: 1206, unit: 'home' }, false],
  ['en', 'They found 1 205 homes.', '205', { value: 205, unit: 'home' }, false],
  ['en', 'They found 1 205 homes.', '1', { value: 1, unit: 'home' }, false],
  ['en', 'They found 1205 206 homes.', '1205 206', { value: 1205206, unit: 'home' }, false],
  ['en', 'He counted “nearly” 900 homes.', '900', { value: 900, unit: 'home' }, false],
  ['en', 'He counted “nearly” 900 homes.', '“nearly” 900', { value: 900, unit: 'home' }, true],
  ['en', 'He paid BTC2.', '2', { value: 2, unit: 'coin' }, false],
  ['en', 'He paid BTC2.', 'BTC2', { value: 2, unit: 'coin' }, false],
  ['en', 'It cost Re1.', 'Re1', { value: 1, unit: 'INR' }, true],
  ['en', 'It cost Re1.', '1', { value: 1, unit: 'INR' }, false],
  ['en', 'The G20 met.', '20', { value: 20, unit: 'state' }, false],
  ['en', 'It cost usd34.6 million.', '34.6 million', { value: 34600000, unit: 'USD' }, false],
  ['en', 'The fall was 12 345 678 euros.', '678', { value: 678, unit: 'EUR' }, false],
  ['en', 'It lost −½ percent.', '½ percent', { value: 0.5, unit: 'percent' }, false],
  ['en', 'The loss was –£5m.', '£5m', { value: 5000000, unit: 'GBP' }, false],
  ['en', 'Nearly “900 homes” were dry.', '900', { value: 900, unit: 'home' }, false],
  ['en', 'They had 1½m homes.', '1½', { value: 1.5, unit: 'home' }, false],
  ['en', 'It cost Rs1.5 crore.', 'Rs1.5 crore', { value: 15000000, unit: 'INR' }, true],
  ['en', 'Rates rose 25 bps.', '25 bps', { value: 25, unit: 'basis point' }, true],
  ['en', 'It cost Z$20.', 'Z$20', { value: 20, unit: 'Z$' }, true],
  ['nl', 'Het kostte € 1,2 mrd.', '€ 1,2 mrd', { value: 1200000000, unit: 'EUR' }, true],
  ['nl', 'Het kostte € 1,2 mrd.', '€ 1,2 mrd.', { value: 1200000000, unit: 'EUR' }, true],
  ['nl', 'Het kostte € 1,2 mrd.', '€ 1,2', { value: 1.2, unit: 'EUR' }, false],
  ['zh', '约12万人参加。', '12万', { value: 120000, unit: 'person' }, false],
  ['zh', '约12万人参加。', '约12万', { value: 120000, unit: 'person' }, true],
  ['ja', '300人以上がけがをした。', '300', { value: 300, unit: 'person' }, false],
  ['ja', '300人以上がけがをした。', '300人以上', { value: 300, unit: 'person' }, true],
  ['ar', 'قتل ما لا يقل عن 20 شخصا.', '20', { value: 20, unit: 'person' }, false],
  ['sv', 'Cirka 500 personer kom.', '500', { value: 500, unit: 'person' }, false],
  ['sv', 'Cirka 500 personer kom.', 'Cirka 500', { value: 500, unit: 'person' }, true],
  ['ru', 'Около 500 человек пришли.', 'Около 500', { value: 500, unit: 'person' }, true],
  // How a number without such a word is meant there, a person says.
  ['sv', 'Det kom 500 personer.', '500', { value: 500, unit: 'person' }, false],
  ['en', 'They lost 900-plus homes.', '900', { value: 900, unit: 'home' }, false],
  ['en', 'They lost 900 homes, give or take.', '900', { value: 900, unit: 'home' }, false],
  ['en', 'They lost barely 900 homes.', '900', { value: 900, unit: 'home' }, false],
  ['en', 'They lost not even 900 homes.', '900', { value: 900, unit: 'home' }, false],
  ['en', 'They lost 900 homes at most.', '900', { value: 900, unit: 'home' }, false],
  ['en', 'They lost 12 000 homes.', '12', { value: 12, unit: 'home' }, false],
  ['en', 'They lost 12 000 homes.', '12 000', { value: 12000, unit: 'home' }, true],
  ['en', 'They lost 1.2 bn euros.', '1.2', { value: 1.2, unit: 'EUR' }, false],
  ['en', 'They lost 1.2bn euros.', '1.2bn euros', { value: 1200000000, unit: 'EUR' }, true],
  ['en', 'It rose 10-fold.', '10', { value: 10, unit: 'time' }, false],
  ['en', 'It is 5 feet 10 inches tall.', '5 feet', { value: 5, unit: 'foot' }, false],
  ['en', 'It is 25 km away.', '25 km', { value: 25, unit: 'mile' }, false],
  ['en', 'It is 25 km away.', '25 km', { value: 25, unit: 'kilometer' }, true],
  ['en', 'It is 25 km away.', '25', { value: 25, unit: 'mile' }, false],
  ['en', 'Only one person in 20 came.', '20', { value: 20, unit: 'person' }, false],
  ['en', 'One child in five is poor.', 'five', { value: 5, unit: 'child' }, false],
  ['en', 'One child in five is poor.', 'One child in five', { value: 20, unit: 'percent' }, true],
  ['en', 'They gave $1.5 million each.', '$1.5', { value: 1.5, unit: 'USD' }, false],
  ['en', '-40 degrees', '40 degrees', { value: 40, unit: 'degree' }, false],
  ['en', 'It was minus 40 degrees.', '40', { value: 40, unit: 'degree' }, false],
  ['en', 'Two-and-a-half million came.', 'half million', { value: 500000, unit: 'person' }, false],
  ['en', 'A hundred and five homes burnt.', 'five', { value: 5, unit: 'home' }, false],
  ['en', 'A hundred and five homes burnt.', 'A hundred', { value: 100, unit: 'home' }, false],
  ['en', 'Some 1,200 to 1,500 homes burnt.', '1,500', { value: 1500, unit: 'home' }, false],
  ['en', 'Fewer than one in ten came.', 'one in ten', { value: 0.1, unit: 'share' }, false],
  ['en', 'Just over half came.', 'half', { value: 0.5, unit: 'share' }, false],
  ['en', 'Tens of thousands came.', 'thousands', { lower: 2000, upper: 10000, unit: 'person' }, false],
  ['en', 'Hundreds of thousands came.', 'Hundreds', { lower: 200, upper: 1000, unit: 'person' }, false],
  ['en', 'A couple hundred came.', 'hundred', { value: 100, unit: 'person' }, false],
  ['en', 'It is a 3½-year term.', '3', { value: 3, unit: 'year' }, false],
  ['en', 'It is a 3½-year term.', '3½-year', { value: 3.5, unit: 'year' }, true],
  ['en', 'USD34.6m was lost.', '34.6', { value: 34.6, unit: 'USD' }, false],
  ['en', 'They have 2.5x the cash.', '2.5', { value: 2.5, unit: 'time' }, false],
  ['en', 'He paid 5 to 6 million.', '5', { value: 5, unit: 'USD' }, false],
  ['en', 'It rose from 5 to 6 million.', '5', { value: 5, unit: 'person' }, false],
  ['en', 'The 1,500-odd guests left.', '1,500', { value: 1500, unit: 'guest' }, false],
  ['en', 'Two dozen came.', 'Two', { value: 2, unit: 'person' }, false],
  ['de', 'Rund 1.500 Häuser brannten.', '1.500', { value: 1500, unit: 'home' }, false],
  ['de', 'Rund 1.500 Häuser brannten.', 'Rund 1.500', { value: 1500, unit: 'home' }, true],
  ['de', 'Zwischen 3 und 4 Millionen kamen.', '3', { value: 3, unit: 'person' }, false],
  [
    'de',
    'Zwischen 3 und 4 Millionen kamen.',
    'Zwischen 3 und 4 Millionen',
    { lower: 3000000, upper: 4000000, unit: 'person' },
    true,
  ],
  ['de', 'Mehr als die Hälfte kam.', 'die Hälfte', { value: 0.5, unit: 'share' }, false],
  ['de', 'Etwa jeder fünfte kam, 3,5 Prozent.', '3,5 Prozent', { value: 3.5, unit: 'percent' }, true],
  ['de', 'Anderthalb Millionen kamen.', 'Millionen', { lower: 2000000, unit: 'person' }, false],
  ['de', 'Eine halbe Million kam.', 'Million', { value: 1000000, unit: 'person' }, false],
  ['de', 'Das kostet 1,2 Mrd. Euro.', '1,2', { value: 1.2, unit: 'EUR' }, false],
  ['de', 'Das kostet 5.000 Euro.', '5.000 Euro', { value: 5, unit: 'EUR' }, false],
  ['fr', 'Plus de la moitié est venue.', 'la moitié', { value: 0.5, unit: 'share' }, false],
  ['fr', 'Une centaine de maisons a brûlé.', 'Une centaine', { value: 100, unit: 'home' }, true],
  ['fr', 'Deux tiers sont venus.', 'Deux', { value: 2, unit: 'person' }, false],
  ['fr', 'Un million et demi est venu.', 'Un million', { value: 1000000, unit: 'person' }, false],
  ['fr', 'Il a coûté 1 500,50 euros.', '1 500,50 euros', { value: 1500.5, unit: 'EUR' }, true],
  ['es', 'Casi la mitad vino.', 'la mitad', { value: 0.5, unit: 'share' }, false],
  ['es', 'Costó 1.500 euros.', '1.500 euros', { value: 1.5, unit: 'EUR' }, false],
  ['es', 'Medio millón vino.', 'millón', { value: 1000000, unit: 'person' }, false],
  ['it', 'Tre quarti sono venuti.', 'Tre', { value: 3, unit: 'person' }, false],
  ['nl', 'Anderhalf miljoen kwam.', 'miljoen', { value: 1000000, unit: 'person' }, false],
  ['sv', 'Drygt hälften kom.', 'hälften', { value: 0.5, unit: 'share' }, false],
  ['sv', 'Två tredjedelar kom.', 'Två', { value: 2, unit: 'person' }, false],
  ['pl', 'Połowa przyszła, 2,5 mln.', '2,5 mln', { value: 2500000, unit: 'person' }, false],
  ['ja', '約12万人', '12万', { value: 120000, unit: 'person' }, false],
  ['en', 'Twenty-odd people came.', 'Twenty', { value: 20, unit: 'person' }, false],
  ['en', 'A third fewer came.', 'A third', { value: 3, unit: 'person' }, false],
  ['en', '20,000-30,000 came.', '20,000', { value: 20000, unit: 'person' }, false],
  ['en', 'It costs 99¢ or £3.50.', '99¢', { value: 99, unit: 'cent' }, true],
  ['en', 'It costs ₹12 lakh.', '₹12', { value: 12, unit: 'INR' }, false],
  ['en', '5.2 per 100,000 people died.', '5.2', { value: 5.2, unit: 'person' }, false],
  ['en', '5.2 per 100,000 people died.', '100,000', { value: 100000, unit: 'person' }, false],
  ['en', 'He earns $15 an hour.', '$15', { value: 15, unit: 'USD' }, false],
  ['en', 'He earns $15.', '$15', { value: 15, unit: 'USD per hour' }, false],
  ['ja', '会費は約500ポンドだ。', '約500ポンド', { value: 500, unit: 'GBP' }, true],
  ['ja', '会費は約500ポンドだ。', '約500ポンド', { value: 500, unit: 'EGP' }, true],
  ['ja', '会費は約500ポンドだ。', '約500ポンド', { value: 500, unit: 'USD' }, false],
  ['ko', '회비는 약 500파운드다.', '약 500파운드', { value: 500, unit: 'GBP' }, true],
  ['ko', '회비는 약 500파운드다.', '약 500파운드', { value: 500, unit: 'EGP' }, true],
  ['ko', '회비는 약 500파운드다.', '약 500파운드', { value: 500, unit: 'USD' }, false],
  ['en', 'The ratio is 3:1.', '3', { value: 3, unit: 'thing' }, false],
  ['en', 'The 7/8 share', '7', { value: 7, unit: 'thing' }, false],
  ['en', '10^6 cells', '10', { value: 10, unit: 'cell' }, false],
  ['en', '1.5e6 cells', '1.5', { value: 1.5, unit: 'cell' }, false],
  ['en', '3 x 10 cells', '3', { value: 3, unit: 'cell' }, true],
  ['en', '±5 points', '5 points', { value: 5, unit: 'point' }, false],
  ['en', 'a margin of plus or minus 3 points', '3', { value: 3, unit: 'point' }, false],
  ['en', '0.5–0.7 percent', '0.5', { value: 0.5, unit: 'percent' }, false],
  ['en', 'a 20-percent cut', '20', { value: 20, unit: 'home' }, false],
  ['en', '20pc of homes', '20', { value: 20, unit: 'home' }, false],
  ['en', '20 pc of homes', '20', { value: 20, unit: 'home' }, false],
  ['en', '20 basis points', '20', { value: 20, unit: 'home' }, false],
  ['en', '20% of homes', '20', { value: 20, unit: 'home' }, false],
  ['en', '20 per thousand', '20', { value: 20, unit: 'home' }, false],
  ['en', '20‰ of homes', '20', { value: 20, unit: 'home' }, false],
]

test.each(cases)('%s: in “%s” the words “%s” for %j: %s', (language, text, words, figure, isTaken) => {
  const start = text.indexOf(words)
  expect(start).not.toBe(-1)
  const span = { start, end: start + words.length }
  const { fault } = readMention(text, span, language, findNumbers(text, language), figure)
  expect(fault === null).toBe(isTaken)
})

test.each([
  ['Det kom 500 personer.', '500', 'ABOUT', 'ABOUT'],
  ['Det kom 500 personer.', '500', 'EXACT', 'EXACT'],
  ['Cirka 500 personer kom.', 'Cirka 500', 'ABOUT', 'ABOUT'],
  ['Cirka 500 personer kom.', 'Cirka 500', 'EXACT', null],
] as const)('a person says of “%s” that “%s” is meant %s', (text, words, given, approximation) => {
  const start = text.indexOf(words)
  const span = { start, end: start + words.length }
  const { quantity } = readMention(text, span, 'sv', findNumbers(text, 'sv'), null, given)
  expect(quantity?.approximation ?? null).toBe(approximation)
})

test.each([
  ['nl', 'Er kwamen niet minder dan 500 mensen.', 'niet minder dan 500', 'AT_LEAST'],
  ['de', 'Es waren nie über 500 Leute.', 'nie über 500', 'UP_TO'],
  ['fr', 'Pas au-delà de 500 personnes.', 'Pas au-delà de 500', 'UP_TO'],
  ['es', 'No por debajo de 500 personas.', 'No por debajo de 500', 'AT_LEAST'],
  ['it', 'Non oltre 500 persone.', 'Non oltre 500', 'UP_TO'],
  ['pt', 'Não mais do que 500 pessoas.', 'Não mais do que 500', 'UP_TO'],
  ['sr', 'Било је не више од 500 људи.', 'не више од 500', 'UP_TO'],
  ['ru', 'Пришло не меньше чем 500 человек.', 'не меньше чем 500', 'AT_LEAST'],
  ['ar', 'ليس أكثر من 500 شخص', 'ليس أكثر من 500', 'UP_TO'],
  ['zh', '参加者不高于500人。', '不高于500', 'UP_TO'],
  ['ja', '500人を超えない。', '500人を超えない', 'UP_TO'],
  ['hi', '500 से कम नहीं थे।', '500 से कम नहीं', 'AT_LEAST'],
] as const)('%s: “%s” says a bound that is not passed', (language, text, words, approximation) => {
  const [found] = findNumbers(text, language)
  expect(found && [text.slice(found.start, found.end), found.quantity?.approximation]).toEqual([words, approximation])
})

test('a bound that a negation may turn round is taken as a person says that it is meant, and only so', () => {
  const text = 'No company pays more than 500 euros.'
  const start = text.indexOf('more')
  const span = { start, end: text.length - 1 }
  const figure = { value: 500, unit: 'EUR' }
  const numbers = findNumbers(text, 'en')
  expect(readMention(text, span, 'en', numbers, figure).fault).toEqual({ kind: 'DENIED' })
  const said = readMention(text, span, 'en', numbers, figure, 'UP_TO')
  expect(said.quantity).toMatchObject({ approximation: 'UP_TO', value: 500, lower: null, upper: 500 })
  // Nor by words that leave out the unit, and would read as a bound by themselves.
  const short = { start, end: start + 'more than 500'.length }
  expect(readMention(text, short, 'en', numbers, figure).quantity).toBeNull()
})

test('of words that hold two numbers, neither is suggested', () => {
  const text = 'They had nine of ten homes.'
  const span = { start: text.indexOf('nine'), end: text.indexOf(' homes') }
  const { fault } = readMention(text, span, 'en', findNumbers(text, 'en'), { value: 0.9, unit: 'share' })
  expect(fault && sayFault(fault, 'nine of ten', 'f', null)).toEqual({
    message: 'these words hold two numbers: give each its own mention',
  })
})

test.each([
  ['ja', '約500ポンド', '£'],
  ['ja', '約500ドル', '$'],
  ['ko', '약 500파운드', '£'],
  ['ko', '약 500달러', '$'],
] as const)('%s: “%s” may be of several countries, and so is in %s', (language, text, name) => {
  expect(findNumbers(text, language)[0]?.quantity?.unit?.name).toBe(name)
})
