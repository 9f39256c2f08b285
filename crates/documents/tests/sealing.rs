//! Signing documents, and looking at signed ones: ours, changed ones, and nonsense.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod common;

use chrono::TimeDelta;
use common::authority::{Authority, ISSUING, Key, OFFICER, day, issue};
use common::{letter, program, put, store};
use daftar_documents::pades::{self, SealError, SignatureFound};
use daftar_documents::pki::{Certificate, PkiError, Trust, trust};
use daftar_documents::{Digest, Drawing, LARGEST, Previews};
use proptest::prelude::*;
use std::fmt::Write as _;
use std::sync::LazyLock;

static OFFICE: LazyLock<Authority> = LazyLock::new(|| Authority::new("Government of the Punjab"));
static SIGNED: LazyLock<Vec<u8>> = LazyLock::new(|| OFFICE.sign(&letter()).unwrap());

fn only(pdf: &[u8], root: &Certificate) -> SignatureFound {
    let [found] = <[_; 1]>::try_from(pades::inspect(pdf, root).unwrap()).unwrap();
    found
}

/// Whether somebody who trusts the root would take it for ours, whole and unchanged.
fn is_good(pdf: &[u8]) -> bool {
    pades::inspect(pdf, &OFFICE.root).is_ok_and(|found| found.iter().any(SignatureFound::is_good))
}

/// A page whose objects are listed by a stream, as Typst writes them.
fn listed_by_a_stream() -> Vec<u8> {
    let objects = [
        "1 0 obj\n<</Type/Catalog/Pages 2 0 R>>\nendobj\n",
        "2 0 obj\n<</Type/Pages/Kids[3 0 R]/Count 1>>\nendobj\n",
        "3 0 obj\n<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<<>>/Annots[<</Type/Annot/Subtype/Link\
         /Rect[0 0 9 9]>>]/UserUnit 1.0>>\nendobj\n",
    ];
    let (mut pdf, mut list) = (String::from("%PDF-1.7\n"), vec![0; 7]);
    for object in objects {
        list.extend_from_slice(&[1]);
        list.extend_from_slice(&u32::try_from(pdf.len()).unwrap().to_be_bytes());
        list.extend_from_slice(&[0, 0]);
        pdf.push_str(object);
    }
    let start = pdf.len();
    list.extend_from_slice(&[1]);
    list.extend_from_slice(&u32::try_from(start).unwrap().to_be_bytes());
    list.extend_from_slice(&[0, 0]);
    let hex = list.iter().fold(String::new(), |mut hex, byte| {
        write!(hex, "{byte:02x}").unwrap();
        hex
    });
    let head = format!(
        "/Type/XRef/Size 5/W[1 4 2]/Root 1 0 R/ID[<0011><0022>]/Filter/ASCIIHexDecode/Length {}",
        hex.len() + 1
    );
    write!(
        pdf,
        "4 0 obj\n<<{head}>>\nstream\n{hex}>\nendstream\nendobj\nstartxref\n{start}\n%%EOF"
    )
    .unwrap();
    pdf.into_bytes()
}

#[tokio::test]
async fn a_process_of_its_own_says_the_same_of_signatures() {
    let (_folder, store) = store().await;
    let strangers = Authority::new("Somebody else").root;
    let mut changed = SIGNED.clone();
    changed[600] ^= 1;
    let none: &[&str] = &[];
    let letter = letter();
    let papers = [
        (&*SIGNED, &OFFICE.root, none, vec![true]),
        (&*SIGNED, &strangers, none, vec![false]),
        (&changed, &OFFICE.root, none, vec![false]),
        (&letter, &OFFICE.root, none, Vec::new()),
        // A reader that goes wrong has found nothing.
        (&*SIGNED, &OFFICE.root, &["greedy"], Vec::new()),
    ];
    for (number, (paper, root, habits, expected)) in papers.into_iter().enumerate() {
        let previews = Previews::new(store.clone(), 1, Drawing::Apart(program(habits)));
        let stored = put(&store, paper, LARGEST).await.unwrap();
        let good = previews.signatures(stored.digest, root.der()).await.unwrap();
        assert_eq!(good, expected, "{number}");
    }
}

