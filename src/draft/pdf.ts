import { Worker } from 'node:worker_threads'
import { Failure } from '../model/failure.ts'

/** The text of a PDF, page by page, one paragraph a line, and the title in its metadata, whatever that may be. */
export interface PdfText {
  readonly pages: readonly string[]
  readonly title: unknown
}

/** A report of 500 pages takes ten. */
const mostSeconds = 60
const mostMegabytes = 1024

/**
 * Reads a PDF within bounds of time and memory.
 *
 * @throws Failure BAD_INPUT where it has no text that can be read, or takes longer
 */
export async function readPdf(bytes: Uint8Array, name: string, seconds = mostSeconds): Promise<PdfText> {
  const worker = new Worker(new URL('./pdfWorker.ts', import.meta.url), {
    workerData: bytes,
    resourceLimits: { maxOldGenerationSizeMb: mostMegabytes },
  })
  const { promise, resolve, reject } = Promise.withResolvers<PdfText>()
  worker.once('message', resolve)
  worker.once('error', cause => reject(unreadable(name, cause)))
  worker.once('exit', () => reject(unreadable(name)))
  const deadline = setTimeout(() => {
    reject(
      new Failure(
        'BAD_INPUT',
        `${name} was not read within ${seconds} s. Save its text as a file and use that instead.`,
      ),
    )
  }, seconds * 1000)
  try {
    return await promise
  } finally {
    clearTimeout(deadline)
    await worker.terminate()
  }
}

function unreadable(name: string, cause?: unknown): Failure {
  return new Failure('BAD_INPUT', `${name} is a PDF that cannot be read: is it encrypted, damaged, or a picture?`, {
    cause,
  })
}
