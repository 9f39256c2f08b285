//! What goes out comes back as it was; what strangers send is taken apart without harm.

mod arriving;
mod carrying;
mod writing;

use crate::{Attachment, Letter};
use chrono::DateTime;

/// A letter with what is hard about letters: two scripts, and a paper.
fn letter() -> Letter<'static> {
    Letter {
        id: "0199-1@finance.example.org",
        from_name: "محکمہ خزانہ، حکومت پنجاب",
        from: "registry@finance.example.org",
        reply_to: Some("registry-2@finance.example.org"),
        to_name: "Accountant General, Punjab",
        to: "ag@audit.example.org",
        subject: "F.8-2/2026-Bud-I/14: ضمنی گرانٹ برائے سال 2026-27 — Supplementary grant for the year 2026-27",
        text: "Sir,\n\nplease find attached.\n\nمنسلک ملاحظہ فرمائیں۔\n",
        attachments: vec![Attachment {
            name: "مراسلہ F.8-2.pdf".to_owned(),
            media_type: "application/pdf".to_owned(),
            content: (0..=255).cycle().take(4000).collect(),
        }],
        reminds_of: None,
        at: DateTime::from_timestamp(1_800_000_000, 0).unwrap(),
    }
}
