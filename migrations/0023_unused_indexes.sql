DROP INDEX `agent_names_by_name`;--> statement-breakpoint
DROP INDEX `documents_by_earliest`;--> statement-breakpoint
DROP INDEX `removals_by_at`;--> statement-breakpoint
DROP INDEX `time_expressions_by_latest`;