DROP INDEX `statements_by_speaker`;--> statement-breakpoint
CREATE INDEX `statements_by_speaker` ON `statements` (`speakerId`,`documentId`,`start`,`id`,`reportedInId`);