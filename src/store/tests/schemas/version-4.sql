-- The learner's data, version 4.
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
    lot          INTEGER NOT NULL, -- its place by chance among those due on one day
    event_at     INTEGER NOT NULL, -- the last event that went into it
    event        BLOB NOT NULL
) STRICT, WITHOUT ROWID;

-- What a day is made from, each found without a look at the others.
CREATE INDEX state_review ON state (due_day, lot, card) WHERE phase = 2 AND suspended = 0;
CREATE INDEX state_steps ON state (card) WHERE phase IN (1, 3) OR phase = 2 AND due_day IS NULL;
CREATE INDEX state_corrected ON state (card) WHERE was IS NOT NULL;
CREATE INDEX state_seen ON state (seen_day) WHERE seen_day IS NOT NULL;
CREATE INDEX state_aside ON state (card)
    WHERE suspended OR buried_until IS NOT NULL OR flag IS NOT NULL;

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
    key    INTEGER PRIMARY KEY,
    id     TEXT NOT NULL UNIQUE,
    origin TEXT NOT NULL,
    stamp  BLOB,            -- what its file looked like then; null if it is to be read again
    hash   BLOB NOT NULL,
    head   BLOB NOT NULL    -- what is known of it beside its cards
) STRICT;

CREATE INDEX deck_origin ON deck (origin);

-- Index: its cards then, and those that are gone and may come back.
CREATE TABLE card (
    name     TEXT PRIMARY KEY,
    deck     INTEGER NOT NULL,
    position INTEGER,          -- in the order of the file; null if it is gone
    question TEXT NOT NULL,    -- hash
    response TEXT NOT NULL,    -- hash of the answer
    value    TEXT,
    answer   TEXT NOT NULL,    -- as shown
    new      INTEGER NOT NULL, -- whether it waits among the new ones
    as_of    INTEGER NOT NULL, -- later ones are larger; 0 without one
    stale    INTEGER,          -- the last day on which it is true, as 20250209
    until    INTEGER,          -- the last day on which it is asked
    facts    TEXT,             -- those that it shares with siblings, a line each
    data     BLOB              -- the card; null if it is gone
) STRICT, WITHOUT ROWID;

CREATE INDEX card_new ON card (deck, as_of DESC, position, new) WHERE new;
CREATE INDEX card_stale ON card (stale, deck) WHERE stale IS NOT NULL;

-- Index: what a search goes through, many cards in a row of it.
CREATE TABLE passage (
    key  INTEGER PRIMARY KEY,
    deck INTEGER NOT NULL,
    text TEXT NOT NULL      -- a line a card: its name and what it says, folded
) STRICT;

CREATE INDEX passage_deck ON passage (deck, key);

-- Index: what cards and facts say that they stand for.
CREATE TABLE tie (
    deck     INTEGER NOT NULL,
    replaces INTEGER NOT NULL, -- 1: takes over its history; 0: updates it
    other    TEXT NOT NULL,
    card     TEXT NOT NULL,
    PRIMARY KEY (deck, replaces, other, card)
) STRICT, WITHOUT ROWID;
