//! Canonical JSON, read strictly.

use crate::ledger::canonical_json;
use serde_json::Value;
use unicode_normalization::is_nfc;

/// Reads canonical JSON, and nothing else.
///
/// # Errors
/// Why it is none.
pub fn canonical(text: &str) -> Result<Value, &'static str> {
    let value = canonical_form(text)?;
    if !text.is_ascii() && !is_normal(&value) {
        Err("its text is not in normal form C")
    } else {
        Ok(value)
    }
}

/// The same for a value that holds JSON as a text: an escape in that one is no text before a mark that combines.
///
/// # Errors
/// Why it is none.
pub fn canonical_form(text: &str) -> Result<Value, &'static str> {
    let value: Value = serde_json::from_str(text).map_err(|_| "it is not JSON")?;
    // A key that stands twice is lost on the way, and the rest shows it.
    if canonical_json(&value) == text {
        Ok(value)
    } else {
        Err("it is not canonical JSON")
    }
}

/// Whether every text in a value is in normal form C. The JSON around the texts need not be: an escape before a mark
/// that combines is not the letter that the two look like.
fn is_normal(value: &Value) -> bool {
    match value {
        Value::String(text) => is_nfc(text),
        Value::Array(items) => items.iter().all(is_normal),
        Value::Object(map) => map.iter().all(|(key, value)| is_nfc(key) && is_normal(value)),
        Value::Null | Value::Bool(_) | Value::Number(_) => true,
    }
}
