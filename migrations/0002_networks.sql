ALTER TABLE `stances` ADD `speakerId` integer;--> statement-breakpoint
ALTER TABLE `stances` ADD `documentId` integer;--> statement-breakpoint
ALTER TABLE `stances` ADD `timeId` integer;--> statement-breakpoint
ALTER TABLE `stances` ADD `onBehalfOfId` integer;--> statement-breakpoint
UPDATE `stances` SET (`speakerId`, `documentId`, `timeId`, `onBehalfOfId`) = (SELECT s.`speakerId`, s.`documentId`, s.`timeId`, s.`onBehalfOfId` FROM `statements` s WHERE s.`id` = `stances`.`statementId`);--> statement-breakpoint
CREATE INDEX `stances_by_speaker` ON `stances` (`speakerId`,`claimId`,`documentId`,`stance`,`statementId`,`timeId`,`onBehalfOfId`);--> statement-breakpoint
-- Decisions move speakers from one agent to another; inserts are the writers', who copy what they know.
CREATE TRIGGER `stances_follow_statements` AFTER UPDATE OF `speakerId`, `timeId`, `onBehalfOfId` ON `statements` BEGIN
  UPDATE `stances` SET `speakerId` = new.`speakerId`, `timeId` = new.`timeId`, `onBehalfOfId` = new.`onBehalfOfId` WHERE `statementId` = new.`id`;
END;
