ALTER TABLE `imports` ADD `origin` text;--> statement-breakpoint
ALTER TABLE `memberships` ADD `bounds` text;