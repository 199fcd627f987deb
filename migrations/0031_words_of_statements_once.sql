-- Words that are the content of a statement are searched in the index of statements alone: that of passages, made anew, holds
-- the others, which passages keep themselves.
CREATE VIEW `otherPassageSearchText` AS SELECT p.id AS id, p.exact AS exact, d.language AS language
  FROM passagePlaces p JOIN documents d ON d.id = p.documentId WHERE p.exact IS NOT NULL;--> statement-breakpoint
INSERT INTO `passageSearch`(`passageSearch`) VALUES ('delete-all');--> statement-breakpoint
INSERT INTO `passageSearch`(rowid, exact, stems) SELECT id, search_words(exact, language), search_stems(exact, language) FROM `otherPassageSearchText`;
