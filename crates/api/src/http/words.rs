//! The domain's lists of words as the API reads, writes and documents them.

/// Declares, for lists of words of the domain, types that document every word: `Name = domain::Name;`.
macro_rules! words {
    ($($(#[$doc:meta])* $name:ident = $list:ty;)+) => {$(
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
        #[serde(transparent)]
        pub struct $name(pub $list);

        impl utoipa::PartialSchema for $name {
            fn schema() -> utoipa::openapi::RefOr<utoipa::openapi::Schema> {
                utoipa::openapi::ObjectBuilder::new()
                    .schema_type(utoipa::openapi::Type::String)
                    .enum_values(Some(<$list>::ALL.iter().map(|word| word.as_str())))
                    .into()
            }
        }

        impl utoipa::ToSchema for $name {}

        impl From<$list> for $name {
            fn from(word: $list) -> Self {
                Self(word)
            }
        }
    )+};
}
pub(crate) use words;

words! {
    /// How closely a paper is held, from the least.
    Classification = daftar_domain::office::Classification;
    /// The priority label, from the least urgent.
    Priority = daftar_domain::office::Priority;
    /// The language of a text or of a reader.
    Language = daftar_domain::office::Language;
    /// How much of the allowed time is used up: yellow from 50 %, red from 90 %.
    Ageing = daftar_domain::desk::Ageing;
}
