import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { basename, dirname, join, posix } from 'node:path'
import MarkdownIt from 'markdown-it'
import type { Plugin } from 'vite'

const listed = 'virtual:docs'
const page = 'virtual:docs/'

/**
 * Makes the documentation part of the page: a list of its titles in the groups and with the words of `readme`, and each page as HTML,
 * loaded when it is read.
 */
export function documentation(folder: string, readme: string): Plugin {
  const introduced = introductions(readFileSync(readme, 'utf8'))
  const order = [...introduced.keys()]
  const fileOf = (name: string) => (existsSync(join(folder, name)) ? `${name}/README.md` : `${name}.md`)
  const names = readdirSync(folder)
    .flatMap(name => (introduced.has(name) ? [name, ...insideOf(folder, name)] : name.endsWith('.md') ? [name] : []))
    .map(name => name.replace('.md', ''))
    .sort()
    .sort((one, other) => placeIn(order, one) - placeIn(order, other))
  const read = (name: string) => readFileSync(join(folder, fileOf(name)), 'utf8')
  return {
    name: 'dixit:documentation',
    resolveId: id => (id.startsWith(listed) ? `\0${id}` : null),
    load(id) {
      if (!id.startsWith(`\0${listed}`)) return null
      if (id.startsWith(`\0${page}`)) {
        const name = id.slice(page.length + 1)
        this.addWatchFile(join(folder, fileOf(name)))
        return {
          code: `export default ${pictured(
            asHtml(read(name), href => addressOf(href, dirname(fileOf(name)), names)),
            path => this.emitFile({ type: 'asset', name: basename(path), source: readFileSync(join(folder, path)) }),
          )}`,
          moduleType: 'js',
        }
      }
      const pages = names.map(name => {
        const title = /^# (.*)$/m.exec(read(name))?.[1] ?? name
        const { group, about } = introduced.get(name) ?? { group: 'More', about: '' }
        return `{ ...${JSON.stringify({ name, title, group, about })}, load: () => import('${page}${name}') }`
      })
      return { code: `export const pages = [${pages.join(', ')}]`, moduleType: 'js' }
    },
  }
}

/**
 * What a list of the documentation says of each page, and in which group: `**Group**`, then `- [docs/NAME.md](…): about.`, or
 * `[docs/NAME/](docs/NAME/README.md)` for the page of a folder. What an item says further on is left to the README.
 */
function introductions(markdown: string): Map<string, { readonly group: string; readonly about: string }> {
  const found = new Map<string, { readonly group: string; readonly about: string }>()
  let group = ''
  for (const line of markdown.replaceAll(/\n {2}(?=\S)/g, ' ').split('\n')) {
    const [, heading] = /^\*\*(.+)\*\*$/.exec(line) ?? []
    if (heading !== undefined) group = heading
    const [, name, rest = ''] = /^- \[docs\/(\w+)(?:\.md|\/)\]\([^)]*\): (.*)/.exec(group === '' ? '' : line) ?? []
    const [about = ''] = rest.split(/;|\.(?: |$)/)
    if (name !== undefined) found.set(name, { group, about })
  }
  return found
}

/** The pages of a folder besides its README, which leads to them. */
function insideOf(folder: string, name: string): string[] {
  return readdirSync(join(folder, name))
    .filter(file => file.endsWith('.md') && file !== 'README.md')
    .map(file => `${name}/${file}`)
}

function placeIn(order: readonly string[], name: string): number {
  return order.includes(name) ? order.indexOf(name) : order.length
}

/** The code of a text in which each picture has the address that the build gives it. */
function pictured(html: string, emit: (path: string) => string): string {
  return html
    .split(/<img src="([^":]+)"/)
    .map((part, index) => {
      if (index % 2 === 0) return JSON.stringify(part)
      return `'<img loading="lazy" src="' + import.meta.ROLLUP_FILE_URL_${emit(part)} + '"'`
    })
    .join(' + ')
}

function asHtml(markdown: string, addressOfLink: (href: string) => string): string {
  const writer = new MarkdownIt({ html: false, linkify: false, typographer: false })
  const { rules } = writer.renderer
  // No attribute `style`: the page's policy has none.
  for (const rule of ['th_open', 'td_open'] as const) {
    rules[rule] = (tokens, index) => `<${tokens[index]?.tag ?? 'td'}>`
  }
  rules.table_open = () => '<div class="scroll" tabindex="0" role="group" aria-label="Table"><table class="plain">'
  rules.table_close = () => '</table></div>'
  rules.heading_open = (tokens, index) => {
    const title = tokens[index + 1]?.content ?? ''
    return `<${tokens[index]?.tag} id="${slugOf(title)}">`
  }
  rules.link_open = (tokens, index) => {
    const href = String(tokens[index]?.attrGet('href') ?? '')
    return `<a href="${writer.utils.escapeHtml(addressOfLink(href))}">`
  }
  rules.fence = (tokens, index) => {
    const { content = '', info = '' } = tokens[index] ?? {}
    const code = `<pre tabindex="0"><code>${writer.utils.escapeHtml(content)}</code></pre>`
    if (info !== 'graphql') return code
    return `${code}<p class="note"><a href="/graphql?query=${encodeURIComponent(content)}">Open this query in GraphiQL</a></p>`
  }
  return writer.render(markdown)
}

function slugOf(title: string): string {
  return title
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}\s-]/gu, '')
    .trim()
    .replaceAll(/\s+/g, '-')
}

/** Links between pages of the documentation stay in the page; those to other files of the repository name the file alone. */
function addressOf(href: string, from: string, names: readonly string[]): string {
  if (/^(https?:|#|\/)/.test(href)) return href
  const [, path = '', part = ''] = /^([^#]*)(#.*)?$/.exec(href) ?? []
  const name = posix.join(from, path).replace(/(?:\/README)?\.md$/, '')
  return names.includes(name) ? `/docs/${name}${part}` : '/docs'
}
