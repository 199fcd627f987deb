/**
 * The closed vocabularies of the graph, each value with its meaning for a researcher.
 *
 * One object serves the database's CHECK constraints, the dossier's validation and the GraphQL enums, so the three
 * cannot drift apart.
 */

/** A vocabulary: each value mapped to its description. */
export type Vocabulary = Readonly<Record<string, string>>

/** The values of a vocabulary, as a union of strings. */
export type ValueOf<V extends Vocabulary> = keyof V & string

/** The values of a vocabulary in the order they are written, as the non-empty tuple that zod and drizzle ask for. */
export function valuesOf<V extends Vocabulary>(vocabulary: V): [ValueOf<V>, ...ValueOf<V>[]] {
  const [first, ...rest] = Object.keys(vocabulary)
  if (first === undefined) throw new Error('a vocabulary has at least one value')
  return [first, ...rest]
}

export const AgentKind = {
  PERSON: 'A human being.',
  ORGANIZATION: 'Anything that people form and that can speak, be spoken about or have members.',
  UNKNOWN: 'The source does not say whether it is a person or an organization.',
} as const satisfies Vocabulary
export type AgentKind = ValueOf<typeof AgentKind>

export const OrganizationKind = {
  AGENCY: 'An executive body of a state, such as a department or an enforcement agency.',
  LEGISLATURE: 'A law-making body or one of its chambers.',
  COMMITTEE: 'A committee of another organization.',
  PARTY: 'A political party.',
  ADMINISTRATION: 'The government of one head of state or government.',
  PUBLISHER: 'A newspaper, broadcaster, site or other publisher.',
  COMPANY: 'A business.',
  ASSOCIATION: 'A union, charity, campaign or other association.',
  GROUP: 'A class of bodies or people spoken of as one, such as "sanctuary cities"; it has no legal form of its own.',
  OTHER: 'An organization of another kind.',
} as const satisfies Vocabulary
export type OrganizationKind = ValueOf<typeof OrganizationKind>

export const Basis = {
  STATED: 'The document says so in words.',
  INFERRED: 'A curator concluded it from the document; the reason is given beside it.',
  AUTOMATIC: 'A rule read it, unreviewed; the rule is given beside it, with its version.',
} as const satisfies Vocabulary
export type Basis = ValueOf<typeof Basis>

export const TimeBasis = {
  STATED: 'The words themselves fix the date.',
  INFERRED: 'A curator concluded the date from the document; the reason is given beside it.',
  AUTOMATIC: 'A rule read the date, unreviewed; the rule is given beside it, with its version.',
  UNRESOLVED: 'The document does not say which date is meant, and none is guessed.',
} as const satisfies Vocabulary
export type TimeBasis = ValueOf<typeof TimeBasis>

export const Voice = {
  DOCUMENT: "The document's own voice: nobody else is named as the source.",
  AGENT: 'Attributed to a person or an organization, who is the speaker.',
  CHANNEL: 'Attributed to a text, such as "according to the letter", and not to anyone by name.',
  UNIDENTIFIED: 'Attributed to someone whom the document does not identify.',
  UNLINKED: 'Attributed to somebody in words that are kept as a mention but not linked to an agent.',
} as const satisfies Vocabulary
export type Voice = ValueOf<typeof Voice>

export const UncoveredKind = {
  NUMBER: 'A number that no figure or time covers whole, or the date or time of day that holds it.',
  QUOTATION: 'A quotation, not inside another, that no statement touches.',
  WORDS: 'Other words on which no annotation stands.',
} as const satisfies Vocabulary
export type UncoveredKind = ValueOf<typeof UncoveredKind>

export const MentionRole = {
  SOURCE: 'Names the source of the statement.',
  ON_BEHALF_OF: 'Names the organization for which the source speaks.',
} as const satisfies Vocabulary
export type MentionRole = ValueOf<typeof MentionRole>

