CREATE TABLE `revisions` (
	`id` integer PRIMARY KEY NOT NULL,
	`stamp` text NOT NULL,
	`change` text NOT NULL,
	`committedAt` text NOT NULL
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `revisions_stamp_unique` ON `revisions` (`stamp`);