import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, expect, test, vi } from 'vitest'
import { dixit } from '../support/cli.ts'
import { temporaryFolder } from '../support/graph.ts'

// Programs are started, which takes seconds on a busy machine.
vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 })

const folder = temporaryFolder()
const environment = { DIXIT_DB: join(folder, 'ferry.db'), BASE_URL: 'https://dixit.example' }

beforeAll(async () => {
  const dossier = join(folder, 'ferry')
  mkdirSync(dossier)
  writeFileSync(join(dossier, 'article.txt'), 'The ferry stays.\n')
  writeFileSync(
    join(dossier, 'annotations.yaml'),
    `dossier: 1
document:
  language: en
  title: Ferry stays
  publisher: courier
  url: https://courier.example/ferry
  published: 2026-03-19
agents:
  courier: { organization: The Courier & Co, kind: PUBLISHER }
`,
  )
  expect(await dixit(['import', dossier], environment)).toMatchObject({ code: 0 })
})

test('what a title has like markup leaves the braces of BibTeX in pairs', async () => {
  const dossier = join(folder, 'fares')
  mkdirSync(dossier)
  writeFileSync(join(dossier, 'article.txt'), 'Fares go up.\n')
  writeFileSync(
    join(dossier, 'annotations.yaml'),
    'dossier: 1\ndocument: { language: en, title: \'Fares <b>up </i>and <span class="nocase">A < B\' }\n',
  )
  expect(await dixit(['import', dossier], environment)).toMatchObject({ code: 0 })
  const { out } = await dixit(['cite', 'fares', '--format', 'bib'], environment)
  expect(out).not.toContain('textbf')
  expect(out).toContain('{A} \\textless{} {B}')
  expect(out.split('{')).toHaveLength(out.split('}').length)
})

async function cited(form: string): Promise<string> {
  return (await dixit(['cite', 'ferry', '--format', form], environment)).out
}

test('BibTeX has the day apart from the month, the publisher, and the address once', async () => {
  const bibtex = await cited('bib')
  expect(bibtex).toMatch(/^\s*month = mar,$/m)
  expect(bibtex).toMatch(/^\s*day = \{19\},$/m)
  expect(bibtex).toMatch(/^\s*publisher = \{The Courier \\& Co\},$/m)
  expect(bibtex.split('https://courier.example/ferry')).toHaveLength(2)
})

test('an address of the publisher is not credited to Dixit', async () => {
  const text = await cited('txt')
  expect(text.trim()).toMatch(/\. https:\/\/courier\.example\/ferry$/)
  expect(text).not.toContain('Dixit: https://courier.example')
  expect(text.split('https://courier.example/ferry')).toHaveLength(2)
})
