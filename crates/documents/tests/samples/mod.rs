//! Communications of every form, for tests and for looking at.

use daftar_documents::typeset::{Communication, Languages};
use daftar_domain::drafting::Form;
use serde_json::{Value, json};

/// The languages and how files are named after them.
pub(crate) const LANGUAGES: [(Languages, &str); 3] = [
    (Languages::English, "en"),
    (Languages::Urdu, "ur"),
    (Languages::Both, "both"),
];

/// A communication of a form as an office would write it.
pub(crate) fn sample(form: Form, language: Languages) -> Communication {
    let samples: Value = serde_json::from_str(include_str!("../../templates/samples.json")).expect("samples are JSON");
    let mut fields = samples["common"].as_object().expect("common fields").clone();
    fields.extend(
        samples["forms"][form.as_str()]
            .as_object()
            .expect("a sample of every form")
            .clone(),
    );
    fields.insert("form".to_owned(), json!(form));
    fields.insert("language".to_owned(), json!(language));
    serde_json::from_value(Value::Object(fields)).expect("samples keep the contract")
}
