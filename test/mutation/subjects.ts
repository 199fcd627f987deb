/** What is mutated, and the tests that should notice. */
export interface Subject {
  readonly files: string
  readonly tests: readonly string[]
}

export const subjects: readonly Subject[] = [
  {
    files: 'src/reading/**/*.ts',
    tests: ['test/reading', 'test/ingest/figures.test.ts', 'test/ingest/quotations.test.ts'],
  },
  {
    files: 'src/store/write/records/*.ts',
    tests: [
      ...['records', 'statements', 'figures', 'import', 'problems', 'keys', 'jointStatements', 'dossierRecords'],
      ...['agents', 'fields', 'quotations', 'sources', 'reimport', 'refusals'],
    ].map(name => `test/ingest/${name}.test.ts`),
  },
  { files: 'src/store/write/inserts.ts', tests: ['test/ingest/records.test.ts', 'test/ingest/import.test.ts'] },
  {
    files: 'src/ingest/anchor.ts',
    tests: ['test/ingest/occurrence.test.ts', 'test/ingest/problems.test.ts', 'test/ingest/quotations.test.ts'],
  },
  {
    files: 'src/ingest/decisions.ts',
    tests: ['decisionScope', 'decisions', 'figureDecisions'].map(name => `test/ingest/${name}.test.ts`),
  },
  {
    files: 'src/store/write/identities.ts',
    tests: ['decisionScope', 'undoneDecisions', 'decisions', 'figureDecisions'].map(
      name => `test/ingest/${name}.test.ts`,
    ),
  },
  {
    files: 'src/model/*.ts',
    tests: [
      'test/model',
      ...['published', 'fields', 'quotations'].map(name => `test/ingest/${name}.test.ts`),
      ...['context', 'search', 'time', 'when'].map(name => `test/graph/${name}.test.ts`),
      'test/web/inWords.test.ts',
    ],
  },
  {
    files: 'src/ingest/resolve/*.ts',
    tests: [
      ...['problems', 'dossierRecords', 'statements', 'figures', 'fields'].map(name => `test/ingest/${name}.test.ts`),
      'test/export/dossier.test.ts',
    ],
  },
  {
    files: 'src/draft/desk/*.ts',
    tests: ['desk', 'reopening', 'secondCoder', 'settling', 'harbour'].map(name => `test/draft/${name}.test.ts`),
  },
]
