const SUBJECT = /[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}/;
const DIGEST = /^(?:sha-?256:?)?([0-9a-f]{64})$/;

/** What an auditor has in hand: the receipt of an act, or the id (or the address) of a file, a receipt, a post. */
export function findingOf(text: string): { digest: string } | { subject: string } | null {
  const plain = text.toLowerCase().replace(/\s/g, "");
  const digest = DIGEST.exec(plain)?.[1];
  if (digest) return { digest };
  const subject = SUBJECT.exec(plain)?.[0];
  return subject ? { subject } : null;
}
