import { documentList } from '../documents/lists.ts'
import type { ViewProps } from '../view.ts'
import { DocumentTable } from './documentTable.tsx'
import { ListView } from './listView.tsx'

export default function Documents({ place: { query } }: ViewProps) {
  const title = query.get('title')
  const author = query.get('author')
  const dataset = query.get('dataset')
  const published = query.get('published')
  const filter = {
    ...(title ? { title: { contains: title } } : {}),
    ...(author ? { author: { contains: author } } : {}),
    ...(dataset ? { dataset } : {}),
    ...(published ? { published: { overlaps: published } } : {}),
  }
  return (
    <ListView
      withDataset
      title="Documents"
      operation={documentList}
      variables={{ filter }}
      documents={filter}
      pageOf={({ documents }) => documents}
      query={query}
      conditions={[
        { name: 'title', label: 'Title contains', hint: 'words of the title' },
        { name: 'author', label: 'Author’s name contains', hint: 'a name' },
        { name: 'published', label: 'Published in', hint: '2016 or 2016-06' },
      ]}
      table={documents => ({
        header: [
          'document',
          'title',
          'authors',
          'publisher',
          'published',
          'language',
          'characters',
          'statements',
          'figures',
        ],
        rows: documents.map(
          ({ slug, title: name, authors, publisher, published: day, language, length, statements, figures }) => [
            slug,
            name,
            authors.join('; '),
            publisher?.name,
            day,
            language,
            length,
            statements.totalCount,
            figures.totalCount,
          ],
        ),
      })}
    >
      {documents => <DocumentTable documents={documents} />}
    </ListView>
  )
}
