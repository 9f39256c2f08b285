//! The text of a communication: headings, numbered paragraphs, lists and tables, in a closed form that every template
//! can set and every reader can compare.

use super::DraftingRefusal;
use crate::office::{TextError, clean_span};
use serde::{Deserialize, Serialize};

/// The most characters of one text: about seventy printed pages. What is longer is an enclosure.
pub const MOST_CHARACTERS: usize = 200_000;
/// The most blocks of one text, those within lists counted.
pub const MOST_BLOCKS: usize = 5_000;
/// The most rows of one table.
pub const MOST_ROWS: usize = 500;
/// The most columns of one table: more cannot be read on a page.
pub const MOST_COLUMNS: usize = 12;
/// How deep lists may lie in lists.
pub const MOST_DEPTH: usize = 3;
const MOST_RUNS: usize = 20_000;

/// The text in one language.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Text {
    /// What it is made of, in order.
    pub blocks: Vec<Block>,
}

/// One piece of a text.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "type", rename_all = "snake_case", deny_unknown_fields)]
pub enum Block {
    /// A paragraph.
    Paragraph {
        /// Whether it carries the next number of the letter: 1, 2, 3 …
        #[serde(default, skip_serializing_if = "std::ops::Not::not")]
        numbered: bool,
        /// Where its lines stand.
        #[serde(default)]
        align: Align,
        /// Its words.
        content: Vec<Run>,
    },
    /// A heading within the text.
    Heading {
        /// 1, the highest, to 3.
        level: u8,
        /// Its words.
        content: Vec<Run>,
    },
    /// A list.
    List {
        /// What stands before its items.
        style: ListStyle,
        /// Its items: paragraphs and lists.
        items: Vec<Vec<Block>>,
    },
    /// A table.
    Table {
        /// Whether the first row names the columns, and is repeated on every page.
        #[serde(default, skip_serializing_if = "std::ops::Not::not")]
        header: bool,
        /// Its rows, all of one length.
        rows: Vec<Vec<Cell>>,
    },
}

/// One cell of a table.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Cell {
    /// Where its lines stand.
    #[serde(default)]
    pub align: Align,
    /// Its words.
    pub content: Vec<Run>,
}

/// Where lines stand.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Align {
    /// Where the language begins its lines.
    #[default]
    Start,
    /// In the middle.
    Centre,
    /// Where the language ends its lines.
    End,
}

/// What stands before the items of a list.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ListStyle {
    /// A mark.
    #[default]
    Bullet,
    /// (1), (2) …
    Decimal,
    /// (a), (b) …; in Urdu (الف), (ب) …
    Alpha,
    /// (i), (ii) …
    Roman,
}

/// A run of words in one style; a line break in it is `\n`.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Run {
    /// The words.
    pub text: String,
    /// Bold.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub bold: bool,
    /// Italic.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub italic: bool,
    /// Underlined.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub underline: bool,
}

/// What is left of the bounds of a text while it is cleaned.
struct Budget {
    characters: usize,
    blocks: usize,
    runs: usize,
}

impl Text {
    /// Cleans a text as it is written: NFC, nothing that misleads a reader, sizes within bounds. It may be empty.
    ///
    /// # Errors
    /// `draft-text-too-long`, `draft-table-uneven`, `draft-list-too-deep`, `draft-text-forbidden-character`.
    pub fn cleaned(self) -> Result<Self, DraftingRefusal> {
        let mut budget = Budget {
            characters: MOST_CHARACTERS,
            blocks: MOST_BLOCKS,
            runs: MOST_RUNS,
        };
        let blocks = clean_blocks(self.blocks, MOST_DEPTH, &mut budget)?;
        Ok(Self { blocks })
    }

    /// Whether there is nothing to read in it.
    pub fn is_blank(&self) -> bool {
        self.runs().all(|run| run.text.trim().is_empty())
    }

