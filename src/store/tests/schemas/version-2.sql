-- The learner's data, version 2.
--
-- `event` is the truth and is only appended to. Tables under "derived" follow
-- from it and can be thrown away; tables under "index" follow from the decks.
-- Instants are milliseconds since 1970 (UTC); days are study days since 1970-01-01.

-- What is known of this home: the device's id and the place it was made for.
CREATE TABLE meta (
    key   TEXT PRIMARY KEY,
    value BLOB NOT NULL
) STRICT, WITHOUT ROWID;

-- The log. Its key ascends, so a rating writes at the end of one tree.
CREATE TABLE event (
    id         BLOB PRIMARY KEY CHECK (length(id) = 16), -- UUIDv7, in the order of recording
    device     BLOB NOT NULL CHECK (length(device) = 16),
    at         INTEGER NOT NULL,
    utc_offset INTEGER NOT NULL, -- seconds east
    day        INTEGER NOT NULL,
    kind       TEXT NOT NULL,
    card       TEXT,             -- the name it had then
    data       TEXT NOT NULL     -- the whole act, as JSON
) STRICT, WITHOUT ROWID;

CREATE INDEX event_card ON event (card, at) WHERE card IS NOT NULL;
CREATE INDEX event_day ON event (day);
CREATE INDEX event_at ON event (at);

CREATE TRIGGER event_is_not_changed BEFORE UPDATE ON event
BEGIN SELECT RAISE(ABORT, 'the log is only appended to'); END;

CREATE TRIGGER event_is_not_deleted BEFORE DELETE ON event
BEGIN SELECT RAISE(ABORT, 'the log is only appended to'); END;

-- Derived: events that were taken back.
CREATE TABLE undone (
    event BLOB PRIMARY KEY
) STRICT, WITHOUT ROWID;

-- Derived: names that cards took, by when.
CREATE TABLE alias (
    was   TEXT NOT NULL,
    at    INTEGER NOT NULL,
    event BLOB NOT NULL,
    card  TEXT NOT NULL,
    PRIMARY KEY (was, at, event)
) STRICT, WITHOUT ROWID;

CREATE INDEX alias_card ON alias (card);
CREATE INDEX alias_at ON alias (at, event);

-- Derived: weights of the memory model, by when they came into force.
CREATE TABLE weights (
    at    INTEGER NOT NULL,
    event BLOB NOT NULL,
    data  TEXT NOT NULL, -- as JSON
    PRIMARY KEY (at, event)
) STRICT, WITHOUT ROWID;

-- Derived: where each card stands that anything ever happened to.
CREATE TABLE state (
    card         TEXT PRIMARY KEY, -- the name it has now
    phase        INTEGER NOT NULL, -- 0 new, 1 learning, 2 review, 3 relearning
    step         INTEGER NOT NULL,
    stability    REAL,
    difficulty   REAL,
    due_at       INTEGER,          -- in steps; else
    due_day      INTEGER,
    last_at      INTEGER,
    last_day     INTEGER,
    reviews      INTEGER NOT NULL,
    lapses       INTEGER NOT NULL,
    suspended    INTEGER NOT NULL,
    buried_until INTEGER,
    flag         TEXT,
    was          TEXT,             -- a correction not yet reviewed: was, and
    now_is       TEXT,
    seen_day     INTEGER,          -- missed in a quiz of that day, and to be studied
    event_at     INTEGER NOT NULL, -- the last event that went into it
    event        BLOB NOT NULL
) STRICT, WITHOUT ROWID;

-- Derived: reviews of one card on one study day.
CREATE TABLE studied (
    day      INTEGER NOT NULL,
    card     TEXT NOT NULL,
    reviews  INTEGER NOT NULL,
    took_ms  INTEGER NOT NULL,
    asked    INTEGER NOT NULL, -- in state review
    recalled INTEGER NOT NULL, -- of those, not Again
    new      INTEGER NOT NULL, -- first reviewed
    due      INTEGER NOT NULL, -- came as due: counts toward the day's reviews
    PRIMARY KEY (day, card)
) STRICT, WITHOUT ROWID;

CREATE INDEX studied_card ON studied (card);

-- Derived: the sums of `studied` by day.
CREATE TABLE tally (
    day      INTEGER PRIMARY KEY,
    reviews  INTEGER NOT NULL,
    took_ms  INTEGER NOT NULL,
    asked    INTEGER NOT NULL,
    recalled INTEGER NOT NULL,
    new      INTEGER NOT NULL
) STRICT;

-- Derived: quizzes.
CREATE TABLE quiz (
    event     BLOB PRIMARY KEY, -- with which it began
    scope     TEXT,             -- what tries have to share to be compared; null until its beginning is known
    questions INTEGER,
    ended     INTEGER           -- null while it is open; 0 given up, 1 finished
) STRICT, WITHOUT ROWID;

-- Derived: the first answer to each question of a quiz.
CREATE TABLE quiz_answer (
    quiz     BLOB NOT NULL,
    question INTEGER NOT NULL,
    event    BLOB NOT NULL,
    right    INTEGER NOT NULL,
    PRIMARY KEY (quiz, question)
) STRICT, WITHOUT ROWID;

-- Index: each deck as it last could be read.
CREATE TABLE deck (
    id     TEXT PRIMARY KEY,
    origin TEXT NOT NULL,
    hash   BLOB NOT NULL,
    text   TEXT NOT NULL
) STRICT;

-- Index: its cards then, in the order of the file.
CREATE TABLE known (
    deck     TEXT NOT NULL REFERENCES deck (id) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    card     TEXT NOT NULL,
    question TEXT NOT NULL, -- hash
    response TEXT NOT NULL, -- hash of the answer
    value    TEXT,
    answer   TEXT NOT NULL, -- as shown
    PRIMARY KEY (deck, position)
) STRICT, WITHOUT ROWID;

CREATE INDEX known_card ON known (card);
