//! Measures: what is told in metres, watts or barrels. One is known by its
//! symbol, or by a word for it, of whatever size it is: 945 TWh are 945
//! terawatt-hours, and 945 hours are something else.

use std::collections::HashMap;
use std::sync::LazyLock;

use super::lookup::noun_one;

/// A measure that comes in sizes.
struct Base {
    /// Its symbol.
    symbol: &'static str,
    /// What it measures: those of one dimension are a power of ten apart.
    dimension: &'static str,
    /// The power of ten that it is of its dimension's own.
    power: i32,
    /// Words for one of it in English, without spaces and hyphens.
    english: &'static [&'static str],
    /// Words for it in Korean.
    korean: &'static [&'static str],
    /// The prefixes that it takes.
    prefixes: &'static str,
}

/// Prefixes: the symbol, its power of ten, and the word in both languages.
const PREFIXES: [(char, i32, &str, &str); 13] = [
    ('n', -9, "nano", "나노"),
    ('µ', -6, "micro", "마이크로"),
    ('m', -3, "milli", "밀리"),
    ('c', -2, "centi", "센티"),
    ('d', -1, "deci", "데시"),
    ('h', 2, "hecto", "헥토"),
    ('k', 3, "kilo", "킬로"),
    ('M', 6, "mega", "메가"),
    ('G', 9, "giga", "기가"),
    ('T', 12, "tera", "테라"),
    ('P', 15, "peta", "페타"),
    ('E', 18, "exa", "엑사"),
    ('Z', 21, "zetta", "제타"),
];

/// Those that come in sizes.
const BASES: [Base; 13] = [
    Base {
        symbol: "m",
        dimension: "length",
        power: 0,
        english: &["meter", "metre"],
        korean: &["미터"],
        prefixes: "nµmck",
    },
    Base {
        symbol: "g",
        dimension: "mass",
        power: 0,
        english: &["gram"],
        korean: &["그램"],
        prefixes: "µmk",
    },
    Base {
        symbol: "t",
        dimension: "mass",
        power: 6,
        english: &["ton", "tonne", "metricton"],
        korean: &["톤"],
        prefixes: "kMG",
    },
    Base {
        symbol: "L",
        dimension: "volume",
        power: 0,
        english: &["liter", "litre"],
        korean: &["리터"],
        prefixes: "md",
    },
    Base {
        symbol: "Pa",
        dimension: "pressure",
        power: 0,
        english: &["pascal"],
        korean: &["파스칼"],
        prefixes: "hkMG",
    },
    Base {
        symbol: "cal",
        dimension: "food",
        power: 0,
        english: &["calorie"],
        korean: &["칼로리"],
        prefixes: "k",
    },
    Base {
        symbol: "W",
        dimension: "power",
        power: 0,
        english: &["watt"],
        korean: &["와트"],
        prefixes: "kMGT",
    },
    Base {
        symbol: "Wh",
        dimension: "energy",
        power: 0,
        english: &["watthour"],
        korean: &["와트시", "와트아워"],
        prefixes: "kMGT",
    },
    Base {
        symbol: "V",
        dimension: "voltage",
        power: 0,
        english: &["volt"],
        korean: &["볼트"],
        prefixes: "mk",
    },
    Base {
        symbol: "B",
        dimension: "storage",
        power: 0,
        english: &["byte"],
        korean: &["바이트"],
        prefixes: "kMGTPEZ",
    },
    Base {
        symbol: "bps",
        dimension: "bandwidth",
        power: 0,
        english: &["bitpersecond", "bitspersecond"],
        korean: &[],
        prefixes: "kMGT",
    },
    Base {
        symbol: "Hz",
        dimension: "frequency",
        power: 0,
        english: &["hertz"],
        korean: &["헤르츠"],
        prefixes: "kMGT",
    },
    Base {
        symbol: "FLOPS",
        dimension: "computing",
        power: 0,
        english: &["flop", "flops"],
        korean: &["플롭스", "플롭"],
        prefixes: "GTPEZ",
    },
];

