//! Lists as CSV, for spreadsheets.

use super::Error;
use bytes::Bytes;

/// What makes spreadsheets read UTF-8.
const BYTE_ORDER_MARK: &str = "\u{FEFF}";

/// Some rows; with a head they are the first of their sheet.
pub(crate) fn sheet<const N: usize>(
    head: Option<&[&str; N]>,
    rows: impl IntoIterator<Item = [String; N]>,
) -> Result<Bytes, Error> {
    let failed = |error: csv::Error| Error::Internal(error.to_string());
    let begin = head.map_or_else(Vec::new, |_| BYTE_ORDER_MARK.as_bytes().to_vec());
    let mut writer = csv::WriterBuilder::new()
        .terminator(csv::Terminator::CRLF)
        .from_writer(begin);
    if let Some(head) = head {
        writer.write_record(head).map_err(failed)?;
    }
    for row in rows {
        writer.write_record(row).map_err(failed)?;
    }
    let text = writer
        .into_inner()
        .map_err(|error| Error::Internal(error.to_string()))?;
    Ok(text.into())
}

/// A text that no spreadsheet takes for a formula: an apostrophe before whatever begins one.
pub(crate) fn harmless(text: &str) -> String {
    if text.starts_with(['=', '+', '-', '@', '\t', '\r']) {
        format!("'{text}")
    } else {
        text.to_owned()
    }
}

#[cfg(test)]
mod tests {
    use super::harmless;

    #[test]
    fn formulas_are_text() {
        for formula in ["=HYPERLINK(\"x\")", "+1", "-1", "@SUM(A1)", "\tx", "\rx"] {
            assert_eq!(harmless(formula), format!("'{formula}"));
        }
        assert_eq!(harmless("Re: 2 = 1 + 1"), "Re: 2 = 1 + 1");
        assert_eq!(harmless(""), "");
    }
}
