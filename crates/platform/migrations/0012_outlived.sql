-- What is kept for a while only: the trail, accounts closed long ago.

-- Where the trail begins: what came before went.
ALTER TABLE audit_head ADD COLUMN forgotten_number BIGINT NOT NULL DEFAULT 0;
ALTER TABLE audit_head ADD COLUMN forgotten_seal TEXT NOT NULL DEFAULT '';

-- When a closed account became nobody's.
ALTER TABLE account ADD COLUMN forgotten_at BIGINT;

-- What is due to go, and on how many days it was seen to be: it goes after a month of such days, so
-- that a clock that jumps takes nothing away.
CREATE TABLE due_to_go (
    what TEXT PRIMARY KEY,
    -- Of what is numbered: the last one that was due on the first of these days.
    up_to BIGINT NOT NULL,
    days BIGINT NOT NULL,
    last_day TEXT NOT NULL
);
