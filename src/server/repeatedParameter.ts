/** What is wrong with parameters of which one is given again with another value: only the first would be read. Null if none is. */
export function repeatedParameter(parameters: URLSearchParams): string | null {
  for (const name of new Set(parameters.keys())) {
    const [first, other] = new Set(parameters.getAll(name))
    if (other === undefined) continue
    return `${name} is given twice, as “${first}” and as “${other}”. Give it once; the values of a list are joined by commas.`
  }
  return null
}
