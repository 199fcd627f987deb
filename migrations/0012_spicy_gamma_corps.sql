CREATE TABLE `changes` (
	`id` integer PRIMARY KEY NOT NULL,
	`revisionId` integer NOT NULL,
	`kind` text NOT NULL,
	`typename` text NOT NULL,
	`slug` text NOT NULL,
	FOREIGN KEY (`revisionId`) REFERENCES `revisions`(`id`) ON UPDATE no action ON DELETE cascade,
	CONSTRAINT "changes_kind" CHECK("changes"."kind" in ('ADDED', 'CHANGED', 'REMOVED'))
) STRICT;
--> statement-breakpoint
CREATE INDEX `changes_by_revision` ON `changes` (`revisionId`,`id`);--> statement-breakpoint
CREATE TABLE `states` (
	`typename` text NOT NULL,
	`slug` text NOT NULL,
	`state` text NOT NULL,
	`revisionId` integer NOT NULL,
	PRIMARY KEY(`slug`, `typename`),
	FOREIGN KEY (`revisionId`) REFERENCES `revisions`(`id`) ON UPDATE no action ON DELETE cascade
) STRICT;
--> statement-breakpoint
CREATE INDEX `states_by_revision` ON `states` (`revisionId`);