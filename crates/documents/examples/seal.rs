//! Signs PDFs with an office and officers made up for the occasion: what `tools/verify-documents` gives to verifiers from
//! outside.
//!
//! ```text
//! seal letters FOLDER      writes letters, and pages that have annotations, into a folder
//! seal sign FOLDER OUT     signs every PDF of a folder into another one
//! ```
//!
//! Beside the signed documents stand `root.pem`, `issuing.pem`, `crl.der`, and `foreign.pem`, a root that signed nothing.
#![allow(missing_docs, clippy::print_stdout, clippy::disallowed_methods)]

use chrono::{DateTime, Utc};
use daftar_documents::letter::Letter;
use daftar_documents::pades::{self, Seal};
use daftar_documents::pki::{Certificate, Crl, Issuer, Revoked, RevokedFor, Serial, Subject, Term, root};
use p256::ecdsa::signature::Signer as _;
use p256::ecdsa::{Signature, SigningKey};
use pdf_writer::types::{ActionType, AnnotationType};
use pdf_writer::{Finish as _, Name, Pdf, Rect, Ref, Str};
use std::error::Error;
use std::path::{Path, PathBuf};
use std::time::{Instant, SystemTime};
use std::{env, fs};

const OFFICE: &str = "محکمہ آبپاشی، حکومت پنجاب";

/// Whose signatures they are: in English and in Urdu.
const OFFICERS: [(&str, &str, &str); 2] = [
    ("Muhammad Aslam", "Section Officer (Works)", "Irrigation Department"),
    ("عائشہ خان", "سیکشن افسر تعمیرات", "محکمہ آبپاشی"),
];

struct Key(SigningKey);

impl Key {
    fn new() -> Result<Self, Box<dyn Error>> {
        Ok(Self(SigningKey::from_slice(&rand::random::<[u8; 32]>())?))
    }

    fn public(&self) -> Vec<u8> {
        self.0.verifying_key().to_encoded_point(false).as_bytes().to_vec()
    }

    fn sign(&self, message: &[u8]) -> Vec<u8> {
        let signature: Signature = self.0.sign(message);
        signature.to_der().as_bytes().to_vec()
    }
}

struct Authority {
    root: Certificate,
    issuing: Certificate,
    crls: Vec<Crl>,
    key: Key,
}

fn now() -> DateTime<Utc> {
    SystemTime::now().into()
}

fn serial() -> Serial {
    Serial::from_random(rand::random())
}

impl Authority {
    fn new() -> Result<Self, Box<dyn Error>> {
        let (root_key, key, now) = (Key::new()?, Key::new()?, now());
        let root = root(OFFICE, &root_key.public(), serial(), Term::days(now, 3652), |m| {
            root_key.sign(m)
        })?;
        let above = Issuer::new(&root, "https://office.example/api/v1/certificates/root-crl")?;
        let term = Term::days(now, 1826);
        let issuing = above.authority(OFFICE, &key.public(), serial(), term, |m| root_key.sign(m))?;
        let revoked = Revoked {
            serial: serial(),
            at: now,
            reason: RevokedFor::AffiliationChanged,
        };
        let crls = vec![
            above.crl(1, Term::days(now, 365), &[], |m| root_key.sign(m))?,
            Issuer::new(&issuing, "")?.crl(1, Term::days(now, 30), &[revoked], |m| key.sign(m))?,
        ];
        Ok(Self {
            root,
            issuing,
            crls,
            key,
        })
    }

    fn certify(&self, (person, title, unit): (&str, &str, &str), key: &Key) -> Result<Certificate, Box<dyn Error>> {
        let issuer = Issuer::new(&self.issuing, "https://office.example/api/v1/certificates/crl")?;
        let subject = Subject {
            person,
            title,
            unit,
            office: OFFICE,
        };
        let term = Term::days(now(), 730);
        Ok(issuer.officer(subject, &key.public(), serial(), term, |m| self.key.sign(m))?)
    }
}

fn letters(folder: &Path) -> Result<(), Box<dyn Error>> {
    let letter = |paragraphs: usize| Letter {
        letterhead: vec!["GOVERNMENT OF THE PUNJAB".into(), "IRRIGATION DEPARTMENT".into()],
        reference: "No. SO(W)1-2/2026".into(),
        date: "Lahore, the 26th November, 2026".into(),
        addressee: vec!["The Secretary,".into(), "Finance Department, Lahore.".into()],
        subject: "Release of funds for lining of the Bhakkar distributary".into(),
        paragraphs: vec!["I am directed to state that the work is in progress.".into(); paragraphs],
        signature: vec!["(Muhammad Aslam)".into(), "Section Officer (Works)".into()],
        ..Letter::default()
    };
    write(folder, "letter.pdf", letter(2).to_pdf())?;
    write(folder, "long-letter.pdf", letter(60).to_pdf())?;
    write(folder, "annotated.pdf", annotated(false))?;
    write(folder, "annotated-apart.pdf", annotated(true))
}

