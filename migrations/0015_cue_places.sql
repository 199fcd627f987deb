DROP VIEW `agentSearchText`;--> statement-breakpoint
DROP VIEW `documentSearchText`;--> statement-breakpoint
DROP VIEW `figureSearchText`;--> statement-breakpoint
DROP TRIGGER `stances_follow_statements`;--> statement-breakpoint
DROP VIEW `statementSearchText`;--> statement-breakpoint
DROP VIEW `passageSearchText`;--> statement-breakpoint
DROP VIEW `claimSearchText`;--> statement-breakpoint
PRAGMA foreign_keys=OFF;--> statement-breakpoint
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
	CONSTRAINT "figure_relations_kind" CHECK("__new_figureRelations"."kind" in ('SUM_OF', 'ROUNDS', 'COMPARED_WITH', 'CHANGED_FROM', 'AS_COMPARABLE', 'IN_TENSION_WITH')),
	CONSTRAINT "figure_relations_basis" CHECK("__new_figureRelations"."basis" in ('STATED', 'INFERRED', 'AUTOMATIC')),
	CONSTRAINT "figure_relations_reason" CHECK(("__new_figureRelations"."basis" is 'INFERRED') = ("__new_figureRelations"."reason" is not null)),
	CONSTRAINT "figure_relations_rule" CHECK(("__new_figureRelations"."basis" is 'AUTOMATIC') = ("__new_figureRelations"."ruleId" is not null)),
	CONSTRAINT "figure_relations_direction" CHECK("__new_figureRelations"."direction" in ('UP', 'DOWN', 'UNCHANGED')),
	CONSTRAINT "figure_relations_change" CHECK(("__new_figureRelations"."kind" = 'CHANGED_FROM') = ("__new_figureRelations"."direction" is not null)),
	CONSTRAINT "figure_relations_other" CHECK("__new_figureRelations"."subjectId" <> "__new_figureRelations"."objectId")
) STRICT;
--> statement-breakpoint
INSERT INTO `__new_figureRelations`("id", "slug", "subjectId", "kind", "objectId", "explanation", "passageId", "basis", "reason", "ruleId", "direction") SELECT "id", "slug", "subjectId", "kind", "objectId", "explanation", "passageId", "basis", "reason", "ruleId", "direction" FROM `figureRelations`;--> statement-breakpoint
DROP TABLE `figureRelations`;--> statement-breakpoint
ALTER TABLE `__new_figureRelations` RENAME TO `figureRelations`;--> statement-breakpoint
PRAGMA foreign_keys=ON;--> statement-breakpoint
CREATE UNIQUE INDEX `figureRelations_slug_unique` ON `figureRelations` (`slug`);--> statement-breakpoint
CREATE INDEX `figure_relations_by_subject` ON `figureRelations` (`subjectId`,`id`);--> statement-breakpoint
CREATE INDEX `figure_relations_by_object` ON `figureRelations` (`objectId`,`id`);--> statement-breakpoint
CREATE INDEX `figure_relations_by_passage` ON `figureRelations` (`passageId`,`id`);--> statement-breakpoint
CREATE INDEX `figure_relations_by_rule` ON `figureRelations` (`ruleId`,`id`) WHERE "figureRelations"."ruleId" is not null;--> statement-breakpoint
CREATE UNIQUE INDEX `figure_relations_once` ON `figureRelations` (`subjectId`,`kind`,`objectId`);--> statement-breakpoint
DROP INDEX `statements_by_cue_words`;--> statement-breakpoint
CREATE INDEX `statements_by_cue_words` ON `statements` (`cueWords`,`documentId`,`start`,`id`,`cueId`,`reportedInId`);--> statement-breakpoint
CREATE INDEX `stances_by_manner` ON `stances` (`manner`,`id`) WHERE "stances"."manner" is not null;--> statement-breakpoint
CREATE INDEX `frame_uses_by_effect` ON `frameUses` (`effect`,`id`) WHERE "frameUses"."effect" is not null;--> statement-breakpoint
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