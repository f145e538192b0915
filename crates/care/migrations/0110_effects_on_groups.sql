-- What figures are set side by side by, beside age and how somebody is addressed: whether the same
-- becomes of those who are not at ease with the internet, and of those of a quartier prioritaire.
ALTER TABLE assessment ADD COLUMN digital_ease TEXT CHECK (digital_ease IN ('alone', 'helped', 'none'));
ALTER TABLE assessment ADD COLUMN priority_area TEXT CHECK (priority_area IN ('yes', 'no'));
