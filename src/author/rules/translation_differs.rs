//! `translation-differs`: what two languages say differently, told by the truth check.

use crate::author::against::TRANSLATION_DIFFERS;
use crate::author::rule::{Korean, Rule};
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
    korean: Korean {
        summary: "두 언어의 수치가 서로 달라 한쪽은 출처와 다릅니다",
        explanation: "`check --against 기사`가 알리고, 거기서는 오류입니다. 한 글의 두 언어에서
수치가 서로 다르면 한쪽은 기사와 다릅니다. 기사가 없으면 `figures-differ`가
경고로 알립니다. 중괄호 안의 두 사실은 이름이 다르면, 사실과 수치는 값이
다르면 다른 것입니다. 두 언어에 같은 수치를 쓰거나 사실을 쓰세요: `{fact}`.
",
    },
    find: None,
};
