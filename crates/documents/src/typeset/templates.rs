//! The templates that come with the program: one for each form, and the library that they and an office's own use.

use crate::book::MOST_PICTURES;
use daftar_domain::drafting::Form;
use std::collections::HashMap;
use typst::syntax::{FileId, RootedPath, Source, VirtualPath, VirtualRoot};

const LIBRARY: [(&str, &str); 7] = [
    ("/daftar.typ", include_str!("../../templates/daftar.typ")),
    ("/language.typ", include_str!("../../templates/language.typ")),
    ("/book-words.typ", include_str!("../../templates/book/words.typ")),
    ("/words.typ", include_str!("../../templates/words.typ")),
    ("/sheet.typ", include_str!("../../templates/sheet.typ")),
    ("/body.typ", include_str!("../../templates/body.typ")),
    ("/parts.typ", include_str!("../../templates/parts.typ")),
];

/// The built-in sources, parsed once, and the names of the files that change with every communication.
pub(super) struct Templates {
    library: HashMap<FileId, Source>,
    forms: HashMap<Form, Source>,
    /// The template of a mail that came in.
    pub(super) mail: Source,
    /// The template of a whole file.
    pub(super) book: Source,
    /// The names of the pictures in it.
    pub(super) pictures: Vec<FileId>,
    /// The file of an office's own template.
    pub(super) own: FileId,
    /// The communication.
    pub(super) data: FileId,
    /// The code square of the verification.
    pub(super) square: FileId,
}

impl Templates {
    /// Parses the built-in templates; `None` if a name is no path.
    pub(super) fn built_in() -> Option<Self> {
        let library = LIBRARY.into_iter().map(|(path, text)| {
            let id = file(path)?;
            Some((id, Source::new(id, text.to_owned())))
        });
        let forms = Form::ALL.iter().map(|form| {
            let id = file(&format!("/forms/{form}.typ"))?;
            Some((*form, Source::new(id, of(*form).to_owned())))
        });
        Some(Self {
            library: library.collect::<Option<_>>()?,
            forms: forms.collect::<Option<_>>()?,
            mail: Source::new(file("/mail.typ")?, include_str!("../../templates/mail.typ").to_owned()),
            book: Source::new(
                file("/book.typ")?,
                include_str!("../../templates/book/book.typ").to_owned(),
            ),
            pictures: (0..MOST_PICTURES)
                .map(|at| file(&format!("/pictures/{at}.jpg")))
                .collect::<Option<_>>()?,
            own: file("/template.typ")?,
            data: file("/data.json")?,
            square: file("/qr.svg")?,
        })
    }

    pub(super) fn form(&self, form: Form) -> Option<Source> {
        self.forms.get(&form).cloned()
    }

    pub(super) fn library(&self, id: FileId) -> Option<Source> {
        self.library.get(&id).cloned()
    }
}

/// Names are interned for ever: only these fixed ones are made.
fn file(path: &str) -> Option<FileId> {
    let path = VirtualPath::new(path).ok()?;
    Some(RootedPath::new(VirtualRoot::Project, path).intern())
}

const fn of(form: Form) -> &'static str {
    match form {
        Form::Letter => include_str!("../../templates/forms/letter.typ"),
        Form::OfficeMemorandum => include_str!("../../templates/forms/office_memorandum.typ"),
        Form::DemiOfficial => include_str!("../../templates/forms/demi_official.typ"),
        Form::UoNote => include_str!("../../templates/forms/uo_note.typ"),
        Form::Memorandum => include_str!("../../templates/forms/memorandum.typ"),
        Form::Endorsement => include_str!("../../templates/forms/endorsement.typ"),
        Form::Notification => include_str!("../../templates/forms/notification.typ"),
        Form::OfficeOrder => include_str!("../../templates/forms/office_order.typ"),
        Form::Circular => include_str!("../../templates/forms/circular.typ"),
        Form::Resolution => include_str!("../../templates/forms/resolution.typ"),
        Form::PressNote => include_str!("../../templates/forms/press_note.typ"),
    }
}
