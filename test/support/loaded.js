// Loaded before a program (`node --import`): says on standard error which modules the program loads, and what it says.
import { registerHooks } from 'node:module'

registerHooks({
  load: (url, context, next) => {
    process.stderr.write(`loads ${url}\n`)
    return next(url, context)
  },
})

const { log } = console
console.log = text => {
  process.stderr.write(`says ${text}\n`)
  log(text)
}
