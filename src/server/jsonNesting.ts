const [quote, backslash] = [0x22, 0x5c]
const [openList, closeList, openObject, closeObject] = [0x5b, 0x5d, 0x7b, 0x7d]

/**
 * Whether lists and objects in JSON are nested deeper than so many levels. It is asked before the JSON is parsed, and stops there:
 * to make what is nested deep, and to let go of it, takes V8 a hundred times as long.
 */
export function nestsBeyond(json: Uint8Array, most: number): boolean {
  let depth = 0
  let isText = false
  for (let at = 0; at < json.length; at += 1) {
    const byte = json[at]
    if (byte === quote) isText = !isText
    else if (isText) {
      if (byte === backslash) at += 1
    } else if (byte === openList || byte === openObject) {
      depth += 1
      if (depth > most) return true
    } else if (byte === closeList || byte === closeObject) depth -= 1
  }
  return false
}
