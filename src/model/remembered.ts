/** A function that makes what belongs to each key once, when it is first asked for, and keeps it: for a few keys, such as languages. */
export function remembered<Made extends object | null>(make: (key: string) => Made): (key: string) => Made {
  const kept = new Map<string, Made>()
  return key => {
    const known = kept.get(key)
    if (known !== undefined) return known
    const made = make(key)
    kept.set(key, made)
    return made
  }
}
