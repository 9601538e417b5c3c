import { symlinkSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { contentFolder, SITE_TOML, temporaryFolder } from "../content-folder.ts";
import { pngImage } from "../media-files.ts";
import { addressesIn, bakeAttacked, toldOf } from "./attack.ts";

const PNG = pngImage();
/** Where the content folder lies in each row, with three folders above it that may hold a static one. */
const CONTENT = "one/two/three/content";

interface Row {
  readonly name: string;
  readonly files: Readonly<Record<string, string | Uint8Array>>;
  readonly links?: Readonly<Record<string, string>>;
  readonly settings?: string;
  /** The picture that the article names. */
  readonly names?: string;
  readonly isPublished: boolean;
  readonly says?: string;
}

test.for<Row>([
  { name: "beside the content folder", files: { "one/two/three/static/a.png": PNG }, isPublished: true },
  { name: "three above", files: { "one/static/a.png": PNG }, isPublished: true },
  {
    name: "three above, as site.toml says",
    files: { "one/img/a.png": PNG },
    settings: 'static = ["../../../img"]',
    isPublished: true,
  },
  { name: "four above", files: { "static/a.png": PNG }, isPublished: false },
  {
    name: "four above, in three steps and a link",
    files: { "img/a.png": PNG },
    links: { "one/static": "../img" },
    isPublished: false,
    says: "leads out of the 3 folders above",
  },
  {
    name: "through a link inside",
    files: { "one/img/a.png": PNG },
    links: { [`${CONTENT}/static`]: "../../../img" },
    isPublished: true,
  },
  {
    name: "through a link to a folder of the system",
    files: {},
    links: { [`${CONTENT}/static`]: "/proc/self" },
    names: "/environ",
    isPublished: false,
    says: "leads out of",
  },
  {
    name: "through a link to devices",
    files: {},
    links: { "one/static": "/dev" },
    names: "/zero",
    isPublished: false,
    says: "leads out of",
  },
  {
    name: "through a link in a static folder, out of it",
    files: { "one/two/three/static/b.png": PNG, "one/a.png": PNG },
    links: { "one/two/three/static/a.png": "../../../a.png" },
    isPublished: false,
  },
  {
    name: "through a link in a static folder, inside of it",
    files: { "one/two/three/static/b.png": PNG },
    links: { "one/two/three/static/a.png": "b.png" },
    isPublished: true,
  },
  {
    name: "through a folder in a static folder that is a link out of it",
    files: { "one/two/three/static/b.png": PNG, "one/img/a.png": PNG },
    links: { "one/two/three/static/img": "../../../img" },
    names: "/img/a.png",
    isPublished: false,
  },
  {
    name: "hidden in a static folder",
    files: { "one/two/three/static/.env": "KEY=x" },
    names: "/.env",
    isPublished: false,
  },
  {
    name: "in a hidden folder of a static one",
    files: { "one/two/three/static/.git/config": "x" },
    names: "/.git/config",
    isPublished: false,
  },
  {
    name: "in a static folder that is a link to a hidden one",
    files: { "one/.ssh/a.png": PNG },
    links: { "one/static": ".ssh" },
    isPublished: false,
    says: "leads to what is hidden",
  },
  {
    name: "behind a link to a hidden file",
    files: { "one/two/three/static/.secret": PNG },
    links: { "one/two/three/static/a.png": ".secret" },
    isPublished: false,
  },
  {
    name: "in a static folder that is a link to itself",
    files: {},
    links: { "one/static": "static" },
    isPublished: false,
    says: "leads back to itself",
  },
  { name: "in a static folder that is a file", files: { "one/static": "x" }, isPublished: false },
  {
    name: "above a static folder",
    files: { "one/two/three/static/b.png": PNG, "one/two/three/a.png": PNG },
    names: "/../a.png",
    isPublished: false,
  },
  {
    name: "above a static folder, in escapes",
    files: { "one/two/three/static/b.png": PNG, "one/two/three/a.png": PNG },
    names: "/%2e%2e%2fa.png",
    isPublished: false,
  },
  {
    name: "above a static folder, in backslashes",
    files: { "one/two/three/static/b.png": PNG, "one/two/three/a.png": PNG },
    names: "/..\\a.png",
    isPublished: false,
  },
  {
    name: "hidden in the content folder",
    files: { [`${CONTENT}/.a.png`]: PNG },
    names: ".a.png",
    isPublished: false,
  },
])("a picture $name is published only where it may be", async (row) => {
  const root = temporaryFolder();
  const { files, links = {}, settings = "", names = "/a.png", isPublished, says } = row;
  contentFolder(
    { ...files, [`${CONTENT}/site.toml`]: SITE_TOML + settings, [`${CONTENT}/a.md`]: `![x](${names})\n` },
    root,
  );
  for (const [link, target] of Object.entries(links)) symlinkSync(target, join(root, link));
  const outcome = await bakeAttacked(join(root, CONTENT));
  const media = (await addressesIn(outcome.store)).filter((key) => /^\/media\/.*-1\.\w+$/.test(key));
  expect(outcome.report.refusal).toBeNull();
  expect(media.length > 0, media.join(" ")).toBe(isPublished);
  const file = isPublished || says ? "site.toml" : "a.md";
  expect(toldOf(outcome, file)).toHaveLength(isPublished ? 0 : 1);
  if (says) expect(toldOf(outcome, "site.toml")).toMatchObject([{ message: expect.stringContaining(says) }]);
});
