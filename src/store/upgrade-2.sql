-- From version 1: quizzes, and cards that were seen in one. Logs of then hold none.

ALTER TABLE state ADD COLUMN seen_day INTEGER;

CREATE TABLE quiz (
    event     BLOB PRIMARY KEY,
    scope     TEXT,    -- what tries have to share to be compared; null until its beginning is known
    questions INTEGER,
    ended     INTEGER  -- null while it is open; 0 given up, 1 finished
) STRICT, WITHOUT ROWID;

CREATE TABLE quiz_answer (
    quiz     BLOB NOT NULL,
    question INTEGER NOT NULL,
    event    BLOB NOT NULL,
    right    INTEGER NOT NULL,
    PRIMARY KEY (quiz, question)
) STRICT, WITHOUT ROWID;
