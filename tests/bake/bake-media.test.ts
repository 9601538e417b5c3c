import { describe, expect, test } from "vitest";
import type { PictureFile } from "../../src/article/media.ts";
import { bakeMedia } from "../../src/bake/bake-media.ts";
import { storeRepresentation } from "../../src/bake/store-representation.ts";
import type { DocumentRecord } from "../../src/ledger/ledger.ts";
import { siteWith } from "./small-site.ts";
import { mediaFile } from "./values.ts";

const site = siteWith("poll_minutes = 7\n");

const bakingWith = (before: Readonly<Record<string, DocumentRecord>> = {}) => ({
  edition: 1000,
  before: new Map(Object.entries(before)),
  known: new Map(),
  store: storeRepresentation,
});

function pictureFile(address: string, fields: Partial<PictureFile> = {}): PictureFile {
  const bytes = Buffer.from(address);
  const made = { sha256: "ab".repeat(32), read: () => bytes };
  const size = { width: 3, height: 2, sizeBytes: bytes.byteLength };
  return { address, type: "image/webp", ...size, made, ...fields };
}

test("a media file is known by its hash, and read where the store does not have it", () => {
  const lock = mediaFile("lock.png");
  const [first] = bakeMedia(lock, site, bakingWith());
  expect(first?.representation?.metadata).toMatchObject({
    kind: "media",
    type: "image/png",
    tag: `"${lock.sha256.slice(0, 32)}"`,
    pollSeconds: 420,
  });
  const again = bakingWith({ [lock.address]: first?.record ?? { digest: "", edition: 0 } });
  const unread = { ...lock, read: () => expect.fail("it was read") };
  expect(bakeMedia(unread, site, again)[0]?.representation).toBeNull();
});

describe("of a picture", () => {
  const small = pictureFile("/media/0-680x1-1.webp");
  const fallback = pictureFile("/media/0-1200x1-1.jpg", { type: "image/jpeg" });
  const lock = mediaFile("lock.png", "lock", { picture: { webp: [small], fallback } });

  test("every file is a document, the fallback last, and the original is none", () => {
    const baked = bakeMedia(lock, site, bakingWith());
    expect(baked.map(({ key, part, record }) => [key, part, record.sizeBytes])).toEqual([
      [small.address, "media", small.sizeBytes],
      [fallback.address, "media", fallback.sizeBytes],
    ]);
  });

  test("what the store has stays, whatever the settings are", () => {
    const record: DocumentRecord = { digest: "known", edition: 5, sizeBytes: 3 };
    const kept = { ...lock, picture: { webp: [], fallback: { ...fallback, made: null } } };
    expect(bakeMedia(kept, site, bakingWith({ [fallback.address]: record }))).toEqual([
      { key: fallback.address, part: "media", record, representation: null, madeFrom: null },
    ]);
  });
});
