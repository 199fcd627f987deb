/** How a text begins, in whole words. */
export function beginningOf(text: string, longest: number): string {
  const line = text.replaceAll(/\s+/g, ' ').trim()
  const points = [...line]
  if (points.length <= longest) return line
  const cut = points.slice(0, longest - 1).join('')
  const words = points[longest - 1] === ' ' ? cut : cut.slice(0, cut.lastIndexOf(' ') + 1)
  return `${(words || cut).trimEnd()}…`
}
