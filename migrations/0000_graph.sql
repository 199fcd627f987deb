CREATE TABLE `agentNames` (
	`id` integer PRIMARY KEY NOT NULL,
	`agentId` integer NOT NULL,
	`name` text NOT NULL,
	FOREIGN KEY (`agentId`) REFERENCES `agents`(`id`) ON UPDATE no action ON DELETE cascade
) STRICT;
--> statement-breakpoint
CREATE INDEX `agent_names_by_name` ON `agentNames` (`name`,`agentId`);--> statement-breakpoint
CREATE UNIQUE INDEX `agent_names_once` ON `agentNames` (`agentId`,`name`);--> statement-breakpoint
CREATE TABLE `agents` (
	`id` integer PRIMARY KEY NOT NULL,
	`slug` text NOT NULL,
	`kind` text NOT NULL,
	`organizationKind` text,
	`name` text NOT NULL,
	`datasetId` integer,
	`importId` integer,
	FOREIGN KEY (`datasetId`) REFERENCES `datasets`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`importId`) REFERENCES `imports`(`id`) ON UPDATE no action ON DELETE set null,
	CONSTRAINT "agents_kind" CHECK("agents"."kind" in ('PERSON', 'ORGANIZATION', 'UNKNOWN')),
	CONSTRAINT "agents_organization_kind" CHECK("agents"."organizationKind" in ('AGENCY', 'LEGISLATURE', 'COMMITTEE', 'PARTY', 'ADMINISTRATION', 'PUBLISHER', 'COMPANY', 'ASSOCIATION', 'GROUP', 'OTHER')),
	CONSTRAINT "agents_organization" CHECK(("agents"."kind" = 'ORGANIZATION') = ("agents"."organizationKind" is not null))
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `agents_slug_unique` ON `agents` (`slug`);--> statement-breakpoint
CREATE INDEX `agents_by_kind_name` ON `agents` (`kind`,`name`,`id`);--> statement-breakpoint
CREATE INDEX `agents_by_name` ON `agents` (`name`,`id`);--> statement-breakpoint
CREATE INDEX `agents_by_dataset` ON `agents` (`datasetId`,`id`);--> statement-breakpoint
CREATE INDEX `agents_by_import` ON `agents` (`importId`);--> statement-breakpoint
CREATE TABLE `identifiers` (
	`id` integer PRIMARY KEY NOT NULL,
	`agentId` integer NOT NULL,
	`scheme` text NOT NULL,
	`value` text NOT NULL,
	FOREIGN KEY (`agentId`) REFERENCES `agents`(`id`) ON UPDATE no action ON DELETE cascade
) STRICT;
--> statement-breakpoint
CREATE INDEX `identifiers_by_agent` ON `identifiers` (`agentId`,`scheme`);--> statement-breakpoint
CREATE UNIQUE INDEX `identifiers_once` ON `identifiers` (`scheme`,`value`,`agentId`);--> statement-breakpoint
CREATE TABLE `channels` (
	`id` integer PRIMARY KEY NOT NULL,
	`slug` text NOT NULL,
	`documentId` integer NOT NULL,
	`kind` text NOT NULL,
	`label` text NOT NULL,
	`authorId` integer,
	`addresseeId` integer,
	`timeId` integer,
	`passageId` integer NOT NULL,
	FOREIGN KEY (`documentId`) REFERENCES `documents`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`authorId`) REFERENCES `agents`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`addresseeId`) REFERENCES `agents`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`timeId`) REFERENCES `timeExpressions`(`id`) ON UPDATE no action ON DELETE set null,
	FOREIGN KEY (`passageId`) REFERENCES `passages`(`id`) ON UPDATE no action ON DELETE cascade,
	CONSTRAINT "channels_kind" CHECK("channels"."kind" in ('LETTER', 'PRESS_STATEMENT', 'SPEECH', 'INTERVIEW', 'HEARING', 'SOCIAL_MEDIA', 'REPORT', 'OTHER'))
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `channels_slug_unique` ON `channels` (`slug`);--> statement-breakpoint
CREATE INDEX `channels_by_document` ON `channels` (`documentId`,`id`);--> statement-breakpoint
CREATE INDEX `channels_by_author` ON `channels` (`authorId`,`id`);--> statement-breakpoint
CREATE INDEX `channels_by_addressee` ON `channels` (`addresseeId`,`id`);--> statement-breakpoint
CREATE INDEX `channels_by_time` ON `channels` (`timeId`,`id`);--> statement-breakpoint
CREATE INDEX `channels_by_passage` ON `channels` (`passageId`,`id`);--> statement-breakpoint
CREATE TABLE `claims` (
	`id` integer PRIMARY KEY NOT NULL,
	`slug` text NOT NULL,
	`text` text NOT NULL,
	`datasetId` integer,
	`importId` integer,
	FOREIGN KEY (`datasetId`) REFERENCES `datasets`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`importId`) REFERENCES `imports`(`id`) ON UPDATE no action ON DELETE set null
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `claims_slug_unique` ON `claims` (`slug`);--> statement-breakpoint
CREATE INDEX `claims_by_text` ON `claims` (`text`,`id`);--> statement-breakpoint
CREATE INDEX `claims_by_dataset` ON `claims` (`datasetId`,`id`);--> statement-breakpoint
CREATE INDEX `claims_by_import` ON `claims` (`importId`);--> statement-breakpoint
CREATE TABLE `stances` (
	`id` integer PRIMARY KEY NOT NULL,
	`slug` text NOT NULL,
	`statementId` integer NOT NULL,
	`claimId` integer NOT NULL,
	`stance` text NOT NULL,
	`passageId` integer NOT NULL,
	FOREIGN KEY (`statementId`) REFERENCES `statements`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`claimId`) REFERENCES `claims`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`passageId`) REFERENCES `passages`(`id`) ON UPDATE no action ON DELETE cascade,
	CONSTRAINT "stances_stance" CHECK("stances"."stance" in ('SUPPORTS', 'OPPOSES', 'QUALIFIES', 'QUESTIONS'))
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `stances_slug_unique` ON `stances` (`slug`);--> statement-breakpoint
CREATE INDEX `stances_by_claim` ON `stances` (`claimId`,`id`);--> statement-breakpoint
CREATE INDEX `stances_by_stance` ON `stances` (`stance`,`statementId`);--> statement-breakpoint
CREATE INDEX `stances_by_passage` ON `stances` (`passageId`,`id`);--> statement-breakpoint
CREATE UNIQUE INDEX `stances_once` ON `stances` (`statementId`,`claimId`);--> statement-breakpoint
CREATE TABLE `coders` (
	`id` integer PRIMARY KEY NOT NULL,
	`slug` text NOT NULL,
	`name` text NOT NULL,
	`datasetId` integer,
	`importId` integer,
	FOREIGN KEY (`datasetId`) REFERENCES `datasets`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`importId`) REFERENCES `imports`(`id`) ON UPDATE no action ON DELETE set null
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `coders_slug_unique` ON `coders` (`slug`);--> statement-breakpoint
CREATE INDEX `coders_by_dataset` ON `coders` (`datasetId`,`id`);--> statement-breakpoint
CREATE INDEX `coders_by_import` ON `coders` (`importId`);--> statement-breakpoint
CREATE TABLE `datasets` (
	`id` integer PRIMARY KEY NOT NULL,
	`slug` text NOT NULL,
	`name` text NOT NULL,
	`format` text NOT NULL,
	`licence` text,
	`version` text,
	`url` text,
	`importedAt` text NOT NULL
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `datasets_slug_unique` ON `datasets` (`slug`);--> statement-breakpoint
CREATE TABLE `importCounts` (
	`id` integer PRIMARY KEY NOT NULL,
	`importId` integer NOT NULL,
	`datasetId` integer NOT NULL,
	`kind` text,
	`reason` text,
	`count` integer NOT NULL,
	FOREIGN KEY (`importId`) REFERENCES `imports`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`datasetId`) REFERENCES `datasets`(`id`) ON UPDATE no action ON DELETE cascade
) STRICT;
--> statement-breakpoint
CREATE INDEX `import_counts_by_dataset` ON `importCounts` (`datasetId`,`id`);--> statement-breakpoint
CREATE INDEX `import_counts_by_import` ON `importCounts` (`importId`);--> statement-breakpoint
CREATE TABLE `imports` (
	`id` integer PRIMARY KEY NOT NULL,
	`datasetId` integer NOT NULL,
	`name` text NOT NULL,
	`digest` text NOT NULL,
	`importedAt` text NOT NULL,
	FOREIGN KEY (`datasetId`) REFERENCES `datasets`(`id`) ON UPDATE no action ON DELETE cascade
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `imports_once` ON `imports` (`datasetId`,`name`);--> statement-breakpoint
CREATE TABLE `decisionMoves` (
	`id` integer PRIMARY KEY NOT NULL,
	`tableName` text NOT NULL,
	`columnName` text NOT NULL,
	`rowId` integer NOT NULL,
	`fromId` integer,
	`toId` integer
) STRICT;
--> statement-breakpoint
CREATE TABLE `decisions` (
	`id` integer PRIMARY KEY NOT NULL,
	`slug` text NOT NULL,
	`kind` text NOT NULL,
	`agentId` integer NOT NULL,
	`otherId` integer,
	`words` text,
	`datasetId` integer,
	`statement` text,
	`published` text,
	`decidedBy` text,
	`reason` text NOT NULL,
	FOREIGN KEY (`agentId`) REFERENCES `agents`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`otherId`) REFERENCES `agents`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`datasetId`) REFERENCES `datasets`(`id`) ON UPDATE no action ON DELETE cascade,
	CONSTRAINT "decisions_kind" CHECK("decisions"."kind" in ('SAME_AS', 'NOT_SAME_AS', 'SPLIT'))
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `decisions_slug_unique` ON `decisions` (`slug`);--> statement-breakpoint
CREATE INDEX `decisions_by_agent` ON `decisions` (`agentId`,`id`);--> statement-breakpoint
CREATE INDEX `decisions_by_other` ON `decisions` (`otherId`,`id`);--> statement-breakpoint
CREATE INDEX `decisions_by_dataset` ON `decisions` (`datasetId`);--> statement-breakpoint
CREATE TABLE `documentTexts` (
	`documentId` integer PRIMARY KEY NOT NULL,
	`text` text NOT NULL,
	FOREIGN KEY (`documentId`) REFERENCES `documents`(`id`) ON UPDATE no action ON DELETE cascade
) STRICT;
--> statement-breakpoint
CREATE TABLE `documents` (
	`id` integer PRIMARY KEY NOT NULL,
	`slug` text NOT NULL,
	`title` text,
	`publisherId` integer,
	`url` text,
	`language` text NOT NULL,
	`published` text,
	`publishedEarliest` text,
	`publishedLatest` text,
	`sha256` text NOT NULL,
	`length` integer NOT NULL,
	`digest` text NOT NULL,
	`datasetId` integer,
	`importId` integer,
	FOREIGN KEY (`publisherId`) REFERENCES `agents`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`datasetId`) REFERENCES `datasets`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`importId`) REFERENCES `imports`(`id`) ON UPDATE no action ON DELETE set null,
	CONSTRAINT "documents_sha256" CHECK(length("documents"."sha256") = 64),
	CONSTRAINT "documents_length" CHECK("documents"."length" > 0),
	CONSTRAINT "documents_published" CHECK("documents"."publishedEarliest" is null or "documents"."publishedLatest" is null or "documents"."publishedEarliest" <= "documents"."publishedLatest")
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `documents_slug_unique` ON `documents` (`slug`);--> statement-breakpoint
CREATE INDEX `documents_by_publisher` ON `documents` (`publisherId`,`id`);--> statement-breakpoint
CREATE INDEX `documents_by_dataset` ON `documents` (`datasetId`,`id`);--> statement-breakpoint
CREATE INDEX `documents_by_import` ON `documents` (`importId`);--> statement-breakpoint
CREATE INDEX `documents_by_published` ON `documents` (case when publishedEarliest is null then '' else publishedEarliest end,`id`);--> statement-breakpoint
CREATE INDEX `documents_by_earliest` ON `documents` (`publishedEarliest`,`publishedLatest`,`id`);--> statement-breakpoint
CREATE INDEX `documents_by_latest` ON `documents` (`publishedLatest`,`publishedEarliest`,`id`);--> statement-breakpoint
CREATE INDEX `documents_by_title` ON `documents` (case when title is null then '' else title end,`id`);--> statement-breakpoint
CREATE TABLE `figureConditions` (
	`id` integer PRIMARY KEY NOT NULL,
	`figureId` integer NOT NULL,
	`aspect` text NOT NULL,
	`value` text NOT NULL,
	FOREIGN KEY (`figureId`) REFERENCES `figures`(`id`) ON UPDATE no action ON DELETE cascade
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `figure_conditions_once` ON `figureConditions` (`figureId`,`aspect`);--> statement-breakpoint
CREATE TABLE `figureMentions` (
	`id` integer PRIMARY KEY NOT NULL,
	`slug` text NOT NULL,
	`figureId` integer NOT NULL,
	`statementId` integer NOT NULL,
	`passageId` integer NOT NULL,
	`verbatim` text NOT NULL,
	`approximation` text NOT NULL,
	`value` real,
	`lower` real,
	`upper` real,
	FOREIGN KEY (`figureId`) REFERENCES `figures`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`statementId`) REFERENCES `statements`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`passageId`) REFERENCES `passages`(`id`) ON UPDATE no action ON DELETE cascade,
	CONSTRAINT "figure_mentions_approximation" CHECK("figureMentions"."approximation" in ('EXACT', 'ABOUT', 'NEARLY', 'OVER', 'AT_LEAST', 'UNDER', 'UP_TO', 'BETWEEN', 'ORDER_OF_MAGNITUDE')),
	CONSTRAINT "figure_mentions_interval" CHECK("figureMentions"."lower" is null or "figureMentions"."upper" is null or "figureMentions"."lower" <= "figureMentions"."upper")
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `figureMentions_slug_unique` ON `figureMentions` (`slug`);--> statement-breakpoint
CREATE INDEX `figure_mentions_by_figure` ON `figureMentions` (`figureId`,`id`,`statementId`);--> statement-breakpoint
CREATE INDEX `figure_mentions_by_statement` ON `figureMentions` (`statementId`,`id`,`figureId`);--> statement-breakpoint
CREATE INDEX `figure_mentions_by_passage` ON `figureMentions` (`passageId`,`id`);--> statement-breakpoint
CREATE INDEX `figure_mentions_by_value` ON `figureMentions` (`value`,`id`);--> statement-breakpoint
CREATE INDEX `figure_mentions_by_approximation` ON `figureMentions` (`approximation`,`verbatim`,`id`);--> statement-breakpoint
CREATE TABLE `figureRelations` (
	`id` integer PRIMARY KEY NOT NULL,
	`slug` text NOT NULL,
	`subjectId` integer NOT NULL,
	`kind` text NOT NULL,
	`objectId` integer NOT NULL,
	`explanation` text NOT NULL,
	`passageId` integer,
	`basis` text NOT NULL,
	`reason` text,
	FOREIGN KEY (`subjectId`) REFERENCES `figures`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`objectId`) REFERENCES `figures`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`passageId`) REFERENCES `passages`(`id`) ON UPDATE no action ON DELETE cascade,
	CONSTRAINT "figure_relations_kind" CHECK("figureRelations"."kind" in ('SUM_OF', 'ROUNDS', 'COMPARED_WITH', 'IN_TENSION_WITH')),
	CONSTRAINT "figure_relations_basis" CHECK("figureRelations"."basis" in ('STATED', 'INFERRED')),
	CONSTRAINT "figure_relations_reason" CHECK(("figureRelations"."basis" = 'STATED') = ("figureRelations"."reason" is null)),
	CONSTRAINT "figure_relations_other" CHECK("figureRelations"."subjectId" <> "figureRelations"."objectId")
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `figureRelations_slug_unique` ON `figureRelations` (`slug`);--> statement-breakpoint
CREATE INDEX `figure_relations_by_subject` ON `figureRelations` (`subjectId`,`id`);--> statement-breakpoint
CREATE INDEX `figure_relations_by_object` ON `figureRelations` (`objectId`,`id`);--> statement-breakpoint
CREATE INDEX `figure_relations_by_passage` ON `figureRelations` (`passageId`,`id`);--> statement-breakpoint
CREATE UNIQUE INDEX `figure_relations_once` ON `figureRelations` (`subjectId`,`kind`,`objectId`);--> statement-breakpoint
CREATE TABLE `figures` (
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
	FOREIGN KEY (`documentId`) REFERENCES `documents`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`referentId`) REFERENCES `referents`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`timeId`) REFERENCES `timeExpressions`(`id`) ON UPDATE no action ON DELETE set null,
	CONSTRAINT "figures_amount" CHECK("figures"."magnitude" is coalesce("figures"."value", "figures"."lower", "figures"."upper")),
	CONSTRAINT "figures_interval" CHECK("figures"."lower" is null or "figures"."upper" is null or "figures"."lower" <= "figures"."upper"),
	CONSTRAINT "figures_time_relation" CHECK("figures"."timeRelation" in ('AS_OF', 'DURING'))
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `figures_slug_unique` ON `figures` (`slug`);--> statement-breakpoint
CREATE INDEX `figures_by_document` ON `figures` (`documentId`,`id`);--> statement-breakpoint
CREATE INDEX `figures_by_value` ON `figures` (`value`,`id`);--> statement-breakpoint
CREATE INDEX `figures_by_magnitude` ON `figures` (`magnitude`,`id`);--> statement-breakpoint
CREATE INDEX `figures_by_lower` ON `figures` (`lower`,`upper`,`id`);--> statement-breakpoint
CREATE INDEX `figures_by_unit` ON `figures` (`unit`,`population`,`value`,`lower`,`upper`,`id`);--> statement-breakpoint
CREATE INDEX `figures_by_label` ON `figures` (`label`,`id`);--> statement-breakpoint
CREATE INDEX `figures_by_referent` ON `figures` (`referentId`,`id`);--> statement-breakpoint
CREATE INDEX `figures_by_time` ON `figures` (`timeId`,`id`);--> statement-breakpoint
CREATE TABLE `frameUses` (
	`id` integer PRIMARY KEY NOT NULL,
	`slug` text NOT NULL,
	`statementId` integer NOT NULL,
	`passageId` integer NOT NULL,
	`function` text,
	`dimension` text,
	`targetAgentId` integer,
	`targetReferentId` integer,
	FOREIGN KEY (`statementId`) REFERENCES `statements`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`passageId`) REFERENCES `passages`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`targetAgentId`) REFERENCES `agents`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`targetReferentId`) REFERENCES `referents`(`id`) ON UPDATE no action ON DELETE restrict,
	CONSTRAINT "frame_uses_function" CHECK("frameUses"."function" in ('PROBLEM_DEFINITION', 'CAUSAL_INTERPRETATION', 'MORAL_EVALUATION', 'TREATMENT_RECOMMENDATION')),
	CONSTRAINT "frame_uses_dimension" CHECK("frameUses"."dimension" in ('ECONOMIC', 'CAPACITY_AND_RESOURCES', 'MORALITY', 'FAIRNESS_AND_EQUALITY', 'LEGALITY_CONSTITUTIONALITY_AND_JURISPRUDENCE', 'POLICY_PRESCRIPTION_AND_EVALUATION', 'CRIME_AND_PUNISHMENT', 'SECURITY_AND_DEFENSE', 'HEALTH_AND_SAFETY', 'QUALITY_OF_LIFE', 'CULTURAL_IDENTITY', 'PUBLIC_OPINION', 'POLITICAL', 'EXTERNAL_REGULATION_AND_REPUTATION', 'OTHER')),
	CONSTRAINT "frame_uses_frame" CHECK(coalesce("frameUses"."function", "frameUses"."dimension") is not null),
	CONSTRAINT "frame_uses_target" CHECK("frameUses"."targetAgentId" is null or "frameUses"."targetReferentId" is null)
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `frameUses_slug_unique` ON `frameUses` (`slug`);--> statement-breakpoint
CREATE INDEX `frame_uses_by_statement` ON `frameUses` (`statementId`,`id`);--> statement-breakpoint
CREATE INDEX `frame_uses_by_passage` ON `frameUses` (`passageId`,`id`);--> statement-breakpoint
CREATE INDEX `frame_uses_by_function` ON `frameUses` (`function`,`id`);--> statement-breakpoint
CREATE INDEX `frame_uses_by_dimension` ON `frameUses` (`dimension`,`id`);--> statement-breakpoint
CREATE INDEX `frame_uses_by_target_agent` ON `frameUses` (`targetAgentId`,`id`);--> statement-breakpoint
CREATE INDEX `frame_uses_by_target_referent` ON `frameUses` (`targetReferentId`,`id`);--> statement-breakpoint
CREATE TABLE `labels` (
	`id` integer PRIMARY KEY NOT NULL,
	`statementId` integer,
	`documentId` integer,
	`agentId` integer,
	`name` text NOT NULL,
	`value` text NOT NULL,
	FOREIGN KEY (`statementId`) REFERENCES `statements`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`documentId`) REFERENCES `documents`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`agentId`) REFERENCES `agents`(`id`) ON UPDATE no action ON DELETE cascade,
	CONSTRAINT "labels_of_one" CHECK(("labels"."statementId" is not null) + ("labels"."documentId" is not null) + ("labels"."agentId" is not null) = 1)
) STRICT;
--> statement-breakpoint
CREATE INDEX `labels_by_statement` ON `labels` (`statementId`,`name`,`value`);--> statement-breakpoint
CREATE INDEX `labels_by_document` ON `labels` (`documentId`,`name`,`value`);--> statement-breakpoint
CREATE INDEX `labels_by_agent` ON `labels` (`agentId`,`name`,`value`);--> statement-breakpoint
CREATE INDEX `labels_by_value` ON `labels` (`name`,`value`,`statementId`);--> statement-breakpoint
CREATE TABLE `memberships` (
	`id` integer PRIMARY KEY NOT NULL,
	`slug` text NOT NULL,
	`memberId` integer NOT NULL,
	`organizationId` integer,
	`onBehalfOfId` integer,
	`role` text NOT NULL,
	`area` text,
	`startDate` text,
	`endDate` text,
	`earliest` text,
	`latest` text,
	`documentId` integer,
	`passageId` integer,
	`basis` text NOT NULL,
	`reason` text,
	`datasetId` integer,
	`importId` integer,
	FOREIGN KEY (`memberId`) REFERENCES `agents`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`organizationId`) REFERENCES `agents`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`onBehalfOfId`) REFERENCES `agents`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`documentId`) REFERENCES `documents`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`passageId`) REFERENCES `passages`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`datasetId`) REFERENCES `datasets`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`importId`) REFERENCES `imports`(`id`) ON UPDATE no action ON DELETE set null,
	CONSTRAINT "memberships_basis" CHECK("memberships"."basis" in ('STATED', 'INFERRED')),
	CONSTRAINT "memberships_reason" CHECK(("memberships"."basis" = 'STATED') = ("memberships"."reason" is null)),
	CONSTRAINT "memberships_interval" CHECK("memberships"."earliest" is null or "memberships"."latest" is null or "memberships"."earliest" <= "memberships"."latest")
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `memberships_slug_unique` ON `memberships` (`slug`);--> statement-breakpoint
CREATE INDEX `memberships_by_member` ON `memberships` (`memberId`,`id`);--> statement-breakpoint
CREATE INDEX `memberships_by_dataset` ON `memberships` (`datasetId`,`id`);--> statement-breakpoint
CREATE INDEX `memberships_by_import` ON `memberships` (`importId`);--> statement-breakpoint
CREATE INDEX `memberships_by_organization` ON `memberships` (`organizationId`,`id`);--> statement-breakpoint
CREATE INDEX `memberships_by_on_behalf_of` ON `memberships` (`onBehalfOfId`,`id`);--> statement-breakpoint
CREATE INDEX `memberships_by_document` ON `memberships` (`documentId`,`id`);--> statement-breakpoint
CREATE INDEX `memberships_by_passage` ON `memberships` (`passageId`,`id`);--> statement-breakpoint
CREATE TABLE `mentions` (
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
	FOREIGN KEY (`statementId`) REFERENCES `statements`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`datasetId`) REFERENCES `datasets`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`passageId`) REFERENCES `passages`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`agentId`) REFERENCES `agents`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`decisionId`) REFERENCES `decisions`(`id`) ON UPDATE no action ON DELETE restrict,
	CONSTRAINT "mentions_role" CHECK("mentions"."role" in ('SOURCE', 'ON_BEHALF_OF')),
	CONSTRAINT "mentions_link" CHECK("mentions"."link" in ('CORPUS_ID', 'EXACT_NAME', 'DECISION')),
	CONSTRAINT "mentions_linked" CHECK(("mentions"."agentId" is null) = ("mentions"."link" is null))
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `mentions_slug_unique` ON `mentions` (`slug`);--> statement-breakpoint
CREATE INDEX `mentions_by_statement` ON `mentions` (`statementId`,`id`);--> statement-breakpoint
CREATE INDEX `mentions_by_agent` ON `mentions` (`agentId`,`id`);--> statement-breakpoint
CREATE INDEX `mentions_by_dataset_words` ON `mentions` (`datasetId`,`words`,`id`);--> statement-breakpoint
CREATE INDEX `mentions_by_words` ON `mentions` (`words`,`id`);--> statement-breakpoint
CREATE INDEX `mentions_by_passage` ON `mentions` (`passageId`,`id`);--> statement-breakpoint
CREATE INDEX `mentions_by_decision` ON `mentions` (`decisionId`);--> statement-breakpoint
CREATE TABLE `passages` (
	`id` integer PRIMARY KEY NOT NULL,
	`slug` text NOT NULL,
	`documentId` integer NOT NULL,
	`start` integer NOT NULL,
	`end` integer NOT NULL,
	`selector` text NOT NULL,
	`exact` text NOT NULL,
	FOREIGN KEY (`documentId`) REFERENCES `documents`(`id`) ON UPDATE no action ON DELETE cascade,
	CONSTRAINT "passages_interval" CHECK(0 <= "passages"."start" and "passages"."start" < "passages"."end"),
	CONSTRAINT "passages_exact" CHECK("passages"."exact" <> '')
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `passages_slug_unique` ON `passages` (`slug`);--> statement-breakpoint
CREATE INDEX `passages_by_document` ON `passages` (`documentId`,`start`,`end`,`id`);--> statement-breakpoint
CREATE TABLE `referents` (
	`id` integer PRIMARY KEY NOT NULL,
	`slug` text NOT NULL,
	`label` text NOT NULL
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `referents_slug_unique` ON `referents` (`slug`);--> statement-breakpoint
CREATE INDEX `referents_by_label` ON `referents` (`label`,`id`);--> statement-breakpoint
CREATE TABLE `termUses` (
	`id` integer PRIMARY KEY NOT NULL,
	`slug` text NOT NULL,
	`referentId` integer NOT NULL,
	`statementId` integer NOT NULL,
	`passageId` integer NOT NULL,
	`words` text NOT NULL,
	`folded` text DEFAULT '' NOT NULL,
	FOREIGN KEY (`referentId`) REFERENCES `referents`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`statementId`) REFERENCES `statements`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`passageId`) REFERENCES `passages`(`id`) ON UPDATE no action ON DELETE cascade
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `termUses_slug_unique` ON `termUses` (`slug`);--> statement-breakpoint
CREATE INDEX `term_uses_by_referent` ON `termUses` (`referentId`,`id`);--> statement-breakpoint
CREATE INDEX `term_uses_by_statement` ON `termUses` (`statementId`,`id`);--> statement-breakpoint
CREATE INDEX `term_uses_by_passage` ON `termUses` (`passageId`,`id`);--> statement-breakpoint
CREATE INDEX `term_uses_by_words` ON `termUses` (`words`,`id`);--> statement-breakpoint
CREATE INDEX `term_uses_by_folded` ON `termUses` (`folded`,`statementId`);--> statement-breakpoint
CREATE TABLE `reviews` (
	`id` integer PRIMARY KEY NOT NULL,
	`slug` text NOT NULL,
	`statementId` integer NOT NULL,
	`authorId` integer NOT NULL,
	`rating` text NOT NULL,
	`url` text,
	`datasetId` integer,
	FOREIGN KEY (`statementId`) REFERENCES `statements`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`authorId`) REFERENCES `agents`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`datasetId`) REFERENCES `datasets`(`id`) ON UPDATE no action ON DELETE cascade
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `reviews_slug_unique` ON `reviews` (`slug`);--> statement-breakpoint
CREATE INDEX `reviews_by_statement` ON `reviews` (`statementId`,`id`);--> statement-breakpoint
CREATE INDEX `reviews_by_author` ON `reviews` (`authorId`,`id`);--> statement-breakpoint
CREATE INDEX `reviews_by_rating` ON `reviews` (`rating`,`id`);--> statement-breakpoint
CREATE INDEX `reviews_by_dataset` ON `reviews` (`datasetId`,`id`);--> statement-breakpoint
CREATE TABLE `statementTimes` (
	`statementId` integer NOT NULL,
	`timeId` integer NOT NULL,
	PRIMARY KEY(`statementId`, `timeId`),
	FOREIGN KEY (`statementId`) REFERENCES `statements`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`timeId`) REFERENCES `timeExpressions`(`id`) ON UPDATE no action ON DELETE cascade
) STRICT;
--> statement-breakpoint
CREATE INDEX `statement_times_by_time` ON `statementTimes` (`timeId`,`statementId`);--> statement-breakpoint
CREATE TABLE `statements` (
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
	CONSTRAINT "statements_voice" CHECK("statements"."voice" in ('DOCUMENT', 'AGENT', 'CHANNEL', 'UNIDENTIFIED', 'UNLINKED')),
	CONSTRAINT "statements_quotation" CHECK("statements"."quotation" in ('DIRECT', 'INDIRECT', 'MIXED')),
	CONSTRAINT "statements_speech_act" CHECK("statements"."speechAct" in ('ASSERTIVE', 'DIRECTIVE', 'COMMISSIVE', 'EXPRESSIVE', 'QUESTION')),
	CONSTRAINT "statements_basis" CHECK("statements"."basis" in ('STATED', 'INFERRED')),
	CONSTRAINT "statements_reason" CHECK(("statements"."basis" = 'STATED') = ("statements"."reason" is null)),
	CONSTRAINT "statements_speaker" CHECK(("statements"."voice" = 'AGENT') = ("statements"."speakerId" is not null)),
	CONSTRAINT "statements_nesting" CHECK("statements"."reportedInId" is null or "statements"."reportedInId" <> "statements"."id")
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `statements_slug_unique` ON `statements` (`slug`);--> statement-breakpoint
CREATE INDEX `statements_by_document` ON `statements` (`documentId`,`start`,`id`);--> statement-breakpoint
CREATE INDEX `statements_by_speaker` ON `statements` (`speakerId`,`documentId`,`start`,`id`);--> statement-breakpoint
CREATE INDEX `statements_by_addressee` ON `statements` (`addresseeId`,`documentId`,`start`,`id`);--> statement-breakpoint
CREATE INDEX `statements_by_channel` ON `statements` (`channelId`,`documentId`,`start`,`id`);--> statement-breakpoint
CREATE INDEX `statements_by_reported_in` ON `statements` (`reportedInId`,`documentId`,`start`,`id`);--> statement-breakpoint
CREATE INDEX `statements_by_time` ON `statements` (`timeId`,`documentId`,`start`,`id`);--> statement-breakpoint
CREATE INDEX `statements_by_voice` ON `statements` (`voice`,`documentId`,`start`,`id`);--> statement-breakpoint
CREATE INDEX `statements_by_quotation` ON `statements` (`quotation`,`documentId`,`start`,`id`);--> statement-breakpoint
CREATE INDEX `statements_by_speech_act` ON `statements` (`speechAct`,`documentId`,`start`,`id`);--> statement-breakpoint
CREATE INDEX `statements_by_cue_words` ON `statements` (`cueWords`,`documentId`,`start`,`id`);--> statement-breakpoint
CREATE INDEX `statements_by_source` ON `statements` (`sourceId`,`id`);--> statement-breakpoint
CREATE INDEX `statements_by_cue` ON `statements` (`cueId`,`id`);--> statement-breakpoint
CREATE INDEX `statements_by_on_behalf_of` ON `statements` (`onBehalfOfId`,`documentId`,`start`,`id`);--> statement-breakpoint
CREATE INDEX `statements_by_dataset` ON `statements` (`datasetId`,`documentId`,`start`,`id`);--> statement-breakpoint
CREATE INDEX `statements_by_coder` ON `statements` (`coderId`,`documentId`,`start`,`id`);--> statement-breakpoint
CREATE INDEX `statements_by_content` ON `statements` (`contentId`,`id`);--> statement-breakpoint
CREATE TABLE `statementWords` (
	`statementId` integer PRIMARY KEY NOT NULL,
	`own` text,
	`whole` text,
	FOREIGN KEY (`statementId`) REFERENCES `statements`(`id`) ON UPDATE no action ON DELETE cascade
) STRICT;
--> statement-breakpoint
CREATE TABLE `timeExpressions` (
	`id` integer PRIMARY KEY NOT NULL,
	`slug` text NOT NULL,
	`documentId` integer NOT NULL,
	`passageId` integer NOT NULL,
	`verbatim` text NOT NULL,
	`edtf` text,
	`earliest` text,
	`latest` text,
	`basis` text NOT NULL,
	`reason` text,
	FOREIGN KEY (`documentId`) REFERENCES `documents`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`passageId`) REFERENCES `passages`(`id`) ON UPDATE no action ON DELETE cascade,
	CONSTRAINT "time_expressions_basis" CHECK("timeExpressions"."basis" in ('STATED', 'INFERRED', 'UNRESOLVED')),
	CONSTRAINT "time_expressions_resolved" CHECK(("timeExpressions"."basis" = 'UNRESOLVED') = ("timeExpressions"."edtf" is null)),
	CONSTRAINT "time_expressions_reason" CHECK("timeExpressions"."basis" <> 'INFERRED' or "timeExpressions"."reason" is not null),
	CONSTRAINT "time_expressions_interval" CHECK("timeExpressions"."earliest" is null or "timeExpressions"."latest" is null or "timeExpressions"."earliest" <= "timeExpressions"."latest")
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `timeExpressions_slug_unique` ON `timeExpressions` (`slug`);--> statement-breakpoint
CREATE INDEX `time_expressions_by_document` ON `timeExpressions` (`documentId`,`id`);--> statement-breakpoint
CREATE INDEX `time_expressions_by_passage` ON `timeExpressions` (`passageId`,`id`);--> statement-breakpoint
CREATE INDEX `time_expressions_by_latest` ON `timeExpressions` (`latest`,`earliest`,`id`);--> statement-breakpoint
CREATE INDEX `time_expressions_by_earliest` ON `timeExpressions` (`earliest`,`latest`,`id`);