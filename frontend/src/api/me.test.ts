import { HttpResponse, http } from "msw";
import { setupServer } from "msw/node";
import { afterAll, afterEach, beforeAll, expect, it } from "vitest";
import { actAs, actingPost } from "./acting";
import { changeActingPost, ensureMe } from "./me";
import { queryClient } from "./query-client";

const charge = (id: string, kind: string) => ({ id: `charge-${id}`, kind, post: { id }, roles: [] });
let charges = [charge("own", "substantive"), charge("other", "additional")];

const server = setupServer(
  http.get("http://localhost/api/v1/me", ({ request }) => {
    const post_id = request.headers.get("Acting-Post");
    return HttpResponse.json({ person: { id: "1" }, charges, acting: post_id && { post_id } });
  }),
);

beforeAll(() => server.listen({ onUnhandledRequest: "error" }));
afterEach(() => {
  localStorage.clear();
  newTab();
});
afterAll(() => server.close());

/** A new tab has neither what was read nor what was chosen in another one. */
function newTab() {
  queryClient.clear();
  actAs(null);
}

it("begins with one's own post", async () => {
  expect((await ensureMe()).acting?.post_id).toBe("own");
});

it("begins in a new tab with the post acted for last", async () => {
  await ensureMe();
  await changeActingPost("other");
  newTab();
  expect((await ensureMe()).acting?.post_id).toBe("other");
});

it("begins with the post of the tab that was looked at last", async () => {
  await ensureMe();
  await changeActingPost("other");
  newTab();
  actAs("own");
  await ensureMe();
  window.dispatchEvent(new Event("focus"));
  newTab();
  await ensureMe();
  expect(actingPost.get()).toBe("own");
});

it("does not begin with a post that is no longer held", async () => {
  await ensureMe();
  await changeActingPost("other");
  charges = charges.slice(0, 1);
  newTab();
  expect((await ensureMe()).acting?.post_id).toBe("own");
});
