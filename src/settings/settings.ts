import { Failure } from '../model/failure.ts'
import { type LimitName, limits } from './limits.ts'

/** What can be set: how its text is read, and what must hold of it. */
interface Setting<Value> {
  readonly description: string
  readonly initial: Value
  /** What a text has to be, as the end of a sentence. */
  readonly expected: string
  /** The value of the text; null if it is not valid. */
  read(text: string): Value | null
}

function whole(least: number, most: number, initial: number, description: string, expected: string): Setting<number> {
  const isOne = (value: number) => Number.isInteger(value) && value >= least && value <= most
  return { description, initial, expected, read: text => (isOne(Number(text)) ? Number(text) : null) }
}

/** A whole number from `least` up. */
function from(least: number, initial: number, description: string): Setting<number> {
  return whole(least, Number.MAX_SAFE_INTEGER, initial, description, `must be a whole number, ${least} or more`)
}

function limit(name: LimitName): Setting<number> {
  return from(1, limits[name].initial, `The most ${limits[name].counts}.`)
}

function matching(pattern: RegExp, initial: string, description: string, expected: string): Setting<string> {
  return { description, initial, expected, read: text => (pattern.test(text) ? text : null) }
}

/** Names separated by commas, in lower case. */
function list<Initial extends readonly string[] | undefined>(
  initial: Initial,
  description: string,
  expected: string,
): Setting<readonly string[] | Initial> {
  const isOne = (name: string) => /^[\w.:/*-]+$/.test(name)
  const read = (text: string) => {
    const names = text.toLowerCase().split(',')
    return names.every(isOne) ? names : null
  }
  return { description, initial, expected, read }
}

/** An optional text. */
function optional(pattern: RegExp, description: string, expected: string): Setting<string | undefined> {
  return { description, initial: undefined, expected, read: text => (pattern.test(text) ? text : null) }
}

/** An address, without trailing slashes. */
function address(description: string, expected: string): Setting<string | undefined> {
  const isOne = (text: string) => /^https?:\/\/[^?#]+$/.test(text) && URL.canParse(text)
  return { description, initial: undefined, expected, read: text => (isOne(text) ? text.replace(/\/+$/, '') : null) }
}

// Declared and read without a library: loading the one that reads dossiers takes a tenth of a start.
const declared = {
  PORT: whole(
    0,
    65_535,
    4000,
    'The port on which serve and mcp --http listen; 0 takes any free one.',
    'must be a port: a whole number from 0 to 65535',
  ),
  HOST: matching(
    /^[\w.:-]+$/,
    '127.0.0.1',
    'The address to listen on; 0.0.0.0 means all interfaces.',
    'must be a host name or an IP address',
  ),
  BASE_URL: address(
    'The start of permalinks. Behind a proxy, set it to the public address.',
    'must be the public address of the server, such as https://dixit.example.org, without ? and #',
  ),
  BASE_PATH: optional(
    /^(\/[\w~.-]+)+$/,
    'The path under which a proxy serves the site, such as /dixit.',
    'must be a path such as /dixit, without a trailing slash',
  ),
  ALLOWED_HOSTS: list(
    undefined,
    'More host names that clients may use, separated by commas; * allows any. IP addresses, the names of this machine, HOST and the host of BASE_URL are always allowed.',
    'must be host names separated by commas, or *',
  ),
  TOKEN_FILE: optional(
    /./s,
    'The path of a file with one token per line; if set, requests need one of them.',
    'must be the path of a file',
  ),
  USER_HEADER: optional(
    /^[\w-]+$/,
    'The header in which the proxy names the authenticated user; if set, requests need it or a token.',
    'must be the name of a header, such as x-forwarded-user',
  ),
  PROXIES: list(
    ['127.0.0.1', '::1'],
    'The addresses or networks of the proxies whose USER_HEADER is trusted, separated by commas.',
    'must be IP addresses or networks such as 10.0.0.0/8, separated by commas',
  ),
  MAX_CONNECTIONS: from(1, 1_000, 'The most connections at a time; others are closed.'),
  MAX_REQUEST_MS: from(1, 30_000, 'The most milliseconds that a request may take to arrive.'),
  SHUTDOWN_MS: from(0, 10_000, 'The most milliseconds to wait for open requests when the server stops.'),
  ACCESS_LOG: matching(
    /^(true|false)$/,
    'false',
    'Whether to log each request to standard output, as a line of JSON.',
    'must be true or false',
  ),
  METRICS_PORT: optional(
    /^(none|\d{1,5})$/,
    'A separate port for /metrics; none turns metrics off.',
    'must be a port, or none',
  ),
  DIXIT_DB: matching(/./s, 'data/dixit.db', 'The path of the database.', 'must be the path of a file'),
  DIXIT_LLM_URL: address(
    'The address of an OpenAI-compatible language model for dixit draft --llm; articles are sent there.',
    'must be an address such as http://127.0.0.1:11434/v1, without ? and #',
  ),
  DIXIT_LLM_MODEL: optional(/./s, 'The name of that model.', 'must be a name'),
  DIXIT_LLM_KEY: optional(/./s, 'Its API key, if it needs one.', 'must be a key'),
  CORS_ORIGIN: matching(
    /^(none|\*|https?:\/\/[^\s,/]+(,https?:\/\/[^\s,/]+)*)$/,
    'none',
    'The sites whose pages may call the API: none, * for every site, or origins separated by commas.',
    'must be none, * or origins such as https://example.org, separated by commas',
  ),
  TRUSTED_ONLY: matching(
    /^(true|false)$/,
    'false',
    'Whether to answer only the worked examples and introspection.',
    'must be true or false',
  ),
  OPERATION_PROCESSES: from(1, 2, 'The most processes that run operations, each with its own connection.'),
  FAST_PATH_COST: from(
    0,
    10_000,
    'The highest cost of an operation that the server runs itself, if it reads few rows; 0 leaves every operation to the processes.',
  ),
  KEPT_ANSWER_BYTES: from(
    0,
    16_000_000,
    'How many bytes of answers to cache until the data change; 0 turns the cache off.',
  ),
  MAX_URL_BYTES: limit('MAX_URL_BYTES'),
  MAX_BODY_BYTES: limit('MAX_BODY_BYTES'),
  MAX_TOKENS: limit('MAX_TOKENS'),
  MAX_DEPTH: limit('MAX_DEPTH'),
  MAX_ROOT_FIELDS: limit('MAX_ROOT_FIELDS'),
  MAX_ALIASES: limit('MAX_ALIASES'),
  MAX_DIRECTIVES: limit('MAX_DIRECTIVES'),
  MAX_COST: limit('MAX_COST'),
  MAX_OPERATION_MS: limit('MAX_OPERATION_MS'),
  MAX_WAITING: limit('MAX_WAITING'),
  MAX_WAIT_MS: limit('MAX_WAIT_MS'),
}

/** The settings, from environment variables. */
export type Settings = {
  readonly [Name in keyof typeof declared]: Exclude<ReturnType<(typeof declared)[Name]['read']>, null>
}

/** Names of settings in 0.1.0, still read for one release. */
const formerNames: Readonly<Record<string, string>> = { FAST_PATH_COST: 'LIGHT_COST' }

/**
 * Reads the settings; an empty variable counts as not set.
 *
 * @throws Failure BAD_SETTING that names every bad one
 */
export function readSettings(environment: Readonly<Record<string, string | undefined>>): Settings {
  const problems: string[] = []
  const entries = Object.entries(declared).map(([name, { initial, expected, read }]) => {
    const text = environment[name] ?? environment[formerNames[name] ?? ''] ?? ''
    const value = text === '' ? initial : read(text)
    if (value === null) problems.push(`${name} ${expected}, not ${JSON.stringify(text)}.`)
    return [name, value] as const
  })
  if (problems.length > 0) throw new Failure('BAD_SETTING', problems.join('\n'))
  // Each name has the value that its own declaration has read; what is not set and has no default is left out.
  return Object.fromEntries(entries.filter(([, value]) => value !== undefined)) as Settings
}

/** Each setting with its default and its meaning, for the help. */
export const settingsHelp: readonly string[] = Object.entries(declared).map(
  ([name, { description, initial }]) => `${name.padEnd(21)}${description} Default: ${shown(name, initial)}`,
)

function shown(name: string, initial: unknown): string {
  if (name === 'BASE_URL') return 'the address of each request'
  return initial === undefined ? 'not set' : String(initial)
}
