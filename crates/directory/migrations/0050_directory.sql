-- One text for both engines. An entry's fields are kept together as JSON: they are read together,
-- into memory, where the search is made.

CREATE TABLE organization (
    id TEXT PRIMARY KEY,
    source TEXT NOT NULL,
    name TEXT NOT NULL,
    -- What this territory knows on top of the source; an import never touches it.
    kind TEXT,
    content TEXT NOT NULL,
    -- INSEE code, also in the content: lists are asked for by territory.
    commune TEXT,
    fingerprint TEXT NOT NULL,
    created_at BIGINT NOT NULL,
    changed_at BIGINT NOT NULL,
    -- Since when its source no longer lists it.
    gone_since BIGINT,
    -- The directory's version that its last change made.
    changed_version BIGINT NOT NULL
);
CREATE INDEX organization_by_source ON organization (source);
CREATE INDEX organization_by_version ON organization (changed_version);

CREATE TABLE resource (
    id TEXT PRIMARY KEY,
    organization_id TEXT NOT NULL REFERENCES organization (id),
    source TEXT NOT NULL,
    name TEXT NOT NULL,
    -- What this territory knows on top of the source, as JSON; an import never touches it.
    ties TEXT NOT NULL,
    content TEXT NOT NULL,
    commune TEXT,
    fingerprint TEXT NOT NULL,
    created_at BIGINT NOT NULL,
    changed_at BIGINT NOT NULL,
    gone_since BIGINT,
    changed_version BIGINT NOT NULL
);
CREATE INDEX resource_by_organization ON resource (organization_id);
CREATE INDEX resource_by_source ON resource (source);
CREATE INDEX resource_by_version ON resource (changed_version);

-- A resource as it is listed: with its organization's name, and gone when that is gone.
CREATE VIEW listed_resource AS
SELECT r.id, r.organization_id, r.name, r.ties, r.content, r.changed_version,
       COALESCE(r.gone_since, o.gone_since) AS gone_since, o.name AS organization_name
FROM resource r JOIN organization o ON o.id = r.organization_id;

-- Grows with every change of the two tables: servers that hold the directory in memory then read
-- what has changed since the version they know.
CREATE TABLE directory_version (
    only_row BIGINT PRIMARY KEY CHECK (only_row = 1),
    version BIGINT NOT NULL
);
INSERT INTO directory_version (only_row, version) VALUES (1, 0);

-- Indexes saved in files: one whose mark is not here belongs to another store, or to another past
-- of this one, and is not believed.
CREATE TABLE directory_index (
    mark TEXT PRIMARY KEY,
    version BIGINT NOT NULL,
    saved_at BIGINT NOT NULL
);
