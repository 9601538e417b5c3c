import { describe, expect, onTestFinished, test, vi } from "vitest";
import { CLOUDFLARE_API } from "../../src/store/cloudflare-account.ts";
import type { Undone } from "../../src/store/cloudflare-api.ts";
import { CloudflareApi } from "../../src/store/cloudflare-api.ts";
import { StoreError } from "../../src/store/store.ts";
import { freePort } from "../served-site.ts";
import type { Fault } from "../stand-in/cloudflare-stand-in.ts";
import { refuse } from "../stand-in/kv-namespace.ts";
import { HASTY } from "./remote-namespace.ts";
import { startStandIn } from "./start-stand-in.ts";

// What never ends is told before long.
vi.setConfig({ testTimeout: 10_000 });

const ONE = { method: "GET", path: "one" } as const;
/** What ky calls any fault of the network. */
const NAME = "NetworkError";
const ONCE = { ...HASTY, attempts: 1 };

/** The stand-in with one route, and a client of it. */
async function setUp(answer: () => unknown = () => "done", policy = HASTY) {
  const cloudflare = await startStandIn();
  for (const method of ["GET", "PUT", "POST"]) {
    cloudflare.routes.push([method, /^one$/, () => ({ result: answer() })]);
  }
  return { cloudflare, api: new CloudflareApi(cloudflare.account, policy) };
}

test("the API is where its documentation says", () => {
  expect(CLOUDFLARE_API).toBe("https://api.cloudflare.com/client/v4");
});

describe("a request", () => {
  test("goes below the account, with the token, and a body only where it has one", async () => {
    const { cloudflare, api } = await setUp();
    await api.ask(ONE);
    await api.ask({ method: "PUT", path: "one", body: "[1]" });
    const [get, put] = cloudflare.seen;
    expect(get).toMatchObject({ method: "GET", path: "one", body: Buffer.of() });
    expect(get?.headers.authorization).toBe(`Bearer ${cloudflare.account.token}`);
    expect(get?.headers["content-type"]).toBeUndefined();
    expect([...(get?.search ?? [])]).toEqual([]);
    expect(put).toMatchObject({ method: "PUT", body: Buffer.from("[1]") });
    expect(put?.headers["content-type"]).toBe("application/json");
  });

  test("carries what it searches for", async () => {
    const { cloudflare, api } = await setUp();
    await api.ask({ ...ONE, search: { prefix: "/a&b", limit: "10" } });
    expect([...(cloudflare.seen[0]?.search ?? [])]).toEqual([
      ["prefix", "/a&b"],
      ["limit", "10"],
    ]);
  });

  test("has more time where its body is large", async () => {
    const { api } = await setUp(undefined, { ...ONCE, answerMs: 1 });
    expect((await api.ask({ method: "PUT", path: "one", body: " ".repeat(1_000_000) })).result).toBe("done");
  });

  test("may begin at an address that ends in slashes", async () => {
    const { cloudflare } = await setUp();
    const account = { ...cloudflare.account, apiUrl: `${cloudflare.account.apiUrl}//` };
    expect(await new CloudflareApi(account, ONCE).ask(ONE)).toMatchObject({ result: "done" });
  });

  test("names its account as part of a path, whatever is in it", async () => {
    const { cloudflare } = await setUp();
    const asking = new CloudflareApi({ ...cloudflare.account, id: "a/b" }, ONCE).ask(ONE);
    await expect(asking).rejects.toThrow("CLOUDFLARE_ACCOUNT_ID");
    expect(cloudflare.seen.map(({ path }) => path)).toEqual(["one"]);
  });

  test("follows no redirect, which could carry the token elsewhere", async () => {
    const elsewhere = await startStandIn();
    const { cloudflare, api } = await setUp(undefined, ONCE);
    cloudflare.fault = () => ({ kind: "redirect", to: `${elsewhere.account.apiUrl}/one` });
    await expect(api.ask(ONE)).rejects.toThrow(/the connection broke off \(\w+Error\)$/);
    expect(elsewhere.seen).toEqual([]);
  });
});

