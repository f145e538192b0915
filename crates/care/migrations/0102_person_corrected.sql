-- Who last corrected what is noted of a person, and when.
ALTER TABLE person ADD COLUMN corrected_at BIGINT;
ALTER TABLE person ADD COLUMN corrected_by UUID REFERENCES account (id);