export const MentionLink = {
  CORPUS_ID: "The corpus itself gives the agent's identifier.",
  EXACT_NAME: 'The words are a name of one agent alone in a register that the user of the import named.',
  DECISION: 'A person decided it, and gave the reason.',
  RULE: 'A rule found whom the words name; the rule is given beside it, with its version.',
} as const satisfies Vocabulary
export type MentionLink = ValueOf<typeof MentionLink>

export const DecisionKind = {
  SAME_AS: 'The two are one and the same, or the words name the agent.',
  NOT_SAME_AS: 'The two are different, however alike they look.',
  SPLIT: 'Some of what is under the agent belongs to another one.',
} as const satisfies Vocabulary
export type DecisionKind = ValueOf<typeof DecisionKind>

export const FigureDecisionKind = {
  BINDS: 'The mention is of a figure.',
  CORRECTS: 'The rule misread the words: a person’s reading takes precedence.',
  REFUSES: 'The words are not a quantity: the mention is dropped.',
} as const satisfies Vocabulary
export type FigureDecisionKind = ValueOf<typeof FigureDecisionKind>

export const Quotation = {
  DIRECT: 'The content stands wholly inside quotation marks.',
  INDIRECT:
    'None of the content stands inside quotation marks: it is a paraphrase or, of what the document says itself, its own words.',
  MIXED: 'A part of the content stands inside quotation marks and a part is paraphrase.',
} as const satisfies Vocabulary
export type Quotation = ValueOf<typeof Quotation>

export const Repeat = {
  CODING: 'Another coder has also read its document, and only one reading counts: this is not that one.',
  TEXT: 'Its document has nearly the same text as an earlier one of the dataset, which counts in its place.',
} as const satisfies Vocabulary
export type Repeat = ValueOf<typeof Repeat>

export const NumberFit = {
  NUMBER: 'The words name the number.',
  FIGURE: 'The words name no number, and the figure that they cite has it.',
  BOUNDS: 'The words commit to bounds that contain it, such as “tens of thousands”.',
  OPEN_BOUNDS: 'The words commit to one bound, and the number lies beyond it, such as “more than 40,000”.',
} as const satisfies Vocabulary
export type NumberFit = ValueOf<typeof NumberFit>

export const Wording = {
  SPEAKER: 'All of the words stand inside the quotation marks of the statement: they are the speaker’s.',
  REPORTER:
    'Some or all of the words stand outside: they are those of whoever reports, which is the document or, of a statement ' +
    "reported inside another, that one's speaker.",
  DOUBTFUL: 'The marks may be scare quotes: they set the words apart and may not quote the speaker.',
} as const satisfies Vocabulary
export type Wording = ValueOf<typeof Wording>

export const Attribution = {
  COMMUNICATION: 'Says, writes, announces: somebody is reported to have said it (Penn Discourse Treebank).',
  BELIEF: 'Thinks, believes, is concerned: somebody is reported to hold it, and not to have said it.',
  FACTIVE: 'Knows, recognizes, regrets: the reporter takes it for a fact that somebody is aware of.',
  CONTROL: 'Orders, allows, vows, intends: somebody is reported to bring it about or to be bound by it.',
} as const satisfies Vocabulary
export type Attribution = ValueOf<typeof Attribution>

export const StatementCertainty = {
  CERTAIN: 'Presented as certain (FactBank).',
  PROBABLE: 'Presented as probable: likely, should, is expected to.',
  POSSIBLE: 'Presented as possible: may, can, might.',
  UNDERSPECIFIED: 'Asked, supposed or left open: it commits to nothing.',
} as const satisfies Vocabulary
export type StatementCertainty = ValueOf<typeof StatementCertainty>

export const Polarity = {
  POSITIVE: 'It affirms something (FactBank).',
  NEGATIVE: 'It denies something.',
} as const satisfies Vocabulary
export type Polarity = ValueOf<typeof Polarity>

export const Origin = {
  PERSON: 'A person found it in the text.',
  MACHINE: 'A machine proposed it in a draft, and a person accepted it, as it was or changed.',
} as const satisfies Vocabulary
export type Origin = ValueOf<typeof Origin>

