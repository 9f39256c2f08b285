//! How a rule says no: a stable code that the API translates for the reader.

/// What sort of no a refusal is; the API answers 409, 422 or 403 by it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RefusalKind {
    /// The state of the thing does not allow it now.
    Conflict,
    /// What was given is wrong; the reader can correct a field.
    Invalid,
    /// The officer may see it, and may not do it.
    Forbidden,
}

/// A rule's no, ready to be told: code, sort, and the field it is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Refusal {
    /// Stable, kebab-case; the last part of the problem's `type`.
    pub code: &'static str,
    /// What sort of no it is.
    pub kind: RefusalKind,
    /// JSON pointer of the offending field, where there is one.
    pub field: Option<&'static str>,
}

/// Declares a capability's refusals: `Variant => "code", Kind` or `Variant => "code", Kind, "/field"`.
macro_rules! refusals {
    (@field) => { None };
    (@field $field:literal) => { Some($field) };
    ($(#[$doc:meta])* $name:ident { $($(#[$vdoc:meta])* $variant:ident => $code:literal, $kind:ident $(, $field:literal)?);+ $(;)? }) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
        pub enum $name {
            $($(#[$vdoc])* #[error($code)] $variant),+
        }

        impl $name {
            /// Every refusal of this capability; the API's message catalogue is checked against it.
            pub const ALL: &'static [Self] = &[$(Self::$variant),+];
        }

        impl From<$name> for $crate::office::Refusal {
            fn from(refusal: $name) -> Self {
                match refusal {
                    $($name::$variant => Self {
                        code: $code,
                        kind: $crate::office::RefusalKind::$kind,
                        field: $crate::office::refusals!(@field $($field)?),
                    }),+
                }
            }
        }
    };
}
pub(crate) use refusals;