/// Degrees of any scale.
pub(in crate::figure) const DEGREES: &str = "degrees";

/// A measure that is written out: its plural, which is its symbol here, the
/// other words for it, the usual Korean one, and where it is a power of ten
/// of others their dimension and that power.
type Word = (
    &'static str,
    &'static [&'static str],
    &'static str,
    Option<(&'static str, i32)>,
);

const WORDS: [Word; 28] = [
    ("barrels", &["barrel"], "배럴", None),
    ("gallons", &["gallon"], "갤런", None),
    ("acres", &["acre"], "에이커", None),
    ("miles", &["mile"], "마일", None),
    ("feet", &["foot"], "피트", None),
    ("inches", &["inch"], "인치", None),
    (
        "ounces",
        &["ounce", "oz", "troy ounce", "troy ounces", "트로이온스"],
        "온스",
        None,
    ),
    ("hectares", &["hectare", "ha"], "헥타르", Some(("area", 4))),
    (
        "square meters",
        &[
            "square meter",
            "square metres",
            "square metre",
            "sq m",
            "sqm",
            "㎡",
            "m2",
            "평방미터",
        ],
        "제곱미터",
        Some(("area", 0)),
    ),
    (
        "square kilometers",
        &[
            "square kilometer",
            "square kilometres",
            "square kilometre",
            "square km",
            "sq km",
            "㎢",
            "km2",
            "평방킬로미터",
        ],
        "제곱킬로미터",
        Some(("area", 6)),
    ),
    ("square miles", &["square mile", "sq mi"], "제곱마일", None),
    ("square feet", &["square foot", "sq ft"], "제곱피트", None),
    (
        "cubic meters",
        &[
            "cubic meter",
            "cubic metres",
            "cubic metre",
            "㎥",
            "m3",
            "cbm",
            "cu m",
            "입방미터",
        ],
        "세제곱미터",
        Some(("volume", 3)),
    ),
    (
        "cubic kilometers",
        &[
            "cubic kilometer",
            "cubic kilometres",
            "cubic kilometre",
            "cubic km",
            "cu km",
            "km3",
        ],
        "세제곱킬로미터",
        Some(("volume", 12)),
    ),
    ("cubic feet", &["cubic foot", "cu ft"], "세제곱피트", None),
    ("cubic yards", &["cubic yard", "cu yd"], "세제곱야드", None),
    ("acre-feet", &["acre-foot"], "에이커피트", None),
    ("BTU", &["british thermal unit"], "BTU", Some(("heat", 0))),
    ("MMBTU", &["mmbtus"], "MMBTU", Some(("heat", 6))),
    // How ships and what they carry are told of.
    (
        "CGT",
        &["compensated gross ton", "compensated gross tons"],
        "CGT",
        None,
    ),
    ("TEU", &["teus"], "TEU", None),
    (
        "DWT",
        &["deadweight ton", "deadweight tons", "deadweight tonnes"],
        "DWT",
        None,
    ),
    (
        "light-years",
        &["light-year", "light year", "light years"],
        "광년",
        None,
    ),
    ("horsepower", &["hp"], "마력", None),
    ("mmHg", &["millimeters of mercury"], "mmHg", None),
    // Degrees of which scale goes without saying, as a rule.
    (DEGREES, &["degree", "°"], "도", None),
    (
        "°C",
        &["degrees celsius", "degree celsius", "degrees centigrade"],
        "°C",
        None,
    ),
    (
        "°F",
        &["degrees fahrenheit", "degree fahrenheit"],
        "°F",
        None,
    ),
];

/// Times that a measure may be had for: a megawatt-day.
const TIMES: [(&str, &str); 3] = [("day", "일"), ("month", "월"), ("year", "년")];

