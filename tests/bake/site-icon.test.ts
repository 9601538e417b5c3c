import { describe, expect, test } from "vitest";
import { openBake } from "../../src/bake/open-bake.ts";
import { iconLinks, siteIcons } from "../../src/render/pages/site-icons.ts";
import { inputOf, siteWith } from "./small-site.ts";
import { mediaFile } from "./values.ts";

const SETTINGS = 'icon = "icon.png"\n';

function form(name: string) {
  const made = { sha256: "ab".repeat(32), read: () => Buffer.from(name) };
  return { address: `/media/${name}`, type: "image/png", width: 1, height: 1, sizeBytes: 1, made };
}

function iconBut({ drawing = false, original = "left-out" as "linked" | "published" | "left-out" } = {}) {
  const forms = {
    ico: form("i.ico"),
    small: form("small.png"),
    large: form("large.png"),
    touch: form("touch.png"),
    maskable: form("mask.png"),
    drawing: drawing ? form("i.svg") : null,
  };
  return mediaFile("icon.png", "icon", { icon: { forms, original } });
}

const open = (settings: string, icon = iconBut(), files: Readonly<Record<string, string>> = {}) =>
  openBake(inputOf(files, { site: siteWith(settings), media: [icon] }));

const iconPlaces = ({ past: { moved } }: ReturnType<typeof open>) =>
  Object.fromEntries([...moved].filter(([from]) => /icon/.test(from)));

describe("addresses at which an icon is looked for lead to", () => {
  test("its forms", () => {
    expect(iconPlaces(open(SETTINGS))).toEqual({
      "/favicon.ico": "/media/i.ico",
      "/apple-touch-icon.png": "/media/touch.png",
      "/apple-touch-icon-precomposed.png": "/media/touch.png",
    });
    expect(iconPlaces(open(SETTINGS, iconBut({ drawing: true })))).toMatchObject({
      "/favicon.svg": "/media/i.svg",
    });
  });

  test("what the publisher has there, first of all", () => {
    const own = open(`${SETTINGS}[redirects]\n"/favicon.ico" = "/articles/tea"\n`, iconBut(), {
      "tea.md": "Tea.",
      "touch.md": "---\npermalink: /apple-touch-icon.png\n---\nIt is a page.",
    });
    expect(iconPlaces(own)).toEqual({
      "/favicon.ico": "/articles/tea",
      "/apple-touch-icon-precomposed.png": "/media/touch.png",
    });
  });
});

describe("pages link", () => {
  const links = (...given: Parameters<typeof open>) =>
    iconLinks(open(...given).site).map(({ source }) => source);

  test("addresses that stay when the icon changes", () => {
    expect(links(SETTINGS, iconBut({ drawing: true }))).toEqual([
      '<link rel="icon" href="/favicon.ico" sizes="48x48">',
      '<link rel="icon" href="/favicon.svg" type="image/svg+xml" sizes="any">',
      '<link rel="apple-touch-icon" href="/apple-touch-icon.png">',
    ]);
  });

  test("what they linked before there were forms", () => {
    const linked = iconBut({ original: "linked" });
    expect(links(SETTINGS, linked)).toEqual([
      `<link rel="icon" href="https://quay.example${linked.address}">`,
    ]);
  });

  test("the drawn icon, where the site has none", () => {
    expect(links("")).toEqual(['<link rel="icon" href="/favicon.svg">']);
  });
});

test("a web app manifest lists what is there of the icon, for masks too", () => {
  expect(siteIcons(open(SETTINGS).site)).toEqual([
    { src: "/media/small.png", sizes: "144x144", type: "image/png" },
    { src: "/media/large.png", sizes: "512x512", type: "image/png" },
    { src: "/media/mask.png", sizes: "512x512", type: "image/png", purpose: "maskable" },
  ]);
  expect(siteIcons(open("").site)).toEqual([{ src: "/favicon.svg", sizes: "any", type: "image/svg+xml" }]);
  expect(siteIcons(open('icon = "https://a.example/1.png"\n').site)).toEqual([
    { src: "https://a.example/1.png" },
  ]);
});
