//! What lists of the address book are narrowed to, and how their words are found.

use crate::database::MOST_WORDS;
use daftar_domain::office::fold;
use sea_orm::sea_query::{Cond, Expr, ExprTrait as _, LikeExpr};
use uuid::Uuid;

/// Which entries are wanted.
#[derive(Debug, Clone, Default)]
pub struct EntryFilter<'a> {
    /// Words of names and addresses, in either script.
    pub query: Option<&'a str>,
    /// Deactivated ones too.
    pub include_deactivated: bool,
    /// Where the page before ended.
    pub after: Option<(String, Uuid)>,
    /// Rows of a page.
    pub limit: u64,
}

impl EntryFilter<'_> {
    /// The filter as a condition on the columns that contacts and groups share.
    pub(super) fn condition(&self) -> Cond {
        let mut condition = Cond::all();
        if !self.include_deactivated {
            condition = condition.add(Expr::col("deactivated_at").is_null());
        }
        let query = self.query.map(fold).unwrap_or_default();
        for word in query.split_whitespace().take(MOST_WORDS) {
            let escaped = word.replace('\\', "\\\\").replace('%', "\\%").replace('_', "\\_");
            let pattern = LikeExpr::new(format!("%{escaped}%")).escape('\\');
            condition = condition.add(Expr::col("search_text").like(pattern));
        }
        if let Some((key, id)) = &self.after {
            let end = Expr::tuple([Expr::val(key.as_str()), Expr::val(*id)]);
            let here = Expr::tuple([Expr::col("sort_key"), Expr::col("id")]);
            condition = condition.add(here.gt(end));
        }
        condition
    }
}
