//! The queue of one session: which of a day's cards comes next.

use std::collections::{BTreeSet, HashMap, HashSet, VecDeque};

use jiff::{SignedDuration, Timestamp};

use crate::deck::CardId;
use crate::schedule::{CardState, Counts, Due, Pile, Plan, Rules};

/// What caps one session (`-n`, `--new`).
#[derive(Debug, Clone, Copy, Default)]
pub struct Caps {
    /// Cards of any kind. A card counts once, however often its steps bring it
    /// back.
    pub cards: Option<u32>,
    /// New cards.
    pub new: Option<u32>,
}

/// The queue of one session.
#[derive(Debug, Clone)]
pub struct Queue {
    /// Cards whose review was undone, the last to come first at the end.
    restored: Vec<Item>,
    /// Cards in steps, by the time they are due.
    learning: BTreeSet<(Timestamp, CardId)>,
    /// Reviews and new cards, mixed.
    mix: VecDeque<Item>,
    /// The counts of `mix`.
    mixed: Counts,
    learn_ahead: SignedDuration,
    /// How many cards may come.
    cap: usize,
    /// The cards that came, with how often each was reviewed.
    seen: HashMap<CardId, u32>,
    /// The cards that left without a review.
    removed: HashSet<CardId>,
}

#[derive(Debug, Clone)]
struct Item {
    card: CardId,
    pile: Pile,
}

/// What comes next.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Next {
    /// This card.
    Card(CardId),
    /// Nothing now, and nothing within the learn-ahead: the session ends; a
    /// learning card waits until then.
    Later(Timestamp),
    /// Nothing more today.
    Done,
}

impl Queue {
    /// Mixes new cards evenly among the reviews of `plan`, within `caps`.
    pub fn new(plan: &Plan, rules: &Rules, caps: Caps) -> Queue {
        let cap = |cap: Option<u32>| {
            cap.map_or(usize::MAX, |cap| usize::try_from(cap).unwrap_or(usize::MAX))
        };
        let reviews = plan.reviews.iter().map(|card| Item {
            card: card.clone(),
            pile: if plan.in_steps.contains(card) {
                Pile::Learning
            } else {
                Pile::Review
            },
        });
        let new = plan.new.iter().take(cap(caps.new)).map(|card| Item {
            card: card.clone(),
            pile: Pile::New,
        });
        let mix = mix(reviews, new);
        let mut mixed = Counts::default();
        for item in &mix {
            *mixed.of(item.pile) += 1;
        }
        Queue {
            restored: Vec::new(),
            learning: plan.learning.iter().cloned().collect(),
            mix,
            mixed,
            learn_ahead: SignedDuration::from_secs(i64::from(rules.learn_ahead)),
            cap: cap(caps.cards),
            seen: HashMap::new(),
            removed: HashSet::new(),
        }
    }

    /// What to ask at `now`: learning cards that are due, then the mix, then
    /// learning cards within the learn-ahead. Does not take it out.
    pub fn next(&self, now: Timestamp) -> Next {
        if let Some(item) = self.restored.last() {
            return Next::Card(item.card.clone());
        }
        let learning = self.learning.iter().find(|(_, card)| self.may_come(card));
        if let Some((at, card)) = learning
            && *at <= now
        {
            return Next::Card(card.clone());
        }
        if let Some(item) = self.mix.front()
            && self.may_come(&item.card)
        {
            return Next::Card(item.card.clone());
        }
        match learning {
            Some((at, card)) if at.duration_since(now) <= self.learn_ahead => {
                Next::Card(card.clone())
            }
            Some((at, _)) => Next::Later(*at),
            None => Next::Done,
        }
    }

    /// A card was reviewed and stands at `state`: it leaves its place, and
    /// comes back today only if its steps say so.
    pub fn reviewed(&mut self, card: &CardId, state: &CardState, day_end: Timestamp) {
        let reviews = self.seen.entry(card.clone()).or_insert(0);
        *reviews = reviews.saturating_add(1);
        self.put_off(card, state, day_end);
    }