/// All measures, by their symbols and by the words for them.
struct Names {
    /// The dimension of each symbol, if it has one, and its power of ten there.
    symbols: HashMap<String, Option<(&'static str, i32)>>,
    /// The symbol for each word: lower case, no spaces, no hyphens.
    words: HashMap<String, String>,
}

static NAMES: LazyLock<Names> = LazyLock::new(|| {
    let mut names = Names {
        symbols: HashMap::new(),
        words: HashMap::new(),
    };
    for base in &BASES {
        names.size(base, base.symbol.to_owned(), 0, "", "");
        let taken = PREFIXES.iter().filter(|(c, ..)| base.prefixes.contains(*c));
        for (c, power, english, korean) in taken {
            names.size(base, format!("{c}{}", base.symbol), *power, english, korean);
        }
    }
    // How chips are told of.
    for word in ["nano", "나노"] {
        names.words.insert(word.to_owned(), "nm".to_owned());
    }
    // What is sold by the kilo.
    for word in ["kilo", "kilos"] {
        names.words.insert(word.to_owned(), "kg".to_owned());
    }
    for (plural, english, korean, metric) in &WORDS {
        names.symbols.insert((*plural).to_owned(), *metric);
        for word in english.iter().chain([plural, korean]) {
            names.words.insert(squeezed(word), (*plural).to_owned());
        }
    }
    names
});

impl Names {
    /// Adds a measure in one size.
    fn size(&mut self, base: &Base, symbol: String, power: i32, english: &str, korean: &str) {
        for word in base.english {
            self.words
                .insert(format!("{english}{word}"), symbol.clone());
            self.words
                .insert(format!("{english}{word}s"), symbol.clone());
        }
        for word in base.korean {
            self.words.insert(format!("{korean}{word}"), symbol.clone());
        }
        // MW is not mW, but no one tells of milliwatts: mwh, gb.
        if power > 0 && !matches!(base.symbol, "m" | "g" | "t" | "V") {
            self.words.insert(symbol.to_lowercase(), symbol.clone());
        }
        // A letter alone may stand for much: 5 B are billions, and V a numeral.
        if power != 0 || !matches!(base.symbol, "B" | "V") {
            let metric = (base.dimension, base.power + power);
            self.symbols.insert(symbol, Some(metric));
        }
    }
}

/// A word in lower case, without spaces and hyphens.
fn squeezed(word: &str) -> String {
    let letters = word.chars().filter(|c| !matches!(c, ' ' | '-'));
    letters.flat_map(char::to_lowercase).collect()
}

/// The symbol of the measure that `phrase` names.
pub(super) fn measure(phrase: &str) -> Option<String> {
    one(phrase).or_else(|| for_a_time(phrase))
}

fn one(phrase: &str) -> Option<String> {
    if NAMES.symbols.contains_key(phrase) {
        return Some(phrase.to_owned());
    }
    NAMES.words.get(&squeezed(phrase)).cloned()
}

/// How Korean calls what is written out or had for a time; it writes the other
/// symbols as they are.
pub(in crate::figure) fn korean(symbol: &str) -> Option<String> {
    if let Some((_, _, korean, _)) = WORDS.iter().find(|(plural, ..)| *plural == symbol) {
        return Some((*korean).to_owned());
    }
    let (measure, time) = symbol.rsplit_once('-')?;
    let (_, korean) = TIMES.iter().find(|(english, _)| *english == time)?;
    NAMES
        .symbols
        .contains_key(measure)
        .then(|| format!("{measure}·{korean}"))
}

/// What English calls one of what is written out.
pub(super) fn english_one(plural: &str) -> Option<String> {
    let (_, english, ..) = WORDS.iter().find(|(known, ..)| *known == plural)?;
    english.first().map(|one| (*one).to_owned())
}

/// The dimension of a measure and its power of ten there.
pub(super) fn metric(symbol: &str) -> Option<(&'static str, i32)> {
    *NAMES.symbols.get(symbol)?
}

/// Whether a word is a symbol and no word: km, kWh, and behind a slash h and s.
pub(in crate::figure) fn is_symbol(word: &str) -> bool {
    let known = NAMES.symbols.contains_key(word) || matches!(word, "h" | "s" | "l" | "L");
    known && WORDS.iter().all(|(plural, ..)| *plural != word)
}

/// Whether both are degrees, and one of them of any scale.
pub(super) fn are_degrees(one: &str, other: &str) -> bool {
    let degrees = [DEGREES, "°C", "°F"];
    degrees.contains(&one) && degrees.contains(&other) && [one, other].contains(&DEGREES)
}

/// Whether a word is the symbol of a measure.
pub(super) fn is_measure(symbol: &str) -> bool {
    NAMES.symbols.contains_key(symbol)
        || for_a_time(symbol).is_some_and(|product| product == symbol)
}

/// So much of a measure for so long: `megawatt-day`, `MW·일`; a watt for an
/// hour is a measure of its own.
fn for_a_time(phrase: &str) -> Option<String> {
    let (measure, time) = phrase.rsplit_once(['-', ' ', '·'])?;
    let (measure, time) = (one(measure)?, noun_one(&time.to_lowercase()));
    if matches!(time.as_str(), "hour" | "시간") && measure.ends_with('W') {
        return Some(format!("{measure}h"));
    }
    let known = TIMES
        .iter()
        .find(|(english, korean)| *english == time || *korean == time)?;
    Some(format!("{measure}-{}", known.0))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_measure_has_one_symbol_however_it_is_called() {
        for (phrase, expected) in [
            ("km", Some("km")),
            ("kilometres", Some("km")),
            ("킬로미터", Some("km")),
            ("terawatt-hours", Some("TWh")),
            ("terawatt hours", Some("TWh")),
            ("Terawatt-hour", Some("TWh")),
            ("테라와트시", Some("TWh")),
            ("TWh", Some("TWh")),
            ("twh", Some("TWh")),
            ("MW-hours", Some("MWh")),
            ("mw", Some("MW")),
            ("megawatt-day", Some("MW-day")),
            ("MW-days", Some("MW-day")),
            ("MW·일", Some("MW-day")),
            ("gigabytes", Some("GB")),
            ("gb", Some("GB")),
            ("exaflops", Some("EFLOPS")),
            ("엑사플롭스", Some("EFLOPS")),
            ("tonnes", Some("t")),
            ("metric tons", Some("t")),
            ("barrel", Some("barrels")),
            ("배럴", Some("barrels")),
            ("square kilometres", Some("square kilometers")),
            ("°C", Some("°C")),
            ("degrees Celsius", Some("°C")),
            ("°F", Some("°F")),
            ("도", Some("degrees")),
            ("hPa", Some("hPa")),
            ("헥토파스칼", Some("hPa")),
            ("kcal", Some("kcal")),
            ("dL", Some("dL")),
            ("mm", Some("mm")),
            ("㎥", Some("cubic meters")),
            ("CBM", Some("cubic meters")),
            ("입방미터", Some("cubic meters")),
            ("세제곱 미터", Some("cubic meters")),
            ("㎡", Some("square meters")),
            ("평방미터", Some("square meters")),
            ("㎢", Some("square kilometers")),
            ("MMBtu", Some("MMBTU")),
            ("cgt", Some("CGT")),
            ("TEUs", Some("TEU")),
            ("oz", Some("ounces")),
            ("Mm", None),
            ("B", None),
            ("hours", None),
            ("GPU-hours", None),
            ("days", None),
            ("won", None),
        ] {
            assert_eq!(measure(phrase).as_deref(), expected, "{phrase}");
        }
    }

    #[test]
    fn sizes_are_powers_of_ten_apart() {
        for (one, other, apart) in [
            ("TWh", "kWh", Some(9)),
            ("t", "kg", Some(3)),
            ("EFLOPS", "PFLOPS", Some(3)),
            ("square kilometers", "hectares", Some(2)),
            ("cubic meters", "mL", Some(6)),
            ("MMBTU", "BTU", Some(6)),
            ("W", "Wh", None),
            ("miles", "km", None),
        ] {
            let powers = metric(one).zip(metric(other));
            let found = powers.and_then(|((mine, power), (theirs, other))| {
                (mine == theirs).then_some(power - other)
            });
            assert_eq!(found, apart, "{one} {other}");
        }
    }
}
