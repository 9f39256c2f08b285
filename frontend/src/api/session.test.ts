import { HttpResponse, http } from "msw";
import { setupServer } from "msw/node";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { actAs } from "./acting";
import { client } from "./client";
import { ProblemError } from "./problem";
import { session } from "./session";

const server = setupServer();
const refresh = "http://localhost/api/v1/session/refresh";
const desk = "http://localhost/api/v1/desk";

const grant = (token: string, seconds = 300, person = "1") => ({
  access_token: token,
  token_kind: "session" as const,
  expires_in: seconds,
  person: { id: person, name_en: "Aisha Khan", name_ur: "عائشہ خان" },
  factors: [],
});
const emptyDesk = { items: [], next_cursor: null, counts: { all: 0, overdue: 0, today: 0, unread: 0 } };
const refusal = (status: number, code: string) =>
  HttpResponse.json(
    { type: `/problems/${code}`, title: code, status, code, trace_id: "t", errors: [] },
    { status, headers: { "Content-Type": "application/problem+json", "Retry-After": "7" } },
  );

beforeAll(() => server.listen({ onUnhandledRequest: "error" }));
beforeEach(() => session.forget());
afterEach(() => {
  server.resetHandlers();
  actAs(null);
});
afterAll(() => server.close());

describe("session", () => {
  it("asks for a new token once, however many need one", async () => {
    let asked = 0;
    server.use(
      http.post(refresh, ({ request }) => {
        asked += 1;
        expect(request.headers.get("X-Daftar")).toBe("1");
        return HttpResponse.json(grant("a"));
      }),
    );
    const answers = await Promise.all([session.renew(), session.renew(), session.renew()]);
    expect(answers).toEqual([true, true, true]);
    expect(asked).toBe(1);
    expect(await session.currentToken()).toBe("a");
  });

  it("waits while another tab renews", async () => {
    const order: string[] = [];
    let otherTabIsDone = () => {};
    const otherTab = new Promise<void>((resolve) => {
      otherTabIsDone = resolve;
    });
    const request = vi.fn(async (_name: string, work: () => Promise<unknown>) => {
      await otherTab;
      return work();
    });
    vi.stubGlobal("navigator", { ...navigator, locks: { request } });
    server.use(
      http.post(refresh, () => {
        order.push("asked");
        return HttpResponse.json(grant("a"));
      }),
    );
    const renewed = session.renew();
    order.push("other tab done");
    otherTabIsDone();
    expect(await renewed).toBe(true);
    expect(order).toEqual(["other tab done", "asked"]);
    expect(request).toHaveBeenCalledWith("daftar.session", expect.any(Function));
    vi.unstubAllGlobals();
  });

  it("is over when the cookie no longer opens it", async () => {
    server.use(http.post(refresh, () => refusal(401, "session-ended")));
    expect(await session.renew()).toBe(false);
    expect(session.state.get()).toBe("none");
  });

  it("waits for its officer when it ends under an open page", async () => {
    server.use(http.post(refresh, () => refusal(401, "session-ended")));
    session.accept(grant("a"));
    expect(await session.renew()).toBe(false);
    expect(session.state.get()).toBe("ended");
    expect(await session.currentToken()).toBeNull();
    session.accept(grant("b"));
    expect(session.state.get()).toBe("session");
    session.forget();
    expect(session.state.get()).toBe("none");
  });

  it("does not go on as somebody else who signed in at another tab", async () => {
    server.use(http.post(refresh, () => HttpResponse.json(grant("b", 300, "2"))));
    session.accept(grant("a"));
    expect(await session.renew()).toBe(false);
    expect(session.state.get()).toBe("ended");
    expect(await session.currentToken()).toBeNull();
  });

  it("is not over when the server cannot be reached", async () => {
    session.accept(grant("a"));
    server.use(http.post(refresh, () => HttpResponse.error()));
    await expect(session.renew()).rejects.toMatchObject({ code: "unreachable" });
    expect(session.state.get()).toBe("session");
  });

  it("renews a token ahead of its end", async () => {
    server.use(http.post(refresh, () => HttpResponse.json(grant("fresh"))));
    session.accept(grant("old", 5));
    expect(await session.currentToken()).toBe("fresh");
  });
});

describe("client", () => {
  it("sends token, acting post and language", async () => {
    session.accept(grant("a"));
    actAs("post-1");
    server.use(
      http.get(desk, ({ request }) => {
        expect(request.headers.get("Authorization")).toBe("Bearer a");
        expect(request.headers.get("Acting-Post")).toBe("post-1");
        expect(request.headers.get("Accept-Language")).toBe("en");
        return HttpResponse.json(emptyDesk);
      }),
    );
    const { data } = await client.GET("/api/v1/desk");
    expect(data?.items).toEqual([]);
  });

  it("renews a refused token and sends the same request once more, with its body", async () => {
    session.accept(grant("stale"));
    const bodies: unknown[] = [];
    server.use(
      http.post(refresh, () => HttpResponse.json(grant("fresh"))),
      http.post("http://localhost/api/v1/desk/reads", async ({ request }) => {
        bodies.push(await request.json());
        const fresh = request.headers.get("Authorization") === "Bearer fresh";
        return fresh ? new HttpResponse(null, { status: 204 }) : refusal(401, "token-invalid");
      }),
    );
    await client.POST("/api/v1/desk/reads", { body: { ids: ["1"] } });
    expect(bodies).toEqual([{ ids: ["1"] }, { ids: ["1"] }]);
  });

  it("throws what the server refuses", async () => {
    session.accept(grant("a"));
    server.use(http.get(desk, () => refusal(429, "too-many-attempts")));
    const error = await client.GET("/api/v1/desk").catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(ProblemError);
    expect(error).toMatchObject({ status: 429, code: "too-many-attempts", traceId: "t" });
    const wait = Date.parse((error as ProblemError).retryAt ?? "") - Date.now();
    expect(wait).toBeGreaterThan(5000);
    expect(wait).toBeLessThanOrEqual(7000);
  });

  it("treats a proxy's page as an unreachable server", async () => {
    session.accept(grant("a"));
    server.use(http.get(desk, () => new HttpResponse("<h1>Bad gateway</h1>", { status: 502 })));
    await expect(client.GET("/api/v1/desk")).rejects.toMatchObject({ code: "unreachable", status: 502 });
  });
});
