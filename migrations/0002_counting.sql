ALTER TABLE `termUses` ADD `folded` text DEFAULT '' NOT NULL;--> statement-breakpoint
CREATE INDEX `term_uses_by_folded` ON `termUses` (`folded`,`statementId`);--> statement-breakpoint
ALTER TABLE `statements` ADD `cueWords` text;--> statement-breakpoint
CREATE INDEX `statements_by_speech_act` ON `statements` (`speechAct`,`documentId`,`start`,`id`);--> statement-breakpoint
CREATE INDEX `statements_by_cue_words` ON `statements` (`cueWords`,`documentId`,`start`,`id`);--> statement-breakpoint
CREATE INDEX `stances_by_stance` ON `stances` (`stance`,`statementId`);--> statement-breakpoint
CREATE INDEX `figure_mentions_by_approximation` ON `figureMentions` (`approximation`,`verbatim`,`id`);--> statement-breakpoint
CREATE INDEX `figures_by_unit` ON `figures` (`unit`,`population`,`value`,`lower`,`upper`,`id`);--> statement-breakpoint
UPDATE `termUses` SET `folded` = lower(`words`);--> statement-breakpoint
UPDATE `statements` SET `cueWords` = (SELECT lower(`exact`) FROM `passages` WHERE `passages`.`id` = `statements`.`cueId`);
