/** Reads a PDF in a thread of its own, which whoever started it can end: some PDFs take pdf.js minutes or all memory. */

import { parentPort, workerData } from 'node:worker_threads'
import { extractTextItems, getDocumentProxy, getMeta } from 'unpdf'
import { paragraphsOf } from './pdfLayout.ts'

const document = await getDocumentProxy(workerData, { verbosity: 0 })
const { items } = await extractTextItems(document)
const { info } = await getMeta(document)
parentPort?.postMessage({ pages: items.map(page => paragraphsOf(page).join('\n')), title: info.Title })
