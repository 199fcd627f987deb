import { passageWords } from '../store/json/computations.ts'
import { agent, frameUse, passage, referent, rule, statement } from '../store/schema/entities.ts'
import * as relations from '../store/schema/relations.ts'
import { builder } from './builder.ts'
import { list, walk } from './connection.ts'
import {
  BasisEnum,
  FrameDimensionEnum,
  FrameEffectEnum,
  FrameFunctionEnum,
  FrameValenceEnum,
  WordingEnum,
} from './enums.ts'
import { nodeOf } from './node.ts'
import { optionalRow, requiredRow } from './one.ts'
import { Computed } from './reads.ts'
import {
  AgentType,
  FrameUseType,
  frameUseList,
  noteList,
  PassageType,
  ReferentType,
  RuleType,
  StatementType,
} from './types.ts'

builder.node(FrameUseType, {
  description:
    'How words of a statement frame its subject: by one of the four functions of Entman (1993), by a dimension of the ' +
    'Policy Frames Codebook, or both. It is a coder’s reading of the words, not a judgement of the subject.',
  ...nodeOf(frameUse),
  fields: t => ({
    slug: t.exposeString('slug', { description: 'The stable name.' }),
    function: t.expose('function', {
      type: FrameFunctionEnum,
      nullable: true,
      description:
        'What the words do: define a problem, name a cause, judge, or recommend; null if only the dimension is coded.',
    }),
    dimension: t.expose('dimension', {
      type: FrameDimensionEnum,
      nullable: true,
      description: 'The dimension that they put the subject in; null if only the function is coded.',
    }),
    targetAgent: t.field(
      optionalRow(
        AgentType,
        agent,
        'targetAgentId',
        'The agent that they are directed at: who is blamed, judged or called on; null if the words name none.',
      ),
    ),
    targetReferent: t.field(
      optionalRow(
        ReferentType,
        referent,
        'targetReferentId',
        'The thing that they are directed at, if it is not an agent.',
      ),
    ),
    valence: t.expose('valence', {
      type: FrameValenceEnum,
      nullable: true,
      description: 'Whether they blame or credit the target; null if neither.',
    }),
    effect: t.expose('effect', {
      type: FrameEffectEnum,
      nullable: true,
      description:
        'What happens to those affected, according to the words (Narrative Policy Framework); null if nobody is.',
    }),
    affectedAgent: t.field(
      optionalRow(
        AgentType,
        agent,
        'affectedAgentId',
        'The agent that is harmed or served; null if the words name none.',
      ),
    ),
    affectedReferent: t.field(
      optionalRow(
        ReferentType,
        referent,
        'affectedReferentId',
        'Who or what is harmed or served, if it is not an agent.',
      ),
    ),
    wording: t.expose('wording', {
      type: WordingEnum,
      nullable: true,
      description: 'Whose words they are, by the quotation marks; null if it is not known how the statement is quoted.',
    }),
    basis: t.expose('basis', {
      type: BasisEnum,
      nullable: true,
      description:
        'Whether the words themselves say all of this, target and affected too, or a curator concluded it; null if not recorded.',
    }),
    reason: t.exposeString('reason', { nullable: true, description: 'Why it was concluded; null if it was not.' }),
    rule: t.field(optionalRow(RuleType, rule, 'ruleId', 'The rule that read it; null unless its basis is AUTOMATIC.')),
    statement: t.field(requiredRow(StatementType, statement, 'statementId', 'The statement that frames.')),
    notes: t.field(walk(noteList, relations.frameUseNotes, 'Curators’ notes about it.')),
    words: t.string({
      description: 'The words that frame.',
      extensions: { reads: new Computed(passageWords) },
      resolve: async ({ passageId }, _, { read }) => {
        const found = await read.byId(passage, passageId)
        if (found === null) throw new Error(`no passage ${passageId}: the foreign keys let none go`)
        return found.exact
      },
    }),
    passage: t.field(requiredRow(PassageType, passage, 'passageId', 'The words that frame, where they stand.')),
  }),
})

builder.queryFields(t => ({
  frameUses: t.field(list(frameUseList, 'Frames, across all statements.')),
}))
