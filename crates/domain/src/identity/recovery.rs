//! Codes on paper, for the day on which the phone is lost.

/// How many codes a person gets.
pub const RECOVERY_CODES: usize = 10;

/// Random bytes of a code: so many that a fast hash of it cannot be undone.
pub const RECOVERY_BYTES: usize = 10;

/// Letters and digits that nobody reads as one another (Crockford's).
const LETTERS: &[u8; 32] = b"0123456789abcdefghjkmnpqrstvwxyz";

/// A code as it is shown, from random bytes: `7k2p-9xqm-…`, sixteen letters.
pub fn recovery_code(random: [u8; RECOVERY_BYTES]) -> String {
    let bits = random.iter().fold(0_u128, |bits, byte| bits << 8 | u128::from(*byte));
    let mut code = String::new();
    for at in 0..16 {
        if at > 0 && at % 4 == 0 {
            code.push('-');
        }
        let index = usize::try_from(bits >> (75 - at * 5) & 0x1F).unwrap_or_default();
        code.extend(LETTERS.get(index).map(|letter| char::from(*letter)));
    }
    code
}

/// A code as somebody typed it, without what does not matter: capitals, hyphens, spaces, and letters that look alike.
pub fn typed_recovery_code(typed: &str) -> String {
    let letters = typed.chars().filter(char::is_ascii_alphanumeric);
    letters
        .map(|letter| match letter.to_ascii_lowercase() {
            'o' => '0',
            'i' | 'l' => '1',
            other => other,
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_code_is_read_as_it_is_written_whatever_the_hand() {
        assert_eq!(recovery_code([0; 10]), "0000-0000-0000-0000");
        assert_eq!(recovery_code([0xFF; 10]), "zzzz-zzzz-zzzz-zzzz");
        assert_eq!(typed_recovery_code(" 7K2P 9xqm-O0il "), "7k2p9xqm0011");
    }

    proptest! {
        #[test]
        fn different_bytes_are_different_codes(a: [u8; 10], b: [u8; 10]) {
            prop_assert_eq!(a == b, recovery_code(a) == recovery_code(b));
            let code = recovery_code(a);
            prop_assert_eq!(typed_recovery_code(&code.to_uppercase()), code.replace('-', ""));
        }
    }
}
