import { z } from 'zod'
import { Failure } from '../model/failure.ts'

const settingsSchema = z.object({
  PORT: z.coerce
    .number('is a port: a whole number from 0 to 65535')
    .int('is a port: a whole number from 0 to 65535')
    .min(0, 'is a port: a whole number from 0 to 65535')
    .max(65_535, 'is a port: a whole number from 0 to 65535')
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
    `${name.padEnd(10)}${schema.description} Default: ${schema.parse(undefined) ?? 'where each request is sent to'}`,
)
