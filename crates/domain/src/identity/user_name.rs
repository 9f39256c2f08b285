//! User names: one spelling per account, whatever the keyboard's caps lock says.

use super::IdentityRefusal;

/// Checks the user name of a new account; capitals become small letters.
pub fn user_name(text: &str) -> Result<String, IdentityRefusal> {
    let name = fold_user_name(text);
    let shaped = (3..=64).contains(&name.len())
        && name.starts_with(|c: char| c.is_ascii_lowercase())
        && name
            .chars()
            .all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || matches!(c, '.' | '-' | '_'));
    if shaped {
        Ok(name)
    } else {
        Err(IdentityRefusal::UserNameShape)
    }
}

/// The spelling under which an account is looked up: as typed, trimmed, in small letters.
pub fn fold_user_name(text: &str) -> String {
    text.trim().to_lowercase()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn capitals_fold_and_odd_shapes_are_refused() {
        assert_eq!(user_name(" Ayesha.Khan "), Ok("ayesha.khan".to_owned()));
        for odd in ["ab", "1abc", "عائشہ", "a b c", "a@b.pk", "", &"a".repeat(65)] {
            assert_eq!(user_name(odd), Err(IdentityRefusal::UserNameShape), "{odd}");
        }
    }
}
