-- Reports of organizations too: each is about one entry of either kind.
DROP VIEW entry_standing;
ALTER TABLE report RENAME TO report_before;
DROP INDEX report_by_state;
DROP INDEX report_by_resource;
CREATE TABLE report (
    id UUID PRIMARY KEY,
    resource_id TEXT REFERENCES resource (id),
    organization_id TEXT REFERENCES organization (id),
    wrong TEXT NOT NULL,
    said TEXT NOT NULL,
    -- How to reach who said it, if they wished; forgotten with the answer.
    contact TEXT,
    said_at BIGINT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('new', 'seen', 'corrected', 'unfounded')),
    answered_by UUID,
    answered_at BIGINT,
    version BIGINT NOT NULL,
    CHECK ((resource_id IS NULL) <> (organization_id IS NULL)),
    CHECK ((state = 'new') = (answered_at IS NULL)),
    CHECK (state IN ('new', 'seen') OR contact IS NULL)
);
INSERT INTO report (id, resource_id, wrong, said, contact, said_at, state, answered_by, answered_at, version)
SELECT id, resource_id, wrong, said, contact, said_at, state, answered_by, answered_at, version
FROM report_before;
DROP TABLE report_before;
CREATE INDEX report_by_state ON report (state, said_at);
CREATE INDEX report_by_resource ON report (resource_id);
CREATE INDEX report_by_organization ON report (organization_id);

-- As it was.
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
