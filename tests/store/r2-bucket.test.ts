import { hash, randomBytes } from "node:crypto";
import { describe, expect, onTestFinished, test, vi } from "vitest";
import type { BucketObject } from "../../src/store/bucket.ts";
import { partsOf } from "../../src/store/r2/multipart-upload.ts";
import type { R2Limits } from "../../src/store/r2/r2-bucket.ts";
import { R2Bucket } from "../../src/store/r2/r2-bucket.ts";
import { R2StandIn } from "../stand-in/r2-stand-in.ts";
import { HASTY } from "./remote-namespace.ts";
import { startStandIn } from "./start-stand-in.ts";

vi.setConfig({ testTimeout: 30_000 });

const MIB = 1024 * 1024;

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
  const setUpParts = () => setUp({ mostAtOnce: MIB, leastPart: MIB });

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
