-- A passkey (Web Authentication): the public half of a key that stays on somebody's device.
CREATE TABLE passkey (
    -- Its name in the forms of its owner.
    id UUID PRIMARY KEY,
    account_id UUID NOT NULL REFERENCES account (id),
    -- As its authenticator names it, and the key as it was brought (COSE): both in base64url.
    credential_id TEXT NOT NULL UNIQUE,
    public_key TEXT NOT NULL,
    -- How often it has signed; zero where it does not count.
    counter BIGINT NOT NULL,
    -- Its maker may keep it on several devices of its owner.
    is_shared BOOLEAN NOT NULL,
    -- As its owner calls it.
    name TEXT NOT NULL,
    added_at BIGINT NOT NULL,
    used_at BIGINT
);
CREATE INDEX passkey_by_account ON passkey (account_id);

-- What one browser was asked and has not answered yet. Serves once, for five minutes; what binds it to
-- the browser is in the browser's cookie, of which only a hash is here.
CREATE TABLE passkey_ceremony (
    secret_hash TEXT PRIMARY KEY,
    -- enter, add or prove
    errand TEXT NOT NULL,
    -- The session it was begun from, by its hash.
    begun_from TEXT,
    started_at BIGINT NOT NULL
);

-- By which passkey a session was begun; or by whose name at its issuer, and in which session there.
ALTER TABLE session ADD COLUMN passkey_id UUID;
ALTER TABLE session ADD COLUMN subject TEXT;
ALTER TABLE session ADD COLUMN provider_session TEXT;

-- Codes guessed wrong since the last right one; since when codes of the application are not taken.
ALTER TABLE second_factor ADD COLUMN wrong BIGINT NOT NULL DEFAULT 0;
ALTER TABLE second_factor ADD COLUMN stopped_at BIGINT;

-- Words of a provider that somebody signed out there (Back-Channel Logout): none serves twice.
CREATE TABLE logout_told (
    issuer TEXT NOT NULL,
    -- The token's own name, by its hash.
    token_hash TEXT NOT NULL,
    told_at BIGINT NOT NULL,
    PRIMARY KEY (issuer, token_hash)
);
