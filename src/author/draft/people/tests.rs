#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing)]

use super::*;

/// Each person as `name: question`, without question for a bare office.
fn told(lang: Lang, sentence: &str) -> Vec<String> {
    let people = match lang {
        Lang::En => english::people(sentence),
        Lang::Ko => korean::people(sentence),
    };
    let told = people.into_iter().map(|person| {
        assert!(sentence[person.at..].starts_with(person.name.split(' ').next().unwrap()));
        match person.role.question(lang) {
            Some(ask) => format!("{}: {ask}", person.name),
            None => person.name,
        }
    });
    told.collect()
}

#[test]
fn people_in_english() {
    for (sentence, expected) in [
        (
            "Liang Wenfeng, founder of DeepSeek, said so.",
            &["Liang Wenfeng: Who is the founder of DeepSeek?"][..],
        ),
        (
            "It is cheap, according to Liang Wenfeng, 40, the founder of DeepSeek.",
            &["Liang Wenfeng: Who is the founder of DeepSeek?"],
        ),
        (
            "Liang Wenfeng (co-founder and chief executive of DeepSeek) said so.",
            &["Liang Wenfeng: Who is the co-founder and chief executive of DeepSeek?"],
        ),
        (
            "\"It pays,\" said Idris Vane,\nwho heads Merrow's engineers.",
            &["Idris Vane: Who heads Merrow's engineers?"],
        ),
        (
            "Ana de la Cruz, who is a professor at Harwick University, agrees.",
            &["Ana de la Cruz: Who is a professor at Harwick University?"],
        ),
        (
            "But OpenAI CEO Sam Altman called it impressive.",
            &["Sam Altman: Who is the OpenAI CEO?"],
        ),
        (
            "It costs more, chief executive Park Jung-hyun said.",
            &["Park Jung-hyun"],
        ),
        (
            "Sales chief Elin Sorby said so.",
            &["Elin Sorby: Who is the Sales chief?"],
        ),
        (
            "Harbour master Elin Sorby counted 12 ships.",
            &["Elin Sorby"],
        ),
        (
            "On Monday former U.S. President Barack Obama's book came out.",
            &["Barack Obama: Who is the former U.S. President?"],
        ),
        (
            "DeepSeek's founder Liang Wenfeng was silent.",
            &["Liang Wenfeng: Who is DeepSeek's founder?"],
        ),
        (
            "The founder of DeepSeek, Liang Wenfeng, was silent.",
            &["Liang Wenfeng: Who is the founder of DeepSeek?"],
        ),
        (
            "Liang Wenfeng is the founder of DeepSeek.",
            &["Liang Wenfeng: Who is the founder of DeepSeek?"],
        ),
        (
            "Shares fell, says Mary O'Neill, Merrow's chief economist.",
            &["Mary O'Neill: Who is Merrow's chief economist?"],
        ),
        (
            "Sam Altman, chief executive of OpenAI, met Satya Nadella, chairman of Microsoft.",
            &[
                "Sam Altman: Who is the chief executive of OpenAI?",
                "Satya Nadella: Who is the chairman of Microsoft?",
            ],
        ),
        (
            "Bank of America analyst Vivek Arya waits for Meta chief AI scientist Yann LeCun.",
            &[
                "Vivek Arya: Who is the Bank of America analyst?",
                "Yann LeCun: Who is the Meta chief AI scientist?",
            ],
        ),
        (
            "Apple's chief executive, Tim Cook, declined to comment.",
            &["Tim Cook: Who is Apple's chief executive?"],
        ),
        ("Secretary of State Marco Rubio flew.", &["Marco Rubio"]),
        ("President Trump signed it.", &["Trump"]),
        ("Professor Anna J. Bell doubts it.", &["Anna J. Bell"]),
        ("The minister, Anna Bell, doubts it.", &["Anna Bell"]),
        (
            "The health minister, Dr Anna Bell, and others doubt it.",
            &["Anna Bell"],
        ),
        ("The minister, Anna Bell, and the mayor met.", &[]),
        (
            "\"No,\" said Leon Charles, an entomologist at Harwick University.",
            &["Leon Charles: Who is an entomologist at Harwick University?"],
        ),
        ("Anna Bell, the minister, doubts it.", &["Anna Bell"]),
        (
            "Ngozi Okafor, the minister of trade, doubts it.",
            &["Ngozi Okafor"],
        ),
        (
            "Acme CEO Jyrki Tamm doubts it.",
            &["Jyrki Tamm: Who is the Acme CEO?"],
        ),
        (
            "Jyrki Tamm, Acme's chief executive, doubts it.",
            &["Jyrki Tamm: Who is Acme's chief executive?"],
        ),
        (
            "The lab's head, Min-su Kim, told workers so.",
            &["Min-su Kim"],
        ),
        (
            "The lab's head of field work, Ines Carvalho, agrees.",
            &["Ines Carvalho: Who is the lab's head of field work?"],
        ),
        (
            "\"No,\" said Kim Min-su, who leads the lab.",
            &["Kim Min-su"],
        ),
        (
            "Kim Min-su, who leads the vector laboratory, agrees.",
            &["Kim Min-su: Who leads the vector laboratory?"],
        ),
        (
            "It replaced Miriam Sole, who had run the firm since 2011.",
            &["Miriam Sole"],
        ),
        ("\"No,\" said Jane Roe of the Institute.", &["Jane Roe"]),
        (
            "\"No,\" said Prof. Hilda Brenner of the University of Basel.",
            &["Hilda Brenner"],
        ),
        (
            "Sen. Carla Ruiz, who chairs the industry committee, called.",
            &["Carla Ruiz: Who chairs the industry committee?"],
        ),
        ("Former chief engineer Dov Klein left.", &["Dov Klein"]),
        (
            "His successor, Beatriz Leal, was sworn in.",
            &["Beatriz Leal"],
        ),
        ("Maria Lopes, a nurse, agrees.", &["Maria Lopes"]),
    ] {
        assert_eq!(told(Lang::En, sentence), expected, "{sentence}");
    }
}

