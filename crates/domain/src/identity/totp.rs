//! Codes of a phone (RFC 6238): SHA-1, six digits, thirty seconds, as every authenticator app makes them.

use crate::office::Timestamp;
use hmac::{Hmac, KeyInit as _, Mac as _};
use sha1::Sha1;

/// Seconds for which a code is shown.
const PERIOD: i64 = 30;
/// How many steps a phone's clock may be off, either way.
const WINDOW: i64 = 1;
const DIGITS: u32 = 6;

/// Bytes of a secret: as many as SHA-1 has, as RFC 4226 recommends.
pub const TOTP_SECRET_BYTES: usize = 20;

/// How long a secret that was offered can be confirmed.
pub const TOTP_OFFER: chrono::TimeDelta = chrono::TimeDelta::minutes(15);

const BASE32: &[u8; 32] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

/// The code of a secret at a step.
fn code_at(secret: &[u8], step: i64) -> Option<String> {
    let mut mac = Hmac::<Sha1>::new_from_slice(secret).ok()?;
    mac.update(&step.to_be_bytes());
    let digest = mac.finalize().into_bytes();
    let offset = usize::from(digest.last()? & 0x0F);
    let word = digest.get(offset..offset + 4)?.first_chunk::<4>()?;
    let number = u32::from_be_bytes(*word) & 0x7FFF_FFFF;
    let code = number % 10_u32.pow(DIGITS);
    Some(format!("{code:06}"))
}

/// The code that a phone shows at a moment.
pub fn totp_code(secret: &[u8], at: Timestamp) -> Option<String> {
    code_at(secret, at.timestamp().div_euclid(PERIOD))
}

/// The step whose code this is, if it is one that is good now and later than the last one that was used: a code works
/// once. The caller saves the step by comparing again, because two requests may come at the same time.
pub fn check_totp(secret: &[u8], code: &str, last_step: Option<i64>, now: Timestamp) -> Option<i64> {
    let code: String = code.chars().filter(|c| !c.is_whitespace()).collect();
    let step = now.timestamp().div_euclid(PERIOD);
    // Every step of the window is computed, so that the time taken says nothing about which one it was.
    let good = (step - WINDOW..=step + WINDOW)
        .filter(|step| code_at(secret, *step).is_some_and(|right| same(right.as_bytes(), code.as_bytes())))
        .max();
    good.filter(|step| last_step.is_none_or(|last| *step > last))
}

/// Compares without stopping at the first difference.
fn same(a: &[u8], b: &[u8]) -> bool {
    a.len() == b.len() && a.iter().zip(b).fold(0, |different, (a, b)| different | (a ^ b)) == 0
}

/// A secret as people type it into a phone: base32 without padding.
pub fn base32(bytes: &[u8]) -> String {
    let mut text = String::new();
    for chunk in bytes.chunks(5) {
        let mut block = [0_u8; 8];
        block[3..3 + chunk.len()].copy_from_slice(chunk);
        let bits = u64::from_be_bytes(block);
        for at in 0..(chunk.len() * 8).div_ceil(5) {
            let index = bits >> (35 - at * 5) & 0x1F;
            text.extend(
                usize::try_from(index)
                    .ok()
                    .and_then(|i| BASE32.get(i))
                    .map(|b| char::from(*b)),
            );
        }
    }
    text
}

/// The address that a phone reads as a picture.
pub fn otpauth_uri(office: &str, user_name: &str, secret: &[u8]) -> String {
    let (office, user_name) = (escaped(office), escaped(user_name));
    format!(
        "otpauth://totp/{office}:{user_name}?secret={}&issuer={office}&algorithm=SHA1&digits={DIGITS}&period={PERIOD}",
        base32(secret)
    )
}

fn escaped(text: &str) -> String {
    let keep = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'.' | b'_' | b'~');
    text.bytes()
        .map(|byte| {
            if keep(byte) {
                char::from(byte).to_string()
            } else {
                format!("%{byte:02X}")
            }
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use chrono::DateTime;
    use proptest::prelude::*;

    const SECRET: &[u8] = b"12345678901234567890";

    fn at(seconds: i64) -> Timestamp {
        DateTime::from_timestamp(seconds, 0).unwrap()
    }

    #[test]
    fn the_codes_are_those_of_rfc_6238() {
        // The RFC's have eight digits; ours are their last six.
        for (seconds, code) in [
            (59, "287082"),
            (1_111_111_109, "081804"),
            (1_111_111_111, "050471"),
            (1_234_567_890, "005924"),
            (2_000_000_000, "279037"),
            (20_000_000_000, "353130"),
        ] {
            assert_eq!(totp_code(SECRET, at(seconds)).unwrap(), code, "{seconds}");
        }
    }

    #[test]
    fn a_code_is_good_for_a_step_either_side_and_once() {
        let now = at(1_800_000_000);
        let code = totp_code(SECRET, now).unwrap();
        let step = check_totp(SECRET, &code, None, now).unwrap();
        for seconds in [-30, 0, 30] {
            assert_eq!(check_totp(SECRET, &code, None, at(1_800_000_000 + seconds)), Some(step));
        }
        for seconds in [-31, 60] {
            assert_eq!(
                check_totp(SECRET, &code, None, at(1_800_000_000 + seconds)),
                None,
                "{seconds}"
            );
        }
        assert_eq!(check_totp(SECRET, &code, Some(step), now), None, "used");
        assert_eq!(check_totp(SECRET, &code, Some(step - 1), now), Some(step));
        let spaced = format!("{} {}", &code[..3], &code[3..]);
        assert_eq!(check_totp(SECRET, &spaced, None, now), Some(step));
        for wrong in ["", "00000", "0000000", "abcdef"] {
            assert_eq!(check_totp(SECRET, wrong, None, now), None, "{wrong}");
        }
    }

    #[test]
    fn base32_is_that_of_rfc_4648() {
        for (bytes, text) in [
            ("", ""),
            ("f", "MY"),
            ("fo", "MZXQ"),
            ("foo", "MZXW6"),
            ("foob", "MZXW6YQ"),
            ("fooba", "MZXW6YTB"),
            ("foobar", "MZXW6YTBOI"),
        ] {
            assert_eq!(base32(bytes.as_bytes()), text);
        }
    }

    #[test]
    fn the_address_names_office_and_account() {
        assert_eq!(
            otpauth_uri("daftar.example", "so budget", b"foo"),
            "otpauth://totp/daftar.example:so%20budget?secret=MZXW6&issuer=daftar.example&algorithm=SHA1&digits=6&period=30"
        );
    }

    proptest! {
        /// Whatever codes come in whatever order, no step is good twice.
        #[test]
        fn no_step_is_good_twice(offsets in prop::collection::vec((0_i64..300, -60_i64..60), 1..40)) {
            let mut last = None;
            let mut used = std::collections::BTreeSet::new();
            for (later, off) in offsets {
                let now = at(1_800_000_000 + later);
                let code = totp_code(SECRET, at(1_800_000_000 + later + off)).unwrap();
                if let Some(step) = check_totp(SECRET, &code, last, now) {
                    prop_assert!(used.insert(step));
                    last = Some(step);
                }
            }
        }
    }
}
