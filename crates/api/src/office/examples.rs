//! Values that the examples of the documentation share: one section, two posts of its line, one case.

use serde_json::{Value, json};

pub(crate) const SECTION: &str = "019579a0-4c00-7a10-8b5e-2f1d6c3a9e01";
pub(crate) const REGISTRY: &str = "019579a0-4c00-7a11-9c0d-6f70e2b14d02";
pub(crate) const DEPARTMENT: &str = "019579a0-4c00-7a12-a1f4-0c8b5d29e703";
pub(crate) const SECTION_OFFICER: &str = "019579a0-5a10-7b20-8e41-73a9c0d5f211";
pub(crate) const DEPUTY_SECRETARY: &str = "019579a0-5a10-7b21-b6f8-15e2d7c0a412";
pub(crate) const DIARY_CLERK: &str = "019579a0-5a10-7b22-90ab-4d3f8e61c713";
pub(crate) const BILAL: &str = "019579a0-6b20-7c30-8a6d-0b9e4f7c2d21";
pub(crate) const AYESHA: &str = "019579a0-6b20-7c31-97e2-5c1a8d3f6b22";
pub(crate) const ABBAS: &str = "019579a0-6b20-7c32-ac58-e70d2b9f4a23";
pub(crate) const CHARGE: &str = "019579a0-7c30-7d40-8d17-9f2e6a0c5b31";
pub(crate) const HEAD: &str = "019579a0-8d40-7e50-a2c9-3b7f1e8d0641";
pub(crate) const FILE: &str = "0195a1f3-2e80-7f60-9b34-c8d0e1f2a351";
pub(crate) const OTHER_FILE: &str = "0195a1f3-2e80-7f61-8c57-04b9e6d1f752";
pub(crate) const RECEIPT: &str = "0195a1f3-3f90-7a70-b0e6-6d2c9f8a1b61";
pub(crate) const DOCUMENT: &str = "0195a1f3-4a00-7b80-8f13-a5e7c0d9b271";
pub(crate) const SOMETHING: &str = "0195a1f3-5b10-7c90-9e28-d1f6b3a4c581";
/// A template of a letter.
pub(crate) const TEMPLATE: &str = "#import \"/daftar.typ\": *\n#show: sheet\n\n#letterhead()\n#number-line()\n\
    #addressees()\n#subject()\n#amends()\n#reference()\n#salutation()\n#body()\n#closing()\n#enclosures()\n#copies()\n";
/// A draft's version.
pub(crate) const DRAFT_VERSION: i64 = 1_772_518_682_417;
pub(crate) const DIGEST: &str = "9f2c1d7e4b8a05c36e1f7d90a2b4c6e8f013579bdf2468ace0112233445566aa";

/// A hash of the ledger's tree.
pub(crate) const HASH: &str = "nyDH6hcnyXzrmfHgQs9jOkWqwbT2jBfFjBo2QnJDvMo=";
pub(crate) const VERIFIER_KEY: &str = "office.example/ledger+4a1f0c7e+AZ8sHX5LigXDbh99kKK0xujwE1eb3yRorOARIjNEVWaq";
/// The key of a witness.
pub(crate) const WITNESS_KEY: &str = "archives.example/witness+6f33e9f4+BOpKbGPinFIKvvVQexMuxfmVR3auvr57kkIe6mkURtIs";
/// A signed note of the ledger.
pub(crate) const CHECKPOINT: &str = "office.example/ledger\n1042\nnyDH6hcnyXzrmfHgQs9jOkWqwbT2jBfFjBo2QnJDvMo=\n\n\
    \u{2014} office.example/ledger Sh8MfiR5hE0xTo1wDq7Jm3bqT4t0Tg1mV8k6c3hR1yN5zXw7b2u9d4f6g8h0j1k3l5m7n9p2q4r6s8t0v1w3x5z7A9A=\n";

/// The section whose file it is.
pub(crate) fn section() -> Value {
    json!({
        "id": SECTION, "code": "FD-BUDGET-1", "kind": "section",
        "name_en": "Budget Section I", "name_ur": "بجٹ سیکشن اوّل",
    })
}

