import { setImmediate } from 'node:timers/promises'

const longestTurn = 50

/** Lets the event loop hear Ctrl-C and others who ask now and then, which what reads and writes without waiting would not. */
export function turns(): () => Promise<void> {
  let began = performance.now()
  return async () => {
    if (performance.now() - began < longestTurn) return
    await setImmediate()
    began = performance.now()
  }
}
