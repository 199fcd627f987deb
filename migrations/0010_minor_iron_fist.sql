ALTER TABLE `agents` ADD `ruleId` integer REFERENCES rules(id);--> statement-breakpoint
CREATE INDEX `agents_by_rule` ON `agents` (`ruleId`,`id`) WHERE "agents"."ruleId" is not null;--> statement-breakpoint
ALTER TABLE `datasets` ADD `speakersRead` text;--> statement-breakpoint
ALTER TABLE `decisions` ADD `document` text;--> statement-breakpoint
ALTER TABLE `mentions` ADD `roleWords` text;--> statement-breakpoint
ALTER TABLE `mentions` ADD `evidenceId` integer REFERENCES passages(id);--> statement-breakpoint
ALTER TABLE `mentions` ADD `antecedentId` integer REFERENCES passages(id);--> statement-breakpoint
CREATE INDEX `mentions_by_evidence` ON `mentions` (`evidenceId`,`id`) WHERE "mentions"."evidenceId" is not null;--> statement-breakpoint
CREATE INDEX `mentions_by_antecedent` ON `mentions` (`antecedentId`,`id`) WHERE "mentions"."antecedentId" is not null;