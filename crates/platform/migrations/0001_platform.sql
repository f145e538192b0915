-- One text for both engines: SQLite takes any type name, PostgreSQL takes these.

CREATE TABLE site (
    id UUID PRIMARY KEY,
    name TEXT NOT NULL UNIQUE,
    address TEXT NOT NULL,
    phone TEXT NOT NULL,
    -- 'information': the link worker belongs to the care team (the person is told and may object);
    -- 'prior': the link worker belongs to an association (the person agrees first).
    consent_mode TEXT NOT NULL CHECK (consent_mode IN ('information', 'prior')),
    created_at BIGINT NOT NULL
);

CREATE TABLE site_commune (
    site_id UUID NOT NULL REFERENCES site (id),
    commune_code TEXT NOT NULL,
    PRIMARY KEY (site_id, commune_code)
);

CREATE TABLE account (
    id UUID PRIMARY KEY,
    email TEXT NOT NULL UNIQUE,
    name TEXT NOT NULL,
    phone TEXT,
    password_hash TEXT,
    lang TEXT,
    created_at BIGINT NOT NULL,
    closed_at BIGINT
);

CREATE TABLE membership (
    account_id UUID NOT NULL REFERENCES account (id),
    site_id UUID NOT NULL REFERENCES site (id),
    role TEXT NOT NULL CHECK (role IN ('prescriber', 'link_worker', 'coordinator', 'administrator')),
    PRIMARY KEY (account_id, site_id)
);
CREATE INDEX membership_by_site ON membership (site_id, role);

CREATE TABLE invitation (
    token_hash TEXT PRIMARY KEY,
    account_id UUID NOT NULL REFERENCES account (id),
    created_at BIGINT NOT NULL,
    expires_at BIGINT NOT NULL,
    used_at BIGINT
);

CREATE TABLE session (
    token_hash TEXT PRIMARY KEY,
    account_id UUID NOT NULL REFERENCES account (id),
    created_at BIGINT NOT NULL,
    seen_at BIGINT NOT NULL
);
CREATE INDEX session_by_account ON session (account_id);

-- Guesses at a password, counted by what was typed; the address is kept as a hash only.
CREATE TABLE sign_in_guess (
    id UUID PRIMARY KEY,
    email_hash TEXT NOT NULL,
    at BIGINT NOT NULL
);
CREATE INDEX sign_in_guess_by_email ON sign_in_guess (email_hash, at);

CREATE TABLE audit_entry (
    id UUID PRIMARY KEY,
    at BIGINT NOT NULL,
    -- What kind of doer it was; only the first has an account.
    actor TEXT NOT NULL CHECK (actor IN ('account', 'visitor', 'link_holder', 'time', 'console')),
    account_id UUID,
    action TEXT NOT NULL,
    subject_kind TEXT NOT NULL,
    subject_id UUID,
    site_id UUID
);
CREATE INDEX audit_entry_by_subject ON audit_entry (subject_id, at);
CREATE INDEX audit_entry_by_time ON audit_entry (at);

CREATE TABLE posted_once (
    key TEXT PRIMARY KEY,
    account_id UUID,
    location TEXT NOT NULL,
    at BIGINT NOT NULL
);

CREATE TABLE outbox (
    id UUID PRIMARY KEY,
    recipient TEXT NOT NULL,
    subject TEXT NOT NULL,
    body TEXT NOT NULL,
    created_at BIGINT NOT NULL,
    next_try_at BIGINT NOT NULL,
    tries BIGINT NOT NULL DEFAULT 0,
    sent_at BIGINT,
    failed_at BIGINT,
    last_error TEXT
);
CREATE INDEX outbox_waiting ON outbox (sent_at, failed_at, next_try_at);

CREATE TABLE job (
    id UUID PRIMARY KEY,
    kind TEXT NOT NULL,
    payload TEXT NOT NULL,
    run_at BIGINT NOT NULL,
    tries BIGINT NOT NULL DEFAULT 0,
    done_at BIGINT,
    failed_at BIGINT,
    last_error TEXT
);
CREATE INDEX job_waiting ON job (done_at, failed_at, run_at);

-- Small facts about this store: its signing key, the demo's shift in time, versions.
CREATE TABLE setting (
    key TEXT PRIMARY KEY,
    value TEXT NOT NULL
);
