import { createHash } from "node:crypto";
import { beforeEach, describe, expect, it } from "vitest";
import type { File, MeCharge, MePerson, SigningPreparation } from "@/api/schema";
import { canonicalJson } from "./canonical";
import { check } from "./check";
import type { Intent, Meaning } from "./meaning";

const PREVIOUS = "0".repeat(64);
const PAPER = "1".repeat(64);

const sha256 = (text: string) => createHash("sha256").update(text);

/** As the office hashes it: its tag, a byte of nothing, the statement. */
function prepared(statement: string, purpose: "note" | "act", more = {}): SigningPreparation {
  return {
    id: "preparation",
    purpose,
    statement,
    digest: sha256(statement).digest("hex"),
    challenge: sha256(`daftar.${purpose}/v1\0${statement}`).digest("base64url"),
    expires_at: "2026-03-03T06:25:15Z",
    methods: ["server_key"],
    passkeys: null,
    proof_needed: false,
    ...more,
  };
}

const meaningOf = (intent: Intent): Meaning => ({
  intent,
  file: {
    id: "file",
    classification: "restricted",
    last_paragraph: 4,
    last_sender: { id: "sender" },
  } as File,
  person: { id: "person" } as MePerson,
  charge: { id: "charge", post: { id: "post" } } as MeCharge,
  previous: PREVIOUS,
  next: null,
});

const NOTE: Intent = {
  kind: "note",
  body: {
    paragraphs: [
      { dir: "ltr", spans: [{ text: "See " }, { text: "p. 1/C", bold: true, reference: page(1) }] },
      { dir: "auto", spans: [{ text: " " }] },
      { dir: "rtl", spans: [{ text: "" }, { text: "منظور ہے۔" }] },
    ],
  },
};

function page(number: number) {
  return { flag: "A", target: { kind: "page" as const, page: number } };
}

/** What the office's server writes for `NOTE`. */
let note: Record<string, unknown>;
let act: Record<string, unknown>;
beforeEach(() => {
  const common = {
    nonce: "ab".repeat(16),
    file: "file",
    ordinal: 3,
    previous: PREVIOUS,
    post: "post",
    person: "person",
    charge: "charge",
    classification: "restricted",
    at: "2026-03-03T06:20:15.000000Z",
  };
  note = {
    ...common,
    v: 2,
    kind: "note",
    docket: null,
    attachments: [PAPER],
    paragraphs: [
      {
        number: 5,
        dir: "ltr",
        spans: [
          { text: "See " },
          { text: "p. 1/C", bold: true, reference: { flag: "A", target: { kind: "page", page: 1 } } },
        ],
      },
      { number: 6, dir: "rtl", spans: [{ text: "منظور ہے۔" }] },
    ],
  };
  act = {
    ...common,
    v: 1,
    act: "file_returned",
    from: "post",
    to: "sender",
    action: null,
    reason: "discuss",
    remark: "Please\ndiscuss",
  };
});

const faultsOf = async (statement: string, intent: Intent, more = {}) =>
  (
    await check(
      prepared(statement, intent.kind === "return" || intent.kind === "close" ? "act" : "note", more),
      meaningOf(intent),
    )
  ).faults;

const RETURN: Intent = { kind: "return", reason: "discuss", remark: " Please\r\ndiscuss " };