/// A page with a link, its list of annotations in the page or apart.
fn annotated(apart: bool) -> Vec<u8> {
    let [catalog, tree, page, link, list, content] = [1, 2, 3, 4, 5, 6].map(Ref::new);
    let mut pdf = Pdf::new();
    pdf.catalog(catalog).pages(tree);
    pdf.pages(tree).kids([page]).count(1);
    let mut writer = pdf.page(page);
    writer
        .parent(tree)
        .media_box(Rect::new(0.0, 0.0, 595.0, 842.0))
        .contents(content);
    writer.resources();
    if apart {
        writer.pair(Name(b"Annots"), list);
    } else {
        writer.annotations([link]);
    }
    // So that the list is not the last thing of the page.
    writer.user_unit(1.0);
    writer.finish();
    if apart {
        pdf.indirect(list).array().item(link);
    }
    let mut writer = pdf.annotation(link);
    writer
        .subtype(AnnotationType::Link)
        .rect(Rect::new(50.0, 50.0, 90.0, 90.0));
    writer
        .action()
        .action_type(ActionType::Uri)
        .uri(Str(b"https://office.example/verify"));
    writer.finish();
    pdf.stream(content, b"50 50 40 40 re S 60 60 20 20 re f");
    pdf.finish()
}

/// A document with its name.
type Document = (String, Vec<u8>);

fn documents(folder: &Path) -> Result<Vec<Document>, Box<dyn Error>> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if let Some(name) = path.file_name().and_then(|name| name.to_str())
            && path.extension().is_some_and(|extension| extension == "pdf")
        {
            found.push((name.to_owned(), fs::read(&path)?));
        }
    }
    found.sort();
    Ok(found)
}

fn main() -> Result<(), Box<dyn Error>> {
    let arguments: Vec<PathBuf> = env::args_os().skip(1).map(PathBuf::from).collect();
    match arguments.iter().map(PathBuf::as_path).collect::<Vec<_>>()[..] {
        [what, folder] if what == Path::new("letters") => letters(folder),
        [what, folder, out] if what == Path::new("sign") => sign_all(folder, out),
        _ => Err("seal letters FOLDER, or seal sign FOLDER OUT".into()),
    }
}

fn sign_all(folder: &Path, out: &Path) -> Result<(), Box<dyn Error>> {
    let authority = Authority::new()?;
    let foreign = Authority::new()?;
    write(out, "root.pem", authority.root.to_pem()?)?;
    write(out, "issuing.pem", authority.issuing.to_pem()?)?;
    write(out, "foreign.pem", foreign.root.to_pem()?)?;
    write(out, "crl.der", authority.crls[1].der())?;
    let chain = [authority.issuing.clone(), authority.root.clone()];
    for (at, (name, pdf)) in documents(folder)?.into_iter().enumerate() {
        let key = Key::new()?;
        let officer = OFFICERS[at % OFFICERS.len()];
        let certificate = authority.certify(officer, &key)?;
        let seal = Seal {
            certificate: &certificate,
            chain: &chain,
            crls: &authority.crls,
            stamper: None,
            at: now(),
            name: officer.0,
            reason: "Issued by the office",
            location: "Lahore",
        };
        let began = Instant::now();
        let signed = pades::sign(&pdf, &seal, |message| key.sign(message)).map_err(|why| format!("{name}: {why}"))?;
        let took = began.elapsed();
        if !pades::inspect(&signed, &authority.root)?
            .iter()
            .any(pades::SignatureFound::is_good)
        {
            return Err(format!("{name}: signed, and not good").into());
        }
        println!(
            "{name}: {} bytes and {} more, in {took:.1?}",
            pdf.len(),
            signed.len() - pdf.len()
        );
        write(out, &name, signed)?;
    }
    Ok(())
}

fn write(folder: &Path, name: &str, content: impl AsRef<[u8]>) -> Result<(), Box<dyn Error>> {
    fs::create_dir_all(folder)?;
    Ok(fs::write(folder.join(name), content)?)
}
