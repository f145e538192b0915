-- The trail as a chain: each entry is numbered and sealed with all that came before it, soon after it
-- was written.
ALTER TABLE audit_entry ADD COLUMN number BIGINT;
ALTER TABLE audit_entry ADD COLUMN seal TEXT;
CREATE UNIQUE INDEX audit_entry_by_number ON audit_entry (number);
CREATE INDEX audit_entry_unsealed ON audit_entry (id) WHERE number IS NULL;

-- Where the chain ends: one row.
CREATE TABLE audit_head (
    only_one BIGINT PRIMARY KEY CHECK (only_one = 1),
    number BIGINT NOT NULL,
    seal TEXT NOT NULL
);
INSERT INTO audit_head (only_one, number, seal) VALUES (1, 0, '');