describe("what the server asks to be signed", () => {
  it("is good when it is what the officer wrote, to the byte", async () => {
    const { faults, statement, challenge } = await check(
      prepared(canonicalJson(note), "note"),
      meaningOf(NOTE),
    );
    expect(faults).toEqual([]);
    expect(statement?.paragraphs?.map(({ number }) => number)).toEqual([5, 6]);
    expect(Buffer.from(challenge).toString("base64url")).toBe(
      prepared(canonicalJson(note), "note").challenge,
    );
    const agreement = { ...note, kind: "agreement", attachments: [], paragraphs: [{ number: 5 }] };
    expect(await faultsOf(canonicalJson(agreement), { kind: "agreement" })).toEqual([]);
    expect(await faultsOf(canonicalJson(act), RETURN)).toEqual([]);
    const closing = { ...act, act: "file_closed", to: null, reason: null, remark: null };
    expect(await faultsOf(canonicalJson(closing), { kind: "close", remark: " " })).toEqual([]);
  });

  it.each([
    ["file", { file: "other" }, "file"],
    ["kind", { kind: "agreement" }, "kind"],
    ["text", { paragraphs: [{ number: 5, dir: "ltr", spans: [{ text: "Rejected." }] }] }, "text"],
    ["person", { person: "other" }, "signer"],
    ["post", { post: "other" }, "signer"],
    ["charge", { charge: "other" }, "signer"],
    ["classification", { classification: "secret" }, "classification"],
    ["notes above", { previous: PAPER }, "previous"],
    ["version", { v: 3 }, "form"],
    ["nonce", { nonce: "guessable" }, "form"],
    ["time", { at: "yesterday" }, "form"],
    ["papers", { attachments: ["some"] }, "form"],
    ["more than is known", { rider: "and a house" }, "form"],
    ["less than is needed", { charge: undefined }, "signer"],
  ])("is refused with another %s", async (_, change, fault) => {
    const { faults, statement } = await check(
      prepared(canonicalJson({ ...note, ...change }), "note"),
      meaningOf(NOTE),
    );
    expect(faults).toContain(fault);
    expect(statement).toBeNull();
  });

  it.each([
    ["destination", { to: "other" }, "destination"],
    ["reason", { reason: "clarify" }, "reason"],
    ["remark", { remark: "Please" }, "text"],
    ["act", { act: "file_closed" }, "kind"],
    ["desk", { from: "other" }, "signer"],
  ])("is refused with another %s of an act", async (_, change, fault) => {
    expect(await faultsOf(canonicalJson({ ...act, ...change }), RETURN)).toContain(fault);
  });

  it("is refused where a reference leads elsewhere, or a paragraph has another number", async () => {
    const [first, second] = note.paragraphs as { number: number; spans: object[] }[];
    const elsewhere = {
      ...first,
      spans: [{ text: "See " }, { text: "p. 1/C", bold: true, reference: page(2) }],
    };
    for (const paragraphs of [
      [elsewhere, second],
      [first, { ...second, number: 7 }],
    ]) {
      expect(await faultsOf(canonicalJson({ ...note, paragraphs }), NOTE)).toEqual(["text"]);
    }
  });

  it("is refused when it is not written canonically", async () => {
    const canonical = canonicalJson(note);
    for (const written of [
      JSON.stringify(note),
      canonical.replace("{", "{ "),
      canonical.replace("{", '{"v":2,'),
      `${canonical}\n`,
      "not json",
      "[]",
    ]) {
      expect(await faultsOf(written, NOTE), written.slice(0, 40)).toEqual(["form"]);
    }
  });

  it("is refused with hashes that are not its own", async () => {
    const statement = canonicalJson(note);
    expect(await faultsOf(statement, NOTE, { digest: PAPER })).toEqual(["digest"]);
    const { challenge } = prepared("other", "note");
    expect(await faultsOf(statement, NOTE, { challenge })).toEqual(["challenge"]);
    const asAct = prepared(statement, "act");
    expect((await check(asAct, meaningOf(NOTE))).faults).toEqual(["kind", "challenge"]);
  });

  it("is compared with the notes above only where the page has read them", async () => {
    const meaning = { ...meaningOf(NOTE), previous: undefined };
    expect((await check(prepared(canonicalJson(note), "note"), meaning)).faults).toEqual([]);
  });
});

describe("canonical JSON", () => {
  it("sorts, and writes strings as RFC 8785 says", () => {
    expect(canonicalJson({ b: [1, true, null], a: '\u0001\n"دفتر"', Z: {} })).toBe(
      '{"Z":{},"a":"\\u0001\\n\\"دفتر\\"","b":[1,true,null]}',
    );
  });
});

