import { hash } from "node:crypto";
import { describe, expect, test } from "vitest";
import { storeRepresentation } from "../../src/bake/store-representation.ts";
import { corruptBodies } from "../../src/publish/corrupt-bodies.ts";
import { isSoundBody } from "../../src/publish/sound-body.ts";
import type { DocumentKind } from "../../src/representation/cache-policy.ts";
import { encodeMetadata } from "../../src/representation/encode-metadata.ts";
import { strongEntityTag, weakEntityTag } from "../../src/representation/entity-tag.ts";
import { goneRepresentation, movedRepresentation } from "../../src/representation/moved.ts";
import type { Representation } from "../../src/representation/representation.ts";
import { withSealedStates } from "../../src/representation/sealed-states.ts";
import { MemoryStore } from "../../src/store/memory-store.ts";
import { RecordingStore } from "./recording-store.ts";
import { keyOf } from "./wanted-site.ts";

const BODY = "The tide rises. ".repeat(40);
const INDEX = { headBytes: 10, separatorBytes: 1, items: [{ lengthBytes: 20, edition: 1000 }] };
const sha256Of = (body: string | Uint8Array) => hash("sha256", body, "hex");

/** A document of a kind, as a bake stores it. */
function stored(kind: DocumentKind, body = BODY): Representation {
  const sha256 = sha256Of(body);
  const tag = kind === "media" ? strongEntityTag(sha256) : weakEntityTag(1000, sha256, sha256Of("settings"));
  const metadata = { status: 200, kind, type: "text/plain", tag, lastModified: 1000, pollSeconds: 900 };
  const plain = { ...metadata, sizeBytes: Buffer.byteLength(body) };
  return storeRepresentation(plain, Buffer.from(body), kind === "feed" && body !== "" ? INDEX : undefined);
}

/** One with another byte at a place; places before the end count from there. */
function spoiled({ value }: Representation, at: number): Uint8Array {
  const bytes = Uint8Array.from(value);
  const place = at < 0 ? bytes.length + at : at;
  bytes[place] = (bytes[place] ?? 0) ^ 0xff;
  return bytes;
}

const KINDS = ["feed", "archive", "page", "asset", "text", "error", "media"] as const;

describe("a stored body", () => {
  test.for(KINDS)("of the kind %s is sound as it was baked, also an empty one", (kind) => {
    for (const one of [stored(kind), stored(kind, "")]) {
      expect(isSoundBody(one.metadata, one.value)).toBe(true);
    }
  });

  test("of a redirect and of a 410 is sound", () => {
    for (const made of [
      movedRepresentation("/short", 1000),
      movedRepresentation(`/${"long".repeat(200)}`, 1000),
      goneRepresentation(1000),
    ]) {
      const sha256 = sha256Of(made.value);
      const metadata = { ...made.metadata, tag: weakEntityTag(1000, sha256, sha256) };
      expect(isSoundBody(metadata, made.value)).toBe(true);
      expect(isSoundBody(metadata, Buffer.concat([made.value, Buffer.from("more")]))).toBe(false);
      const other = weakEntityTag(1000, sha256Of("another body"), sha256);
      expect(isSoundBody({ ...metadata, tag: other }, made.value)).toBe(false);
    }
  });

  const feed = stored("feed");
  const { gzip, brotli } = feed.metadata.stored;
  test.for([
    { name: "in the middle of gzip", one: feed, at: Math.floor(gzip / 2) },
    { name: "in the checksum of gzip", one: feed, at: gzip - 8 },
    { name: "in the length that gzip tells", one: feed, at: gzip - 1 },
    { name: "in the middle of brotli", one: feed, at: gzip + Math.floor(brotli / 2) },
    { name: "in the index, an item beyond the body", one: feed, at: -5 },
    { name: "in bytes that are stored as they are", one: stored("media"), at: 100 },
  ])("with another byte $name is corrupt", ({ one, at }) => {
    expect(isSoundBody(one.metadata, spoiled(one, at))).toBe(false);
  });

  test.for([
    { name: "that is cut off", change: ({ value }: Representation) => value.subarray(0, -1) },
    { name: "that goes on", change: ({ value }: Representation) => Buffer.concat([value, Buffer.from([0])]) },
    { name: "of nothing", change: () => new Uint8Array() },
    { name: "of another document", change: () => stored("page", BODY.toUpperCase()).value },
  ])("$name is corrupt", ({ change }) => {
    const page = stored("page");
    expect(isSoundBody(page.metadata, change(page))).toBe(false);
  });

  test("whose codings are whole but of two bodies is corrupt", () => {
    const other = stored("feed", BODY.replace("tide", "moon"));
    const value = Buffer.concat([
      feed.value.subarray(0, gzip),
      other.value.subarray(other.metadata.stored.gzip),
    ]);
    const metadata = { ...feed.metadata, stored: { ...other.metadata.stored, gzip } };
    expect(isSoundBody(metadata, value)).toBe(false);
  });

  test("beside a tag that no bake makes is corrupt", () => {
    const page = stored("page");
    const opaque = sha256Of(BODY).slice(0, 10);
    for (const tag of [`W/"${opaque}"`, `"${opaque}"`] as (typeof page.metadata.tag)[]) {
      expect(isSoundBody({ ...page.metadata, tag }, page.value)).toBe(false);
    }
  });

  test("that would unfold into more than its metadata say is corrupt, and is not unfolded", () => {
    const bomb = stored("page", "0".repeat(50_000_000));
    const metadata = { ...bomb.metadata, sizeBytes: 1000 };
    const before = process.memoryUsage().arrayBuffers;
    expect(isSoundBody(metadata, bomb.value)).toBe(false);
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(10_000_000);
  });
});