describe("an answer", () => {
  test("holds a result, and no cursor where nothing is listed", async () => {
    const { api } = await setUp(() => ({ id: 7 }));
    expect(await api.ask(ONE)).toEqual({ result: { id: 7 }, cursor: "" });
  });

  test.for([
    { name: "where a listing goes on", info: { cursor: "c2" }, cursor: "c2" },
    { name: "nothing at its end", info: { cursor: null }, cursor: "" },
  ])("tells $name", async ({ info, cursor }) => {
    const { cloudflare, api } = await setUp();
    cloudflare.routes.unshift(["GET", /^one$/, () => ({ result: [], info })]);
    expect((await api.ask(ONE)).cursor).toBe(cursor);
  });

  test("of bytes is given as it is", async () => {
    const { cloudflare, api } = await setUp();
    cloudflare.routes.unshift(["GET", /^one$/, () => ({ bytes: Buffer.from([0, 255]) })]);
    expect(await api.bytes(ONE)).toEqual(new Uint8Array([0, 255]));
  });

  test("that leaves something undone is asked for again, with what is left", async () => {
    const answers = ["some", "all"];
    const { cloudflare, api } = await setUp(() => answers.shift());
    const given: unknown[] = [];
    const leaves = ({ result }: { readonly result: unknown }): Undone | null => {
      given.push(result);
      return result === "all" ? null : { body: "[2]", message: "some are left" };
    };
    const answer = await api.ask({ method: "PUT", path: "one", body: "[1,2]" }, leaves);
    expect(answer.result).toBe("all");
    expect(given).toEqual(["some", "all"]);
    expect(cloudflare.seen.map(({ method, body }) => `${method} ${body}`)).toEqual(["PUT [1,2]", "PUT [2]"]);
    expect(cloudflare.seen[1]?.headers["content-type"]).toBe("application/json");
  });

  test("that always leaves something undone is told so in the end", async () => {
    const { cloudflare, api } = await setUp();
    const asking = api.ask(ONE_WITH_BODY, () => ({ body: "[1]", message: "one is left" }));
    await expect(asking).rejects.toThrow(new StoreError("one is left"));
    expect(cloudflare.seen).toHaveLength(HASTY.attempts);
  });

  const ONE_WITH_BODY = { method: "PUT", path: "one", body: "[1]" } as const;

  test.for<{ name: string; fault: Fault; says: RegExp }>([
    {
      name: "is a page of something in between",
      fault: { kind: "garbage" },
      says: /^Cloudflare's answer \(HTTP 200\) is not what its API sends$/,
    },
    {
      name: "breaks off",
      fault: { kind: "cut answer" },
      says: /^127\.0\.0\.1:\d+ cannot be reached, or the connection broke off \((UND_ERR_SOCKET|ECONNRESET)\)$/,
    },
    {
      name: "does not come, the connection being reset",
      fault: { kind: "reset" },
      says: /^127\.0\.0\.1:\d+ cannot be reached, or the connection broke off \((UND_ERR_SOCKET|ECONNRESET)\)$/,
    },
    { name: "is HTTP 503", fault: { kind: "status", status: 503 }, says: /^Cloudflare answered HTTP 503$/ },
  ])("that $name is asked for again, then told", async ({ fault, says }) => {
    const { cloudflare, api } = await setUp();
    cloudflare.fault = (_, index) => (index === 0 ? fault : null);
    expect((await api.ask(ONE)).result).toBe("done");
    cloudflare.fault = () => fault;
    const error = await api.ask(ONE).catch((cause: unknown) => cause);
    expect(error).toBeInstanceOf(StoreError);
    expect(error).toHaveProperty("message", expect.stringMatching(says));
    expect(cloudflare.seen).toHaveLength(2 + HASTY.attempts);
  });

  test("that does not come in time is told so", async () => {
    const { cloudflare, api } = await setUp(undefined, { ...HASTY, attempts: 2, answerMs: 20 });
    cloudflare.fault = () => ({ kind: "silence" });
    await expect(api.ask(ONE)).rejects.toThrow(/the connection broke off \(no answer in time\)$/);
  });

  test("that begins and never ends is one that does not come in time", async () => {
    const { cloudflare, api } = await setUp(undefined, { ...HASTY, attempts: 2, answerMs: 20 });
    cloudflare.fault = () => ({ kind: "endless answer" });
    await expect(api.ask(ONE)).rejects.toThrow(/the connection broke off \(no answer in time\)$/);
  });

  test("of nobody at all is told with the host", async () => {
    const port = await freePort();
    const account = { apiUrl: `http://127.0.0.1:${port}`, id: "acc", token: "secret" };
    await expect(new CloudflareApi(account, ONCE).ask(ONE)).rejects.toThrow(
      new StoreError(`127.0.0.1:${port} cannot be reached, or the connection broke off (ECONNREFUSED)`),
    );
  });
});

