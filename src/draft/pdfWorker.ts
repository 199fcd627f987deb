/** Reads a PDF in a thread of its own, which whoever started it can end: some PDFs take pdf.js minutes or all memory. */

import { parentPort, workerData } from 'node:worker_threads'
import { extractText, getDocumentProxy, getMeta } from 'unpdf'

const document = await getDocumentProxy(workerData, { verbosity: 0 })
const { text } = await extractText(document, { mergePages: false })
const { info } = await getMeta(document)
parentPort?.postMessage({ pages: text, title: info.Title })
