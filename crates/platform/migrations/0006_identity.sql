-- Who somebody is for a provider (OpenID Connect): the issuer and its name for them, never an e-mail.
CREATE TABLE identity (
    issuer TEXT NOT NULL,
    subject TEXT NOT NULL,
    -- Its name in the forms of its owner.
    id UUID NOT NULL UNIQUE,
    account_id UUID NOT NULL REFERENCES account (id),
    linked_at BIGINT NOT NULL,
    PRIMARY KEY (issuer, subject)
);
CREATE INDEX identity_by_account ON identity (account_id);

-- A browser sent to a provider and not back yet. Serves once, for five minutes; what binds it to the
-- browser is in the browser's cookie, of which only a hash is here.
CREATE TABLE identity_attempt (
    secret_hash TEXT PRIMARY KEY,
    provider TEXT NOT NULL,
    -- enter, accept, link or prove
    errand TEXT NOT NULL,
    -- The session, or the invitation, it was begun from, by its hash.
    begun_from TEXT,
    back_to TEXT NOT NULL,
    started_at BIGINT NOT NULL
);

-- Of a session begun with a provider: which, and what signing out there asks for, sealed with the
-- session's own secret, which the store does not have.
ALTER TABLE session ADD COLUMN issuer TEXT;
ALTER TABLE session ADD COLUMN id_token TEXT;
