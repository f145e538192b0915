-- Years are frozen as quarters are, and a year’s report has room for accounts.
ALTER TABLE quarter RENAME TO frozen_figures;
-- `2025-T4`, or `2025`.
ALTER TABLE frozen_figures RENAME COLUMN quarter TO span;

ALTER TABLE report_words RENAME COLUMN quarter TO span;
-- JSON: cents by the heading of the chart of accounts; of quarters none.
ALTER TABLE report_words ADD COLUMN accounts TEXT NOT NULL DEFAULT '{}';
