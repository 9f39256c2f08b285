//! What a password must be. No composition rules: length and strength decide.

use super::IdentityRefusal;

/// The fewest characters of a password.
pub const SHORTEST_PASSWORD: usize = 12;

/// The most characters of a password: hashing more would serve an attacker only.
pub const LONGEST_PASSWORD: usize = 256;

/// The least strength, on zxcvbn's scale from 0 to 4: 3 is "safely unguessable".
pub const LEAST_STRENGTH: u8 = 3;

/// What is known about a password that somebody chose; the password itself stays outside.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PasswordFacts {
    /// Its length in characters.
    pub length: usize,
    /// Its strength from 0 to 4, measured with the person's own names as a dictionary.
    pub strength: u8,
    /// Whether it is the current password.
    pub same: bool,
}

/// Decides whether a password may be chosen.
pub fn check_password(facts: PasswordFacts) -> Result<(), IdentityRefusal> {
    if facts.length < SHORTEST_PASSWORD {
        return Err(IdentityRefusal::PasswordTooShort);
    }
    if facts.length > LONGEST_PASSWORD {
        return Err(IdentityRefusal::PasswordTooLong);
    }
    if facts.same {
        return Err(IdentityRefusal::PasswordSame);
    }
    if facts.strength < LEAST_STRENGTH {
        return Err(IdentityRefusal::PasswordTooWeak);
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn length_then_sameness_then_strength() {
        let good = PasswordFacts {
            length: 12,
            strength: 3,
            same: false,
        };
        assert_eq!(check_password(good), Ok(()));
        for (facts, refusal) in [
            (PasswordFacts { length: 11, ..good }, IdentityRefusal::PasswordTooShort),
            (PasswordFacts { length: 257, ..good }, IdentityRefusal::PasswordTooLong),
            (PasswordFacts { same: true, ..good }, IdentityRefusal::PasswordSame),
            (PasswordFacts { strength: 2, ..good }, IdentityRefusal::PasswordTooWeak),
        ] {
            assert_eq!(check_password(facts), Err(refusal), "{facts:?}");
        }
    }
}
