//! Figures in running text.

use super::*;

#[test]
fn figures_stand_in_running_text() {
    for (text, expected) in [
        (
            "The low was -12 °C, the high −3°C; 12 degrees below zero and minus 7 degrees",
            &["-12 °c", "-3 °c", "-12 degrees", "-7 degrees"][..],
        ),
        (
            "아침 최저기온은 영하 12도까지, 낮 최고기온은 영상 3도로 예상된다. 섭씨 5도, 17도시",
            &["-12 degrees", "3 degrees", "5 °c", "17 도시"],
        ),
        (
            "Winds of 90 m/s, 순간최대풍속 초속 35m, 태풍은 시속 20km로",
            &["90 m/s", "35 m/seconds", "20 km/hours"],
        ),
        (
            "공사는 두 달 반 만에 끝났고 한 시간 반이 걸렸다. an hour and a half",
            &["5/2 month", "3/2 hour", "3/2 hour"],
        ),
        (
            "A dozen people, a hundred people, a person",
            &["12 person", "100 person"],
        ),
        (
            "출원된 특허 중 약 70%(3만 8210건)가 중국에서",
            &["70 %", "38210 thing"],
        ),
        (
            "2위인 미국(6276건)의 6배에 달하는",
            &["2 위인", "6276 thing", "6 x"],
        ),
        (
            "개발 비용이 약 557만 6000달러(약 80억원)다.",
            &["5576000 USD", "8000000000 KRW"],
        ),
        (
            "시장은 2023년 2조6123억원에서 2027년 4조4636억원으로 5년간 연평균 14.9% 성장",
            &[
                "2612300000000 KRW",
                "4463600000000 KRW",
                "5 year",
                "149/10 %",
            ],
        ),
        (
            "정답률은 9.4%인 반면, ‘딥 리서치’는 26.6%로 2.7배 높았다.",
            &["47/5 %", "133/5 %", "27/10 x"],
        ),
        (
            "오픈AI(GPT-4)의 18분의 1, 메타(라마 3.1)의 10분의 1 수준",
            &["1/18", "31/10", "1/10"],
        ),
        (
            "4,400 start-ups in the valley, and 30 part-time jobs",
            &["4400 start-ups", "30 person"],
        ),
        ("약 5만개의 H100 GPU를 보유했을 것", &["50000 thing"]),
        ("H800 GPU 2048개로", &["2048 thing"]),
        ("기업은 4400개(2023년 기준)가 넘는다", &["4400 thing"]),
        ("AI 기업 4000여 개가 있다", &["4000 thing"]),
        ("가격이 6~10배 뛰었다", &["6~10 x"]),
        ("수출이 두 배로 늘고 절반은 반도체였다", &["2 x", "1/2"]),
        ("1달러당 1435원", &["1435 krw/usd"]),
        // What is counted is told to its end, and no particle with it.
        (
            "yield 4.05%, 12 basis points more than; up 25bp",
            &["81/20 %", "3/25 %p", "1/4 %p"],
        ),
        ("80㎏당 18만 7,420원으로", &["187420 krw/80 kg"]),
        (
            "46,500 clicks a day; it has 268,500 now",
            &["46500 clicks/days", "268500"],
        ),
        ("연구동 3동을 짓고 실험실 48실이 생긴다", &["3 동", "48 실"]),
        (
            "약 160만 가구가 쓸 전력과 20만 원",
            &["1600000 가구", "200000 KRW"],
        ),
        (
            "cut by a quarter point, won by 12 points",
            &["1/4 %p", "12 thing"],
        ),
        (
            "3년 만이다. 68%만 맞고 만 명이 왔다",
            &["3 year", "68 %", "10000 person"],
        ),
        (
            "79.4%에서 85%까지 높이겠다, 10%에서 15%까지다",
            &["397/5 %", "85 %", "10~15 %"],
        ),
        ("전국 2만 1천여 의료기관에서", &["21000 의료기관"]),
        (
            "a second in May and a third three months later",
            &["3 month"],
        ),
        ("sold at €1.32 a kilo, 12 kilos", &["33/25 eur/kg", "12 kg"]),
        // A change is two figures, and a span is one.
        (
            "rose from 84% to 93%, from $3.50 to $4.75",
            &["84 %", "93 %", "7/2 USD", "19/4 USD"],
        ),
        (
            "ranging from 10% to 15%, from 4 to 6 percent",
            &["10~15 %", "4~6 %"],
        ),
        // Which one it is is no number of them.
        (
            "두 대학은 네 번째로 많다, 두 대를 네 번",
            &["2 thing", "4 thing"],
        ),
        ("a second, and a third two days later", &[]),
        ("up a third in May, a third of them", &["1/3", "1/3"]),
        // A day of the month, and days.
        (
            "두바이유는 22일 배럴당 72.4달러에 거래를 마쳤다",
            &["362/5 usd/barrels"],
        ),
        (
            "후판값은 평균 22일 t당 78만원이다",
            &["22 day", "780000 krw/t"],
        ),
        ("7월 22일 온스당 3400달러", &["3400 usd/ounces"]),
        (
            "배럴당 약 60달러, 배럴당 가격은 60달러",
            &["60 usd/barrels", "60 USD"],
        ),
        ("4000억원에 해당한다", &["400000000000 KRW"]),
        ("3년 2개월치 일감에 해당한다", &["38 month"]),
        ("3년에 해당한다", &["3 year"]),
        ("300명이 담당한다", &["300 person"]),
        (
            "해당 4건, 상당 3억원, 당시 5명, 당일 6건",
            &["4 thing", "300000000 KRW", "5 person", "6 thing"],
        ),
        ("배당 3000원", &["3000 KRW"]),
        ("5년 만에 30% 늘었다", &["5 year", "30 %"]),
        ("5년만에 3배로", &["5 year", "3 x"]),
        ("7개월 만에 100억 달러를", &["7 month", "10000000000 USD"]),
        ("2023년에 30% 늘었다", &["30 %"]),
        (
            "21만원에서 27만5000원으로 올렸다",
            &["210000 KRW", "275000 KRW"],
        ),
        (
            "17%에서 25%로, 10%에서 15% 사이",
            &["17 %", "25 %", "10~15 %"],
        ),
        ("현장 인력 5명중 1명은 외국인이다", &["1/5"]),
        ("환율은 1382원50전이다", &["2765/2 KRW"]),
        ("기사입력 2025.07.24. 오전 6:02", &[]),
        ("at 6:02 p.m. on 12:30:15", &[]),
        ("제2· 제3의 딥시크", &[]),
        (
            "It cost $5.576 million, a tenth of US$60m.",
            &["5576000 USD", "1/10", "60000000 USD"],
        ),
        (
            "Sales rose 26.6% to 38,210 cars in 2023.",
            &["133/5 %", "38210 thing"],
        ),
        (
            "some 50,000 H100 GPUs and 4,000 AI companies",
            &["50000 thing", "4000 thing"],
        ),
        (
            "a market of 2.6 trillion won grew 12.5 percent a year",
            &["2600000000000 KRW", "25/2 %"],
        ),
        ("GPT-4, R1, V3, H800, a16z and 01.AI are names", &[]),
        ("5G and 3D are names, 20B is none", &["20000000000"]),
        (
            "twice as many; one of them, two billion more",
            &["2 x", "2000000000"],
        ),
        ("from 10 to 15 percentage points", &["10~15 %p"]),
        ("It fell by -3.2% (2.5 points).", &["-16/5 %", "5/2 thing"]),
        (
            "0.14 dollars per million tokens",
            &["7/50 usd/1000000 tokens"],
        ),
        ("On 3 May 2024, 12 people met.", &["12 person"]),
        ("| 2023 | **4,400** companies |", &["4400"]),
        ("<p>지분 <b>26.6</b>%</p>", &["133/5 %"]),
        ("1 in 5 homes; one in five homes", &["1/5 thing"; 2]),
        ("one out of every five users", &["1/5 person"]),
        ("nine out of ten, 3 in every 10", &["9/10", "3/10"]),
        (
            "three quarters, three-quarters, a fifth",
            &["3/4", "3/4", "1/5"],
        ),
        ("5명 중 1명, 다섯 명 중 한 명꼴", &["1/5", "1/5"]),
        ("10곳 중 7곳, 열 명 중 세 명", &["7/10", "3/10"]),
        (
            "A third bid came from Paris, a fifth more, a tenth man; up a third in May",
            &["1/5", "1/3"],
        ),
        (
            "rose from 14 to 19, from 120 to 150 in May",
            &["14", "19", "120", "150"],
        ),
        ("rose from 14 to 19 per cent", &["14~19 %"]),
        ("worth 35p in the pound", &["35"]),
        (
            "세종(1.06명)과 전남(1.1명)",
            &["53/50 person", "11/10 person"],
        ),
        (
            "21세기 200세대 30세트, 대한독립만세, 33.2세에서, 18세미만, 두세 명, 65살이",
            &[
                "21 세기",
                "200 세대",
                "30 세트",
                "166/5 year",
                "18 year",
                "65 year",
            ],
        ),
        // A part is of the same things; others are two figures.
        (
            "17개 시도 가운데 15곳에서, 고객 1504명 가운데 68%가, 열 명 가운데 세 명이",
            &["17 thing", "15 thing", "1504 person", "68 %", "3/10"],
        ),
        ("절반이 넘는, 5분의 1이", &["1/2", "1/5"]),
        ("fell 0.8% to 10.92 per dollar", &["4/5 %", "273/25"]),
        ("fell 5% to 3%", &["5 %", "3 %"]),
        (
            "from 3% to 5%, 3 to 5 percent, 3–5%",
            &["3~5 %", "3~5 %", "3~5 %"],
        ),
        ("fell by half since 2014, a third in 2024", &["1/2", "1/3"]),
        ("the second quarter, the first half", &[]),
        ("4 goals in the second half", &["4 thing"]),
        ("up from $269.92 a year before", &["6748/25 USD"]),
        ("at $269.92 a year", &["6748/25 usd/years"]),
        ("$740 million over 15 years", &["740000000 USD", "15 year"]),
        ("945 terawatt-hours in 2030", &["945 twh"]),
        ("now twenty-six, and one of them", &["26"]),
        (
            "한밀제과는 청주 공장에 1,300억 원, 이사회를 열어 공장에 천삼백억 원",
            &["130000000000 KRW"; 2],
        ),
        ("백만 토큰당 0.14달러", &["7/50 usd/1000000 tokens"]),
        (
            "cut by a quarter to 30 million tons",
            &["1/4", "30000000 t"],
        ),
        ("cut by 20 since 2014, to 30 during May", &["20", "30"]),
        // Cents are of the money of the sentence, or of the text.
        (
            "Charges took 31 cents of every euro, up from 22 cents in 2022",
            &["31/100 EUR", "11/50 EUR"],
        ),
        (
            "It lost €38m. A cup costs 40 cents.",
            &["38000000 EUR", "2/5 EUR"],
        ),
        (
            "It lost €38m. A cup costs $1.20 and a spoon 40 cents.",
            &["38000000 EUR", "6/5 USD", "2/5 USD"],
        ),
        (
            "14 cents per kWh, of €2bn",
            &["7/50 eur/kwh", "2000000000 EUR"],
        ),
        ("A cup costs 40 cents in Europe.", &["2/5 USD"]),
        ("매출 1유로 가운데 31센트를 냈다", &["1 EUR", "31/100 EUR"]),
        (
            "한 잔에 40센트, 유로센트로는 35유로센트",
            &["2/5 EUR", "7/20 EUR"],
        ),
        ("2유로 10센트를 넘지 못한다", &["21/10 EUR"]),
        ("It pays 2 euros 10 cents a ride", &["21/10 EUR"]),
        (
            "사용료는 연 1200만원에서 연 1500만원으로, 최저임금은 시간당 9,860원이고 월 8만~10만원이면",
            &[
                "12000000 krw/years",
                "15000000 krw/years",
                "9860 krw/hours",
                "80000~100000 krw/months",
            ],
        ),
        (
            "월 2만 1000병을 팔고 하루 450잔이 나간다",
            &["21000 병/months", "450 잔/days"],
        ),
        // Several of so many.
        (
            "in July nine beds in ten were sold; nine men in ten minutes, two cars in three cities",
            &["9/10", "10 minute", "2 thing", "3 thing"],
        ),
        // How often, told before the amount.
        (
            "임대료는 월 8만원이다. 월 90만원을 넘는 것과 비교하면",
            &["80000 krw/months", "900000 krw/months"],
        ),
        (
            "한 달에 2만 1000병이 팔린다. 10분의 1도 되지 않는다.",
            &["21000 병/months", "1/10"],
        ),
        ("“2년 안에 절반이 되돌아갈 수 있다”", &["2 year", "1/2"]),
        (
            "하루 평균 2만 명이 주 52시간 일하고 연 3억 원을, 연 3.25% 금리로",
            &[
                "20000 people/days",
                "52 hours/weeks",
                "300000000 krw/years",
                "13/4 %",
            ],
        ),
        (
            "이번 주 3명, 6월 8일, 지난 하루 2만 명, 이날 하루 3만 명, 캘리포니아 주 3곳",
            &["3 person", "20000 person", "30000 person", "3 thing"],
        ),
        (
            "하루 만에 3억원, 월 스트리트 3곳",
            &["300000000 KRW", "3 thing"],
        ),
    ] {
        assert_eq!(figures_of(text), expected, "{text}");
    }
}
