//! Signs PDFs with an office and officers made up for the occasion: what `tools/verify-documents` gives to verifiers from
//! outside.
//!
//! ```text
//! seal OUT            signs letters of its own
//! seal OUT FOLDER     signs every PDF of a folder
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

fn letters() -> Vec<(String, Vec<u8>)> {
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
    [2, 60]
        .map(|paragraphs| (format!("letter-{paragraphs}.pdf"), letter(paragraphs).to_pdf()))
        .into()
}

fn documents(folder: Option<PathBuf>) -> Result<Vec<(String, Vec<u8>)>, Box<dyn Error>> {
    let Some(folder) = folder else {
        return Ok(letters());
    };
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
    let mut arguments = env::args_os().skip(1).map(PathBuf::from);
    let out = arguments.next().ok_or("seal OUT [FOLDER]")?;
    fs::create_dir_all(&out)?;
    let authority = Authority::new()?;
    let foreign = Authority::new()?;
    write(&out, "root.pem", authority.root.to_pem()?)?;
    write(&out, "issuing.pem", authority.issuing.to_pem()?)?;
    write(&out, "foreign.pem", foreign.root.to_pem()?)?;
    write(&out, "crl.der", authority.crls[1].der())?;
    let chain = [authority.issuing.clone(), authority.root.clone()];
    for (at, (name, pdf)) in documents(arguments.next())?.into_iter().enumerate() {
        let key = Key::new()?;
        let officer = OFFICERS[at % OFFICERS.len()];
        let certificate = authority.certify(officer, &key)?;
        let seal = Seal {
            certificate: &certificate,
            chain: &chain,
            crls: &authority.crls,
            at: now(),
            name: officer.0,
            reason: "Issued by the office",
            location: "Lahore",
        };
        let began = Instant::now();
        let signed = pades::sign(&pdf, &seal, |message| key.sign(message))?;
        let took = began.elapsed();
        let good = pades::inspect(&signed, &authority.root)?
            .iter()
            .all(pades::SignatureFound::is_good);
        println!(
            "{name}: {} bytes and {} more, {took:.1?}, good: {good}",
            pdf.len(),
            signed.len() - pdf.len()
        );
        write(&out, &name, signed)?;
    }
    Ok(())
}

fn write(folder: &Path, name: &str, content: impl AsRef<[u8]>) -> Result<(), Box<dyn Error>> {
    Ok(fs::write(folder.join(name), content)?)
}
