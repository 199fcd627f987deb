import { readdirSync, readFileSync, statSync } from 'node:fs'
import { basename, join } from 'node:path'
import { acceptedEncoding, type ContentEncoding } from './compression.ts'

/** The files of a page as they were built, each with its compressed forms beside it; their names change with their content. */
export interface BuiltFiles {
  readonly folder: string
  readonly files: ReadonlySet<string>
}

export function readBuilt(folder: string): BuiltFiles {
  return { folder, files: new Set(readdirSync(folder)) }
}

/** A page with its files. */
export interface BuiltPage extends BuiltFiles {
  readonly page: string
}

/** What was built last. */
export interface LatestBuild<Build> {
  readonly build: Build
  /** Not while it is being built anew: the files of the former build are gone, and those of the next are not all there. */
  readonly isWhole: boolean
}

/**
 * Reads what was built into a folder, and again after a later build, whose files have other names. `parts` are what each build
 * takes away and writes anew.
 */
export function followBuild<Build extends BuiltPage>(
  folder: string,
  parts: readonly string[],
  read: () => Build,
): () => LatestBuild<Build> {
  const changes = () => parts.map(name => statSync(join(folder, name), { throwIfNoEntry: false })?.mtimeMs).join()
  let seen = changes()
  let latest: LatestBuild<Build> = { build: read(), isWhole: true }
  return () => {
    const now = changes()
    if (now === seen) return latest
    seen = now
    const next = wholeBuild(read)
    latest = { build: next ?? latest.build, isWhole: next !== null }
    return latest
  }
}

/** Null while it is being built: a file is missing or half written, or one that the page names is not there yet. */
function wholeBuild<Build extends BuiltPage>(read: () => Build): Build | null {
  try {
    const build = read()
    const address = new RegExp(`/${basename(build.folder)}/([^"]+)"`, 'g')
    const named = [...build.page.matchAll(address)].map(([, name = '']) => name)
    return named.length > 0 && named.every(name => build.files.has(name)) ? build : null
  } catch {
    return null
  }
}

/** What is said instead of a page, or of a file of it, while it is being built. */
export function beingBuilt(what: string, policy: string, Made: typeof Response): Response {
  const headers = { 'cache-control': 'no-store', 'content-security-policy': policy, 'content-type': htmlType }
  return new Made(beingBuiltPage(what), { status: 503, headers })
}

const beingBuiltPage = (what: string) => `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<title>Dixit</title>
<h1>${what} is being built</h1>
<p>Its files are being replaced. Load this page again in a few seconds.</p>
</html>
`

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
