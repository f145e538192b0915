-- A session has a name of its own, by which its owner ends it from elsewhere, and says roughly on what
-- it was opened. Those under way end: everybody signs in again.
DROP TABLE session;
CREATE TABLE session (
    id UUID PRIMARY KEY,
    token_hash TEXT NOT NULL UNIQUE,
    account_id UUID NOT NULL REFERENCES account (id),
    created_at BIGINT NOT NULL,
    seen_at BIGINT NOT NULL,
    -- « Firefox, Windows »: never the whole of what a browser says of itself.
    device TEXT
);
CREATE INDEX session_by_account ON session (account_id);
