import { z } from 'zod'
import { Failure } from '../model/failure.ts'
import { type LimitName, limits } from './limits.ts'

const port = 'is a port: a whole number from 0 to 65535'

/** A whole number from `least` up. */
function whole(least: number, initial: number, description: string) {
  const expected = `is a whole number from ${least} up`
  return z.coerce
    .number(expected)
    .int(expected)
    .min(least, expected)
    .max(Number.MAX_SAFE_INTEGER, expected)
    .default(initial)
    .describe(description)
}

function count(initial: number, description: string) {
  return whole(1, initial, description)
}

function limit(name: LimitName) {
  return count(limits[name].initial, `The most ${limits[name].counts}.`)
}

const settingsSchema = z.object({
  PORT: z.coerce
    .number(port)
    .int(port)
    .min(0, port)
    .max(65_535, port)
    .default(4000)
    .describe('The port to listen on; 0 takes any free one.'),
  HOST: z
    .string()
    .regex(/^[\w.:-]+$/, 'is a host name or an IP address')
    .default('127.0.0.1')
    .describe('The address to listen on; 0.0.0.0 is every address of the machine.'),
  BASE_URL: z
    .url({
      protocol: /^https?$/,
      error: 'is the address that people reach the server at, such as https://dixit.example.org',
    })
    .refine(address => !/[?#]/.test(address), 'is an address without ? and #')
    .transform(address => address.replace(/\/+$/, ''))
    .optional()
    .describe('Where permalinks begin. Behind a proxy, set it to the public address.'),
  DIXIT_DB: z.string().min(1, 'is the path of a file').default('data/dixit.db').describe('The path of the database.'),
  CORS_ORIGIN: z
    .string()
    .regex(
      /^(none|\*|https?:\/\/[^\s,/]+(,https?:\/\/[^\s,/]+)*)$/,
      'is none, * or origins such as https://example.org, with commas between',
    )
    .default('none')
    .describe('The sites whose pages may ask the API: none, * for every site, or origins with commas between.'),
  TRUSTED_ONLY: z
    .enum(['true', 'false'], 'is true or false')
    .default('false')
    .describe('Whether only the worked examples and introspection are answered.'),
  OPERATION_PROCESSES: count(2, 'The processes that run operations, each with a connection of its own.'),
  LIGHT_COST: whole(
    0,
    10_000,
    'The most that an operation may cost which the server runs itself, if it reads along indexes alone; 0 leaves all to the processes.',
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
})

/** What can be set from outside, by environment variables. */
export type Settings = z.infer<typeof settingsSchema>

/**
 * Reads the settings; an empty variable counts as not set.
 *
 * @throws Failure BAD_SETTING that names every bad one
 */
export function readSettings(environment: Readonly<Record<string, string | undefined>>): Settings {
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ''))
  const { success, data, error } = settingsSchema.safeParse(given)
  if (success) return data
  const problems = error.issues.map(({ path: [name], message }) => {
    const value = given[String(name)]
    return `${String(name)} ${message}; it is ${JSON.stringify(value)}.`
  })
  throw new Failure('BAD_SETTING', problems.join('\n'))
}

/** Each setting with its default and its meaning: for the help. */
export const settingsHelp: readonly string[] = Object.entries(settingsSchema.shape).map(
  ([name, schema]) =>
    `${name.padEnd(21)}${schema.description} Default: ${schema.parse(undefined) ?? 'where each request is sent to'}`,
)
