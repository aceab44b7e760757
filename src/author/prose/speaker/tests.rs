#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing)]

use super::*;

/// `status: name`, or nothing.
fn told(lang: Lang, text: &str) -> String {
    let speaker = said(text, lang);
    speaker.map_or(String::new(), |speaker| {
        format!("{}: {}", speaker.status(), speaker.by)
    })
}

#[test]
fn who_says_it_in_english() {
    for (text, expected) in [
        (
            "It made 418 GWh, 6.5 percent more than forecast, its operator Merrow Power said on Tuesday.",
            "claim: Merrow Power",
        ),
        (
            "It costs 14 cents, according to the Coastal Institute.",
            "claim: Coastal Institute",
        ),
        (
            "Prices rose 3%, according to the Bank of the Rhine.",
            "claim: Bank of the Rhine",
        ),
        (
            "\"It lost 3%,\" said Jonas Weir of the Treasury.",
            "claim: Jonas Weir",
        ),
        (
            "\"It lost 3%,\" said Dr Amara Nwosu of the Lakeside Institute.",
            "claim: Amara Nwosu",
        ),
        (
            "According to a report by the Bank of England, prices rose 3%.",
            "claim: Bank of England",
        ),
        (
            "\"It cost 20 million,\" said Idris Vane, who heads Merrow's engineers.",
            "claim: Idris Vane",
        ),
        (
            "Liang Wenfeng, founder of DeepSeek, said it has 50,000 chips.",
            "claim: Liang Wenfeng",
        ),
        (
            "OpenAI CEO Sam Altman said it has 50,000 chips.",
            "claim: Sam Altman",
        ),
        (
            "Goldman Sachs expects the market to grow 14.9%.",
            "forecast: Goldman Sachs",
        ),
        (
            "Merrow Power said the plant will make 500 GWh.",
            "forecast: Merrow Power",
        ),
        (
            "\"We give 1,400 doses a day,\" said Dr. Ruth Castellan, its director.",
            "claim: Ruth Castellan",
        ),
        (
            "The government of Ellery Province said it lost $3 billion.",
            "claim: government of Ellery Province",
        ),
        (
            "Its chief buyer, Anke Roth, expects costs to rise 15%.",
            "forecast: Anke Roth",
        ),
        (
            "Jonas Weir of Bellwether Research expects costs to rise 15%.",
            "forecast: Jonas Weir",
        ),
        (
            "The Interior Ministry of France said costs may rise 15%.",
            "forecast: Interior Ministry of France",
        ),
        (
            "The regulator, Ofwat, said bills can rise by 31%.",
            "forecast: Ofwat",
        ),
        (
            "Merrow Power said the plant can make 500 GWh in May of any year.",
            "claim: Merrow Power",
        ),
        (
            "\"No cabin for €189 shuts,\" conceded Tomasz Wilk, head of fleet.",
            "claim: Tomasz Wilk",
        ),
        (
            "\"It pays half,\" said Rita Bloom, a driver.",
            "claim: Rita Bloom",
        ),
        ("“It lost 5%,” admitted Ms. Bloom.", "claim: Ms. Bloom"),
        (
            "Tomasz Wilk conceded that it lost 5%.",
            "claim: Tomasz Wilk",
        ),
        (
            "Mireille Castaing reckons only 17 routes pay.",
            "claim: Mireille Castaing",
        ),
        // What else these verbs do.
        ("Rovers conceded 3 goals.", ""),
        ("The hospital admitted 200 patients, Saint Mary 12.", ""),
        ("In 2020, claims Lloyds took rose 5%.", ""),
        ("It said sales rose 5%.", ""),
        ("The company said sales rose 5%.", ""),
        ("The plant made 418 GWh, more than expected.", ""),
        ("Its 52 turbines feed 131,000 homes.", ""),
        ("It was said to cost 20 million.", ""),
        ("It cost more, according to the 2023 data.", ""),
    ] {
        assert_eq!(told(Lang::En, text), expected, "{text}");
    }
}

