import type { ProblemError } from "../../api/problem";
import { type Content, sameContent } from "./content";

export type SaveStatus = "saved" | "waiting" | "saving" | "offline" | "conflict" | "refused";

/** A text of the draft as the office has it. */
export interface Stored {
  content: Content;
  version: number;
  textNumber: number;
  savedAt: string;
}

export type Saved = Omit<Stored, "content">;

export class SaveFailure extends Error {
  constructor(
    readonly reason: "offline" | "stale" | "refused",
    /** What the office said. */
    readonly problem: ProblemError | null = null,
  ) {
    super(problem?.message ?? `draft not saved: ${reason}`);
  }
}

/** How a draft reaches the office; both throw `SaveFailure`. */
export interface SavePort {
  save(content: Content, version: number): Promise<Saved>;
  read(): Promise<Stored>;
}

export interface SaveSnapshot extends Saved {
  content: Content;
  status: SaveStatus;
  /** Why the office does not take it. */
  problem: ProblemError | null;
  /** What somebody else has written meanwhile, where one text must be chosen. */
  theirs: Stored | null;
}

const PAUSE_MS = 1_200;
const RETRY_MS = 8_000;

/**
 * Saves a draft shortly after the writer pauses, one request at a time, and goes on trying while the connection is
 * lost. Nothing that was typed is ever replaced unasked. It lives in memory only: a confidential draft must not stay on
 * the machine.
 */
export class ContentSaver {
  private content: Content;
  private stored: Stored;
  private status: SaveStatus = "saved";
  private problem: ProblemError | null = null;
  private theirs: Stored | null = null;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private running: Promise<void> | undefined;
  private sending: Content | null = null;
  private snapshot: SaveSnapshot;
  private readonly listeners = new Set<() => void>();

  constructor(
    private readonly port: SavePort,
    initial: Stored,
  ) {
    this.stored = initial;
    this.content = initial.content;
    this.snapshot = this.taken();
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  readonly getSnapshot = (): SaveSnapshot => this.snapshot;

  get isUnsaved(): boolean {
    return !sameContent(this.content, this.stored.content);
  }

  edit(change: Partial<Content>): void {
    this.content = { ...this.content, ...change };
    if (this.status === "conflict") {
      this.publish("conflict");
      return;
    }
    this.cancel();
    const isUnsaved = this.isUnsaved;
    this.publish(this.running ? "saving" : isUnsaved ? "waiting" : "saved");
    if (isUnsaved) this.schedule(PAUSE_MS);
  }

  /** Saves now what is not saved yet, and answers whether everything is. */
  async flush(): Promise<boolean> {
    this.cancel();
    let tried: Content | null = null;
    for (;;) {
      if (this.running) {
        tried = this.sending;
        await this.running;
        continue;
      }
      if (!this.isUnsaved || this.status === "conflict") break;
      // That very text was tried, and the office does not take it, or cannot be reached.
      if (tried === this.content && this.status !== "waiting") break;
      tried = this.content;
      await this.start();
    }
    // What could not be saved was taken back since.
    if (!this.isUnsaved && this.status !== "conflict" && this.status !== "saved") this.publish("saved");
    return !this.isUnsaved && this.status !== "conflict";
  }

  /** Before something is done with the text: answers its version, or throws `SaveFailure` where it is not saved. */
  async settle(): Promise<number> {
    if (await this.flush()) return this.stored.version;
    const reasons = { offline: "offline", conflict: "stale" } as const;
    throw new SaveFailure(reasons[this.status as keyof typeof reasons] ?? "refused", this.problem);
  }

  /** The page has read the draft anew. What was typed here stays; what was not typed in follows. */
  follow(read: Stored): void {
    if (read.version <= this.stored.version || this.running || this.status === "conflict") return;
    if (!this.isUnsaved) this.take(read);
    // Somebody spoke about it and did not change it.
    else if (sameContent(read.content, this.stored.content)) this.stored = read;
  }

  /** Takes what the office holds, instead of what was written here. */
  take(theirs: Stored): void {
    this.cancel();
    const isSame = sameContent(theirs.content, this.content);
    this.stored = theirs;
    if (!isSame) this.content = theirs.content;
    this.theirs = null;
    this.problem = null;
    this.publish("saved");
  }

  /** Keeps what was written here, and writes it after the text that was seen. */
  async keepMine(seen: Stored): Promise<void> {
    this.stored = seen;
    this.theirs = null;
    this.status = "waiting";
    await this.flush();
    if (!this.isUnsaved) this.publish("saved");
  }

  /** An act on this page moved the version on, and left the content as it was. */
  acted(version: number): void {
    if (version <= this.stored.version) return;
    this.stored = { ...this.stored, version };
    this.publish(this.status);
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
    const sent = this.content;
    this.sending = sent;
    this.publish("saving");
    try {
      const saved = await this.port.save(sent, this.stored.version);
      this.stored = { ...saved, content: sent };
      this.problem = null;
      this.settled();
    } catch (error) {
      const failure = error instanceof SaveFailure ? error : new SaveFailure("refused");
      if (failure.reason === "stale") await this.overtaken(sent);
      else this.failed(failure);
    }
  }

  /** Another version stands there: perhaps by the own request whose answer was lost, perhaps by a mere remark. */
  private async overtaken(sent: Content): Promise<void> {
    let theirs: Stored;
    try {
      theirs = await this.port.read();
    } catch (error) {
      return this.failed(error instanceof SaveFailure ? error : new SaveFailure("refused"));
    }
    const isOwn = sameContent(theirs.content, sent);
    if (isOwn || sameContent(theirs.content, this.stored.content)) {
      this.stored = isOwn ? { ...theirs, content: sent } : theirs;
      return this.settled();
    }
    this.cancel();
    this.theirs = theirs;
    this.publish("conflict");
  }

  private settled(): void {
    if (!this.isUnsaved) {
      this.publish("saved");
      return;
    }
    this.publish("waiting");
    this.schedule(PAUSE_MS);
  }

  private failed({ reason, problem }: SaveFailure): void {
    this.problem = problem;
    this.publish(reason === "offline" ? "offline" : "refused");
    if (reason === "offline") this.schedule(RETRY_MS);
  }

  private taken(): SaveSnapshot {
    const { content, status, problem, theirs } = this;
    const { version, textNumber, savedAt } = this.stored;
    return { content, status, problem, theirs, version, textNumber, savedAt };
  }

  private publish(status: SaveStatus): void {
    this.status = status;
    this.snapshot = this.taken();
    for (const listener of this.listeners) listener();
  }
}
