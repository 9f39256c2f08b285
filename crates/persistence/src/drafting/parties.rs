//! Those whom a draft names, as they are now.

use super::Drafting;
use crate::database::{Error, parse};
use crate::organisation::roles_from_column;
use daftar_domain::access::{Officer, Role};
use daftar_domain::drafting::{Addressee, Content, Parties, Party};
use daftar_domain::office::{DocumentId, FileId, PostId, ReceiptId, UnitId};
use daftar_domain::organisation::UnitKind;
use sea_orm::ConnectionTrait;
use sea_orm::sea_query::{Expr, ExprTrait as _, Query, UnionType};
use std::collections::{HashMap, HashSet};
use uuid::Uuid;

/// A post that is not abolished, as a draft needs to know it.
struct PostParty {
    party: Party,
    may_sign: bool,
}

impl<C: ConnectionTrait> Drafting<'_, C> {
    /// What the office knows of those whom a draft on a file of `unit` names.
    pub async fn parties(&self, content: &Content, file: FileId, unit: UnitId) -> Result<Parties, Error> {
        let named = || content.addressees.iter().chain(&content.copies);
        let posts = named().filter_map(|addressee| match addressee {
            Addressee::Post { post } => Some(*post),
            Addressee::Unit { .. } | Addressee::Outside(_) => None,
        });
        let posts: Vec<PostId> = posts.chain(content.signatory).collect();
        let units = named().filter_map(|addressee| match addressee {
            Addressee::Unit { unit } => Some(*unit),
            Addressee::Post { .. } | Addressee::Outside(_) => None,
        });
        let units: Vec<UnitId> = units.collect();
        let posts = self.post_parties(&posts).await?;
        let units = self.unit_parties(&units).await?;
        let party = |addressee: &Addressee| match addressee {
            Addressee::Post { post } => posts.get(post).map(|post| post.party),
            Addressee::Unit { unit } => units.get(unit).copied(),
            Addressee::Outside(outside) => Some(outside.sort.party()),
        };
        let signatory = content.signatory.and_then(|post| posts.get(&post));
        Ok(Parties {
            from: self.writer(unit).await?,
            addressees: content.addressees.iter().map(party).collect(),
            copies: content.copies.iter().map(party).collect(),
            signatory_may_sign: signatory.is_some_and(|post| post.may_sign),
            reply_on_file: match content.in_reply_to {
                Some(receipt) => self.is_on_file(receipt, file).await?,
                None => false,
            },
            unit,
            amended: match content.amends {
                Some(amends) => self.amended(amends.issue).await?,
                None => None,
            },
        })
    }

    /// What sort of party the unit is whose file it is, closed or not.
    async fn writer(&self, unit: UnitId) -> Result<Party, Error> {
        let select = Query::select()
            .column("kind")
            .from("units")
            .and_where(Expr::col("id").eq(unit.0))
            .to_owned();
        let row = self.connection.query_one(&select).await?;
        let kind: Option<String> = row.map(|row| row.try_get("", "kind")).transpose()?;
        Ok(Party::of(parse("units", &kind.unwrap_or_default())?))
    }

    /// The posts among these that exist.
    async fn post_parties(&self, posts: &[PostId]) -> Result<HashMap<PostId, PostParty>, Error> {
        if posts.is_empty() {
            return Ok(HashMap::new());
        }
        let select = Query::select()
            .columns([("posts", "id"), ("posts", "roles")])
            .column(("units", "kind"))
            .from("posts")
            .inner_join("units", Expr::col(("units", "id")).equals(("posts", "unit_id")))
            .and_where(Expr::col(("posts", "id")).is_in(posts.iter().map(|post| post.0)))
            .and_where(Expr::col(("posts", "abolished_at")).is_null())
            .to_owned();
        let mut found = HashMap::new();
        for row in self.connection.query_all(&select).await? {
            let kind: String = row.try_get("", "kind")?;
            let roles: String = row.try_get("", "roles")?;
            let party = PostParty {
                party: Party::of(parse::<UnitKind>("units", &kind)?),
                may_sign: roles_from_column(&roles)?.has(Role::Authenticator),
            };
            found.insert(PostId(row.try_get("", "id")?), party);
        }
        Ok(found)
    }

    /// The units among these that exist.
    async fn unit_parties(&self, units: &[UnitId]) -> Result<HashMap<UnitId, Party>, Error> {
        if units.is_empty() {
            return Ok(HashMap::new());
        }
        let select = Query::select()
            .columns(["id", "kind"])
            .from("units")
            .and_where(Expr::col("id").is_in(units.iter().map(|unit| unit.0)))
            .and_where(Expr::col("closed_at").is_null())
            .to_owned();
        let mut found = HashMap::new();
        for row in self.connection.query_all(&select).await? {
            let kind: String = row.try_get("", "kind")?;
            found.insert(UnitId(row.try_get("", "id")?), Party::of(parse("units", &kind)?));
        }
        Ok(found)
    }

    /// Whether a receipt is on a file.
    pub async fn is_on_file(&self, receipt: ReceiptId, file: FileId) -> Result<bool, Error> {
        let select = Query::select()
            .expr(Expr::val(1))
            .from("receipts")
            .and_where(Expr::col("id").eq(receipt.0))
            .and_where(Expr::col("file_id").eq(file.0))
            .to_owned();
        Ok(self.connection.query_one(&select).await?.is_some())
    }

    /// The documents among these that may be enclosed in a communication on a file: those that the officer's post
    /// uploaded, those in the file's correspondence, and those that another draft on it encloses. Somebody else's upload
    /// does not exist for him, and what lies on another file stays there: everyone who sees this file will see it.
    pub async fn enclosable(
        &self,
        documents: &[DocumentId],
        file: FileId,
        officer: &Officer,
    ) -> Result<HashSet<DocumentId>, Error> {
        if documents.is_empty() {
            return Ok(HashSet::new());
        }
        let among = || documents.iter().map(|document| document.0).collect::<Vec<Uuid>>();
        let mut select = Query::select()
            .column("id")
            .from("documents")
            .and_where(Expr::col("id").is_in(among()))
            .and_where(Expr::col("uploaded_by").eq(officer.post.0))
            .to_owned();
        let papers = Query::select()
            .column(("paper_documents", "document_id"))
            .from("paper_documents")
            .inner_join(
                "papers",
                Expr::col(("papers", "id")).equals(("paper_documents", "paper_id")),
            )
            .and_where(Expr::col(("papers", "file_id")).eq(file.0))
            .and_where(Expr::col(("paper_documents", "document_id")).is_in(among()))
            .to_owned();
        let drafts = Query::select()
            .column(("communication_documents", "document_id"))
            .from("communication_documents")
            .inner_join(
                "communications",
                Expr::col(("communications", "id")).equals(("communication_documents", "communication_id")),
            )
            .and_where(Expr::col(("communications", "file_id")).eq(file.0))
            .and_where(Expr::col(("communication_documents", "document_id")).is_in(among()))
            .to_owned();
        select
            .union(UnionType::Distinct, papers)
            .union(UnionType::Distinct, drafts);
        let rows = self.connection.query_all(&select).await?;
        rows.iter()
            .map(|row| Ok(DocumentId(row.try_get_by_index(0)?)))
            .collect()
    }
}