#[test]
fn who_says_it_in_korean() {
    for (text, expected) in [
        (
            "시장 조사 업체 한국IDC에 따르면 시장은 연평균 14.9% 성장할 것으로 전망된다.",
            "forecast: 한국IDC",
        ),
        (
            "세계지식재산기구(WIPO)에 따르면, 특허 중 70%가 중국에서 출원됐다.",
            "claim: 세계지식재산기구(WIPO)",
        ),
        (
            "딥시크가 개발 경과를 설명한 기술보고서에 따르면, 비용이 557만 달러다.",
            "claim: 딥시크",
        ),
        ("합의문에 따르면 등록금은 438만원이다.", ""),
        (
            "나루시 자영업자 모임인 소양상인연합회는 매출이 9% 줄었다고 밝혔다.",
            "claim: 소양상인연합회",
        ),
        (
            "송미르 농업경제연구소장은 “값이 3% 올랐다”고 반박했다.",
            "claim: 송미르",
        ),
        (
            "해송시 교통국장은 “값이 3% 올랐다”고 말했다.",
            "claim: 해송시 교통국장",
        ),
        (
            "차유담 새봄대병원 감염내과 교수는 “값이 3% 올랐다”고 말했다.",
            "claim: 차유담",
        ),
        (
            "시장조사업체 팜데이터에 따르면 판매가 44% 늘었다.",
            "claim: 팜데이터",
        ),
        (
            "현대차 사장은 “값이 3% 올랐다”고 말했다.",
            "claim: 현대차 사장",
        ),
        ("통계청 자료에 따르면 물가가 3.1% 올랐다.", "claim: 통계청"),
        ("이에 따르면 물가가 3.1% 올랐다.", ""),
        (
            "한빛배터리가 매출 1조 원을 올렸다고 지난 5일 밝혔다.",
            "claim: 한빛배터리",
        ),
        (
            "스케일 AI를 창업한 알렉산더 왕 최고경영자(CEO)는 “5만개의 H100 GPU를 보유했을 것”이라고 했다.",
            "claim: 알렉산더 왕",
        ),
        (
            "이정동 교수는 “AI 기업 4000여 개가 있다는 게 무서운 얘기”라고 했다.",
            "claim: 이정동",
        ),
        (
            "한국은행은 내년 성장률을 1.9%로 전망했다.",
            "forecast: 한국은행",
        ),
        (
            "한국은행은 내년 성장률이 1.9%에 그칠 것으로 내다봤다.",
            "forecast: 한국은행",
        ),
        (
            "정부는 공장 5곳을 지을 계획이라고 밝혔다.",
            "forecast: 정부",
        ),
        (
            "나루에서 32년째 김을 길러온 어민 최영식(61)씨는 “트럭 7대가 줄을 선다”고 했다.",
            "claim: 최영식",
        ),
        (
            "나루리서치의 제니퍼 콜드웰(Jennifer Caldwell) 수석애널리스트는 “시장은 9.5%씩 성장할 것으로 전망된다”고 말했다.",
            "forecast: 제니퍼 콜드웰",
        ),
        (
            "박서진 국가데이터처 인구동향과장은 “합계출산율은 0.83명까지 오를 수 있다”고 말했다.",
            "forecast: 박서진",
        ),
        (
            "한빛전자는 하루 500대를 만들 수 있다고 밝혔다.",
            "claim: 한빛전자",
        ),
        (
            "물가가 2.1%까지 오를 수 있다고 김철수 총재가 내다봤다.",
            "forecast: 김철수",
        ),
        (
            "내년 물가가 2.1%까지 오를 것으로 한국은행이 내다봤다.",
            "forecast: 한국은행",
        ),
        (
            "매출이 5% 늘었다고 한빛전자가 지난 5일 밝혔다.",
            "claim: 한빛전자",
        ),
        (
            "서울의 한 어린이집 원장 김모 씨는 “정원의 절반만 찼다”고 말했다.",
            "claim: 김모 씨",
        ),
        (
            "주민 최영식 씨(61)는 “버스가 3대뿐”이라고 말했다.",
            "claim: 최영식",
        ),
        ("그는 매출이 5% 늘었다고 말했다.", ""),
        ("회사는 매출이 5% 늘었다고 밝혔다.", ""),
        ("매출은 18.7% 늘었다.", ""),
        ("정답률은 9.4%인 반면, ‘딥 리서치’는 26.6%로 높았다.", ""),
    ] {
        assert_eq!(told(Lang::Ko, text), expected, "{text}");
    }
}

