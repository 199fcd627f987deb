import { countNotes } from '../analysis/countNotes.ts'
import { builder } from './builder.ts'
import { stats } from './groups.ts'
import { statementList } from './types.ts'

builder.queryFields(t => ({
  statementStats: t.field(
    stats(
      'Statement',
      'statements',
      statementList,
      'Counts statements by who said them, where, when and how, in which words and frames. A statement that has several ' +
        'values in a dimension, such as two terms, counts once in the group of each; one without a value counts as unknown. ' +
        'Statements reported inside others count too: hasReportedIn: false leaves them out.',
      { notes: countNotes },
    ),
  ),
}))
