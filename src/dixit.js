#!/usr/bin/env node
// Plain JavaScript on purpose: an old Node cannot read TypeScript, and must get a sentence rather than a crash.
const required = 24
const running = Number(process.versions.node.split('.')[0])

if (running < required) {
  console.error(
    `dixit needs Node ${required} or newer, and this is Node ${process.versions.node}. ` +
      'Run it through npm in its folder (npm start, npm run dixit -- …): that brings its own Node.',
  )
  process.exit(1)
}

// What was compiled once, types stripped, is kept in the folder for temporary files: a start takes a third less.
const { enableCompileCache, registerHooks } = await import('node:module')
enableCompileCache()

// The name of a file beside the one that imports it says where it is. Node would look for links and for packages on the
// way there, for each of six hundred files: a tenth of a start.
const besides = /^\.\.?\/.*\.(ts|js|mjs)$/
registerHooks({
  resolve: (name, context, next) =>
    besides.test(name) && context.parentURL && context.conditions.includes('import')
      ? { url: new URL(name, context.parentURL).href, shortCircuit: true }
      : next(name, context),
})
const { sayPrintably } = await import('./cli/printable.ts')
sayPrintably()
const { endWithOutput } = await import('./cli/outputEnds.ts')
endWithOutput()
const { main } = await import('./cli/main.ts')
process.exitCode = await main(process.argv)
