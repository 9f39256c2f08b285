//! Numbers and Latin words within Urdu.
//!
//! The Unicode algorithm sets `12-11-2026` after an Urdu word as `2026-11-12`: after an Arabic letter the digits count as
//! Arabic numbers, and the hyphens between them as breaks that run from right to left. An invisible isolate around each
//! such piece keeps it as it was written. The SPA does the same on the screen.

use serde_json::Value;

const OPEN: char = '\u{2066}';
const CLOSE: char = '\u{2069}';
/// Words of the contract, not of the reader.
const KEYWORDS: [&str; 3] = ["type", "align", "style"];

/// Isolates what runs from left to right in every text of the data that is, or may stand within, Urdu.
pub(super) fn isolate_all(data: &mut Value, urdu: bool) {
    match data {
        Value::String(text) if urdu || text.chars().any(is_right_to_left) => *text = isolate(text),
        Value::Array(items) => items.iter_mut().for_each(|item| isolate_all(item, urdu)),
        Value::Object(fields) => {
            for (key, field) in fields.iter_mut().filter(|(key, _)| !KEYWORDS.contains(&key.as_str())) {
                isolate_all(field, urdu || key == "ur");
            }
        }
        _ => {}
    }
}

fn is_right_to_left(c: char) -> bool {
    matches!(c, '\u{590}'..='\u{8ff}' | '\u{fb1d}'..='\u{fdff}' | '\u{fe70}'..='\u{fefc}')
}

fn isolate(text: &str) -> String {
    let mut isolated = String::with_capacity(text.len() + 16);
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        let left_to_right = first.is_ascii() && first != '\n';
        let ends = |c: char| (c.is_ascii() && c != '\n') != left_to_right;
        let (piece, after) = rest.split_at(rest.find(ends).unwrap_or(rest.len()));
        if !left_to_right {
            isolated.push_str(piece);
        } else if piece.contains(|c: char| c.is_ascii_alphabetic()) {
            push_isolated(&mut isolated, piece);
        } else {
            // Numbers in a row read from the right: 1, 2, 3 are three pieces.
            piece
                .split_inclusive(", ")
                .for_each(|number| push_isolated(&mut isolated, number));
        }
        rest = after;
    }
    isolated
}

/// Isolates a piece without the space and punctuation at its edges: those belong to the Urdu around it.
fn push_isolated(isolated: &mut String, piece: &str) {
    let mut core = trimmed(piece);
    // A hyphen or stroke that touches an Urdu word joins it to the number; a sign stands free.
    if !isolated.ends_with(['\n', ' ']) && !isolated.is_empty() && piece.starts_with(core) {
        core = core.trim_start_matches(['-', '/']);
    }
    let simple = core.chars().all(|c| c.is_ascii_digit());
    if simple || !core.contains(|c: char| c.is_ascii_alphanumeric()) {
        isolated.push_str(piece);
        return;
    }
    let start = core.as_ptr() as usize - piece.as_ptr() as usize;
    let (before, after) = (&piece[..start], &piece[start + core.len()..]);
    isolated.push_str(before);
    isolated.push(OPEN);
    isolated.push_str(core);
    isolated.push(CLOSE);
    isolated.push_str(after);
}

fn trimmed(piece: &str) -> &str {
    let mut core = piece;
    loop {
        let next =
            core.trim_matches(|c: char| c.is_whitespace() || matches!(c, ',' | ';' | ':' | '!' | '?' | '"' | '\''));
        let next = next.strip_suffix('.').unwrap_or(next);
        let next = without_lone(next);
        if next.len() == core.len() {
            return core;
        }
        core = next;
    }
}

/// Takes a bracket away whose partner is on the other side of the edge.
fn without_lone(piece: &str) -> &str {
    let count = |bracket: char| piece.matches(bracket).count();
    for (open, close) in [('(', ')'), ('[', ']')] {
        if count(close) > count(open) && piece.ends_with(close) {
            return &piece[..piece.len() - 1];
        }
        if count(open) > count(close) && (piece.starts_with(open) || piece.ends_with(open)) {
            return if piece.starts_with(open) {
                &piece[1..]
            } else {
                &piece[..piece.len() - 1]
            };
        }
        // All of it in brackets: they are the Urdu's.
        if count(open) == 1 && piece.starts_with(open) && piece.ends_with(close) {
            return &piece[1..piece.len() - 1];
        }
    }
    piece
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn shown(text: &str) -> String {
        isolate(text).replace(OPEN, "<").replace(CLOSE, ">")
    }

    #[test]
    fn what_runs_from_left_to_right_is_isolated_without_its_surroundings() {
        for (text, expected) in [
            ("مورخہ 12-11-2026 کا", "مورخہ <12-11-2026> کا"),
            ("نمبر F.8-2/2026-Bud(I)، مورخہ", "نمبر <F.8-2/2026-Bud(I)>، مورخہ"),
            ("(بجٹ-1)", "(بجٹ-1)"),
            ("کمی -1.5 فیصد", "کمی <-1.5> فیصد"),
            ("مبلغ Rs. 5,000/- صرف", "مبلغ <Rs. 5,000/-> صرف"),
            ("(Budget Wing) ونگ", "(<Budget Wing>) ونگ"),
            ("(صفحہ 12)", "(صفحہ 12)"),
            ("پیرا 1, 2.5, 3", "پیرا 1, <2.5>, 3"),
            ("رقم 5%.", "رقم <5%>."),
            ("12-11-2026", "<12-11-2026>"),
            ("12\n13-14", "12\n<13-14>"),
            ("سال 2026ء - ختم", "سال 2026ء - ختم"),
        ] {
            assert_eq!(shown(text), expected);
        }
    }

    #[test]
    fn only_texts_are_touched() {
        let mut data = json!({"url": "https://x.pk/1-2", "ur": [{"type": "a-1", "text": "1-2"}], "en": "1-2 از"});
        isolate_all(&mut data, false);
        let expected = json!({
            "url": "https://x.pk/1-2",
            "ur": [{"type": "a-1", "text": "\u{2066}1-2\u{2069}"}],
            "en": "\u{2066}1-2\u{2069} از",
        });
        assert_eq!(data, expected);
    }
}
