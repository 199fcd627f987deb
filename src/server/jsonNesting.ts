const [quote, backslash] = [0x22, 0x5c]
const [openList, closeList, openObject, closeObject] = [0x5b, 0x5d, 0x7b, 0x7d]

/**
 * Whether lists and objects in JSON are nested deeper than so many levels. It is asked before the JSON is parsed, and stops there:
 * to make what is nested deep, and to let go of it, takes V8 a hundred times as long. Texts are passed by without looking at their
 * characters.
 */
export function nestsBeyond(json: Buffer, most: number): boolean {
  let depth = 0
  for (let at = 0; at < json.length; at += 1) {
    const byte = json[at]
    if (byte === quote) at = endOfText(json, at)
    else if (byte === openList || byte === openObject) {
      depth += 1
      if (depth > most) return true
    } else if (byte === closeList || byte === closeObject) depth -= 1
  }
  return false
}

/** Where the text ends that begins there: at its closing quote, or at the end of what was sent. */
function endOfText(json: Buffer, start: number): number {
  let end = start
  do {
    end = json.indexOf(quote, end + 1)
  } while (end !== -1 && isEscaped(json, end))
  return end === -1 ? json.length : end
}

/** Whether an odd number of backslashes stands before a place. */
function isEscaped(json: Buffer, place: number): boolean {
  let first = place
  while (json[first - 1] === backslash) first -= 1
  return (place - first) % 2 === 1
}
