-- From version 3: which deck has the newest new card is told by the index alone.

DROP INDEX card_new;
CREATE INDEX card_new ON card (deck, as_of DESC, position, new) WHERE new;
