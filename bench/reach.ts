import { setTimeout as sleep } from 'node:timers/promises'

const longestWait = 120_000

/** The answer to a body that is posted; the text of it and its status. */
export async function post(address: string, body: string): Promise<{ readonly ok: boolean; readonly text: string }> {
  const headers = { 'content-type': 'application/json', accept: 'application/json' }
  const response = await fetch(address, { method: 'POST', headers, body })
  return { ok: response.ok, text: await response.text() }
}

/** Waits until an address answers with status 200, asking again at once: with a body by POST, without one by GET. */
export async function untilReached(address: string, body: string | null): Promise<void> {
  for (const begin = performance.now(); performance.now() - begin < longestWait; await sleep(2)) {
    const isReached = body === null ? fetch(address).then(({ ok }) => ok) : post(address, body).then(({ ok }) => ok)
    if (await isReached.catch(() => false)) return
  }
  throw new Error(`${address} does not answer`)
}
