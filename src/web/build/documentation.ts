import { readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import MarkdownIt from 'markdown-it'
import type { Plugin } from 'vite'

const listed = 'virtual:docs'
const page = 'virtual:docs/'

/** Makes the documentation part of the page: a list of its titles, and each page as HTML, loaded when it is read. */
export function documentation(folder: string): Plugin {
  const names = readdirSync(folder)
    .filter(name => name.endsWith('.md'))
    .map(name => name.replace('.md', ''))
    .sort()
  const read = (name: string) => readFileSync(join(folder, `${name}.md`), 'utf8')
  return {
    name: 'dixit:documentation',
    resolveId: id => (id.startsWith(listed) ? `\0${id}` : null),
    load(id) {
      if (!id.startsWith(`\0${listed}`)) return null
      if (id.startsWith(`\0${page}`)) {
        const name = id.slice(page.length + 1)
        this.addWatchFile(join(folder, `${name}.md`))
        return {
          code: `export default ${pictured(asHtml(read(name)), path =>
            this.emitFile({ type: 'asset', name: basename(path), source: readFileSync(join(folder, path)) }),
          )}`,
          moduleType: 'js',
        }
      }
      const pages = names.map(name => {
        const title = /^# (.*)$/m.exec(read(name))?.[1] ?? name
        return `{ name: ${JSON.stringify(name)}, title: ${JSON.stringify(title)}, load: () => import('${page}${name}') }`
      })
      return { code: `export const pages = [${pages.join(', ')}]`, moduleType: 'js' }
    },
  }
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

function asHtml(markdown: string): string {
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
    return `<a href="${writer.utils.escapeHtml(addressOf(href))}">`
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
function addressOf(href: string): string {
  const other = /^(?:docs\/)?([\w-]+)\.md(#.*)?$/.exec(href)
  if (other) return `/docs/${other[1]}${other[2] ?? ''}`
  return /^(https?:|#|\/)/.test(href) ? href : '/docs'
}
