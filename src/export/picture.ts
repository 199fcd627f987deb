import { fileURLToPath } from 'node:url'
import { type PlotOptions, plot } from '@observablehq/plot'
import { Resvg } from '@resvg/resvg-js'
import { parseHTML } from 'linkedom'
import { replaceControls } from '../model/text.ts'
import { wrapped } from './wrapped.ts'

/** The font of every picture: it comes with Dixit, so that a picture looks the same on every machine. */
const fontFamily = 'DejaVu Sans'
const fonts = ['DejaVuSans.ttf', 'DejaVuSans-Bold.ttf'].map(name =>
  fileURLToPath(import.meta.resolve(`dejavu-fonts-ttf/ttf/${name}`)),
)

/** Draws a plot as SVG, without a browser. */
export function drawSvg(options: PlotOptions): string {
  const { document } = parseHTML('<!doctype html><html></html>')
  const svg = plot({ ...options, document, style: { fontFamily, fontSize: '12px', background: 'white' } })
  svg.setAttribute('xmlns', 'http://www.w3.org/2000/svg')
  // The sheet that the plot brings is for HTML pages, and names a class that a file has no use for.
  svg.querySelector('style')?.remove()
  return replaceControls(svg.toString())
}

/** A picture of several parts under one title, with what a reader must know to read it. */
interface Sheet {
  readonly width: number
  readonly title: string
  readonly notes: readonly string[]
  readonly parts: readonly { readonly svg: string; readonly height: number }[]
}

const noteLength = 140
const noteHeight = 16

/** Sets the parts one under another, below the title and the notes, which are wrapped and never cut. */
export function sheet({ width, title, notes, parts }: Sheet): string {
  const line = (words: string, y: number, style: string) =>
    `<text x="16" y="${y}" ${style}>${escaped(replaceControls(words))}</text>`
  const lines = notes.flatMap(note => wrapped(note, noteLength))
  const head = [
    ...wrapped(title, 88).map((words, index) => ({
      words,
      style: 'font-size="17" font-weight="bold"',
      height: index ? 22 : 30,
    })),
    ...lines.map(words => ({ words, style: 'font-size="11" fill="#555"', height: noteHeight })),
  ]
  let y = 0
  const texts = head.map(({ words, style, height }) => {
    y += height
    return line(words, y, style)
  })
  y += 18
  const drawn = parts.map(({ svg, height }) => {
    const placed = svg.replace('<svg ', `<svg y="${y}" `)
    y += height
    return placed
  })
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${y}" viewBox="0 0 ${width} ${y}" font-family="${fontFamily}"><rect width="100%" height="100%" fill="white"/>${texts.join('')}${drawn.join('')}</svg>`
}

function escaped(words: string): string {
  return words.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}

/** Renders SVG as PNG, at twice its size for screens and print. */
export function renderPng(svg: string): Uint8Array {
  const options = { fitTo: { mode: 'zoom' as const, value: 2 }, background: 'white' }
  return new Resvg(svg, {
    ...options,
    font: { fontFiles: fonts, loadSystemFonts: false, defaultFontFamily: fontFamily },
  })
    .render()
    .asPng()
}
