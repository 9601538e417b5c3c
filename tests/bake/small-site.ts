import type { Site } from "../../src/article/site.ts";
import type { Source } from "../../src/article/source.ts";
import { sourceOf } from "../../src/article/source-of.ts";
import type { BakeInput } from "../../src/bake/bake-input.ts";
import { EMPTY_LEDGER } from "../../src/ledger/ledger.ts";
import { isArticlePath, parseArticle } from "../../src/source/parse-article.ts";
import { readSiteSettings } from "../../src/source/settings/site-settings.ts";
import { FileProblems } from "../../src/source/text/source-file.ts";
import { SITE_TOML } from "../content-folder.ts";
import { once } from "../once.ts";
import { must, NOW, pathOf } from "./values.ts";

/** A site with these lines in its site.toml. */
export function siteWith(settings = "", head = SITE_TOML): Site {
  return siteOf(`${head}${settings}`);
}

const siteOf = once((settings: string) => {
  const problems = new FileProblems("site.toml");
  const site = readSiteSettings(
    { path: pathOf("site.toml"), bytes: Buffer.from(settings) },
    "site",
    problems,
  );
  if (problems.list.length > 0) throw new TypeError(problems.list.map(({ message }) => message).join("\n"));
  return site;
});

/** The sources of these files, by path. */
export function sourcesOf(files: Readonly<Record<string, string>>, site: Site = siteWith()): Source[] {
  return Object.entries(files).map(([path, text]) => {
    if (!isArticlePath(path)) throw new TypeError(`${path} is no article`);
    return readerFor(site)(path, text);
  });
}

type Reader = (path: string, text: string) => Source;
const readers = new WeakMap<Site, Reader>();

function readerFor(site: Site): Reader {
  const read = (path: string, text: string) => {
    const { article } = parseArticle({ path: pathOf(path), bytes: Buffer.from(text) }, site);
    return sourceOf(must(article, path));
  };
  const reader = readers.get(site) ?? once(read);
  readers.set(site, reader);
  return reader;
}

/** What a first bake of these files depends on. */
export function inputOf(files: Readonly<Record<string, string>>, fields: Partial<BakeInput> = {}): BakeInput {
  const { site = siteWith() } = fields;
  return {
    site,
    sources: sourcesOf(files, site),
    media: [],
    stylesheet: "p { margin: 0 }",
    textStylesheet: "math { margin: 0 }",
    feedStylesheet: "item { display: block }",
    ledger: EMPTY_LEDGER,
    now: NOW,
    clock: () => 0,
    ...fields,
  };
}
