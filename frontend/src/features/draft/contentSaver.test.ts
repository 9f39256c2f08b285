import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { type Content, fullContent } from "./content";
import { ContentSaver, SaveFailure, type Stored } from "./contentSaver";

const FIRST = fullContent({
  form: "letter",
  languages: "en",
  classification: "restricted",
  priority: "routine",
});

const about = (subject: string): Content => ({ ...FIRST, subject: { en: subject, ur: "" } });

const stored = (content: Content, version: number): Stored => ({
  content,
  version,
  textNumber: version,
  savedAt: "2026-11-26T05:42:00Z",
});

/** An office with one draft, which others may write in too; `next` is what becomes of the coming requests. */
class Office {
  held = stored(FIRST, 1);
  requests: string[] = [];
  next: ("offline" | "lost" | "refused")[] = [];
  running = 0;
  most = 0;

  port = {
    save: async (content: Content, version: number) => {
      this.running += 1;
      this.most = Math.max(this.most, this.running);
      await Promise.resolve();
      this.running -= 1;
      this.requests.push(`${content.subject.en}@${version}`);
      const fate = this.next.shift();
      if (fate === "offline" || fate === "refused") throw new SaveFailure(fate);
      if (version !== this.held.version) throw new SaveFailure("stale");
      // The office cleans what it keeps.
      this.held = stored(about(content.subject.en.trim()), version + 1);
      if (fate === "lost") throw new SaveFailure("offline");
      return this.held;
    },
    read: async () => this.held,
  };
}

let office: Office;
let saver: ContentSaver;
const write = (subject: string) => saver.edit({ subject: { en: subject, ur: "" } });
const status = () => saver.getSnapshot().status;

beforeEach(() => {
  vi.useFakeTimers();
  office = new Office();
  saver = new ContentSaver(office.port, office.held);
});
afterEach(() => vi.useRealTimers());

describe("a draft that is being written", () => {
  it("is saved once its writer pauses, and not before", async () => {
    write("R");
    await vi.advanceTimersByTimeAsync(1_000);
    write("Release ");
    await vi.advanceTimersByTimeAsync(1_000);
    expect(status()).toBe("waiting");
    expect(office.requests).toEqual([]);
    await vi.advanceTimersByTimeAsync(300);
    expect(office.requests).toEqual(["Release @1"]);
    expect(status()).toBe("saved");
    // What the office has cleaned does not take the space from under the writer's hand.
    expect(saver.getSnapshot().content.subject.en).toBe("Release ");
    expect(saver.getSnapshot().version).toBe(2);
  });

  it("is sent by one request at a time, each against the version before", async () => {
    write("a");
    const first = saver.flush();
    write("ab");
    await Promise.all([first, saver.flush(), saver.flush()]);
    expect(office.requests).toEqual(["a@1", "ab@2"]);
    expect(office.most).toBe(1);
    expect(saver.isUnsaved).toBe(false);
  });

  it("waits for what is under way, also when it was taken back meanwhile", async () => {
    write("a");
    const first = saver.flush();
    write("");
    expect(await saver.flush()).toBe(true);
    await first;
    expect(office.requests).toEqual(["a@1", "@2"]);
  });

  it("is saved over a remark before something is done with it", async () => {
    office.held = { ...office.held, version: 5 };
    write("a");
    await expect(saver.settle()).resolves.toBe(6);
  });

  it("is not sent when it was put back as it was", async () => {
    write("a");
    write("");
    await vi.advanceTimersByTimeAsync(5_000);
    expect(office.requests).toEqual([]);
    expect(status()).toBe("saved");
  });

  it("is kept while the connection is lost, and tried again", async () => {
    office.next = ["offline", "offline"];
    write("a");
    await vi.advanceTimersByTimeAsync(1_300);
    expect(status()).toBe("offline");
    expect(saver.isUnsaved).toBe(true);
    await expect(saver.settle()).rejects.toMatchObject({ reason: "offline" });
    await vi.advanceTimersByTimeAsync(8_100);
    expect(office.requests).toEqual(["a@1", "a@1", "a@1"]);
    expect(status()).toBe("saved");
    await expect(saver.settle()).resolves.toBe(2);
  });

  it("is not in conflict with itself when only the answer was lost", async () => {
    office.next = ["lost"];
    write(" a");
    await vi.advanceTimersByTimeAsync(1_300);
    expect(status()).toBe("offline");
    await vi.advanceTimersByTimeAsync(8_100);
    expect(status()).toBe("saved");
    expect(saver.getSnapshot()).toMatchObject({ version: 2, theirs: null });
    write(" ab");
    await saver.flush();
    expect(office.requests.at(-1)).toBe(" ab@2");
  });

  it("says so when the office does not take it, and tries again after the next change only", async () => {
    office.next = ["refused"];
    write("a");
    await vi.advanceTimersByTimeAsync(60_000);
    expect(office.requests).toEqual(["a@1"]);
    expect(status()).toBe("refused");
    write("ab");
    await vi.advanceTimersByTimeAsync(1_300);
    expect(status()).toBe("saved");
  });
});

describe("a draft that somebody else has before him too", () => {
  it("goes on over a remark, which changes its version and not its words", async () => {
    office.held = { ...office.held, version: 5 };
    write("a");
    await vi.advanceTimersByTimeAsync(3_000);
    expect(office.requests).toEqual(["a@1", "a@5"]);
    expect(status()).toBe("saved");
  });

  it("is never written over: both texts stay, and the writer chooses", async () => {
    office.held = stored(about("theirs"), 2);
    write("mine");
    await vi.advanceTimersByTimeAsync(1_300);
    expect(status()).toBe("conflict");
    expect(saver.getSnapshot().theirs?.content.subject.en).toBe("theirs");
    write("mine, longer");
    await vi.advanceTimersByTimeAsync(60_000);
    expect(office.requests).toEqual(["mine@1"]);
    expect(await saver.flush()).toBe(false);
    await expect(saver.settle()).rejects.toMatchObject({ reason: "stale" });
    await saver.keepMine(office.held);
    expect(office.requests.at(-1)).toBe("mine, longer@2");
    expect(saver.getSnapshot()).toMatchObject({ status: "saved", version: 3, theirs: null });
  });

  it("asks once more when the other was faster again", async () => {
    office.held = stored(about("theirs"), 2);
    write("mine");
    await saver.flush();
    const seen = office.held;
    office.held = stored(about("theirs, later"), 3);
    await saver.keepMine(seen);
    expect(status()).toBe("conflict");
    expect(saver.getSnapshot().theirs?.content.subject.en).toBe("theirs, later");
    saver.take(office.held);
    expect(saver.getSnapshot()).toMatchObject({ status: "saved", version: 3 });
    expect(saver.getSnapshot().content.subject.en).toBe("theirs, later");
  });

  it("follows what the page reads anew, as long as nothing is written here", async () => {
    saver.follow(stored(about("theirs"), 2));
    expect(saver.getSnapshot().content.subject.en).toBe("theirs");
    write("mine");
    saver.follow(stored(about("theirs, later"), 3));
    expect(saver.getSnapshot().content.subject.en).toBe("mine");
    // What was read before it was saved says nothing new.
    office.held = stored(about("theirs"), 2);
    await saver.flush();
    saver.follow(stored(about("theirs"), 2));
    expect(saver.getSnapshot().content.subject.en).toBe("mine");
  });

  it("goes on after an act on this page", async () => {
    saver.acted(7);
    office.held = { ...office.held, version: 7 };
    write("a");
    await saver.flush();
    expect(office.requests).toEqual(["a@7"]);
  });
});
