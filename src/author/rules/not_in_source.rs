//! `not-in-source`: what is claimed and not there, told by the truth check.

use crate::author::against::MISSING;
use crate::author::rule::Rule;
use crate::deck::Severity;

pub(super) const RULE: Rule = Rule {
    code: MISSING,
    severity: Severity::Error,
    summary: "A figure, date or name is not in the article that it is from",
    explanation: "Told by `check --against ARTICLE`. A card that says what its source does
not say teaches something else, by one digit as a rule. The message has what
comes nearest in the article. Write what the article has; give an entry that
is from elsewhere another `source:`; or end the line with
`# dateline: ignore not-in-source` where it is common knowledge.

Wrong, where the article has `26.6%`:

```text
facts:
  exam: { value: 26.9%, ask: What share did it get right? }
```

Right:

```text
facts:
  exam: { value: 26.6%, ask: What share did it get right? }
```
",
    find: None,
};
