import { spawnSync } from 'node:child_process'

/** Python with these modules, if it is on the PATH: independent readers of what Dixit writes. `.ci/run` brings them. */
export function pythonWith(...modules: readonly string[]): ((script: string, ...args: string[]) => string) | null {
  const found = spawnSync('python3', ['-c', `import ${modules.join(', ')}`])
  if (found.status !== 0) return null
  return (script, ...args) => {
    const { status, stdout, stderr } = spawnSync('python3', ['-c', script, ...args], { encoding: 'utf8' })
    if (status !== 0) throw new Error(stderr)
    return stdout.trim()
  }
}
