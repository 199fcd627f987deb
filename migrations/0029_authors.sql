CREATE TABLE `documentAuthors` (
	`id` integer PRIMARY KEY NOT NULL,
	`documentId` integer NOT NULL,
	`position` integer NOT NULL,
	`name` text NOT NULL,
	`kind` text NOT NULL,
	FOREIGN KEY (`documentId`) REFERENCES `documents`(`id`) ON UPDATE no action ON DELETE cascade,
	CONSTRAINT "document_authors_kind" CHECK("documentAuthors"."kind" = 'PERSON' or "documentAuthors"."kind" = 'ORGANIZATION' or "documentAuthors"."kind" = 'UNKNOWN')
) STRICT;
--> statement-breakpoint
CREATE INDEX `document_authors_by_name` ON `documentAuthors` (`name`,`documentId`);--> statement-breakpoint
CREATE UNIQUE INDEX `document_authors_once` ON `documentAuthors` (`documentId`,`position`);