    /// Its words in reading order, for search and comparison: one line for each paragraph, heading, item and row.
    pub fn words(&self) -> String {
        let mut lines = Vec::new();
        for block in &self.blocks {
            lines_of(block, &mut lines);
        }
        lines.join("\n")
    }

    /// Its runs in reading order.
    pub fn runs(&self) -> impl Iterator<Item = &Run> {
        let mut runs = Vec::new();
        for block in &self.blocks {
            runs_of(block, &mut runs);
        }
        runs.into_iter()
    }
}

fn clean_blocks(blocks: Vec<Block>, depth: usize, budget: &mut Budget) -> Result<Vec<Block>, DraftingRefusal> {
    blocks
        .into_iter()
        .map(|block| clean_block(block, depth, budget))
        .collect()
}

fn clean_block(block: Block, depth: usize, budget: &mut Budget) -> Result<Block, DraftingRefusal> {
    budget.blocks = budget.blocks.checked_sub(1).ok_or(DraftingRefusal::TextTooLong)?;
    Ok(match block {
        Block::Paragraph {
            numbered,
            align,
            content,
        } => Block::Paragraph {
            numbered,
            align,
            content: clean_runs(content, budget)?,
        },
        Block::Heading { level, content } => Block::Heading {
            level: level.clamp(1, 3),
            content: clean_runs(content, budget)?,
        },
        Block::List { style, items } => {
            let depth = depth.checked_sub(1).ok_or(DraftingRefusal::ListTooDeep)?;
            let items = items.into_iter().map(|item| clean_blocks(item, depth, budget));
            let items = items.collect::<Result<_, _>>()?;
            Block::List { style, items }
        }
        Block::Table { header, rows } => Block::Table {
            header,
            rows: clean_rows(rows, budget)?,
        },
    })
}

fn clean_rows(rows: Vec<Vec<Cell>>, budget: &mut Budget) -> Result<Vec<Vec<Cell>>, DraftingRefusal> {
    let columns = rows.first().map_or(0, Vec::len);
    if rows.len() > MOST_ROWS || columns > MOST_COLUMNS {
        return Err(DraftingRefusal::TableTooLarge);
    }
    if columns == 0 || rows.iter().any(|row| row.len() != columns) {
        return Err(DraftingRefusal::TableUneven);
    }
    let clean = |cell: Cell, budget: &mut Budget| {
        let content = clean_runs(cell.content, budget)?;
        Ok(Cell { content, ..cell })
    };
    rows.into_iter()
        .map(|row| row.into_iter().map(|cell| clean(cell, budget)).collect())
        .collect()
}

fn clean_runs(runs: Vec<Run>, budget: &mut Budget) -> Result<Vec<Run>, DraftingRefusal> {
    budget.runs = budget
        .runs
        .checked_sub(runs.len())
        .ok_or(DraftingRefusal::TextTooLong)?;
    let mut cleaned = Vec::with_capacity(runs.len());
    for run in runs {
        let text = clean_span(&run.text, budget.characters).map_err(|error| match error {
            TextError::Forbidden => DraftingRefusal::ForbiddenCharacter,
            TextError::TooLong | TextError::Empty => DraftingRefusal::TextTooLong,
        })?;
        budget.characters -= text.chars().count();
        if !text.is_empty() {
            cleaned.push(Run { text, ..run });
        }
    }
    Ok(cleaned)
}

fn lines_of(block: &Block, lines: &mut Vec<String>) {
    let joined = |runs: &[Run]| runs.iter().map(|run| run.text.as_str()).collect::<String>();
    match block {
        Block::Paragraph { content, .. } | Block::Heading { content, .. } => lines.push(joined(content)),
        Block::List { items, .. } => items.iter().flatten().for_each(|inner| lines_of(inner, lines)),
        Block::Table { rows, .. } => {
            for row in rows {
                let cells: Vec<_> = row.iter().map(|cell| joined(&cell.content)).collect();
                lines.push(cells.join("\t"));
            }
        }
    }
}

