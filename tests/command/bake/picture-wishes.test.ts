import { expect, test } from "vitest";
import { RememberedSource } from "../../../src/article/remembered-source.ts";
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
  const remembered = rememberable.articles.map((article, at) => {
    return new RememberedSource(article, () => {
      throw new Error(`${at} was asked`);
    });
  });
  expect(remembered.map(({ path }) => path)).toEqual(["a.md", "b.md", "c.md"]);
  const told = pictureWishes(sources, site);
  expect(pictureWishes([], site, remembered)).toEqual(told);
  expect([...told.episodeArt]).toEqual(["art.png", "a/art.png"]);
  expect(told.cardWishes.map(({ title }) => title)).toEqual(["B"]);
  expect(told.showsIcon).toBe(true);
  expect(pictureWishes([], site, remembered.slice(0, 1)).showsIcon).toBe(false);
});
