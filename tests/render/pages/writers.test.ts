import { expect, test } from "vitest";
import { bakeFolder, bodyOf } from "../../bake/baked-folder.ts";
import { contentFolder, SITE_TOML } from "../../content-folder.ts";
import { parsePage } from "./html.ts";

const SETTINGS = `${SITE_TOML}
[authors.desk]
name = "Harbour Desk"
image = "face.svg"
about = "Four people and a boat."

[authors.marsh]
name = "A. Marsh"
`;
const FACE = '<svg xmlns="http://www.w3.org/2000/svg" width="80" height="80"/>';

function writersOf(authors: string, language = "en") {
  const article = `---\nlanguage: ${language}\nauthors: ${authors}\n---\n# Tide\n\nText.\n`;
  const folder = contentFolder({ "site.toml": SETTINGS, "face.svg": FACE, "tide.md": article });
  const page = parsePage(bodyOf(bakeFolder(folder), "/articles/tide"));
  expect(page.errors).toEqual([]);
  return { page, footers: page.all("footer").filter(({ attributes }) => attributes.class === "writers") };
}

test("an article ends with face, name and words of who wrote it, as site.toml tells them", () => {
  const { page, footers } = writersOf("[desk, marsh, B. Reed]");
  expect(footers.map(({ text }) => text.trim().replace(/\s+/g, " "))).toEqual([
    "Harbour Desk Four people and a boat.",
  ]);
  const [face] = page.all("img");
  expect(face?.attributes).toMatchObject({ alt: "", width: "96", height: "96", loading: "lazy" });
  const paths = page.all("a").map(({ attributes: { href } }) => href);
  expect(paths.filter((path) => path === "/authors/harbour-desk")).toHaveLength(2);
});

test("the words say their language where the article is in another", () => {
  const [footer] = writersOf("[desk]", "ar").footers;
  expect(footer?.attributes).toMatchObject({ lang: "en", dir: "ltr" });
});

test("of whom nothing is told there is nothing", () => {
  expect(writersOf("[marsh, B. Reed]").footers).toEqual([]);
});
