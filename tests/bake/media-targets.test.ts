import { describe, expect, test } from "vitest";
import type { Problem } from "../../src/article/problem.ts";
import type { AbsoluteUrl } from "../../src/article/values.ts";
import {
  shownFiles,
  withImageUrls,
  withMediaTargets,
  withoutBrokenImages,
} from "../../src/bake/places/site-media.ts";
import { sourceAt } from "../ledger/source-at.ts";
import { siteWith } from "./small-site.ts";
import { mediaFile } from "./values.ts";

describe("redirects to media files", () => {
  const boat = mediaFile("sea/a boat.png");
  const site = siteWith('[redirects]\n"/boat" = "/sea/a%20boat.png"\n"/tea" = "/articles/tea"\n');
  const targets = ({ redirects }: typeof site) => [...redirects].map(([from, { to }]) => [from, to]);

  test("lead to their addresses, and all others where they did", () => {
    const led = withMediaTargets(site, [boat]);
    expect(targets(led)).toEqual([
      ["/boat", boat.address],
      ["/tea", "/articles/tea"],
    ]);
    expect(led.redirects.get("/tea")).toBe(site.redirects.get("/tea"));
  });

  test("stay as they are where there are no files, or none of them is meant", () => {
    expect(withMediaTargets(site, [])).toBe(site);
    expect(targets(withMediaTargets(site, [mediaFile("other.png")]))).toEqual(targets(site));
  });
});

describe("the size of the site's icon", () => {
  const form = { address: "/media/i", type: "image/png", width: 1, height: 1, sizeBytes: 1, made: null };
  const forms = { ico: form, small: form, large: form, touch: form, maskable: form, drawing: null };
  const sizeOf = (fields: Parameters<typeof mediaFile>[2], settings = 'icon = "icon.png"\n') => {
    const problems: Problem[] = [];
    return withImageUrls(siteWith(settings), [mediaFile("icon.png", "icon", fields)], problems).iconSize;
  };

  test("is known where pages link the file itself", () => {
    expect(sizeOf({})).toEqual({ width: 30, height: 20 });
    expect(sizeOf({ icon: { forms: null, original: "linked" } })).toEqual({ width: 30, height: 20 });
  });

  test.for([
    { name: "its width is unknown", fields: { width: null } },
    { name: "its height is unknown", fields: { height: null } },
    { name: "it has forms", fields: { icon: { forms, original: "linked" } } },
    { name: "it is left out", fields: { icon: { forms: null, original: "left-out" } } },
  ] as const)("is unknown where $name", ({ fields }) => {
    expect(sizeOf(fields)).toBeUndefined();
  });

  test("is unknown where the icon is none of the files", () => {
    expect(sizeOf({}, "")).toBeUndefined();
    expect(sizeOf({}, 'icon = "https://a.example/1.png"\n')).toBeUndefined();
  });
});

test("a source shows its image, its enclosures, its transcripts, its chapters and what its text names", () => {
  const named = (target: string) => ({
    target,
    line: 1,
    sizeBytes: null,
    type: null,
    durationSeconds: null,
    language: null,
  });
  const source = sourceAt({
    path: "sea/tea.md",
    image: { target: "1.png", alt: "", line: 1 },
    enclosures: [named("2.mp3")],
    episode: {
      season: null,
      number: null,
      explicit: null,
      transcripts: [named("3.vtt")],
      chapters: named("4.json"),
    },
    references: [named("/5.png?a#b"), named("gone.png")],
  });
  const known = new Set(["sea/1.png", "sea/2.mp3", "sea/3.vtt", "sea/4.json", "5.png", "6.png"]);
  expect(shownFiles(source, known).toSorted()).toEqual([
    "5.png",
    "sea/1.png",
    "sea/2.mp3",
    "sea/3.vtt",
    "sea/4.json",
  ]);
});

test("a broken image leaves its words, or nothing; an image that names no file stays", () => {
  const broken = new Set(["https://quay.example/gone.png" as AbsoluteUrl]);
  const html =
    '<img src="https://quay.example/gone.png" /><img alt="A boat" /><img src="https://quay.example/gone.png" alt="B" />';
  expect(withoutBrokenImages(html, broken)).toBe('<img alt="A boat" />B');
});
