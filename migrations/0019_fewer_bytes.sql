DROP INDEX `mentions_by_decision`;--> statement-breakpoint
CREATE INDEX `mentions_by_decision` ON `mentions` (`decisionId`,`id`) WHERE "mentions"."decisionId" is not null;--> statement-breakpoint
DROP INDEX `statements_by_addressee`;--> statement-breakpoint
DROP INDEX `statements_by_channel`;--> statement-breakpoint
DROP INDEX `statements_by_reported_in`;--> statement-breakpoint
DROP INDEX `statements_by_time`;--> statement-breakpoint
DROP INDEX `statements_by_on_behalf_of`;--> statement-breakpoint
DROP INDEX `statements_by_coder`;--> statement-breakpoint
CREATE INDEX `statements_by_addressee` ON `statements` (`addresseeId`,`documentId`,`start`,`id`) WHERE "statements"."addresseeId" is not null;--> statement-breakpoint
CREATE INDEX `statements_by_channel` ON `statements` (`channelId`,`documentId`,`start`,`id`) WHERE "statements"."channelId" is not null;--> statement-breakpoint
CREATE INDEX `statements_by_reported_in` ON `statements` (`reportedInId`,`documentId`,`start`,`id`) WHERE "statements"."reportedInId" is not null;--> statement-breakpoint
CREATE INDEX `statements_by_time` ON `statements` (`timeId`,`documentId`,`start`,`id`) WHERE "statements"."timeId" is not null;--> statement-breakpoint
CREATE INDEX `statements_by_on_behalf_of` ON `statements` (`onBehalfOfId`,`documentId`,`start`,`id`) WHERE "statements"."onBehalfOfId" is not null;--> statement-breakpoint
CREATE INDEX `statements_by_coder` ON `statements` (`coderId`,`documentId`,`start`,`id`) WHERE "statements"."coderId" is not null;--> statement-breakpoint
-- A figure is found by its distinct wordings: the number that is cited most has sixty thousand mentions, in five wordings.
DROP VIEW `figureSearchText`;--> statement-breakpoint
CREATE VIEW `figureSearchText` AS SELECT f.id AS id, f.label AS label, f.population AS population,
  (SELECT group_concat(words, ' · ') FROM (SELECT c.aspect || ': ' || c.value AS words FROM figureConditions c WHERE c.figureId = f.id ORDER BY c.id)) AS conditions,
  (SELECT group_concat(words, ' · ') FROM (SELECT m.verbatim AS words FROM figureMentions m WHERE m.figureId = f.id GROUP BY m.verbatim ORDER BY min(m.id))) AS verbatim,
  number_text(f.value) AS value, d.language AS language
  FROM figures f JOIN documents d ON d.id = f.documentId;--> statement-breakpoint
INSERT INTO `figureSearch`(figureSearch) VALUES ('delete-all');--> statement-breakpoint
INSERT INTO `figureSearch`(rowid, label, population, conditions, verbatim, value, stems) SELECT id, search_words(label, language), search_words(population, language), search_words(conditions, language), search_words(verbatim, language), search_words(value, language), search_stems(concat_ws(' · ', label, population, conditions, verbatim, value), language) FROM `figureSearchText`;
