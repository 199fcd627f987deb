-- The full-text indexes, made anew: of the words that src/model/searchTokens.ts finds in a text, folded, and of their stems
-- in the language of the text. Those of documents and what stands
-- in them hold no text. src/store/write/searchIndex.ts enters rows as it is done here.
DROP TABLE `statementSearch`;
--> statement-breakpoint
DROP TABLE `passageSearch`;
--> statement-breakpoint
DROP TABLE `agentSearch`;
--> statement-breakpoint
DROP TABLE `documentSearch`;
--> statement-breakpoint
DROP TABLE `claimSearch`;
--> statement-breakpoint
DROP TABLE `figureSearch`;
--> statement-breakpoint
DROP VIEW `agentSearchText`;
--> statement-breakpoint
DROP VIEW `documentSearchText`;
--> statement-breakpoint
DROP VIEW `figureSearchText`;
--> statement-breakpoint
CREATE VIEW `statementSearchText` AS SELECT s.id AS id, s.text AS text, d.language AS language FROM statements s JOIN documents d ON d.id = s.documentId;
--> statement-breakpoint
CREATE VIEW `passageSearchText` AS SELECT p.id AS id, p.exact AS exact, d.language AS language FROM passages p JOIN documents d ON d.id = p.documentId;
--> statement-breakpoint
CREATE VIEW `agentSearchText` AS SELECT a.id AS id, a.name AS name, (SELECT group_concat(name, ' · ') FROM (SELECT n.name AS name FROM agentNames n WHERE n.agentId = a.id ORDER BY n.id)) AS otherNames, 'und' AS language FROM agents a;
--> statement-breakpoint
CREATE VIEW `documentSearchText` AS SELECT d.id AS id, d.title AS title, t.text AS text, d.language AS language FROM documents d JOIN documentTexts t ON t.documentId = d.id;
--> statement-breakpoint
CREATE VIEW `claimSearchText` AS SELECT c.id AS id, c.text AS text,
  coalesce((SELECT d.language FROM stances s JOIN documents d ON d.id = s.documentId WHERE s.claimId = c.id ORDER BY s.id LIMIT 1), 'und') AS language
  FROM claims c;
--> statement-breakpoint
CREATE VIEW `figureSearchText` AS SELECT f.id AS id, f.label AS label, f.population AS population,
  (SELECT group_concat(words, ' · ') FROM (SELECT c.aspect || ': ' || c.value AS words FROM figureConditions c WHERE c.figureId = f.id ORDER BY c.id)) AS conditions,
  (SELECT group_concat(words, ' · ') FROM (SELECT m.verbatim AS words FROM figureMentions m WHERE m.figureId = f.id ORDER BY m.id)) AS verbatim,
  number_text(f.value) AS value, d.language AS language
  FROM figures f JOIN documents d ON d.id = f.documentId;
--> statement-breakpoint
CREATE VIRTUAL TABLE `statementSearch` USING fts5(text, stems, content = '', tokenize = 'ascii tokenchars ''.~''');
--> statement-breakpoint
CREATE VIRTUAL TABLE `passageSearch` USING fts5(exact, stems, content = '', tokenize = 'ascii tokenchars ''.~''');
--> statement-breakpoint
CREATE VIRTUAL TABLE `agentSearch` USING fts5(name, otherNames, tokenize = 'ascii tokenchars ''.~''');
--> statement-breakpoint
CREATE VIRTUAL TABLE `documentSearch` USING fts5(title, text, titleStems, stems, content = '', tokenize = 'ascii tokenchars ''.~''');
--> statement-breakpoint
CREATE VIRTUAL TABLE `claimSearch` USING fts5(text, stems, tokenize = 'ascii tokenchars ''.~''');
--> statement-breakpoint
CREATE VIRTUAL TABLE `figureSearch` USING fts5(label, population, conditions, verbatim, value, stems, content = '', tokenize = 'ascii tokenchars ''.~''');
--> statement-breakpoint
INSERT INTO `agentSearch`(`agentSearch`, `rank`) VALUES ('rank', 'bm25(2.0, 1.0)');
--> statement-breakpoint
INSERT INTO `documentSearch`(`documentSearch`, `rank`) VALUES ('rank', 'bm25(4.0, 1.0, 4.0, 1.0)');
--> statement-breakpoint
INSERT INTO `statementSearch`(rowid, text, stems) SELECT id, search_words(text, language), search_stems(concat_ws(' · ', text), language) FROM `statementSearchText`;
--> statement-breakpoint
INSERT INTO `passageSearch`(rowid, exact, stems) SELECT id, search_words(exact, language), search_stems(concat_ws(' · ', exact), language) FROM `passageSearchText`;
--> statement-breakpoint
INSERT INTO `agentSearch`(rowid, name, otherNames) SELECT id, search_words(name, language), search_words(otherNames, language) FROM `agentSearchText`;
--> statement-breakpoint
INSERT INTO `documentSearch`(rowid, title, text, titleStems, stems) SELECT id, search_words(title, language), search_words(text, language), search_stems(concat_ws(' · ', title), language), search_stems(concat_ws(' · ', text), language) FROM `documentSearchText`;
--> statement-breakpoint
INSERT INTO `claimSearch`(rowid, text, stems) SELECT id, search_words(text, language), search_stems(concat_ws(' · ', text), language) FROM `claimSearchText`;
--> statement-breakpoint
INSERT INTO `figureSearch`(rowid, label, population, conditions, verbatim, value, stems) SELECT id, search_words(label, language), search_words(population, language), search_words(conditions, language), search_words(verbatim, language), search_words(value, language), search_stems(concat_ws(' · ', label, population, conditions, verbatim, value), language) FROM `figureSearchText`;