export const StatementRelationKind = {
  PARAPHRASES: 'Says in other words what the other says.',
  REPEATS: 'Says the same as the other, in the same words or nearly so.',
  CONTRASTS_WITH: 'Contrasts with the other.',
  CORRECTS: 'Corrects what the other says; it may have been published later.',
  RETRACTS: 'Retracts what the other says; it may have been published later.',
} as const satisfies Vocabulary
export type StatementRelationKind = ValueOf<typeof StatementRelationKind>

const saysTheSame: Readonly<Record<StatementRelationKind, boolean>> = {
  PARAPHRASES: true,
  REPEATS: true,
  CONTRASTS_WITH: false,
  CORRECTS: false,
  RETRACTS: false,
}

/** How a statement stands to another that says the same. */
export const retellings = valuesOf(StatementRelationKind).filter(kind => saysTheSame[kind])

export const SpeechAct = {
  ASSERTIVE: 'Says how things are (Searle 1976).',
  DIRECTIVE: 'Asks or tells someone to do something (Searle 1976).',
  COMMISSIVE: 'Binds the speaker to do something: a promise, a vow, a threat (Searle 1976).',
  EXPRESSIVE: 'Shows an attitude towards something (Searle 1976).',
  QUESTION: 'Asks, also rhetorically.',
} as const satisfies Vocabulary
export type SpeechAct = ValueOf<typeof SpeechAct>

export const ChannelKind = {
  LETTER: 'A letter.',
  PRESS_STATEMENT: 'A written statement for the press.',
  SPEECH: 'A speech or a floor statement.',
  INTERVIEW: 'An interview.',
  HEARING: 'A hearing.',
  SOCIAL_MEDIA: 'A post on a social network.',
  REPORT: 'A report or a release of data.',
  OTHER: 'Another channel.',
} as const satisfies Vocabulary
export type ChannelKind = ValueOf<typeof ChannelKind>

export const Stance = {
  SUPPORTS: 'The statement says that the claim holds, or that it should.',
  OPPOSES: 'The statement says that the claim does not hold, or that it should not.',
  QUALIFIES: 'The statement limits the claim, or grants it in part.',
  QUESTIONS: 'The statement puts the claim in question without denying it.',
} as const satisfies Vocabulary
export type Stance = ValueOf<typeof Stance>

export const StanceManner = {
  ASSERTED: 'The statement says it.',
  PRESUPPOSED: 'The statement takes it for granted: "their failed policies".',
  CONCEDED: 'The statement grants it, and goes on to say something against it: "recognizes that …. However, …".',
  IMPLIED: 'The statement lets it be understood: "How many more Americans …?".',
  REPORTED: 'The statement reports that others hold it, and does not say so itself.',
  QUESTIONED: 'The statement asks whether it holds.',
  CONDITIONAL: 'The statement says what holds if something else does.',
} as const satisfies Vocabulary
export type StanceManner = ValueOf<typeof StanceManner>

const isPlain: Readonly<Record<StanceManner, boolean>> = {
  ASSERTED: true,
  PRESUPPOSED: true,
  CONCEDED: false,
  IMPLIED: false,
  REPORTED: false,
  QUESTIONED: false,
  CONDITIONAL: false,
}

/** The ways in which a claim is plainly held, and the stance to it counts in a network. */
export const plainManners = valuesOf(StanceManner).filter(manner => isPlain[manner])

export const Approximation = {
  EXACT: 'The exact number, with no word of approximation.',
  ABOUT: 'About, around, roughly, approximately: near the number, or near both ends of a range, on either side.',
  NEARLY: 'Nearly, almost, close to: near the number and below it.',
  OVER: 'Over, more than: above the number.',
  AT_LEAST: 'At least, no fewer than: the number or more.',
  UNDER: 'Under, fewer than, less than: below the number.',
  UP_TO: 'Up to, as many as, no more than: the number or less.',
  BETWEEN: 'Between two numbers, or from one to another.',
  ORDER_OF_MAGNITUDE: 'Dozens, hundreds, tens of thousands, millions: a power of ten, not a number.',
  NO_NUMBER: 'All, some, none, a record: no number and no bound is named; `quantifier` says what is.',
} as const satisfies Vocabulary
export type Approximation = ValueOf<typeof Approximation>

