//! Posts.

use super::charges::sides;
use super::common::{change, done, expect, fields, keeps_an_administrator, read};
use super::{PostFilter, PostLine};
use crate::ledger::{TimelineEntry, TimelineQuery, timeline};
use crate::office::{Error, Idempotency, Office, Work};
use daftar_domain::access::{Officer, Roles};
use daftar_domain::ledger::SubjectKind;
use daftar_domain::office::{Act, PostId, UnitId, Version};
use daftar_domain::organisation::{Above, Bound, OrganisationRefusal, Post, PostFields};
use daftar_persistence::{Cursor, Page};

/// A post to be created.
#[derive(Debug, Clone)]
pub struct NewPost {
    /// Its unit.
    pub unit: UnitId,
    /// Its code.
    pub code: String,
    /// Its English title.
    pub title_en: String,
    /// Its Urdu title.
    pub title_ur: String,
    /// Its grade (BPS).
    pub grade: i64,
    /// The post that it reports to.
    pub reports_to: Option<PostId>,
    /// What it is for.
    pub roles: Roles,
}

/// What is to change about a post; what is `None` stays.
#[derive(Debug, Clone, Default)]
pub struct PostChange {
    /// Its English title.
    pub title_en: Option<String>,
    /// Its Urdu title.
    pub title_ur: Option<String>,
    /// Its grade (BPS).
    pub grade: Option<i64>,
    /// The post that it reports to; `Some(None)` to none.
    pub reports_to: Option<Option<PostId>>,
    /// What it is for.
    pub roles: Option<Roles>,
}

/// Posts by code.
pub async fn list_posts(
    office: &Office,
    officer: &Officer,
    filter: &PostFilter,
    after: Option<&Cursor>,
    limit: u64,
) -> Result<Page<PostLine>, Error> {
    read(officer)?;
    let after = after.map(Cursor::unpack::<String>).transpose()?;
    Ok(office
        .database()
        .organisation()
        .post_lines(filter, after.as_deref(), limit)
        .await?)
}

/// One post.
pub async fn get_post(office: &Office, officer: &Officer, id: PostId) -> Result<PostLine, Error> {
    read(officer)?;
    office
        .database()
        .organisation()
        .post_line(id)
        .await?
        .ok_or(Error::NotFound)
}

/// What was done with a post, from the ledger: its own changes, and who took charge of it.
pub async fn post_timeline(
    office: &Office,
    officer: &Officer,
    id: PostId,
    query: &TimelineQuery,
) -> Result<Page<TimelineEntry>, Error> {
    let _ = get_post(office, officer, id).await?;
    timeline(office, officer, SubjectKind::Post, id.0, query).await
}

/// Creates a post.
pub async fn create_post(
    office: &Office,
    officer: &Officer,
    once: Option<&Idempotency>,
    new: &NewPost,
) -> Result<Act, Error> {
    office
        .act(officer, once, async |work| {
            change(work, officer, None).await?;
            let checked = PostFields::check(&new.code, &new.title_en, &new.title_ur, new.grade, new.roles.clone())
                .map_err(fields)?;
            let organisation = work.tx.organisation();
            if organisation.post_by_code(&checked.code).await?.is_some() {
                return Err(Error::refused(OrganisationRefusal::CodeTaken));
            }
            let unit = organisation.unit(new.unit).await?;
            let unit = unit.ok_or(Error::refused(OrganisationRefusal::UnitUnknown))?;
            let above = above(work, new.reports_to).await?;
            let (post, event) = Post::create(work.new_id(), &unit, checked, above.as_ref()).map_err(Error::refused)?;
            organisation.insert_post(&post).await?;
            done(work, post.id.0, post.version, &event).await
        })
        .await
}

/// Changes title, grade, roles or superior of a post.
pub async fn update_post(
    office: &Office,
    officer: &Officer,
    once: Option<&Idempotency>,
    id: PostId,
    seen: Version,
    wanted: &PostChange,
) -> Result<Act, Error> {
    office
        .act(officer, once, async |work| {
            change(work, officer, Some(id.0)).await?;
            let organisation = work.tx.organisation();
            let post = organisation.post_to_change(id).await?.ok_or(Error::NotFound)?;
            expect(seen, post.version)?;
            let old = post.fields();
            let checked = PostFields::check(
                &old.code,
                wanted.title_en.as_ref().unwrap_or(&old.title_en),
                wanted.title_ur.as_ref().unwrap_or(&old.title_ur),
                wanted.grade.unwrap_or(i64::from(old.grade)),
                wanted.roles.clone().unwrap_or(old.roles),
            )
            .map_err(fields)?;
            let above = above(work, wanted.reports_to.unwrap_or(post.reports_to)).await?;
            let elsewhere = match organisation.running_charge(id).await? {
                Some(charge) => sides(work, charge.person, id).await?,
                None => Vec::new(),
            };
            let bound = Bound {
                desk_items: organisation.post_use(id).await?.desk_items,
                elsewhere: &elsewhere,
            };
            let (post, event) = post.change(checked, above.as_ref(), bound).map_err(Error::refused)?;
            organisation.save_post(&post).await?;
            keeps_an_administrator(work).await?;
            done(work, post.id.0, post.version, &event).await
        })
        .await
}

/// Abolishes a post on which nothing hangs any more.
pub async fn abolish_post(
    office: &Office,
    officer: &Officer,
    once: Option<&Idempotency>,
    id: PostId,
    seen: Version,
) -> Result<Act, Error> {
    office
        .act(officer, once, async |work| {
            change(work, officer, Some(id.0)).await?;
            let organisation = work.tx.organisation();
            let post = organisation.post_to_change(id).await?.ok_or(Error::NotFound)?;
            expect(seen, post.version)?;
            let hangs = organisation.post_use(id).await?;
            let (post, event) = post.abolish(hangs, work.now).map_err(Error::refused)?;
            organisation.save_post(&post).await?;
            done(work, post.id.0, post.version, &event).await
        })
        .await
}

async fn above(work: &Work<'_>, superior: Option<PostId>) -> Result<Option<Above<Post, PostId>>, Error> {
    let Some(superior) = superior else { return Ok(None) };
    let above = work.tx.organisation().post_above(superior).await?;
    above
        .map(Some)
        .ok_or(Error::refused(OrganisationRefusal::SuperiorUnknown))
}
