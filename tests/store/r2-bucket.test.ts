import { hash } from "node:crypto";
import { describe, expect, test, vi } from "vitest";
import { refuse } from "../stand-in/kv-namespace.ts";
import { MIB, SMALL, setUpBucket } from "./small-bucket.ts";

vi.setConfig({ testTimeout: 30_000 });

describe("a file that Cloudflare's API takes", () => {
  test("arrives as it is, once", async () => {
    const { cloudflare, r2, bucket } = await setUpBucket();
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
    const { cloudflare, r2, bucket } = await setUpBucket();
    r2.objects.set(SMALL.key, { bytes: Buffer.alloc(SMALL.sizeBytes), tag: "other" });
    let puts = 0;
    cloudflare.fault = ({ method }) => (method === "PUT" && ++puts < 3 ? { kind: "reset" } : null);
    await bucket.put(SMALL);
    expect(hash("sha256", r2.objects.get(SMALL.key)?.bytes ?? "", "hex")).toBe(SMALL.sha256);
  });

  test("is gone when it is deleted, and so is what was not there", async () => {
    const { r2, bucket } = await setUpBucket();
    await bucket.put(SMALL);
    await bucket.delete([SMALL.key, "media/none.mp3"]);
    expect([r2.objects.size, await bucket.sizeOf(SMALL.key)]).toEqual([0, null]);
  });
});
describe("what Cloudflare's API answers", () => {
  const refusing = async (method: string, status: number) => {
    const set = await setUpBucket();
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
    const { cloudflare, bucket } = await setUpBucket();
    cloudflare.fault = () => ({ kind: "reset" });
    await expect(bucket.sizeOf(SMALL.key)).rejects.toThrow("cannot be reached");
  });

  test.for([
    { name: "other bytes", left: Buffer.from("other") },
    { name: "nothing", left: null },
  ])("to a file of which $name arrived is a fault", async ({ left }) => {
    const { cloudflare, r2, bucket } = await setUpBucket();
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
    const { r2, bucket } = await setUpBucket();
    const bytes = Buffer.from("tide and more");
    const open = async () => ({
      slice: (start: number, end: number) => new Blob([bytes.subarray(start, end)]),
    });
    await bucket.put({ ...SMALL, sizeBytes: 4, open });
    expect(r2.objects.get(SMALL.key)?.bytes.toString()).toBe("tide");
  });

  test("goes at once as long as Cloudflare's API takes it", async () => {
    const { r2, bucket } = await setUpBucket({ mostAtOnce: SMALL.sizeBytes, leastPart: MIB });
    await bucket.put(SMALL);
    expect([r2.objects.size, r2.seen]).toEqual([1, []]);
  });

  test("of more than 300 MB goes in parts", async () => {
    const { cloudflare, bucket } = await setUpBucket();
    cloudflare.fault = ({ path }) => (path.endsWith("tokens/verify") ? { kind: "reset" } : null);
    // Nothing of it is read before it is known who sends it.
    await expect(bucket.put({ ...SMALL, sizeBytes: 300_000_001 })).rejects.toThrow("cannot be reached");
  });
});

test("a bucket is called by its name", async () => {
  const { r2, bucket } = await setUpBucket();
  expect(bucket.name).toBe(`Cloudflare's R2 bucket ${r2.bucket}`);
});

describe("a refusal is one sentence that says what to do, without the token", () => {
  test("R2 that is not switched on", async () => {
    const { r2, bucket } = await setUpBucket();
    r2.isOn = false;
    await expect(bucket.ready()).rejects.toThrow(
      /^R2 is not switched on for this Cloudflare account; switch it on/,
    );
  });

  test("a login of wrangler's, which has no key pair", async () => {
    const { cloudflare, bucket } = await setUpBucket({ mostAtOnce: 10, leastPart: MIB });
    cloudflare.fault = ({ path }) =>
      path.endsWith("tokens/verify") ? { kind: "status", status: 401, code: 1000 } : null;
    await expect(bucket.put(SMALL)).rejects.toThrow(/^files above 300 MB need an API token/);
  });

  test("a key pair that R2 does not know", async () => {
    const { cloudflare, bucket } = await setUpBucket({ mostAtOnce: 10, leastPart: MIB });
    cloudflare.routes.unshift(["GET", /^user\/tokens\/verify$/, () => ({ result: { id: "another" } })]);
    const fault = await bucket.put(SMALL).catch((cause: unknown) => String(cause));
    expect(fault).toContain("R2 rejected the API token");
    expect(fault).not.toContain(cloudflare.account.token);
  });
});
