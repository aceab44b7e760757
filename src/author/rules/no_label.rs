//! `no-label`, told while a deck is read.

use crate::author::rule::{Korean, Rule};
use crate::deck::Severity;

pub(super) const RULE: Rule = Rule {
    code: "no-label",
    severity: Severity::Error,
    summary: "A fact that a chart or comparison shows has no label",
    explanation: "Beside its bar stands the fact's `label`; its name is for the author only.

Wrong:

```yaml
facts:
  fab: { value: 20B USD, label: The new fab }
  old: { value: 8B USD }
cards:
  - id: more
    compare: [fab, old]
```

Right:

```yaml
facts:
  fab: { value: 20B USD, label: The new fab }
  old: { value: 8B USD, label: The old fab }
cards:
  - id: more
    compare: [fab, old]
```
",
    korean: Korean {
        summary: "차트나 비교에 나오는 사실에 이름표가 없습니다",
        explanation: "막대 옆에는 사실의 `label`이 보입니다. 사실의 이름은 저자만 봅니다.
",
    },
    find: None,
};
