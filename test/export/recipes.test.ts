import { spawnSync } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, test, vi } from 'vitest'
import { dixit, root } from '../support/cli.ts'
import { temporaryFolder, testDatabase } from '../support/graph.ts'
import { pythonWith } from '../support/python.ts'

// Each test starts programs, which takes seconds on a busy machine.
vi.setConfig({ testTimeout: 120_000, hookTimeout: 240_000 })

const folder = temporaryFolder()
const recipes = join(root, 'docs/recipes')
const DIXIT_DB = testDatabase()

beforeAll(async () => {
  const readme = readFileSync(join(recipes, 'README.md'), 'utf8')
  const commands = [...readme.matchAll(/^npm run dixit -- (.+) --out (\S+)$/gm)]
  expect(commands).toHaveLength(4)
  for (const [, command = '', out = ''] of commands) {
    const { code, err } = await dixit([...command.split(' '), '--out', join(folder, out)], { DIXIT_DB })
    expect({ code, err }).toMatchObject({ code: 0 })
  }
})

/** What runs each language, and what tells that it is there. */
const languages = {
  python: (code: string) => spawnSync('python3', ['-c', code], { cwd: folder, encoding: 'utf8' }),
  r: (code: string) => spawnSync('Rscript', ['-e', code], { cwd: folder, encoding: 'utf8' }),
}

function isThere(language: string, code: string): boolean {
  if (language === 'r') return spawnSync('Rscript', ['--version']).status === 0
  return pythonWith(...Array.from(code.matchAll(/^import (\w+)/gm), ([, name = '']) => name)) !== null
}

/** The code of a recipe, and what it prints. */
function blocksOf(text: string) {
  return [...text.matchAll(/```(python|r)\n(.*?)```\n\n```text\n(.*?)```/gs)].map(
    ([, language = '', code = '', printed = '']) => ({
      language,
      code,
      printed,
    }),
  )
}

const pages = readdirSync(recipes).filter(name => name.endsWith('.md') && name !== 'README.md')

describe.each(pages)('docs/recipes/%s', page => {
  const blocks = blocksOf(readFileSync(join(recipes, page), 'utf8'))

  test('has code, and what it prints', () => expect(blocks.length).toBeGreaterThan(0))

  for (const { language, code, printed } of blocks) {
    test.skipIf(!isThere(language, code))(`prints what it says (skipped without ${language} and its packages)`, () => {
      const { stdout, stderr, status } = languages[language === 'r' ? 'r' : 'python'](code)
      expect({ status, stderr: status === 0 ? '' : stderr }).toEqual({ status: 0, stderr: '' })
      expect(stdout).toBe(printed)
    })
  }
})

describe('the notebook', () => {
  const { cells }: { cells: { cell_type: string; source: string[]; outputs?: { text: string[] }[] }[] } = JSON.parse(
    readFileSync(join(recipes, 'who-said-this-number.ipynb'), 'utf8'),
  )
  const code = cells.filter(({ cell_type }) => cell_type === 'code')
  const all = code.map(({ source }) => source.join('')).join('\n')

  test.skipIf(!isThere('python', all))('prints what it says (skipped without python3 and its packages)', () => {
    const { stdout, stderr, status } = languages.python(all)
    expect({ status, stderr: status === 0 ? '' : stderr }).toEqual({ status: 0, stderr: '' })
    expect(stdout).toBe(code.flatMap(({ outputs = [] }) => outputs.flatMap(({ text }) => text)).join(''))
  })
})