/// `status: name` of the last sentence of a text, for what stands in it.
#[test]
fn who_says_it_may_be_told_before() {
    for (lang, text, figure, expected) in [
        (
            Lang::En,
            "Jonas Weir of Bellwether Research expects that debt will reach £17.9bn. “A fifth of the loan will go on fees,” he said.",
            "A fifth",
            "forecast: Jonas Weir",
        ),
        (
            Lang::En,
            "Marcus Thorley, who became chief executive in October, gave up a bonus. He replaced Diane Frome, who had led the company for six years. “We have 18 months to show it,” he told MPs.",
            "18 months",
            "claim: Marcus Thorley",
        ),
        (
            Lang::En,
            "The plant was sold to Diane Frome, who led the company. “We have 18 months to show it,” he told MPs.",
            "18 months",
            "",
        ),
        (
            Lang::En,
            "The secretary, Priya Nandakumar, told the Commons that it stood ready to buy the plant, which the Treasury expects would cost up to £2.2bn.",
            "£2.2bn",
            "forecast: Treasury",
        ),
        (
            Lang::En,
            "Merrow Power said it will buy the plant, which analysts say cost £2.2bn.",
            "£2.2bn",
            "",
        ),
        (
            Lang::En,
            "Merrow Power said it will buy the plant, which has 52 turbines and cost £2.2bn.",
            "£2.2bn",
            "claim: Merrow Power",
        ),
        (
            Lang::Ko,
            "물가가 2.1%까지 오를 수 있다고 김철수 총재가 내다봤다.",
            "2.1%",
            "forecast: 김철수",
        ),
        // What a profit was reported on is told by the article.
        (
            Lang::En,
            "Czech rival Regiojet reported a small profit on its summer train, a line that it opened in 2020 and on which it sells couchettes from €29.",
            "€29",
            "",
        ),
        (
            Lang::En,
            "Regiojet reported a profit of €3m, up from €2m a year earlier.",
            "€2m",
            "claim: Regiojet",
        ),
        (
            Lang::En,
            "Regiojet reported that its trains, which cost €3m, sold well.",
            "€3m",
            "claim: Regiojet",
        ),
        // What the people of a body expect.
        (
            Lang::En,
            "Bank of the Rhine, which has lent it €95m, agreed to wait. Its analysts expect the loss to narrow to €20m this year.",
            "€20m",
            "forecast: Bank of the Rhine",
        ),
        (
            Lang::En,
            "Bank of the Rhine agreed to wait. Its analysts say the loss was €20m.",
            "€20m",
            "",
        ),
        (
            Lang::En,
            "Bank of the Rhine agreed to wait. Its shares added 5%.",
            "5%",
            "",
        ),
        // The whole of which some will go is there now.
        (
            Lang::En,
            "Merrow Power said that 212 of the company's 1,460 jobs would go.",
            "1,460 jobs",
            "claim: Merrow Power",
        ),
        (
            Lang::En,
            "Merrow Power said that 212 of the company's 1,460 jobs would go.",
            "212",
            "forecast: Merrow Power",
        ),
        (
            Lang::En,
            "Merrow Power said that it would spend most of July on 1,460 jobs.",
            "1,460 jobs",
            "forecast: Merrow Power",
        ),
        (
            Lang::Ko,
            "한빛전자는 직원 1460명 가운데 212명이 떠날 것이라고 밝혔다.",
            "1460명",
            "claim: 한빛전자",
        ),
        (
            Lang::Ko,
            "한빛전자는 직원 1460명 가운데 212명이 떠날 것이라고 밝혔다.",
            "212명",
            "forecast: 한빛전자",
        ),
        // What one needs now is no forecast, whoever would do what besides.
        (
            Lang::En,
            "\"It pays,\" said Mireille Castaing, an economist at the University of Lausanne. \"Beyond about 1,200 kilometres you need two crews, and you lose the commuter who would otherwise take the day train.\"",
            "1,200 kilometres",
            "claim: Mireille Castaing",
        ),
    ] {
        let prose = Prose::article(text);
        let body = prose.sentences().to_vec();
        let at = prose.text().find(figure).unwrap();
        let sentence = body.iter().find(|span| span.contains(&at)).unwrap().clone();
        let source = Speaking {
            prose: &prose,
            body: &body,
            people: &[],
            lang,
        };
        let told = of(source, &sentence, &(at..at + figure.len()));
        let told = told.map_or(String::new(), |told| {
            format!("{}: {}", told.status(), told.by)
        });
        assert_eq!(told, expected, "{text}");
    }
}
