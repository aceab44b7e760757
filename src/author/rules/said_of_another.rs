//! `said-of-another`: what is there, of something else, told by the truth check.

use crate::author::against::ELSEWHERE;
use crate::author::rule::Rule;
use crate::deck::Severity;

pub(super) const RULE: Rule = Rule {
    code: ELSEWHERE,
    severity: Severity::Error,
    summary: "The article has the value, but of something else",
    explanation: "Told by `check --against ARTICLE`. The value stands in the article, and where
the card's own words are another one stands that is one digit off: the slip
gave a value that is true of something else. Compare the two lines. If the
card is right, end the line with `# dateline: ignore said-of-another`.

Wrong, where the article has `4400개` companies by the ministry and `4000여
개` in someone's words:

```text
facts:
  firms: { value: 4000 companies, ask: How many are there by the ministry? }
```

Right:

```text
facts:
  firms: { value: 4400 companies, ask: How many are there by the ministry? }
```
",
    find: None,
};
