// All but the tab and line breaks: C0, DEL and C1, and marks that reverse the text around them, so that it reads as something else.
const controls = /(?!\t|\n|\r\n)[\p{Cc}\u2028-\u202e\u2066-\u2069]/gu

/** The text with its control characters as JSON escapes them: a terminal would obey them. */
export function printable(text: string): string {
  return text.replaceAll(controls, found => `\\u${found.charCodeAt(0).toString(16).padStart(4, '0')}`)
}

/** Makes all further output printable, wherever its words come from: files, their names, the graph. */
export function sayPrintably(): void {
  for (const name of ['log', 'error', 'warn'] as const) {
    const say = console[name].bind(console)
    console[name] = (...parts: unknown[]) =>
      say(...parts.map(part => (typeof part === 'string' ? printable(part) : part)))
  }
}
