//! Trying a template on samples.

use super::fault::{Fault, SampleOf, TemplateFault, failed};
use crate::office::{Error, Office, permit};
use daftar_documents::typeset::{Communication, Languages, OwnTypeset, Typeset, sample};
use daftar_domain::access::{Action, Officer, Standing};
use daftar_domain::drafting::Form;
use daftar_domain::templates::{SampleKind, Source};

/// Prints a sample with the words of a template, and keeps nothing.
///
/// # Errors
/// What [`Source::check`] refuses, and [`Error::Template`].
pub async fn preview_template(
    office: &Office,
    officer: &Officer,
    form: Form,
    source: &str,
    on: SampleOf,
) -> Result<Typeset, Error> {
    let permitted = permit(officer, Action::ManageTemplates, Standing::GENERAL, None);
    office.logged(officer, permitted).await?;
    let source = Source::check(source).map_err(Error::refused)?;
    Ok(set(office, form, source.as_str(), on).await?.typeset)
}

/// Sets every sample of a form with a template: nothing that fails on one, or hides what must be seen, is put in force.
pub(super) async fn tried(office: &Office, form: Form, source: &str) -> Result<(), Error> {
    for language in Languages::ALL {
        for kind in SampleKind::ALL {
            let on = SampleOf { kind: *kind, language };
            let set = set(office, form, source, on).await?;
            if !set.hidden.is_empty() {
                return Err(Error::Template(Box::new(TemplateFault {
                    fault: Fault::Hides(set.hidden),
                    sample: Some(on),
                })));
            }
        }
    }
    Ok(())
}

async fn set(office: &Office, form: Form, source: &str, on: SampleOf) -> Result<OwnTypeset, Error> {
    let communication: Option<Communication> = sample(form, on.language, on.kind);
    let communication = communication.ok_or_else(|| Error::Internal("the samples are damaged".to_owned()))?;
    let set = office.press().apart().set(source, &communication).await;
    set.map_err(|error| failed(error, Some(on)))
}
