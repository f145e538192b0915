-- Whose data somebody may be shown as a whole: a coordinator of the site everybody's; a link worker
-- those of whom they may open a file, or who have none.
CREATE VIEW visible_person AS
    SELECT m.account_id AS viewer_id, p.id, p.site_id
    FROM person p JOIN membership m ON m.site_id = p.site_id
    WHERE p.merged_into IS NULL
      AND (m.role = 'coordinator'
           OR (m.role = 'link_worker'
               AND NOT EXISTS (SELECT 1 FROM case_file c WHERE c.person_id = p.id
                               AND c.link_worker_id IS NOT NULL AND c.link_worker_id <> m.account_id)));

-- Rows of somebody whose data are neither read nor changed for a time: all of them, out of every
-- other table.
CREATE TABLE frozen (
    person_id UUID PRIMARY KEY,
    site_id UUID NOT NULL REFERENCES site (id),
    name TEXT NOT NULL,
    reason TEXT NOT NULL,
    frozen_at BIGINT NOT NULL,
    frozen_by UUID NOT NULL REFERENCES account (id),
    content TEXT NOT NULL
);
CREATE INDEX frozen_by_site ON frozen (site_id, frozen_at);

-- Who was erased, by an id that leads to nobody any more: erased again where an older copy of the
-- store is brought back.
CREATE TABLE erased (
    person_id UUID PRIMARY KEY,
    site_id UUID NOT NULL REFERENCES site (id),
    erased_at BIGINT NOT NULL,
    reason TEXT NOT NULL CHECK (reason IN ('asked', 'retention'))
);
CREATE INDEX erased_by_site ON erased (site_id, erased_at);

-- On how many days somebody was seen to be kept too long: they go after a month of such days, so
-- that a clock that jumps erases nobody.
CREATE TABLE outlived (
    person_id UUID PRIMARY KEY REFERENCES person (id),
    days BIGINT NOT NULL,
    last_day TEXT NOT NULL
);

-- A record merged into one that was merged later is the last one's.
UPDATE person SET merged_into = (SELECT k.merged_into FROM person k WHERE k.id = person.merged_into)
WHERE EXISTS (SELECT 1 FROM person k WHERE k.id = person.merged_into AND k.merged_into IS NOT NULL);

-- Whose records a record was merged into: asked whenever somebody is frozen or erased.
CREATE INDEX person_by_merged ON person (merged_into);
