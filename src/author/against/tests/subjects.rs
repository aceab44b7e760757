//! Figures of another subject.

use super::judged;

const PORT: &str = "The port of Eastmere handled 1.84 million containers last year. Traffic through the \
    rival port of Colby fell to 1.48 million containers. Eastmere's share of trade rose to 31 percent, \
    while that of Colby slipped to 24 percent. Of the 47 councillors 26 councillors were in favour, 17 \
    councillors against.\nThe poll by Marlow found 54 percent in favour and 38 percent opposed.\n\
    The council puts it at 3.5 percent. The council offers £4.5 million in compensation. It meets \
    on Monday. It is elected. The economist Osei expects trade to grow by 1.8 percent.";
const WIND: &str = "1단계 단지의 설비용량은 390㎿다. 2단계 단지는 설비용량 930㎿로 짓는다.\n대한전선의 계약액은 1830억원, \
    노르켐의 계약액은 1380억원이다.\n정답률은 R1이 9.4%인 반면, 딥 리서치는 26.6%였다.";

const RAILS: &str = "France levies €4.65 at present, Spain €3.80 and Austria €1.95. The draft would limit the \
    charge to €2.10 per train-kilometre. She reckoned that only 17 of the 63 night routes now running in Europe \
    cover their costs without public money, and that a further 21 would do so if charges were capped at €2 per \
    kilometre. Trains carried 54 percent of the freight, and lorries 38 percent.";
const TENANTS: &str = "연구원이 입주자 230명을 설문한 결과 44%가 ‘지원이 끝나면 떠날 수 있다’고 답했다. 지원은 2028년 3월에 \
    끝난다. 가장 큰 어려움으로는 집(37%)이 꼽혔고 병원(26%), 교통(19%)이 뒤를 이었다.";

#[test]
fn a_figure_of_the_clause_before_is_told() {
    let mut wrong = Vec::new();
    for (article, ask, value, well) in [
        (
            RAILS,
            "What does France levy?",
            "€4.65 per train-kilometre",
            true,
        ),
        (
            RAILS,
            "What does France levy?",
            "€3.80 per train-kilometre",
            false,
        ),
        (
            RAILS,
            "What does Spain levy?",
            "€3.80 per train-kilometre",
            true,
        ),
        (
            RAILS,
            "What does Austria levy?",
            "€1.95 per train-kilometre",
            true,
        ),
        (
            RAILS,
            "How many of Europe's night routes cover their costs without public money?",
            "17 routes",
            true,
        ),
        (
            RAILS,
            "How many of Europe's night routes cover their costs without public money?",
            "21 routes",
            false,
        ),
        (
            RAILS,
            "How many further routes would cover their costs if charges were capped?",
            "21 routes",
            true,
        ),
        (
            RAILS,
            "How many night routes run in Europe?",
            "63 routes",
            true,
        ),
        (
            RAILS,
            "What share of the freight do lorries carry?",
            "38%",
            true,
        ),
        (
            RAILS,
            "What share of the freight do trains carry?",
            "54%",
            true,
        ),
    ] {
        let card = format!("cards:\n  - {{ id: c, ask: \"{ask}\", number: \"{value}\" }}\n");
        let told = judged(article, &card);
        if told.iter().all(|line| line.contains(' ')) != well {
            wrong.push((ask, value, told));
        }
    }
    assert_eq!(wrong, [], "{wrong:#?}");
}

#[test]
fn a_figure_that_is_the_answer_is_that_of_the_question() {
    let mut wrong = Vec::new();
    for (ask, value, well) in [
        (
            "지원이 끝나면 떠날 수 있다고 답한 입주자의 비율은?",
            "44%",
            true,
        ),
        (
            "지원이 끝나면 떠날 수 있다고 답한 입주자의 비율은?",
            "37%",
            false,
        ),
        (
            "지원이 끝나면 떠날 수 있다고 답한 입주자의 비율은?",
            "19%",
            false,
        ),
        ("집이 가장 큰 어려움으로 꼽힌 비율은?", "37%", true),
        ("병원을 든 입주자의 비율은?", "26%", true),
    ] {
        let card = format!(
            "cards:\n  - {{ id: c, ask: \"{ask}\", answer: \"{value}\", choices: [\"{value}\", 99%] }}\n"
        );
        let told = judged(TENANTS, &card);
        if told.iter().all(|line| line.contains(' ')) != well {
            wrong.push((ask, value, told));
        }
    }
    assert_eq!(wrong, [], "{wrong:#?}");
}

#[test]
fn a_figure_of_another_subject_is_told() {
    let mut wrong = Vec::new();
    for (article, ask, value, well) in [
        (
            PORT,
            "How many containers did Eastmere handle?",
            "1.84M containers",
            true,
        ),
        (
            PORT,
            "How many containers did Eastmere handle?",
            "1.48M containers",
            false,
        ),
        (
            PORT,
            "How many containers went through the rival port of Colby?",
            "1.48M containers",
            true,
        ),
        (
            PORT,
            "How many containers went through the rival port of Colby?",
            "1.84M containers",
            false,
        ),
        (PORT, "What share of trade has Colby?", "24%", true),
        (PORT, "What is Eastmere's share of trade?", "31%", true),
        // What stands before both is said of both.
        (
            PORT,
            "What share did the poll by Marlow find opposed?",
            "38%",
            true,
        ),
        (
            PORT,
            "What share did the poll by Marlow find in favour?",
            "54%",
            true,
        ),
        // And what stands behind one may be said of it.
        (
            PORT,
            "How many councillors were in favour?",
            "26 councillors",
            true,
        ),
        (
            PORT,
            "How many councillors were against?",
            "17 councillors",
            true,
        ),
        (
            PORT,
            "By how much does the economist Osei expect trade to grow?",
            "1.8%",
            true,
        ),
        (
            PORT,
            "By how much does the economist Osei expect trade to grow?",
            "3.5%",
            false,
        ),
        (WIND, "노르켐의 계약액은?", "1380억원", true),
        (WIND, "노르켐의 계약액은?", "1830억원", false),
        (WIND, "대한전선의 계약액은?", "1830억원", true),
        (WIND, "R1의 정답률은?", "9.4%", true),
        (WIND, "딥 리서치의 정답률은?", "26.6%", true),
    ] {
        let card = format!("cards:\n  - {{ id: c, ask: \"{ask}\", number: \"{value}\" }}\n");
        let told = judged(article, &card);
        if told.iter().all(|line| line.contains(' ')) != well {
            wrong.push((ask, value, told));
        }
    }
    assert_eq!(wrong, [], "{wrong:#?}");
}
