CREATE TABLE `noQuantities` (
	`id` integer PRIMARY KEY NOT NULL,
	`statementId` integer NOT NULL,
	`passageId` integer NOT NULL,
	`reason` text NOT NULL,
	`decidedBy` text,
	FOREIGN KEY (`statementId`) REFERENCES `statements`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`passageId`) REFERENCES `passagePlaces`(`id`) ON UPDATE no action ON DELETE cascade
) STRICT;
--> statement-breakpoint
CREATE INDEX `no_quantities_by_statement` ON `noQuantities` (`statementId`);--> statement-breakpoint
CREATE INDEX `no_quantities_by_passage` ON `noQuantities` (`passageId`);