/// The registry that diarised the letter.
pub(crate) fn registry() -> Value {
    json!({
        "id": REGISTRY, "code": "FD", "kind": "registry",
        "name_en": "Finance Registry", "name_ur": "رجسٹری محکمہ خزانہ",
    })
}

/// The section officer's name.
pub(crate) fn bilal() -> Value {
    json!({"id": BILAL, "name_en": "Bilal Hassan", "name_ur": "بلال حسن"})
}

/// The deputy secretary's name.
pub(crate) fn ayesha() -> Value {
    json!({"id": AYESHA, "name_en": "Ayesha Khan", "name_ur": "عائشہ خان"})
}

/// The diary clerk's name.
pub(crate) fn abbas() -> Value {
    json!({"id": ABBAS, "name_en": "Ghulam Abbas", "name_ur": "غلام عباس"})
}

/// The post that notes first.
pub(crate) fn section_officer() -> Value {
    json!({
        "id": SECTION_OFFICER, "title_en": "Section Officer (Budget-I)", "title_ur": "سیکشن آفیسر (بجٹ اوّل)",
        "grade": 17, "unit": section(), "holder": bilal(),
    })
}

/// The post above it.
pub(crate) fn deputy_secretary() -> Value {
    json!({
        "id": DEPUTY_SECRETARY, "title_en": "Deputy Secretary (Budget)", "title_ur": "ڈپٹی سیکرٹری (بجٹ)",
        "grade": 18, "unit": section(), "holder": ayesha(),
    })
}

/// The post that diarises.
pub(crate) fn diary_clerk() -> Value {
    json!({
        "id": DIARY_CLERK, "title_en": "Diary Clerk, Finance", "title_ur": "ڈائری کلرک، خزانہ", "grade": 11,
        "unit": registry(), "holder": {"id": ABBAS, "name_en": "Ghulam Abbas", "name_ur": "غلام عباس"},
    })
}

/// The letter, as it was scanned.
pub(crate) fn document() -> Value {
    json!({
        "id": DOCUMENT, "digest": DIGEST, "size": 184_320, "media_type": "application/pdf",
        "file_name": "Letter of Irrigation.pdf", "pages": 3, "preview": "ok",
        "uploaded_at": "2026-03-02T04:41:09Z", "same_as": [],
    })
}

/// A note in two languages: a flag points into the correspondence.
pub(crate) fn note_body() -> Value {
    json!({"paragraphs": [
        {"dir": "ltr", "spans": [
            {"text": "The Irrigation Department asks for the second instalment at "},
            {"text": "p. 1/C", "bold": true, "reference": {"flag": "A", "target": {"kind": "page", "page": 1}}},
            {"text": ". Funds are available under the head."},
        ]},
        {"dir": "rtl", "spans": [{"text": "رقم کے اجراء کی منظوری کے لیے پیش ہے۔"}]},
    ]})
}

/// Who wrote the draft, and when.
pub(crate) fn draft_hand() -> Value {
    json!({"post": section_officer(), "person": bilal(), "at": "2026-03-03T06:18:02Z"})
}

/// What a letter to the Accountant General says.
pub(crate) fn communication_content() -> Value {
    json!({
        "form": "letter", "languages": "en", "classification": "unclassified", "priority": "routine",
        "addressees": [{
            "kind": "outside", "sort": "body", "name": "The Accountant General, Punjab",
            "lines": ["Lahore"], "email": "ag@example.org",
        }],
        "copies": [{"kind": "post", "post": DEPUTY_SECRETARY}],
        "subject": {"en": "Release of funds for the second quarter", "ur": ""},
        "text": {
            "en": {"blocks": [
                {"type": "paragraph", "align": "start", "content": [{"text": "I am directed to convey the sanction of"}]},
                {"type": "paragraph", "numbered": true, "align": "start", "content": [{"text": "The expenditure is"}]},
            ]},
            "ur": {"blocks": []},
        },
        "in_reply_to": RECEIPT,
        "enclosures": [{"title": "Statement of releases", "document": DOCUMENT}],
        "signatory": SECTION_OFFICER,
    })
}

