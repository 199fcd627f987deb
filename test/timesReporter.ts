import { existsSync, writeFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import type { Reporter, TestModule } from 'vitest/node'
import { fileTimes } from './fastLane.ts'
import { root } from './support/cli.ts'

/** Notes how long each file of tests took, in seconds, and how many tests it has: for test/fastLane.ts. */
export default class TimesReporter implements Reporter {
  onTestRunEnd(modules: readonly TestModule[]): void {
    const times = new Map(fileTimes().map(({ file, seconds, tests }) => [file, `[${seconds}, ${tests}]`]))
    for (const module of modules) {
      const tests = Array.from(module.children.allTests()).length
      const seconds = Math.round(module.diagnostic().duration / 10) / 100
      times.set(relative(root, module.moduleId), `[${seconds}, ${Math.max(tests, 1)}]`)
    }
    const lines = Array.from(times)
      .filter(([file]) => existsSync(join(root, file)))
      .map(([file, time]) => `  "${file}": ${time}`)
      .toSorted()
    writeFileSync(`${import.meta.dirname}/times.json`, `{\n${lines.join(',\n')}\n}\n`)
  }
}
