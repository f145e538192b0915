-- A server that ended between handing a letter over and writing that down: it is handed over once more,
-- and perhaps arrives twice.
ALTER TABLE outbox ADD COLUMN doubtful_at BIGINT;
