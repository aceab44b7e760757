#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing)]

mod in_korean;

use super::*;

/// Each person as `name: question`, without question for a bare office.
fn told(lang: Lang, sentence: &str) -> Vec<String> {
    let told = of(sentence, lang).into_iter().map(|person| {
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
            "\"We have filled the trains,\" said Ingrid Halloran, the chief executive since last September.",
            &["Ingrid Halloran"],
        ),
        (
            "\"We have filled the trains,\" said Ingrid Halloran, Transalp's chief executive since last September.",
            &["Ingrid Halloran: Who is Transalp's chief executive?"],
        ),
        (
            "\"It pays half,\" said Rita Bloom, a driver.",
            &["Rita Bloom"],
        ),
        (
            "\"It pays half,\" conceded Rita Bloom, 41, a driver at the depot.",
            &["Rita Bloom"],
        ),
        (
            "\"It pays half,\" said Rita Bloom, and the driver left.",
            &[],
        ),
        ("\"It pays half,\" said Back Track, a lobby group.", &[]),
        ("It came behind Rita Bloom, a driver.", &[]),
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
