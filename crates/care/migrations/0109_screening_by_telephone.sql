-- Questions are also put by telephone. The list of ways is the program's: a check cannot be changed in place
-- on both engines, the column that carries it can.
ALTER TABLE screening ADD COLUMN how TEXT NOT NULL DEFAULT 'professional';
UPDATE screening SET how = mode;
ALTER TABLE screening DROP COLUMN mode;
ALTER TABLE screening RENAME COLUMN how TO mode;
