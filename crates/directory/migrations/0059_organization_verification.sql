-- What an organization says of itself instead of its source; an import never touches it.
CREATE TABLE organization_verification (
    id UUID PRIMARY KEY,
    organization_id TEXT NOT NULL UNIQUE REFERENCES organization (id),
    -- By field, as JSON.
    corrections TEXT NOT NULL,
    -- Two of them again, where they are corrected: lists are made by them.
    name TEXT,
    commune TEXT,
    -- When its entry was last said to be right.
    checked_at BIGINT NOT NULL
);

-- An organization as it is listed: with what is said here instead of its source.
CREATE VIEW listed_organization AS
SELECT o.id, o.source, o.kind, o.content, v.corrections, COALESCE(v.commune, o.commune) AS commune,
       o.shown_under, o.gone_since, o.changed_version
FROM organization o
LEFT JOIN organization_verification v ON v.organization_id = o.id;

-- The same with the organization's name as it says it itself.
DROP VIEW entry_standing;
DROP VIEW listed_resource;
CREATE VIEW listed_resource AS
SELECT r.id, r.organization_id, r.name, r.ties, r.content, r.changed_version, r.shown_under,
       COALESCE(r.gone_since, o.gone_since) AS gone_since,
       COALESCE(kv.name, k.name, ov.name, o.name) AS organization_name, v.corrections
FROM resource r
JOIN organization o ON o.id = r.organization_id
LEFT JOIN organization k ON k.id = o.shown_under
LEFT JOIN organization_verification ov ON ov.organization_id = o.id
LEFT JOIN organization_verification kv ON kv.organization_id = k.id
LEFT JOIN verification v ON v.resource_id = r.id;

CREATE VIEW entry_standing AS
SELECT r.id, r.name, r.commune, COALESCE(o.shown_under, o.id) AS organization_id, l.organization_name,
       CASE WHEN v.checked_on IS NULL OR json_extract(r.ties, '$.verified_on') > v.checked_on
            THEN json_extract(r.ties, '$.verified_on')
            ELSE v.checked_on END AS checked_on,
       (SELECT COUNT(*) FROM resource_doubt d
        WHERE d.resource_id = r.id AND d.settled_at IS NULL) AS doubts,
       (SELECT COUNT(*) FROM report p
        WHERE p.resource_id = r.id AND p.state IN ('new', 'seen')) AS reports
FROM resource r
JOIN organization o ON o.id = r.organization_id
JOIN listed_resource l ON l.id = r.id
LEFT JOIN verification v ON v.resource_id = r.id
WHERE l.gone_since IS NULL AND l.shown_under IS NULL;