export const Quantifier = {
  ALL: 'All, every, each, the whole.',
  MOST: 'Most, the majority, the bulk.',
  MANY: 'Many, a lot of, numerous.',
  SOME: 'Some, certain, several.',
  FEW: 'Few, hardly any.',
  NONE: 'None, no, not one.',
  RECORD: 'A record, more than ever, unprecedented.',
  MORE: 'More, a growing number: it has gone up, by an unstated amount.',
  LESS: 'Fewer, less, a falling number: it has gone down, by an unstated amount.',
} as const satisfies Vocabulary
export type Quantifier = ValueOf<typeof Quantifier>

export const ChangeDirection = {
  UP: 'It was less before.',
  DOWN: 'It was more before.',
  UNCHANGED: 'It was the same before.',
} as const satisfies Vocabulary
export type ChangeDirection = ValueOf<typeof ChangeDirection>

export const FigureRelationKind = {
  SUM_OF: 'The subject is the sum of this part and the other parts named for it. The import has added them up.',
  ROUNDS: 'The subject is the object, rounded. The import has checked the rounding.',
  COMPARED_WITH: 'The document sets the two figures side by side, or a curator does and gives the reason.',
  CHANGED_FROM: 'The document says that the subject is what the object has become: up from, down from, unchanged.',
  AS_COMPARABLE: 'Drawn by a rule: the two are as comparable as two that a curator set in tension, whatever they say.',
  IN_TENSION_WITH: 'The two are worded for comparable things and do not agree; which of them is right is not judged.',
} as const satisfies Vocabulary
export type FigureRelationKind = ValueOf<typeof FigureRelationKind>

export const FigureVerdict = {
  AGREE: 'Both say the same number, or the same interval.',
  ROUNDS: 'One number is the other, rounded.',
  OVERLAPS: 'The intervals have numbers in common.',
  DISJOINT:
    'No number is in both intervals. `inTension` says whether they contradict each other; which of them is right is not judged.',
  NOT_COMPARABLE: 'They do not count the same, or it is not known whether they do; the aspects say why.',
} as const satisfies Vocabulary
export type FigureVerdict = ValueOf<typeof FigureVerdict>

export const AspectVerdict = {
  SAME: 'Both say the same under this aspect.',
  SILENT: 'At least one says nothing under this aspect, so that it is not known whether they count the same.',
  DIFFERENT:
    'They are coded differently under this aspect, so that the figures are not held to be comparable; one may be a part of the other.',
} as const satisfies Vocabulary
export type AspectVerdict = ValueOf<typeof AspectVerdict>

export const FigureTime = {
  AS_OF: 'The count at that moment.',
  DURING: 'The count over that period.',
} as const satisfies Vocabulary
export type FigureTime = ValueOf<typeof FigureTime>

export const FrameFunction = {
  PROBLEM_DEFINITION: 'Says what is wrong and at what cost (Entman 1993).',
  CAUSAL_INTERPRETATION: 'Says what or who brings it about (Entman 1993).',
  MORAL_EVALUATION: 'Judges those involved or what they do (Entman 1993).',
  TREATMENT_RECOMMENDATION: 'Says what should be done, and by whom (Entman 1993).',
} as const satisfies Vocabulary
export type FrameFunction = ValueOf<typeof FrameFunction>

export const FrameValence = {
  BLAME:
    'The target is held responsible for something bad, or judged badly (Semetko and Valkenburg 2000). What names nobody is a ' +
    'CAUSAL_INTERPRETATION or MORAL_EVALUATION without a valence.',
  CREDIT: 'The target is held responsible for something good, or praised.',
} as const satisfies Vocabulary
export type FrameValence = ValueOf<typeof FrameValence>

