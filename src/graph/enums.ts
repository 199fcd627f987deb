import {
  AgentKind,
  AnnotationKind,
  Approximation,
  Attribution,
  Basis,
  Certainty,
  ChangeDirection,
  ChannelKind,
  DecisionKind,
  FigureDecisionKind,
  FigureRelationKind,
  FigureTime,
  FrameDimension,
  FrameEffect,
  FrameFunction,
  FrameValence,
  MentionLink,
  MentionRole,
  OrganizationKind,
  Origin,
  Polarity,
  Quantifier,
  Quotation,
  Repeat,
  RoleEvidence,
  SpeechAct,
  Stance,
  StanceManner,
  StatementCertainty,
  StatementRelationKind,
  TextUnit,
  TimeBasis,
  UncoveredKind,
  type ValueOf,
  type Vocabulary,
  Voice,
  Wording,
} from '../model/vocabulary.ts'
import { builder } from './builder.ts'

/** The enum of a vocabulary, its meanings as descriptions. */
export function enumOf<V extends Vocabulary>(name: string, vocabulary: V, description: string) {
  const values = Object.entries(vocabulary).map(([value, meaning]) => [value, { description: meaning }])
  return builder.enumType<string, Record<ValueOf<V>, { description: string }>>(name, {
    description,
    values: Object.fromEntries(values),
  })
}

export const AgentKindEnum = enumOf('AgentKind', AgentKind, 'Whether an agent is a person or an organization.')
export const OrganizationKindEnum = enumOf('OrganizationKind', OrganizationKind, 'What kind of organization it is.')
export const BasisEnum = enumOf('Basis', Basis, 'Whether the document says so, or a curator concluded it.')
export const TimeBasisEnum = enumOf('TimeBasis', TimeBasis, 'How the date of a time expression is known.')
export const VoiceEnum = enumOf('Voice', Voice, 'Whose voice a statement is in.')
export const RepeatEnum = enumOf('Repeat', Repeat, 'Why analyses leave a statement out by default.')
export const QuotationEnum = enumOf('Quotation', Quotation, 'How a statement is quoted (Pareti et al. 2013).')
export const SpeechActEnum = enumOf('SpeechAct', SpeechAct, 'A speech act (Searle 1976).')
export const ChannelKindEnum = enumOf('ChannelKind', ChannelKind, 'What kind of channel it is.')
export const StanceEnum = enumOf('StanceKind', Stance, 'The position of a statement on a claim.')
export const ApproximationEnum = enumOf('Approximation', Approximation, 'How the words of a number approximate.')
export const FigureRelationKindEnum = enumOf('FigureRelationKind', FigureRelationKind, 'How two figures are related.')
export const FigureTimeEnum = enumOf('FigureTime', FigureTime, 'How a figure relates to its time.')
export const FrameFunctionEnum = enumOf('FrameFunction', FrameFunction, "Entman's four functions of framing (1993).")
export const FrameDimensionEnum = enumOf(
  'FrameDimension',
  FrameDimension,
  'The dimensions of the Policy Frames Codebook (Boydstun et al. 2014).',
)
export const MentionRoleEnum = enumOf('MentionRole', MentionRole, 'What the words of a mention name.')
export const MentionLinkEnum = enumOf('MentionLink', MentionLink, 'How a mention is linked to an agent.')
export const FigureDecisionKindEnum = enumOf(
  'FigureDecisionKind',
  FigureDecisionKind,
  'What a person decided about a mention of a number.',
)
export const DecisionKindEnum = enumOf('DecisionKind', DecisionKind, 'What a person decided about an identity.')

export const CertaintyEnum = enumOf('Certainty', Certainty, 'Whether the dates prove that a role was held.')
export const RoleEvidenceEnum = enumOf('RoleEvidence', RoleEvidence, 'The evidence for the role of a speaker.')
export const TextUnitEnum = enumOf('TextUnit', TextUnit, 'The units of a text.')
export const AnnotationKindEnum = enumOf('AnnotationKind', AnnotationKind, 'What the words of an annotation are.')

export const WordingEnum = enumOf(
  'Wording',
  Wording,
  'Whose words an annotation quotes, by the quotation marks of the document (Pareti et al. 2013: direct, indirect and mixed ' +
    'are of the span, and not of the statement alone).',
)
export const AttributionEnum = enumOf(
  'Attribution',
  Attribution,
  'What kind of attribution a statement is (Prasad et al. 2007, the Penn Discourse Treebank).',
)
export const StatementCertaintyEnum = enumOf(
  'StatementCertainty',
  StatementCertainty,
  'How certain the speaker presents the content as (Saurí and Pustejovsky 2009, FactBank).',
)
export const PolarityEnum = enumOf(
  'Polarity',
  Polarity,
  'Whether a content says that something is so, or that it is not (Saurí and Pustejovsky 2009, FactBank).',
)
export const OriginEnum = enumOf('Origin', Origin, 'Who found what is in the graph.')
export const StanceMannerEnum = enumOf('StanceManner', StanceManner, 'How a statement holds its stance to a claim.')
export const StatementRelationKindEnum = enumOf(
  'StatementRelationKind',
  StatementRelationKind,
  'How one statement relates to another.',
)
export const QuantifierEnum = enumOf('Quantifier', Quantifier, 'What words name instead of a number.')
export const ChangeDirectionEnum = enumOf('ChangeDirection', ChangeDirection, 'Which way a change went.')
export const FrameValenceEnum = enumOf('FrameValence', FrameValence, 'Whether a frame blames or credits its target.')
export const FrameEffectEnum = enumOf(
  'FrameEffect',
  FrameEffect,
  'What happens to those whom a frame shows as affected (Narrative Policy Framework).',
)

/** The enum of each vocabulary, for the filter inputs. */
export const enumByVocabulary = new Map<Vocabulary, ReturnType<typeof enumOf>>([
  [AgentKind, AgentKindEnum],
  [OrganizationKind, OrganizationKindEnum],
  [Basis, BasisEnum],
  [TimeBasis, TimeBasisEnum],
  [Voice, VoiceEnum],
  [Quotation, QuotationEnum],
  [Repeat, RepeatEnum],
  [SpeechAct, SpeechActEnum],
  [ChannelKind, ChannelKindEnum],
  [Stance, StanceEnum],
  [Approximation, ApproximationEnum],
  [FigureRelationKind, FigureRelationKindEnum],
  [FigureTime, FigureTimeEnum],
  [FrameFunction, FrameFunctionEnum],
  [FrameDimension, FrameDimensionEnum],
  [MentionRole, MentionRoleEnum],
  [MentionLink, MentionLinkEnum],
  [Wording, WordingEnum],
  [Attribution, AttributionEnum],
  [StatementCertainty, StatementCertaintyEnum],
  [Origin, OriginEnum],
  [Polarity, PolarityEnum],
  [StanceManner, StanceMannerEnum],
  [StatementRelationKind, StatementRelationKindEnum],
  [Quantifier, QuantifierEnum],
  [ChangeDirection, ChangeDirectionEnum],
  [FrameValence, FrameValenceEnum],
  [FrameEffect, FrameEffectEnum],
])

export const UncoveredKindEnum = enumOf('UncoveredKind', UncoveredKind, 'The kind of words that no annotation covers.')
