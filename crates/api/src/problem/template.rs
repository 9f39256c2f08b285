//! What is wrong with a template, for whoever mends it.

use crate::office::words;
use daftar_application::templates::{Fault, TemplateFault, languages_word};
use daftar_domain::drafting::Languages;
use daftar_domain::templates::{SampleKind, Shown};
use serde::Serialize;
use utoipa::ToSchema;

/// What is wrong with a template.
#[derive(Debug, Serialize, ToSchema)]
#[schema(example = json!({
    "sample": {"kind": "issued", "language": "en"}, "hidden": [],
    "mistakes": [{"line": 4, "column": 2, "message": "unknown variable: leterhead", "hint": null}],
}))]
pub(super) struct TemplateProblem {
    /// What it was tried on; none for a communication of the office.
    #[schema(required = true)]
    sample: Option<TriedSample>,
    /// What it got wrong.
    mistakes: Vec<TemplateMistake>,
    /// What it does not show.
    #[schema(value_type = Vec<words::TemplateShown>)]
    hidden: Vec<Shown>,
}

/// What a template was tried on.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct TriedSample {
    #[schema(value_type = words::TemplateSample)]
    kind: SampleKind,
    #[schema(value_type = words::CommunicationLanguages)]
    language: Languages,
}

/// A mistake in a template, in the words of Typst.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct TemplateMistake {
    /// From 1.
    line: usize,
    /// In characters, from 1.
    column: usize,
    message: String,
    /// What may help.
    #[schema(required = true)]
    hint: Option<String>,
}

impl From<&TemplateFault> for TemplateProblem {
    fn from(fault: &TemplateFault) -> Self {
        let (mut mistakes, mut hidden) = (Vec::new(), Vec::new());
        match &fault.fault {
            Fault::Broken(found) => mistakes.extend(found.iter().map(|mistake| TemplateMistake {
                line: mistake.line,
                column: mistake.column,
                message: mistake.message.clone(),
                hint: mistake.hint.clone(),
            })),
            Fault::Hides(what) => hidden.clone_from(what),
            Fault::Unprintable(_) | Fault::TooManyPages | Fault::TooSlow | Fault::TooLarge => {}
        }
        Self {
            sample: fault.sample.map(|sample| TriedSample {
                kind: sample.kind,
                language: languages_word(sample.language),
            }),
            mistakes,
            hidden,
        }
    }
}
