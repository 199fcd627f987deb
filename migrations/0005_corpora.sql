-- SQLite does not rename a table while a view reads one that is not there: the view stands aside until the end.
DROP VIEW `agentSearchText`;--> statement-breakpoint
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
PRAGMA foreign_keys=OFF;--> statement-breakpoint
CREATE TABLE `__new_agents` (
	`id` integer PRIMARY KEY NOT NULL,
	`slug` text NOT NULL,
	`kind` text NOT NULL,
	`organizationKind` text,
	`name` text NOT NULL,
	`datasetId` integer,
	`importId` integer,
	FOREIGN KEY (`datasetId`) REFERENCES `datasets`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`importId`) REFERENCES `imports`(`id`) ON UPDATE no action ON DELETE set null,
	CONSTRAINT "agents_kind" CHECK("__new_agents"."kind" in ('PERSON', 'ORGANIZATION', 'UNKNOWN')),
	CONSTRAINT "agents_organization_kind" CHECK("__new_agents"."organizationKind" in ('AGENCY', 'LEGISLATURE', 'COMMITTEE', 'PARTY', 'ADMINISTRATION', 'PUBLISHER', 'COMPANY', 'ASSOCIATION', 'GROUP', 'OTHER')),
	CONSTRAINT "agents_organization" CHECK(("__new_agents"."kind" = 'ORGANIZATION') = ("__new_agents"."organizationKind" is not null))
) STRICT;
--> statement-breakpoint
INSERT INTO `__new_agents`("id", "slug", "kind", "organizationKind", "name") SELECT "id", "slug", "kind", "organizationKind", "name" FROM `agents`;--> statement-breakpoint
DROP TABLE `agents`;--> statement-breakpoint
ALTER TABLE `__new_agents` RENAME TO `agents`;--> statement-breakpoint
PRAGMA foreign_keys=ON;--> statement-breakpoint
CREATE UNIQUE INDEX `agents_slug_unique` ON `agents` (`slug`);--> statement-breakpoint
CREATE INDEX `agents_by_kind_name` ON `agents` (`kind`,`name`,`id`);--> statement-breakpoint
CREATE INDEX `agents_by_name` ON `agents` (`name`,`id`);--> statement-breakpoint
CREATE INDEX `agents_by_dataset` ON `agents` (`datasetId`,`id`);--> statement-breakpoint
CREATE INDEX `agents_by_import` ON `agents` (`importId`);--> statement-breakpoint
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
	CONSTRAINT "statements_voice" CHECK("__new_statements"."voice" in ('DOCUMENT', 'AGENT', 'CHANNEL', 'UNIDENTIFIED', 'UNLINKED')),
	CONSTRAINT "statements_quotation" CHECK("__new_statements"."quotation" in ('DIRECT', 'INDIRECT', 'MIXED')),
	CONSTRAINT "statements_speech_act" CHECK("__new_statements"."speechAct" in ('ASSERTIVE', 'DIRECTIVE', 'COMMISSIVE', 'EXPRESSIVE', 'QUESTION')),
	CONSTRAINT "statements_basis" CHECK("__new_statements"."basis" in ('STATED', 'INFERRED')),
	CONSTRAINT "statements_reason" CHECK(("__new_statements"."basis" = 'STATED') = ("__new_statements"."reason" is null)),
	CONSTRAINT "statements_speaker" CHECK(("__new_statements"."voice" = 'AGENT') = ("__new_statements"."speakerId" is not null)),
	CONSTRAINT "statements_nesting" CHECK("__new_statements"."reportedInId" is null or "__new_statements"."reportedInId" <> "__new_statements"."id")
) STRICT;
--> statement-breakpoint
INSERT INTO `__new_statements`("id", "slug", "documentId", "start", "text", "voice", "speakerId", "addresseeId", "channelId", "reportedInId", "quotation", "speechAct", "timeId", "sourceId", "cueId", "contentId", "basis", "reason", "cueWords") SELECT "id", "slug", "documentId", "start", "text", "voice", "speakerId", "addresseeId", "channelId", "reportedInId", "quotation", "speechAct", "timeId", "sourceId", "cueId", "contentId", "basis", "reason", "cueWords" FROM `statements`;--> statement-breakpoint
DROP TABLE `statements`;--> statement-breakpoint
ALTER TABLE `__new_statements` RENAME TO `statements`;--> statement-breakpoint
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
DROP INDEX `identifiers_once`;--> statement-breakpoint
CREATE UNIQUE INDEX `identifiers_once` ON `identifiers` (`scheme`,`value`,`agentId`);--> statement-breakpoint
ALTER TABLE `claims` ADD `datasetId` integer REFERENCES datasets(id) ON DELETE cascade;--> statement-breakpoint
ALTER TABLE `claims` ADD `importId` integer REFERENCES imports(id) ON DELETE set null;--> statement-breakpoint
CREATE INDEX `claims_by_dataset` ON `claims` (`datasetId`,`id`);--> statement-breakpoint
CREATE INDEX `claims_by_import` ON `claims` (`importId`);--> statement-breakpoint
ALTER TABLE `documents` ADD `datasetId` integer REFERENCES datasets(id) ON DELETE cascade;--> statement-breakpoint
ALTER TABLE `documents` ADD `importId` integer REFERENCES imports(id) ON DELETE set null;--> statement-breakpoint
CREATE INDEX `documents_by_dataset` ON `documents` (`datasetId`,`id`);--> statement-breakpoint
CREATE INDEX `documents_by_import` ON `documents` (`importId`);--> statement-breakpoint
ALTER TABLE `memberships` ADD `datasetId` integer REFERENCES datasets(id) ON DELETE cascade;--> statement-breakpoint
ALTER TABLE `memberships` ADD `importId` integer REFERENCES imports(id) ON DELETE set null;--> statement-breakpoint
CREATE INDEX `memberships_by_dataset` ON `memberships` (`datasetId`,`id`);--> statement-breakpoint
CREATE INDEX `memberships_by_import` ON `memberships` (`importId`);--> statement-breakpoint
CREATE VIEW `agentSearchText` AS SELECT a.id AS id, a.name AS name, (SELECT group_concat(n.name, ' · ' ORDER BY n.id) FROM agentNames n WHERE n.agentId = a.id) AS otherNames FROM agents a;
