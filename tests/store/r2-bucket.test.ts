import { hash, randomBytes } from "node:crypto";
import { describe, expect, onTestFinished, test, vi } from "vitest";
import type { BucketObject } from "../../src/store/bucket.ts";
import { partsOf } from "../../src/store/r2/multipart-upload.ts";
import type { R2Limits } from "../../src/store/r2/r2-bucket.ts";
import { R2Bucket } from "../../src/store/r2/r2-bucket.ts";
import { refuse } from "../stand-in/kv-namespace.ts";
import { R2StandIn } from "../stand-in/r2-stand-in.ts";
import { HASTY } from "./remote-namespace.ts";
import { startStandIn } from "./start-stand-in.ts";

vi.setConfig({ testTimeout: 30_000 });

const MIB = 1024 * 1024;

/** Parts of a mebibyte, which a stand-in takes. */
const PARTS: R2Limits = { mostAtOnce: MIB, leastPart: MIB };

async function setUp(limits?: R2Limits) {
  const cloudflare = await startStandIn();
  const r2 = await R2StandIn.start(cloudflare);
  onTestFinished(() => r2.stop());
  r2.leastPartBytes = limits?.leastPart ?? r2.leastPartBytes;
  return { cloudflare, r2, bucket: new R2Bucket(r2.account, r2.bucket, HASTY, limits) };
}

function objectOf(bytes: Uint8Array<ArrayBuffer>, key = "media/0123.mp3"): BucketObject {
  const sha256 = hash("sha256", bytes, "hex");
  return {
    key,
    type: "audio/mpeg",
    sizeBytes: bytes.byteLength,
    sha256,
    open: async () => new Blob([bytes]),
  };
}

/** Where each part has a mebibyte: two whole ones and one that is shorter. */
const LARGE = objectOf(new Uint8Array(randomBytes(2.5 * MIB)));
const SMALL = objectOf(new Uint8Array(randomBytes(100_000)));

describe("a file that Cloudflare's API takes", () => {
  test("arrives as it is, once", async () => {
    const { cloudflare, r2, bucket } = await setUp();
    await bucket.put(SMALL);
    await bucket.put(SMALL);
    expect(cloudflare.seen.filter(({ method }) => method === "PUT")).toHaveLength(1);
    expect(cloudflare.seen.find(({ method }) => method === "PUT")?.headers["content-type"]).toBe(
      "audio/mpeg",
    );
    expect(hash("sha256", r2.objects.get(SMALL.key)?.bytes ?? "", "hex")).toBe(SMALL.sha256);
    expect(await bucket.sizeOf(SMALL.key)).toBe(SMALL.sizeBytes);
  });

  test("is sent again where other bytes lie there, or the connection breaks", async () => {
    const { cloudflare, r2, bucket } = await setUp();
    r2.objects.set(SMALL.key, { bytes: Buffer.alloc(SMALL.sizeBytes), tag: "other" });
    let puts = 0;
    cloudflare.fault = ({ method }) => (method === "PUT" && ++puts < 3 ? { kind: "reset" } : null);
    await bucket.put(SMALL);
    expect(hash("sha256", r2.objects.get(SMALL.key)?.bytes ?? "", "hex")).toBe(SMALL.sha256);
  });

  test("is gone when it is deleted, and so is what was not there", async () => {
    const { r2, bucket } = await setUp();
    await bucket.put(SMALL);
    await bucket.delete([SMALL.key, "media/none.mp3"]);
    expect([r2.objects.size, await bucket.sizeOf(SMALL.key)]).toEqual([0, null]);
  });
});

