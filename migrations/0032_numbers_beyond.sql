DROP INDEX `figure_mentions_by_approximation`;--> statement-breakpoint
CREATE INDEX `figure_mentions_in_own_words` ON `figureMentions` (`statementId`) WHERE "figureMentions"."wording" = 'SPEAKER';--> statement-breakpoint
CREATE INDEX `figure_mentions_by_approximation` ON `figureMentions` (`approximation`,`lower`,`upper`,`value`,`words`,`figureId`,`unit`);