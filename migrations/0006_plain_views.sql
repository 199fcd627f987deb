-- The views again, without ORDER BY inside of an aggregate, which came with SQLite 3.44: a schema that does not parse makes
-- every table unreadable to an older SQLite (Debian 12, Python, Litestream).
DROP VIEW `agentSearchText`;
--> statement-breakpoint
CREATE VIEW `agentSearchText` AS SELECT a.id AS id, a.name AS name,
  (SELECT group_concat(name, ' · ') FROM (SELECT n.name AS name FROM agentNames n WHERE n.agentId = a.id ORDER BY n.id)) AS otherNames
  FROM agents a;
--> statement-breakpoint
DROP VIEW `figureSearchText`;
--> statement-breakpoint
CREATE VIEW `figureSearchText` AS SELECT f.id AS id, f.label AS label, f.population AS population,
  (SELECT group_concat(words, ' · ') FROM (SELECT c.aspect || ': ' || c.value AS words FROM figureConditions c WHERE c.figureId = f.id ORDER BY c.id)) AS conditions,
  (SELECT group_concat(words, ' · ') FROM (SELECT m.verbatim AS words FROM figureMentions m WHERE m.figureId = f.id ORDER BY m.id)) AS verbatim,
  CASE WHEN f.value = CAST(f.value AS INTEGER) THEN CAST(CAST(f.value AS INTEGER) AS TEXT) ELSE CAST(f.value AS TEXT) END AS value
  FROM figures f;
--> statement-breakpoint
-- A database that was filled before revisions were recorded begins with one of its own.
INSERT INTO `revisions` (`stamp`, `change`, `committedAt`)
  SELECT lower(hex(randomblob(32))), 'brought up to date', strftime('%Y-%m-%dT%H:%M:%fZ', 'now')
  WHERE EXISTS (SELECT 1 FROM `documents`) OR EXISTS (SELECT 1 FROM `datasets`) OR EXISTS (SELECT 1 FROM `agents`);