#[test]
fn no_people_in_english() {
    for sentence in [
        "",
        "Merrow Power, founder of the Tidal Alliance, said so.",
        "Goldman Sachs, president of the club, said so.",
        "Scale AI, the head of the pack, grew.",
        "In Hong Kong, the chief executive of the city spoke.",
        "In Beijing, President of China.",
        "The University of South Wales, head of the group, agreed.",
        "Jane Roe, a founder said, was absent.",
        "Jane Roe, the rain and the sea met.",
        "CEO Summit Asia takes place in May.",
        "OpenAI CEO said so on Tuesday.",
        "President of France and Chancellor of Germany met.",
        "DeepSeek, founded in 2023, is Chinese.",
        "President Monday",
        "High Flyer, founder of DeepSeek, is a hedge fund.",
        "Silver Lake, director of the fund, sold.",
        "Professor Road was closed.",
        "Sam Altman spoke of professors at Yale.",
        "The company, Scale AI, leads.",
        "The report said Volkswagen of Germany lost money.",
        "He said Monday of last week was cold.",
        "The union's members, Grace Mbeki and others, left.",
    ] {
        assert_eq!(told(Lang::En, sentence), Vec::<String>::new(), "{sentence}");
    }
}

#[test]
fn people_in_korean() {
    for (sentence, expected) in [
        (
            "박서연 해송시장은 \"하루 8만 명이 탈 것\"이라고 말했다.",
            &["박서연: 해송시장은 누구인가?"][..],
        ),
        (
            "반면 오태식 미래경제연구소장은 “거품이 끼었다”고 반박했다.",
            &["오태식: 미래경제연구소장은 누구인가?"],
        ),
        (
            "정하늘 반대대책위원장은 “투표를 하자”고 요구했다.",
            &["정하늘: 반대대책위원장은 누구인가?"],
        ),
        (
            "고은채 들녘농협조합장은 이날 “22만 원은 받아야 한다”고 말했다.",
            &["고은채: 들녘농협조합장은 누구인가?"],
        ),
        ("박서연 주택시장은 얼었다.", &[]),
        (
            "량원펑 딥시크 창업자는 말을 아꼈다.",
            &["량원펑: 딥시크 창업자는 누구인가?"],
        ),
        (
            "케빈 루즈 뉴욕타임스 기술 칼럼니스트는 “가정을 깨뜨렸다”고 말했다.",
            &["케빈 루즈: 뉴욕타임스 기술 칼럼니스트는 누구인가?"],
        ),
        (
            "이정동 서울대 공대 교수는 “혁신”이라고 평가했다.",
            &["이정동: 서울대 공대 교수는 누구인가?"],
        ),
        (
            "전병서 중국경제금융연구소장은 이렇게 전했다.",
            &["전병서: 중국경제금융연구소장은 누구인가?"],
        ),
        (
            "스케일 AI를 창업한 알렉산더 왕 최고경영자(CEO)는 의심한다.",
            &["알렉산더 왕: 스케일 AI를 창업한 최고경영자는 누구인가?"],
        ),
        (
            "서울 본사의 윤가온 최고재무책임자는 “덕분”이라고 설명했다.",
            &["윤가온: 서울 본사의 최고재무책임자는 누구인가?"],
        ),
        (
            "노해린 한울대 교수는 “계곡이 있다”고 말했다.",
            &["노해린: 한울대 교수는 누구인가?"],
        ),
        (
            "한울대 노해린 교수는 “계곡이 있다”고 말했다.",
            &["노해린: 한울대 교수는 누구인가?"],
        ),
        (
            "김민수 한국개발연구원 원장과 이서연 국회의원이 만났다.",
            &["김민수: 한국개발연구원 원장은 누구인가?"],
        ),
        (
            "유영상 SK텔레콤 대표이사 사장이 나섰다.",
            &["유영상: SK텔레콤 대표이사 사장은 누구인가?"],
        ),
        (
            "도널드 트럼프 미국 대통령과 젠슨 황 엔비디아 CEO가 만났다.",
            &[
                "도널드 트럼프: 미국 대통령은 누구인가?",
                "젠슨 황: 엔비디아 CEO는 누구인가?",
            ],
        ),
        (
            "시진핑 중국 국가주석은 말했다.",
            &["시진핑: 중국 국가주석은 누구인가?"],
        ),
        (
            "서울대 경제학부 김소영 교수와 한국개발연구원(KDI) 조동철 원장이 만났다.",
            &[
                "김소영: 서울대 경제학부 교수는 누구인가?",
                "조동철: 한국개발연구원 원장은 누구인가?",
            ],
        ),
        (
            "최상목 경제부총리 겸 기획재정부 장관과 정의선 현대차그룹 회장이 왔다.",
            &[
                "최상목: 경제부총리는 누구인가?",
                "정의선: 현대차그룹 회장은 누구인가?",
            ],
        ),
        ("관장 오세림은 벅차다고 했다.", &["오세림"]),
        (
            "설계한 건축가 마르타 레인(Marta Rein)은 도서관은 거실이라고 말한다.",
            &["마르타 레인"],
        ),
        ("이정동 교수는 무섭다고 했다.", &["이정동"]),
        ("이재명(61) 대표는 떠났다.", &["이재명"]),
        ("허준 교수는 “아니다”라고 했다.", &["허준"]),
        (
            "한울대 허준 교수가 만들었다.",
            &["허준: 한울대 교수는 누구인가?"],
        ),
        ("김구 대표와 이준 의원이 만났다.", &["김구", "이준"]),
        (
            "응고지 오카포르(Ngozi Okafor) 나루은행 총재는 웃었다.",
            &["응고지 오카포르: 나루은행 총재는 누구인가?"],
        ),
        ("홍길동 (45) 노조위원장은 말했다.", &["홍길동"]),
        (
            "신지현 미래증권 연구원은 말했다.",
            &["신지현: 미래증권 연구원은 누구인가?"],
        ),
        (
            "연구소를 이끄는 김민수 박사는 말했다.",
            &["김민수: 연구소를 이끄는 박사는 누구인가?"],
        ),
        ("오세훈 시장은 국회를 찾았다.", &["오세훈"]),
        (
            "앤디 바이포드 전 런던교통국장은 웃었다.",
            &["앤디 바이포드: 런던교통국장은 누구인가?"],
        ),
        (
            "김민수 서울대 교수팀은 이렇게 밝혔다.",
            &["김민수: 서울대 교수는 누구인가?"],
        ),
    ] {
        assert_eq!(told(Lang::Ko, sentence), expected, "{sentence}");
    }
}

