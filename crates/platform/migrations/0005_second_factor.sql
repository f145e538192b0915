-- A second step at the door: codes of an application (RFC 6238), or one of a sheet of ten.
CREATE TABLE second_factor (
    account_id UUID PRIMARY KEY REFERENCES account (id),
    -- Base32, as applications take it.
    secret TEXT NOT NULL,
    since BIGINT NOT NULL,
    -- The half-minute of the last code that served: none serves twice.
    last_step BIGINT NOT NULL
);

CREATE TABLE recovery_code (
    account_id UUID NOT NULL REFERENCES account (id),
    code_hash TEXT NOT NULL,
    used_at BIGINT,
    PRIMARY KEY (account_id, code_hash)
);
