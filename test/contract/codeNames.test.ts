import { globSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { expect, test } from 'vitest'

const root = new URL('../../', import.meta.url).pathname
// The browser's own pages are programs of their own, and may call their parts as the others do.
const modules = globSync('src/**/*.ts', { cwd: root })
  .filter(file => !/^src\/(web|graphiql)\//.test(file))
  .map(file => ({ file, code: readFileSync(join(root, file), 'utf8') }))

const exported = /^export (?:abstract )?(?:async )?(?:class|const|enum|function\*?|interface|type) (\w+)/gm
const declared = /(?:\b(?:class|const|enum|function\*?|interface|let|readonly|type)\s+|#)([A-Za-z]\w*)/g

test('no two modules export one name', () => {
  const modulesOf = new Map<string, Set<string>>()
  for (const { file, code } of modules) {
    for (const [, name = ''] of code.matchAll(exported)) {
      modulesOf.set(name, (modulesOf.get(name) ?? new Set()).add(file))
    }
  }
  expect(modulesOf.size).toBeGreaterThan(1_000)
  expect([...modulesOf].filter(([, files]) => files.size > 1).map(([name, files]) => [name, ...files])).toEqual([])
})

test('no word that the glossary retires names anything', () => {
  const glossary = readFileSync(join(root, 'docs/glossary.md'), 'utf8').split('## Words of the code')[1] ?? ''
  const retired = new Set(Array.from(glossary.matchAll(/^- `(\w+)` is/gm), ([, word = '']) => word))
  expect(retired.size).toBeGreaterThan(0)
  const named = modules.flatMap(({ file, code }) => [
    [basename(file, '.ts'), file] as const,
    ...Array.from(code.matchAll(declared), ([, name = '']) => [name, file] as const),
  ])
  expect(named.filter(([name]) => wordsOf(name).some(word => retired.has(word)))).toEqual([])
})

/** The words of a name, in small letters: "lightCost" is "light" and "cost". */
function wordsOf(name: string): string[] {
  return Array.from(name.matchAll(/[A-Z]?[a-z]+|[A-Z]+(?![a-z])/g), ([word]) => word.toLowerCase())
}
