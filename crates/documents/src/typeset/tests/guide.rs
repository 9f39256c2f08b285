//! docs/templates.md says what is true.

use super::*;
use serde_json::Value;

const GUIDE: &str = include_str!("../../../../../docs/templates.md");

fn example(language: &str) -> &'static str {
    let start = GUIDE.split_once(&format!("```{language}\n")).unwrap().1;
    start.split_once("\n```").unwrap().0
}

#[test]
fn the_example_in_the_guide_has_every_field_and_can_be_set() {
    let written: Value = serde_json::from_str(example("json")).unwrap();
    let communication: Communication = serde_json::from_value(written.clone()).unwrap();
    let complete = serde_json::to_value(&communication).unwrap();
    assert_eq!(shape(&written), shape(&complete));
    TYPESETTER.typeset(&communication, None).unwrap();
}

#[test]
fn the_template_in_the_guide_can_be_used() {
    let communication: Communication = serde_json::from_str(example("json")).unwrap();
    TYPESETTER.typeset(&communication, Some(example("typst"))).unwrap();
}

/// The names of all fields, the text apart: its blocks leave out what is usual.
fn shape(value: &Value) -> Value {
    match value {
        Value::Object(fields) => {
            let inner = fields.iter().filter(|(key, _)| *key != "text");
            inner
                .map(|(key, field)| (key.clone(), shape(field)))
                .collect::<serde_json::Map<_, _>>()
                .into()
        }
        Value::Array(items) => items.iter().map(shape).collect::<Vec<_>>().into(),
        _ => Value::Null,
    }
}
