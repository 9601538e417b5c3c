import { expect, test } from "vitest";
import { stayingOf, stayingWhere } from "../../../src/article/staying-articles.ts";
import { openBake } from "../../../src/bake/open-bake.ts";
import { pictureWishes } from "../../../src/command/bake/picture-wishes.ts";
import { inputOf, siteWith, sourcesOf } from "../../bake/small-site.ts";
import { mediaFile } from "../../bake/values.ts";

const FILES = {
  "a.md":
    "---\ndate: 2025-06-01\nimage: art.png\nenclosures: [{ url: https://mole.example/a.mp3, length: 1, type: audio/mpeg }]\n---\n# A\n\nText.\n",
  "b.md": "---\ndate: 2025-06-01\n---\n# B\n\nOf ![it](icon.png).\n",
  "c.md": "---\ndate: 2025-06-01\nimage: icon.png\n---\n# C\n\nText.\n",
};
const media = [mediaFile("art.png"), mediaFile("icon.png")];
const site = siteWith('icon = "icon.png"\nsocial_cards = true\n[podcast]\n');

test("what articles want of pictures is the same, whether their files are read or they are remembered", () => {
  const sources = sourcesOf(FILES, site);
  const { rememberable } = openBake(inputOf(FILES, { site, media }));
  const staying = stayingOf(rememberable.articles, (row) => {
    throw new Error(`${row} was asked`);
  });
  expect(Array.from(staying.list, staying.of.path)).toEqual(["a.md", "b.md", "c.md"]);
  const told = pictureWishes(sources, site);
  expect(pictureWishes([], site, staying)).toEqual(told);
  expect([...told.episodeArt]).toEqual(["art.png", "a/art.png"]);
  expect(told.cardWishes.map(({ title }) => title)).toEqual(["B"]);
  expect(told.showsIcon).toBe(true);
  expect(
    pictureWishes(
      [],
      site,
      stayingWhere(staying, (row) => row === 0),
    ).showsIcon,
  ).toBe(false);
});