fn runs_of<'a>(block: &'a Block, runs: &mut Vec<&'a Run>) {
    match block {
        Block::Paragraph { content, .. } | Block::Heading { content, .. } => runs.extend(content),
        Block::List { items, .. } => items.iter().flatten().for_each(|inner| runs_of(inner, runs)),
        Block::Table { rows, .. } => runs.extend(rows.iter().flatten().flat_map(|cell| &cell.content)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn run(text: &str) -> Run {
        Run {
            text: text.to_owned(),
            ..Run::default()
        }
    }

    fn paragraph(text: &str) -> Block {
        Block::Paragraph {
            numbered: false,
            align: Align::Start,
            content: vec![run(text)],
        }
    }

    fn cleaned(blocks: Vec<Block>) -> Result<Text, DraftingRefusal> {
        Text { blocks }.cleaned()
    }

    fn table(rows: usize, columns: usize) -> Block {
        let cell = || Cell {
            content: vec![run("x")],
            ..Cell::default()
        };
        let rows = (0..rows).map(|_| (0..columns).map(|_| cell()).collect()).collect();
        Block::Table { header: true, rows }
    }

    #[test]
    fn words_come_in_reading_order() {
        let list = Block::List {
            style: ListStyle::Alpha,
            items: vec![vec![paragraph("two")], vec![paragraph("three")]],
        };
        let heading = Block::Heading {
            level: 9,
            content: vec![run("on"), run("e"), run("")],
        };
        let text = cleaned(vec![heading, list, table(1, 2)]).unwrap();
        assert_eq!(text.words(), "one\ntwo\nthree\nx\tx");
        assert_eq!(text.runs().count(), 6);
        assert!(matches!(text.blocks.first(), Some(Block::Heading { level: 3, .. })));
        assert!(!text.is_blank());
        assert!(cleaned(vec![paragraph(" \u{a0}")]).unwrap().is_blank());
    }

    #[test]
    fn bounds_hold() {
        use DraftingRefusal as R;
        let deep = |depth| {
            (0..depth).fold(paragraph("x"), |inner, _| Block::List {
                style: ListStyle::Bullet,
                items: vec![vec![inner]],
            })
        };
        let uneven = Block::Table {
            header: false,
            rows: vec![vec![Cell::default()], vec![]],
        };
        let long = "x".repeat(MOST_CHARACTERS / 2 + 1);
        for (blocks, expected) in [
            (vec![deep(MOST_DEPTH)], Ok(())),
            (vec![deep(MOST_DEPTH + 1)], Err(R::ListTooDeep)),
            (vec![table(MOST_ROWS, 2)], Ok(())),
            (vec![table(MOST_ROWS + 1, 2)], Err(R::TableTooLarge)),
            (vec![table(1, MOST_COLUMNS + 1)], Err(R::TableTooLarge)),
            (vec![table(1, 0)], Err(R::TableUneven)),
            (vec![uneven], Err(R::TableUneven)),
            (vec![paragraph(&long)], Ok(())),
            (vec![paragraph(&long), paragraph(&long)], Err(R::TextTooLong)),
            (vec![paragraph("x"); MOST_BLOCKS + 1], Err(R::TextTooLong)),
            (vec![paragraph("abc\u{202e}def")], Err(R::ForbiddenCharacter)),
        ] {
            assert_eq!(cleaned(blocks).map(|_| ()), expected);
        }
    }

    #[test]
    fn its_form_is_closed() {
        let text = r#"{"blocks":[{"type":"paragraph","numbered":true,"content":[{"text":"a","bold":true}]}]}"#;
        let read: Text = serde_json::from_str(text).unwrap();
        assert_eq!(read.words(), "a");
        for wrong in [
            r#"{"blocks":[{"type":"image","src":"x"}]}"#,
            r#"{"blocks":[{"type":"paragraph","content":[{"text":"a","html":"b"}]}]}"#,
        ] {
            assert!(serde_json::from_str::<Text>(wrong).is_err());
        }
    }
}
