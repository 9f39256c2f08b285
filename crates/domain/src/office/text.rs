//! Text as people type and paste it: normalised, without what would mislead a reader.

use thiserror::Error;
use unicode_normalization::UnicodeNormalization;

/// Why a text was not accepted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum TextError {
    /// Nothing is left after trimming.
    #[error("empty")]
    Empty,
    /// More characters than the field holds.
    #[error("too long")]
    TooLong,
    /// A control character, or one that reorders its surroundings invisibly.
    #[error("forbidden character")]
    Forbidden,
}

/// A single line of text that passed [`clean_line`].
pub type Line = String;

/// Trims, normalises to NFC and folds runs of white space; refuses control characters and
/// bidirectional overrides (they make a subject read as something else). Emoji are text and stay.
///
/// `most` is the longest accepted length in characters.
pub fn clean_line(text: &str, most: usize) -> Result<Line, TextError> {
    let line = text.split_whitespace().collect::<Vec<_>>().join(" ");
    let line: String = line.nfc().collect();
    check(&line, most, |_| false)?;
    Ok(line)
}

/// As [`clean_line`], but line breaks and tabs stay.
pub fn clean_text(text: &str, most: usize) -> Result<String, TextError> {
    let text: String = text.replace("\r\n", "\n").trim().nfc().collect();
    check(&text, most, |c| c == '\n' || c == '\t')?;
    Ok(text)
}

/// A run of text inside a paragraph: normalised, not trimmed, because the space at its edge
/// separates it from the next run. It may be empty.
pub fn clean_span(text: &str, most: usize) -> Result<String, TextError> {
    let text: String = text.replace("\r\n", "\n").nfc().collect();
    match check(&text, most, |c| c == '\n' || c == '\t') {
        Err(TextError::Empty) | Ok(()) => Ok(text),
        Err(error) => Err(error),
    }
}

/// Folds a text for searching, alike for what is stored and for what is asked: compatibility forms and case go,
/// Arabic spellings become the Urdu ones, vowel marks and joiners vanish, digits become ASCII.
pub fn fold(text: &str) -> String {
    text.nfkc().flat_map(char::to_lowercase).filter_map(fold_char).collect()
}

fn fold_char(c: char) -> Option<char> {
    let digit = |zero: char| char::from_digit(u32::from(c) - u32::from(zero), 10);
    match c {
        'ي' | 'ى' => Some('ی'),
        'ك' => Some('ک'),
        'ه' | 'ة' | 'ۀ' => Some('ہ'),
        'أ' | 'إ' | 'آ' | 'ٱ' => Some('ا'),
        '\u{0660}'..='\u{0669}' => digit('\u{0660}'),
        '\u{06F0}'..='\u{06F9}' => digit('\u{06F0}'),
        '\u{064B}'..='\u{065F}' | '\u{0670}' | '\u{0640}' | '\u{200B}'..='\u{200F}' | '\u{061C}' => None,
        // A database may refuse them, and nobody searches for them.
        c if c.is_control() => Some(' '),
        c => Some(c),
    }
}

fn check(text: &str, most: usize, allowed: impl Fn(char) -> bool) -> Result<(), TextError> {
    if text.chars().all(|c| c.is_whitespace() || unseen(c)) {
        return Err(TextError::Empty);
    }
    if text.chars().any(|c| !allowed(c) && misleading(c)) {
        return Err(TextError::Forbidden);
    }
    if text.chars().count() > most {
        return Err(TextError::TooLong);
    }
    Ok(())
}

/// Controls, and the bidirectional embeddings, overrides and isolates. The plain marks (LRM, RLM,
/// ALM) and ZWNJ/ZWJ are part of ordinary Urdu typing and stay.
fn misleading(c: char) -> bool {
    c.is_control()
        || matches!(
            c,
            '\u{202A}'..='\u{202E}'
                | '\u{2066}'..='\u{206F}'
                | '\u{FEFF}'
                | '\u{2028}'
                | '\u{2029}'
                | '\u{FFF9}'..='\u{FFFB}'
                | '\u{E0000}'..='\u{E007F}'
        )
}

/// What takes no ink. Between other letters such marks have their use; a text of nothing else says nothing.
fn unseen(c: char) -> bool {
    matches!(
        c,
        '\u{00AD}' | '\u{034F}' | '\u{061C}' | '\u{115F}' | '\u{1160}' | '\u{17B4}' | '\u{17B5}' | '\u{180B}'..='\u{180F}'
            | '\u{200B}'..='\u{200F}' | '\u{2060}'..='\u{2064}' | '\u{3164}' | '\u{FE00}'..='\u{FE0F}' | '\u{FFA0}'
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn folding_makes_spellings_meet() {
        assert_eq!(fold("مُحکمۂ خزانہ"), fold("محکمۂ خزانه"));
        assert_eq!(fold("كتاب علي ۱۲"), fold("کتاب علی 12"));
        assert_eq!(fold("Release OF\u{0}Funds"), "release of funds");
    }

    #[test]
    fn urdu_with_zwnj_stays_and_overrides_do_not() {
        assert_eq!(
            clean_line("  محکمہ\u{200C} خزانہ ", 50).as_deref(),
            Ok("محکمہ\u{200C} خزانہ")
        );
        assert_eq!(clean_line("abc\u{202E}fdp.exe", 50), Err(TextError::Forbidden));
        assert_eq!(clean_line(" \u{0} ", 50), Err(TextError::Forbidden));
        assert_eq!(clean_line("   ", 50), Err(TextError::Empty));
        assert_eq!(clean_line("\u{200B} \u{3164}\u{00AD}", 50), Err(TextError::Empty));
        assert_eq!(clean_line("a\u{E0041}", 50), Err(TextError::Forbidden));
        assert_eq!(clean_line("abcd", 3), Err(TextError::TooLong));
        assert_eq!(clean_line("Budget 🙂", 50).as_deref(), Ok("Budget 🙂"));
    }
}
