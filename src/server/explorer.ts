import { hash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Plugin } from 'graphql-yoga'
import Negotiator from 'negotiator'
import {
  type BuiltPage,
  beingBuilt,
  builtFile,
  followBuild,
  htmlType,
  type LatestBuild,
  readBuilt,
} from './builtFiles.ts'
import { tagOf } from './compression.ts'

/** Where `npm run build` puts the explorer. */
export const builtFolder = fileURLToPath(new URL('../../dist/web', import.meta.url))

/** The explorer as it was built last: its page, the files that belong to it, and the documents that it asks for. */
export type Explorer = () => LatestBuild<Build>

interface Build extends BuiltPage {
  /** The paths that its views have, by their first part. */
  readonly pages: ReadonlySet<string>
  /** The text of each document that it asks for, by its id. */
  readonly documents: Readonly<Record<string, string>>
}

/**
 * Reads the explorer that was built, and follows later builds; null if none was. `basePath` comes before every path that a browser
 * asks for.
 */
export function readExplorer(basePath = '', folder: string = builtFolder): Explorer | null {
  if (!existsSync(join(folder, manifest))) return null
  return followBuild(folder, [manifest, 'index.html', 'assets'], () => readBuild(basePath, folder))
}

const manifest = 'explorer.json'
const name = 'The explorer'

function readBuild(basePath: string, folder: string): Build {
  const { pages, documents }: { pages: string[]; documents: Record<string, string> } = JSON.parse(
    readFileSync(join(folder, manifest), 'utf8'),
  )
  const page = readFileSync(join(folder, 'index.html'), 'utf8')
    .replaceAll('"./assets/', `"${basePath}/assets/`)
    .replace('name="base-path" content=""', `name="base-path" content="${basePath}"`)
  return { page, pages: new Set(pages), documents, ...readBuilt(join(folder, 'assets')) }
}

/** No script or style but the files of the page, and no request to anywhere but this server. */
export const pagePolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "font-src 'self'",
  // A picture of the page is drawn from a blob before it is saved.
  "img-src 'self' blob:",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
].join('; ')

/** Whether a page is asked for by name, as browsers do. */
export function acceptsPage(request: Request): boolean {
  return isRead(request) && (request.headers.get('accept') ?? '').includes('text/html')
}

/** Whether a page will do where there is one: a program that takes anything, such as curl, gets it too. */
function takesPage(request: Request): boolean {
  const accept = request.headers.get('accept') ?? undefined
  return (
    isRead(request) &&
    new Negotiator({ headers: { accept } }).mediaType(['text/html', 'application/json']) === 'text/html'
  )
}

function isRead({ method }: Request): boolean {
  return method === 'GET' || method === 'HEAD'
}

/** The page of the explorer; what it shows, it asks for itself, by the address that it stands at. */
export function explorerPage(explorer: Explorer, request: Request, status: 200 | 404, Made: typeof Response) {
  const {
    build: { page },
    isWhole,
  } = explorer()
  if (!isWhole) return beingBuilt(name, pagePolicy, Made)
  const tag = tagOf(hash('sha256', page, 'hex').slice(0, 32), null)
  const headers = { 'cache-control': 'no-cache', 'content-security-policy': pagePolicy }
  if (status === 404) return new Made(page, { status, headers: { ...headers, 'content-type': htmlType } })
  const isHeld = request.headers.get('if-none-match') === tag
  return isHeld
    ? new Made(null, { status: 304, headers: { ...headers, etag: tag } })
    : new Made(page, { headers: { ...headers, etag: tag, 'content-type': htmlType } })
}

/** Serves the explorer: its page at the paths of its views, and its files, whose names change with their content. */
export function useExplorer(explorer: Explorer | null): Plugin {
  if (explorer === null) return {}
  return {
    onRequest({ request, url: { pathname }, fetchAPI, endResponse }) {
      if (pathname.startsWith('/assets/')) {
        const { build, isWhole } = explorer()
        const file = pathname.slice('/assets/'.length)
        if (!isWhole) endResponse(beingBuilt(name, pagePolicy, fetchAPI.Response))
        else if (build.files.has(file)) endResponse(builtFile(build, file, request, fetchAPI.Response))
        return
      }
      const [, first = ''] = pathname.split('/')
      if (explorer().build.pages.has(first) && takesPage(request)) {
        endResponse(explorerPage(explorer, request, 200, fetchAPI.Response))
      }
    },
  }
}
