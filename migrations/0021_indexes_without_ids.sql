DROP INDEX `agents_by_kind_name`;--> statement-breakpoint
DROP INDEX `agents_by_name`;--> statement-breakpoint
DROP INDEX `agents_by_dataset`;--> statement-breakpoint
DROP INDEX `agents_by_rule`;--> statement-breakpoint
CREATE INDEX `agents_by_kind_name` ON `agents` (`kind`,`name`);--> statement-breakpoint
CREATE INDEX `agents_by_name` ON `agents` (`name`);--> statement-breakpoint
CREATE INDEX `agents_by_dataset` ON `agents` (`datasetId`);--> statement-breakpoint
CREATE INDEX `agents_by_rule` ON `agents` (`ruleId`) WHERE "agents"."ruleId" is not null;--> statement-breakpoint
DROP INDEX `claims_by_text`;--> statement-breakpoint
DROP INDEX `claims_by_dataset`;--> statement-breakpoint
CREATE INDEX `claims_by_text` ON `claims` (`text`);--> statement-breakpoint
CREATE INDEX `claims_by_dataset` ON `claims` (`datasetId`);--> statement-breakpoint
DROP INDEX `stances_by_claim`;--> statement-breakpoint
DROP INDEX `stances_by_passage`;--> statement-breakpoint
DROP INDEX `stances_by_manner`;--> statement-breakpoint
DROP INDEX `stances_by_rule`;--> statement-breakpoint
CREATE INDEX `stances_by_claim` ON `stances` (`claimId`);--> statement-breakpoint
CREATE INDEX `stances_by_passage` ON `stances` (`passageId`);--> statement-breakpoint
CREATE INDEX `stances_by_manner` ON `stances` (`manner`) WHERE "stances"."manner" is not null;--> statement-breakpoint
CREATE INDEX `stances_by_rule` ON `stances` (`ruleId`) WHERE "stances"."ruleId" is not null;--> statement-breakpoint
DROP INDEX `coders_by_dataset`;--> statement-breakpoint
CREATE INDEX `coders_by_dataset` ON `coders` (`datasetId`);--> statement-breakpoint
DROP INDEX `import_counts_by_dataset`;--> statement-breakpoint
CREATE INDEX `import_counts_by_dataset` ON `importCounts` (`datasetId`);--> statement-breakpoint
DROP INDEX `decisions_by_agent`;--> statement-breakpoint
DROP INDEX `decisions_by_other`;--> statement-breakpoint
CREATE INDEX `decisions_by_agent` ON `decisions` (`agentId`);--> statement-breakpoint
CREATE INDEX `decisions_by_other` ON `decisions` (`otherId`);--> statement-breakpoint
DROP INDEX `documents_by_publisher`;--> statement-breakpoint
DROP INDEX `documents_by_dataset`;--> statement-breakpoint
DROP INDEX `documents_by_published`;--> statement-breakpoint
DROP INDEX `documents_by_earliest`;--> statement-breakpoint
DROP INDEX `documents_by_latest`;--> statement-breakpoint
DROP INDEX `documents_by_repeat_of`;--> statement-breakpoint
DROP INDEX `documents_by_title`;--> statement-breakpoint
CREATE INDEX `documents_by_publisher` ON `documents` (`publisherId`);--> statement-breakpoint
CREATE INDEX `documents_by_dataset` ON `documents` (`datasetId`);--> statement-breakpoint
CREATE INDEX `documents_by_published` ON `documents` (case when publishedEarliest is null then '' else publishedEarliest end);--> statement-breakpoint
CREATE INDEX `documents_by_earliest` ON `documents` (`publishedEarliest`,`publishedLatest`);--> statement-breakpoint
CREATE INDEX `documents_by_latest` ON `documents` (`publishedLatest`,`publishedEarliest`);--> statement-breakpoint
CREATE INDEX `documents_by_repeat_of` ON `documents` (`repeatOfId`) WHERE "documents"."repeatOfId" is not null;--> statement-breakpoint
CREATE INDEX `documents_by_title` ON `documents` (case when title is null then '' else title end);--> statement-breakpoint
DROP INDEX `figure_conditions_by_rule`;--> statement-breakpoint
CREATE INDEX `figure_conditions_by_rule` ON `figureConditions` (`ruleId`) WHERE "figureConditions"."ruleId" is not null;--> statement-breakpoint
DROP INDEX `figure_mentions_by_passage`;--> statement-breakpoint
DROP INDEX `figure_mentions_by_value`;--> statement-breakpoint
DROP INDEX `figure_mentions_by_approximation`;--> statement-breakpoint
DROP INDEX `figure_mentions_by_quantifier`;--> statement-breakpoint
DROP INDEX `figure_mentions_by_rule`;--> statement-breakpoint
CREATE INDEX `figure_mentions_by_passage` ON `figureMentions` (`passageId`);--> statement-breakpoint
CREATE INDEX `figure_mentions_by_value` ON `figureMentions` (`value`);--> statement-breakpoint
CREATE INDEX `figure_mentions_by_approximation` ON `figureMentions` (`approximation`,`words`);--> statement-breakpoint
CREATE INDEX `figure_mentions_by_quantifier` ON `figureMentions` (`quantifier`) WHERE "figureMentions"."quantifier" is not null;--> statement-breakpoint
CREATE INDEX `figure_mentions_by_rule` ON `figureMentions` (`ruleId`) WHERE "figureMentions"."ruleId" is not null;--> statement-breakpoint
DROP INDEX `figure_relations_by_subject`;--> statement-breakpoint
DROP INDEX `figure_relations_by_object`;--> statement-breakpoint
DROP INDEX `figure_relations_by_passage`;--> statement-breakpoint
DROP INDEX `figure_relations_by_rule`;--> statement-breakpoint
CREATE INDEX `figure_relations_by_subject` ON `figureRelations` (`subjectId`);--> statement-breakpoint
CREATE INDEX `figure_relations_by_object` ON `figureRelations` (`objectId`);--> statement-breakpoint
CREATE INDEX `figure_relations_by_passage` ON `figureRelations` (`passageId`);--> statement-breakpoint
CREATE INDEX `figure_relations_by_rule` ON `figureRelations` (`ruleId`) WHERE "figureRelations"."ruleId" is not null;--> statement-breakpoint
DROP INDEX `figures_by_document`;--> statement-breakpoint
DROP INDEX `figures_by_value`;--> statement-breakpoint
DROP INDEX `figures_by_magnitude`;--> statement-breakpoint
DROP INDEX `figures_by_lower`;--> statement-breakpoint
DROP INDEX `figures_by_unit`;--> statement-breakpoint
DROP INDEX `figures_by_label`;--> statement-breakpoint
DROP INDEX `figures_by_referent`;--> statement-breakpoint
DROP INDEX `figures_by_time`;--> statement-breakpoint
DROP INDEX `figures_by_rule`;--> statement-breakpoint
CREATE INDEX `figures_by_document` ON `figures` (`documentId`);--> statement-breakpoint
CREATE INDEX `figures_by_value` ON `figures` (`value`);--> statement-breakpoint
CREATE INDEX `figures_by_magnitude` ON `figures` (`magnitude`);--> statement-breakpoint
CREATE INDEX `figures_by_lower` ON `figures` (`lower`,`upper`);--> statement-breakpoint
CREATE INDEX `figures_by_unit` ON `figures` (`unit`,`population`,`value`,`lower`,`upper`);--> statement-breakpoint
CREATE INDEX `figures_by_label` ON `figures` (`label`);--> statement-breakpoint
CREATE INDEX `figures_by_referent` ON `figures` (`referentId`);--> statement-breakpoint
CREATE INDEX `figures_by_time` ON `figures` (`timeId`);--> statement-breakpoint
CREATE INDEX `figures_by_rule` ON `figures` (`ruleId`) WHERE "figures"."ruleId" is not null;--> statement-breakpoint
DROP INDEX `frame_uses_by_statement`;--> statement-breakpoint
DROP INDEX `frame_uses_by_passage`;--> statement-breakpoint
DROP INDEX `frame_uses_by_function`;--> statement-breakpoint
DROP INDEX `frame_uses_by_dimension`;--> statement-breakpoint
DROP INDEX `frame_uses_by_target_agent`;--> statement-breakpoint
DROP INDEX `frame_uses_by_target_referent`;--> statement-breakpoint
DROP INDEX `frame_uses_by_valence`;--> statement-breakpoint
DROP INDEX `frame_uses_by_effect`;--> statement-breakpoint
DROP INDEX `frame_uses_by_affected_agent`;--> statement-breakpoint
DROP INDEX `frame_uses_by_affected_referent`;--> statement-breakpoint
DROP INDEX `frame_uses_by_rule`;--> statement-breakpoint
CREATE INDEX `frame_uses_by_statement` ON `frameUses` (`statementId`);--> statement-breakpoint
CREATE INDEX `frame_uses_by_passage` ON `frameUses` (`passageId`);--> statement-breakpoint
CREATE INDEX `frame_uses_by_function` ON `frameUses` (`function`);--> statement-breakpoint
CREATE INDEX `frame_uses_by_dimension` ON `frameUses` (`dimension`);--> statement-breakpoint
CREATE INDEX `frame_uses_by_target_agent` ON `frameUses` (`targetAgentId`);--> statement-breakpoint
CREATE INDEX `frame_uses_by_target_referent` ON `frameUses` (`targetReferentId`);--> statement-breakpoint
CREATE INDEX `frame_uses_by_valence` ON `frameUses` (`valence`) WHERE "frameUses"."valence" is not null;--> statement-breakpoint
CREATE INDEX `frame_uses_by_effect` ON `frameUses` (`effect`) WHERE "frameUses"."effect" is not null;--> statement-breakpoint
CREATE INDEX `frame_uses_by_affected_agent` ON `frameUses` (`affectedAgentId`) WHERE "frameUses"."affectedAgentId" is not null;--> statement-breakpoint
CREATE INDEX `frame_uses_by_affected_referent` ON `frameUses` (`affectedReferentId`) WHERE "frameUses"."affectedReferentId" is not null;--> statement-breakpoint
CREATE INDEX `frame_uses_by_rule` ON `frameUses` (`ruleId`) WHERE "frameUses"."ruleId" is not null;--> statement-breakpoint
DROP INDEX `memberships_by_member`;--> statement-breakpoint
DROP INDEX `memberships_by_dataset`;--> statement-breakpoint
DROP INDEX `memberships_by_organization`;--> statement-breakpoint
DROP INDEX `memberships_by_on_behalf_of`;--> statement-breakpoint
DROP INDEX `memberships_by_document`;--> statement-breakpoint
DROP INDEX `memberships_by_passage`;--> statement-breakpoint
DROP INDEX `memberships_by_rule`;--> statement-breakpoint
DROP INDEX `memberships_by_statement`;--> statement-breakpoint
CREATE INDEX `memberships_by_member` ON `memberships` (`memberId`);--> statement-breakpoint
CREATE INDEX `memberships_by_dataset` ON `memberships` (`datasetId`);--> statement-breakpoint
CREATE INDEX `memberships_by_organization` ON `memberships` (`organizationId`);--> statement-breakpoint
CREATE INDEX `memberships_by_on_behalf_of` ON `memberships` (`onBehalfOfId`);--> statement-breakpoint
CREATE INDEX `memberships_by_document` ON `memberships` (`documentId`);--> statement-breakpoint
CREATE INDEX `memberships_by_passage` ON `memberships` (`passageId`);--> statement-breakpoint
CREATE INDEX `memberships_by_rule` ON `memberships` (`ruleId`) WHERE "memberships"."ruleId" is not null;--> statement-breakpoint
CREATE INDEX `memberships_by_statement` ON `memberships` (`statementId`) WHERE "memberships"."statementId" is not null;--> statement-breakpoint
DROP INDEX `mentions_by_statement`;--> statement-breakpoint
DROP INDEX `mentions_by_agent`;--> statement-breakpoint
DROP INDEX `mentions_by_dataset_words`;--> statement-breakpoint
DROP INDEX `mentions_by_words`;--> statement-breakpoint
DROP INDEX `mentions_by_passage`;--> statement-breakpoint
DROP INDEX `mentions_by_decision`;--> statement-breakpoint
DROP INDEX `mentions_by_rule`;--> statement-breakpoint
DROP INDEX `mentions_by_evidence`;--> statement-breakpoint
DROP INDEX `mentions_by_antecedent`;--> statement-breakpoint
CREATE INDEX `mentions_by_statement` ON `mentions` (`statementId`);--> statement-breakpoint
CREATE INDEX `mentions_by_agent` ON `mentions` (`agentId`);--> statement-breakpoint
CREATE INDEX `mentions_by_dataset_words` ON `mentions` (`datasetId`,`words`);--> statement-breakpoint
CREATE INDEX `mentions_by_words` ON `mentions` (`words`);--> statement-breakpoint
CREATE INDEX `mentions_by_passage` ON `mentions` (`passageId`);--> statement-breakpoint
CREATE INDEX `mentions_by_decision` ON `mentions` (`decisionId`) WHERE "mentions"."decisionId" is not null;--> statement-breakpoint
CREATE INDEX `mentions_by_rule` ON `mentions` (`ruleId`) WHERE "mentions"."ruleId" is not null;--> statement-breakpoint
CREATE INDEX `mentions_by_evidence` ON `mentions` (`evidenceId`) WHERE "mentions"."evidenceId" is not null;--> statement-breakpoint
CREATE INDEX `mentions_by_antecedent` ON `mentions` (`antecedentId`) WHERE "mentions"."antecedentId" is not null;--> statement-breakpoint
DROP INDEX `notes_by_document`;--> statement-breakpoint
DROP INDEX `notes_by_about`;--> statement-breakpoint
CREATE INDEX `notes_by_document` ON `notes` (`documentId`);--> statement-breakpoint
CREATE INDEX `notes_by_about` ON `notes` (`aboutTable`,`aboutId`);--> statement-breakpoint
DROP INDEX `passages_by_document`;--> statement-breakpoint
CREATE INDEX `passages_by_document` ON `passages` (`documentId`,`start`,`end`);--> statement-breakpoint
DROP INDEX `referents_by_label`;--> statement-breakpoint
CREATE INDEX `referents_by_label` ON `referents` (`label`);--> statement-breakpoint
DROP INDEX `term_uses_by_referent`;--> statement-breakpoint
DROP INDEX `term_uses_by_statement`;--> statement-breakpoint
DROP INDEX `term_uses_by_passage`;--> statement-breakpoint
DROP INDEX `term_uses_by_words`;--> statement-breakpoint
DROP INDEX `term_uses_by_rule`;--> statement-breakpoint
CREATE INDEX `term_uses_by_referent` ON `termUses` (`referentId`);--> statement-breakpoint
CREATE INDEX `term_uses_by_statement` ON `termUses` (`statementId`);--> statement-breakpoint
CREATE INDEX `term_uses_by_passage` ON `termUses` (`passageId`);--> statement-breakpoint
CREATE INDEX `term_uses_by_words` ON `termUses` (`words`);--> statement-breakpoint
CREATE INDEX `term_uses_by_rule` ON `termUses` (`ruleId`) WHERE "termUses"."ruleId" is not null;--> statement-breakpoint
DROP INDEX `removals_by_at`;--> statement-breakpoint
CREATE INDEX `removals_by_at` ON `removals` (`at`);--> statement-breakpoint
DROP INDEX `reviews_by_statement`;--> statement-breakpoint
DROP INDEX `reviews_by_author`;--> statement-breakpoint
DROP INDEX `reviews_by_rating`;--> statement-breakpoint
DROP INDEX `reviews_by_dataset`;--> statement-breakpoint
CREATE INDEX `reviews_by_statement` ON `reviews` (`statementId`);--> statement-breakpoint
CREATE INDEX `reviews_by_author` ON `reviews` (`authorId`);--> statement-breakpoint
CREATE INDEX `reviews_by_rating` ON `reviews` (`rating`);--> statement-breakpoint
CREATE INDEX `reviews_by_dataset` ON `reviews` (`datasetId`);--> statement-breakpoint
DROP INDEX `changes_by_revision`;--> statement-breakpoint
CREATE INDEX `changes_by_revision` ON `changes` (`revisionId`);--> statement-breakpoint
DROP INDEX `statement_relations_by_subject`;--> statement-breakpoint
DROP INDEX `statement_relations_by_object`;--> statement-breakpoint
DROP INDEX `statement_relations_by_rule`;--> statement-breakpoint
CREATE INDEX `statement_relations_by_subject` ON `statementRelations` (`subjectId`);--> statement-breakpoint
CREATE INDEX `statement_relations_by_object` ON `statementRelations` (`objectId`);--> statement-breakpoint
CREATE INDEX `statement_relations_by_rule` ON `statementRelations` (`ruleId`) WHERE "statementRelations"."ruleId" is not null;--> statement-breakpoint
DROP INDEX `channels_by_document`;--> statement-breakpoint
DROP INDEX `channels_by_author`;--> statement-breakpoint
DROP INDEX `channels_by_addressee`;--> statement-breakpoint
DROP INDEX `channels_by_time`;--> statement-breakpoint
DROP INDEX `channels_by_passage`;--> statement-breakpoint
DROP INDEX `channels_by_rule`;--> statement-breakpoint
DROP INDEX `channels_by_statement`;--> statement-breakpoint
CREATE INDEX `channels_by_document` ON `channels` (`documentId`);--> statement-breakpoint
CREATE INDEX `channels_by_author` ON `channels` (`authorId`);--> statement-breakpoint
CREATE INDEX `channels_by_addressee` ON `channels` (`addresseeId`);--> statement-breakpoint
CREATE INDEX `channels_by_time` ON `channels` (`timeId`);--> statement-breakpoint
CREATE INDEX `channels_by_passage` ON `channels` (`passageId`);--> statement-breakpoint
CREATE INDEX `channels_by_rule` ON `channels` (`ruleId`) WHERE "channels"."ruleId" is not null;--> statement-breakpoint
CREATE INDEX `channels_by_statement` ON `channels` (`statementId`) WHERE "channels"."statementId" is not null;--> statement-breakpoint
DROP INDEX `statements_by_document`;--> statement-breakpoint
DROP INDEX `statements_by_speaker`;--> statement-breakpoint
DROP INDEX `statements_by_speaker_and_cue`;--> statement-breakpoint
DROP INDEX `statements_by_addressee`;--> statement-breakpoint
DROP INDEX `statements_by_channel`;--> statement-breakpoint
DROP INDEX `statements_by_reported_in`;--> statement-breakpoint
DROP INDEX `statements_by_time`;--> statement-breakpoint
DROP INDEX `statements_by_voice`;--> statement-breakpoint
DROP INDEX `statements_by_quotation`;--> statement-breakpoint
DROP INDEX `statements_by_speech_act`;--> statement-breakpoint
DROP INDEX `statements_by_source`;--> statement-breakpoint
DROP INDEX `statements_by_cue`;--> statement-breakpoint
DROP INDEX `statements_by_on_behalf_of`;--> statement-breakpoint
DROP INDEX `statements_by_dataset`;--> statement-breakpoint
DROP INDEX `statements_by_coder`;--> statement-breakpoint
DROP INDEX `statements_by_content`;--> statement-breakpoint
DROP INDEX `statements_by_rule`;--> statement-breakpoint
DROP INDEX `statements_by_repeat`;--> statement-breakpoint
CREATE INDEX `statements_by_document` ON `statements` (`documentId`,`start`);--> statement-breakpoint
CREATE INDEX `statements_by_speaker` ON `statements` (`speakerId`,`documentId`,`start`);--> statement-breakpoint
CREATE INDEX `statements_by_speaker_and_cue` ON `statements` (`speakerId`,`cueWords`,`documentId`,`start`);--> statement-breakpoint
CREATE INDEX `statements_by_addressee` ON `statements` (`addresseeId`,`documentId`,`start`) WHERE "statements"."addresseeId" is not null;--> statement-breakpoint
CREATE INDEX `statements_by_channel` ON `statements` (`channelId`,`documentId`,`start`) WHERE "statements"."channelId" is not null;--> statement-breakpoint
CREATE INDEX `statements_by_reported_in` ON `statements` (`reportedInId`,`documentId`,`start`) WHERE "statements"."reportedInId" is not null;--> statement-breakpoint
CREATE INDEX `statements_by_time` ON `statements` (`timeId`,`documentId`,`start`) WHERE "statements"."timeId" is not null;--> statement-breakpoint
CREATE INDEX `statements_by_voice` ON `statements` (`voice`,`documentId`,`start`);--> statement-breakpoint
CREATE INDEX `statements_by_quotation` ON `statements` (`quotation`,`documentId`,`start`);--> statement-breakpoint
CREATE INDEX `statements_by_speech_act` ON `statements` (`speechAct`,`documentId`,`start`);--> statement-breakpoint
CREATE INDEX `statements_by_source` ON `statements` (`sourceId`);--> statement-breakpoint
CREATE INDEX `statements_by_cue` ON `statements` (`cueId`);--> statement-breakpoint
CREATE INDEX `statements_by_on_behalf_of` ON `statements` (`onBehalfOfId`,`documentId`,`start`) WHERE "statements"."onBehalfOfId" is not null;--> statement-breakpoint
CREATE INDEX `statements_by_dataset` ON `statements` (`datasetId`,`documentId`,`start`);--> statement-breakpoint
CREATE INDEX `statements_by_coder` ON `statements` (`coderId`,`documentId`,`start`) WHERE "statements"."coderId" is not null;--> statement-breakpoint
CREATE INDEX `statements_by_content` ON `statements` (`contentId`);--> statement-breakpoint
CREATE INDEX `statements_by_rule` ON `statements` (`ruleId`) WHERE "statements"."ruleId" is not null;--> statement-breakpoint
CREATE INDEX `statements_by_repeat` ON `statements` (`repeat`,`documentId`,`start`) WHERE "statements"."repeat" is not null;--> statement-breakpoint
DROP INDEX `time_expressions_by_document`;--> statement-breakpoint
DROP INDEX `time_expressions_by_passage`;--> statement-breakpoint
DROP INDEX `time_expressions_by_latest`;--> statement-breakpoint
DROP INDEX `time_expressions_by_earliest`;--> statement-breakpoint
DROP INDEX `time_expressions_by_rule`;--> statement-breakpoint
CREATE INDEX `time_expressions_by_document` ON `timeExpressions` (`documentId`);--> statement-breakpoint
CREATE INDEX `time_expressions_by_passage` ON `timeExpressions` (`passageId`);--> statement-breakpoint
CREATE INDEX `time_expressions_by_latest` ON `timeExpressions` (`latest`,`earliest`);--> statement-breakpoint
CREATE INDEX `time_expressions_by_earliest` ON `timeExpressions` (`earliest`,`latest`);--> statement-breakpoint
CREATE INDEX `time_expressions_by_rule` ON `timeExpressions` (`ruleId`) WHERE "timeExpressions"."ruleId" is not null;