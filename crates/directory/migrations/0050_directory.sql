-- One text for both engines. An entry's fields are kept together as JSON: they are read together,
-- into memory, where the search is made.

CREATE TABLE organization (
    id TEXT PRIMARY KEY,
    source TEXT NOT NULL,
    name TEXT NOT NULL,
    -- What this territory knows on top of the source; an import never touches it.
    kind TEXT,
    content TEXT NOT NULL,
    fingerprint TEXT NOT NULL,
    created_at BIGINT NOT NULL,
    changed_at BIGINT NOT NULL,
    -- Since when its source no longer lists it.
    gone_since BIGINT
);
CREATE INDEX organization_by_source ON organization (source);

CREATE TABLE resource (
    id TEXT PRIMARY KEY,
    organization_id TEXT NOT NULL REFERENCES organization (id),
    source TEXT NOT NULL,
    name TEXT NOT NULL,
    -- What this territory knows on top of the source, as JSON; an import never touches it.
    ties TEXT NOT NULL,
    content TEXT NOT NULL,
    fingerprint TEXT NOT NULL,
    created_at BIGINT NOT NULL,
    changed_at BIGINT NOT NULL,
    gone_since BIGINT
);
CREATE INDEX resource_by_organization ON resource (organization_id);
CREATE INDEX resource_by_source ON resource (source);

-- Grows with every change of the two tables: what is held in memory is read again when it has.
CREATE TABLE directory_version (
    only_row BIGINT PRIMARY KEY CHECK (only_row = 1),
    version BIGINT NOT NULL
);
INSERT INTO directory_version (only_row, version) VALUES (1, 0);
