//! What templates are tried on: communications as an office writes them, of every form, in every language.

use super::communication::{Amended, Communication, Languages};
use chrono::NaiveDate;
use daftar_domain::drafting::{AmendmentKind, Block, Form};
use daftar_domain::office::{Classification, Priority};
use daftar_domain::templates::SampleKind;
use serde_json::{Value, json};

const SAMPLES: &str = include_str!("../../templates/samples.json");

impl Languages {
    /// Each alone, and both.
    pub const ALL: [Self; 3] = [Self::English, Self::Urdu, Self::Both];
}

/// A communication to try a template of a form on; `None` if the bundled samples are damaged.
pub fn sample(form: Form, language: Languages, kind: SampleKind) -> Option<Communication> {
    let issued = issued(form, language)?;
    Some(match kind {
        SampleKind::Issued => issued,
        SampleKind::Draft => Communication {
            number: None,
            date: None,
            verification: None,
            priority: Priority::MostImmediate,
            ..issued
        },
        SampleKind::Long => long(issued),
        SampleKind::Amending => Communication {
            amends: Some(Amended {
                how: AmendmentKind::Supersession,
                number: "F.8-2/2026-Bud-I/13".to_owned(),
                date: NaiveDate::from_ymd_opt(2026, 9, 21)?,
            }),
            ..issued
        },
    })
}

fn issued(form: Form, language: Languages) -> Option<Communication> {
    let samples: Value = serde_json::from_str(SAMPLES).ok()?;
    let mut fields = samples["common"].as_object()?.clone();
    fields.extend(samples["forms"][form.as_str()].as_object()?.clone());
    fields.insert("form".to_owned(), json!(form));
    fields.insert("language".to_owned(), json!(language));
    serde_json::from_value(Value::Object(fields)).ok()
}

/// The same, secret and immediate, and of some pages.
fn long(mut issued: Communication) -> Communication {
    issued.classification = Classification::Secret;
    issued.priority = Priority::Immediate;
    for text in [&mut issued.text.en, &mut issued.text.ur] {
        let once = text.blocks.clone();
        let paragraphs = once
            .into_iter()
            .filter(|block| matches!(block, Block::Paragraph { .. }));
        let more: Vec<Block> = paragraphs.collect();
        let most = more.len().min(1) * 24;
        text.blocks.extend(more.into_iter().cycle().take(most));
    }
    issued
}