    /// A card was reviewed elsewhere: as if it had been here, but that it did
    /// not come here.
    pub fn put_off(&mut self, card: &CardId, state: &CardState, day_end: Timestamp) {
        self.take_out(card);
        if let Some(Due::At(at)) = state.due
            && state.pile() == Pile::Learning
            && at < day_end
        {
            self.learning.insert((at, card.clone()));
        }
    }

    /// A card leaves the session (suspended, buried).
    pub fn remove(&mut self, card: &CardId) {
        self.take_out(card);
        self.removed.insert(card.clone());
    }

    /// A review was undone (or a suspension, a burial): the card, as it stands
    /// again, comes first.
    pub fn restore(&mut self, card: &CardId, state: &CardState) {
        self.take_out(card);
        if !self.removed.remove(card)
            && let Some(reviews) = self.seen.get_mut(card)
        {
            *reviews = reviews.saturating_sub(1);
            if *reviews == 0 {
                self.seen.remove(card);
            }
        }
        self.restored.push(Item {
            card: card.clone(),
            pile: state.pile(),
        });
    }

    /// How many cards came and do not come back today.
    pub fn finished(&self) -> u32 {
        let restored = self.restored.iter().map(|item| &item.card);
        let waiting = self.learning.iter().map(|(_, card)| card).chain(restored);
        let back = waiting.filter(|card| self.seen.contains_key(*card)).count();
        u32::try_from(self.seen.len().saturating_sub(back)).unwrap_or(u32::MAX)
    }

    /// Goes on from another queue of the session: what came there came.
    pub fn follow(&mut self, before: Queue) {
        self.seen = before.seen;
    }

    /// What is left.
    pub fn counts(&self) -> Counts {
        let mut left = self.cap.saturating_sub(self.seen.len());
        let mut counts = Counts::default();
        let restored = self.restored.iter().map(|item| (&item.card, item.pile));
        let learning = self.learning.iter().map(|(_, card)| (card, Pile::Learning));
        for (card, pile) in restored.chain(learning) {
            if self.seen.contains_key(card) {
                *counts.of(pile) += 1;
            } else if left > 0 {
                left -= 1;
                *counts.of(pile) += 1;
            }
        }
        if left >= self.mix.len() {
            // These are kept, since every screen asks for them.
            return counts.plus(self.mixed);
        }
        for item in self.mix.iter().take(left) {
            *counts.of(item.pile) += 1;
        }
        counts
    }

    fn may_come(&self, card: &CardId) -> bool {
        self.seen.len() < self.cap || self.seen.contains_key(card)
    }

    fn take_out(&mut self, card: &CardId) {
        self.restored.retain(|item| item.card != *card);
        self.learning.retain(|(_, one)| one != card);
        // The one on the screen is mostly the first.
        if let Some(index) = self.mix.iter().position(|item| item.card == *card)
            && let Some(item) = self.mix.remove(index)
        {
            let count = self.mixed.of(item.pile);
            *count = count.saturating_sub(1);
        }
    }
}