#[test]
fn no_people_in_korean() {
    for sentence in [
        "",
        "정부는 대통령 지시를 따랐다.",
        "서울대 교수는 말했다.",
        "한울대 경제학과 교수들이 모였다.",
        "국무부 장관이 밝혔다.",
        "외교부 대변인은 답하지 않았다.",
        "현대차 회장이 말했다.",
        "기아차 사장이 말했다.",
        "유튜브 대표가 물러났다.",
        "민주당 의원 12명이 나갔다.",
        "유명한 교수가 말했다.",
        "전문가 대표가 나섰다.",
        "이사회 의장은 비었다.",
        "안드레센 호로위츠(a16z)의 창업자는 말이 없다.",
        "스케일 AI 창업자가 말했다.",
        "국내 AI 시장 규모는 크다.",
        "대통령 전용기는 떠났다.",
        "관장 지지율은 낮다.",
        "한미일 대표가 모였다.",
        "연구진 대표는 말했다.",
        "인공지능 연구원 원장이 왔다.",
        "마크 감독이 왔다.",
        "금융위원회 부위원장은 부인했다.",
        "강남구 구청장 선거가 열린다.",
        "성장률 전망 연구위원은 없다.",
        "유럽 최대 은행 대표가 왔다.",
        "정부 관계자는 대통령실 비서관과 협의했다.",
        "이정동, 서울대 교수들과 만나다.",
        "허준이 교수실에 왔다.",
        "허용 위원은 없다.",
        "김포 의원이 말했다.",
        "변혁 위원장 자리는 비었다.",
        "표준 연구원이 나섰다.",
        "주필 교수가 왔다.",
        "현대 회장이 말했다.",
        "나라 대표가 되었다.",
        "허준 서울을 떠나다.",
        "한빛 은행(Naru Bank) 총재는 없다.",
        "나루 센터(Naru Center) 대표는 없다.",
        "A씨는 도장 공장 대표를 만났다.",
        "정수기 시장은 커졌다.",
        "유아용 시장이 자란다.",
        "명세서 위원은 없다.",
        "강아지 감독은 없다.",
        "주지사 대변인은 없다.",
    ] {
        assert_eq!(told(Lang::Ko, sentence), Vec::<String>::new(), "{sentence}");
    }
}