/// Whom the section often writes to.
pub(crate) fn contact() -> Value {
    json!({
        "id": SOMETHING, "unit": section(), "sort": "body", "name": "The Deputy Commissioner", "lines": ["Multan"],
        "name_ur": "ڈپٹی کمشنر", "lines_ur": ["ملتان"], "email": "dc@multan.example.gov.pk", "phone": "061-9200032",
        "deactivated_at": null, "version": 1, "can_change": true,
    })
}

/// A change of the first block.
pub(crate) fn suggestion() -> Value {
    let paragraph = |text: &str| json!({"type": "paragraph", "align": "start", "content": [{"text": text}]});
    json!({
        "language": "en", "block": 0, "before": paragraph("I am directed to convey the sanction of"),
        "after": paragraph("I am directed to convey the sanction of the competent authority to"),
    })
}

/// The letter in the list of its file.
pub(crate) fn communication_line() -> Value {
    json!({
        "id": SOMETHING, "form": "letter", "languages": "en", "subject": "Release of funds for the second quarter",
        "state": "draft", "number": null, "classification": "unclassified", "priority": "routine", "addressees": 1, "text_number": 2,
        "written": draft_hand(), "version": 4,
    })
}

/// The letter as it is read.
pub(crate) fn communication() -> Value {
    json!({
        "id": SOMETHING, "version": 4,
        "file": {
            "id": FILE, "number": "F.8-2/2026-BUD", "subject": "Release of funds for the second quarter",
            "classification": "restricted", "version": 7,
        },
        "state": "draft", "content": communication_content(), "text_number": 2, "written": draft_hand(), "sealed": false,
        "opened": draft_hand(), "approval": null, "voided_approval": null, "issue": null, "replies": [], "amends": null,
        "withdrawn": null,
        "forms": ["letter", "demi_official", "endorsement"],
        "names": {"posts": [section_officer(), deputy_secretary()], "units": []}, "documents": [document()],
        "unprintable": [], "obstacles": [], "can": ["revise", "remark", "vet", "approve", "withdraw"],
    })
}

/// The letter on its way to the Accountant General.
pub(crate) fn dispatch() -> Value {
    json!({
        "id": SOMETHING, "number": "F.8-2/2026-BUD/14", "issued_on": "2026-03-03", "form": "letter",
        "classification": "unclassified", "subject": "Release of funds for the second quarter", "ordinal": 1, "role": "to",
        "address": accountant_general(), "email": "ag@example.org", "mail": null, "no_mail": "no_server", "channel": "post", "state": "dispatched",
        "failure": null, "delivered_at": null, "diary_number": null, "carrier": "Pakistan Post",
        "reference": "RGL-1180-2231", "dispatched_on": "2026-03-03", "acknowledged_on": null, "acknowledged_by": null,
        "return_reason": null, "returned_on": null, "reply_due_on": "2026-03-20", "answered_at": null, "reminders": 0,
        "documents": [{"number": 1, "title": "Release of funds for the second quarter"}], "version": 2,
        "can": ["acknowledge", "return"],
    })
}

/// His address, as it was printed.
fn accountant_general() -> Value {
    let lines = ["The Accountant General, Punjab", "Lahore"];
    json!({ "en": lines, "ur": lines })
}

/// The letter in the issue register.
pub(crate) fn issue_line() -> Value {
    json!({
        "id": SOMETHING, "communication_id": SOMETHING, "number": "F.8-2/2026-BUD/14", "issued_on": "2026-03-03",
        "form": "letter", "classification": "unclassified", "subject": "Release of funds for the second quarter",
        "unit": section(), "signed_by": section_officer(),
        "addressees": [{
            "role": "to", "address": accountant_general(), "channel": "post", "state": "dispatched", "answered_at": null,
        }],
        "reply_due_on": "2026-03-20", "reply": "awaited",
    })
}
