//! Writes a communication of every form in every language, for looking at and for foreign verifiers:
//! `cargo run -p daftar-documents --example typeset -- FOLDER`.
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
    for form in Form::ALL {
        for (language, name) in LANGUAGES {
            write(
                &typesetter,
                &folder,
                &format!("{form}.{name}"),
                &sample(*form, language),
            );
        }
    }
    for (language, name) in LANGUAGES {
        write(&typesetter, &folder, &format!("draft.{name}"), &draft(language));
        write(&typesetter, &folder, &format!("secret.{name}"), &secret(language));
    }
}

fn write(typesetter: &Typesetter, folder: &Path, name: &str, communication: &Communication) {
    let start = Instant::now();
    match typesetter.typeset(communication, None) {
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
