-- Consultations of years are counted in the index alone: the one on their days was preferred by SQLite, and
-- led to every row.
DROP INDEX screening_held;
CREATE INDEX screening_held ON screening (site_id, moment, case_id, held_on);

-- A sheet is read whole and often: packed, it takes longer to unpack than to read.
-- engine: postgres
ALTER TABLE derived_month ALTER COLUMN sheet SET STORAGE EXTERNAL;
