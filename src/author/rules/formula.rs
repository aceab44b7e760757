//! `formula`, told while a deck is read.

use crate::author::rule::Rule;
use crate::deck::Severity;

pub(super) const RULE: Rule = Rule {
    code: "formula",
    severity: Severity::Error,
    summary: "A formula can't be read or computed",
    explanation: "Behind `=` stands a formula of facts, figures, `+ - * /`, brackets, and the
functions `growth(from, to)` (in per cent) and `cagr(from, to, years)` (in per
cent a year). Units must go together: dollars and people can't be added; so
many things at a price are money.

Wrong:

```yaml
facts:
  old: { value: 8B USD }
  more: { value: = old * }
```

Right:

```yaml
facts:
  old: { value: 8B USD }
  more: { value: = old * 2 }
```
",
    find: None,
};
