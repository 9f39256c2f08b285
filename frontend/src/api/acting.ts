import { Store } from "./store";

const STORED = "daftar.acting-post";

/** The post this tab acts for; only its id is kept, and only for the tab. */
export const actingPost = new Store<string | null>(sessionStorage.getItem(STORED));

export function actAs(postId: string | null): void {
  if (postId) sessionStorage.setItem(STORED, postId);
  else sessionStorage.removeItem(STORED);
  actingPost.set(postId);
}
