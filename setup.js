// Installs the packages that package-lock.json names and builds the explorer and GraphiQL, each unless that has been done: for the scripts
// of package.json. Plain JavaScript for any Node, since the one that Dixit runs on may have to be installed first.
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('.', import.meta.url))
/** The Node that comes with the packages, as package.json names it. */
const ownNode = join(root, 'node_modules/.bin')
const { engines } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
const isOlder = Number(process.versions.node.split('.')[0]) < Number(engines.node.replace('>=', ''))

// The lockfile is read and left as it is: each npm would write it in its own way.
const install = ['install', '--no-save', '--no-audit', '--no-fund', '--loglevel=error', '--prefer-offline']

doOnce({
  stamp: 'node_modules/.dixit-installed',
  says: 'Dixit installs the packages it needs. The first time that is about 1 GB, and takes one minute, or several on a slow machine; npm is silent meanwhile.',
  inputs: () => [readFileSync(join(root, 'package-lock.json'), 'utf8')],
  // An older Node has npm leave out packages that need a newer one; the one that has come then has it bring them.
  npm: isOlder ? [{ args: install }, { args: install, by: ownNode }] : [{ args: install }],
  otherwise: 'The packages could not be installed: what npm says is above. It needs its registry for that.',
})
doOnce({
  stamp: 'node_modules/.dixit-built',
  says: 'Dixit builds the explorer and GraphiQL.',
  inputs: () => [
    readFileSync(join(root, 'package-lock.json'), 'utf8'),
    existsSync(join(root, 'dist/web/explorer.json')) && existsSync(join(root, 'dist/graphiql/index.html'))
      ? 'built'
      : '',
    ...['src/web', 'src/graphiql', 'docs'].flatMap(filesIn),
  ],
  npm: [{ args: ['run', '--silent', 'build'] }],
  otherwise: 'The explorer and GraphiQL could not be built: what is wrong is above.',
})

/** Runs npm unless the stamp says that it has been run for the same inputs. */
function doOnce({ stamp, says, inputs, npm, otherwise }) {
  const file = join(root, stamp)
  const digest = () => createHash('sha256').update(inputs().join('\n')).digest('hex')
  if (existsSync(file) && readFileSync(file, 'utf8') === digest()) return
  console.log(says)
  if (!npm.every(runNpm)) {
    console.error(otherwise)
    process.exit(1)
  }
  writeFileSync(file, digest())
}

/** Runs npm, by the Node in that folder if one is given, else by this one; returns whether it did what it was asked. */
function runNpm({ args, by }) {
  const path = process.env.npm_execpath
  const [program, first] = path ? [by ? join(by, 'node') : process.execPath, [path]] : ['npm', []]
  const env = by ? { ...process.env, PATH: `${by}${delimiter}${process.env.PATH}` } : process.env
  return spawnSync(program, [...first, ...args], { stdio: 'inherit', cwd: root, env }).status === 0
}

/** Every file in a folder, with what tells whether it has changed. */
function filesIn(folder) {
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap(entry => {
    const path = join(folder, entry.name)
    if (entry.isDirectory()) return filesIn(path)
    const { size, mtimeMs } = statSync(join(root, path))
    return [`${path} ${size} ${mtimeMs}`]
  })
}
