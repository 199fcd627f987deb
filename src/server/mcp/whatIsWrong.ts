import type { z } from 'zod'

/** What does not fit a schema, in words: “query: expected string, received number.” */
export function whatIsWrong({ issues }: z.core.$ZodError): string {
  const faults = issues.map(({ path, message }) => {
    const said = message.replace(/^Invalid input: /, '')
    return path.length === 0 ? said : `${path.join('.')}: ${said}`
  })
  return `${faults.join('; ')}.`.replace(/\.\.$/, '.')
}
