//! The numbering scheme of a unit: a template over section, head, sub-head, serial and year.

use super::FilingRefusal;
use crate::desk;
use crate::office::{HeadId, Timestamp, UnitId};
use chrono::Datelike;
use std::fmt;
use std::str::FromStr;
use thiserror::Error;

/// The scheme of a unit that has not chosen its own: `F.8-2/2026-Bud-I`.
pub const DEFAULT_TEMPLATE: &str = "F.{head}-{serial}/{year}-{section}";

const MOST_CHARACTERS: usize = 80;

/// Why a template is no numbering scheme.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum TemplateError {
    /// Empty, longer than 80 characters, or with characters that no file number has.
    #[error("a template has 1 to 80 letters, digits, spaces and . - / ( ) : _")]
    Shape,
    /// A brace without its partner, or a name that is none of the five.
    #[error("placeholders are {{section}} {{head}} {{sub_head}} {{serial}} {{year}}")]
    Placeholder,
    /// The same placeholder twice.
    #[error("a placeholder stands once")]
    Repeated,
    /// Without serial and year two files would get one number.
    #[error("serial and year are needed")]
    Incomplete,
    /// `{head}{serial}` reads 1-23 and 12-3 alike.
    #[error("placeholders need something between them")]
    Adjacent,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Placeholder {
    Section,
    Head,
    SubHead,
    Serial,
    Year,
}

impl Placeholder {
    fn of(name: &str) -> Option<Self> {
        Some(match name {
            "section" => Self::Section,
            "head" => Self::Head,
            "sub_head" => Self::SubHead,
            "serial" => Self::Serial,
            "year" => Self::Year,
            _ => return None,
        })
    }

    fn name(self) -> &'static str {
        match self {
            Self::Section => "section",
            Self::Head => "head",
            Self::SubHead => "sub_head",
            Self::Serial => "serial",
            Self::Year => "year",
        }
    }
}

#[derive(Debug, Clone, PartialEq, Eq)]
enum Piece {
    Text(String),
    Place(Placeholder),
}

/// A numbering scheme that was checked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NumberTemplate(Vec<Piece>);

/// A head or sub-head as numbering needs it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct HeadCode<'a> {
    /// Its id, which names the series.
    pub id: HeadId,
    /// Its code, which stands in the number.
    pub code: &'a str,
}

/// Where a new file stands in the index of its section.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Place<'a> {
    /// The section.
    pub unit: UnitId,
    /// The section's code.
    pub section: &'a str,
    /// The main head.
    pub head: HeadCode<'a>,
    /// The sub-head, where there is one.
    pub sub_head: Option<HeadCode<'a>>,
    /// The year of opening, in Pakistan.
    pub year: i32,
}

impl FromStr for NumberTemplate {
    type Err = TemplateError;

    fn from_str(template: &str) -> Result<Self, Self::Err> {
        let mut pieces = Vec::new();
        let mut rest = template;
        if template.trim() != template || template.is_empty() || template.chars().count() > MOST_CHARACTERS {
            return Err(TemplateError::Shape);
        }
        while !rest.is_empty() {
            let end = rest.find('{').unwrap_or(rest.len());
            let (text, tail) = rest.split_at(end);
            if !text.is_empty() {
                pieces.push(literal(text)?);
            }
            rest = tail;
            if let Some(inside) = rest.strip_prefix('{') {
                let (name, tail) = inside.split_once('}').ok_or(TemplateError::Placeholder)?;
                pieces.push(Piece::Place(Placeholder::of(name).ok_or(TemplateError::Placeholder)?));
                rest = tail;
            }
        }
        Self(pieces).checked()
    }
}

fn literal(text: &str) -> Result<Piece, TemplateError> {
    if text.contains('}') {
        return Err(TemplateError::Placeholder);
    }
    let printable = |c: char| c.is_alphanumeric() || " .-/():_".contains(c);
    if text.chars().all(printable) {
        Ok(Piece::Text(text.to_owned()))
    } else {
        Err(TemplateError::Shape)
    }
}

impl Default for NumberTemplate {
    fn default() -> Self {
        let place = Piece::Place;
        let text = |text: &str| Piece::Text(text.to_owned());
        Self(vec![
            text("F."),
            place(Placeholder::Head),
            text("-"),
            place(Placeholder::Serial),
            text("/"),
            place(Placeholder::Year),
            text("-"),
            place(Placeholder::Section),
        ])
    }
}

impl NumberTemplate {
    fn checked(self) -> Result<Self, TemplateError> {
        let places: Vec<Placeholder> = self.places().collect();
        if places.iter().enumerate().any(|(i, place)| places[..i].contains(place)) {
            return Err(TemplateError::Repeated);
        }
        if !self.has(Placeholder::Serial) || !self.has(Placeholder::Year) {
            return Err(TemplateError::Incomplete);
        }
        let adjacent = |pair: &[Piece]| matches!(pair, [Piece::Place(_), Piece::Place(_)]);
        if self.0.windows(2).any(adjacent) {
            return Err(TemplateError::Adjacent);
        }
        Ok(self)
    }

    fn places(&self) -> impl Iterator<Item = Placeholder> {
        self.0.iter().filter_map(|piece| match piece {
            Piece::Place(place) => Some(*place),
            Piece::Text(_) => None,
        })
    }

