//! Codes that are printed and typed again by people: ten letters in two groups.

use std::fmt;

/// The letters of codes: none that is taken for another.
const LETTERS: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";
const LENGTH: usize = 10;

/// A printed code: `XXXXX-XXXXX`. Fifty bits of chance.
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct PrintedCode([u8; LENGTH]);

impl PrintedCode {
    /// The code of so many random bytes.
    pub fn of(random: [u8; 32]) -> Self {
        let mut letters = [LETTERS[0]; LENGTH];
        for (letter, byte) in letters.iter_mut().zip(random) {
            *letter = LETTERS[usize::from(byte % 32)];
        }
        Self(letters)
    }

    /// Reads what somebody typed: small letters, spaces and hyphens make no difference, and what looks like a digit is
    /// one. `None` where it cannot be a code.
    pub fn typed(text: &str) -> Option<Self> {
        let mut letters = [0; LENGTH];
        let mut typed = text
            .chars()
            .filter(|c| !c.is_whitespace() && !"-\u{2010}\u{2011}\u{2013}".contains(*c));
        for letter in &mut letters {
            let upper = typed.next()?.to_ascii_uppercase();
            let meant = match upper {
                'O' => '0',
                'I' | 'L' => '1',
                other => other,
            };
            let byte = u8::try_from(meant).ok()?;
            *letter = Some(byte).filter(|byte| LETTERS.contains(byte))?;
        }
        typed.next().is_none().then_some(Self(letters))
    }
}

impl fmt::Display for PrintedCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (first, second) = self.0.split_at(LENGTH / 2);
        let word = |letters: &[u8]| letters.iter().map(|letter| char::from(*letter)).collect::<String>();
        write!(f, "{}-{}", word(first), word(second))
    }
}

/// A code is a secret: it is not shown by accident.
impl fmt::Debug for PrintedCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("PrintedCode")
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn what_is_printed_is_read_again_however_it_is_typed(random: [u8; 32]) {
            let code = PrintedCode::of(random);
            let printed = code.to_string();
            prop_assert_eq!(printed.len(), 11);
            prop_assert_eq!(PrintedCode::typed(&printed), Some(code));
            let sloppy = format!(" {} ", printed.replace('-', " ").to_lowercase().replace('0', "o").replace('1', "l"));
            prop_assert_eq!(PrintedCode::typed(&sloppy), Some(code));
        }

        #[test]
        fn whatever_is_typed_does_no_harm(text: String) {
            if let Some(code) = PrintedCode::typed(&text) {
                prop_assert_eq!(PrintedCode::typed(&code.to_string()), Some(code));
            }
        }
    }

    #[test]
    fn what_is_no_code_is_none() {
        for text in ["", "ABCDE-1234", "ABCDE-12345-6", "ABCDE-1234U", "ABCDE-123\u{6f4}5"] {
            assert_eq!(PrintedCode::typed(text), None, "{text}");
        }
    }
}
