//! Closed lists of words, with one stable spelling for API, database and ledger.

use thiserror::Error;

/// A word that is not in its list.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[error("'{word}' is no {list}")]
pub struct UnknownWord {
    /// The name of the list.
    pub list: &'static str,
    /// The word as it was given.
    pub word: String,
}

/// Declares an enum whose variants have one stable `snake_case` spelling.
macro_rules! vocabulary {
    ($(#[$doc:meta])* $name:ident { $($(#[$vdoc:meta])* $variant:ident = $word:literal),+ $(,)? }) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize)]
        pub enum $name {
            $($(#[$vdoc])* #[serde(rename = $word)] $variant),+
        }

        impl $name {
            /// Every word of the list, in its order.
            pub const ALL: &'static [Self] = &[$(Self::$variant),+];

            /// The stable spelling in API, database and ledger.
            pub const fn as_str(self) -> &'static str {
                match self { $(Self::$variant => $word),+ }
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str(self.as_str())
            }
        }

        impl std::str::FromStr for $name {
            type Err = $crate::office::UnknownWord;

            fn from_str(word: &str) -> Result<Self, Self::Err> {
                match word {
                    $($word => Ok(Self::$variant),)+
                    _ => Err($crate::office::UnknownWord { list: stringify!($name), word: word.to_owned() }),
                }
            }
        }
    };
}
pub(crate) use vocabulary;

vocabulary! {
    /// How closely a paper is held. Ordered: a file is at least as high as its highest paper (rule 17).
    Classification {
        /// Anyone in the office whose work it is.
        Unclassified = "unclassified",
        /// Within the unit and the movement chain.
        Restricted = "restricted",
        /// The movement chain only.
        Confidential = "confidential",
        /// The movement chain only; never opened by a registry.
        Secret = "secret",
        /// Named addressees only.
        TopSecret = "top_secret",
    }
}

vocabulary! {
    /// The priority label on a file or receipt. Ordered from the least urgent.
    Priority {
        /// In its turn.
        Routine = "routine",
        /// Before routine work.
        Priority = "priority",
        /// On the day.
        Immediate = "immediate",
        /// At once.
        MostImmediate = "most_immediate",
    }
}

impl Priority {
    /// The hours allowed on one desk when nobody named a due date; rule 20 counts against it.
    pub const fn allowed_hours(self) -> i64 {
        match self {
            Self::Routine => 7 * 24,
            Self::Priority => 3 * 24,
            Self::Immediate => 24,
            Self::MostImmediate => 4,
        }
    }
}

vocabulary! {
    /// The language of a text or of a reader.
    Language {
        /// English.
        English = "en",
        /// Urdu.
        Urdu = "ur",
    }
}
