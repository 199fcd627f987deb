import { fileURLToPath } from 'node:url'
import { type PlotOptions, plot } from '@observablehq/plot'
import { Resvg } from '@resvg/resvg-js'
import { parseHTML } from 'linkedom'
import { replaceControls } from '../model/text.ts'

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
