CREATE INDEX `documents_by_earliest` ON `documents` (`publishedEarliest`,`publishedLatest`,`id`);--> statement-breakpoint
CREATE INDEX `documents_by_latest` ON `documents` (`publishedLatest`,`publishedEarliest`,`id`);--> statement-breakpoint
CREATE INDEX `time_expressions_by_latest` ON `timeExpressions` (`latest`,`earliest`,`id`);