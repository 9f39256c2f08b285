import { i18n } from "@lingui/core";
import { problemOf, unreachable } from "./problem";
import { Store } from "./store";

export interface SessionGrant {
  access_token: string;
  token_kind: "session" | "password_change";
  expires_in: number;
}

export type SessionState = "unknown" | "none" | "session" | "password_change";

/** Seconds before the token's end at which it is renewed ahead of a request. */
const MARGIN = 20;

/** The signed-in session of this tab. The access token lives in memory only; the cookie renews it. */
class Session {
  readonly state = new Store<SessionState>("unknown");
  private token: string | null = null;
  private renewAt = 0;
  private renewing: Promise<boolean> | null = null;

  accept(grant: SessionGrant): void {
    this.token = grant.access_token;
    this.renewAt = Date.now() + (grant.expires_in - MARGIN) * 1000;
    this.state.set(grant.token_kind);
  }

  forget(): void {
    this.token = null;
    this.renewAt = 0;
    this.state.set("none");
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
      this.accept((await response.json()) as SessionGrant);
      return true;
    }
    if (response.status === 401 || response.status === 403) {
      this.forget();
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
