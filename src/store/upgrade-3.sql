-- From version 2: a card is in the index whole, and what a day holds is found
-- by indices. Decks are read again, and what was known of their cards is kept.

ALTER TABLE state ADD COLUMN lot INTEGER NOT NULL DEFAULT 0;

-- What a day is made from, each found without a look at the others.
CREATE INDEX state_review ON state (due_day, lot, card) WHERE phase = 2 AND suspended = 0;
CREATE INDEX state_steps ON state (card) WHERE phase IN (1, 3) OR phase = 2 AND due_day IS NULL;
CREATE INDEX state_corrected ON state (card) WHERE was IS NOT NULL;
CREATE INDEX state_seen ON state (seen_day) WHERE seen_day IS NOT NULL;
CREATE INDEX state_aside ON state (card)
    WHERE suspended OR buried_until IS NOT NULL OR flag IS NOT NULL;

ALTER TABLE deck RENAME TO old_deck;
DROP INDEX known_card;

CREATE TABLE deck (
    key    INTEGER PRIMARY KEY,
    id     TEXT NOT NULL UNIQUE,
    origin TEXT NOT NULL,
    stamp  BLOB,            -- what its file looked like then; null if it is to be read again
    hash   BLOB NOT NULL,
    head   BLOB NOT NULL    -- what is known of it beside its cards
) STRICT;

CREATE INDEX deck_origin ON deck (origin);

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

CREATE INDEX card_new ON card (deck, as_of DESC, position) WHERE new;
CREATE INDEX card_stale ON card (stale, deck) WHERE stale IS NOT NULL;

CREATE TABLE passage (
    key  INTEGER PRIMARY KEY,
    deck INTEGER NOT NULL,
    text TEXT NOT NULL      -- a line a card: its name and what it says, folded
) STRICT;

CREATE INDEX passage_deck ON passage (deck, key);

CREATE TABLE tie (
    deck     INTEGER NOT NULL,
    replaces INTEGER NOT NULL, -- 1: takes over its history; 0: updates it
    other    TEXT NOT NULL,
    card     TEXT NOT NULL,
    PRIMARY KEY (deck, replaces, other, card)
) STRICT, WITHOUT ROWID;

INSERT INTO deck (id, origin, stamp, hash, head)
    SELECT id, origin, NULL, x'', x'' FROM old_deck;

INSERT OR IGNORE INTO card (name, deck, question, response, value, answer, new, as_of)
    SELECT known.card, deck.key, known.question, known.response, known.value, known.answer, 0, 0
    FROM known JOIN deck ON deck.id = known.deck;

DROP TABLE known;
DROP TABLE old_deck;
