import { describe, expect, test } from "vitest";
import { hiddenPlaces } from "../../src/bake/places/hidden-places.ts";
import { records } from "../ledger/records.ts";
import { siteWith } from "./small-site.ts";

const NOW = records(1, { 0: { address: "/old/", earlier: ["/was"] } });
const THEN = records(3, {
  0: { address: "/old/", earlier: ["/was"] },
  1: { address: "/soon/", earlier: ["/gates"] },
  2: { address: "/blog" },
});

/** What is hidden in a site with such settings, where two articles come later. */
function hidden(settings: string) {
  const site = siteWith(settings);
  const { places, leading } = hiddenPlaces(["soon.md"], site, NOW, () => ({
    records: THEN,
    redirects: new Map([...site.redirects, ["/moves", { to: "/old", status: 301, file: "m.md", line: 1 }]]),
  }));
  return { ...places, redirects: [...leading.redirects.keys()], navigation: leading.navigation };
}

describe("what comes later", () => {
  test.for([
    ["/soon/", true],
    ["/soon", true],
    ["/gates/", true],
    ["/moves", true],
    ["/old", false],
    ["/was", false],
    ["/nowhere", false],
    ["/", false],
  ] as const)("stands at %s: %s", ([path, is]) => expect(hidden("").isAddress(path)).toBe(is));

  test("hides no address that a redirect has, but one whose query alone is redirected", () => {
    const { isAddress } = hidden('[redirects]\n"/gates" = "/old"\n"/blog?p=1" = "/old"\n');
    expect([isAddress("/gates"), isAddress("/blog")]).toEqual([false, true]);
  });

  test("is told beside a redirect from what is no path", () => {
    const from = (path: string, to: string) =>
      [path, { to, status: 301, file: "_redirects", line: 1 }] as const;
    const redirects = new Map([from("/a%2Fb", "/soon"), from("/c%2Fd", "/old")]);
    const { places, leading } = hiddenPlaces(["soon.md"], { ...siteWith(), redirects }, NOW, () => ({
      records: THEN,
      redirects,
    }));
    expect([[...leading.redirects.keys()], places.isAddress("/soon")]).toEqual([["/c%2Fd"], true]);
  });

  test("takes what leads to it along, and nothing else", () => {
    const { redirects, isAddress } = hidden(
      [
        "[redirects]",
        '"/c" = "/b?x"',
        '"/b" = "/soon#top"',
        '"/?p=1" = "/soon"',
        '"/home" = "/"',
        '"/s/*" = "https://quay.example/soon/"',
        '"/old-too" = "/old"',
        '"/away" = "https://other.example/soon"',
      ].join("\n"),
    );
    expect(redirects).toEqual(["/home", "/old-too", "/away"]);
    expect([isAddress("/b"), isAddress("/c"), isAddress("/home")]).toEqual([true, true, false]);
  });

  test("takes its links out of the head of pages", () => {
    const link = (href: string) => `[[navigation]]\ntitle = "One"\nhref = "${href}"\n`;
    expect(hidden(link("/soon/") + link("/old")).navigation.map(({ href }) => href)).toEqual(["/old"]);
  });
});

test("where nothing comes later, all stays as it is", () => {
  const site = siteWith('[redirects]\n"/b" = "/soon"\n[[navigation]]\ntitle = "One"\nhref = "/soon"\n');
  const { places, leading } = hiddenPlaces([], site, NOW, null);
  expect(leading).toEqual({ redirects: site.redirects, navigation: site.navigation });
  expect([places.paths, places.isAddress("/soon")]).toEqual([[], false]);
});
