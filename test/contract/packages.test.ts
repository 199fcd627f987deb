import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { root, start } from '../support/cli.ts'

interface Locked {
  readonly license?: string
  readonly dev?: boolean
  readonly integrity?: string
  readonly resolved?: string
  readonly hasInstallScript?: boolean
}

const read = (file: string) => readFileSync(join(root, file), 'utf8')
const packageJson: {
  dependencies: Record<string, string>
  devDependencies: Record<string, string>
  allowScripts: Record<string, boolean>
} = JSON.parse(read('package.json'))
const { packages }: { packages: Record<string, Locked> } = JSON.parse(read('package-lock.json'))
const installed = Object.entries(packages).filter(([path]) => path !== '')
const nameOf = (path: string) => path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length)
const page = read('docs/dependencies.md')

test('docs/dependencies.md says of each package what it is for, under which licence, and what would replace it', () => {
  const rows = [...page.matchAll(/^\| `(\S+)` \| (.+?) \| (.+?) \| (.+?) \|$/gm)]
  const named = rows.map(([, name]) => name)
  const { dependencies, devDependencies } = packageJson
  expect(named.toSorted()).toEqual([...Object.keys(dependencies), ...Object.keys(devDependencies)].toSorted())
  for (const [, name, licence] of rows)
    expect([name, licence]).toEqual([name, packages[`node_modules/${name}`]?.license])
})

test('every package has a licence that the page names', () => {
  const [, list = ''] =
    /Everything installed has one of these: ([^.]*(?:\.\d[^.]*)*)\. /s.exec(page.replaceAll('\n', ' ')) ?? []
  const allowed = new Set(list.split(', '))
  expect(allowed.size).toBeGreaterThan(10)
  const others = installed.filter(
    ([path, { license = 'none' }]) =>
      nameOf(path) !== 'dejavu-fonts-ttf' && !license.split(' OR ').some(each => allowed.has(each)),
  )
  expect(others.map(([path, { license }]) => [path, license])).toEqual([])
})

test('every package is pinned by its digest, and comes from no other place than the registry', () => {
  const unpinned = installed.filter(([, { integrity }]) => !integrity?.startsWith('sha512-'))
  expect(unpinned.map(([path]) => path)).toEqual([])
  expect(installed.filter(([, { resolved }]) => resolved !== undefined)).toEqual([])
})

test('a package may run a script at its installation only by name', () => {
  const scripted = installed.filter(([, { hasInstallScript }]) => hasInstallScript).map(([path]) => nameOf(path))
  expect([...new Set(scripted)].toSorted()).toEqual(Object.keys(packageJson.allowScripts).toSorted())
})

test('no page tells anybody to run a package that might be a stranger’s', async () => {
  const { out } = await start('git', ['ls-files', '*.md', 'docs', 'src', 'examples', 'deploy']).ended
  const found = out
    .trim()
    .split('\n')
    .flatMap(
      file =>
        read(file)
          .match(/^.*\b(npx|npm exec|pnpm dlx|yarn dlx|bunx) .*$/gm)
          ?.map(line => `${file}: ${line}`) ?? [],
    )
  expect(found).toEqual([])
})

test('the bill of materials is CycloneDX, and has what Dixit runs on', async () => {
  const { code, out } = await start(process.execPath, [join(root, 'deploy/sbom.ts')]).ended
  expect(code).toBe(0)
  const { bomFormat, components }: { bomFormat: string; components: { name: string; purl: string }[] } = JSON.parse(out)
  expect(bomFormat).toBe('CycloneDX')
  const names = new Set(components.map(({ name }) => name))
  for (const name of Object.keys(packageJson.dependencies)) expect(names).toContain(name)
  expect(names).not.toContain('vitest')
  expect(components).toHaveLength(installed.filter(([, { dev }]) => dev !== true).length)
  for (const { purl } of components) expect(purl).toMatch(/^pkg:npm\/(%40[\w.-]+\/)?[\w.-]+@\d/)
})