/// Spreads new cards evenly among reviews, as Anki does: what there is more of
/// comes first, and with as many gaps as cards no two of one kind meet.
fn mix(
    reviews: impl ExactSizeIterator<Item = Item>,
    new: impl ExactSizeIterator<Item = Item>,
) -> VecDeque<Item> {
    let (all_reviews, all_new) = (reviews.len(), new.len());
    let mut mix = VecDeque::with_capacity(all_reviews + all_new);
    let (mut reviews, mut new) = (reviews.peekable(), new.peekable());
    let (mut reviews_in, mut new_in) = (1, 1);
    loop {
        let takes_new = match (reviews.peek(), new.peek()) {
            (Some(_), Some(_)) => new_in * (all_reviews + 1) < reviews_in * (all_new + 1),
            (None, Some(_)) => true,
            (Some(_), None) => false,
            (None, None) => return mix,
        };
        if takes_new {
            mix.extend(new.next());
            new_in += 1;
        } else {
            mix.extend(reviews.next());
            reviews_in += 1;
        }
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use crate::schedule::{Day, Limits, NewOrder, Phase, ReviewOrder};
    use proptest::prelude::*;

    const MINUTE: i64 = 60;
    const DAY_END: i64 = 1440 * MINUTE;

    fn at(minute: i64) -> Timestamp {
        Timestamp::from_second(minute * MINUTE).unwrap()
    }

    fn id(name: &str) -> CardId {
        serde_json::from_value(name.into()).unwrap()
    }

    fn ids(names: &str) -> Vec<CardId> {
        names.split_whitespace().map(id).collect()
    }

    fn rules() -> Rules {
        Rules {
            limits: Limits::default(),
            review_order: ReviewOrder::Due,
            new_order: NewOrder::Deck,
            learn_ahead: 1200,
            decks: HashMap::new(),
        }
    }

    /// A queue of cards in steps (by the minute they are due), reviews and new cards.
    fn queue(learning: &[(i64, &str)], reviews: &str, new: &str, caps: Caps) -> Queue {
        let plan = Plan {
            learning: learning
                .iter()
                .map(|(minute, name)| (at(*minute), id(name)))
                .collect(),
            reviews: ids(reviews),
            new: ids(new),
            ..Plan::default()
        };
        Queue::new(&plan, &rules(), caps)
    }

    fn in_step(minute: i64) -> CardState {
        CardState {
            phase: Phase::Learning { step: 0 },
            due: Some(Due::At(at(minute))),
            reviews: 1,
            ..CardState::default()
        }
    }

    fn known() -> CardState {
        CardState {
            phase: Phase::Review,
            due: Some(Due::On(Day(9))),
            reviews: 1,
            ..CardState::default()
        }
    }

    fn review(queue: &mut Queue, name: &str, state: &CardState) {
        queue.reviewed(&id(name), state, Timestamp::from_second(DAY_END).unwrap());
    }

    /// Every card in its turn, each known once it was reviewed.
    fn run(mut queue: Queue, now: i64) -> String {
        let mut order = Vec::new();
        while let Next::Card(card) = queue.next(at(now)) {
            review(&mut queue, card.as_str(), &known());
            order.push(card.to_string());
        }
        order.join(" ")
    }

    fn counts(new: u32, learning: u32, due: u32) -> Counts {
        Counts { new, learning, due }
    }

    #[test]
    fn new_cards_are_mixed_evenly_among_reviews() {
        for (reviews, new, order, why) in [
            ("", "", "", "nothing"),
            ("r1 r2 r3", "", "r1 r2 r3", "reviews alone"),
            ("", "n1 n2", "n1 n2", "new cards alone"),
            (
                "r1 r2 r3",
                "n1 n2 n3",
                "r1 n1 r2 n2 r3 n3",
                "as many of each: in turn",
            ),
            (
                "r1 r2 r3",
                "n1 n2",
                "r1 n1 r2 n2 r3",
                "what there is more of lies outside",
            ),
            (
                "r1 r2 r3",
                "n1 n2 n3 n4 n5 n6",
                "n1 r1 n2 n3 r2 n4 n5 r3 n6",
                "on either side",
            ),
            (
                "r1 r2 r3 r4 r5 r6 r7",
                "n1",
                "r1 r2 r3 r4 n1 r5 r6 r7",
                "one comes in the middle",
            ),
            (
                "r1 r2 r3 r4 r5 r6 r7 r8",
                "n1 n2 n3",
                "r1 r2 n1 r3 r4 n2 r5 r6 n3 r7 r8",
                "with the same room between them",
            ),
        ] {
            assert_eq!(
                run(queue(&[], reviews, new, Caps::default()), 0),
                order,
                "{why}"
            );
        }
    }

    #[test]
    fn what_comes_next() {
        let card = |name: &str| Next::Card(id(name));
        for (learning, reviews, now, next, why) in [
            (&[][..], "", 0, Next::Done, "nothing: done"),
            (
                &[(10, "a")],
                "r",
                10,
                card("a"),
                "a step that is due comes before all",
            ),
            (
                &[(10, "a")],
                "r",
                9,
                card("r"),
                "a minute before, the mix does",
            ),
            (
                &[(30, "a"), (10, "b")],
                "r",
                40,
                card("b"),
                "of two steps the one that is longer due",
            ),
            (
                &[(10, "a")],
                "",
                9,
                card("a"),
                "when nothing else is left it comes early",
            ),
            (&[(30, "a")], "", 10, card("a"), "by 20 minutes at most"),
            (
                &[(31, "a")],
                "",
                10,
                Next::Later(at(31)),
                "if it is further away, the session ends until then",
            ),
            (
                &[(31, "a")],
                "r",
                10,
                card("r"),
                "but not while there is anything else",
            ),
        ] {
            assert_eq!(
                queue(learning, reviews, "", Caps::default()).next(at(now)),
                next,
                "{why}"
            );
        }
    }

    #[test]
    fn a_reviewed_card_comes_back_if_its_steps_say_so() {
        let mut queue = queue(&[], "r1 r2", "", Caps::default());
        assert_eq!(queue.counts(), counts(0, 0, 2));
        review(&mut queue, "r1", &in_step(10));
        assert_eq!(
            queue.counts(),
            counts(0, 1, 1),
            "a lapse: it is in steps now"
        );
        assert_eq!(
            queue.next(at(0)),
            Next::Card(id("r2")),
            "not right after itself while there is another"
        );
        review(&mut queue, "r2", &known());
        assert_eq!(queue.next(at(0)), Next::Card(id("r1")), "then early");
        review(&mut queue, "r1", &in_step(40));
        assert_eq!(queue.next(at(0)), Next::Later(at(40)));
        review(&mut queue, "r1", &in_step(DAY_END / MINUTE));
        assert_eq!(
            queue.next(at(0)),
            Next::Done,
            "a step at the turnover is tomorrow's"
        );
    }

    #[test]
    fn steps_that_crossed_a_day_count_as_learning() {
        let plan = Plan {
            reviews: ids("r s"),
            in_steps: HashSet::from([id("s")]),
            ..Plan::default()
        };
        assert_eq!(
            Queue::new(&plan, &rules(), Caps::default()).counts(),
            counts(0, 1, 1)
        );
    }

    #[test]
    fn caps_hold_a_session_short() {
        let caps = |cards, new| Caps { cards, new };
        for (caps, order, left, why) in [
            (
                caps(None, None),
                "r1 n1 r2 n2 r3",
                counts(2, 0, 3),
                "no caps",
            ),
            (
                caps(None, Some(1)),
                "r1 r2 n1 r3",
                counts(1, 0, 3),
                "one new card, mixed as if there were no other",
            ),
            (caps(None, Some(0)), "r1 r2 r3", counts(0, 0, 3), "none"),
            (
                caps(Some(3), None),
                "r1 n1 r2",
                counts(1, 0, 2),
                "three cards",
            ),
            (caps(Some(0), None), "", counts(0, 0, 0), "no cards"),
            (
                caps(Some(9), Some(9)),
                "r1 n1 r2 n2 r3",
                counts(2, 0, 3),
                "more than there are",
            ),
        ] {
            let queue = queue(&[], "r1 r2 r3", "n1 n2", caps);
            assert_eq!(queue.counts(), left, "{why}");
            assert_eq!(run(queue, 0), order, "{why}");
        }
    }

    #[test]
    fn a_capped_session_still_goes_through_its_steps() {
        let caps = Caps {
            cards: Some(2),
            new: None,
        };
        let mut queue = queue(&[(5, "a"), (50, "b")], "r1 r2", "", caps);
        review(&mut queue, "r1", &in_step(10));
        assert_eq!(
            queue.counts(),
            counts(0, 2, 0),
            "r1 comes back, and there is room for one"
        );
        assert_eq!(queue.next(at(6)), Next::Card(id("a")));
        review(&mut queue, "a", &in_step(60));
        assert_eq!(
            queue.counts(),
            counts(0, 2, 0),
            "both of the two are in steps"
        );
        assert_eq!(queue.next(at(10)), Next::Card(id("r1")));
        review(&mut queue, "r1", &known());
        assert_eq!(
            queue.next(at(51)),
            Next::Card(id("a")),
            "b never came, and does not now"
        );
        review(&mut queue, "a", &known());
        assert_eq!(
            (queue.next(at(99)), queue.counts()),
            (Next::Done, Counts::default())
        );
    }

    #[test]
    fn an_undone_card_comes_first() {
        let mut queue = queue(
            &[(0, "a")],
            "r1 r2",
            "",
            Caps {
                cards: Some(2),
                new: None,
            },
        );
        review(&mut queue, "a", &known());
        review(&mut queue, "r1", &in_step(1));
        assert_eq!(queue.counts(), counts(0, 1, 0));
        queue.restore(&id("r1"), &known());
        assert_eq!(queue.next(at(5)), Next::Card(id("r1")));
        assert_eq!(
            queue.counts(),
            counts(0, 0, 1),
            "it stands as before, and only once"
        );
        queue.restore(&id("a"), &in_step(0));
        assert_eq!(
            queue.next(at(5)),
            Next::Card(id("a")),
            "what was undone last is what was done first"
        );
        assert_eq!(queue.counts(), counts(0, 1, 1));
        review(&mut queue, "a", &known());
        review(&mut queue, "r1", &known());
        assert_eq!(
            queue.next(at(5)),
            Next::Done,
            "both count toward the cap again"
        );
    }

    #[test]
    fn a_card_that_leaves_makes_room() {
        let mut queue = queue(
            &[(0, "a")],
            "r1 r2 r3",
            "",
            Caps {
                cards: Some(2),
                new: None,
            },
        );
        queue.remove(&id("a"));
        queue.remove(&id("r1"));
        assert_eq!(queue.counts(), counts(0, 0, 2));
        review(&mut queue, "r2", &in_step(1));
        queue.remove(&id("r2"));
        queue.restore(&id("r2"), &in_step(1));
        assert_eq!(
            queue.counts(),
            counts(0, 1, 1),
            "taking back a suspension takes back no review"
        );
        assert_eq!(queue.next(at(0)), Next::Card(id("r2")));
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(100))]
        #[test]
        fn mixing_keeps_every_card_and_both_orders(reviews in 0..60usize, new in 0..60usize) {
            let some = |letter: char, count: usize| -> Vec<String> {
                (0..count).map(|n| format!("{letter}{n:02}")).collect()
            };
            let (reviews, new) = (some('r', reviews), some('n', new));
            let order = run(queue(&[], &reviews.join(" "), &new.join(" "), Caps::default()), 0);
            let of = |letter: char| -> Vec<String> {
                order.split_whitespace().filter(|name| name.starts_with(letter)).map(str::to_owned).collect()
            };
            prop_assert_eq!(of('r'), reviews);
            prop_assert_eq!(of('n'), new);
        }

        #[test]
        fn counts_are_what_comes(
            steps in prop::collection::vec(0..10i64, 0..5),
            reviews in 0..9usize,
            new in 0..9usize,
            cards in prop::option::of(0..20u32),
            only_new in prop::option::of(0..9u32),
        ) {
            let names: Vec<String> = (0..30).map(|n| format!("c{n:02}")).collect();
            let (in_steps, rest) = names.split_at(steps.len());
            let (reviews, rest) = rest.split_at(reviews);
            let (new, _) = rest.split_at(new);
            let learning: Vec<(i64, &str)> =
                steps.iter().copied().zip(in_steps.iter().map(String::as_str)).collect();
            let caps = Caps { cards, new: only_new };
            let queue = queue(&learning, &reviews.join(" "), &new.join(" "), caps);
            let left = queue.counts().sum() as usize;
            prop_assert_eq!(run(queue, 10).split_whitespace().count(), left);
        }
    }
}
