-- Most rows are passages. What follows from their document and their statements is no longer stored, but read through a view
-- with the name and the columns of the old table. The foreign keys that lead to it follow the name of the table.
DROP VIEW `passageSearchText`;--> statement-breakpoint
ALTER TABLE `passages` RENAME TO `passagePlaces`;--> statement-breakpoint
CREATE TABLE `__new_passagePlaces` (
	`id` integer PRIMARY KEY NOT NULL,
	`documentId` integer NOT NULL,
	`start` integer NOT NULL,
	`end` integer NOT NULL,
	`pieces` text,
	`exact` text,
	FOREIGN KEY (`documentId`) REFERENCES `documents`(`id`) ON UPDATE no action ON DELETE cascade,
	CONSTRAINT "passages_interval" CHECK(0 <= "__new_passagePlaces"."start" and "__new_passagePlaces"."start" < "__new_passagePlaces"."end"),
	CONSTRAINT "passages_exact" CHECK("__new_passagePlaces"."exact" <> '' and ("__new_passagePlaces"."pieces" is null or "__new_passagePlaces"."exact" is not null))
) STRICT;
--> statement-breakpoint
INSERT INTO `__new_passagePlaces`("id", "documentId", "start", "end", "pieces", "exact")
  SELECT p."id", p."documentId", p."start", p."end", CASE WHEN instr(p."selector", ',') THEN p."selector" END,
    CASE WHEN instr(p."selector", ',') OR NOT EXISTS (SELECT 1 FROM `statements` s WHERE s."contentId" = p."id" AND s."text" = p."exact") THEN p."exact" END
  FROM `passagePlaces` p;--> statement-breakpoint
DROP TABLE `passagePlaces`;--> statement-breakpoint
ALTER TABLE `__new_passagePlaces` RENAME TO `passagePlaces`;--> statement-breakpoint
CREATE INDEX `passages_by_document` ON `passagePlaces` (`documentId`,`start`,`end`);--> statement-breakpoint
CREATE VIEW `passages` AS SELECT p.id AS id,
  (SELECT d.slug FROM documents d WHERE d.id = p.documentId) || '@' || coalesce(p.pieces, p.start || '-' || p."end") AS slug,
  p.documentId AS documentId, p.start AS start, p."end" AS "end", coalesce(p.pieces, p.start || '-' || p."end") AS selector,
  coalesce(p.exact, (SELECT s.text FROM statements s WHERE s.contentId = p.id LIMIT 1),
    (SELECT substr(t.text, p.start + 1, p."end" - p.start) FROM documentTexts t WHERE t.documentId = p.documentId)) AS exact
  FROM passagePlaces p;--> statement-breakpoint
CREATE VIEW `passageSearchText` AS SELECT p.id AS id, p.exact AS exact, d.language AS language FROM passages p JOIN documents d ON d.id = p.documentId;
