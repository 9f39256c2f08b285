//! Finding by words: each word must occur in one of the columns.

use crate::database::MOST_WORDS;
use sea_orm::sea_query::{Cond, Expr, ExprTrait as _, Func, IntoColumnRef, LikeExpr, SelectStatement};

/// Narrows a select to rows in which every word of `query` occurs in one of `columns`, whatever its case.
pub(super) fn matching<T>(select: &mut SelectStatement, query: Option<&str>, columns: &[T])
where
    T: IntoColumnRef + Clone,
{
    let words = query.unwrap_or_default().split_whitespace().take(MOST_WORDS);
    for word in words {
        let pattern = format!("%{}%", escaped(&word.to_lowercase()));
        let anywhere = columns.iter().fold(Cond::any(), |any, column| {
            let lower = Expr::from(Func::lower(Expr::col(column.clone())));
            any.add(lower.like(LikeExpr::new(pattern.clone()).escape('\\')))
        });
        select.cond_where(anywhere);
    }
}

fn escaped(word: &str) -> String {
    word.replace('\\', "\\\\").replace('%', "\\%").replace('_', "\\_")
}
