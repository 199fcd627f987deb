DROP VIEW `agentSearchText`;--> statement-breakpoint
DROP VIEW `documentSearchText`;--> statement-breakpoint
DROP VIEW `figureSearchText`;--> statement-breakpoint
DROP TRIGGER `stances_follow_statements`;--> statement-breakpoint
DROP VIEW `statementSearchText`;--> statement-breakpoint
DROP VIEW `passageSearchText`;--> statement-breakpoint
DROP VIEW `claimSearchText`;--> statement-breakpoint
PRAGMA foreign_keys=OFF;--> statement-breakpoint
CREATE TABLE `__new_statements` (
	`id` integer PRIMARY KEY NOT NULL,
	`slug` text NOT NULL,
	`documentId` integer NOT NULL,
	`start` integer NOT NULL,
	`text` text NOT NULL,
	`voice` text NOT NULL,
	`speakerId` integer,
	`addresseeId` integer,
	`channelId` integer,
	`reportedInId` integer,
	`quotation` text,
	`speechAct` text,
	`timeId` integer,
	`sourceId` integer,
	`cueId` integer,
	`contentId` integer NOT NULL,
	`basis` text NOT NULL,
	`reason` text,
	`onBehalfOfId` integer,
	`datasetId` integer,
	`coderId` integer,
	`cueWords` text,
	`speakerBasis` text DEFAULT 'STATED' NOT NULL,
	`speakerReason` text,
	`addresseeBasis` text,
	`addresseeReason` text,
	`channelBasis` text,
	`channelReason` text,
	`ruleId` integer,
	`attribution` text,
	`certainty` text,
	`polarity` text,
	`origin` text,
	`madeBy` text,
	`reviewedBy` text,
	`turn` integer,
	`repeat` text,
	FOREIGN KEY (`documentId`) REFERENCES `documents`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`speakerId`) REFERENCES `agents`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`addresseeId`) REFERENCES `agents`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`channelId`) REFERENCES `channels`(`id`) ON UPDATE no action ON DELETE set null,
	FOREIGN KEY (`reportedInId`) REFERENCES `statements`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`timeId`) REFERENCES `timeExpressions`(`id`) ON UPDATE no action ON DELETE set null,
	FOREIGN KEY (`sourceId`) REFERENCES `passages`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`cueId`) REFERENCES `passages`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`contentId`) REFERENCES `passages`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`onBehalfOfId`) REFERENCES `agents`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`datasetId`) REFERENCES `datasets`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`coderId`) REFERENCES `coders`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`ruleId`) REFERENCES `rules`(`id`) ON UPDATE no action ON DELETE restrict,
	CONSTRAINT "statements_voice" CHECK("__new_statements"."voice" = 'DOCUMENT' or "__new_statements"."voice" = 'AGENT' or "__new_statements"."voice" = 'CHANNEL' or "__new_statements"."voice" = 'UNIDENTIFIED' or "__new_statements"."voice" = 'UNLINKED'),
	CONSTRAINT "statements_quotation" CHECK("__new_statements"."quotation" = 'DIRECT' or "__new_statements"."quotation" = 'INDIRECT' or "__new_statements"."quotation" = 'MIXED'),
	CONSTRAINT "statements_speech_act" CHECK("__new_statements"."speechAct" = 'ASSERTIVE' or "__new_statements"."speechAct" = 'DIRECTIVE' or "__new_statements"."speechAct" = 'COMMISSIVE' or "__new_statements"."speechAct" = 'EXPRESSIVE' or "__new_statements"."speechAct" = 'QUESTION'),
	CONSTRAINT "statements_basis" CHECK("__new_statements"."basis" = 'STATED' or "__new_statements"."basis" = 'INFERRED' or "__new_statements"."basis" = 'AUTOMATIC'),
	CONSTRAINT "statements_reason" CHECK(("__new_statements"."basis" is 'INFERRED') = ("__new_statements"."reason" is not null)),
	CONSTRAINT "statements_rule" CHECK(("__new_statements"."basis" is 'AUTOMATIC') = ("__new_statements"."ruleId" is not null)),
	CONSTRAINT "statements_speaker_basis" CHECK("__new_statements"."speakerBasis" = 'STATED' or "__new_statements"."speakerBasis" = 'INFERRED' or "__new_statements"."speakerBasis" = 'AUTOMATIC'),
	CONSTRAINT "statements_speaker_reason" CHECK(("__new_statements"."speakerBasis" is 'INFERRED') = ("__new_statements"."speakerReason" is not null)),
	CONSTRAINT "statements_addressee_basis" CHECK("__new_statements"."addresseeBasis" = 'STATED' or "__new_statements"."addresseeBasis" = 'INFERRED' or "__new_statements"."addresseeBasis" = 'AUTOMATIC'),
	CONSTRAINT "statements_addressee_reason" CHECK(("__new_statements"."addresseeBasis" is 'INFERRED') = ("__new_statements"."addresseeReason" is not null)),
	CONSTRAINT "statements_channel_basis" CHECK("__new_statements"."channelBasis" = 'STATED' or "__new_statements"."channelBasis" = 'INFERRED' or "__new_statements"."channelBasis" = 'AUTOMATIC'),
	CONSTRAINT "statements_channel_reason" CHECK(("__new_statements"."channelBasis" is 'INFERRED') = ("__new_statements"."channelReason" is not null)),
	CONSTRAINT "statements_attribution" CHECK("__new_statements"."attribution" = 'COMMUNICATION' or "__new_statements"."attribution" = 'BELIEF' or "__new_statements"."attribution" = 'FACTIVE' or "__new_statements"."attribution" = 'CONTROL'),
	CONSTRAINT "statements_certainty" CHECK("__new_statements"."certainty" = 'CERTAIN' or "__new_statements"."certainty" = 'PROBABLE' or "__new_statements"."certainty" = 'POSSIBLE' or "__new_statements"."certainty" = 'UNDERSPECIFIED'),
	CONSTRAINT "statements_polarity" CHECK("__new_statements"."polarity" = 'POSITIVE' or "__new_statements"."polarity" = 'NEGATIVE'),
	CONSTRAINT "statements_origin" CHECK("__new_statements"."origin" = 'PERSON' or "__new_statements"."origin" = 'MACHINE'),
	CONSTRAINT "statements_repeat" CHECK("__new_statements"."repeat" = 'CODING' or "__new_statements"."repeat" = 'TEXT'),
	CONSTRAINT "statements_speaker" CHECK(("__new_statements"."voice" = 'AGENT') = ("__new_statements"."speakerId" is not null)),
	CONSTRAINT "statements_nesting" CHECK("__new_statements"."reportedInId" is null or "__new_statements"."reportedInId" <> "__new_statements"."id")
) STRICT;
--> statement-breakpoint
INSERT INTO `__new_statements`("id", "slug", "documentId", "start", "text", "voice", "speakerId", "addresseeId", "channelId", "reportedInId", "quotation", "speechAct", "timeId", "sourceId", "cueId", "contentId", "basis", "reason", "onBehalfOfId", "datasetId", "coderId", "cueWords", "speakerBasis", "speakerReason", "addresseeBasis", "addresseeReason", "channelBasis", "channelReason", "ruleId", "attribution", "certainty", "polarity", "turn", "repeat") SELECT "id", "slug", "documentId", "start", "text", "voice", "speakerId", "addresseeId", "channelId", "reportedInId", "quotation", "speechAct", "timeId", "sourceId", "cueId", "contentId", "basis", "reason", "onBehalfOfId", "datasetId", "coderId", "cueWords", "speakerBasis", "speakerReason", "addresseeBasis", "addresseeReason", "channelBasis", "channelReason", "ruleId", "attribution", "certainty", "polarity", "turn", "repeat" FROM `statements`;--> statement-breakpoint
DROP TABLE `statements`;--> statement-breakpoint
ALTER TABLE `__new_statements` RENAME TO `statements`;--> statement-breakpoint
PRAGMA foreign_keys=ON;--> statement-breakpoint
CREATE UNIQUE INDEX `statements_slug_unique` ON `statements` (`slug`);--> statement-breakpoint
CREATE INDEX `statements_by_document` ON `statements` (`documentId`,`start`,`id`);--> statement-breakpoint
CREATE INDEX `statements_by_speaker` ON `statements` (`speakerId`,`documentId`,`start`,`id`);--> statement-breakpoint
CREATE INDEX `statements_by_speaker_and_cue` ON `statements` (`speakerId`,`cueWords`,`documentId`,`start`,`id`);--> statement-breakpoint
CREATE INDEX `statements_by_addressee` ON `statements` (`addresseeId`,`documentId`,`start`,`id`);--> statement-breakpoint
CREATE INDEX `statements_by_channel` ON `statements` (`channelId`,`documentId`,`start`,`id`);--> statement-breakpoint
CREATE INDEX `statements_by_reported_in` ON `statements` (`reportedInId`,`documentId`,`start`,`id`);--> statement-breakpoint
CREATE INDEX `statements_by_time` ON `statements` (`timeId`,`documentId`,`start`,`id`);--> statement-breakpoint
CREATE INDEX `statements_by_voice` ON `statements` (`voice`,`documentId`,`start`,`id`);--> statement-breakpoint
CREATE INDEX `statements_by_quotation` ON `statements` (`quotation`,`documentId`,`start`,`id`);--> statement-breakpoint
CREATE INDEX `statements_by_speech_act` ON `statements` (`speechAct`,`documentId`,`start`,`id`);--> statement-breakpoint
CREATE INDEX `statements_by_cue_words` ON `statements` (`cueWords`,`documentId`,`start`,`id`,`cueId`,`reportedInId`,`repeat`);--> statement-breakpoint
CREATE INDEX `statements_by_source` ON `statements` (`sourceId`,`id`);--> statement-breakpoint
CREATE INDEX `statements_by_cue` ON `statements` (`cueId`,`id`);--> statement-breakpoint
CREATE INDEX `statements_by_on_behalf_of` ON `statements` (`onBehalfOfId`,`documentId`,`start`,`id`);--> statement-breakpoint
CREATE INDEX `statements_by_dataset` ON `statements` (`datasetId`,`documentId`,`start`,`id`);--> statement-breakpoint
CREATE INDEX `statements_by_coder` ON `statements` (`coderId`,`documentId`,`start`,`id`);--> statement-breakpoint
CREATE INDEX `statements_by_content` ON `statements` (`contentId`,`id`);--> statement-breakpoint
CREATE INDEX `statements_by_rule` ON `statements` (`ruleId`,`id`) WHERE "statements"."ruleId" is not null;--> statement-breakpoint
CREATE INDEX `statements_by_repeat` ON `statements` (`repeat`,`documentId`,`start`,`id`) WHERE "statements"."repeat" is not null;--> statement-breakpoint
CREATE VIEW `agentSearchText` AS SELECT a.id AS id, a.name AS name, (SELECT group_concat(name, ' · ') FROM (SELECT n.name AS name FROM agentNames n WHERE n.agentId = a.id ORDER BY n.id)) AS otherNames, 'und' AS language FROM agents a;--> statement-breakpoint
CREATE VIEW `documentSearchText` AS SELECT d.id AS id, d.title AS title, t.text AS text, d.language AS language FROM documents d JOIN documentTexts t ON t.documentId = d.id;--> statement-breakpoint
CREATE VIEW `figureSearchText` AS SELECT f.id AS id, f.label AS label, f.population AS population,
  (SELECT group_concat(words, ' · ') FROM (SELECT c.aspect || ': ' || c.value AS words FROM figureConditions c WHERE c.figureId = f.id ORDER BY c.id)) AS conditions,
  (SELECT group_concat(words, ' · ') FROM (SELECT m.verbatim AS words FROM figureMentions m WHERE m.figureId = f.id ORDER BY m.id)) AS verbatim,
  number_text(f.value) AS value, d.language AS language
  FROM figures f JOIN documents d ON d.id = f.documentId;--> statement-breakpoint
-- Decisions move speakers from one agent to another; inserts are the writers', who copy what they know.
CREATE TRIGGER `stances_follow_statements` AFTER UPDATE OF `speakerId`, `timeId`, `onBehalfOfId` ON `statements` BEGIN
  UPDATE `stances` SET `speakerId` = new.`speakerId`, `timeId` = new.`timeId`, `onBehalfOfId` = new.`onBehalfOfId` WHERE `statementId` = new.`id`;
END;--> statement-breakpoint
CREATE VIEW `statementSearchText` AS SELECT s.id AS id, s.text AS text, d.language AS language FROM statements s JOIN documents d ON d.id = s.documentId;--> statement-breakpoint
CREATE VIEW `passageSearchText` AS SELECT p.id AS id, p.exact AS exact, d.language AS language FROM passages p JOIN documents d ON d.id = p.documentId;--> statement-breakpoint
CREATE VIEW `claimSearchText` AS SELECT c.id AS id, c.text AS text,
  coalesce((SELECT d.language FROM stances s JOIN documents d ON d.id = s.documentId WHERE s.claimId = c.id ORDER BY s.id LIMIT 1), 'und') AS language
  FROM claims c;