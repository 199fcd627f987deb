import { rule } from '../store/schema/entities.ts'
import { builder } from './builder.ts'
import { filterInput } from './filterInputs.ts'
import { RuleType } from './types.ts'

builder.objectType(RuleType, {
  description: 'A rule with which Dixit reads automatically, in one version. What it read is AUTOMATIC.',
  fields: t => ({
    slug: t.exposeString('slug', { description: 'The stable name, which filters use to ask for what the rule read.' }),
    name: t.exposeString('name', { description: 'The name of the rule, the same in all versions.' }),
    version: t.exposeString('version', { description: 'The version: another one may read differently.' }),
    meaning: t.exposeString('meaning', { description: 'What it reads, and from what.' }),
  }),
})

// No list of rules belongs to anything: it is by them that others are asked for.
filterInput(rule, 'Rule')
