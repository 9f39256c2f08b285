//! Schemas of the domain's closed lists of words. The domain knows nothing of `OpenAPI`; fields say
//! `#[schema(value_type = words::Mode)]`.

use daftar_domain::{correspondence, filing, office};
use std::borrow::Cow;
use utoipa::openapi::RefOr;
use utoipa::openapi::schema::{ObjectBuilder, Schema, Type};
use utoipa::{PartialSchema, ToSchema};

fn list<'a>(words: impl IntoIterator<Item = &'a str>) -> RefOr<Schema> {
    ObjectBuilder::new()
        .schema_type(Type::String)
        .enum_values(Some(words))
        .into()
}

/// Declares named schemas: `Name => an iterator of words`.
macro_rules! words {
    ($($name:ident => $words:expr),+ $(,)?) => {$(
        #[derive(Debug)]
        pub(crate) enum $name {}

        impl PartialSchema for $name {
            fn schema() -> RefOr<Schema> {
                list($words)
            }
        }

        impl ToSchema for $name {
            fn name() -> Cow<'static, str> {
                Cow::Borrowed(stringify!($name))
            }
        }
    )+};
}

words! {
    Classification => office::Classification::ALL.iter().map(|word| word.as_str()),
    Priority => office::Priority::ALL.iter().map(|word| word.as_str()),
    Language => office::Language::ALL.iter().map(|word| word.as_str()),
    Mode => correspondence::Mode::ALL.iter().map(|word| word.as_str()),
    ReceiptState => correspondence::StateWord::ALL.iter().map(|word| word.as_str()),
    ReceiptAction => correspondence::ReceiptAction::ALL.iter().map(|word| word.as_str()),
    ReceiptReturnReason => correspondence::ReturnReason::ALL.iter().map(|word| word.as_str()),
    DisposalReason => correspondence::DisposalReason::ALL.iter().map(|word| word.as_str()),
    ReceiptPermission => correspondence::Ability::ALL.iter().map(|word| word.as_str()),
    Preview => ["ok", "encrypted", "unreadable"],
    MovementKind => [
        "opened", "marked", "accepted", "forwarded", "returned", "pulled_back", "parked", "resumed", "closed",
        "reopened", "filed", "disposed", "merged", "copied",
    ],
    MovementAction => filing::ForwardAction::ALL
        .iter()
        .map(|word| word.as_str())
        .chain(correspondence::ReceiptAction::ALL.iter().map(|word| word.as_str())),
}