fn draft_of(article: &str) -> String {
    super::super::draft(article, &super::super::Wish::default())
}

#[test]
fn each_person_is_asked_for_once() {
    let deck = draft_of(
        "Altman spoke first. President Lula came too.\n\nOpenAI CEO Sam Altman said so on Friday. \
         Sam Altman, founder of Loopt, agreed in the end. President Lula left early.\n",
    );
    assert_eq!(deck.matches("answer: \"Sam Altman\"").count(), 1, "{deck}");
    assert!(deck.contains("# line 3: OpenAI CEO"), "{deck}");
    assert_eq!(deck.matches("{{c1::Lula}}").count(), 1, "{deck}");
    let deck = draft_of("이정동 교수는 무섭다고 했다. 이정동 서울대 교수는 또 말했다.\n");
    assert!(
        deck.contains("{{c1::이정동}} 서울대 교수는 또 말했다."),
        "{deck}"
    );
    assert_eq!(deck.matches("person-").count(), 1, "{deck}");
}

#[test]
fn one_question_has_one_answer() {
    let deck = draft_of("이정동 서울대 총장은 웃었다. 김소영 서울대 총장은 울었다.\n");
    assert_eq!(deck.matches("서울대 총장은 누구인가?").count(), 1, "{deck}");
    assert!(
        deck.contains("{{c1::김소영}} 서울대 총장은 울었다."),
        "{deck}"
    );
    // A university has more professors than one, a firm one chief economist.
    let deck = draft_of(
        "\"No,\" said Ana Bell, a professor at Harwick University. \
         Shares fell, says Mary O'Neill, Merrow's chief economist.\n",
    );
    assert!(!deck.contains("Who is a professor"), "{deck}");
    assert!(
        deck.contains("said {{c1::Ana Bell}}, a professor"),
        "{deck}"
    );
    assert!(deck.contains("Who is Merrow's chief economist?"), "{deck}");
}

#[test]
fn a_name_in_another_script_gives_nothing_away() {
    let deck = draft_of("설계한 건축가 마르타 레인(Marta Rein)은 거실이라고 말한다.\n");
    assert!(deck.contains("{{c1::마르타 레인}}은"), "{deck}");
    assert!(!deck.contains("Marta"), "{deck}");
}
