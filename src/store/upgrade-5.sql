-- From version 4: a deck is held against what came from elsewhere, if that is older.

ALTER TABLE deck ADD COLUMN read_at INTEGER;
ALTER TABLE deck ADD COLUMN again INTEGER NOT NULL DEFAULT 0;
