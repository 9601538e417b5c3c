import { expect, test } from "vitest";
import type { Article } from "../../src/article/article.ts";
import { articlesOf } from "../../src/article/articles.ts";
import { hubProblems } from "../../src/bake/problems/hub-problems.ts";
import { HUB_ADDRESS } from "../../src/representation/hub-message.ts";
import { siteWith } from "./small-site.ts";
import { articleBut, pathOf } from "./values.ts";

const REDIRECTED = `[redirects]\n"/old" = "/new"\n"${HUB_ADDRESS}" = "/new"\n`;
const ARTICLES = [
  articleBut({}),
  articleBut({ ordinal: 1, path: pathOf("hub.md"), address: HUB_ADDRESS }),
  articleBut({ ordinal: 2, address: `${HUB_ADDRESS}-2` }),
];

const told = (settings: string, articles = ARTICLES, standing: readonly Article[] = []) =>
  hubProblems(siteWith(settings), articlesOf(articles), standing).map(({ file, severity, message }) => [
    file,
    severity,
    message,
  ]);

const FIX = "where the site's own hub answers; give it another path, or remove hub from site.toml";

test("what stands where the site's own hub answers is an error: articles, then a redirect", () => {
  expect(told(`hub = true\n${REDIRECTED}`)).toEqual([
    ["hub.md", "error", `stands at ${HUB_ADDRESS}, ${FIX}`],
    ["site.toml", "error", `has a redirect from ${HUB_ADDRESS}, ${FIX}`],
  ]);
});

test("so is a page that stands there by itself, told after the articles", () => {
  const pages = [articleBut({ path: pathOf("about.md"), address: "/about" })];
  const page = articleBut({ path: pathOf("our-hub.md"), address: HUB_ADDRESS });
  expect(told("hub = true\n", [], [...pages, page])).toEqual([
    ["our-hub.md", "error", `stands at ${HUB_ADDRESS}, ${FIX}`],
  ]);
  expect(told("hub = true\n", ARTICLES, [page]).map(([file]) => file)).toEqual(["hub.md", "our-hub.md"]);
  expect(told("", [], [page])).toEqual([]);
});

test("the redirect is told with the file and line that it has", () => {
  const redirect = { to: "/new", status: 301, file: "_redirects", line: 3 };
  const site = { ...siteWith("hub = true\n"), redirects: new Map([[HUB_ADDRESS, redirect]]) };
  expect(hubProblems(site, articlesOf([]), [])).toMatchObject([{ file: "_redirects", line: 3 }]);
  expect(hubProblems(site, articlesOf(ARTICLES), [])).toMatchObject([
    { file: "hub.md", line: null },
    { line: 3 },
  ]);
});

test("a site without a hub may have both, and one with a hub whatever stands elsewhere", () => {
  expect(told(REDIRECTED)).toEqual([]);
  expect(told('hub = true\n[redirects]\n"/old" = "/new"\n', [articleBut({})])).toEqual([]);
});
