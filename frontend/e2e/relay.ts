import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { expect } from "@playwright/test";

const FOLDER = process.env.DAFTAR_RELAY ?? "";

/** A mail to an address, as the office's mail server has taken it. */
export interface Mail {
  /** What it says. */
  text: string;
  /** What it brings along. */
  papers: Buffer[];
}

/** Waits until the mail server has a mail to an address, and just one. */
export async function mailTo(address: string): Promise<Mail> {
  const mine = async () => (await readdir(FOLDER)).filter((name) => name.endsWith(`-${address}.eml`));
  await expect.poll(mine, { timeout: 30_000 }).toHaveLength(1);
  const [name] = await mine();
  const parts = (await readFile(join(FOLDER, name ?? ""), "latin1")).split(/^--[^\r\n]+\r?\n/m).map(decoded);
  const of = (type: string) => parts.filter((part) => part.type === type).map((part) => part.bytes);
  return { text: Buffer.concat(of("text/plain")).toString("utf8"), papers: of("application/pdf") };
}

function decoded(part: string): { type: string; bytes: Buffer } {
  const [head = "", ...rest] = part.split(/\r?\n\r?\n/);
  const body = rest.join("\r\n\r\n");
  const header = (name: string) => new RegExp(`^${name}:\\s*([^;\\s]+)`, "im").exec(head)?.[1]?.toLowerCase();
  const type = header("Content-Type") ?? "";
  switch (header("Content-Transfer-Encoding")) {
    case "base64":
      return { type, bytes: Buffer.from(body, "base64") };
    case "quoted-printable": {
      const bytes = body
        .replace(/=\r?\n/g, "")
        .replace(/=([0-9A-F]{2})/g, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16)));
      return { type, bytes: Buffer.from(bytes, "latin1") };
    }
    default:
      return { type, bytes: Buffer.from(body, "latin1") };
  }
}
