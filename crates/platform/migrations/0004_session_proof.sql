-- When whoever uses a session last proved who they are. Those under way prove it when it is next asked.
ALTER TABLE session ADD COLUMN proven_at BIGINT NOT NULL DEFAULT 0;
