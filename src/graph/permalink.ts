import { permalinkRoot } from '../model/nodeNames.ts'

/** The type and the slug that a path names; null if it is not the path of a permalink. */
export function readPermalink(path: string): { typename: string; slug: string } | null {
  if (!path.startsWith(permalinkRoot)) return null
  const [typename = '', ...rest] = path.slice(permalinkRoot.length).split('/')
  try {
    const slug = decodeURIComponent(rest.join('/'))
    return typename === '' || slug === '' ? null : { typename, slug }
  } catch {
    return null
  }
}
