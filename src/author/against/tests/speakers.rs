//! Who says a figure.

use super::judged;

const PORT: &str = "\"We are turning ships away,\" said Ruth Calloway, the chief executive of the \
    Eastmere Port Authority. She said the authority had refused 112 ships in the first half.\n\n\
    Critics doubt it. Daniel Osei, an economist at the University of Wexbridge, expects trade to grow \
    by 1.8 percent a year.\n\nFishermen fear for their grounds. The harbour has 63 boats, according to \
    Helen Strand, who heads their association. Each boat earns £41,200 a year.\n\nHanbit Bank said it \
    lends 300 million dollars.\n\nIts chief economist, Mina Kim, said rates would rise by 2.5 points.\n";
const TRAINS: &str = "\"We have filled the trains,\" said Ingrid Halloran, the chief executive since last \
    September.\n\nOthers are faring better.\n\n\"You can't sell a €189 cabin,\" conceded Tomasz Wilk, head of \
    fleet.\n\n\"Zurich to Lisbon is 2,210 kilometres,\" said Mireille Castaing, a transport economist at the \
    University of Lausanne. In a paper she reckoned that only 17 of the 63 night routes cover their costs. \
    \"It takes 26 hours,\" said Rita Bloom, a driver.\n";
const SCHOOLS: &str = "오세빈 남진군수는 “공방은 마중물”이라며 2027년까지 주택 150가구를 짓겠다고 했다. 배정우 강원지역연구원 \
    선임연구위원은 “2030년 청년 인구가 5000명을 넘을 것”이라고 내다봤다.\n";
const WIND: &str = "한빛해상풍력의 오세영 대표는 “공사에 선박 34척이 투입된다”고 말했다. 오 대표는 인력 520명이 든다고 \
    설명했다.\n\n주민 반응은 엇갈린다.\n\n박은희 신안어민회장은 “어선 146척이 피해를 본다”고 주장했다.\n\n걱정도 \
    있다.\n\n정민호 에너지경제연구원 연구위원은 “3조2천억원을 더 들여야 한다”고 지적했다.\n";

#[test]
fn who_says_it_is_who_the_sentence_names() {
    let mut wrong = Vec::new();
    for (article, value, by, meant) in [
        (PORT, "112 ships", "Ruth Calloway", ""),
        (PORT, "112 ships", "Eastmere Port Authority", ""),
        (PORT, "112 ships", "the chief executive of the port", ""),
        (PORT, "112 ships", "Helen Strand", "Ruth Calloway"),
        (PORT, "1.8%", "Daniel Osei", ""),
        (PORT, "1.8%", "University of Wexbridge", ""),
        (PORT, "1.8%", "Helen Strand", "Daniel Osei"),
        (PORT, "63 boats", "Helen Strand", ""),
        (PORT, "63 boats", "the fishermen's association", ""),
        (PORT, "63 boats", "Ruth Calloway", "Helen Strand"),
        // No one says it.
        (PORT, "41,200 GBP", "Ruth Calloway", ""),
        // A bank for its economist.
        (PORT, "2.5 points", "Hanbit Bank", ""),
        (PORT, "2.5 points", "Daniel Osei", "Mina Kim"),
        (WIND, "34척", "오세영", ""),
        (WIND, "34척", "한빛해상풍력", ""),
        (WIND, "34척", "박은희", "오세영"),
        (WIND, "520명", "오세영 대표", ""),
        (WIND, "146척", "박은희", ""),
        (WIND, "146척", "신안어민회", ""),
        (WIND, "146척", "정민호", "박은희"),
        (WIND, "3조2천억원", "정민호 연구위원", ""),
        (WIND, "3조2천억원", "오세영", "정민호"),
        (TRAINS, "17 routes", "Mireille Castaing", ""),
        (TRAINS, "17 routes", "Ingrid Halloran", "Mireille Castaing"),
        (TRAINS, "€189", "Tomasz Wilk", ""),
        (TRAINS, "€189", "Ingrid Halloran", "Tomasz Wilk"),
        // Named in the passage, but the sentence names who speaks.
        (TRAINS, "26 hours", "Rita Bloom", ""),
        (TRAINS, "26 hours", "Mireille Castaing", "Rita Bloom"),
        (TRAINS, "2,210 km", "University of Lausanne", ""),
        (SCHOOLS, "5000명", "배정우", ""),
        (SCHOOLS, "5000명", "강원지역연구원", ""),
        (SCHOOLS, "5000명", "오세빈", "배정우"),
        (SCHOOLS, "5000명", "오세빈 군수", "배정우"),
        (SCHOOLS, "150가구", "오세빈", ""),
        (SCHOOLS, "150가구", "남진군", ""),
    ] {
        let fact = format!(
            "facts:\n  f: {{ value: \"{value}\", ask: Wie?, status: claim, by: \"{by}\" }}\n"
        );
        let told = judged(article, &fact);
        let of_by = told.iter().find(|line| line.starts_with("f by "));
        let elsewhere = of_by.is_some_and(|line| line.contains(&format!("({meant}")));
        let well = told.iter().all(|line| line.contains(' '));
        if if meant.is_empty() { !well } else { !elsewhere } {
            wrong.push((value, by, told));
        }
    }
    assert_eq!(wrong, [], "{wrong:#?}");
}
