import { isEmptyBody, sameBody } from "../../editor/body";
import type { NoteBody } from "../../editor/types";

export type SaveStatus = "saved" | "waiting" | "saving" | "offline" | "conflict" | "refused";
export type SaveFailure = "offline" | "stale" | "refused";

export class DraftFailure extends Error {
  constructor(readonly reason: SaveFailure) {
    super(`draft not saved: ${reason}`);
  }
}

/** How a draft reaches the server; both throw `DraftFailure`. Version 0 means that there is none yet. */
export interface DraftPort {
  save(body: NoteBody, version: number): Promise<number>;
  discard(version: number): Promise<void>;
}

export interface DraftSnapshot {
  body: NoteBody;
  status: SaveStatus;
}

const EMPTY: NoteBody = { paragraphs: [] };
const PAUSE_MS = 1_200;
const RETRY_MS = 8_000;

/**
 * Saves a draft shortly after the writer pauses, one request at a time, and goes on trying while the
 * connection is lost. The text lives in memory only: a confidential draft must not stay on the machine.
 */
export class DraftSaver {
  private body: NoteBody;
  private stored: NoteBody;
  private version: number;
  private status: SaveStatus = "saved";
  private timer: ReturnType<typeof setTimeout> | undefined;
  private running: Promise<void> | undefined;
  private snapshot: DraftSnapshot;
  private readonly listeners = new Set<() => void>();

  constructor(
    private readonly port: DraftPort,
    initial: { body: NoteBody; version: number } | null,
  ) {
    this.body = this.stored = initial?.body ?? EMPTY;
    this.version = initial?.version ?? 0;
    this.snapshot = { body: this.body, status: this.status };
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  readonly getSnapshot = (): DraftSnapshot => this.snapshot;

  get isUnsaved(): boolean {
    return !sameBody(this.body, this.stored);
  }

  /** The version of what is saved; 0 where nothing is. */
  get savedVersion(): number {
    return this.version;
  }

  edit(body: NoteBody): void {
    this.body = body;
    if (this.status === "conflict" || !this.isUnsaved) {
      this.publish(this.status === "conflict" ? "conflict" : this.running ? "saving" : "saved");
      return;
    }
    this.publish("waiting");
    this.schedule(PAUSE_MS);
  }

  /** Saves now what is not saved yet, and answers whether everything is. */
  async flush(): Promise<boolean> {
    this.cancel();
    await this.running;
    if (this.isUnsaved && this.status !== "conflict") await this.start();
    return !this.isUnsaved;
  }

  /** Takes what the server holds, instead of what was written here. */
  takeTheirs(theirs: { body: NoteBody; version: number } | null): void {
    this.cancel();
    this.body = this.stored = theirs?.body ?? EMPTY;
    this.version = theirs?.version ?? 0;
    this.publish("saved");
  }

  /** Keeps what was written here and puts it over the version that the server holds. */
  async keepMine(version: number, theirs: NoteBody): Promise<void> {
    this.version = version;
    this.stored = theirs;
    this.status = "waiting";
    await this.flush();
    if (!this.isUnsaved) this.publish("saved");
  }

  /**
   * Before a note is signed: saves the last words, and answers the version of the draft that they are, 0 without one.
   * Throws `DraftFailure` where another window has changed it, for signing either text would end the other.
   */
  async settle(): Promise<number> {
    await this.flush();
    if (this.status === "conflict") throw new DraftFailure("stale");
    return this.version;
  }

  /** The server refused to sign this text: another window has changed the draft. The writer chooses. */
  overtaken(): DraftFailure {
    this.publish("conflict");
    return new DraftFailure("stale");
  }

  /** The note was submitted: the server has removed its draft. Words that came after it begin the next one. */
  async submitted(sent: NoteBody): Promise<void> {
    this.cancel();
    await this.running;
    if (sameBody(this.body, sent)) return this.takeTheirs(null);
    this.version = 0;
    this.stored = EMPTY;
    this.publish("waiting");
    this.schedule(PAUSE_MS);
  }

  stop(): void {
    this.cancel();
  }

  private schedule(delay: number): void {
    this.cancel();
    this.timer = setTimeout(() => void this.flush(), delay);
  }

  private cancel(): void {
    clearTimeout(this.timer);
    this.timer = undefined;
  }

  private start(): Promise<void> {
    this.running = this.send().finally(() => {
      this.running = undefined;
    });
    return this.running;
  }

  private async send(): Promise<void> {
    const sent = this.body;
    this.publish("saving");
    try {
      this.version = await this.write(sent);
      this.stored = sent;
      this.afterSuccess();
    } catch (error) {
      this.afterFailure(error instanceof DraftFailure ? error.reason : "refused");
    }
  }

  private async write(body: NoteBody): Promise<number> {
    if (!isEmptyBody(body)) return this.port.save(body, this.version);
    if (this.version > 0) await this.port.discard(this.version);
    return 0;
  }

  private afterSuccess(): void {
    if (!this.isUnsaved) {
      this.publish("saved");
      return;
    }
    this.publish("waiting");
    this.schedule(PAUSE_MS);
  }

  private afterFailure(reason: SaveFailure): void {
    if (reason === "offline") {
      this.publish("offline");
      this.schedule(RETRY_MS);
      return;
    }
    this.publish(reason === "stale" ? "conflict" : "refused");
  }

  private publish(status: SaveStatus): void {
    this.status = status;
    if (this.snapshot.status === status && this.snapshot.body === this.body) return;
    this.snapshot = { body: this.body, status };
    for (const listener of this.listeners) listener();
  }
}
