import { hash } from "node:crypto";
import { readdirSync } from "node:fs";
import { join } from "node:path";
import sharp from "sharp";
import { describe, expect, test } from "vitest";
import type { Media } from "../../src/article/media.ts";
import { sniff } from "../../src/folder/sniff.ts";
import type { PublishedFile } from "../../src/pictures/published-pictures.ts";
import type { PictureWork } from "../../src/pictures/with-pictures.ts";
import { withPictures } from "../../src/pictures/with-pictures.ts";
import { pathOf } from "../bake/values.ts";
import { temporaryFolder } from "../content-folder.ts";
import { cornered, phonePhoto } from "./photographs.ts";

function mediaOf(path: string, bytes: Uint8Array, fields: Partial<Media> = {}): Media {
  const sha256 = hash("sha256", bytes, "hex");
  const { type = "image/jpeg", width = null, height = null } = sniff(bytes) ?? {};
  const address = `/media/${sha256.slice(0, 20)}.${path.split(".").at(-1)}`;
  const facts = { address, type, width, height, sizeBytes: bytes.byteLength, sha256 };
  return { path: pathOf(path), ...facts, read: () => bytes, ...fields };
}

function workBut(fields: Partial<PictureWork> = {}): PictureWork {
  const folder = join(temporaryFolder(), "pictures");
  return {
    published: new Map(),
    folders: { read: [folder], write: folder },
    useOf: () => "article",
    needsBytes: () => false,
    renew: false,
    progress: () => undefined,
    ...fields,
  };
}

/** What the ledger remembers once all of these are published. */
function publishedOf(media: readonly Media[]): Map<string, PublishedFile> {
  const files = media.flatMap(({ picture }) => (picture ? [...picture.webp, picture.fallback] : []));
  return new Map(files.map(({ address, sizeBytes }) => [address, { digest: "known", sizeBytes }]));
}

describe("a picture that is new", () => {
  test("is published in sizes, of which the fallback stands for it", async () => {
    const photo = mediaOf("lock.jpg", await phonePhoto(6, 2000, 1000));
    const { media, made } = await withPictures([photo], workBut());
    const name = photo.sha256.slice(0, 20);
    expect(made).toBe(1);
    expect(media[0]).toMatchObject({
      address: `/media/${name}-1000x2000-1.jpg`,
      type: "image/jpeg",
      width: 1000,
      height: 2000,
      sha256: photo.sha256,
    });
    expect(media[0]?.picture?.webp.map(({ address }) => address)).toEqual([
      `/media/${name}-690x1380-1.webp`,
      `/media/${name}-1000x2000-1.webp`,
    ]);
  });

  test("is made once, for all files with its bytes, and waits for another publish", async () => {
    const bytes = await phonePhoto();
    const two = [mediaOf("one.jpg", bytes), mediaOf("two.jpg", bytes)];
    const work = workBut();
    const first = await withPictures(two, work);
    const again = await withPictures(two, work);
    expect([first.made, again.made]).toEqual([1, 0]);
    expect(again.media.map(({ address, sizeBytes }) => [address, sizeBytes])).toEqual(
      first.media.map(({ address, sizeBytes }) => [address, sizeBytes]),
    );
    const [file] = again.media;
    expect(hash("sha256", file?.picture?.fallback.made?.read() ?? "", "hex")).toBe(
      file?.picture?.fallback.made?.sha256,
    );
  });

  test("whose originals are gone leaves nothing behind", async () => {
    const work = workBut();
    await withPictures([mediaOf("one.jpg", await phonePhoto())], work);
    await withPictures([], work);
    expect(readdirSync(work.folders.write)).toEqual([]);
  });
});

describe("a picture that is published", () => {
  test("is read from nowhere: the store's addresses tell all of it", async () => {
    const photo = mediaOf("lock.jpg", await phonePhoto());
    const first = await withPictures([photo], workBut());
    const published = publishedOf(first.media);
    const unread = { ...photo, read: () => expect.fail("it was read") };
    const { media, made } = await withPictures([unread], workBut({ published }));
    expect(made).toBe(0);
    expect(media[0]).toMatchObject({ address: first.media[0]?.address, width: 400, height: 300 });
    expect(media[0]?.picture?.fallback.made).toBeNull();
  });

  test("as it came keeps its address and bytes", async () => {
    const photo = mediaOf("lock.jpg", await phonePhoto());
    const published = new Map([[photo.address, { digest: "known" }]]);
    const { media, made, untouched } = await withPictures([photo], workBut({ published }));
    expect([media, made, untouched]).toEqual([[photo], 0, 1]);
  });

  test("as it came is made anew where that is asked for", async () => {
    const photo = mediaOf("lock.jpg", await phonePhoto());
    const published = new Map([[photo.address, { digest: "known" }]]);
    const { media } = await withPictures([photo], workBut({ published, renew: true }));
    expect(media[0]?.picture).toBeDefined();
  });

  test("in part is finished", async () => {
    const photo = mediaOf("lock.jpg", await phonePhoto());
    const first = await withPictures([photo], workBut());
    for (const address of publishedOf(first.media).keys()) {
      const published = publishedOf(first.media);
      published.set(address, { digest: "" });
      const { media } = await withPictures([photo], workBut({ published }));
      const { webp = [], fallback } = media[0]?.picture ?? {};
      const open = [...webp, fallback].filter((file) => file && file.made !== null);
      expect(open.map((file) => file?.address)).toEqual([address]);
    }
  });
});

describe("what is no picture to resize", () => {
  test.for<[string, Partial<Media>]>([
    ["a drawing", { type: "image/svg+xml" }],
    ["a moving picture", { type: "image/gif", animated: true }],
    ["sound", { type: "audio/mpeg" }],
  ])("%s stays as it is", async ([, fields]) => {
    const one = mediaOf("one.bin", Buffer.from("one"), fields);
    expect((await withPictures([one], workBut())).media).toEqual([one]);
  });
});

describe("a picture that nobody can show is a problem, and its words stand in its place", () => {
  const bomb = async () => {
    const bytes = await sharp({ create: { width: 8, height: 8, channels: 3, background: "#fff" } })
      .png()
      .toBuffer();
    bytes.writeUInt32BE(60_000, 16);
    bytes.writeUInt32BE(60_000, 20);
    return bytes;
  };
  test.for<[string, () => Promise<Uint8Array>, RegExp]>([
    [
      "half of it is missing",
      async () => (await cornered(900, 900).jpeg().toBuffer()).subarray(0, 2000),
      /is damaged/,
    ],
    [
      "its data are others",
      async () => (await cornered(300, 300).png().toBuffer()).fill(0x55, 120, 300),
      /is damaged/,
    ],
    ["it claims more pixels than it has bytes", bomb, /million pixels|is damaged/],
    [
      "it is longer than any screen",
      () =>
        sharp({ create: { width: 10, height: 40_000, channels: 3, background: "#fff" } })
          .png()
          .toBuffer(),
      /too long in one direction/,
    ],
  ])("%s", async ([, make, words]) => {
    const one = mediaOf("lock.jpg", await make());
    const { media, problems } = await withPictures([one], workBut());
    expect(media).toEqual([]);
    expect(problems).toEqual([
      { file: "lock.jpg", line: null, severity: "warning", message: expect.stringMatching(words) },
    ]);
  });
});
