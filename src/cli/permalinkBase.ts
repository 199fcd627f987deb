import { readSettings } from '../settings/settings.ts'

/**
 * Where permalinks begin: at the given address, else at BASE_URL, else where `dixit serve` answers.
 *
 * @throws Failure BAD_SETTING
 */
export function permalinkBase(given?: string): string {
  if (given !== undefined) return readSettings({ BASE_URL: given }).BASE_URL ?? given
  const { BASE_URL, BASE_PATH = '', HOST, PORT } = readSettings(process.env)
  return BASE_URL ?? `http://${HOST}:${PORT}${BASE_PATH}`
}

/** Warns that links lead to this machine unless BASE_URL is set, or another address was given. */
export function warnOfLocalLinks(given?: string): void {
  if ((given ?? readSettings(process.env).BASE_URL) !== undefined) return
  console.error(`links point to ${permalinkBase()}; set BASE_URL to the address where readers reach this graph`)
}
