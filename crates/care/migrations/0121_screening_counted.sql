-- Consultations of years are counted in the index alone: the one on their days was preferred by SQLite, and
-- led to every row.
DROP INDEX screening_held;
CREATE INDEX screening_held ON screening (site_id, moment, case_id, held_on);
