-- A link that also takes away the second step and the passkeys, and why; none for the usual one.
ALTER TABLE invitation ADD COLUMN lifts_for TEXT;