describe("a refusal", () => {
  test.for([
    { name: "with a status of its own", status: 400 },
    { name: "that is sent as a success", status: 200 },
  ])("$name is told at once, with Cloudflare's words", async ({ status }) => {
    const { cloudflare, api } = await setUp();
    cloudflare.routes.unshift(["GET", /^one$/, () => refuse(status, 4711, "no such thing")]);
    await expect(api.ask(ONE)).rejects.toThrow(
      `Cloudflare answered HTTP ${status}, no such thing [code 4711]`,
    );
    expect(cloudflare.seen).toHaveLength(1);
  });

  test("names the namespace that was asked, and the account", async () => {
    const { cloudflare, api } = await setUp();
    const codes = [10_013, 7003];
    cloudflare.routes.unshift(["GET", /^one$/, () => refuse(404, codes.shift() ?? 0, "")]);
    await expect(api.ask({ ...ONE, namespace: "ns1" })).rejects.toThrow(
      /^the KV namespace ns1 no longer exists/,
    );
    await expect(api.ask(ONE)).rejects.toThrow(
      `no access to the Cloudflare account ${cloudflare.account.id};`,
    );
  });

  test("that a day's quota is used up is told at once, though HTTP 429 may pass", async () => {
    const { cloudflare, api } = await setUp();
    cloudflare.fault = () => ({ kind: "status", status: 429, code: 10_048, message: "free usage limit" });
    await expect(api.ask(ONE)).rejects.toThrow("after midnight UTC");
    expect(cloudflare.seen).toHaveLength(1);
  });

  test("never repeats the token", async () => {
    const { cloudflare, api } = await setUp();
    const { token } = cloudflare.account;
    cloudflare.fault = () => ({ kind: "status", status: 400, code: 1, message: `${token} and ${token}` });
    await expect(api.ask(ONE)).rejects.toThrow("Cloudflare answered HTTP 400, … and … [code 1]");
  });
});

describe("a refusal without Cloudflare's words is told by its status", () => {
  test.for([
    { name: "a page", status: 400, body: "<html>Bad request</html>" },
    { name: "no errors", status: 400, body: '{"success":false,"errors":[]}' },
    { name: "no errors in a success", status: 200, body: '{"success":false}' },
  ])("$name", async ({ status, body }) => {
    const { cloudflare, api } = await setUp();
    cloudflare.fault = () => ({ kind: "other answer", status, body });
    await expect(api.ask(ONE)).rejects.toMatchObject({
      message: `Cloudflare answered HTTP ${status}`,
      status,
      code: 0,
    });
    expect(cloudflare.seen).toHaveLength(1);
  });
});

describe("a fault of the network is told by its code, or else by its name", () => {
  const coded = (code: unknown) => Object.assign(new Error("no"), { code });
  test.for([
    { name: "a code", cause: coded("EAI_AGAIN"), says: "EAI_AGAIN" },
    {
      name: "a code further down",
      cause: new Error("no", { cause: coded("ECONNRESET") }),
      says: "ECONNRESET",
    },
    { name: "a number", cause: coded(20), says: NAME },
    { name: "words that hold a code", cause: coded("no CODE"), says: NAME },
    { name: "words that begin with one", cause: coded("CODE of no"), says: NAME },
    { name: "nothing", cause: undefined, says: NAME },
  ])("$name", async ({ cause, says }) => {
    vi.stubGlobal("fetch", async () => {
      throw new TypeError("fetch failed", { cause });
    });
    onTestFinished(() => void vi.unstubAllGlobals());
    const api = new CloudflareApi({ apiUrl: "https://api.example", id: "acc", token: "secret" }, ONCE);
    await expect(api.ask(ONE)).rejects.toThrow(
      new StoreError(`api.example cannot be reached, or the connection broke off (${says})`),
    );
  });
});