#[test]
fn a_signed_document_is_good_and_begins_with_what_was_signed() {
    for pdf in [letter(), listed_by_a_stream()] {
        let signed = OFFICE.sign(&pdf).unwrap();
        assert!(signed.starts_with(&pdf));
        let found = only(&signed, &OFFICE.root);
        assert!(found.is_good(), "{found:?}");
        assert_eq!(found.signer.der(), OFFICE.officer.der());
        assert_eq!(found.signed_at, day() + TimeDelta::hours(1));
        assert_eq!(found.revision_digest, Digest::of(&signed));
        let revision = String::from_utf8_lossy(&signed[pdf.len()..]);
        assert_eq!(revision.matches("startxref").count(), 1, "one revision");
        assert_eq!(
            revision.contains("\nxref\n"),
            pdf == letter(),
            "as the one before lists its objects"
        );
    }
}

#[test]
fn an_annotation_stays_beside_the_signature() {
    let signed = OFFICE.sign(&listed_by_a_stream()).unwrap();
    let revision = String::from_utf8_lossy(&signed);
    assert!(
        revision.contains("/Rect[0 0 9 9]>> 11 0 R]/UserUnit 1.0>>"),
        "{revision}"
    );
}

#[test]
fn another_key_an_old_certificate_and_a_second_signature_are_refused() {
    let at = day() + TimeDelta::hours(1);
    let wrong = OFFICE.sign_with(&letter(), &OFFICE.crls, at, ISSUING);
    assert_eq!(wrong, Err(SealError::Certificate(PkiError::WrongKey)));
    for early_or_late in [day() - TimeDelta::hours(1), day() + TimeDelta::days(731)] {
        let refused = OFFICE.sign_with(&letter(), &OFFICE.crls, early_or_late, OFFICER);
        assert_eq!(refused, Err(SealError::CertificateNotValid));
    }
    assert_eq!(OFFICE.sign(&SIGNED), Err(SealError::HasForm));
    assert_eq!(
        OFFICE.sign(b"%PDF-1.7\nstartxref\n9\n%%EOF"),
        Err(SealError::Unreadable)
    );
}

#[test]
fn bytes_that_were_added_or_taken_away_are_seen() {
    let more = [SIGNED.as_slice(), b"% more"].concat();
    let found = only(&more, &OFFICE.root);
    assert!(found.intact && !found.covers_whole_document && !found.is_good());
    assert!(!is_good(&SIGNED[..SIGNED.len() - 1]));
}

#[test]
fn a_byte_that_was_changed_anywhere_is_seen() {
    for at in (0..SIGNED.len()).step_by(23) {
        let mut changed = SIGNED.clone();
        changed[at] ^= 0x10;
        // What pads the place of the signature is the one part that no signature can cover; it is not read either.
        assert!(!is_good(&changed), "the byte at {at}");
    }
}

#[test]
fn a_digit_that_was_changed_anywhere_in_the_signature_is_seen() {
    let gap = SIGNED.windows(10).position(|window| window == b"/Contents<").unwrap() + 10;
    for at in (gap..gap + 5200).step_by(3) {
        let mut changed = SIGNED.clone();
        changed[at] = if changed[at] == b'1' { b'2' } else { b'1' };
        assert!(!is_good(&changed), "the digit at {}", at - gap);
    }
}

#[test]
fn nothing_hides_in_the_place_of_the_signature() {
    let gap = SIGNED.windows(10).position(|window| window == b"/Contents<").unwrap() + 10;
    let mut hidden = SIGNED.clone();
    let words = b"> (paid to another) <";
    hidden[gap + 9000..gap + 9000 + words.len()].copy_from_slice(words);
    assert!(!is_good(&hidden));
}

#[test]
fn a_foreign_root_does_not_trust_it() {
    let other = Authority::new("Government of Sindh");
    let found = only(&SIGNED, &other.root);
    assert!(found.intact && !found.is_good());
    assert_eq!(found.trust, Trust::Unknown);
}

