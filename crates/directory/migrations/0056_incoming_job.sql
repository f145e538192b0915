-- When somebody agreed that a checked file be imported: from then on a job does it.
ALTER TABLE incoming ADD COLUMN agreed_at BIGINT;
