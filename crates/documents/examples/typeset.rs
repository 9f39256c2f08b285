//! Writes a communication of every form in every language, for looking at and for foreign verifiers:
//! `cargo run -p daftar-documents --example typeset -- FOLDER`. With a file of data after the folder, and perhaps a
//! template after that, it sets those instead: the workbench of who writes a template (docs/templates.md).
#![allow(clippy::expect_used, clippy::print_stdout)]

#[path = "../tests/samples/mod.rs"]
mod samples;

use daftar_documents::typeset::{Communication, Languages, Typesetter};
use daftar_domain::drafting::{Block, Form};
use daftar_domain::office::{Classification, Priority};
use samples::{LANGUAGES, sample};
use std::path::{Path, PathBuf};
use std::time::Instant;

fn main() {
    let folder = PathBuf::from(std::env::args().nth(1).expect("a folder to write to"));
    std::fs::create_dir_all(&folder).expect("the folder can be made");
    let typesetter = Typesetter::new().expect("faces and templates are whole");
    if let Some(data) = std::env::args().nth(2) {
        let data = std::fs::read(data).expect("the data can be read");
        let own = std::env::args()
            .nth(3)
            .map(|file| std::fs::read_to_string(file).expect("the template can be read"));
        let communication = serde_json::from_slice(&data).expect("the data keep the contract");
        return write(&typesetter, &folder, "own", &communication, own.as_deref());
    }
    for form in Form::ALL {
        for (language, name) in LANGUAGES {
            write(
                &typesetter,
                &folder,
                &format!("{form}.{name}"),
                &sample(*form, language),
                None,
            );
        }
    }
    for (language, name) in LANGUAGES {
        write(&typesetter, &folder, &format!("draft.{name}"), &draft(language), None);
        write(&typesetter, &folder, &format!("secret.{name}"), &secret(language), None);
    }
}

fn write(typesetter: &Typesetter, folder: &Path, name: &str, communication: &Communication, own: Option<&str>) {
    let start = Instant::now();
    match typesetter.typeset(communication, own) {
        Ok(set) => {
            let took = start.elapsed().as_millis();
            std::fs::write(folder.join(format!("{name}.pdf")), &set.pdf).expect("the folder can be written");
            println!("{name}: {} pages, {} KB, {took} ms", set.pages, set.pdf.len() / 1000);
        }
        Err(error) => println!("{name}: {error}"),
    }
}

fn draft(language: Languages) -> Communication {
    Communication {
        number: None,
        date: None,
        priority: Priority::MostImmediate,
        ..sample(Form::Letter, language)
    }
}

/// Three pages or more, with a table that goes over them.
fn secret(language: Languages) -> Communication {
    let mut letter = sample(Form::Letter, language);
    letter.classification = Classification::Secret;
    letter.priority = Priority::Immediate;
    for text in [&mut letter.text.en, &mut letter.text.ur] {
        for block in &mut text.blocks {
            if let Block::Table { rows, .. } = block {
                let more: Vec<_> = rows[1..].iter().cycle().take(60).cloned().collect();
                rows.extend(more);
            }
        }
        let numbered = text.blocks[2..].to_vec();
        text.blocks.extend(numbered);
    }
    letter
}
