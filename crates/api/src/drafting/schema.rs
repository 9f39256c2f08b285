//! What a draft says, as the document describes it. What is read and written are the domain's own types, field by field
//! the same: the domain knows nothing of `OpenAPI`.
#![allow(dead_code, reason = "these types are schemas only")]

use crate::office::{examples, words};
use chrono::NaiveDate;
use utoipa::ToSchema;
use uuid::Uuid;

/// What a draft says.
#[derive(ToSchema)]
#[schema(example = json!(examples::communication_content()))]
pub(crate) struct CommunicationContent {
    #[schema(value_type = words::CommunicationForm)]
    form: (),
    /// The languages that it is written in.
    #[schema(value_type = words::CommunicationLanguages)]
    languages: (),
    /// Never above that of its file.
    #[schema(value_type = words::Classification)]
    classification: (),
    #[schema(value_type = words::Priority)]
    priority: (),
    /// To whom it is written.
    #[schema(required = false, max_items = 200)]
    addressees: Vec<Addressee>,
    /// Who gets a copy.
    #[schema(required = false, max_items = 200)]
    copies: Vec<Addressee>,
    #[schema(required = false)]
    subject: BilingualLine,
    #[schema(required = false)]
    text: BilingualText,
    /// The receipt that it answers; it is on the same file.
    #[schema(nullable = true, required = false)]
    in_reply_to: Option<Uuid>,
    /// The earlier issue that it corrects, supersedes or rescinds: of the own unit or one below it, and still valid.
    #[schema(nullable = true, required = false)]
    amends: Option<AmendsIssue>,
    /// What goes along.
    #[schema(required = false, max_items = 50)]
    enclosures: Vec<Enclosure>,
    /// The post that is to sign; it may authenticate orders.
    #[schema(nullable = true, required = false)]
    signatory: Option<Uuid>,
    /// By when an answer is asked for.
    #[schema(nullable = true, required = false)]
    reply_due_on: Option<NaiveDate>,
}

/// A line in both languages; empty where it is not written in one.
#[derive(ToSchema)]
pub(crate) struct BilingualLine {
    #[schema(max_length = 300, required = false)]
    en: String,
    #[schema(max_length = 300, required = false)]
    ur: String,
}

/// A text in both languages; without blocks where it is not written in one.
#[derive(ToSchema)]
pub(crate) struct BilingualText {
    #[schema(required = false)]
    en: LetterText,
    #[schema(required = false)]
    ur: LetterText,
}

/// To whom a communication goes.
#[derive(ToSchema)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub(crate) enum Addressee {
    /// A post of this office.
    Post {
        /// The post.
        post: Uuid,
    },
    /// A unit of this office; its registry receives it.
    Unit {
        /// The unit.
        unit: Uuid,
    },
    /// Somebody outside.
    Outside(OutsideAddressee),
}

/// Somebody outside the office, as he stands in the address block.
#[derive(ToSchema)]
pub(crate) struct OutsideAddressee {
    #[schema(value_type = words::OutsideKind)]
    sort: (),
    /// Name or designation: the first line.
    #[schema(max_length = 200, example = "The Accountant General, Punjab")]
    name: String,
    /// The lines below it.
    #[schema(required = false, max_items = 8)]
    lines: Vec<String>,
    #[schema(nullable = true, required = false, max_length = 254)]
    email: Option<String>,
    /// How he stands in what is written in Urdu; without it, as everywhere.
    #[schema(nullable = true, required = false)]
    ur: Option<AddressBlock>,
}

/// A name and the lines below it.
#[derive(ToSchema)]
pub(crate) struct AddressBlock {
    /// Name or designation: the first line.
    #[schema(max_length = 200)]
    name: String,
    /// The lines below it.
    #[schema(required = false, max_items = 8)]
    lines: Vec<String>,
}

/// That a communication amends an earlier issue.
#[derive(ToSchema)]
pub(crate) struct AmendsIssue {
    /// The `issue.id` of the earlier communication.
    issue: Uuid,
    #[schema(value_type = words::AmendmentKind)]
    how: (),
}

/// What goes along with a communication: an upload of the own post, or a document of the file's correspondence.
#[derive(ToSchema)]
pub(crate) struct Enclosure {
    #[schema(max_length = 300)]
    title: String,
    document: Uuid,
}

/// A text of headings, paragraphs, lists and tables; 200,000 characters at most.
#[derive(ToSchema)]
pub(crate) struct LetterText {
    #[schema(max_items = 5000)]
    blocks: Vec<LetterBlock>,
}

/// One piece of a text.
#[derive(ToSchema)]
#[serde(tag = "type", rename_all = "snake_case")]
pub(crate) enum LetterBlock {
    /// A paragraph.
    Paragraph {
        /// Whether it carries the next number of the letter.
        #[schema(required = false)]
        numbered: bool,
        #[schema(required = false)]
        align: TextAlign,
        content: Vec<TextRun>,
    },
    /// A heading.
    Heading {
        /// 1, the highest, to 3.
        #[schema(minimum = 0, maximum = 255)]
        level: u8,
        content: Vec<TextRun>,
    },
    /// A list; three deep at most.
    List {
        style: ListStyle,
        #[schema(no_recursion)]
        items: Vec<Vec<LetterBlock>>,
    },
    /// A table: rows of one length, 500 rows and 12 columns at most.
    Table {
        /// Whether the first row names the columns.
        #[schema(required = false)]
        header: bool,
        #[schema(max_items = 500)]
        rows: Vec<Vec<TableCell>>,
    },
}

/// One cell of a table.
#[derive(ToSchema)]
pub(crate) struct TableCell {
    #[schema(required = false)]
    align: TextAlign,
    content: Vec<TextRun>,
}

/// Where lines stand.
#[derive(ToSchema)]
#[serde(rename_all = "snake_case")]
pub(crate) enum TextAlign {
    Start,
    Centre,
    End,
}

/// What stands before the items of a list.
#[derive(ToSchema)]
#[serde(rename_all = "snake_case")]
pub(crate) enum ListStyle {
    Bullet,
    Decimal,
    Alpha,
    Roman,
}

/// A run of words in one style; a line break in it is `\n`.
#[derive(ToSchema)]
pub(crate) struct TextRun {
    text: String,
    #[schema(required = false)]
    bold: bool,
    #[schema(required = false)]
    italic: bool,
    #[schema(required = false)]
    underline: bool,
}

/// A change of one block of the text.
#[derive(ToSchema)]
#[schema(example = json!(examples::suggestion()))]
pub(crate) struct SuggestedChange {
    /// In the text of which language.
    #[schema(value_type = words::Language)]
    language: (),
    /// Which block of it, from 0.
    block: u32,
    /// The block as it was read.
    before: LetterBlock,
    /// What is to stand there; null, where it is to go.
    #[schema(required = false)]
    after: Option<LetterBlock>,
}
