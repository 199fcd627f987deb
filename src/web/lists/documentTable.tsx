import type { DocumentParts } from '../documents/start.ts'
import { Scroll } from '../frame/scroll.tsx'
import { Byline } from '../marks/byline.tsx'
import { Nothing } from '../marks/marks.tsx'
import { inDigits } from '../marks/names.ts'
import { addressOf } from '../place.ts'

/** Documents with what they hold. */
export function DocumentTable({ documents }: { readonly documents: readonly DocumentParts[] }) {
  return (
    <Scroll name="Documents">
      <table class="plain stacked">
        <thead>
          <tr>
            <th scope="col">Title, or first words</th>
            <th scope="col">Publisher</th>
            <th scope="col">Published</th>
            <th scope="col" class="n">
              Statements
            </th>
            <th scope="col" class="n">
              Numbers
            </th>
          </tr>
        </thead>
        <tbody>
          {documents.map(document => (
            <tr key={document.slug}>
              <th scope="row">
                <a class="said" href={addressOf('Document', document.slug)} dir="auto">
                  {document.title ?? `${firstWords(document)}…`}
                </a>
                {document.title === null ? <span class="note"> no title in the text</span> : null}
                {document.authors.length === 0 ? null : (
                  <span class="note">
                    {' '}
                    <Byline authors={document.authors} />
                  </span>
                )}
              </th>
              <td dir="auto" data-label="publisher">
                {document.publisher?.name ?? <Nothing>not given</Nothing>}
              </td>
              <td data-label="published">{document.published ?? <Nothing>not in the text</Nothing>}</td>
              <td class="n" data-label="statements">
                {inDigits(document.statements.totalCount)}
              </td>
              <td class="n" data-label="numbers">
                {inDigits(document.figures.totalCount)}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Scroll>
  )
}

/** The first words of a document that has no title. */
function firstWords({ slug, begin }: DocumentParts): string {
  const context = begin.nodes[0]?.context
  if (!context) return slug
  return (context.before + context.exact + context.after).trim().split(/\s+/).slice(0, 12).join(' ')
}
