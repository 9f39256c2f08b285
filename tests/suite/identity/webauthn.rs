//! The verifier of assertions and registrations, against an authenticator that lies in every way.

use daftar_domain::identity::webauthn::{
    Assertion, AssertionRefusal, NewCredential, PublicKey, RelyingParty, Verified, relying_party, verify_assertion,
    verify_registration,
};
use daftar_testing::{Answer, Authenticator, Lie};
use rstest::rstest;
use serde_json::{Value, json};

/// The digest of a note, say: not random, and not of 32 bytes by necessity.
const CHALLENGE: &[u8] = b"the digest of a note that is signed";

fn office() -> RelyingParty {
    relying_party("https://daftar.test").unwrap()
}

fn key(authenticator: &Authenticator) -> PublicKey {
    PublicKey::from_cose(&authenticator.public_key()).unwrap()
}

fn verified(key: &PublicKey, answer: &Answer, previous: u32) -> Result<Verified, AssertionRefusal> {
    let assertion = Assertion {
        authenticator_data: &answer.authenticator_data,
        client_data_json: &answer.client_data_json,
        signature: &answer.signature,
    };
    verify_assertion(key, CHALLENGE, &office(), &assertion, previous)
}

#[rstest]
#[case::challenge(Lie::OtherChallenge, AssertionRefusal::OtherChallenge)]
#[case::origin(Lie::OtherOrigin, AssertionRefusal::OtherOrigin)]
#[case::cross_origin(Lie::CrossOrigin, AssertionRefusal::CrossOrigin)]
#[case::host(Lie::OtherHost, AssertionRefusal::OtherRelyingParty)]
#[case::kind(Lie::OtherType, AssertionRefusal::OtherType)]
#[case::presence(Lie::NotPresent, AssertionRefusal::NotPresent)]
#[case::verification(Lie::NotVerified, AssertionRefusal::NotVerified)]
#[case::counter(Lie::CountsBack, AssertionRefusal::CounterBack)]
#[case::signature(Lie::SignsElse, AssertionRefusal::SignatureWrong)]
#[case::garbled(Lie::Garbled, AssertionRefusal::Malformed)]
fn every_lie_has_its_refusal(#[case] lie: Lie, #[case] refusal: AssertionRefusal) {
    let mut authenticator = Authenticator::new(3).counting_from(5);
    let key = key(&authenticator);
    let honest = authenticator.answer(CHALLENGE, None);
    assert_eq!(verified(&key, &honest, 5).unwrap().count, 6);
    let answer = authenticator.answer(CHALLENGE, Some(lie));
    assert_eq!(verified(&key, &answer, 6), Err(refusal));
}

#[test]
fn the_counter_must_go_on_unless_there_is_none() {
    let mut counting = Authenticator::new(3).counting_from(5);
    let answer = counting.answer(CHALLENGE, None);
    let of_counting = key(&counting);
    assert_eq!(verified(&of_counting, &answer, 0).unwrap().count, 6);
    assert_eq!(verified(&of_counting, &answer, 6), Err(AssertionRefusal::CounterBack));
    let mut without = Authenticator::new(3).counting_from(0);
    let answer = without.answer(CHALLENGE, None);
    assert_eq!(verified(&key(&without), &answer, 0).unwrap().count, 0);
    assert_eq!(verified(&key(&without), &answer, 1), Err(AssertionRefusal::CounterBack));
}

#[test]
fn another_key_and_every_changed_byte_are_refused() {
    let mut authenticator = Authenticator::new(3);
    let right = key(&authenticator);
    let answer = authenticator.answer(CHALLENGE, None);
    let other = key(&Authenticator::new(4));
    assert_eq!(verified(&other, &answer, 0), Err(AssertionRefusal::SignatureWrong));
    for part in 0..3 {
        let bytes = |answer: &Answer| match part {
            0 => answer.authenticator_data.len(),
            1 => answer.client_data_json.len(),
            _ => answer.signature.len(),
        };
        for at in 0..bytes(&answer) {
            let mut changed = answer.clone();
            let field = match part {
                0 => &mut changed.authenticator_data,
                1 => &mut changed.client_data_json,
                _ => &mut changed.signature,
            };
            field[at] ^= 1;
            assert!(verified(&right, &changed, 0).is_err(), "part {part}, byte {at}");
        }
    }
}

fn registered(lie: Option<Lie>) -> Result<NewCredential, AssertionRefusal> {
    let decode = |value: &Value| {
        let text = value.as_str().unwrap();
        base64(text)
    };
    let options = json!({"challenge": "dGhlIGRpZ2VzdCBvZiBhIG5vdGUgdGhhdCBpcyBzaWduZWQ"});
    let made = Authenticator::new(3).register(&options, lie);
    let (client, object) = (decode(&made["client_data_json"]), decode(&made["attestation_object"]));
    verify_registration(CHALLENGE, &office(), &client, &object)
}

/// Base64url, as small as a test needs it.
fn base64(text: &str) -> Vec<u8> {
    let digit = |c: u8| match c {
        b'A'..=b'Z' => c - b'A',
        b'a'..=b'z' => c - b'a' + 26,
        b'0'..=b'9' => c - b'0' + 52,
        b'-' => 62,
        _ => 63,
    };
    let (mut bytes, mut bits, mut held) = (Vec::new(), 0_u32, 0_u32);
    for c in text.bytes() {
        bits = bits << 6 | u32::from(digit(c));
        held += 6;
        if held >= 8 {
            held -= 8;
            bytes.push(u8::try_from(bits >> held & 0xFF).unwrap());
        }
    }
    bytes
}

#[rstest]
#[case::challenge(Lie::OtherChallenge, AssertionRefusal::OtherChallenge)]
#[case::origin(Lie::OtherOrigin, AssertionRefusal::OtherOrigin)]
#[case::cross_origin(Lie::CrossOrigin, AssertionRefusal::CrossOrigin)]
#[case::host(Lie::OtherHost, AssertionRefusal::OtherRelyingParty)]
#[case::kind(Lie::OtherType, AssertionRefusal::OtherType)]
#[case::presence(Lie::NotPresent, AssertionRefusal::NotPresent)]
#[case::verification(Lie::NotVerified, AssertionRefusal::NotVerified)]
#[case::garbled(Lie::Garbled, AssertionRefusal::Malformed)]
fn a_registration_is_refused_alike(#[case] lie: Lie, #[case] refusal: AssertionRefusal) {
    let made = registered(None).unwrap();
    assert_eq!(made.id, vec![3; 16]);
    assert_eq!(made.public_key, Authenticator::new(3).public_key());
    assert_eq!(registered(Some(lie)), Err(refusal));
}
