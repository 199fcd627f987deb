import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { acceptedEncoding, type ContentEncoding } from './compression.ts'

/** The files of a page as they were built, each with its compressed forms beside it; their names change with their content. */
export interface BuiltFiles {
  readonly folder: string
  readonly files: ReadonlySet<string>
}

export function readBuilt(folder: string): BuiltFiles {
  return { folder, files: new Set(readdirSync(folder)) }
}

const types = {
  css: 'text/css; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  png: 'image/png',
  svg: 'image/svg+xml',
  ttf: 'font/ttf',
  woff: 'font/woff',
  woff2: 'font/woff2',
} as const

export const htmlType = 'text/html; charset=utf-8'

const endings: Readonly<Record<ContentEncoding, string>> = { br: '.br', gzip: '.gz' }

/** One of the files, for as long as anybody keeps it. */
export function builtFile(
  { folder, files }: BuiltFiles,
  file: string,
  request: Request,
  Made: typeof Response,
): Response {
  const accepted = acceptedEncoding(request.headers.get('accept-encoding'))
  const encoding = accepted !== null && files.has(file + endings[accepted]) ? accepted : null
  const body = readFileSync(join(folder, encoding === null ? file : file + endings[encoding]))
  return new Made(new Uint8Array(body), {
    headers: {
      'cache-control': 'public, max-age=31536000, immutable',
      'content-type': mediaTypeOf(file),
      'content-length': String(body.byteLength),
      ...(encoding === null ? {} : { 'content-encoding': encoding }),
    },
  })
}

/** The media type of a file of a page. */
export function mediaTypeOf(file: string): string {
  const ending = file.split('.').at(-1)
  return Object.entries(types).find(([known]) => known === ending)?.[1] ?? 'application/octet-stream'
}
