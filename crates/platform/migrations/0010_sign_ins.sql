-- Who came in, or tried to, by what, from where: one row a minute for what is alike, with how often.
CREATE TABLE sign_in_entry (
    -- Made from the minute and from what is alike, so that a thousand guesses are one row.
    id UUID PRIMARY KEY,
    at BIGINT NOT NULL,
    -- None for an address or a key nobody has: of what was typed then, nothing is kept.
    account_id UUID REFERENCES account (id),
    what TEXT NOT NULL,
    way TEXT NOT NULL,
    -- The provider's key in the settings.
    provider TEXT,
    outcome TEXT NOT NULL,
    -- « Firefox, Windows » and « 192.0.2.x »; none when it was from several.
    device TEXT,
    network TEXT,
    times BIGINT NOT NULL
);
CREATE INDEX sign_in_entry_by_account ON sign_in_entry (account_id, at);
CREATE INDEX sign_in_entry_by_time ON sign_in_entry (at);
