//! `broken-fact`, told while a deck is read.

use crate::author::rule::Rule;
use crate::deck::Severity;

pub(super) const RULE: Rule = Rule {
    code: "broken-fact",
    severity: Severity::Error,
    summary: "Something needs a fact that has an error itself",
    explanation: r#"A figure that could not be worked out can't be filled in. Mend the fact on
the line that the message names, and this goes away with it.

Wrong:

```yaml
facts:
  cost: { value: very much }
cards:
  - id: cost
    ask: What will the fab cost?
    number: "{cost}"
```

Right:

```yaml
facts:
  cost: { value: 20B USD }
cards:
  - id: cost
    ask: What will the fab cost?
    number: "{cost}"
```
"#,
    find: None,
};
