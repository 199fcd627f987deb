import { expect, test } from 'vitest'
import { readPdf } from '../../src/draft/pdf.ts'
import { sourceText } from '../../src/draft/sourceText.ts'

test('a PDF gives its text, and the title in its metadata', async () => {
  const bytes = pdf('BT /F1 12 Tf 72 700 Td (The mayor said that 12,000 people came.) Tj ET')
  expect(await sourceText(bytes, 'report.pdf')).toMatchObject({
    text: 'The mayor said that 12,000 people came.\n',
    title: 'A report',
    published: null,
  })
})

/** Lines on a page, each at a place and in a size. */
function lines(...given: readonly (readonly [x: number, y: number, text: string, size?: number])[]): string {
  const each = given.map(([x, y, text, size = 10]) => `/F1 ${size} Tf 1 0 0 1 ${x} ${y} Tm (${text}) Tj`)
  return `BT ${each.join(' ')} ET`
}

const headline = 'Council cuts two of five ferries'
const first = [
  'The city council voted on Wednesday night',
  'to cut two of its five ferry boats, which the',
  'mayor said would save the city money.',
]
const second = [
  'The union chair disagreed. She said that the',
  'number was wrong and that the council had',
  'been told so in a letter.',
]

test('paragraphs are told by the gaps between lines, and headline, byline and dateline stand apart', async () => {
  const page = lines(
    [72, 700, headline, 20],
    [72, 670, 'By Lena Okafor'],
    [72, 658, 'KELM, Wednesday'],
    ...first.map((text, index) => [72, 640 - 12 * index, text] as const),
    ...second.map((text, index) => [72, 596 - 12 * index, text] as const),
  )
  const { text } = await sourceText(pdf(page), 'page.pdf')
  expect(text.split('\n')).toEqual([
    ...[headline, 'By Lena Okafor', 'KELM, Wednesday', first.join(' '), second.join(' '), ''],
  ])
})

test('two columns are read one after the other, in whatever order the file has their lines', async () => {
  const rows = first.flatMap((text, index) => [
    [72, 640 - 12 * index, text] as const,
    [320, 640 - 12 * index, second[index] ?? ''] as const,
  ])
  const { text } = await sourceText(
    pdf(lines([72, 700, `${headline}, and the mayor is glad`, 20], ...rows)),
    'page.pdf',
  )
  expect(text.split('\n')).toEqual([`${headline}, and the mayor is glad`, first.join(' '), second.join(' '), ''])
})

test('a first line that is indented begins a paragraph', async () => {
  const page = [
    ...first.map((text, index) => [72 + (index === 0 ? 12 : 0), 640 - 12 * index, text] as const),
    ...second.map((text, index) => [72 + (index === 0 ? 12 : 0), 604 - 12 * index, text] as const),
  ]
  const { text } = await sourceText(pdf(lines(...page)), 'page.pdf')
  expect(text.split('\n')).toEqual([first.join(' '), second.join(' '), ''])
})

test.each([
  ['cut', pdf('BT').subarray(0, 150), 'cut.pdf is a PDF that cannot be read'],
  ['without text', pdf('q Q'), 'without text.pdf has no readable text'],
])('a PDF that is %s is refused', async (name, bytes, message) => {
  await expect(sourceText(bytes, `${name}.pdf`)).rejects.toMatchObject({
    code: 'BAD_INPUT',
    message: expect.stringContaining(message),
  })
})

test('a PDF that takes too long is given up', async () => {
  const bytes = pdf('BT /F1 12 Tf (x) Tj ET\n'.repeat(500_000))
  await expect(readPdf(bytes, 'long.pdf', 0.05)).rejects.toMatchObject({
    code: 'BAD_INPUT',
    message: 'long.pdf was not read within 0.05 s. Save its text as a file and use that instead.',
  })
})

/** A PDF of one page with this content. */
function pdf(content: string): Uint8Array {
  const objects = [
    '<</Type/Catalog/Pages 2 0 R>>',
    '<</Type/Pages/Kids[3 0 R]/Count 1>>',
    '<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>',
    `<</Length ${content.length}>>\nstream\n${content}\nendstream`,
    '<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>',
    '<</Title(A report)>>',
  ].map((object, index) => `${index + 1} 0 obj\n${object}\nendobj\n`)
  const header = '%PDF-1.4\n'
  const places = objects.map((_, index) => header.length + objects.slice(0, index).join('').length)
  const rows = places.map(place => `${String(place).padStart(10, '0')} 00000 n \n`)
  const body = header + objects.join('')
  const count = objects.length + 1
  return Buffer.from(
    `${body}xref\n0 ${count}\n0000000000 65535 f \n${rows.join('')}trailer<</Size ${count}/Root 1 0 R/Info 6 0 R>>\nstartxref\n${body.length}\n%%EOF`,
    'latin1',
  )
}
