import { hash } from "node:crypto";
import { describe, expect, onTestFinished, test, vi } from "vitest";
import { partsOf } from "../../src/store/r2/multipart-upload.ts";
import { R2Bucket } from "../../src/store/r2/r2-bucket.ts";
import { refuse } from "../stand-in/kv-namespace.ts";
import { HASTY } from "./remote-namespace.ts";
import { LARGE, MIB, PARTS, setUpBucket } from "./small-bucket.ts";

vi.setConfig({ testTimeout: 30_000 });

describe("a file that goes in parts", () => {
  const setUpParts = () => setUpBucket(PARTS);

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

  test("goes to the account's own part of R2", async () => {
    const { r2 } = await setUpBucket();
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
    const { cloudflare, r2, bucket } = await setUpBucket(PARTS);
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
