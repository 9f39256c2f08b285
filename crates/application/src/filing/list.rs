//! Lists of files.

use crate::office::{Error, Office, permit};
use daftar_domain::access::{Action, Officer, Standing};
use daftar_domain::desk::{Ageing, ageing};
use daftar_domain::office::{PostId, Timestamp, UnitId, fold};
use daftar_persistence::filing::{FileFilter, FileLine, FileScope};
use daftar_persistence::organisation::PostRef;
use daftar_persistence::{Cursor, Page};
use std::collections::{HashMap, HashSet};

/// What a list of files is narrowed to.
#[derive(Debug, Clone)]
pub struct FileList {
    /// Which files.
    pub scope: FileScope,
    /// Words of number or subject.
    pub query: Option<String>,
    /// Another section than the officer's own.
    pub unit: Option<UnitId>,
    /// Where the page before ended.
    pub cursor: Option<Cursor>,
    /// Rows of a page.
    pub limit: u64,
}

/// A file of a list, with its holder's name and its colour.
#[derive(Debug, Clone)]
pub struct ListedFile {
    /// The file.
    pub line: FileLine,
    /// Who has it; nobody while it is closed or merged.
    pub holder: Option<PostRef>,
    /// How much of its time is used up; green while nothing is due.
    pub ageing: Ageing,
}

/// One page of a list of files that the officer may see.
pub async fn list_files(office: &Office, officer: &Officer, list: &FileList) -> Result<Page<ListedFile>, Error> {
    permit(officer, Action::ReadFile, Standing::GENERAL, None)?;
    let filter = FileFilter {
        scope: list.scope,
        query: list.query.as_deref(),
        unit: list.unit,
        after: list.cursor.as_ref().map(Cursor::unpack_moment).transpose()?,
        limit: list.limit,
    };
    let page = office.database().filing().list(officer, &filter).await?;
    let posts = holders(office, &page.items).await?;
    Ok(page.map(|line| listed(line, &posts, office.now())))
}

/// At most five visible files whose subjects share most words with `subject`, the likeliest duplicate first.
pub async fn similar_files(office: &Office, officer: &Officer, subject: &str) -> Result<Vec<ListedFile>, Error> {
    permit(officer, Action::ReadFile, Standing::GENERAL, None)?;
    let wanted = words(subject);
    let mut ask: Vec<String> = wanted.iter().cloned().collect();
    ask.sort_by_key(|word| std::cmp::Reverse(word.chars().count()));
    ask.truncate(8);
    let found = office.database().filing().sharing_words(officer, &ask).await?;
    let mut ranked: Vec<(usize, FileLine)> = found
        .into_iter()
        .map(|line| (words(&line.subject).intersection(&wanted).count(), line))
        .filter(|(shared, _)| shared * 2 >= wanted.len().min(6) && *shared > 0)
        .collect();
    ranked.sort_by(|(a, x), (b, y)| b.cmp(a).then(y.id.cmp(&x.id)));
    ranked.truncate(5);
    let lines: Vec<FileLine> = ranked.into_iter().map(|(_, line)| line).collect();
    let posts = holders(office, &lines).await?;
    let now = office.now();
    Ok(lines.into_iter().map(|line| listed(line, &posts, now)).collect())
}

/// The words of a subject that tell files apart.
fn words(subject: &str) -> HashSet<String> {
    fold(subject)
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| word.chars().count() > 2 && !matches!(*word, "the" | "and" | "for" | "with" | "from"))
        .map(str::to_owned)
        .collect()
}

async fn holders(office: &Office, lines: &[FileLine]) -> Result<HashMap<PostId, PostRef>, Error> {
    Ok(office
        .database()
        .organisation()
        .post_refs(lines.iter().map(|line| line.holder))
        .await?)
}

fn listed(line: FileLine, posts: &HashMap<PostId, PostRef>, now: Timestamp) -> ListedFile {
    let holder = line.due_at.and_then(|_| posts.get(&line.holder).cloned());
    let parked = line.parked_until.is_some_and(|until| until > now);
    let colour = line
        .due_at
        .filter(|_| !parked)
        .map(|due_at| ageing(line.since, due_at, now));
    ListedFile {
        holder,
        ageing: colour.unwrap_or(Ageing::Green),
        line,
    }
}
