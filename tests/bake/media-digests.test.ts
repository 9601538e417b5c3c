import { describe, expect, test } from "vitest";
import { withMediaDigests } from "../../src/bake/places/site-media.ts";
import { contentFolder, SITE_TOML } from "../content-folder.ts";
import { bakeFolder, bodyOf, NOW } from "./baked-folder.ts";
import { sourcesOf } from "./small-site.ts";
import { mediaFile } from "./values.ts";

const DAY = 86_400;
const boat = (height: number) =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="8" height="${height}"><path d="M0 0h8v4z"/></svg>`;
const FILES = {
  "site.toml": SITE_TOML,
  "lock.md": "---\nimage: { src: boat.svg, alt: A boat }\ndate: 2025-06-30\n---\n# Lock\n\nText.\n",
  "mole.md": "---\ndate: 2025-06-29\n---\n# Mole\n\n![A boat](boat.svg)\n",
  "tide.md": "---\ndate: 2025-06-28\n---\n# Tide\n\nText.\n",
  "boat.svg": boat(4),
};

/** A site whose picture is replaced a day later; the last bake finds it as it was. */
function replacePicture() {
  const folder = contentFolder(FILES);
  const first = bakeFolder(folder);
  contentFolder({ "boat.svg": boat(6) }, folder);
  const second = bakeFolder(folder, first.ledger, NOW + DAY);
  const third = bakeFolder(folder, second.ledger, NOW + 2 * DAY);
  return { second, third };
}

describe("a picture that is replaced under its old name", () => {
  test("updates the articles that show it, as lead image or in the text, and no other", () => {
    const { second } = replacePicture();
    const dates = [...second.articles].map(({ path, edition, updated }) => [path, edition, updated > NOW]);
    expect(dates.toSorted()).toEqual([
      ["lock.md", NOW + DAY, true],
      ["mole.md", NOW + DAY, true],
      ["tide.md", NOW, false],
    ]);
  });

  test("reaches the feeds with a later edition of those articles, so that deltas carry it", () => {
    const items: { _feedwright: { edition: number } }[] = JSON.parse(
      bodyOf(replacePicture().second, "/feed.json"),
    ).items;
    expect(items.map(({ _feedwright }) => _feedwright.edition)).toEqual([NOW + DAY, NOW + DAY, NOW]);
  });

  test("the same picture again is no update", () => {
    const { second, third } = replacePicture();
    expect(third.ledger.articles).toEqual(second.ledger.articles);
  });
});

describe("a source is another one with another file, where it shows that", () => {
  const files = ["boat.svg", "sea/boat.svg", "sea/tea/boat.jpg", "mole.svg"];
  /** The digest of a source beside media; those of `again` have other bytes. */
  const digestOf = (text: string, again: readonly string[] = []) => {
    const media = files.map((path) => mediaFile(path, again.includes(path) ? `${path} again` : path));
    return withMediaDigests(sourcesOf({ "sea/tea.md": text }), media)[0]?.digest;
  };

  test.for([
    { name: "in its text", text: "![Boat](boat.svg)", shows: true },
    { name: "by a link", text: "[Boat](boat.svg)", shows: true },
    { name: "at a fragment", text: "[Boat](boat.svg#deck)", shows: true },
    { name: "with a query", text: "[Boat](boat.svg?deck#\\?)", shows: true },
    { name: "in its own folder", text: "![Boat](boat.jpg)", shows: true },
    { name: "as its lead image", text: "---\nimage: boat.svg\n---\nTea.", shows: true },
    { name: "as an enclosure", text: "---\nenclosure: boat.svg\n---\nTea.", shows: true },
    { name: "as a transcript", text: "---\ntranscript: boat.svg\n---\nTea.", shows: true },
    { name: "beside another", text: "![Boat](/mole.svg) ![Boat](boat.svg)", shows: true },
    { name: "but not one elsewhere of that name", text: "![Boat](/boat.svg)", shows: false },
    { name: "but not where the name is all text", text: "The file boat.svg.", shows: false },
  ])("$name", ({ text, shows }) => {
    expect(digestOf(text) !== digestOf(text, ["sea/boat.svg", "sea/tea/boat.jpg"])).toBe(shows);
  });

  test("whose order, and how often it is shown, does not count", () => {
    const shown = (target: string) => `![Boat](${target})`;
    const digests = (...texts: string[]) => {
      const media = [mediaFile("one.svg", "1"), mediaFile("two.svg", "2")];
      const sources = texts
        .flatMap((text) => sourcesOf({ "tea.md": text }))
        .map((one) => ({ ...one, digest: "tea" }));
      return new Set(withMediaDigests(sources, media).map(({ digest }) => digest));
    };
    const [one, two] = [shown("one.svg"), shown("two.svg")];
    expect(digests(`${one} ${two}`, `${two} ${one}`, `${one} ${two} ${one}`).size).toBe(1);
    expect(digests(one, two, `${one} ${two}`, "Tea.").size).toBe(4);
  });

  test("and stays the same where it shows none, or the site has none", () => {
    const sources = sourcesOf({ "a.md": "![Boat](gone.svg)", "b.md": "Text." });
    expect(withMediaDigests(sources, [mediaFile("boat.svg")])).toEqual(sources);
    expect(withMediaDigests(sources, [])).toBe(sources);
  });
});
