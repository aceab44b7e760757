"""Makes vectors.json: what PyPI's fsrs 6 makes of sequences of reviews.

Each sequence is a list of [days since the last review, rating, stability,
difficulty]. Fuzz is off, and there are no steps, so that nothing but the
memory matters; a review on the day of the last (0 days) takes py-fsrs' formula
for the short term. Run once, and again only to follow a new version:

    pip install 'fsrs>=6.3,<7' && python3 vectors.py > vectors.json
"""

import json
import random
from datetime import datetime, timedelta, timezone
from importlib.metadata import version

from fsrs import Card, Rating, Scheduler

WEIGHTS = [  # another learner's, within the model's bounds
    0.4, 1.1, 3.1, 15.7, 7.2, 0.53, 1.5, 0.005, 1.6, 0.12, 1.0,
    1.9, 0.11, 0.3, 2.3, 0.22, 2.9, 0.5, 0.66, 0.13, 0.2,
]


def history(scheduler, reviews):
    card, at, rows = Card(), datetime(2025, 1, 1, 12, tzinfo=timezone.utc), []
    for days, rating in reviews:
        at += timedelta(days=days)
        card, _ = scheduler.review_card(card, Rating(rating), at)
        rows.append([days, rating, card.stability, card.difficulty])
    return rows


def sequences(chance):
    for rating in (1, 2, 3, 4):  # every first rating, alone and followed by each
        for following in (1, 2, 3, 4):
            yield [(0, rating), (0, following), (1, following), (30, following)]
    yield [(0, 3)] + [(0, 3)] * 12  # nothing but one day
    yield [(0, 1)] + [(0, 1)] * 12
    yield [(0, 4)] + [(400, 4)] * 8
    yield [(0, 1)] + [(1, 1)] * 15  # one lapse after another
    for _ in range(44):
        zeros = chance.choice([0.1, 0.5, 0.8])
        longest = chance.choice([2, 10, 60, 400])
        yield [
            (
                0 if n == 0 or chance.random() < zeros else chance.randint(1, longest),
                chance.choices((1, 2, 3, 4), (2, 2, 5, 2))[0],
            )
            for n in range(chance.randint(3, 25))
        ]


def main():
    chance, sets = random.Random(20250209), []
    for weights in (None, WEIGHTS):
        plain = {"learning_steps": [], "relearning_steps": [], "enable_fuzzing": False}
        scheduler = Scheduler(**({"parameters": weights} if weights else {}), **plain)
        rows = [history(scheduler, reviews) for reviews in sequences(chance)]
        sets.append({"weights": weights, "sequences": rows})
    print(f'{{"made_by": "fsrs {version("fsrs")}", "sets": [')
    for n, each in enumerate(sets):
        print(f' {{"weights": {json.dumps(each["weights"])}, "sequences": [')
        print(",\n".join("  " + json.dumps(rows) for rows in each["sequences"]))
        print(" ]}" + ("," if n + 1 < len(sets) else ""))
    print("]}")


main()
