DROP VIEW `agentSearchText`;--> statement-breakpoint
DROP VIEW `documentSearchText`;--> statement-breakpoint
DROP VIEW `figureSearchText`;--> statement-breakpoint
DROP TRIGGER `stances_follow_statements`;--> statement-breakpoint
DROP VIEW `statementSearchText`;--> statement-breakpoint
DROP VIEW `passageSearchText`;--> statement-breakpoint
DROP VIEW `claimSearchText`;--> statement-breakpoint
DROP VIEW `passages`;--> statement-breakpoint
PRAGMA foreign_keys=OFF;--> statement-breakpoint
CREATE TABLE `__new_figureDecisions` (
	`id` integer PRIMARY KEY NOT NULL,
	`slug` text NOT NULL,
	`kind` text NOT NULL,
	`figure` text,
	`mention` text NOT NULL,
	`approximation` text,
	`counted` text,
	`original` text,
	`label` text,
	`unit` text,
	`population` text,
	`value` real,
	`lower` real,
	`upper` real,
	`decidedBy` text,
	`reason` text NOT NULL,
	CONSTRAINT "figure_decisions_kind" CHECK("__new_figureDecisions"."kind" = 'BINDS' or "__new_figureDecisions"."kind" = 'CORRECTS' or "__new_figureDecisions"."kind" = 'REFUSES'),
	CONSTRAINT "figure_decisions_approximation" CHECK("__new_figureDecisions"."approximation" = 'EXACT' or "__new_figureDecisions"."approximation" = 'ABOUT' or "__new_figureDecisions"."approximation" = 'NEARLY' or "__new_figureDecisions"."approximation" = 'OVER' or "__new_figureDecisions"."approximation" = 'AT_LEAST' or "__new_figureDecisions"."approximation" = 'UNDER' or "__new_figureDecisions"."approximation" = 'UP_TO' or "__new_figureDecisions"."approximation" = 'BETWEEN' or "__new_figureDecisions"."approximation" = 'ORDER_OF_MAGNITUDE' or "__new_figureDecisions"."approximation" = 'NO_NUMBER')
) STRICT;
--> statement-breakpoint
INSERT INTO `__new_figureDecisions`("id", "slug", "kind", "figure", "mention", "label", "unit", "population", "value", "lower", "upper", "decidedBy", "reason") SELECT "id", "slug", 'BINDS', "figure", "mention", "label", "unit", "population", "value", "lower", "upper", "decidedBy", "reason" FROM `figureDecisions`;--> statement-breakpoint
DROP TABLE `figureDecisions`;--> statement-breakpoint
ALTER TABLE `__new_figureDecisions` RENAME TO `figureDecisions`;--> statement-breakpoint
PRAGMA foreign_keys=ON;--> statement-breakpoint
CREATE UNIQUE INDEX `figureDecisions_slug_unique` ON `figureDecisions` (`slug`);--> statement-breakpoint
CREATE UNIQUE INDEX `figure_decisions_once` ON `figureDecisions` (`mention`,`kind`);--> statement-breakpoint
CREATE VIEW `agentSearchText` AS SELECT a.id AS id, a.name AS name, (SELECT group_concat(name, ' · ') FROM (SELECT n.name AS name FROM agentNames n WHERE n.agentId = a.id ORDER BY n.id)) AS otherNames, 'und' AS language FROM agents a;--> statement-breakpoint
CREATE VIEW `documentSearchText` AS SELECT d.id AS id, d.title AS title, t.text AS text, d.language AS language FROM documents d JOIN documentTexts t ON t.documentId = d.id;--> statement-breakpoint
CREATE VIEW `figureSearchText` AS SELECT f.id AS id, f.label AS label, f.population AS population,
  (SELECT group_concat(words, ' · ') FROM (SELECT c.aspect || ': ' || c.value AS words FROM figureConditions c WHERE c.figureId = f.id ORDER BY c.id)) AS conditions,
  (SELECT group_concat(words, ' · ') FROM (SELECT m.words FROM figureMentions m WHERE m.figureId = f.id GROUP BY m.words ORDER BY min(m.id))) AS verbatim,
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
  FROM claims c;--> statement-breakpoint
CREATE VIEW `passages` AS SELECT p.id AS id,
  (SELECT d.slug FROM documents d WHERE d.id = p.documentId) || '@' || coalesce(p.pieces, p.start || '-' || p."end") AS slug,
  p.documentId AS documentId, p.start AS start, p."end" AS "end", coalesce(p.pieces, p.start || '-' || p."end") AS selector,
  coalesce(p.exact, (SELECT s.text FROM statements s WHERE s.contentId = p.id LIMIT 1),
    (SELECT substr(t.text, p.start + 1, p."end" - p.start) FROM documentTexts t WHERE t.documentId = p.documentId)) AS exact
  FROM passagePlaces p;