-- The day of the last check, in France: moments do not compare with days in SQL. Of checks before
-- this column, the day is also in the entry's ties.
ALTER TABLE verification ADD COLUMN checked_on TEXT;

-- Every listed entry, with what makes it more or less sure.
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
