CREATE TABLE `statementWords` (
	`statementId` integer PRIMARY KEY NOT NULL,
	`own` text,
	`whole` text,
	FOREIGN KEY (`statementId`) REFERENCES `statements`(`id`) ON UPDATE no action ON DELETE cascade
) STRICT;