describe("a file that goes in parts", () => {
  const setUpParts = () => setUp(PARTS);

  test("arrives as it is, signed with what follows from the token, and tells how far it is", async () => {
    const { r2, bucket } = await setUpParts();
    const told: number[] = [];
    await bucket.put(LARGE, (bytes) => told.push(bytes));
    expect(hash("sha256", r2.objects.get(LARGE.key)?.bytes ?? "", "hex")).toBe(LARGE.sha256);
    expect(told.at(-1)).toBe(LARGE.sizeBytes);
    const sent = r2.seen.length;
    await bucket.put(LARGE);
    expect(r2.seen).toHaveLength(sent);
  });

  test("is gone on with at its part", async () => {
    const { r2, bucket } = await setUpParts();
    r2.fault = ({ search }) => (search.get("partNumber") === "3" ? 400 : null);
    await expect(bucket.put(LARGE)).rejects.toThrow("R2 answered HTTP 400");
    expect(r2.objects.size).toBe(0);
    r2.fault = () => null;
    const before = r2.seen.length;
    await bucket.put(LARGE);
    const parts = r2.seen.slice(before).filter(({ method }) => method === "PUT");
    expect(parts.map(({ search }) => search.get("partNumber"))).toEqual(["3"]);
    expect(hash("sha256", r2.objects.get(LARGE.key)?.bytes ?? "", "hex")).toBe(LARGE.sha256);
    expect(r2.uploads.size).toBe(0);
  });

  test("replaces a part that is there with other bytes", async () => {
    const { r2, bucket } = await setUpParts();
    r2.uploads.set("left", { key: LARGE.key, parts: new Map([[1, Buffer.alloc(MIB)]]) });
    await bucket.put(LARGE);
    expect(hash("sha256", r2.objects.get(LARGE.key)?.bytes ?? "", "hex")).toBe(LARGE.sha256);
  });

  test.for<[string, (index: number) => number | "reset" | null]>([
    ["slow down", (index) => (index % 3 === 1 ? 503 : null)],
    ["broken connections", (index) => (index % 3 === 1 ? "reset" : null)],
  ])("outlasts %s", async ([, fault]) => {
    const { r2, bucket } = await setUpParts();
    r2.fault = (_, index) => fault(index);
    await bucket.put(LARGE);
    expect(hash("sha256", r2.objects.get(LARGE.key)?.bytes ?? "", "hex")).toBe(LARGE.sha256);
  });

  test("is cut the same way by every run, into parts that R2 takes", () => {
    for (const sizeBytes of [1, 16 * MIB, 16 * MIB + 1, 500_000_000, 5_000_000_000_000]) {
      const parts = partsOf(sizeBytes);
      expect(parts.length).toBeLessThanOrEqual(10_000);
      expect(parts.at(-1)?.end).toBe(sizeBytes);
      expect(new Set(parts.slice(0, -1).map(({ start, end }) => end - start)).size).toBeLessThanOrEqual(1);
      expect(parts.slice(1).every(({ start }, at) => start === parts[at]?.end)).toBe(true);
    }
  });
});

describe("what Cloudflare's API answers", () => {
  const refusing = async (method: string, status: number) => {
    const set = await setUp();
    set.cloudflare.routes.unshift([method, /objects/, () => refuse(status, 10_000, "no")]);
    return set;
  };

  test("where nothing lies is nothing to delete, and any other refusal is a fault", async () => {
    await (await refusing("DELETE", 404)).bucket.delete([SMALL.key]);
    await expect((await refusing("DELETE", 403)).bucket.delete([SMALL.key])).rejects.toThrow("HTTP 403");
  });

  test("to the question for a length is a fault, but where nothing lies", async () => {
    expect(await (await refusing("GET", 404)).bucket.sizeOf(SMALL.key)).toBeNull();
    await expect((await refusing("GET", 403)).bucket.sizeOf(SMALL.key)).rejects.toThrow("HTTP 403");
    const { cloudflare, bucket } = await setUp();
    cloudflare.fault = () => ({ kind: "reset" });
    await expect(bucket.sizeOf(SMALL.key)).rejects.toThrow("cannot be reached");
  });

  test.for([
    { name: "other bytes", left: Buffer.from("other") },
    { name: "nothing", left: null },
  ])("to a file of which $name arrived is a fault", async ({ left }) => {
    const { cloudflare, r2, bucket } = await setUp();
    cloudflare.routes.unshift([
      "PUT",
      /objects/,
      () => {
        if (left !== null) r2.objects.set(SMALL.key, { bytes: left, tag: hash("md5", left, "hex") });
        return { result: null };
      },
    ]);
    await expect(bucket.put(SMALL)).rejects.toThrow(
      `R2 has other bytes of ${SMALL.key} than were sent; run the command again`,
    );
  });
});

