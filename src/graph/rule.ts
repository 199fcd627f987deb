import { rule } from '../store/schema/entities.ts'
import { builder } from './builder.ts'
import { filterInput } from './filterInputs.ts'
import { RuleType } from './types.ts'

builder.objectType(RuleType, {
  description: 'A rule by which Dixit reads by itself, in one of its versions. What it read is AUTOMATIC.',
  fields: t => ({
    slug: t.exposeString('slug', { description: 'The stable name: by it, filters ask for what the rule read.' }),
    name: t.exposeString('name', { description: 'The name of the rule, the same in all versions.' }),
    version: t.exposeString('version', { description: 'The version: another one may read otherwise.' }),
    meaning: t.exposeString('meaning', { description: 'What it reads, and from what.' }),
  }),
})

// No list of rules belongs to anything: it is by them that others are asked for.
filterInput(rule, 'Rule')
