import { QueryObserver } from "@tanstack/react-query";
import { HttpResponse, http } from "msw";
import { setupServer } from "msw/node";
import { afterAll, afterEach, beforeAll, expect, it, vi } from "vitest";
import { actAs, actingPost } from "./acting";
import { changeActingPost, ensureMe, postEnded } from "./me";
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

it("goes on with the post before where the chosen one has just ended", async () => {
  await ensureMe();
  const ended = {
    type: "/problems/acting-post-not-held",
    status: 403,
    code: "acting-post-not-held",
    title: "",
  };
  server.use(
    http.get("http://localhost/api/v1/me", () => HttpResponse.json(ended, { status: 403 }), { once: true }),
  );
  await expect(changeActingPost("other")).rejects.toThrow();
  expect([actingPost.get(), postEnded.get()]).toEqual(["own", false]);
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

it("drops what was read for the other post, also where a page still watches it", async () => {
  await ensureMe();
  const asked: (string | null)[] = [];
  const desk = new QueryObserver(queryClient, {
    queryKey: ["get", "/api/v1/desk"],
    queryFn: () => {
      asked.push(actingPost.get());
      return Promise.resolve(`desk of ${actingPost.get()}`);
    },
  });
  const seen: unknown[] = [];
  const unwatch = desk.subscribe(({ data }) => seen.push([actingPost.get(), data]));
  await vi.waitFor(() => expect(desk.getCurrentResult().data).toBe("desk of own"));
  queryClient.setQueryData(["get", "/api/v1/files/{id}"], "a file of own");
  await changeActingPost("other");
  expect(desk.getCurrentResult().data).toBeUndefined();
  expect(queryClient.getQueryData(["get", "/api/v1/files/{id}"])).toBeUndefined();
  await vi.waitFor(() => expect(desk.getCurrentResult().data).toBe("desk of other"));
  expect(asked).toEqual(["own", "other"]);
  expect(seen).not.toContainEqual(["other", "desk of own"]);
  unwatch();
});

it("goes on for the post before when the office does not answer", async () => {
  await ensureMe();
  queryClient.setQueryData(["get", "/api/v1/desk"], "desk of own");
  server.use(http.get("http://localhost/api/v1/me", () => HttpResponse.error(), { once: true }));
  await expect(changeActingPost("other")).rejects.toThrow();
  expect(actingPost.get()).toBe("own");
  expect(queryClient.getQueryData(["get", "/api/v1/desk"])).toBe("desk of own");
});

it("does not begin with a post that is no longer held", async () => {
  await ensureMe();
  await changeActingPost("other");
  charges = charges.slice(0, 1);
  newTab();
  expect((await ensureMe()).acting?.post_id).toBe("own");
});