describe("a value with states that open later", () => {
  const [now, next, last] = [BODY, `${BODY}More.`, `${BODY}Most.`].map((body) => stored("page", body));
  if (!now || !next || !last) throw new TypeError("no states");
  const states = [
    { at: 2000, representation: next },
    { at: 3000, representation: last },
  ];
  const sealed = withSealedStates(now, states, "0123456789");
  const lengths = [now, next, last].map(({ value }) => value.byteLength);
  const [first = 0, second = 0, third = 0] = lengths;

  test("is sound as it was baked, also where a state is that nothing stands there", () => {
    expect(isSoundBody(sealed.metadata, sealed.value)).toBe(true);
    const gone = withSealedStates(now, [...states, { at: 4000, representation: null }], "0123456789");
    expect(isSoundBody(gone.metadata, gone.value)).toBe(true);
  });

  test.for([
    { name: "its present state", at: 20 },
    { name: "the next state", at: first + 20 },
    { name: "the last state", at: first + second + 20 },
    { name: "the table of its states", at: first + second + third },
  ])("is corrupt with another byte in $name", ({ at }) => {
    expect(isSoundBody(sealed.metadata, spoiled(sealed, at))).toBe(false);
  });

  test("is corrupt without its states", () => {
    expect(isSoundBody(sealed.metadata, now.value)).toBe(false);
  });
});

test("documents that are not what their metadata say are found, in the order in which they were asked for", async () => {
  const one = stored("page");
  const store = new MemoryStore();
  const entry = (name: string, value: Uint8Array, metadata: unknown = encodeMetadata(one.metadata)) => ({
    key: keyOf(name),
    value,
    metadata,
  });
  await store.put([
    entry("/sound", one.value),
    entry("/spoiled", spoiled(one, 20)),
    entry("/untold", one.value, null),
    entry("/also", one.value),
  ]);
  const told: number[] = [];
  const keys = ["/untold", "/sound", "/missing", "/also", "/spoiled"].map(keyOf);
  expect(await corruptBodies(keys, store, (done) => told.push(done))).toEqual([
    "/untold",
    "/missing",
    "/spoiled",
  ]);
  expect(told).toEqual([1, 2, 3, 4, 5]);
});

describe("a file in the bucket", () => {
  const media = stored("media").metadata;
  const metadata = {
    ...media,
    inBucket: true as const,
    stored: { gzip: 0, brotli: 0, identity: 0, index: 0 },
  };
  const key = keyOf("/media/a.mp3");

  test("has no bytes elsewhere", () => {
    expect(isSoundBody(metadata, new Uint8Array())).toBe(true);
    expect(isSoundBody(metadata, new Uint8Array(1))).toBe(false);
  });

  test.for([
    { name: "as long as its metadata say is sound", sizeBytes: media.sizeBytes, corrupt: [] },
    { name: "of another length is corrupt", sizeBytes: media.sizeBytes - 1, corrupt: [key] },
    { name: "that is not there is corrupt", sizeBytes: null, corrupt: [key] },
  ])("$name", async ({ sizeBytes, corrupt }) => {
    const store = new MemoryStore();
    await store.put([{ key, value: new Uint8Array(), metadata: encodeMetadata(metadata) }]);
    if (sizeBytes !== null) store.bucket.objects.set("media/a.mp3", new Uint8Array(sizeBytes));
    expect(await corruptBodies([key], store, () => {})).toEqual(corrupt);
  });

  test("is corrupt where no bucket is bound", async () => {
    const store = new MemoryStore();
    await store.put([{ key, value: new Uint8Array(), metadata: encodeMetadata(metadata) }]);
    expect(await corruptBodies([key], new RecordingStore(store), () => {})).toEqual([key]);
  });
});
