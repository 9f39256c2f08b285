import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { NoteBody } from "../../editor/types";
import { DraftFailure, type DraftPort, DraftSaver } from "./draftSaver";

const say = (text: string): NoteBody => ({ paragraphs: [{ dir: "auto", spans: [{ text }] }] });
const nothing: NoteBody = { paragraphs: [] };

function port(): DraftPort & { save: ReturnType<typeof vi.fn>; discard: ReturnType<typeof vi.fn> } {
  return {
    save: vi.fn(async (_body: NoteBody, version: number) => version + 1),
    discard: vi.fn(async () => {}),
  };
}

describe("DraftSaver", () => {
  beforeEach(() => vi.useFakeTimers());
  afterEach(() => vi.useRealTimers());

  it("saves once after a pause, first against version 0, then against the last", async () => {
    const to = port();
    const saver = new DraftSaver(to, null);
    saver.edit(say("a"));
    saver.edit(say("ab"));
    expect(saver.getSnapshot().status).toBe("waiting");
    await vi.advanceTimersByTimeAsync(2_000);
    expect(to.save.mock.calls).toEqual([[say("ab"), 0]]);
    expect(saver.getSnapshot().status).toBe("saved");
    saver.edit(say("abc"));
    await vi.advanceTimersByTimeAsync(2_000);
    expect(to.save).toHaveBeenLastCalledWith(say("abc"), 1);
  });

  it("keeps writing while a save is under way, one request at a time", async () => {
    const to = port();
    let finish: (version: number) => void = () => {};
    to.save.mockImplementationOnce(() => new Promise((resolve) => (finish = resolve)));
    const saver = new DraftSaver(to, null);
    saver.edit(say("first"));
    await vi.advanceTimersByTimeAsync(1_500);
    saver.edit(say("second"));
    await vi.advanceTimersByTimeAsync(1_500);
    expect(to.save).toHaveBeenCalledTimes(1);
    finish(1);
    await vi.advanceTimersByTimeAsync(1_500);
    expect(to.save.mock.calls.at(-1)).toEqual([say("second"), 1]);
    expect(saver.getSnapshot()).toEqual({ body: say("second"), status: "saved" });
  });

  it("survives a lost connection", async () => {
    const to = port();
    to.save.mockRejectedValueOnce(new DraftFailure("offline"));
    const saver = new DraftSaver(to, null);
    saver.edit(say("kept"));
    await vi.advanceTimersByTimeAsync(1_500);
    expect(saver.getSnapshot()).toEqual({ body: say("kept"), status: "offline" });
    await vi.advanceTimersByTimeAsync(10_000);
    expect(saver.getSnapshot().status).toBe("saved");
  });

  it("stops at a conflict until the writer has chosen", async () => {
    const to = port();
    to.save.mockRejectedValueOnce(new DraftFailure("stale"));
    const saver = new DraftSaver(to, { body: say("old"), version: 3 });
    saver.edit(say("mine"));
    await vi.advanceTimersByTimeAsync(1_500);
    expect(saver.getSnapshot().status).toBe("conflict");
    saver.edit(say("mine, longer"));
    await vi.advanceTimersByTimeAsync(20_000);
    expect(to.save).toHaveBeenCalledTimes(1);
    await saver.keepMine(7, say("theirs"));
    expect(to.save).toHaveBeenLastCalledWith(say("mine, longer"), 7);
    expect(saver.getSnapshot().status).toBe("saved");
  });

  it("takes the other text when asked", async () => {
    const saver = new DraftSaver(port(), { body: say("old"), version: 3 });
    saver.edit(say("mine"));
    saver.takeTheirs({ body: say("theirs"), version: 4 });
    expect(saver.getSnapshot()).toEqual({ body: say("theirs"), status: "saved" });
    expect(saver.isUnsaved).toBe(false);
  });

  it("is not signed while another window holds another text", async () => {
    const saver = new DraftSaver(port(), { body: say("mine"), version: 3 });
    expect(await saver.settle()).toBe(3);
    expect(saver.overtaken().reason).toBe("stale");
    expect(saver.getSnapshot()).toEqual({ body: say("mine"), status: "conflict" });
    await expect(saver.settle()).rejects.toThrow(DraftFailure);
  });

  it("is not signed when the last words meet a newer draft", async () => {
    const to = port();
    to.save.mockRejectedValueOnce(new DraftFailure("stale"));
    const saver = new DraftSaver(to, { body: say("old"), version: 3 });
    saver.edit(say("mine"));
    await expect(saver.settle()).rejects.toThrow(DraftFailure);
    expect(saver.getSnapshot().status).toBe("conflict");
  });

  it("begins anew after the note, with the words that came after it", async () => {
    const to = port();
    const saver = new DraftSaver(to, { body: say("note"), version: 3 });
    await saver.submitted(say("note"));
    expect(saver.getSnapshot()).toEqual({ body: nothing, status: "saved" });
    saver.edit(say("next note, and more"));
    await saver.flush();
    await saver.submitted(say("next note"));
    await vi.advanceTimersByTimeAsync(1_500);
    expect(to.save).toHaveBeenLastCalledWith(say("next note, and more"), 0);
    expect(saver.getSnapshot()).toEqual({ body: say("next note, and more"), status: "saved" });
  });

  it("discards a draft that was emptied", async () => {
    const to = port();
    const saver = new DraftSaver(to, { body: say("old"), version: 3 });
    saver.edit(nothing);
    expect(await saver.flush()).toBe(true);
    expect(to.discard).toHaveBeenCalledWith(3);
    saver.edit(say("new"));
    await saver.flush();
    expect(to.save).toHaveBeenCalledWith(say("new"), 0);
  });

  it("says that a text was refused and tries again after the next change", async () => {
    const to = port();
    to.save.mockRejectedValueOnce(new DraftFailure("refused"));
    const saver = new DraftSaver(to, null);
    saver.edit(say("bad"));
    await vi.advanceTimersByTimeAsync(1_500);
    expect(saver.getSnapshot().status).toBe("refused");
    saver.edit(say("good"));
    await vi.advanceTimersByTimeAsync(1_500);
    expect(saver.getSnapshot().status).toBe("saved");
  });
});
