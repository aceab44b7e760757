//! `translation-differs`: what two languages say differently, told by the truth check.

use crate::author::against::TRANSLATION_DIFFERS;
use crate::author::rule::Rule;
use crate::deck::Severity;

pub(super) const RULE: Rule = Rule {
    code: TRANSLATION_DIFFERS,
    severity: Severity::Error,
    summary: "A figure is another one in the other language, so that one is not the source's",
    explanation: "Told by `check --against ARTICLE`, and wrong there: of two figures that differ
between the languages of one text, one is not what the article says. Without
an article `figures-differ` tells it as doubtful. Two facts in braces differ
by their names, a fact and a figure by their values. Write the same figure in
both, or a fact: `{fact}`.

Wrong:

```text
note: Filed from 2014 to 2023.
note.ko: 2014~2024년에 출원.
```

Right:

```text
note: Filed from 2014 to 2023.
note.ko: 2014~2023년에 출원.
```
",
    find: None,
};
