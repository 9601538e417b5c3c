import { describe, expect, test } from "vitest";
import { contentFolder, SITE_TOML } from "../content-folder.ts";
import { bakeFolder, bodyOf, NOW } from "./baked-folder.ts";

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
    const dates = second.articles.map(({ path, edition, updated }) => [path, edition, updated > NOW]);
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
