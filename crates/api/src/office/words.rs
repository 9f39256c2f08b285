//! Schemas of the domain's closed lists of words. The domain knows nothing of `OpenAPI`; fields say
//! `#[schema(value_type = words::Mode)]`.

use daftar_domain::{
    access, correspondence, desk, dispatch, drafting, enquiry, filing, identity, ledger, mail, office, organisation,
    signing, templates,
};
use std::borrow::Cow;
use utoipa::openapi::RefOr;
use utoipa::openapi::schema::{KnownFormat, ObjectBuilder, Schema, SchemaFormat, Type};
use utoipa::{PartialSchema, ToSchema};

fn list<'a>(words: impl IntoIterator<Item = &'a str>) -> RefOr<Schema> {
    ObjectBuilder::new()
        .schema_type(Type::String)
        .enum_values(Some(words))
        .into()
}

/// Bytes as they are.
#[derive(Debug)]
pub(crate) enum Binary {}

impl PartialSchema for Binary {
    fn schema() -> RefOr<Schema> {
        ObjectBuilder::new()
            .schema_type(Type::String)
            .format(Some(SchemaFormat::KnownFormat(KnownFormat::Binary)))
            .into()
    }
}

impl ToSchema for Binary {
    fn name() -> Cow<'static, str> {
        Cow::Borrowed("Binary")
    }
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
    MailState => mail::MailStateWord::ALL.iter().map(|word| word.as_str()),
    MailSetAsideReason => mail::SetAsideReason::ALL.iter().map(|word| word.as_str()),
    PaperMark => mail::PaperMark::ALL.iter().map(|word| word.as_str()),
    MailPaperRefusal => ["document-empty", "document-too-large", "document-type-refused"],
    Role => access::Role::ALL.iter().map(|word| word.as_str()),
    Capacity => access::Capacity::ALL.iter().map(|word| word.as_str()),
    DelegationState => organisation::DelegationState::ALL.iter().map(|word| word.as_str()),
    UnitKind => organisation::UnitKind::ALL.iter().map(|word| word.as_str()),
    ChargeKind => organisation::ChargeKind::ALL.iter().map(|word| word.as_str()),
    ImportSheet => organisation::Sheet::ALL.iter().map(|word| word.as_str()),
    ImportState => ["queued", "checking", "applying", "done", "refused"],
    TokenKind => identity::SessionPurpose::ALL.iter().map(|word| word.as_str()),
    Proof => identity::Proof::ALL.iter().map(|word| word.as_str()),
    FactorReason => identity::FactorReason::ALL.iter().map(|word| word.as_str()),
    PasskeyState => identity::PasskeyState::ALL.iter().map(|word| word.as_str()),
    PasskeysImpossible => identity::webauthn::PasskeysImpossible::ALL.iter().map(|word| word.as_str()),
    RevocationReason => identity::RevocationReason::ALL.iter().map(|word| word.as_str()),
    GivenReason => identity::RevocationReason::GIVEN.iter().map(|word| word.as_str()),
    NoticeKind => identity::NOTICE_KINDS.iter().map(|word| word.as_str()),
    Permission => daftar_application::identity::permission_names(),
    Language => office::Language::ALL.iter().map(|word| word.as_str()),
    Mode => correspondence::Mode::ALL.iter().map(|word| word.as_str()),
    ReceiptState => correspondence::StateWord::ALL.iter().map(|word| word.as_str()),
    ReceiptAction => correspondence::ReceiptAction::ALL.iter().map(|word| word.as_str()),
    ReceiptReturnReason => correspondence::ReturnReason::ALL.iter().map(|word| word.as_str()),
    DisposalReason => correspondence::DisposalReason::ALL.iter().map(|word| word.as_str()),
    ReceiptPermission => correspondence::Ability::ALL.iter().map(|word| word.as_str()),
    Preview => ["ok", "encrypted", "unreadable"],
    MovementKind => filing::MovementKind::ALL.iter().map(|word| word.as_str()),
    FileState => filing::FileState::ALL.iter().map(|word| word.as_str()),
    FileAccessCause => filing::SightCause::ALL.iter().map(|word| word.as_str()),
    FilePermission => filing::FileAbility::ALL.iter().map(|word| word.as_str()),
    FileReturnReason => filing::ReturnReason::ALL.iter().map(|word| word.as_str()),
    FileWarning => ["many_noting_officers", "volume_full"],
    ForwardAction => filing::ForwardAction::ALL.iter().map(|word| word.as_str()),
    NoteKind => filing::NoteKind::ALL.iter().map(|word| word.as_str()),
    SubmitNoteKind => ["note", "agreement", "order"],
    PaperDirection => filing::PaperDirection::ALL.iter().map(|word| word.as_str()),
    ExportState => filing::ExportState::ALL.iter().map(|word| word.as_str()),
    ExportFailure => filing::ExportFailure::ALL.iter().map(|word| word.as_str()),
    ChannelReason => filing::ChannelReason::ALL.iter().map(|word| word.as_str()),
    TemplateSample => templates::SampleKind::ALL.iter().map(|word| word.as_str()),
    TemplateShown => templates::Shown::ALL.iter().map(|word| word.as_str()),
    CommunicationForm => drafting::Form::ALL.iter().map(|word| word.as_str()),
    CommunicationLanguages => drafting::Languages::ALL.iter().map(|word| word.as_str()),
    CommunicationState => drafting::CommunicationState::ALL.iter().map(|word| word.as_str()),
    AmendmentKind => drafting::AmendmentKind::ALL.iter().map(|word| word.as_str()),
    IssueStanding => drafting::IssueStanding::ALL.iter().map(|word| word.as_str()),
    ReceiptProgress => enquiry::ProgressWord::ALL.iter().map(|word| word.as_str()),
    OutsideKind => drafting::OutsideKind::ALL.iter().map(|word| word.as_str()),
    VettingVerdict => drafting::Verdict::ALL.iter().map(|word| word.as_str()),
    DraftPermission => drafting::DraftAbility::ALL.iter().map(|word| word.as_str()),
    DispatchRole => dispatch::DispatchRole::ALL.iter().map(|word| word.as_str()),
    DispatchChannel => dispatch::Channel::ALL.iter().map(|word| word.as_str()),
    DispatchState => dispatch::DispatchState::ALL.iter().map(|word| word.as_str()),
    DispatchMailState => dispatch::MailState::ALL.iter().map(|word| word.as_str()),
    NoMail => dispatch::NoMail::ALL.iter().map(|word| word.as_str()),
    DispatchPermission => dispatch::DispatchAbility::ALL.iter().map(|word| word.as_str()),
    DeliveryFailure => dispatch::Failure::ALL.iter().map(|word| word.as_str()),
    DocumentProof => dispatch::Proof::ALL.iter().map(|word| word.as_str()),
    ReplyState => dispatch::ReplyState::ALL.iter().map(|word| word.as_str()),
    AwaitingReply => dispatch::AwaitingReply::ALL.iter().map(|word| word.as_str()),
    Ageing => desk::Ageing::ALL.iter().map(|word| word.as_str()),
    LedgerModule => ledger::Module::ALL.iter().map(|word| word.as_str()),
    SubjectKind => ledger::SubjectKind::ALL.iter().map(|word| word.as_str()),
    VerificationState => ledger::VerificationState::ALL.iter().map(|word| word.as_str()),
    WitnessProblem => ledger::WitnessProblem::ALL.iter().map(|word| word.as_str()),
    EventKind => ledger::EventKind::ALL.iter().map(|word| word.as_str()),
    SigningPurpose => signing::Purpose::ALL.iter().map(|word| word.as_str()),
    SigningMethod => signing::Method::ALL.iter().map(|word| word.as_str()),
    SignatureState => signing::SignatureState::ALL.iter().map(|word| word.as_str()),
    DeskKind => ["file", "receipt", "copy"],
    MovementAction => filing::ForwardAction::ALL
        .iter()
        .map(|word| word.as_str())
        .chain(correspondence::ReceiptAction::ALL.iter().map(|word| word.as_str())),
}
