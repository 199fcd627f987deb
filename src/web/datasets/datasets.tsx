import { datasetList } from '../documents/dataset.ts'
import { Evidence, question } from '../frame/evidence.tsx'
import { Scroll } from '../frame/scroll.tsx'
import { Answer, Empty } from '../frame/states.tsx'
import { useTitle } from '../frame/title.ts'
import { usePlaces } from '../frame/usePlaces.ts'
import { Nothing } from '../marks/marks.tsx'
import { inDigits } from '../marks/names.ts'
import { addressOf } from '../place.ts'
import { useAnswer } from '../useAnswer.ts'

export default function Datasets() {
  useTitle('Datasets')
  const places = usePlaces({ hasDataset: true })
  const asked = useAnswer(datasetList, {})
  return (
    <>
      <h1>Datasets</h1>
      <Answer asked={asked} what="the datasets">
        {({ datasets }) =>
          datasets.totalCount === 0 ? (
            <Empty>
              No corpus has been imported; the documents here come from dossiers.{' '}
              <a href="/docs/formats">Formats that can be imported</a>
            </Empty>
          ) : (
            <Scroll name="Datasets">
              <table class="plain">
                <thead>
                  <tr>
                    {['Name', 'Format', 'Licence', 'Imported'].map(name => (
                      <th scope="col" key={name}>
                        {name}
                      </th>
                    ))}
                    <th scope="col" class="n">
                      Documents
                    </th>
                    <th scope="col" class="n">
                      Statements
                    </th>
                  </tr>
                </thead>
                <tbody>
                  {datasets.nodes.map(({ slug, name, format, licence, importedAt, documents, statements }) => (
                    <tr key={slug}>
                      <th scope="row" dir="auto">
                        <a href={addressOf('Dataset', slug)}>{name}</a>
                      </th>
                      <td>{format}</td>
                      <td dir="auto">{licence ?? <Nothing>not given</Nothing>}</td>
                      <td>{importedAt.slice(0, 10)}</td>
                      <td class="n">{inDigits(documents.totalCount)}</td>
                      <td class="n">{inDigits(statements.totalCount)}</td>
                    </tr>
                  ))}
                </tbody>
              </table>
            </Scroll>
          )
        }
      </Answer>
      <Evidence
        name="datasets"
        cited={{ title: 'Datasets', places }}
        questions={[question(datasetList, {})]}
        table={() => ({
          header: ['dataset', 'name', 'format', 'licence', 'imported', 'documents', 'statements'],
          rows: (asked.data?.datasets.nodes ?? []).map(
            ({ slug, name, format, licence, importedAt, documents, statements }) => [
              slug,
              name,
              format,
              licence,
              importedAt,
              documents.totalCount,
              statements.totalCount,
            ],
          ),
        })}
      />
    </>
  )
}
