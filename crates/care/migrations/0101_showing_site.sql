-- By site: a team reads of its own lists. Sums of before belong to no site, and are not kept.
DROP TABLE showing;

-- How often what was shown in lists of matching, as sums by month: no person, case or resource.
CREATE TABLE showing (
    site_id UUID NOT NULL REFERENCES site (id),
    month TEXT NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('commune', 'size', 'public')),
    code TEXT NOT NULL,
    times BIGINT NOT NULL,
    PRIMARY KEY (site_id, month, kind, code)
);
