import { describe, expect, test } from "vitest";
import type { PictureFile } from "../../src/article/media.ts";
import { mediaAddresses, mediaFiles } from "../../src/bake/bake-media.ts";
import { storeRepresentation } from "../../src/bake/store-representation.ts";
import { documentDigest } from "../../src/ledger/document-digest.ts";
import type { DocumentRecord } from "../../src/ledger/ledger.ts";
import { lastingMetadata } from "../../src/representation/encode-metadata.ts";
import { siteWith } from "./small-site.ts";
import { mediaFile } from "./values.ts";

function must<T>(value: T | undefined): T {
  if (value === undefined) throw new Error("it is not there");
  return value;
}

const site = siteWith("poll_minutes = 7\n");

const bakeMedia = (...given: Parameters<typeof mediaFiles>) => mediaFiles(...given).map((one) => one.bake());

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
  expect(first?.representation?.metadata).not.toHaveProperty("disposition");
  const again = bakingWith({ [lock.address]: first?.record ?? { digest: "", edition: 0 } });
  const unread = { ...lock, read: () => expect.fail("it was read") };
  expect(bakeMedia(unread, site, again)[0]?.representation).toBeNull();
});

describe("the name that a file is saved under", () => {
  const sound = mediaFile('1/Tee ☕ "Ä".mp3', "sound", { type: "audio/mpeg" });

  test("is its own, in ASCII and whole (RFC 6266 §4.3)", () => {
    const [document] = bakeMedia(sound, site, bakingWith());
    expect(document?.representation?.metadata.disposition).toBe(
      "inline; filename=\"Tee _ ___.mp3\"; filename*=UTF-8''Tee%20%E2%98%95%20%22%C3%84%22.mp3",
    );
  });

  test("is no reason to write a file again that was published without one", () => {
    const [unnamed] = bakeMedia({ ...sound, type: "image/png" }, site, bakingWith());
    const metadata = unnamed?.representation?.metadata;
    const digest = documentDigest(lastingMetadata({ ...must(metadata), type: "audio/mpeg" }));
    const before = bakingWith({ [sound.address]: { digest, edition: 1000 } });
    expect(bakeMedia(sound, site, before)[0]?.representation).toBeNull();
  });
});

describe("what KV does not take goes into the bucket, and its entry has no body", () => {
  test.for([
    ["above 25 MiB", siteWith(""), 25 * 1024 * 1024 + 1],
    ["all media, where site.toml asks for it", siteWith('media = "r2"\n'), 3],
  ] as const)("%s", ([, own, sizeBytes]) => {
    const unread = () => expect.fail("it was read");
    const sound = mediaFile("tea.mp3", "tea", { type: "audio/mpeg", sizeBytes, read: unread });
    const [document] = bakeMedia({ ...sound, open: async () => new Blob([]) }, own, bakingWith());
    expect(document?.record).toMatchObject({ sizeBytes, inBucket: true });
    expect(document?.representation).toMatchObject({
      metadata: { sizeBytes, inBucket: true, stored: { identity: 0 } },
      value: new Uint8Array(),
      object: { sizeBytes, sha256: sound.sha256 },
    });
  });
});

describe("in the bucket", () => {
  const LIMIT = 25 * 1024 * 1024;
  const objectOf = async (media: ReturnType<typeof mediaFile>, own = siteWith('media = "r2"\n')) => {
    const [document] = bakeMedia(media, own, bakingWith());
    return document?.representation?.object;
  };
  const textOf = async (object: Awaited<ReturnType<typeof objectOf>>) => {
    const bytes = await (await object?.open())?.slice(0, 100).arrayBuffer();
    return Buffer.from(bytes ?? new ArrayBuffer()).toString();
  };

  test("is no file of just 25 MiB", async () => {
    const sound = mediaFile("tea.mp3", "tea", { sizeBytes: LIMIT });
    expect(await objectOf(sound, siteWith(""))).toBeUndefined();
  });

  test("is a file as it is opened, or as it is read", async () => {
    const sound = mediaFile("tea.mp3", "tea");
    expect(await textOf(await objectOf(sound))).toBe("tea");
    expect(await textOf(await objectOf({ ...sound, open: async () => new Blob(["parts"]) }))).toBe("parts");
  });

  test("is a picture as it was made, where that is too large, or all media are there", async () => {
    const fallback = pictureFile("/media/0-1200x1-1.jpg");
    const lock = (file: PictureFile) =>
      mediaFile("lock.png", "lock", { picture: { webp: [], fallback: file } });
    const object = await objectOf(lock(fallback));
    expect(object).toMatchObject({ sizeBytes: fallback.sizeBytes, sha256: "ab".repeat(32) });
    expect(await textOf(object)).toBe(fallback.address);
    expect(await objectOf(lock(fallback), siteWith(""))).toBeUndefined();
    expect(await objectOf(lock({ ...fallback, sizeBytes: LIMIT + 1 }), siteWith(""))).toBeDefined();
  });
});

describe("of the site's icon", () => {
  const form = (name: string) => pictureFile(`/media/${name}`);
  const [ico, small, large, touch, maskable] = ["ico", "small", "large", "touch", "maskable"].map(form);
  const forms = {
    ico: must(ico),
    small: must(small),
    large: must(large),
    touch: must(touch),
    maskable: must(maskable),
    drawing: null,
  };
  const names = ["/media/ico", "/media/small", "/media/large", "/media/touch", "/media/maskable"];
  const icon = (original: "linked" | "published" | "left-out", own: typeof forms | null = forms) =>
    mediaFile("icon.png", "icon", { icon: { forms: own, original } });
  const keys = (media: ReturnType<typeof icon>) =>
    bakeMedia(media, site, bakingWith()).map(({ key }) => key as string);

  test("every form is a document, and the file itself unless it is left out", () => {
    for (const original of ["linked", "published"] as const)
      expect(keys(icon(original))).toEqual([...names, icon(original).address]);
    expect(keys(icon("left-out"))).toEqual(names);
  });

  test("a drawing is one of the forms; nothing is where nothing could make them", () => {
    const drawn = mediaFile("icon.png", "icon", {
      icon: { forms: { ...forms, drawing: form("drawing") }, original: "left-out" },
    });
    expect(keys(drawn)).toEqual([...names, "/media/drawing"]);
    expect(keys(icon("linked", null))).toEqual([icon("linked", null).address]);
  });

  test("and of all media the addresses are known", () => {
    const lock = mediaFile("lock.png");
    expect([...mediaAddresses([lock, icon("linked")])]).toEqual([
      lock.address,
      icon("linked").address,
      ...names,
    ]);
  });
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
      { key: fallback.address, part: "media", record, representation: null },
    ]);
  });
});
