//! Filling the places in a text: `{district}`, `{amount}` … with the facts of one case.

use super::phrases::Phrases;
use super::words;
use crate::demo::chance::Chance;
use chrono::{Datelike, Days, NaiveDate};
use daftar_domain::office::Language;
use std::collections::BTreeMap;

/// A piece of a filled text; what points somewhere stands alone.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Piece {
    /// Words.
    Text(String),
    /// The paper under consideration.
    Puc,
    /// The paragraph that is spoken of.
    Paragraph,
    /// A rule, by its name.
    Rule(String),
}

/// The facts of one case, in its language.
#[derive(Debug, Clone)]
pub(crate) struct Facts {
    /// The language of the case.
    pub(crate) language: Language,
    values: BTreeMap<&'static str, String>,
}

impl Facts {
    /// Draws the facts of a case that reaches the office about `day`.
    pub(crate) fn draw(language: Language, day: NaiveDate, chance: &mut Chance) -> Self {
        let mut facts = Self {
            language,
            values: BTreeMap::new(),
        };
        for (place, list) in [
            ("district", words::DISTRICTS),
            ("division", words::DIVISIONS),
            ("canal", words::CANALS),
            ("hospital", words::HOSPITALS),
            ("college", words::COLLEGES),
            ("department", words::DEPARTMENTS),
            ("firm", words::FIRMS),
            ("person", words::PEOPLE),
            ("act", words::ACTS),
            ("topic", words::TOPICS),
        ] {
            let pair = chance.pick(list);
            facts.set(place, facts.word(pair).to_owned());
        }
        facts.draw_numbers(chance);
        facts.draw_dates(day, chance);
        facts
    }

    fn draw_numbers(&mut self, chance: &mut Chance) {
        let thousands = chance.between(800, 240_000) * 5;
        let more = thousands * chance.between(115, 260) / 100;
        self.set("amount", millions(thousands));
        self.set("amount2", millions(more));
        let few = chance.between(4, 28);
        self.set("count", few.to_string());
        self.set("count2", chance.between(2, few - 1).to_string());
        self.set("percent", chance.between(34, 92).to_string());
        self.set("rd", (chance.between(8, 140) * 500).to_string());
        self.set("bps", chance.between(5, 17).to_string());
        self.set("n", chance.between(114, 19_870).to_string());
        self.set("m", chance.between(2, 96).to_string());
        self.set("k", chance.between(2, 9).to_string());
    }

    fn draw_dates(&mut self, day: NaiveDate, chance: &mut Chance) {
        let earlier = day - Days::new(chance.small(9, 40));
        let first = if day.month() >= 7 { day.year() } else { day.year() - 1 };
        let months_ago = usize::try_from((day.month0() + 11) % 12).unwrap_or(0);
        let short = |year: i32| format!("{:02}", year.rem_euclid(100));
        let fiscal = |year: i32| format!("{year}-{}", short(year + 1));
        self.set("year", day.year().to_string());
        self.set("yy", short(day.year()));
        self.set("fy", fiscal(first));
        self.set("fy_next", fiscal(first + 1));
        self.set("month", self.word(words::MONTHS[months_ago]).to_owned());
        self.set("date", self.date(earlier));
        self.set(
            "ref",
            format!(
                "{}/{}-{}",
                chance.between(101, 9_870),
                short(day.year()),
                chance.between(1, 9)
            ),
        );
        let policy = match self.language {
            Language::English => format!("(No. FD(W&M)1-1/{first})"),
            Language::Urdu => format!("(نمبر FD(W&M)1-1/{first})"),
        };
        self.set("policy", policy);
    }

    /// Adds or replaces a fact.
    pub(crate) fn set(&mut self, place: &'static str, value: String) {
        self.values.insert(place, value);
    }

    /// A date in words.
    pub(crate) fn date(&self, day: NaiveDate) -> String {
        let month = usize::try_from(day.month0()).unwrap_or(0);
        format!("{} {} {}", day.day(), self.word(words::MONTHS[month]), day.year())
    }

    /// The phrases in the language of the case.
    pub(crate) fn choose(&self, phrases: &Phrases) -> &'static [&'static str] {
        match self.language {
            Language::English => phrases.en,
            Language::Urdu => phrases.ur,
        }
    }

    fn word(&self, pair: (&'static str, &'static str)) -> &'static str {
        match self.language {
            Language::English => pair.0,
            Language::Urdu => pair.1,
        }
    }

    /// A text with its places filled, as one string.
    pub(crate) fn fill(&self, text: &str) -> String {
        let pieces = self.pieces(text);
        let words = pieces.into_iter().map(|piece| match piece {
            Piece::Text(text) => text,
            Piece::Rule(rule) => self.cited(&rule),
            Piece::Puc | Piece::Paragraph => String::new(),
        });
        words.collect()
    }

    fn cited(&self, rule: &str) -> String {
        format!("({rule})")
    }

    /// A text with its places filled, in pieces.
    pub(crate) fn pieces(&self, text: &str) -> Vec<Piece> {
        let mut pieces = Vec::new();
        let mut words = String::new();
        let mut rest = text;
        while let Some((before, after)) = rest.split_once('{') {
            let (place, tail) = after.split_once('}').unwrap_or((after, ""));
            words.push_str(before);
            let special = match place {
                "puc" => Some(Piece::Puc),
                "para" => Some(Piece::Paragraph),
                "rule" => Some(Piece::Rule(self.value(place).to_owned())),
                _ => None,
            };
            match special {
                Some(piece) => {
                    pieces.push(Piece::Text(std::mem::take(&mut words)));
                    pieces.push(piece);
                }
                None => words.push_str(self.value(place)),
            }
            rest = tail;
        }
        words.push_str(rest);
        pieces.push(Piece::Text(words));
        pieces.retain(|piece| *piece != Piece::Text(String::new()));
        pieces
    }

    /// The value of a place. The catalogue names no other; the tests see to that.
    fn value(&self, place: &str) -> &str {
        self.values.get(place).map_or("", String::as_str)
    }

    /// Whether a text names only places that are known.
    #[cfg(test)]
    pub(crate) fn knows(&self, text: &str) -> bool {
        text.split('{').skip(1).all(|after| {
            after
                .split_once('}')
                .is_some_and(|(place, _)| matches!(place, "puc" | "para") || self.values.contains_key(place))
        })
    }
}

/// Thousands as millions with three decimals: `45.600`.
fn millions(thousands: u64) -> String {
    format!("{}.{:03}", thousands / 1000, thousands % 1000)
}
