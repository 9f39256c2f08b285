import { i18n } from "@lingui/core";
import { problemOf, unreachable } from "./problem";
import type { PersonRef, Proof, TokenKind } from "./schema";
import { Store } from "./store";

export interface SessionGrant {
  access_token: string;
  token_kind: TokenKind;
  expires_in: number;
  person: PersonRef;
  factors: Proof[];
}

/** `ended` is a session that was open on this page and is no more, without the reader having signed out here. */
export type SessionState = "unknown" | "none" | TokenKind | "ended";

/** Signed in but for one thing: to prove a second factor, or to set one up. */
export const isHalf = (state: SessionState) => state === "second_factor" || state === "enrolment";

/** Seconds before the token's end at which it is renewed ahead of a request. */
const MARGIN = 20;

/** The signed-in session of this tab. The access token lives in memory only; the cookie renews it. */
class Session {
  readonly state = new Store<SessionState>("unknown");
  private token: string | null = null;
  /** What was granted last: who it is, and with which factors he can finish a sign-in. */
  grant: SessionGrant | null = null;
  private renewAt = 0;
  private renewing: Promise<boolean> | null = null;

  accept(grant: SessionGrant): void {
    this.token = grant.access_token;
    this.grant = grant;
    this.renewAt = Date.now() + (grant.expires_in - MARGIN) * 1000;
    this.state.set(grant.token_kind);
  }

  forget(): void {
    this.grant = null;
    this.close("none");
  }

  private close(state: "none" | "ended"): void {
    this.token = null;
    this.renewAt = 0;
    this.state.set(state);
  }

  /** Nothing is thrown away: what is open on the page waits for its officer to sign in again. */
  end(): void {
    const wasOpen = this.state.get() === "session" || this.state.get() === "ended";
    this.close(wasOpen ? "ended" : "none");
  }

  /** Finds out, once per page load, whether the cookie still opens a session. */
  async restore(): Promise<SessionState> {
    if (this.state.get() === "unknown") await this.renew();
    return this.state.get();
  }

  /** The token to send now, renewed first when it is about to end. */
  async currentToken(): Promise<string | null> {
    if (this.token && this.state.get() === "session" && Date.now() > this.renewAt) await this.renew();
    return this.token;
  }

  /** Renews the token by the cookie; however many ask at once, the server is asked once. */
  renew(): Promise<boolean> {
    this.renewing ??= oneTabAtATime(() => this.askForToken()).finally(() => {
      this.renewing = null;
    });
    return this.renewing;
  }

  private async askForToken(): Promise<boolean> {
    const response = await fetch("/api/v1/session/refresh", {
      method: "POST",
      headers: { "X-Daftar": "1", "Accept-Language": i18n.locale || "en" },
    }).catch(() => {
      throw unreachable();
    });
    if (response.ok) {
      const grant = (await response.json()) as SessionGrant;
      // The cookie is all tabs': in another one somebody else has signed in. His name does not go under this page.
      if (this.state.get() === "session" && grant.person.id !== this.grant?.person.id) {
        this.end();
        return false;
      }
      this.accept(grant);
      return true;
    }
    if (response.status === 401 || response.status === 403) {
      // An answer that nobody reads would stay under way.
      void response.body?.cancel();
      this.end();
      return false;
    }
    throw await problemOf(response);
  }
}

/**
 * All tabs share one cookie, and each renewal spends it. Two at the same moment would leave the browser with whichever
 * answer came last, perhaps the one that the server no longer honours; so the tabs take turns, where the browser can
 * (Web Locks exist on https and on the own machine).
 */
function oneTabAtATime<T>(work: () => Promise<T>): Promise<T> {
  const locks: LockManager | undefined = navigator.locks;
  return locks ? locks.request("daftar.session", work) : work();
}

export const session = new Session();