describe("what is signed about a draft", () => {
  const APPROVE: Intent = {
    kind: "approve",
    draft: {
      id: "draft",
      text: 3,
      digest: PAPER,
      form: "office_memorandum",
      classification: "confidential",
      amends: null,
      subject: "Release of funds",
    },
  };
  /** What the office's server writes for `APPROVE`. */
  const approval = {
    v: 1,
    nonce: "ab".repeat(16),
    act: "communication_approved",
    file: "file",
    communication: "draft",
    ordinal: 1,
    text: 3,
    digest: PAPER,
    form: "office_memorandum",
    classification: "confidential",
    post: "post",
    person: "person",
    charge: "charge",
    at: "2026-03-03T06:20:15.000000Z",
  };
  const ofApproval = async (change: object) =>
    (
      await check(prepared(canonicalJson({ ...approval, ...change }), "act"), {
        ...meaningOf(APPROVE),
        previous: undefined,
      })
    ).faults;

  it("is good when it is the approval of the text on the page", async () => {
    expect(await ofApproval({})).toEqual([]);
  });

  it.each([
    ["draft", { communication: "other" }, "draft"],
    ["text", { text: 4 }, "draft"],
    ["digest", { digest: PREVIOUS }, "draft"],
    ["form", { form: "letter" }, "draft"],
    ["classification", { classification: "restricted" }, "classification"],
    ["act", { act: "communication_withdrawn" }, "kind"],
    ["post", { post: "other" }, "signer"],
    ["note above", { previous: PREVIOUS }, "form"],
  ])("is refused with another %s of an approval", async (_, change, fault) => {
    const faults = await ofApproval(change);
    expect(faults).toContain(fault);
  });

  const PRINT = new TextEncoder().encode("%PDF-1.7 as it will go out");
  const ISSUE: Intent = { ...APPROVE, kind: "issue" };
  const issued = {
    ...approval,
    act: "communication_issued",
    ordinal: 4,
    number: "F.8-2/2026-Bud-I/14",
    date: "2026-03-03",
    amends: null,
    rendered: createHash("sha256").update(PRINT).digest("hex"),
  };
  const ofIssue = (change: object, print: Uint8Array<ArrayBuffer> | null = PRINT) => {
    const meaning = { ...meaningOf(ISSUE), previous: undefined };
    meaning.file.number = "F.8-2/2026-Bud-I";
    return check(prepared(canonicalJson({ ...issued, ...change }), "act"), meaning, print);
  };

  it("is good when it issues the text on the page as the document that was read", async () => {
    const { faults, statement, print } = await ofIssue({});
    expect(faults).toEqual([]);
    expect(statement).toMatchObject({ number: "F.8-2/2026-Bud-I/14", date: "2026-03-03" });
    expect(print).toBe(PRINT);
  });

  it.each([
    ["draft", { communication: "other" }, ["draft"]],
    ["text", { text: 4 }, ["draft"]],
    ["digest", { digest: PREVIOUS }, ["draft"]],
    ["classification", { classification: "restricted" }, ["classification"]],
    ["amended issue", { amends: { issue: "earlier", how: "rescission" } }, ["draft"]],
    ["act", { act: "communication_approved" }, ["kind"]],
    ["charge", { charge: "other" }, ["signer"]],
    ["file's number", { number: "F.9-1/2026-Bud-I/14" }, ["number"]],
    ["number, that only begins like one of the file", { number: "F.8-2/2026-Bud-I/14 bis" }, ["number"]],
    ["number without a place", { number: "F.8-2/2026-Bud-I/" }, ["number"]],
    ["number, that is none", { number: 14 }, ["form"]],
    ["date, that is none", { date: "3 March 2026" }, ["form"]],
    ["date, that no calendar has", { date: "2026-02-30" }, ["form"]],
    ["date, that no calendar has either", { date: "2026-13-01" }, ["form"]],
    ["print", { rendered: PAPER }, ["print"]],
    ["print, that is no hash", { rendered: "some" }, ["form"]],
    ["number, that is missing", { number: undefined }, ["form"]],
    ["rider", { rider: "and a house" }, ["form"]],
  ])("is refused with another %s of an issue", async (_, change, expected) => {
    const { faults, statement } = await ofIssue(change);
    expect(faults).toEqual(expected);
    expect(statement).toBeNull();
  });

  it("is refused where the document could not be read, or is another", async () => {
    expect((await ofIssue({}, null)).faults).toEqual(["print"]);
    expect((await ofIssue({}, new TextEncoder().encode("%PDF-1.7 another"))).faults).toEqual(["print"]);
  });
});
