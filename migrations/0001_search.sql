-- Full-text indexes (FTS5), one for each type that search finds. They hold no text of their own: a highlight reads the
-- content table or view again, so that what an index says and what the graph holds cannot differ in wording. Kept up to
-- date by src/store/searchIndex.ts. Case and diacritics are folded. No prefix index: for 100,000 statements it
-- would triple the index and save less than 10 ms, because ranking costs more than finding.
CREATE VIEW `agentSearchText` AS SELECT a.id AS id, a.name AS name, (SELECT group_concat(n.name, ' · ' ORDER BY n.id) FROM agentNames n WHERE n.agentId = a.id) AS otherNames FROM agents a;
--> statement-breakpoint
CREATE VIEW `documentSearchText` AS SELECT d.id AS id, d.title AS title, t.text AS text FROM documents d JOIN documentTexts t ON t.documentId = d.id;
--> statement-breakpoint
CREATE VIEW `figureSearchText` AS SELECT f.id AS id, f.label AS label, f.population AS population,
  (SELECT group_concat(c.aspect || ': ' || c.value, ' · ' ORDER BY c.id) FROM figureConditions c WHERE c.figureId = f.id) AS conditions,
  (SELECT group_concat(m.verbatim, ' · ' ORDER BY m.id) FROM figureMentions m WHERE m.figureId = f.id) AS verbatim,
  CASE WHEN f.value = CAST(f.value AS INTEGER) THEN CAST(CAST(f.value AS INTEGER) AS TEXT) ELSE CAST(f.value AS TEXT) END AS value
  FROM figures f;
--> statement-breakpoint
CREATE VIRTUAL TABLE `statementSearch` USING fts5(text, content = 'statements', content_rowid = 'id', tokenize = 'unicode61 remove_diacritics 2');
--> statement-breakpoint
CREATE VIRTUAL TABLE `passageSearch` USING fts5(exact, content = 'passages', content_rowid = 'id', tokenize = 'unicode61 remove_diacritics 2');
--> statement-breakpoint
CREATE VIRTUAL TABLE `agentSearch` USING fts5(name, otherNames, content = 'agentSearchText', content_rowid = 'id', tokenize = 'unicode61 remove_diacritics 2');
--> statement-breakpoint
CREATE VIRTUAL TABLE `documentSearch` USING fts5(title, text, content = 'documentSearchText', content_rowid = 'id', tokenize = 'unicode61 remove_diacritics 2');
--> statement-breakpoint
CREATE VIRTUAL TABLE `claimSearch` USING fts5(text, content = 'claims', content_rowid = 'id', tokenize = 'unicode61 remove_diacritics 2');
--> statement-breakpoint
CREATE VIRTUAL TABLE `figureSearch` USING fts5(label, population, conditions, verbatim, value, content = 'figureSearchText', content_rowid = 'id', tokenize = 'unicode61 remove_diacritics 2');
--> statement-breakpoint
INSERT INTO `agentSearch`(`agentSearch`, `rank`) VALUES ('rank', 'bm25(2.0, 1.0)');
--> statement-breakpoint
INSERT INTO `documentSearch`(`documentSearch`, `rank`) VALUES ('rank', 'bm25(4.0, 1.0)');
--> statement-breakpoint
INSERT INTO `statementSearch`(`statementSearch`) VALUES ('rebuild');
--> statement-breakpoint
INSERT INTO `passageSearch`(`passageSearch`) VALUES ('rebuild');
--> statement-breakpoint
INSERT INTO `agentSearch`(`agentSearch`) VALUES ('rebuild');
--> statement-breakpoint
INSERT INTO `documentSearch`(`documentSearch`) VALUES ('rebuild');
--> statement-breakpoint
INSERT INTO `claimSearch`(`claimSearch`) VALUES ('rebuild');
--> statement-breakpoint
INSERT INTO `figureSearch`(`figureSearch`) VALUES ('rebuild');