export const FrameEffect = {
  HARMED: 'They suffer from what is framed: the victim of the Narrative Policy Framework (Shanahan and others 2018).',
  SERVED:
    'They gain from what is framed: the beneficiary of the Narrative Policy Framework (Shanahan and others 2018).',
} as const satisfies Vocabulary
export type FrameEffect = ValueOf<typeof FrameEffect>

export const FrameDimension = {
  ECONOMIC: 'Costs, benefits and other financial implications.',
  CAPACITY_AND_RESOURCES: 'Availability of physical, human or financial resources, and the capacity of systems.',
  MORALITY: 'Religious or ethical implications.',
  FAIRNESS_AND_EQUALITY: 'Balance or distribution of rights, responsibilities and resources.',
  LEGALITY_CONSTITUTIONALITY_AND_JURISPRUDENCE:
    'Rights, freedoms and the authority of individuals, corporations and government.',
  POLICY_PRESCRIPTION_AND_EVALUATION: 'Specific policies aimed at a problem, and how they work.',
  CRIME_AND_PUNISHMENT: 'Effectiveness and implications of laws and their enforcement.',
  SECURITY_AND_DEFENSE: 'Threats to the welfare of a person, a community or a nation.',
  HEALTH_AND_SAFETY: 'Health care, sanitation and public safety.',
  QUALITY_OF_LIFE: 'Threats and opportunities for wealth, happiness and well-being.',
  CULTURAL_IDENTITY: 'Traditions, customs and values of a group in relation to a policy.',
  PUBLIC_OPINION: 'Attitudes of the public, polling and demographics.',
  POLITICAL: 'Politics and politicians, lobbying, elections and efforts to sway voters.',
  EXTERNAL_REGULATION_AND_REPUTATION: 'International reputation or foreign policy.',
  OTHER: 'A coherent frame that none of the others names.',
} as const satisfies Vocabulary
export type FrameDimension = ValueOf<typeof FrameDimension>

export const Certainty = {
  CERTAIN: 'Held, by the known dates, on every day that the date may stand for.',
  POSSIBLE: 'Not excluded: an end is unknown or not known to the day, or a date is uncertain or approximate.',
} as const satisfies Vocabulary
export type Certainty = ValueOf<typeof Certainty>

export const RoleEvidence = {
  STATED_IN_DOCUMENT: 'The document that holds the statement says so of its speaker.',
  DATED: 'Another source dates the role, and the statement falls into that interval.',
} as const satisfies Vocabulary
export type RoleEvidence = ValueOf<typeof RoleEvidence>

export const TextUnit = {
  WORD: 'A word, as Unicode cuts it (UAX #29).',
  SENTENCE: 'A sentence, as Unicode cuts it (UAX #29), but not after initials or a common abbreviation.',
  PARAGRAPH: 'A paragraph: a line that is not blank.',
} as const satisfies Vocabulary
export type TextUnit = ValueOf<typeof TextUnit>

export const AnnotationKind = {
  STATEMENT: 'The content of a statement.',
  SOURCE: 'The words that name the source of a statement.',
  CUE: 'The words that link the source of a statement to its content.',
  FIGURE_MENTION: 'A wording of a figure.',
  FIGURE_RELATION: 'The words that state a relation of figures.',
  TIME_EXPRESSION: 'A time expression.',
  TERM_USE: 'The words that name a referent.',
  FRAME_USE: 'The words that frame.',
  STANCE: 'The words that show a stance to a claim.',
  MEMBERSHIP: 'The words that give a role.',
  CHANNEL: 'The words that mention a letter or another channel.',
} as const satisfies Vocabulary
export type AnnotationKind = ValueOf<typeof AnnotationKind>

/** What happened to a thing in a change of the graph. */
export const ChangeKind = {
  ADDED: 'It came.',
  CHANGED: 'It has changed; for a document, so may everything in it.',
  REMOVED: 'It was removed; for a document, with everything in it.',
} as const satisfies Vocabulary
