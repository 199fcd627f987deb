ALTER TABLE `figureMentions` RENAME COLUMN "verbatim" TO "words";--> statement-breakpoint
ALTER TABLE `timeExpressions` RENAME COLUMN "verbatim" TO "words";--> statement-breakpoint
DROP INDEX `figure_mentions_by_approximation`;--> statement-breakpoint
CREATE INDEX `figure_mentions_by_approximation` ON `figureMentions` (`approximation`,`words`,`id`);--> statement-breakpoint
DROP VIEW `figureSearchText`;--> statement-breakpoint
CREATE VIEW `figureSearchText` AS SELECT f.id AS id, f.label AS label, f.population AS population,
  (SELECT group_concat(words, ' · ') FROM (SELECT c.aspect || ': ' || c.value AS words FROM figureConditions c WHERE c.figureId = f.id ORDER BY c.id)) AS conditions,
  (SELECT group_concat(words, ' · ') FROM (SELECT m.words FROM figureMentions m WHERE m.figureId = f.id GROUP BY m.words ORDER BY min(m.id))) AS verbatim,
  number_text(f.value) AS value, d.language AS language
  FROM figures f JOIN documents d ON d.id = f.documentId;
