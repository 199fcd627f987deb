import { Basis, FrameDimension, FrameEffect, FrameFunction, FrameValence, Wording } from '../../../model/vocabulary.ts'
import type { Entity } from '../../schema/entities.ts'
import * as entities from '../../schema/entities.ts'
import * as relations from '../../schema/relations.ts'
import type { FilterFields } from '../filterField.ts'
import { by, through } from '../filterFieldKinds.ts'

/** Filters for the words that are chosen: terms, what they name, and frames. */
export const wordFilters: ReadonlyMap<Entity, FilterFields> = new Map<Entity, FilterFields>([
  [
    entities.referent,
    {
      slug: by.slug,
      label: by.text('label', 'The label.'),
      notes: by.many(relations.referentNotes, 'Curators’ notes about it.'),
      termUses: by.many(relations.referentTermUses, 'The words that name it.'),
      figures: by.many(relations.referentFigures, 'The figures that count it.'),
    },
  ],
  [
    entities.termUse,
    {
      slug: { ...by.slug, names: entities.termUse },
      said: by.said,
      dataset: by.dataset(through.statement),
      words: by.text('words', 'The words.'),
      folded: by.code('folded', 'The words in lower case, as terms are counted.'),
      wording: by.term('wording', Wording, 'Whose words they are, by the quotation marks.'),
      basis: by.term('basis', Basis, 'The basis of this reading; null if not recorded.'),
      rule: by.one('ruleId', entities.rule, 'The rule that read it, if its basis is AUTOMATIC.'),
      notes: by.many(relations.termUseNotes, 'Curators’ notes about it.'),
      referent: by.one('referentId', entities.referent, 'What they name.'),
      statement: by.one('statementId', entities.statement, 'The statement that uses them.'),
    },
  ],
  [
    entities.frameUse,
    {
      slug: by.slug,
      said: by.said,
      dataset: by.dataset(through.statement),
      function: by.term('function', FrameFunction, "Entman's function."),
      dimension: by.term('dimension', FrameDimension, 'The dimension of the Policy Frames Codebook.'),
      statement: by.one('statementId', entities.statement, 'The statement that frames.'),
      targetAgent: by.one('targetAgentId', entities.agent, 'The agent that it is directed at.'),
      targetReferent: by.one('targetReferentId', entities.referent, 'The referent that it is directed at.'),
      valence: by.term('valence', FrameValence, 'Whether the target is blamed or credited; null if neither.'),
      effect: by.term('effect', FrameEffect, 'What happens to those affected.'),
      affectedAgent: by.one('affectedAgentId', entities.agent, 'The agent that is harmed or served.'),
      affectedReferent: by.one(
        'affectedReferentId',
        entities.referent,
        'Who or what is harmed or served, if it is not an agent.',
      ),
      wording: by.term('wording', Wording, 'Whose words they are, by the quotation marks.'),
      basis: by.term('basis', Basis, 'The basis of this reading; null if not recorded.'),
      rule: by.one('ruleId', entities.rule, 'The rule that read it, if its basis is AUTOMATIC.'),
      notes: by.many(relations.frameUseNotes, 'Curators’ notes about it.'),
    },
  ],
])
