//! The bars of facts side by side, in a chart or a comparison: each has a label,
//! and all have one unit, or their lengths would say nothing.

use super::Facts;
use crate::deck::Bar;
use crate::deck::lift::item::Item;
use crate::message;

impl Facts {
    /// The bars of the facts that stand in the list under `key`.
    pub fn bars(&self, item: &mut Item<'_>, key: &str, names: &[String]) -> Vec<Bar> {
        let mut bars: Vec<Bar> = Vec::new();
        for (at, name) in names.iter().enumerate() {
            let place = item.at_item(key, at);
            let name = name.trim();
            let Some(worked) = self.worked(item, name, place) else {
                continue;
            };
            if key == "chart" && names.iter().take(at).any(|before| before.trim() == name) {
                item.wrong(
                    "duplicate-item",
                    place,
                    message!(
                        "'{name}' stands twice in '{key}'",
                        "'{name}': '{key}'에 두 번 있습니다"
                    ),
                    message!(
                        "delete one, or name the fact that was meant",
                        "하나를 지우거나 원래 쓰려던 사실의 이름을 쓰세요"
                    ),
                );
                continue;
            }
            let Some(label) = &worked.label else {
                item.wrong(
                    "no-label",
                    place,
                    message!(
                        "the fact '{name}' has no label for its bar",
                        "'{name}': 막대에 붙일 label이 없는 사실입니다"
                    ),
                    message!("give '{name}' a label", "'{name}'에 label을 쓰세요"),
                );
                continue;
            };
            if let Some(first) = bars
                .first()
                .filter(|first| first.figure.unit != worked.figure.unit)
            {
                item.wrong(
                    "units-differ",
                    place,
                    message!(
                        "'{name}' has another unit than '{}'",
                        "'{name}', '{}': 서로 단위가 다릅니다",
                        first.fact.rsplit('/').next().unwrap_or_default()
                    ),
                    message!(
                        "put facts of one unit side by side",
                        "단위가 같은 사실을 나란히 놓으세요"
                    ),
                );
                continue;
            }
            bars.push(Bar {
                fact: self.full(name),
                label: label.clone(),
                figure: worked.figure.clone(),
            });
        }
        bars
    }
}
