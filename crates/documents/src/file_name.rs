//! Names of uploaded files, made harmless.

use crate::MediaType;

/// The longest stem, in characters.
const LONGEST: usize = 120;

/// A name that is safe to show, to store and to offer for saving: the last part of a path, without
/// control and direction characters, ending as its type ends. What is left of a name that was
/// nothing but tricks is `document`.
pub fn clean_file_name(name: &str, media_type: MediaType) -> String {
    let last = name.rsplit(['/', '\\']).next().unwrap_or_default();
    let shown: String = last.chars().filter(|c| !misleading(*c)).collect();
    let stem = match shown.rsplit_once('.') {
        Some((stem, ending)) if known_ending(ending) => stem,
        _ => &shown,
    };
    let stem: String = stem
        .trim_matches(|c: char| c == '.' || c.is_whitespace())
        .chars()
        .take(LONGEST)
        .collect();
    let stem = if stem.is_empty() { "document" } else { stem.trim_end() };
    format!("{stem}{}", media_type.ending())
}

fn known_ending(ending: &str) -> bool {
    ["pdf", "jpg", "jpeg", "png", "tif", "tiff"]
        .iter()
        .any(|known| known.eq_ignore_ascii_case(ending))
}

/// Controls, characters that steer direction or are not seen, and what file systems and headers trip over.
fn misleading(c: char) -> bool {
    c.is_control()
        || matches!(
            c,
            '\u{200B}' | '\u{200E}' | '\u{200F}' | '\u{061C}' | '\u{2028}' | '\u{2029}' | '\u{202A}'..='\u{202E}'
                | '\u{2060}'..='\u{206F}' | '\u{FEFF}' | '"' | '<' | '>' | '|' | ':' | '*' | '?'
        )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_made_harmless() {
        for (given, kept) in [
            ("letter.pdf", "letter.pdf"),
            ("../../etc/passwd", "passwd.pdf"),
            ("C:\\Users\\x\\Scan 12.PDF", "Scan 12.pdf"),
            ("invoice\u{202E}fdp.exe", "invoicefdp.exe.pdf"),
            ("a\r\nSet-Cookie: x.pdf", "aSet-Cookie x.pdf"),
            ("..", "document.pdf"),
            ("", "document.pdf"),
            ("\u{0}\u{7}.pdf", "document.pdf"),
            ("بجٹ.pdf", "بجٹ.pdf"),
            ("v1.2 draft", "v1.2 draft.pdf"),
        ] {
            assert_eq!(clean_file_name(given, MediaType::Pdf), kept, "{given:?}");
        }
    }

    #[test]
    fn a_long_name_is_cut_and_keeps_its_ending() {
        let name = clean_file_name(&"ب".repeat(5000), MediaType::Tiff);
        assert_eq!(name.chars().count(), 124);
        assert_eq!(&name[name.len() - 4..], ".tif");
    }
}
