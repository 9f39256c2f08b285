import { useSuspenseQuery } from "@tanstack/react-query";
import { actAs, actingPost, lastPost, rememberPost } from "./acting";
import { client } from "./client";
import { isProblem, unreachable } from "./problem";
import { queryClient } from "./query-client";
import type { Me, MeCharge, Permission } from "./schema";
import { Store } from "./store";

async function fetchMe(): Promise<Me> {
  const { data } = await client.GET("/api/v1/me");
  if (!data) throw unreachable();
  return data;
}

/** The post to act for when none was chosen in this tab: the last one, else one's own before those one looks after. */
function firstCharge({ person, charges }: Me): string | null {
  const last = lastPost(person.id);
  const first =
    charges.find((charge) => charge.post.id === last) ??
    charges.find((charge) => charge.kind === "substantive" && charge.capacity !== "assistant") ??
    charges[0];
  return first?.post.id ?? null;
}

/** The post for which this tab acts is no longer held: the reader is told before anything changes under his hands. */
export const postEnded = new Store(false);

/** Who I am and for which post I act; settles the acting post when it is open or no longer held. */
async function loadMe(): Promise<Me> {
  let me: Me;
  try {
    me = await fetchMe();
  } catch (error) {
    if (!isProblem(error, "acting-post-not-held") || !actingPost.get()) throw error;
    if (queryClient.getQueryData(meQuery.queryKey)) {
      postEnded.set(true);
      throw error;
    }
    actAs(null);
    me = await fetchMe();
  }
  if (me.acting) {
    actAs(me.acting.post_id);
    return me;
  }
  const post = firstCharge(me);
  actAs(post);
  return post ? fetchMe() : me;
}

export const meQuery = { queryKey: ["me"], queryFn: loadMe, staleTime: 60_000 } as const;

export function ensureMe(): Promise<Me> {
  return queryClient.ensureQueryData(meQuery);
}

/** Only for pages inside the office, where the route has loaded it already. */
export function useMe(): Me {
  return useSuspenseQuery(meQuery).data;
}

/** The charge the reader acts under now; none for a person without a post. */
export function useActingCharge(): MeCharge | null {
  const me = useMe();
  return me.charges.find((charge) => charge.post.id === me.acting?.post_id) ?? null;
}

export function may(me: Me, permission: Permission): boolean {
  return me.acting?.permissions.includes(permission) ?? false;
}

export function useMay(permission: Permission): boolean {
  return may(useMe(), permission);
}

/**
 * Changes the acting post, without one to the first that is held. What was read for the other post goes at once, also
 * from under a page that still watches it. Without an answer one goes on acting for the post before.
 */
export async function changeActingPost(postId: string | null): Promise<void> {
  const before = actingPost.get();
  const hadEnded = postEnded.get();
  const me = queryClient.getQueryData<Me>(meQuery.queryKey);
  if (me && !postId) rememberPost(me.person.id, null);
  actAs(postId);
  try {
    await queryClient.cancelQueries();
    queryClient.setQueryData(meQuery.queryKey, await loadMe());
  } catch (error) {
    actAs(before);
    // That the chosen post has ended says nothing about the one before.
    postEnded.set(hadEnded);
    throw error;
  }
  postEnded.set(false);
  void queryClient.resetQueries({ predicate: ({ queryKey }) => queryKey[0] !== meQuery.queryKey[0] });
  remember();
}

/** A tab that is opened from this one acts for the same post, also when another tab acts for another. */
function remember(): void {
  const me = queryClient.getQueryData<Me>(meQuery.queryKey);
  if (me?.acting) rememberPost(me.person.id, me.acting.post_id);
}
window.addEventListener("focus", remember);
