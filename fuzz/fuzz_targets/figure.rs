//! Any text is read as a figure or date, or refused, and what is written of it
//! is read again: `cargo +nightly fuzz run figure`.
#![no_main]

use dateline::figure::{Date, Figure};
use dateline::text::Lang;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    if let Ok(date) = Date::parse(text) {
        for lang in Lang::ALL {
            let written = date.format(lang);
            assert_eq!(Date::parse(&written).as_ref(), Ok(&date), "{written}");
        }
    }
    let Ok(figure) = Figure::parse(text) else {
        return;
    };
    for lang in Lang::ALL {
        let written = figure.format(lang);
        // A figure may carry more digits than it shows; what is shown stays.
        let again = Figure::parse(&written).unwrap_or_else(|error| panic!("{written}: {error}"));
        assert_eq!(again.format(lang), written);
    }
});
