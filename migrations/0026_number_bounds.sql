DROP INDEX `figure_mentions_by_approximation`;--> statement-breakpoint
CREATE INDEX `figure_mentions_exact` ON `figureMentions` (`figureId`) WHERE "figureMentions"."approximation" = 'EXACT';--> statement-breakpoint
CREATE INDEX `figure_mentions_by_approximation` ON `figureMentions` (`approximation`,`lower`,`upper`,`value`,`words`);