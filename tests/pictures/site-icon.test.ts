import { hash } from "node:crypto";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import type { Media, SiteIcon } from "../../src/article/media.ts";
import { sniff } from "../../src/folder/sniff.ts";
import { NoSharpError } from "../../src/pictures/load-sharp.ts";
import type { PublishedFile } from "../../src/pictures/published-pictures.ts";
import type { IconWork } from "../../src/pictures/site-icon.ts";
import { siteIcon, withIcon } from "../../src/pictures/site-icon.ts";
import { pathOf } from "../bake/values.ts";
import { temporaryFolder } from "../content-folder.ts";
import { cornered } from "./photographs.ts";

const SVG = Buffer.from(
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 8 8"><path d="M0 0h8v8z"/></svg>',
);
const png = () => cornered(300, 300).png().toBuffer();

function iconFile(bytes: Uint8Array, fields: Partial<Media> = {}): Media {
  const sha256 = hash("sha256", bytes, "hex");
  const { type = "image/png", extension = "png", width = null, height = null } = sniff(bytes) ?? {};
  const address = `/media/${sha256.slice(0, 20)}.${extension}`;
  const facts = { address, type, width, height, sizeBytes: bytes.byteLength, sha256 };
  return { path: pathOf(`icon.${extension}`), ...facts, read: () => bytes, ...fields };
}

function workBut(fields: Partial<IconWork> = {}): IconWork {
  const folder = join(temporaryFolder(), "pictures");
  return {
    published: new Map(),
    folders: { read: [folder], write: folder },
    isShown: false,
    renew: false,
    ...fields,
  };
}

/** What the ledger remembers once an icon is published. */
function publishedOf(file: Media, { forms, original }: SiteIcon): Map<string, PublishedFile> {
  const own = original === "left-out" ? [] : [[file.address, { digest: "known" }] as const];
  const made = Object.values(forms ?? {}).filter((form) => form !== null);
  return new Map([...own, ...made.map((form) => [form.address, { digest: "known", sizeBytes: 1 }] as const)]);
}

const PLAIN = { forms: null, original: "linked" };

describe("the icon of a site", () => {
  test.for([
    ["a picture", png, null],
    ["a drawing", async () => SVG, /-512x512-1i\.svg$/],
  ] as const)("%s is made into its forms once, and stays out itself", async ([, make, drawing]) => {
    const file = iconFile(await make());
    const first = await siteIcon(file, workBut());
    expect(first).toMatchObject({ icon: { original: "left-out" }, problems: [], made: 1 });
    const copy = first.icon.forms?.drawing?.address ?? null;
    expect(copy).toEqual(drawing && expect.stringMatching(drawing));
    const unread = { ...file, read: () => expect.fail("it was read") };
    const published = publishedOf(file, first.icon);
    const again = await siteIcon(unread, workBut({ published }));
    expect(again).toMatchObject({ icon: { original: "left-out" }, problems: [], made: 0 });
    expect(Object.values(again.icon.forms ?? {}).map((form) => form?.made ?? null)).not.toContain(undefined);
    expect(publishedOf(file, again.icon)).toEqual(published);
  });

  test("is led to in its largest form where a redirect names the file", async () => {
    const file = iconFile(await png());
    const { icon } = await siteIcon(file, workBut());
    expect(withIcon(file, icon)).toMatchObject({ address: icon.forms?.large.address, width: 512 });
  });

  test("that an article shows is published for it too", async () => {
    const file = iconFile(SVG);
    const first = await siteIcon(file, workBut({ isShown: true }));
    expect(first.icon.original).toBe("published");
    const published = publishedOf(file, first.icon);
    expect((await siteIcon(file, workBut({ isShown: true, published }))).icon.original).toBe("published");
    expect(withIcon(file, first.icon).address).toBe(file.address);
  });
});

describe("an icon that pages linked before there were forms", () => {
  test.for([
    ["a picture", png],
    ["a drawing", async () => SVG],
  ] as const)("%s stays linked, at every bake", async ([, make]) => {
    const file = iconFile(await make());
    const before = new Map([[file.address, { digest: "known" }]]);
    const first = await siteIcon(file, workBut({ published: before }));
    expect(first.icon).toMatchObject({ original: "linked", forms: { drawing: null } });
    const published = publishedOf(file, first.icon);
    expect(await siteIcon(file, workBut({ published }))).toMatchObject({
      made: 0,
      icon: { original: "linked" },
    });
  });

  test("is linked no more where it is asked to be renewed", async () => {
    const file = iconFile(await png());
    const published = new Map([[file.address, { digest: "known" }]]);
    expect((await siteIcon(file, workBut({ published, renew: true }))).icon.original).toBe("left-out");
  });
});

describe("an icon of which nothing can be made is told", () => {
  const load = () => Promise.reject(new NoSharpError("resizing pictures needs sharp"));
  const broken = async () => (await png()).subarray(0, 200);

  test.for<[string, () => Promise<Uint8Array>, Partial<IconWork>, Partial<SiteIcon>, RegExp]>([
    [
      "without sharp a drawing is linked as it came",
      async () => SVG,
      { load },
      PLAIN as SiteIcon,
      /in one form alone: resizing pictures needs sharp; it is published as it is$/,
    ],
    [
      "without sharp a picture stays out, metadata and all",
      png,
      { load },
      { forms: null, original: "left-out" },
      /needs sharp; the site has the standard icon until then$/,
    ],
    ["a damaged one stays out", broken, {}, { forms: null, original: "left-out" }, /^is damaged/],
  ])("%s", async ([, make, fields, icon, words]) => {
    const file = iconFile(await make());
    const found = await siteIcon(file, workBut(fields));
    expect(found.icon).toEqual(icon);
    expect(found.problems).toEqual([
      { file: file.path, line: null, severity: "warning", message: expect.stringMatching(words) },
    ]);
  });
});
