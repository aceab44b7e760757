//! Learning steps: how long a card in them waits after each rating. Anki's rules.

use crate::deck::Step;

const DAY: u32 = 24 * 60 * 60;

/// The steps of a new card, or those after a lapse.
#[derive(Debug, Clone, Copy)]
pub(super) struct Steps<'a>(&'a [Step]);

/// A wait within the steps: for which of them, and how long.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Wait {
    /// Index of the step.
    pub step: u8,
    /// In seconds.
    pub seconds: u32,
}

impl<'a> Steps<'a> {
    /// As many as an index can tell apart (255).
    pub(super) fn new(steps: &'a [Step]) -> Self {
        Steps(steps.get(..usize::from(u8::MAX)).unwrap_or(steps))
    }

    /// Again goes back to the first step. `None`: there are no steps.
    pub(super) fn again(self) -> Option<Wait> {
        self.at(0)
    }

    /// Hard repeats the step. On the first that would be Again's wait, so there
    /// it is longer: the mean of the first two steps, or half as long again
    /// (a day longer at most) if there is but one.
    pub(super) fn hard(self, step: u8) -> Option<Wait> {
        let current = self.at(self.within(step))?;
        if current.step > 0 {
            return Some(current);
        }
        let again = current.seconds;
        let seconds = match self.at(1) {
            Some(next) => mean(again, next.seconds),
            None => again
                .saturating_add(again / 2)
                .min(again.saturating_add(DAY)),
        };
        Some(Wait {
            step: 0,
            seconds: whole_days(seconds),
        })
    }

    /// Good goes to the next step. `None`: that was the last, the card graduates.
    pub(super) fn good(self, step: u8) -> Option<Wait> {
        self.at(self.within(step).checked_add(1)?)
    }

    /// The step, or the last one if there are fewer now than there were.
    fn within(self, step: u8) -> u8 {
        let last = u8::try_from(self.0.len().saturating_sub(1)).unwrap_or(u8::MAX);
        step.min(last)
    }

    fn at(self, step: u8) -> Option<Wait> {
        self.0.get(usize::from(step)).map(|Step { seconds }| Wait {
            step,
            seconds: *seconds,
        })
    }
}

fn mean(one: u32, other: u32) -> u32 {
    let sum = u64::from(one) + u64::from(other);
    u32::try_from(sum / 2).unwrap_or(u32::MAX)
}

/// Over a day, a whole number of days, so that it does not matter at what time
/// of the day one answers.
fn whole_days(seconds: u32) -> u32 {
    if seconds > DAY {
        seconds.saturating_add(DAY / 2) / DAY * DAY
    } else {
        seconds
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const MINUTE: u32 = 60;

    #[test]
    fn each_rating_waits_as_in_anki() {
        let (m, d) = (MINUTE, DAY);
        // Steps; the step it stands at; seconds until it comes again after
        // Again, Hard and Good; None graduates.
        for (steps, step, again, hard, good, why) in [
            (
                &[m, 10 * m][..],
                0,
                Some(m),
                Some(330),
                Some(10 * m),
                "Hard on the first of two waits their mean",
            ),
            (
                &[m, 10 * m],
                1,
                Some(m),
                Some(10 * m),
                None,
                "Hard later repeats the step; Good graduates from the last",
            ),
            (
                &[m, 10 * m, 100 * m],
                0,
                Some(m),
                Some(330),
                Some(10 * m),
                "the mean is of the first two, however many there are",
            ),
            (
                &[m, 10 * m, 100 * m],
                1,
                Some(m),
                Some(10 * m),
                Some(100 * m),
                "Good goes on step by step",
            ),
            (
                &[m, 10 * m, 100 * m],
                2,
                Some(m),
                Some(100 * m),
                None,
                "the last of three",
            ),
            (
                &[10 * m],
                0,
                Some(10 * m),
                Some(15 * m),
                None,
                "Hard on a single step waits half as long again",
            ),
            (
                &[3 * d],
                0,
                Some(3 * d),
                Some(4 * d),
                None,
                "but a day longer at most",
            ),
            (
                &[d],
                0,
                Some(d),
                Some(2 * d),
                None,
                "a day and a half is two days: whole days over a day",
            ),
            (
                &[d, 2 * d],
                0,
                Some(d),
                Some(2 * d),
                Some(2 * d),
                "the mean of one and two days is two whole days",
            ),
            (
                &[m, 10 * m],
                7,
                Some(m),
                Some(10 * m),
                None,
                "a step that is no more counts as the last",
            ),
            (
                &[],
                0,
                None,
                None,
                None,
                "without steps every rating graduates",
            ),
            (
                &[u32::MAX, u32::MAX],
                0,
                Some(u32::MAX),
                Some(u32::MAX / d * d),
                Some(u32::MAX),
                "nothing overflows",
            ),
        ] {
            let steps: Vec<Step> = steps
                .iter()
                .map(|seconds| Step { seconds: *seconds })
                .collect();
            let steps = Steps::new(&steps);
            let seconds = |wait: Option<Wait>| wait.map(|wait| wait.seconds);
            let waits = (
                seconds(steps.again()),
                seconds(steps.hard(step)),
                seconds(steps.good(step)),
            );
            assert_eq!(waits, (again, hard, good), "{why}");
        }
    }

    #[test]
    fn hard_stays_and_good_goes_on() {
        let steps = [Step { seconds: 60 }, Step { seconds: 600 }];
        let steps = Steps::new(&steps);
        assert_eq!(steps.hard(0).map(|wait| wait.step), Some(0));
        assert_eq!(steps.good(0).map(|wait| wait.step), Some(1));
        assert_eq!(steps.hard(1).map(|wait| wait.step), Some(1));
        assert_eq!(steps.again().map(|wait| wait.step), Some(0));
    }

    #[test]
    fn however_many_steps_there_are_one_graduates() {
        let steps = vec![Step { seconds: 1 }; 1000];
        let (mut step, mut answers) = (0, 0);
        while let Some(wait) = Steps::new(&steps).good(step) {
            (step, answers) = (wait.step, answers + 1);
        }
        assert_eq!(answers, 254);
    }
}
