//! The diary number: `FD-1182/2026`.

use crate::ledger::Numbered;
use std::fmt;
use std::str::FromStr;
use thiserror::Error;

/// The number of a receipt in its registry's diary. The serial restarts on 1 January, has no
/// gaps, and a number never changes: persistence allots it in the transaction that diarises.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct DiaryNumber {
    /// The code of the registry's unit.
    pub prefix: String,
    /// The place in the year's diary, from 1.
    pub serial: i32,
    /// The year of the diary, by the calendar of the office.
    pub year: i32,
}

/// A text that is no diary number.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
#[error("not a diary number")]
pub struct NotADiaryNumber;

impl DiaryNumber {
    /// The name of a year's diary: a series of its own.
    pub fn series(prefix: &str, year: i32) -> String {
        format!("diary/{prefix}/{year}")
    }

    /// The number's place in its diary, for the ledger.
    pub fn numbered(&self) -> Numbered {
        Numbered {
            series: Self::series(&self.prefix, self.year),
            serial: self.serial.into(),
        }
    }
}

impl fmt::Display for DiaryNumber {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}-{}/{}", self.prefix, self.serial, self.year)
    }
}

impl FromStr for DiaryNumber {
    type Err = NotADiaryNumber;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let (front, year) = text.rsplit_once('/').ok_or(NotADiaryNumber)?;
        let (prefix, serial) = front.rsplit_once('-').ok_or(NotADiaryNumber)?;
        let number = |digits: &str| digits.parse::<i32>().ok().filter(|n| *n > 0).ok_or(NotADiaryNumber);
        if prefix.is_empty() || year.len() != 4 {
            return Err(NotADiaryNumber);
        }
        Ok(Self {
            prefix: prefix.to_owned(),
            serial: number(serial)?,
            year: number(year)?,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_is_written_and_read_back() {
        for text in ["FD-1182/2026", "FD-R&I-1/2027"] {
            assert_eq!(text.parse::<DiaryNumber>().map(|n| n.to_string()).as_deref(), Ok(text));
        }
    }

    #[test]
    fn what_is_no_number_is_refused() {
        for text in [
            "",
            "FD",
            "FD-1182",
            "FD-0/2026",
            "FD--1/26",
            "-7/2026",
            "FD-x/2026",
            "FD-1/20260",
        ] {
            assert_eq!(text.parse::<DiaryNumber>(), Err(NotADiaryNumber), "{text}");
        }
    }
}
