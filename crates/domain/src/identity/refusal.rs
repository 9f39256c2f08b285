use crate::office::refusals;

refusals! {
    /// Refusals of accounts and sessions.
    IdentityRefusal {
        /// A user name is 3 to 64 Latin letters, digits, dots, hyphens and underscores, and starts with a letter.
        UserNameShape => "user-name-shape", Invalid, "/user_name";
        /// Fewer than 12 characters.
        PasswordTooShort => "password-too-short", Invalid, "/new_password";
        /// More than 256 characters.
        PasswordTooLong => "password-too-long", Invalid, "/new_password";
        /// Too easy to guess.
        PasswordTooWeak => "password-too-weak", Invalid, "/new_password";
        /// The new password is the old one.
        PasswordSame => "password-same", Invalid, "/new_password";
        /// The current password is not this one.
        PasswordWrong => "password-wrong", Invalid, "/current_password";
    }
}