describe("a file", () => {
  test("on disk is sent as far as it is told to reach", async () => {
    const { r2, bucket } = await setUp();
    const bytes = Buffer.from("tide and more");
    const open = async () => ({
      slice: (start: number, end: number) => new Blob([bytes.subarray(start, end)]),
    });
    await bucket.put({ ...SMALL, sizeBytes: 4, open });
    expect(r2.objects.get(SMALL.key)?.bytes.toString()).toBe("tide");
  });

  test("goes at once as long as Cloudflare's API takes it", async () => {
    const { r2, bucket } = await setUp({ mostAtOnce: SMALL.sizeBytes, leastPart: MIB });
    await bucket.put(SMALL);
    expect([r2.objects.size, r2.seen]).toEqual([1, []]);
  });

  test("of more than 300 MB goes in parts", async () => {
    const { cloudflare, bucket } = await setUp();
    cloudflare.fault = ({ path }) => (path.endsWith("tokens/verify") ? { kind: "reset" } : null);
    // Nothing of it is read before it is known who sends it.
    await expect(bucket.put({ ...SMALL, sizeBytes: 300_000_001 })).rejects.toThrow("cannot be reached");
  });

  test("goes in parts to the account's own part of R2", async () => {
    const { r2 } = await setUp();
    const { s3Url: _, ...account } = r2.account;
    const { fetch } = globalThis;
    vi.stubGlobal("fetch", (input: Request | string | URL, init?: RequestInit) => {
      const { url } = new Request(input, init);
      return url.includes("127.0.0.1") ? fetch(input, init) : Promise.reject(new TypeError("no network"));
    });
    onTestFinished(() => void vi.unstubAllGlobals());
    const bucket = new R2Bucket(account, r2.bucket, { ...HASTY, attempts: 1 }, PARTS);
    await expect(bucket.put(LARGE)).rejects.toThrow(
      `${account.id}.r2.cloudflarestorage.com cannot be reached (the connection broke off)`,
    );
  });
});

describe("the key pair of R2 follows from the token", () => {
  test.for([
    {
      name: "of a person",
      user: { result: { id: "the-id-of-the-token" } },
      asked: ["null user/tokens/verify"],
    },
    {
      name: "of the account, which is no person's",
      user: refuse(401, 1000, "Invalid API Token"),
      asked: ["null user/tokens/verify", "own tokens/verify"],
    },
    {
      name: "of the account, where a person's has no id",
      user: { result: {} },
      asked: ["null user/tokens/verify", "own tokens/verify"],
    },
  ])("$name", async ({ user, asked }) => {
    const { cloudflare, r2, bucket } = await setUp(PARTS);
    cloudflare.routes.unshift(
      ["GET", /^user\/tokens\/verify$/, () => user],
      ["GET", /^tokens\/verify$/, () => ({ result: { id: "the-id-of-the-token" } })],
    );
    await bucket.put(LARGE);
    expect(r2.objects.has(LARGE.key)).toBe(true);
    const verified = cloudflare.seen.filter(({ path }) => path.endsWith("tokens/verify"));
    expect(verified.map(({ owner, path }) => `${owner && "own"} ${path}`)).toEqual(asked);
  });
});

test("a bucket is called by its name", async () => {
  const { r2, bucket } = await setUp();
  expect(bucket.name).toBe(`Cloudflare's R2 bucket ${r2.bucket}`);
});

describe("a refusal is one sentence that says what to do, without the token", () => {
  test("R2 that is not switched on", async () => {
    const { r2, bucket } = await setUp();
    r2.isOn = false;
    await expect(bucket.ready()).rejects.toThrow(
      /^R2 is not switched on for this Cloudflare account; switch it on/,
    );
  });

  test("a login of wrangler's, which has no key pair", async () => {
    const { cloudflare, bucket } = await setUp({ mostAtOnce: 10, leastPart: MIB });
    cloudflare.fault = ({ path }) =>
      path.endsWith("tokens/verify") ? { kind: "status", status: 401, code: 1000 } : null;
    await expect(bucket.put(SMALL)).rejects.toThrow(/^files above 300 MB need an API token/);
  });

  test("a key pair that R2 does not know", async () => {
    const { cloudflare, bucket } = await setUp({ mostAtOnce: 10, leastPart: MIB });
    cloudflare.routes.unshift(["GET", /^user\/tokens\/verify$/, () => ({ result: { id: "another" } })]);
    const fault = await bucket.put(SMALL).catch((cause: unknown) => String(cause));
    expect(fault).toContain("R2 rejected the API token");
    expect(fault).not.toContain(cloudflare.account.token);
  });
});
