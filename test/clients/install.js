// Installs the clients that package-lock.json beside it names, unless that has been done.
import { spawnSync } from 'node:child_process'
import { existsSync, statSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const cwd = fileURLToPath(new URL('.', import.meta.url))
const installed = `${cwd}node_modules/.package-lock.json`
if (!existsSync(installed) || statSync(installed).mtimeMs < statSync(`${cwd}package-lock.json`).mtimeMs) {
  console.log('The clients are installed: some 300 packages, once.')
  const npm = ['ci', '--no-audit', '--no-fund', '--ignore-scripts', '--loglevel=error']
  process.exit(spawnSync('npm', npm, { cwd, stdio: 'inherit' }).status ?? 1)
}
