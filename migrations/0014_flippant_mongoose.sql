DROP VIEW `agentSearchText`;--> statement-breakpoint
DROP VIEW `documentSearchText`;--> statement-breakpoint
DROP VIEW `figureSearchText`;--> statement-breakpoint
DROP TRIGGER `stances_follow_statements`;--> statement-breakpoint
DROP VIEW `statementSearchText`;--> statement-breakpoint
DROP VIEW `passageSearchText`;--> statement-breakpoint
DROP VIEW `claimSearchText`;--> statement-breakpoint
CREATE TABLE `removals` (
	`id` integer PRIMARY KEY NOT NULL,
	`what` text NOT NULL,
	`slug` text NOT NULL,
	`dataset` text,
	`at` text NOT NULL,
	`reason` text,
	`documents` integer NOT NULL,
	`statements` integer NOT NULL
) STRICT;
--> statement-breakpoint
CREATE INDEX `removals_by_at` ON `removals` (`at`,`id`);--> statement-breakpoint
CREATE TABLE `statementSpeakers` (
	`id` integer PRIMARY KEY NOT NULL,
	`statementId` integer NOT NULL,
	`position` integer NOT NULL,
	`agentId` integer NOT NULL,
	FOREIGN KEY (`statementId`) REFERENCES `statements`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`agentId`) REFERENCES `agents`(`id`) ON UPDATE no action ON DELETE restrict
) STRICT;
--> statement-breakpoint
CREATE INDEX `statement_speakers_by_agent` ON `statementSpeakers` (`agentId`,`statementId`);--> statement-breakpoint
CREATE UNIQUE INDEX `statement_speakers_once` ON `statementSpeakers` (`statementId`,`position`);--> statement-breakpoint
PRAGMA foreign_keys=OFF;--> statement-breakpoint
CREATE TABLE `__new_labels` (
	`id` integer PRIMARY KEY NOT NULL,
	`statementId` integer,
	`documentId` integer,
	`agentId` integer,
	`membershipId` integer,
	`name` text NOT NULL,
	`value` text NOT NULL,
	FOREIGN KEY (`statementId`) REFERENCES `statements`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`documentId`) REFERENCES `documents`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`agentId`) REFERENCES `agents`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`membershipId`) REFERENCES `memberships`(`id`) ON UPDATE no action ON DELETE cascade,
	CONSTRAINT "labels_of_one" CHECK(("__new_labels"."statementId" is not null) + ("__new_labels"."documentId" is not null) + ("__new_labels"."agentId" is not null) + ("__new_labels"."membershipId" is not null) = 1)
) STRICT;
--> statement-breakpoint
INSERT INTO `__new_labels`("id", "statementId", "documentId", "agentId", "name", "value") SELECT "id", "statementId", "documentId", "agentId", "name", "value" FROM `labels`;--> statement-breakpoint
DROP TABLE `labels`;--> statement-breakpoint
ALTER TABLE `__new_labels` RENAME TO `labels`;--> statement-breakpoint
PRAGMA foreign_keys=ON;--> statement-breakpoint
CREATE INDEX `labels_by_statement` ON `labels` (`statementId`,`name`,`value`);--> statement-breakpoint
CREATE INDEX `labels_by_document` ON `labels` (`documentId`,`name`,`value`);--> statement-breakpoint
CREATE INDEX `labels_by_agent` ON `labels` (`agentId`,`name`,`value`);--> statement-breakpoint
CREATE INDEX `labels_by_membership` ON `labels` (`membershipId`,`name`,`value`) WHERE "labels"."membershipId" is not null;--> statement-breakpoint
CREATE INDEX `labels_by_value` ON `labels` (`name`,`value`,`statementId`);--> statement-breakpoint
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
	CONSTRAINT "time_expressions_basis" CHECK("__new_timeExpressions"."basis" in ('STATED', 'INFERRED', 'AUTOMATIC', 'UNRESOLVED')),
	CONSTRAINT "time_expressions_resolved" CHECK(("__new_timeExpressions"."basis" = 'UNRESOLVED') = ("__new_timeExpressions"."edtf" is null)),
	CONSTRAINT "time_expressions_reason" CHECK("__new_timeExpressions"."basis" <> 'INFERRED' or "__new_timeExpressions"."reason" is not null),
	CONSTRAINT "time_expressions_rule" CHECK(("__new_timeExpressions"."basis" = 'AUTOMATIC') <= ("__new_timeExpressions"."ruleId" is not null)),
	CONSTRAINT "time_expressions_ruled" CHECK("__new_timeExpressions"."ruleId" is null or "__new_timeExpressions"."basis" in ('AUTOMATIC', 'UNRESOLVED')),
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
ALTER TABLE `datasets` ADD `language` text;--> statement-breakpoint
ALTER TABLE `reviews` ADD `title` text;--> statement-breakpoint
ALTER TABLE `reviews` ADD `published` text;--> statement-breakpoint
ALTER TABLE `reviews` ADD `publishedEarliest` text;--> statement-breakpoint
ALTER TABLE `reviews` ADD `publishedLatest` text;--> statement-breakpoint
ALTER TABLE `statements` ADD `turn` integer;--> statement-breakpoint
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