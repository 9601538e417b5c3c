import { describe, expect, test } from "vitest";
import type { Problem } from "../../src/article/problem.ts";
import { withImageUrls } from "../../src/bake/places/site-media.ts";
import { siteWith } from "./small-site.ts";
import { mediaFile } from "./values.ts";

const logo = mediaFile("art/logo.png");
const LOGO_URL = `https://quay.example${logo.address}`;

function imagesOf(settings: string) {
  const problems: Problem[] = [];
  const { icon, podcast } = withImageUrls(siteWith(settings), [logo], problems);
  return { icon, cover: podcast?.image, problems };
}

describe("an image of the settings", () => {
  test.for([
    { name: "is the URL of its file", icon: "art/logo.png", leads: LOGO_URL },
    { name: "may be named with a dot", icon: "./art/logo.png", leads: LOGO_URL },
    { name: "may lie elsewhere", icon: "https://a.example/1.png", leads: "https://a.example/1.png" },
    {
      name: "may lie elsewhere without TLS",
      icon: "HTTP://a.example/1.png",
      leads: "HTTP://a.example/1.png",
    },
  ])("$name", ({ icon, leads }) => {
    const settings = `icon = "${icon}"\n[podcast]\nimage = "${icon}"\n`;
    expect(imagesOf(settings)).toEqual({ icon: leads, cover: leads, problems: [] });
  });

  test.for([
    { key: "icon", settings: 'icon = "gone.png"\n', target: "gone.png" },
    { key: "podcast.image", settings: '[podcast]\nimage = "gone.png"\n', target: "gone.png" },
    { key: "icon", settings: 'icon = "../logo.png"\n', target: "../logo.png" },
    { key: "icon", settings: 'icon = "x-https://a.example/1.png"\n', target: "x-https://a.example/1.png" },
  ])("that is not there is a warning ($key = $target)", ({ key, settings, target }) => {
    const { icon, cover, problems } = imagesOf(settings);
    expect([icon, cover ?? null]).toEqual([null, null]);
    expect(problems).toEqual([
      {
        file: "site.toml",
        line: null,
        severity: "warning",
        message: `names ${target} as "${key}", which is not a media file in the content folder; correct the name or add the file`,
      },
    ]);
  });

  test("need not be there", () => {
    expect(imagesOf("")).toEqual({ icon: null, cover: undefined, problems: [] });
    expect(imagesOf("[podcast]\n")).toEqual({ icon: null, cover: null, problems: [] });
  });
});