#[test]
fn what_was_revoked_by_then_or_has_no_list_is_not_trusted() {
    let at = day() + TimeDelta::hours(1);
    let trust_with = |crls: &[_], at| {
        let signed = OFFICE.sign_with(&letter(), crls, at, OFFICER).unwrap();
        only(&signed, &OFFICE.root).trust
    };
    let root_list = OFFICE.crls[0].clone();
    let revoked_before = OFFICE.revoking(day());
    assert_eq!(trust_with(&[root_list.clone(), revoked_before], at), Trust::Revoked);
    let revoked_after = OFFICE.revoking(day() + TimeDelta::hours(2));
    assert_eq!(trust_with(&[root_list.clone(), revoked_after], at), Trust::Trusted);
    assert_eq!(trust_with(std::slice::from_ref(&root_list), at), Trust::Unlisted);
    let next_month = day() + TimeDelta::days(40);
    assert_eq!(
        trust_with(&OFFICE.crls, next_month),
        Trust::Unlisted,
        "the list is too old"
    );
    let foreign = Authority::new("Government of Sindh").list(day(), &[]);
    assert_eq!(trust_with(&[root_list, foreign], at), Trust::Unlisted);
}

#[test]
fn an_officer_certifies_nobody() {
    // The mathematics is right: only the certificate says that its key may not issue others.
    let (officer, other) = (Key::new(OFFICER), Key::new(9));
    let refused = std::panic::catch_unwind(|| issue(&OFFICE.officer, &officer, &other));
    assert!(
        refused.is_err(),
        "an officer's certificate was taken for an authority's"
    );
    let below = Authority::new("Government of the Punjab");
    let chain = [below.issuing.clone()];
    assert_eq!(
        trust(&below.officer, &chain, &below.crls, &below.root, day()),
        Trust::Trusted
    );
    assert_eq!(
        trust(&below.issuing, &chain, &below.crls, &below.root, day()),
        Trust::Unknown
    );
    assert_eq!(
        trust(&below.officer, &[], &below.crls, &below.root, day()),
        Trust::Unknown,
        "without what lies between"
    );
}

#[test]
fn the_same_inputs_make_the_same_certificates_and_lists() {
    let again = Authority::new("Government of the Punjab");
    assert_eq!(again.officer.der(), OFFICE.officer.der());
    assert_eq!(again.crls[1].der(), OFFICE.crls[1].der());
    assert_eq!(again.sign(&letter()).unwrap(), *SIGNED);
    assert_eq!(again.officer.title().as_deref(), Some("Section Officer (Works)"));
    assert_eq!(Certificate::from_der(again.root.der()).unwrap(), OFFICE.root);
    assert_eq!(Certificate::from_der(&again.root.der()[1..]), Err(PkiError::Malformed));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    /// Cut, repeated, overwritten: it is read or refused, never good, and nothing panics.
    #[test]
    fn mutilated_documents_are_never_good(
        cuts in prop::collection::vec((any::<prop::sample::Index>(), any::<prop::sample::Index>(), 0..4_u8, any::<u8>()), 1..6),
    ) {
        let mut bytes = SIGNED.clone();
        for (from, length, how, byte) in cuts {
            if bytes.is_empty() {
                break;
            }
            let from = from.index(bytes.len());
            let until = (from + length.index(400)).min(bytes.len());
            let part = bytes[from..until].to_vec();
            match how {
                0 => drop(bytes.drain(from..until)),
                1 => drop(bytes.splice(from..from, part)),
                2 => bytes[from..until].fill(byte),
                _ => bytes[from] = byte,
            }
        }
        prop_assert!(bytes == *SIGNED || !is_good(&bytes));
        // Signing is given our own documents only; it must not panic either.
        let _ = OFFICE.sign(&bytes).is_ok();
    }

    #[test]
    fn nonsense_is_no_certificate_and_no_list(bytes in prop::collection::vec(any::<u8>(), 0..300), at in 0..400_usize) {
        prop_assert!(Certificate::from_der(&bytes).is_err());
        let mut changed = OFFICE.officer.der().to_vec();
        let at = at % changed.len();
        changed[at] ^= bytes.first().copied().unwrap_or(1).max(1);
        if let Ok(read) = Certificate::from_der(&changed) {
            prop_assert!(!OFFICE.issuing.issued(&read));
        }
    }
}
