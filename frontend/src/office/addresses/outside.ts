import { i18n } from "@lingui/core";
import { bodyOf, client } from "@/api/client";
import type {
  AddressBlock,
  Addressee,
  AddressGroup,
  Contact,
  OutsideAddressee,
  OutsideKind,
} from "@/api/schema";
import { currentLanguage } from "@/i18n/i18n";
import { lettersOver } from "@/ui/Bounded";

export const MOST_LINE = 200;
export const MOST_LINES = 8;

/** An address as it is typed. */
export interface OutsideTexts {
  sort: OutsideKind;
  name: string;
  lines: string;
  name_ur: string;
  lines_ur: string;
  email: string;
}

export function textsOf(outside: Partial<OutsideAddressee> | null): OutsideTexts {
  const { sort = "body", name = "", lines = [], email, ur } = outside ?? {};
  return {
    sort,
    name,
    lines: lines.join("\n"),
    name_ur: ur?.name ?? "",
    lines_ur: (ur?.lines ?? []).join("\n"),
    email: email ?? "",
  };
}

export const linesOf = (text: string) =>
  text
    .split("\n")
    .map((line) => line.trim())
    .filter(Boolean);

/** The addressee that is written down; without Urdu, where nothing was typed there. */
export function addresseeFrom(texts: OutsideTexts): Addressee {
  const email = texts.email.trim();
  const ur = urduOf(texts.name_ur, linesOf(texts.lines_ur));
  return {
    kind: "outside",
    sort: texts.sort,
    name: texts.name.trim(),
    lines: linesOf(texts.lines),
    ...(email && { email }),
    ...(ur && { ur }),
  };
}

/** The address of a contact as it is now: what is addressed keeps it so. */
export function addresseeOf(contact: Contact): Addressee {
  const { sort, name, lines, name_ur, lines_ur, email } = contact;
  const ur = urduOf(name_ur, lines_ur);
  return { kind: "outside", sort, name, lines, ...(email && { email }), ...(ur && { ur }) };
}

function urduOf(name: string, lines: string[]): AddressBlock | null {
  return name.trim() || lines.length > 0 ? { name: name.trim(), lines } : null;
}

/** The body that keeps an address in the book. */
export function bodyFrom(texts: OutsideTexts) {
  return {
    sort: texts.sort,
    name: texts.name,
    lines: linesOf(texts.lines),
    name_ur: texts.name_ur,
    lines_ur: linesOf(texts.lines_ur),
    email: texts.email.trim() || null,
  };
}

/** Keeps an address in the book of the own unit; says whether another entry has the same name and e-mail. */
export async function keepContact(texts: OutsideTexts, key: string): Promise<{ isSecond: boolean }> {
  const header = { "Idempotency-Key": key };
  const act = await bodyOf(client.POST("/api/v1/contacts", { params: { header }, body: bodyFrom(texts) }));
  return { isSecond: act.warnings.includes("same_contact") };
}

/** The name that the reader knows best. */
export function shownName({ name, name_ur }: Pick<Contact | AddressGroup, "name" | "name_ur">): string {
  return (currentLanguage() === "ur" && name_ur) || name;
}

/** The lines below the name, in the same language. */
export function shownLines({ name_ur, lines, lines_ur }: Contact): string[] {
  return currentLanguage() === "ur" && name_ur ? lines_ur : lines;
}

export type WrongTexts = Partial<Record<Exclude<keyof OutsideTexts, "sort">, string>>;

/** What the office would not take, told before it is sent. */
export function wrongIn(texts: OutsideTexts): WrongTexts {
  const tooLong = i18n._({
    id: "draft.outside.long",
    message: "At most 200 letters in a line, eight lines",
  });
  const missing = i18n._({ id: "draft.outside.name.missing", message: "Give the first line" });
  const areTooLong = (text: string) => {
    const lines = linesOf(text);
    return lines.length > MOST_LINES || lines.some((line) => lettersOver(line, MOST_LINE) > 0);
  };
  const email = texts.email.trim();
  return {
    ...(!texts.name.trim() && { name: missing }),
    ...(lettersOver(texts.name, MOST_LINE) > 0 && { name: tooLong }),
    ...(areTooLong(texts.lines) && { lines: tooLong }),
    ...(!texts.name_ur.trim() && linesOf(texts.lines_ur).length > 0 && { name_ur: missing }),
    ...(lettersOver(texts.name_ur, MOST_LINE) > 0 && { name_ur: tooLong }),
    ...(areTooLong(texts.lines_ur) && { lines_ur: tooLong }),
    ...(email &&
      !/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(email) && {
        email: i18n._({ id: "draft.outside.email.wrong", message: "This is no e-mail address" }),
      }),
  };
}
