import { Store } from "./store";

const STORED = "daftar.acting-post";

/** The post this tab acts for; only its id is kept, and only for the tab. */
export const actingPost = new Store<string | null>(sessionStorage.getItem(STORED));

export function actAs(postId: string | null): void {
  if (postId) sessionStorage.setItem(STORED, postId);
  else sessionStorage.removeItem(STORED);
  actingPost.set(postId);
}

const lastOf = (personId: string) => `${STORED}.${personId}`;

/** The post a person acted for last in any tab: what a new tab begins with, so that a link opened in one agrees. */
export function lastPost(personId: string): string | null {
  return localStorage.getItem(lastOf(personId));
}

export function rememberPost(personId: string, postId: string | null): void {
  if (postId) localStorage.setItem(lastOf(personId), postId);
  else localStorage.removeItem(lastOf(personId));
}
