/** An answer as JSON, with more extensions. */
export function extended(json: string, extensions: Readonly<Record<string, unknown>>): string {
  const { extensions: known, ...answer } = JSON.parse(json)
  return JSON.stringify({ ...answer, extensions: { ...known, ...extensions } })
}
