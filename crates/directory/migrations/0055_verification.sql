-- What this territory adds to what a source says of an entry: corrections laid over it, which an
-- import never touches, and who last said that each field is right.
CREATE TABLE verification (
    id UUID PRIMARY KEY,
    resource_id TEXT NOT NULL UNIQUE REFERENCES resource (id),
    -- By field, as JSON.
    corrections TEXT NOT NULL,
    checks TEXT NOT NULL,
    -- When all of the entry was last said to be right.
    checked_at BIGINT NOT NULL
);

CREATE INDEX resource_by_commune ON resource (commune);

-- The same with the corrections.
DROP VIEW listed_resource;
CREATE VIEW listed_resource AS
SELECT r.id, r.organization_id, r.name, r.ties, r.content, r.changed_version,
       COALESCE(r.gone_since, o.gone_since) AS gone_since, COALESCE(k.name, o.name) AS organization_name,
       v.corrections
FROM resource r
JOIN organization o ON o.id = r.organization_id
LEFT JOIN organization k ON k.id = o.shown_under
LEFT JOIN verification v ON v.resource_id = r.id;

-- A signed link sent to an organization. Its address stays in the letter alone.
CREATE TABLE verification_request (
    id UUID PRIMARY KEY,
    organization_id TEXT NOT NULL REFERENCES organization (id),
    sent_at BIGINT NOT NULL,
    ends_at BIGINT NOT NULL,
    answered_at BIGINT
);
CREATE INDEX verification_request_by_organization ON verification_request (organization_id);

-- What makes an entry less sure: something led to it and nothing came of it. No person is in it.
CREATE TABLE resource_doubt (
    id UUID PRIMARY KEY,
    resource_id TEXT NOT NULL REFERENCES resource (id),
    why TEXT NOT NULL,
    at BIGINT NOT NULL,
    -- By the next check of the entry.
    settled_at BIGINT
);
CREATE INDEX resource_doubt_by_resource ON resource_doubt (resource_id, settled_at);

-- One round of asking the organizations of a territory.
CREATE TABLE campaign (
    id UUID PRIMARY KEY,
    -- Of a commune, an EPCI or a département.
    territory TEXT NOT NULL,
    -- Entries checked since that day are left alone.
    stale_before TEXT NOT NULL,
    started_by UUID NOT NULL,
    started_at BIGINT NOT NULL,
    stopped_at BIGINT,
    version BIGINT NOT NULL
);

CREATE TABLE campaign_organization (
    campaign_id UUID NOT NULL REFERENCES campaign (id),
    organization_id TEXT NOT NULL REFERENCES organization (id),
    way TEXT NOT NULL CHECK (way IN ('letter', 'telephone')),
    written_at BIGINT,
    reminded_at BIGINT,
    PRIMARY KEY (campaign_id, organization_id)
);
CREATE INDEX campaign_organization_by_way ON campaign_organization (campaign_id, way, written_at);
