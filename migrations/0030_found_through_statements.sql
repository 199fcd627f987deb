-- What stands in a statement is found by its slug through the statement, with whose slug it begins: the indexes of these slugs
-- were a twentieth of a database. What a source names otherwise is marked, and has an index.
DROP INDEX `stances_slug_unique`;--> statement-breakpoint
ALTER TABLE `stances` ADD `namedApart` integer;--> statement-breakpoint
UPDATE `stances` SET `namedApart` = 1 WHERE NOT EXISTS (
  SELECT 1 FROM `statements` s WHERE s.`id` = `stances`.`statementId` AND substr(`stances`.`slug`, 1, length(s.`slug`) + 1) = s.`slug` || '/');--> statement-breakpoint
CREATE UNIQUE INDEX `stances_named_apart` ON `stances` (`slug`) WHERE "stances"."namedApart" = 1;--> statement-breakpoint
DROP INDEX `figureMentions_slug_unique`;--> statement-breakpoint
ALTER TABLE `figureMentions` ADD `namedApart` integer;--> statement-breakpoint
UPDATE `figureMentions` SET `namedApart` = 1 WHERE NOT EXISTS (
  SELECT 1 FROM `statements` s WHERE s.`id` = `figureMentions`.`statementId` AND substr(`figureMentions`.`slug`, 1, length(s.`slug`) + 1) = s.`slug` || '/');--> statement-breakpoint
CREATE UNIQUE INDEX `figure_mentions_named_apart` ON `figureMentions` (`slug`) WHERE "figureMentions"."namedApart" = 1;--> statement-breakpoint
DROP INDEX `mentions_slug_unique`;--> statement-breakpoint
DROP INDEX `mentions_by_dataset_words`;--> statement-breakpoint
ALTER TABLE `mentions` ADD `namedApart` integer;--> statement-breakpoint
UPDATE `mentions` SET `namedApart` = 1 WHERE NOT EXISTS (
  SELECT 1 FROM `statements` s WHERE s.`id` = `mentions`.`statementId` AND substr(`mentions`.`slug`, 1, length(s.`slug`) + 1) = s.`slug` || '/');--> statement-breakpoint
CREATE UNIQUE INDEX `mentions_named_apart` ON `mentions` (`slug`) WHERE "mentions"."namedApart" = 1;--> statement-breakpoint
CREATE INDEX `mentions_by_dataset` ON `mentions` (`datasetId`);--> statement-breakpoint
DROP INDEX `termUses_slug_unique`;--> statement-breakpoint
ALTER TABLE `termUses` ADD `namedApart` integer;--> statement-breakpoint
UPDATE `termUses` SET `namedApart` = 1 WHERE NOT EXISTS (
  SELECT 1 FROM `statements` s WHERE s.`id` = `termUses`.`statementId` AND substr(`termUses`.`slug`, 1, length(s.`slug`) + 1) = s.`slug` || '/');--> statement-breakpoint
CREATE UNIQUE INDEX `term_uses_named_apart` ON `termUses` (`slug`) WHERE "termUses"."namedApart" = 1;