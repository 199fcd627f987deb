DROP VIEW `agentSearchText`;--> statement-breakpoint
DROP VIEW `documentSearchText`;--> statement-breakpoint
DROP VIEW `figureSearchText`;--> statement-breakpoint
DROP TRIGGER `stances_follow_statements`;--> statement-breakpoint
DROP VIEW `statementSearchText`;--> statement-breakpoint
DROP VIEW `passageSearchText`;--> statement-breakpoint
DROP VIEW `claimSearchText`;--> statement-breakpoint
PRAGMA foreign_keys=OFF;--> statement-breakpoint
CREATE TABLE `__new_agents` (
	`id` integer PRIMARY KEY NOT NULL,
	`slug` text NOT NULL,
	`kind` text NOT NULL,
	`organizationKind` text,
	`name` text NOT NULL,
	`datasetId` integer,
	`importId` integer,
	`ruleId` integer,
	FOREIGN KEY (`datasetId`) REFERENCES `datasets`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`importId`) REFERENCES `imports`(`id`) ON UPDATE no action ON DELETE set null,
	FOREIGN KEY (`ruleId`) REFERENCES `rules`(`id`) ON UPDATE no action ON DELETE restrict,
	CONSTRAINT "agents_kind" CHECK("__new_agents"."kind" = 'PERSON' or "__new_agents"."kind" = 'ORGANIZATION' or "__new_agents"."kind" = 'UNKNOWN'),
	CONSTRAINT "agents_organization_kind" CHECK("__new_agents"."organizationKind" = 'AGENCY' or "__new_agents"."organizationKind" = 'LEGISLATURE' or "__new_agents"."organizationKind" = 'COMMITTEE' or "__new_agents"."organizationKind" = 'PARTY' or "__new_agents"."organizationKind" = 'ADMINISTRATION' or "__new_agents"."organizationKind" = 'PUBLISHER' or "__new_agents"."organizationKind" = 'COMPANY' or "__new_agents"."organizationKind" = 'ASSOCIATION' or "__new_agents"."organizationKind" = 'GROUP' or "__new_agents"."organizationKind" = 'OTHER'),
	CONSTRAINT "agents_organization" CHECK(("__new_agents"."kind" = 'ORGANIZATION') = ("__new_agents"."organizationKind" is not null))
) STRICT;
--> statement-breakpoint
INSERT INTO `__new_agents`("id", "slug", "kind", "organizationKind", "name", "datasetId", "importId", "ruleId") SELECT "id", "slug", "kind", "organizationKind", "name", "datasetId", "importId", "ruleId" FROM `agents`;--> statement-breakpoint
DROP TABLE `agents`;--> statement-breakpoint
ALTER TABLE `__new_agents` RENAME TO `agents`;--> statement-breakpoint
PRAGMA foreign_keys=ON;--> statement-breakpoint
CREATE UNIQUE INDEX `agents_slug_unique` ON `agents` (`slug`);--> statement-breakpoint
CREATE INDEX `agents_by_kind_name` ON `agents` (`kind`,`name`,`id`);--> statement-breakpoint
CREATE INDEX `agents_by_name` ON `agents` (`name`,`id`);--> statement-breakpoint
CREATE INDEX `agents_by_dataset` ON `agents` (`datasetId`,`id`);--> statement-breakpoint
CREATE INDEX `agents_by_import` ON `agents` (`importId`);--> statement-breakpoint
CREATE INDEX `agents_by_rule` ON `agents` (`ruleId`,`id`) WHERE "agents"."ruleId" is not null;--> statement-breakpoint
CREATE TABLE `__new_stances` (
	`id` integer PRIMARY KEY NOT NULL,
	`slug` text NOT NULL,
	`statementId` integer NOT NULL,
	`claimId` integer NOT NULL,
	`stance` text NOT NULL,
	`passageId` integer NOT NULL,
	`speakerId` integer,
	`documentId` integer,
	`timeId` integer,
	`onBehalfOfId` integer,
	`nested` integer,
	`manner` text,
	`wording` text,
	`basis` text,
	`reason` text,
	`ruleId` integer,
	FOREIGN KEY (`statementId`) REFERENCES `statements`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`claimId`) REFERENCES `claims`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`passageId`) REFERENCES `passages`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`ruleId`) REFERENCES `rules`(`id`) ON UPDATE no action ON DELETE restrict,
	CONSTRAINT "stances_stance" CHECK("__new_stances"."stance" = 'SUPPORTS' or "__new_stances"."stance" = 'OPPOSES' or "__new_stances"."stance" = 'QUALIFIES' or "__new_stances"."stance" = 'QUESTIONS'),
	CONSTRAINT "stances_manner" CHECK("__new_stances"."manner" = 'ASSERTED' or "__new_stances"."manner" = 'PRESUPPOSED' or "__new_stances"."manner" = 'CONCEDED' or "__new_stances"."manner" = 'IMPLIED' or "__new_stances"."manner" = 'REPORTED' or "__new_stances"."manner" = 'QUESTIONED' or "__new_stances"."manner" = 'CONDITIONAL'),
	CONSTRAINT "stances_wording" CHECK("__new_stances"."wording" = 'SPEAKER' or "__new_stances"."wording" = 'REPORTER' or "__new_stances"."wording" = 'DOUBTFUL'),
	CONSTRAINT "stances_basis" CHECK("__new_stances"."basis" = 'STATED' or "__new_stances"."basis" = 'INFERRED' or "__new_stances"."basis" = 'AUTOMATIC'),
	CONSTRAINT "stances_reason" CHECK(("__new_stances"."basis" is 'INFERRED') = ("__new_stances"."reason" is not null)),
	CONSTRAINT "stances_rule" CHECK(("__new_stances"."basis" is 'AUTOMATIC') = ("__new_stances"."ruleId" is not null))
) STRICT;
--> statement-breakpoint
INSERT INTO `__new_stances`("id", "slug", "statementId", "claimId", "stance", "passageId", "speakerId", "documentId", "timeId", "onBehalfOfId", "nested", "manner", "wording", "basis", "reason", "ruleId") SELECT "id", "slug", "statementId", "claimId", "stance", "passageId", "speakerId", "documentId", "timeId", "onBehalfOfId", "nested", "manner", "wording", "basis", "reason", "ruleId" FROM `stances`;--> statement-breakpoint
DROP TABLE `stances`;--> statement-breakpoint
ALTER TABLE `__new_stances` RENAME TO `stances`;--> statement-breakpoint
CREATE UNIQUE INDEX `stances_slug_unique` ON `stances` (`slug`);--> statement-breakpoint
CREATE INDEX `stances_by_claim` ON `stances` (`claimId`,`id`);--> statement-breakpoint
CREATE INDEX `stances_by_stance` ON `stances` (`stance`,`statementId`);--> statement-breakpoint
CREATE INDEX `stances_by_passage` ON `stances` (`passageId`,`id`);--> statement-breakpoint
CREATE INDEX `stances_by_speaker` ON `stances` (`speakerId`,`claimId`,`documentId`,`stance`,`statementId`,`timeId`,`onBehalfOfId`,`nested`,`manner`);--> statement-breakpoint
CREATE INDEX `stances_by_manner` ON `stances` (`manner`,`id`) WHERE "stances"."manner" is not null;--> statement-breakpoint
CREATE INDEX `stances_by_rule` ON `stances` (`ruleId`,`id`) WHERE "stances"."ruleId" is not null;--> statement-breakpoint
CREATE UNIQUE INDEX `stances_once` ON `stances` (`statementId`,`claimId`);--> statement-breakpoint
CREATE TABLE `__new_decisions` (
	`id` integer PRIMARY KEY NOT NULL,
	`slug` text NOT NULL,
	`kind` text NOT NULL,
	`agentId` integer NOT NULL,
	`otherId` integer,
	`words` text,
	`datasetId` integer,
	`statement` text,
	`document` text,
	`published` text,
	`decidedBy` text,
	`reason` text NOT NULL,
	FOREIGN KEY (`agentId`) REFERENCES `agents`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`otherId`) REFERENCES `agents`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`datasetId`) REFERENCES `datasets`(`id`) ON UPDATE no action ON DELETE cascade,
	CONSTRAINT "decisions_kind" CHECK("__new_decisions"."kind" = 'SAME_AS' or "__new_decisions"."kind" = 'NOT_SAME_AS' or "__new_decisions"."kind" = 'SPLIT')
) STRICT;
--> statement-breakpoint
INSERT INTO `__new_decisions`("id", "slug", "kind", "agentId", "otherId", "words", "datasetId", "statement", "document", "published", "decidedBy", "reason") SELECT "id", "slug", "kind", "agentId", "otherId", "words", "datasetId", "statement", "document", "published", "decidedBy", "reason" FROM `decisions`;--> statement-breakpoint
DROP TABLE `decisions`;--> statement-breakpoint
ALTER TABLE `__new_decisions` RENAME TO `decisions`;--> statement-breakpoint
CREATE UNIQUE INDEX `decisions_slug_unique` ON `decisions` (`slug`);--> statement-breakpoint
CREATE INDEX `decisions_by_agent` ON `decisions` (`agentId`,`id`);--> statement-breakpoint
CREATE INDEX `decisions_by_other` ON `decisions` (`otherId`,`id`);--> statement-breakpoint
CREATE INDEX `decisions_by_dataset` ON `decisions` (`datasetId`);--> statement-breakpoint
CREATE TABLE `__new_figureConditions` (
	`id` integer PRIMARY KEY NOT NULL,
	`figureId` integer NOT NULL,
	`aspect` text NOT NULL,
	`value` text NOT NULL,
	`basis` text,
	`reason` text,
	`ruleId` integer,
	FOREIGN KEY (`figureId`) REFERENCES `figures`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`ruleId`) REFERENCES `rules`(`id`) ON UPDATE no action ON DELETE restrict,
	CONSTRAINT "figure_conditions_basis" CHECK("__new_figureConditions"."basis" = 'STATED' or "__new_figureConditions"."basis" = 'INFERRED' or "__new_figureConditions"."basis" = 'AUTOMATIC'),
	CONSTRAINT "figure_conditions_reason" CHECK(("__new_figureConditions"."basis" is 'INFERRED') = ("__new_figureConditions"."reason" is not null)),
	CONSTRAINT "figure_conditions_rule" CHECK(("__new_figureConditions"."basis" is 'AUTOMATIC') = ("__new_figureConditions"."ruleId" is not null))
) STRICT;
--> statement-breakpoint
INSERT INTO `__new_figureConditions`("id", "figureId", "aspect", "value", "basis", "reason", "ruleId") SELECT "id", "figureId", "aspect", "value", "basis", "reason", "ruleId" FROM `figureConditions`;--> statement-breakpoint
DROP TABLE `figureConditions`;--> statement-breakpoint
ALTER TABLE `__new_figureConditions` RENAME TO `figureConditions`;--> statement-breakpoint
CREATE INDEX `figure_conditions_by_aspect` ON `figureConditions` (`aspect`,`value`,`figureId`);--> statement-breakpoint
CREATE INDEX `figure_conditions_by_rule` ON `figureConditions` (`ruleId`,`id`) WHERE "figureConditions"."ruleId" is not null;--> statement-breakpoint
CREATE UNIQUE INDEX `figure_conditions_once` ON `figureConditions` (`figureId`,`aspect`);--> statement-breakpoint
CREATE TABLE `__new_figureMentions` (
	`id` integer PRIMARY KEY NOT NULL,
	`slug` text NOT NULL,
	`figureId` integer,
	`statementId` integer NOT NULL,
	`passageId` integer NOT NULL,
	`verbatim` text NOT NULL,
	`approximation` text NOT NULL,
	`value` real,
	`lower` real,
	`upper` real,
	`quantifier` text,
	`unit` text,
	`counted` text,
	`wording` text,
	`basis` text,
	`reason` text,
	`ruleId` integer,
	FOREIGN KEY (`figureId`) REFERENCES `figures`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`statementId`) REFERENCES `statements`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`passageId`) REFERENCES `passages`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`ruleId`) REFERENCES `rules`(`id`) ON UPDATE no action ON DELETE restrict,
	CONSTRAINT "figure_mentions_approximation" CHECK("__new_figureMentions"."approximation" = 'EXACT' or "__new_figureMentions"."approximation" = 'ABOUT' or "__new_figureMentions"."approximation" = 'NEARLY' or "__new_figureMentions"."approximation" = 'OVER' or "__new_figureMentions"."approximation" = 'AT_LEAST' or "__new_figureMentions"."approximation" = 'UNDER' or "__new_figureMentions"."approximation" = 'UP_TO' or "__new_figureMentions"."approximation" = 'BETWEEN' or "__new_figureMentions"."approximation" = 'ORDER_OF_MAGNITUDE' or "__new_figureMentions"."approximation" = 'NO_NUMBER'),
	CONSTRAINT "figure_mentions_quantifier" CHECK("__new_figureMentions"."quantifier" = 'ALL' or "__new_figureMentions"."quantifier" = 'MOST' or "__new_figureMentions"."quantifier" = 'MANY' or "__new_figureMentions"."quantifier" = 'SOME' or "__new_figureMentions"."quantifier" = 'FEW' or "__new_figureMentions"."quantifier" = 'NONE' or "__new_figureMentions"."quantifier" = 'RECORD' or "__new_figureMentions"."quantifier" = 'MORE' or "__new_figureMentions"."quantifier" = 'LESS'),
	CONSTRAINT "figure_mentions_number" CHECK(("__new_figureMentions"."approximation" = 'NO_NUMBER') = ("__new_figureMentions"."quantifier" is not null)),
	CONSTRAINT "figure_mentions_wording" CHECK("__new_figureMentions"."wording" = 'SPEAKER' or "__new_figureMentions"."wording" = 'REPORTER' or "__new_figureMentions"."wording" = 'DOUBTFUL'),
	CONSTRAINT "figure_mentions_basis" CHECK("__new_figureMentions"."basis" = 'STATED' or "__new_figureMentions"."basis" = 'INFERRED' or "__new_figureMentions"."basis" = 'AUTOMATIC'),
	CONSTRAINT "figure_mentions_reason" CHECK(("__new_figureMentions"."basis" is 'INFERRED') = ("__new_figureMentions"."reason" is not null)),
	CONSTRAINT "figure_mentions_rule" CHECK(("__new_figureMentions"."basis" is 'AUTOMATIC') = ("__new_figureMentions"."ruleId" is not null)),
	CONSTRAINT "figure_mentions_interval" CHECK("__new_figureMentions"."lower" is null or "__new_figureMentions"."upper" is null or "__new_figureMentions"."lower" <= "__new_figureMentions"."upper")
) STRICT;
--> statement-breakpoint
INSERT INTO `__new_figureMentions`("id", "slug", "figureId", "statementId", "passageId", "verbatim", "approximation", "value", "lower", "upper", "quantifier", "unit", "counted", "wording", "basis", "reason", "ruleId") SELECT "id", "slug", "figureId", "statementId", "passageId", "verbatim", "approximation", "value", "lower", "upper", "quantifier", "unit", "counted", "wording", "basis", "reason", "ruleId" FROM `figureMentions`;--> statement-breakpoint
DROP TABLE `figureMentions`;--> statement-breakpoint
ALTER TABLE `__new_figureMentions` RENAME TO `figureMentions`;--> statement-breakpoint
CREATE UNIQUE INDEX `figureMentions_slug_unique` ON `figureMentions` (`slug`);--> statement-breakpoint
CREATE INDEX `figure_mentions_by_figure` ON `figureMentions` (`figureId`,`id`,`statementId`);--> statement-breakpoint
CREATE INDEX `figure_mentions_by_statement` ON `figureMentions` (`statementId`,`id`,`figureId`);--> statement-breakpoint
CREATE INDEX `figure_mentions_by_passage` ON `figureMentions` (`passageId`,`id`);--> statement-breakpoint
CREATE INDEX `figure_mentions_by_value` ON `figureMentions` (`value`,`id`);--> statement-breakpoint
CREATE INDEX `figure_mentions_by_approximation` ON `figureMentions` (`approximation`,`verbatim`,`id`);--> statement-breakpoint
CREATE INDEX `figure_mentions_by_quantifier` ON `figureMentions` (`quantifier`,`id`) WHERE "figureMentions"."quantifier" is not null;--> statement-breakpoint
CREATE INDEX `figure_mentions_by_rule` ON `figureMentions` (`ruleId`,`id`) WHERE "figureMentions"."ruleId" is not null;--> statement-breakpoint
CREATE TABLE `__new_figureRelations` (
	`id` integer PRIMARY KEY NOT NULL,
	`slug` text NOT NULL,
	`subjectId` integer NOT NULL,
	`kind` text NOT NULL,
	`objectId` integer NOT NULL,
	`explanation` text NOT NULL,
	`passageId` integer,
	`basis` text NOT NULL,
	`reason` text,
	`ruleId` integer,
	`direction` text,
	FOREIGN KEY (`subjectId`) REFERENCES `figures`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`objectId`) REFERENCES `figures`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`passageId`) REFERENCES `passages`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`ruleId`) REFERENCES `rules`(`id`) ON UPDATE no action ON DELETE restrict,
	CONSTRAINT "figure_relations_kind" CHECK("__new_figureRelations"."kind" = 'SUM_OF' or "__new_figureRelations"."kind" = 'ROUNDS' or "__new_figureRelations"."kind" = 'COMPARED_WITH' or "__new_figureRelations"."kind" = 'CHANGED_FROM' or "__new_figureRelations"."kind" = 'AS_COMPARABLE' or "__new_figureRelations"."kind" = 'IN_TENSION_WITH'),
	CONSTRAINT "figure_relations_basis" CHECK("__new_figureRelations"."basis" = 'STATED' or "__new_figureRelations"."basis" = 'INFERRED' or "__new_figureRelations"."basis" = 'AUTOMATIC'),
	CONSTRAINT "figure_relations_reason" CHECK(("__new_figureRelations"."basis" is 'INFERRED') = ("__new_figureRelations"."reason" is not null)),
	CONSTRAINT "figure_relations_rule" CHECK(("__new_figureRelations"."basis" is 'AUTOMATIC') = ("__new_figureRelations"."ruleId" is not null)),
	CONSTRAINT "figure_relations_direction" CHECK("__new_figureRelations"."direction" = 'UP' or "__new_figureRelations"."direction" = 'DOWN' or "__new_figureRelations"."direction" = 'UNCHANGED'),
	CONSTRAINT "figure_relations_change" CHECK(("__new_figureRelations"."kind" = 'CHANGED_FROM') = ("__new_figureRelations"."direction" is not null)),
	CONSTRAINT "figure_relations_other" CHECK("__new_figureRelations"."subjectId" <> "__new_figureRelations"."objectId")
) STRICT;
--> statement-breakpoint
INSERT INTO `__new_figureRelations`("id", "slug", "subjectId", "kind", "objectId", "explanation", "passageId", "basis", "reason", "ruleId", "direction") SELECT "id", "slug", "subjectId", "kind", "objectId", "explanation", "passageId", "basis", "reason", "ruleId", "direction" FROM `figureRelations`;--> statement-breakpoint
DROP TABLE `figureRelations`;--> statement-breakpoint
ALTER TABLE `__new_figureRelations` RENAME TO `figureRelations`;--> statement-breakpoint
CREATE UNIQUE INDEX `figureRelations_slug_unique` ON `figureRelations` (`slug`);--> statement-breakpoint
CREATE INDEX `figure_relations_by_subject` ON `figureRelations` (`subjectId`,`id`);--> statement-breakpoint
CREATE INDEX `figure_relations_by_object` ON `figureRelations` (`objectId`,`id`);--> statement-breakpoint
CREATE INDEX `figure_relations_by_passage` ON `figureRelations` (`passageId`,`id`);--> statement-breakpoint
CREATE INDEX `figure_relations_by_rule` ON `figureRelations` (`ruleId`,`id`) WHERE "figureRelations"."ruleId" is not null;--> statement-breakpoint
CREATE UNIQUE INDEX `figure_relations_once` ON `figureRelations` (`subjectId`,`kind`,`objectId`);--> statement-breakpoint
CREATE TABLE `__new_figures` (
	`id` integer PRIMARY KEY NOT NULL,
	`slug` text NOT NULL,
	`documentId` integer NOT NULL,
	`label` text NOT NULL,
	`value` real,
	`lower` real,
	`upper` real,
	`magnitude` real NOT NULL,
	`unit` text NOT NULL,
	`population` text,
	`referentId` integer,
	`timeId` integer,
	`timeRelation` text,
	`populationBasis` text,
	`populationReason` text,
	`timeBasis` text,
	`timeReason` text,
	`ruleId` integer,
	FOREIGN KEY (`documentId`) REFERENCES `documents`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`referentId`) REFERENCES `referents`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`timeId`) REFERENCES `timeExpressions`(`id`) ON UPDATE no action ON DELETE set null,
	FOREIGN KEY (`ruleId`) REFERENCES `rules`(`id`) ON UPDATE no action ON DELETE restrict,
	CONSTRAINT "figures_amount" CHECK("__new_figures"."magnitude" is coalesce("__new_figures"."value", "__new_figures"."lower", "__new_figures"."upper")),
	CONSTRAINT "figures_interval" CHECK("__new_figures"."lower" is null or "__new_figures"."upper" is null or "__new_figures"."lower" <= "__new_figures"."upper"),
	CONSTRAINT "figures_time_relation" CHECK("__new_figures"."timeRelation" = 'AS_OF' or "__new_figures"."timeRelation" = 'DURING'),
	CONSTRAINT "figures_population_basis" CHECK("__new_figures"."populationBasis" = 'STATED' or "__new_figures"."populationBasis" = 'INFERRED' or "__new_figures"."populationBasis" = 'AUTOMATIC'),
	CONSTRAINT "figures_population_reason" CHECK(("__new_figures"."populationBasis" is 'INFERRED') = ("__new_figures"."populationReason" is not null)),
	CONSTRAINT "figures_time_basis" CHECK("__new_figures"."timeBasis" = 'STATED' or "__new_figures"."timeBasis" = 'INFERRED' or "__new_figures"."timeBasis" = 'AUTOMATIC'),
	CONSTRAINT "figures_time_reason" CHECK(("__new_figures"."timeBasis" is 'INFERRED') = ("__new_figures"."timeReason" is not null))
) STRICT;
--> statement-breakpoint
INSERT INTO `__new_figures`("id", "slug", "documentId", "label", "value", "lower", "upper", "magnitude", "unit", "population", "referentId", "timeId", "timeRelation", "populationBasis", "populationReason", "timeBasis", "timeReason", "ruleId") SELECT "id", "slug", "documentId", "label", "value", "lower", "upper", "magnitude", "unit", "population", "referentId", "timeId", "timeRelation", "populationBasis", "populationReason", "timeBasis", "timeReason", "ruleId" FROM `figures`;--> statement-breakpoint
DROP TABLE `figures`;--> statement-breakpoint
ALTER TABLE `__new_figures` RENAME TO `figures`;--> statement-breakpoint
CREATE UNIQUE INDEX `figures_slug_unique` ON `figures` (`slug`);--> statement-breakpoint
CREATE INDEX `figures_by_document` ON `figures` (`documentId`,`id`);--> statement-breakpoint
CREATE INDEX `figures_by_value` ON `figures` (`value`,`id`);--> statement-breakpoint
CREATE INDEX `figures_by_magnitude` ON `figures` (`magnitude`,`id`);--> statement-breakpoint
CREATE INDEX `figures_by_lower` ON `figures` (`lower`,`upper`,`id`);--> statement-breakpoint
CREATE INDEX `figures_by_unit` ON `figures` (`unit`,`population`,`value`,`lower`,`upper`,`id`);--> statement-breakpoint
CREATE INDEX `figures_by_label` ON `figures` (`label`,`id`);--> statement-breakpoint
CREATE INDEX `figures_by_referent` ON `figures` (`referentId`,`id`);--> statement-breakpoint
CREATE INDEX `figures_by_time` ON `figures` (`timeId`,`id`);--> statement-breakpoint
CREATE INDEX `figures_by_rule` ON `figures` (`ruleId`,`id`) WHERE "figures"."ruleId" is not null;--> statement-breakpoint
CREATE TABLE `__new_frameUses` (
	`id` integer PRIMARY KEY NOT NULL,
	`slug` text NOT NULL,
	`statementId` integer NOT NULL,
	`passageId` integer NOT NULL,
	`function` text,
	`dimension` text,
	`targetAgentId` integer,
	`targetReferentId` integer,
	`valence` text,
	`effect` text,
	`affectedAgentId` integer,
	`affectedReferentId` integer,
	`wording` text,
	`basis` text,
	`reason` text,
	`ruleId` integer,
	FOREIGN KEY (`statementId`) REFERENCES `statements`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`passageId`) REFERENCES `passages`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`targetAgentId`) REFERENCES `agents`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`targetReferentId`) REFERENCES `referents`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`affectedAgentId`) REFERENCES `agents`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`affectedReferentId`) REFERENCES `referents`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`ruleId`) REFERENCES `rules`(`id`) ON UPDATE no action ON DELETE restrict,
	CONSTRAINT "frame_uses_function" CHECK("__new_frameUses"."function" = 'PROBLEM_DEFINITION' or "__new_frameUses"."function" = 'CAUSAL_INTERPRETATION' or "__new_frameUses"."function" = 'MORAL_EVALUATION' or "__new_frameUses"."function" = 'TREATMENT_RECOMMENDATION'),
	CONSTRAINT "frame_uses_dimension" CHECK("__new_frameUses"."dimension" = 'ECONOMIC' or "__new_frameUses"."dimension" = 'CAPACITY_AND_RESOURCES' or "__new_frameUses"."dimension" = 'MORALITY' or "__new_frameUses"."dimension" = 'FAIRNESS_AND_EQUALITY' or "__new_frameUses"."dimension" = 'LEGALITY_CONSTITUTIONALITY_AND_JURISPRUDENCE' or "__new_frameUses"."dimension" = 'POLICY_PRESCRIPTION_AND_EVALUATION' or "__new_frameUses"."dimension" = 'CRIME_AND_PUNISHMENT' or "__new_frameUses"."dimension" = 'SECURITY_AND_DEFENSE' or "__new_frameUses"."dimension" = 'HEALTH_AND_SAFETY' or "__new_frameUses"."dimension" = 'QUALITY_OF_LIFE' or "__new_frameUses"."dimension" = 'CULTURAL_IDENTITY' or "__new_frameUses"."dimension" = 'PUBLIC_OPINION' or "__new_frameUses"."dimension" = 'POLITICAL' or "__new_frameUses"."dimension" = 'EXTERNAL_REGULATION_AND_REPUTATION' or "__new_frameUses"."dimension" = 'OTHER'),
	CONSTRAINT "frame_uses_frame" CHECK(coalesce("__new_frameUses"."function", "__new_frameUses"."dimension") is not null),
	CONSTRAINT "frame_uses_target" CHECK("__new_frameUses"."targetAgentId" is null or "__new_frameUses"."targetReferentId" is null),
	CONSTRAINT "frame_uses_valence" CHECK("__new_frameUses"."valence" = 'BLAME' or "__new_frameUses"."valence" = 'CREDIT'),
	CONSTRAINT "frame_uses_effect" CHECK("__new_frameUses"."effect" = 'HARMED' or "__new_frameUses"."effect" = 'SERVED'),
	CONSTRAINT "frame_uses_affected" CHECK("__new_frameUses"."affectedAgentId" is null or "__new_frameUses"."affectedReferentId" is null),
	CONSTRAINT "frame_uses_effect_on" CHECK(("__new_frameUses"."effect" is null) = ("__new_frameUses"."affectedAgentId" is null and "__new_frameUses"."affectedReferentId" is null)),
	CONSTRAINT "frame_uses_wording" CHECK("__new_frameUses"."wording" = 'SPEAKER' or "__new_frameUses"."wording" = 'REPORTER' or "__new_frameUses"."wording" = 'DOUBTFUL'),
	CONSTRAINT "frame_uses_basis" CHECK("__new_frameUses"."basis" = 'STATED' or "__new_frameUses"."basis" = 'INFERRED' or "__new_frameUses"."basis" = 'AUTOMATIC'),
	CONSTRAINT "frame_uses_reason" CHECK(("__new_frameUses"."basis" is 'INFERRED') = ("__new_frameUses"."reason" is not null)),
	CONSTRAINT "frame_uses_rule" CHECK(("__new_frameUses"."basis" is 'AUTOMATIC') = ("__new_frameUses"."ruleId" is not null))
) STRICT;
--> statement-breakpoint
INSERT INTO `__new_frameUses`("id", "slug", "statementId", "passageId", "function", "dimension", "targetAgentId", "targetReferentId", "valence", "effect", "affectedAgentId", "affectedReferentId", "wording", "basis", "reason", "ruleId") SELECT "id", "slug", "statementId", "passageId", "function", "dimension", "targetAgentId", "targetReferentId", "valence", "effect", "affectedAgentId", "affectedReferentId", "wording", "basis", "reason", "ruleId" FROM `frameUses`;--> statement-breakpoint
DROP TABLE `frameUses`;--> statement-breakpoint
ALTER TABLE `__new_frameUses` RENAME TO `frameUses`;--> statement-breakpoint
CREATE UNIQUE INDEX `frameUses_slug_unique` ON `frameUses` (`slug`);--> statement-breakpoint
CREATE INDEX `frame_uses_by_statement` ON `frameUses` (`statementId`,`id`);--> statement-breakpoint
CREATE INDEX `frame_uses_by_passage` ON `frameUses` (`passageId`,`id`);--> statement-breakpoint
CREATE INDEX `frame_uses_by_function` ON `frameUses` (`function`,`id`);--> statement-breakpoint
CREATE INDEX `frame_uses_by_dimension` ON `frameUses` (`dimension`,`id`);--> statement-breakpoint
CREATE INDEX `frame_uses_by_target_agent` ON `frameUses` (`targetAgentId`,`id`);--> statement-breakpoint
CREATE INDEX `frame_uses_by_target_referent` ON `frameUses` (`targetReferentId`,`id`);--> statement-breakpoint
CREATE INDEX `frame_uses_by_valence` ON `frameUses` (`valence`,`id`) WHERE "frameUses"."valence" is not null;--> statement-breakpoint
CREATE INDEX `frame_uses_by_effect` ON `frameUses` (`effect`,`id`) WHERE "frameUses"."effect" is not null;--> statement-breakpoint
CREATE INDEX `frame_uses_by_affected_agent` ON `frameUses` (`affectedAgentId`,`id`) WHERE "frameUses"."affectedAgentId" is not null;--> statement-breakpoint
CREATE INDEX `frame_uses_by_affected_referent` ON `frameUses` (`affectedReferentId`,`id`) WHERE "frameUses"."affectedReferentId" is not null;--> statement-breakpoint
CREATE INDEX `frame_uses_by_rule` ON `frameUses` (`ruleId`,`id`) WHERE "frameUses"."ruleId" is not null;--> statement-breakpoint
CREATE TABLE `__new_memberships` (
	`id` integer PRIMARY KEY NOT NULL,
	`slug` text NOT NULL,
	`memberId` integer NOT NULL,
	`organizationId` integer,
	`onBehalfOfId` integer,
	`role` text NOT NULL,
	`area` text,
	`startDate` text,
	`endDate` text,
	`bounds` text,
	`earliest` text,
	`latest` text,
	`documentId` integer,
	`passageId` integer,
	`basis` text NOT NULL,
	`reason` text,
	`datasetId` integer,
	`importId` integer,
	`ruleId` integer,
	`statementId` integer,
	FOREIGN KEY (`memberId`) REFERENCES `agents`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`organizationId`) REFERENCES `agents`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`onBehalfOfId`) REFERENCES `agents`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`documentId`) REFERENCES `documents`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`passageId`) REFERENCES `passages`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`datasetId`) REFERENCES `datasets`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`importId`) REFERENCES `imports`(`id`) ON UPDATE no action ON DELETE set null,
	FOREIGN KEY (`ruleId`) REFERENCES `rules`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`statementId`) REFERENCES `statements`(`id`) ON UPDATE no action ON DELETE cascade,
	CONSTRAINT "memberships_basis" CHECK("__new_memberships"."basis" = 'STATED' or "__new_memberships"."basis" = 'INFERRED' or "__new_memberships"."basis" = 'AUTOMATIC'),
	CONSTRAINT "memberships_reason" CHECK(("__new_memberships"."basis" is 'INFERRED') = ("__new_memberships"."reason" is not null)),
	CONSTRAINT "memberships_rule" CHECK(("__new_memberships"."basis" is 'AUTOMATIC') = ("__new_memberships"."ruleId" is not null)),
	CONSTRAINT "memberships_interval" CHECK("__new_memberships"."earliest" is null or "__new_memberships"."latest" is null or "__new_memberships"."earliest" <= "__new_memberships"."latest")
) STRICT;
--> statement-breakpoint
INSERT INTO `__new_memberships`("id", "slug", "memberId", "organizationId", "onBehalfOfId", "role", "area", "startDate", "endDate", "bounds", "earliest", "latest", "documentId", "passageId", "basis", "reason", "datasetId", "importId", "ruleId", "statementId") SELECT "id", "slug", "memberId", "organizationId", "onBehalfOfId", "role", "area", "startDate", "endDate", "bounds", "earliest", "latest", "documentId", "passageId", "basis", "reason", "datasetId", "importId", "ruleId", "statementId" FROM `memberships`;--> statement-breakpoint
DROP TABLE `memberships`;--> statement-breakpoint
ALTER TABLE `__new_memberships` RENAME TO `memberships`;--> statement-breakpoint
CREATE UNIQUE INDEX `memberships_slug_unique` ON `memberships` (`slug`);--> statement-breakpoint
CREATE INDEX `memberships_by_member` ON `memberships` (`memberId`,`id`);--> statement-breakpoint
CREATE INDEX `memberships_by_dataset` ON `memberships` (`datasetId`,`id`);--> statement-breakpoint
CREATE INDEX `memberships_by_import` ON `memberships` (`importId`);--> statement-breakpoint
CREATE INDEX `memberships_by_organization` ON `memberships` (`organizationId`,`id`);--> statement-breakpoint
CREATE INDEX `memberships_by_on_behalf_of` ON `memberships` (`onBehalfOfId`,`id`);--> statement-breakpoint
CREATE INDEX `memberships_by_document` ON `memberships` (`documentId`,`id`);--> statement-breakpoint
CREATE INDEX `memberships_by_passage` ON `memberships` (`passageId`,`id`);--> statement-breakpoint
CREATE INDEX `memberships_by_rule` ON `memberships` (`ruleId`,`id`) WHERE "memberships"."ruleId" is not null;--> statement-breakpoint
CREATE INDEX `memberships_by_statement` ON `memberships` (`statementId`,`id`) WHERE "memberships"."statementId" is not null;--> statement-breakpoint
CREATE TABLE `__new_mentions` (
	`id` integer PRIMARY KEY NOT NULL,
	`slug` text NOT NULL,
	`statementId` integer NOT NULL,
	`datasetId` integer,
	`role` text NOT NULL,
	`words` text NOT NULL,
	`passageId` integer,
	`agentId` integer,
	`link` text,
	`decisionId` integer,
	`basis` text,
	`reason` text,
	`ruleId` integer,
	`roleWords` text,
	`evidenceId` integer,
	`antecedentId` integer,
	FOREIGN KEY (`statementId`) REFERENCES `statements`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`datasetId`) REFERENCES `datasets`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`passageId`) REFERENCES `passages`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`agentId`) REFERENCES `agents`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`decisionId`) REFERENCES `decisions`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`ruleId`) REFERENCES `rules`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`evidenceId`) REFERENCES `passages`(`id`) ON UPDATE no action ON DELETE set null,
	FOREIGN KEY (`antecedentId`) REFERENCES `passages`(`id`) ON UPDATE no action ON DELETE set null,
	CONSTRAINT "mentions_role" CHECK("__new_mentions"."role" = 'SOURCE' or "__new_mentions"."role" = 'ON_BEHALF_OF'),
	CONSTRAINT "mentions_link" CHECK("__new_mentions"."link" = 'CORPUS_ID' or "__new_mentions"."link" = 'EXACT_NAME' or "__new_mentions"."link" = 'DECISION' or "__new_mentions"."link" = 'RULE'),
	CONSTRAINT "mentions_basis" CHECK("__new_mentions"."basis" = 'STATED' or "__new_mentions"."basis" = 'INFERRED' or "__new_mentions"."basis" = 'AUTOMATIC'),
	CONSTRAINT "mentions_reason" CHECK(("__new_mentions"."basis" is 'INFERRED') = ("__new_mentions"."reason" is not null)),
	CONSTRAINT "mentions_rule" CHECK(("__new_mentions"."basis" is 'AUTOMATIC') = ("__new_mentions"."ruleId" is not null)),
	CONSTRAINT "mentions_linked" CHECK(("__new_mentions"."agentId" is null) = ("__new_mentions"."link" is null))
) STRICT;
--> statement-breakpoint
INSERT INTO `__new_mentions`("id", "slug", "statementId", "datasetId", "role", "words", "passageId", "agentId", "link", "decisionId", "basis", "reason", "ruleId", "roleWords", "evidenceId", "antecedentId") SELECT "id", "slug", "statementId", "datasetId", "role", "words", "passageId", "agentId", "link", "decisionId", "basis", "reason", "ruleId", "roleWords", "evidenceId", "antecedentId" FROM `mentions`;--> statement-breakpoint
DROP TABLE `mentions`;--> statement-breakpoint
ALTER TABLE `__new_mentions` RENAME TO `mentions`;--> statement-breakpoint
CREATE UNIQUE INDEX `mentions_slug_unique` ON `mentions` (`slug`);--> statement-breakpoint
CREATE INDEX `mentions_by_statement` ON `mentions` (`statementId`,`id`);--> statement-breakpoint
CREATE INDEX `mentions_by_agent` ON `mentions` (`agentId`,`id`);--> statement-breakpoint
CREATE INDEX `mentions_by_dataset_words` ON `mentions` (`datasetId`,`words`,`id`);--> statement-breakpoint
CREATE INDEX `mentions_by_words` ON `mentions` (`words`,`id`);--> statement-breakpoint
CREATE INDEX `mentions_by_passage` ON `mentions` (`passageId`,`id`);--> statement-breakpoint
CREATE INDEX `mentions_by_decision` ON `mentions` (`decisionId`);--> statement-breakpoint
CREATE INDEX `mentions_by_rule` ON `mentions` (`ruleId`,`id`) WHERE "mentions"."ruleId" is not null;--> statement-breakpoint
CREATE INDEX `mentions_by_evidence` ON `mentions` (`evidenceId`,`id`) WHERE "mentions"."evidenceId" is not null;--> statement-breakpoint
CREATE INDEX `mentions_by_antecedent` ON `mentions` (`antecedentId`,`id`) WHERE "mentions"."antecedentId" is not null;--> statement-breakpoint
CREATE TABLE `__new_termUses` (
	`id` integer PRIMARY KEY NOT NULL,
	`slug` text NOT NULL,
	`referentId` integer NOT NULL,
	`statementId` integer NOT NULL,
	`passageId` integer NOT NULL,
	`words` text NOT NULL,
	`folded` text DEFAULT '' NOT NULL,
	`wording` text,
	`basis` text,
	`reason` text,
	`ruleId` integer,
	FOREIGN KEY (`referentId`) REFERENCES `referents`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`statementId`) REFERENCES `statements`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`passageId`) REFERENCES `passages`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`ruleId`) REFERENCES `rules`(`id`) ON UPDATE no action ON DELETE restrict,
	CONSTRAINT "term_uses_wording" CHECK("__new_termUses"."wording" = 'SPEAKER' or "__new_termUses"."wording" = 'REPORTER' or "__new_termUses"."wording" = 'DOUBTFUL'),
	CONSTRAINT "term_uses_basis" CHECK("__new_termUses"."basis" = 'STATED' or "__new_termUses"."basis" = 'INFERRED' or "__new_termUses"."basis" = 'AUTOMATIC'),
	CONSTRAINT "term_uses_reason" CHECK(("__new_termUses"."basis" is 'INFERRED') = ("__new_termUses"."reason" is not null)),
	CONSTRAINT "term_uses_rule" CHECK(("__new_termUses"."basis" is 'AUTOMATIC') = ("__new_termUses"."ruleId" is not null))
) STRICT;
--> statement-breakpoint
INSERT INTO `__new_termUses`("id", "slug", "referentId", "statementId", "passageId", "words", "folded", "wording", "basis", "reason", "ruleId") SELECT "id", "slug", "referentId", "statementId", "passageId", "words", "folded", "wording", "basis", "reason", "ruleId" FROM `termUses`;--> statement-breakpoint
DROP TABLE `termUses`;--> statement-breakpoint
ALTER TABLE `__new_termUses` RENAME TO `termUses`;--> statement-breakpoint
CREATE UNIQUE INDEX `termUses_slug_unique` ON `termUses` (`slug`);--> statement-breakpoint
CREATE INDEX `term_uses_by_referent` ON `termUses` (`referentId`,`id`);--> statement-breakpoint
CREATE INDEX `term_uses_by_statement` ON `termUses` (`statementId`,`id`);--> statement-breakpoint
CREATE INDEX `term_uses_by_passage` ON `termUses` (`passageId`,`id`);--> statement-breakpoint
CREATE INDEX `term_uses_by_words` ON `termUses` (`words`,`id`);--> statement-breakpoint
CREATE INDEX `term_uses_by_folded` ON `termUses` (`folded`,`statementId`);--> statement-breakpoint
CREATE INDEX `term_uses_by_rule` ON `termUses` (`ruleId`,`id`) WHERE "termUses"."ruleId" is not null;--> statement-breakpoint
CREATE TABLE `__new_changes` (
	`id` integer PRIMARY KEY NOT NULL,
	`revisionId` integer NOT NULL,
	`kind` text NOT NULL,
	`typename` text NOT NULL,
	`slug` text NOT NULL,
	FOREIGN KEY (`revisionId`) REFERENCES `revisions`(`id`) ON UPDATE no action ON DELETE cascade,
	CONSTRAINT "changes_kind" CHECK("__new_changes"."kind" = 'ADDED' or "__new_changes"."kind" = 'CHANGED' or "__new_changes"."kind" = 'REMOVED')
) STRICT;
--> statement-breakpoint
INSERT INTO `__new_changes`("id", "revisionId", "kind", "typename", "slug") SELECT "id", "revisionId", "kind", "typename", "slug" FROM `changes`;--> statement-breakpoint
DROP TABLE `changes`;--> statement-breakpoint
ALTER TABLE `__new_changes` RENAME TO `changes`;--> statement-breakpoint
CREATE INDEX `changes_by_revision` ON `changes` (`revisionId`,`id`);--> statement-breakpoint
CREATE TABLE `__new_statementRelations` (
	`id` integer PRIMARY KEY NOT NULL,
	`slug` text NOT NULL,
	`subjectId` integer NOT NULL,
	`kind` text NOT NULL,
	`objectId` integer NOT NULL,
	`difference` text,
	`basis` text NOT NULL,
	`reason` text,
	`ruleId` integer,
	FOREIGN KEY (`subjectId`) REFERENCES `statements`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`objectId`) REFERENCES `statements`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`ruleId`) REFERENCES `rules`(`id`) ON UPDATE no action ON DELETE restrict,
	CONSTRAINT "statement_relations_kind" CHECK("__new_statementRelations"."kind" = 'PARAPHRASES' or "__new_statementRelations"."kind" = 'REPEATS' or "__new_statementRelations"."kind" = 'CONTRASTS_WITH' or "__new_statementRelations"."kind" = 'CORRECTS' or "__new_statementRelations"."kind" = 'RETRACTS'),
	CONSTRAINT "statement_relations_basis" CHECK("__new_statementRelations"."basis" = 'STATED' or "__new_statementRelations"."basis" = 'INFERRED' or "__new_statementRelations"."basis" = 'AUTOMATIC'),
	CONSTRAINT "statement_relations_reason" CHECK(("__new_statementRelations"."basis" is 'INFERRED') = ("__new_statementRelations"."reason" is not null)),
	CONSTRAINT "statement_relations_rule" CHECK(("__new_statementRelations"."basis" is 'AUTOMATIC') = ("__new_statementRelations"."ruleId" is not null)),
	CONSTRAINT "statement_relations_other" CHECK("__new_statementRelations"."subjectId" <> "__new_statementRelations"."objectId")
) STRICT;
--> statement-breakpoint
INSERT INTO `__new_statementRelations`("id", "slug", "subjectId", "kind", "objectId", "difference", "basis", "reason", "ruleId") SELECT "id", "slug", "subjectId", "kind", "objectId", "difference", "basis", "reason", "ruleId" FROM `statementRelations`;--> statement-breakpoint
DROP TABLE `statementRelations`;--> statement-breakpoint
ALTER TABLE `__new_statementRelations` RENAME TO `statementRelations`;--> statement-breakpoint
CREATE UNIQUE INDEX `statementRelations_slug_unique` ON `statementRelations` (`slug`);--> statement-breakpoint
CREATE INDEX `statement_relations_by_subject` ON `statementRelations` (`subjectId`,`id`);--> statement-breakpoint
CREATE INDEX `statement_relations_by_object` ON `statementRelations` (`objectId`,`id`);--> statement-breakpoint
CREATE INDEX `statement_relations_by_rule` ON `statementRelations` (`ruleId`,`id`) WHERE "statementRelations"."ruleId" is not null;--> statement-breakpoint
CREATE UNIQUE INDEX `statement_relations_once` ON `statementRelations` (`subjectId`,`kind`,`objectId`);--> statement-breakpoint
CREATE TABLE `__new_channels` (
	`id` integer PRIMARY KEY NOT NULL,
	`slug` text NOT NULL,
	`documentId` integer NOT NULL,
	`kind` text NOT NULL,
	`label` text NOT NULL,
	`authorId` integer,
	`addresseeId` integer,
	`timeId` integer,
	`passageId` integer NOT NULL,
	`basis` text,
	`reason` text,
	`ruleId` integer,
	`statementId` integer,
	FOREIGN KEY (`documentId`) REFERENCES `documents`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`authorId`) REFERENCES `agents`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`addresseeId`) REFERENCES `agents`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`timeId`) REFERENCES `timeExpressions`(`id`) ON UPDATE no action ON DELETE set null,
	FOREIGN KEY (`passageId`) REFERENCES `passages`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`ruleId`) REFERENCES `rules`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`statementId`) REFERENCES `statements`(`id`) ON UPDATE no action ON DELETE set null,
	CONSTRAINT "channels_kind" CHECK("__new_channels"."kind" = 'LETTER' or "__new_channels"."kind" = 'PRESS_STATEMENT' or "__new_channels"."kind" = 'SPEECH' or "__new_channels"."kind" = 'INTERVIEW' or "__new_channels"."kind" = 'HEARING' or "__new_channels"."kind" = 'SOCIAL_MEDIA' or "__new_channels"."kind" = 'REPORT' or "__new_channels"."kind" = 'OTHER'),
	CONSTRAINT "channels_basis" CHECK("__new_channels"."basis" = 'STATED' or "__new_channels"."basis" = 'INFERRED' or "__new_channels"."basis" = 'AUTOMATIC'),
	CONSTRAINT "channels_reason" CHECK(("__new_channels"."basis" is 'INFERRED') = ("__new_channels"."reason" is not null)),
	CONSTRAINT "channels_rule" CHECK(("__new_channels"."basis" is 'AUTOMATIC') = ("__new_channels"."ruleId" is not null))
) STRICT;
--> statement-breakpoint
INSERT INTO `__new_channels`("id", "slug", "documentId", "kind", "label", "authorId", "addresseeId", "timeId", "passageId", "basis", "reason", "ruleId", "statementId") SELECT "id", "slug", "documentId", "kind", "label", "authorId", "addresseeId", "timeId", "passageId", "basis", "reason", "ruleId", "statementId" FROM `channels`;--> statement-breakpoint
DROP TABLE `channels`;--> statement-breakpoint
ALTER TABLE `__new_channels` RENAME TO `channels`;--> statement-breakpoint
CREATE UNIQUE INDEX `channels_slug_unique` ON `channels` (`slug`);--> statement-breakpoint
CREATE INDEX `channels_by_document` ON `channels` (`documentId`,`id`);--> statement-breakpoint
CREATE INDEX `channels_by_author` ON `channels` (`authorId`,`id`);--> statement-breakpoint
CREATE INDEX `channels_by_addressee` ON `channels` (`addresseeId`,`id`);--> statement-breakpoint
CREATE INDEX `channels_by_time` ON `channels` (`timeId`,`id`);--> statement-breakpoint
CREATE INDEX `channels_by_passage` ON `channels` (`passageId`,`id`);--> statement-breakpoint
CREATE INDEX `channels_by_rule` ON `channels` (`ruleId`,`id`) WHERE "channels"."ruleId" is not null;--> statement-breakpoint
CREATE INDEX `channels_by_statement` ON `channels` (`statementId`,`id`) WHERE "channels"."statementId" is not null;--> statement-breakpoint
CREATE TABLE `__new_statements` (
	`id` integer PRIMARY KEY NOT NULL,
	`slug` text NOT NULL,
	`documentId` integer NOT NULL,
	`start` integer NOT NULL,
	`text` text NOT NULL,
	`voice` text NOT NULL,
	`speakerId` integer,
	`addresseeId` integer,
	`channelId` integer,
	`reportedInId` integer,
	`quotation` text,
	`speechAct` text,
	`timeId` integer,
	`sourceId` integer,
	`cueId` integer,
	`contentId` integer NOT NULL,
	`basis` text NOT NULL,
	`reason` text,
	`onBehalfOfId` integer,
	`datasetId` integer,
	`coderId` integer,
	`cueWords` text,
	`speakerBasis` text DEFAULT 'STATED' NOT NULL,
	`speakerReason` text,
	`addresseeBasis` text,
	`addresseeReason` text,
	`channelBasis` text,
	`channelReason` text,
	`ruleId` integer,
	`attribution` text,
	`certainty` text,
	`polarity` text,
	`turn` integer,
	FOREIGN KEY (`documentId`) REFERENCES `documents`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`speakerId`) REFERENCES `agents`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`addresseeId`) REFERENCES `agents`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`channelId`) REFERENCES `channels`(`id`) ON UPDATE no action ON DELETE set null,
	FOREIGN KEY (`reportedInId`) REFERENCES `statements`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`timeId`) REFERENCES `timeExpressions`(`id`) ON UPDATE no action ON DELETE set null,
	FOREIGN KEY (`sourceId`) REFERENCES `passages`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`cueId`) REFERENCES `passages`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`contentId`) REFERENCES `passages`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`onBehalfOfId`) REFERENCES `agents`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`datasetId`) REFERENCES `datasets`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`coderId`) REFERENCES `coders`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`ruleId`) REFERENCES `rules`(`id`) ON UPDATE no action ON DELETE restrict,
	CONSTRAINT "statements_voice" CHECK("__new_statements"."voice" = 'DOCUMENT' or "__new_statements"."voice" = 'AGENT' or "__new_statements"."voice" = 'CHANNEL' or "__new_statements"."voice" = 'UNIDENTIFIED' or "__new_statements"."voice" = 'UNLINKED'),
	CONSTRAINT "statements_quotation" CHECK("__new_statements"."quotation" = 'DIRECT' or "__new_statements"."quotation" = 'INDIRECT' or "__new_statements"."quotation" = 'MIXED'),
	CONSTRAINT "statements_speech_act" CHECK("__new_statements"."speechAct" = 'ASSERTIVE' or "__new_statements"."speechAct" = 'DIRECTIVE' or "__new_statements"."speechAct" = 'COMMISSIVE' or "__new_statements"."speechAct" = 'EXPRESSIVE' or "__new_statements"."speechAct" = 'QUESTION'),
	CONSTRAINT "statements_basis" CHECK("__new_statements"."basis" = 'STATED' or "__new_statements"."basis" = 'INFERRED' or "__new_statements"."basis" = 'AUTOMATIC'),
	CONSTRAINT "statements_reason" CHECK(("__new_statements"."basis" is 'INFERRED') = ("__new_statements"."reason" is not null)),
	CONSTRAINT "statements_rule" CHECK(("__new_statements"."basis" is 'AUTOMATIC') = ("__new_statements"."ruleId" is not null)),
	CONSTRAINT "statements_speaker_basis" CHECK("__new_statements"."speakerBasis" = 'STATED' or "__new_statements"."speakerBasis" = 'INFERRED' or "__new_statements"."speakerBasis" = 'AUTOMATIC'),
	CONSTRAINT "statements_speaker_reason" CHECK(("__new_statements"."speakerBasis" is 'INFERRED') = ("__new_statements"."speakerReason" is not null)),
	CONSTRAINT "statements_addressee_basis" CHECK("__new_statements"."addresseeBasis" = 'STATED' or "__new_statements"."addresseeBasis" = 'INFERRED' or "__new_statements"."addresseeBasis" = 'AUTOMATIC'),
	CONSTRAINT "statements_addressee_reason" CHECK(("__new_statements"."addresseeBasis" is 'INFERRED') = ("__new_statements"."addresseeReason" is not null)),
	CONSTRAINT "statements_channel_basis" CHECK("__new_statements"."channelBasis" = 'STATED' or "__new_statements"."channelBasis" = 'INFERRED' or "__new_statements"."channelBasis" = 'AUTOMATIC'),
	CONSTRAINT "statements_channel_reason" CHECK(("__new_statements"."channelBasis" is 'INFERRED') = ("__new_statements"."channelReason" is not null)),
	CONSTRAINT "statements_attribution" CHECK("__new_statements"."attribution" = 'COMMUNICATION' or "__new_statements"."attribution" = 'BELIEF' or "__new_statements"."attribution" = 'FACTIVE' or "__new_statements"."attribution" = 'CONTROL'),
	CONSTRAINT "statements_certainty" CHECK("__new_statements"."certainty" = 'CERTAIN' or "__new_statements"."certainty" = 'PROBABLE' or "__new_statements"."certainty" = 'POSSIBLE' or "__new_statements"."certainty" = 'UNDERSPECIFIED'),
	CONSTRAINT "statements_polarity" CHECK("__new_statements"."polarity" = 'POSITIVE' or "__new_statements"."polarity" = 'NEGATIVE'),
	CONSTRAINT "statements_speaker" CHECK(("__new_statements"."voice" = 'AGENT') = ("__new_statements"."speakerId" is not null)),
	CONSTRAINT "statements_nesting" CHECK("__new_statements"."reportedInId" is null or "__new_statements"."reportedInId" <> "__new_statements"."id")
) STRICT;
--> statement-breakpoint
INSERT INTO `__new_statements`("id", "slug", "documentId", "start", "text", "voice", "speakerId", "addresseeId", "channelId", "reportedInId", "quotation", "speechAct", "timeId", "sourceId", "cueId", "contentId", "basis", "reason", "onBehalfOfId", "datasetId", "coderId", "cueWords", "speakerBasis", "speakerReason", "addresseeBasis", "addresseeReason", "channelBasis", "channelReason", "ruleId", "attribution", "certainty", "polarity", "turn") SELECT "id", "slug", "documentId", "start", "text", "voice", "speakerId", "addresseeId", "channelId", "reportedInId", "quotation", "speechAct", "timeId", "sourceId", "cueId", "contentId", "basis", "reason", "onBehalfOfId", "datasetId", "coderId", "cueWords", "speakerBasis", "speakerReason", "addresseeBasis", "addresseeReason", "channelBasis", "channelReason", "ruleId", "attribution", "certainty", "polarity", "turn" FROM `statements`;--> statement-breakpoint
DROP TABLE `statements`;--> statement-breakpoint
ALTER TABLE `__new_statements` RENAME TO `statements`;--> statement-breakpoint
CREATE UNIQUE INDEX `statements_slug_unique` ON `statements` (`slug`);--> statement-breakpoint
CREATE INDEX `statements_by_document` ON `statements` (`documentId`,`start`,`id`);--> statement-breakpoint
CREATE INDEX `statements_by_speaker` ON `statements` (`speakerId`,`documentId`,`start`,`id`);--> statement-breakpoint
CREATE INDEX `statements_by_speaker_and_cue` ON `statements` (`speakerId`,`cueWords`,`documentId`,`start`,`id`);--> statement-breakpoint
CREATE INDEX `statements_by_addressee` ON `statements` (`addresseeId`,`documentId`,`start`,`id`);--> statement-breakpoint
CREATE INDEX `statements_by_channel` ON `statements` (`channelId`,`documentId`,`start`,`id`);--> statement-breakpoint
CREATE INDEX `statements_by_reported_in` ON `statements` (`reportedInId`,`documentId`,`start`,`id`);--> statement-breakpoint
CREATE INDEX `statements_by_time` ON `statements` (`timeId`,`documentId`,`start`,`id`);--> statement-breakpoint
CREATE INDEX `statements_by_voice` ON `statements` (`voice`,`documentId`,`start`,`id`);--> statement-breakpoint
CREATE INDEX `statements_by_quotation` ON `statements` (`quotation`,`documentId`,`start`,`id`);--> statement-breakpoint
CREATE INDEX `statements_by_speech_act` ON `statements` (`speechAct`,`documentId`,`start`,`id`);--> statement-breakpoint
CREATE INDEX `statements_by_cue_words` ON `statements` (`cueWords`,`documentId`,`start`,`id`,`cueId`,`reportedInId`);--> statement-breakpoint
CREATE INDEX `statements_by_source` ON `statements` (`sourceId`,`id`);--> statement-breakpoint
CREATE INDEX `statements_by_cue` ON `statements` (`cueId`,`id`);--> statement-breakpoint
CREATE INDEX `statements_by_on_behalf_of` ON `statements` (`onBehalfOfId`,`documentId`,`start`,`id`);--> statement-breakpoint
CREATE INDEX `statements_by_dataset` ON `statements` (`datasetId`,`documentId`,`start`,`id`);--> statement-breakpoint
CREATE INDEX `statements_by_coder` ON `statements` (`coderId`,`documentId`,`start`,`id`);--> statement-breakpoint
CREATE INDEX `statements_by_content` ON `statements` (`contentId`,`id`);--> statement-breakpoint
CREATE INDEX `statements_by_rule` ON `statements` (`ruleId`,`id`) WHERE "statements"."ruleId" is not null;--> statement-breakpoint
CREATE TABLE `__new_timeExpressions` (
	`id` integer PRIMARY KEY NOT NULL,
	`slug` text NOT NULL,
	`documentId` integer NOT NULL,
	`passageId` integer,
	`verbatim` text NOT NULL,
	`edtf` text,
	`earliest` text,
	`latest` text,
	`basis` text NOT NULL,
	`reason` text,
	`ruleId` integer,
	FOREIGN KEY (`documentId`) REFERENCES `documents`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`passageId`) REFERENCES `passages`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`ruleId`) REFERENCES `rules`(`id`) ON UPDATE no action ON DELETE restrict,
	CONSTRAINT "time_expressions_basis" CHECK("__new_timeExpressions"."basis" = 'STATED' or "__new_timeExpressions"."basis" = 'INFERRED' or "__new_timeExpressions"."basis" = 'AUTOMATIC' or "__new_timeExpressions"."basis" = 'UNRESOLVED'),
	CONSTRAINT "time_expressions_resolved" CHECK(("__new_timeExpressions"."basis" = 'UNRESOLVED') = ("__new_timeExpressions"."edtf" is null)),
	CONSTRAINT "time_expressions_reason" CHECK("__new_timeExpressions"."basis" <> 'INFERRED' or "__new_timeExpressions"."reason" is not null),
	CONSTRAINT "time_expressions_rule" CHECK(("__new_timeExpressions"."basis" = 'AUTOMATIC') <= ("__new_timeExpressions"."ruleId" is not null)),
	CONSTRAINT "time_expressions_ruled" CHECK("__new_timeExpressions"."ruleId" is null or "__new_timeExpressions"."basis" = 'AUTOMATIC' or "__new_timeExpressions"."basis" = 'UNRESOLVED'),
	CONSTRAINT "time_expressions_interval" CHECK("__new_timeExpressions"."earliest" is null or "__new_timeExpressions"."latest" is null or "__new_timeExpressions"."earliest" <= "__new_timeExpressions"."latest")
) STRICT;
--> statement-breakpoint
INSERT INTO `__new_timeExpressions`("id", "slug", "documentId", "passageId", "verbatim", "edtf", "earliest", "latest", "basis", "reason", "ruleId") SELECT "id", "slug", "documentId", "passageId", "verbatim", "edtf", "earliest", "latest", "basis", "reason", "ruleId" FROM `timeExpressions`;--> statement-breakpoint
DROP TABLE `timeExpressions`;--> statement-breakpoint
ALTER TABLE `__new_timeExpressions` RENAME TO `timeExpressions`;--> statement-breakpoint
CREATE UNIQUE INDEX `timeExpressions_slug_unique` ON `timeExpressions` (`slug`);--> statement-breakpoint
CREATE INDEX `time_expressions_by_document` ON `timeExpressions` (`documentId`,`id`);--> statement-breakpoint
CREATE INDEX `time_expressions_by_passage` ON `timeExpressions` (`passageId`,`id`);--> statement-breakpoint
CREATE INDEX `time_expressions_by_latest` ON `timeExpressions` (`latest`,`earliest`,`id`);--> statement-breakpoint
CREATE INDEX `time_expressions_by_earliest` ON `timeExpressions` (`earliest`,`latest`,`id`);--> statement-breakpoint
CREATE INDEX `time_expressions_by_rule` ON `timeExpressions` (`ruleId`,`id`) WHERE "timeExpressions"."ruleId" is not null;--> statement-breakpoint
CREATE VIEW `agentSearchText` AS SELECT a.id AS id, a.name AS name, (SELECT group_concat(name, ' · ') FROM (SELECT n.name AS name FROM agentNames n WHERE n.agentId = a.id ORDER BY n.id)) AS otherNames, 'und' AS language FROM agents a;--> statement-breakpoint
CREATE VIEW `documentSearchText` AS SELECT d.id AS id, d.title AS title, t.text AS text, d.language AS language FROM documents d JOIN documentTexts t ON t.documentId = d.id;--> statement-breakpoint
CREATE VIEW `figureSearchText` AS SELECT f.id AS id, f.label AS label, f.population AS population,
  (SELECT group_concat(words, ' · ') FROM (SELECT c.aspect || ': ' || c.value AS words FROM figureConditions c WHERE c.figureId = f.id ORDER BY c.id)) AS conditions,
  (SELECT group_concat(words, ' · ') FROM (SELECT m.verbatim AS words FROM figureMentions m WHERE m.figureId = f.id ORDER BY m.id)) AS verbatim,
  number_text(f.value) AS value, d.language AS language
  FROM figures f JOIN documents d ON d.id = f.documentId;--> statement-breakpoint
-- Decisions move speakers from one agent to another; inserts are the writers', who copy what they know.
CREATE TRIGGER `stances_follow_statements` AFTER UPDATE OF `speakerId`, `timeId`, `onBehalfOfId` ON `statements` BEGIN
  UPDATE `stances` SET `speakerId` = new.`speakerId`, `timeId` = new.`timeId`, `onBehalfOfId` = new.`onBehalfOfId` WHERE `statementId` = new.`id`;
END;--> statement-breakpoint
CREATE VIEW `statementSearchText` AS SELECT s.id AS id, s.text AS text, d.language AS language FROM statements s JOIN documents d ON d.id = s.documentId;--> statement-breakpoint
CREATE VIEW `passageSearchText` AS SELECT p.id AS id, p.exact AS exact, d.language AS language FROM passages p JOIN documents d ON d.id = p.documentId;--> statement-breakpoint
CREATE VIEW `claimSearchText` AS SELECT c.id AS id, c.text AS text,
  coalesce((SELECT d.language FROM stances s JOIN documents d ON d.id = s.documentId WHERE s.claimId = c.id ORDER BY s.id LIMIT 1), 'und') AS language
  FROM claims c;