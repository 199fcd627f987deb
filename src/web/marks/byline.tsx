const list = new Intl.ListFormat('en', { type: 'conjunction' })

/** By whom a document is, as it names them, each name in its own direction: “By Jane Doe and Joe Roe”; nothing where it names nobody. */
export function Byline({ authors }: { readonly authors: readonly string[] }) {
  if (authors.length === 0) return null
  return (
    <>
      By{' '}
      {list
        .formatToParts(authors)
        .map(({ type, value }, index) => (type === 'element' ? <bdi key={`${index}${value}`}>{value}</bdi> : value))}
    </>
  )
}