    fn has(&self, wanted: Placeholder) -> bool {
        self.places().any(|place| place == wanted)
    }

    /// The series in which the serial runs: per unit and year, per head and sub-head where the
    /// number shows them. A series that ignored what the number leaves out would repeat numbers.
    pub fn series(&self, place: &Place<'_>) -> Result<String, FilingRefusal> {
        let mut series = format!("file:{}:{}", place.unit, place.year);
        if self.has(Placeholder::Head) {
            series.push(':');
            series.push_str(&place.head.id.to_string());
        }
        if self.has(Placeholder::SubHead) {
            let sub_head = place.sub_head.ok_or(FilingRefusal::SubHeadRequired)?;
            series.push(':');
            series.push_str(&sub_head.id.to_string());
        }
        Ok(series)
    }

    /// The number of the file with this serial.
    pub fn render(&self, place: &Place<'_>, serial: i64) -> Result<String, FilingRefusal> {
        let mut number = String::new();
        for piece in &self.0 {
            match piece {
                Piece::Text(text) => number.push_str(text),
                Piece::Place(Placeholder::Section) => number.push_str(place.section),
                Piece::Place(Placeholder::Head) => number.push_str(place.head.code),
                Piece::Place(Placeholder::SubHead) => {
                    number.push_str(place.sub_head.ok_or(FilingRefusal::SubHeadRequired)?.code);
                }
                Piece::Place(Placeholder::Serial) => number.push_str(&serial.to_string()),
                Piece::Place(Placeholder::Year) => number.push_str(&place.year.to_string()),
            }
        }
        Ok(number)
    }
}

impl fmt::Display for NumberTemplate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.iter().try_for_each(|piece| match piece {
            Piece::Text(text) => f.write_str(text),
            Piece::Place(place) => write!(f, "{{{}}}", place.name()),
        })
    }
}

/// The year that a moment falls in, in Pakistan: the serial restarts on 1 January there.
pub fn office_year(at: Timestamp) -> i32 {
    desk::office_day(at).year()
}

#[cfg(test)]
mod tests {
    use super::*;
    use chrono::{Duration, TimeZone, Utc};
    use uuid::Uuid;

    fn place(sub_head: Option<HeadCode<'_>>) -> Place<'_> {
        Place {
            unit: UnitId(Uuid::nil()),
            section: "Bud-I",
            head: HeadCode {
                id: HeadId(Uuid::nil()),
                code: "8",
            },
            sub_head,
            year: 2026,
        }
    }

    #[test]
    fn the_patterns_of_real_offices_render() {
        let sub_head = HeadCode {
            id: HeadId(Uuid::max()),
            code: "3",
        };
        for (template, number) in [
            (DEFAULT_TEMPLATE, "F.8-2/2026-Bud-I"),
            ("{head}({serial})/{year}-Manuals", "8(2)/2026-Manuals"),
            ("SO({section}){head}-{serial}/{year}", "SO(Bud-I)8-2/2026"),
            ("F.{head}({sub_head})-{serial}/{year}", "F.8(3)-2/2026"),
        ] {
            let parsed: NumberTemplate = template.parse().unwrap();
            assert_eq!(parsed.render(&place(Some(sub_head)), 2).as_deref(), Ok(number));
            assert_eq!(parsed.to_string(), template);
        }
        assert_eq!(NumberTemplate::default().to_string(), DEFAULT_TEMPLATE);
    }

    #[test]
    fn templates_that_would_repeat_or_garble_numbers_are_refused() {
        for (template, error) in [
            ("", TemplateError::Shape),
            (" F.{serial}/{year}", TemplateError::Shape),
            ("F\u{202E}.{serial}/{year}", TemplateError::Shape),
            ("{serial}/{month}", TemplateError::Placeholder),
            ("{serial/{year}", TemplateError::Placeholder),
            ("serial}/{year}", TemplateError::Placeholder),
            ("{serial}/{year}/{year}", TemplateError::Repeated),
            ("F.{head}/{year}", TemplateError::Incomplete),
            ("F.{head}{serial}/{year}", TemplateError::Adjacent),
        ] {
            assert_eq!(template.parse::<NumberTemplate>(), Err(error), "{template}");
        }
    }

    #[test]
    fn the_series_is_as_fine_as_the_number() {
        let with_head = NumberTemplate::default().series(&place(None)).unwrap();
        let without: NumberTemplate = "{serial}/{year}".parse().unwrap();
        assert_ne!(with_head, without.series(&place(None)).unwrap());
        let sub: NumberTemplate = "{head}({sub_head})-{serial}/{year}".parse().unwrap();
        assert_eq!(sub.series(&place(None)), Err(FilingRefusal::SubHeadRequired));
        assert_eq!(sub.render(&place(None), 1), Err(FilingRefusal::SubHeadRequired));
    }

    #[test]
    fn the_year_changes_at_midnight_in_pakistan() {
        let eve = Utc.with_ymd_and_hms(2026, 12, 31, 18, 59, 59).unwrap();
        assert_eq!(office_year(eve), 2026);
        assert_eq!(office_year(eve + Duration::seconds(1)), 2027);
    }
}
