import type { Adopted } from "../../src/article/adopted.ts";
import type { Site } from "../../src/article/site.ts";
import type { Source } from "../../src/article/source.ts";
import { sourceOf } from "../../src/article/source-of.ts";
import { contentPath } from "../../src/article/values.ts";
import { addressRules } from "../../src/ledger/address-rules.ts";
import type { Identification } from "../../src/ledger/identification.ts";
import { identify } from "../../src/ledger/identify.ts";
import type { Ledger } from "../../src/ledger/ledger.ts";
import { EMPTY_LEDGER, nextEdition } from "../../src/ledger/ledger.ts";
import type { ArticleRecord } from "../../src/ledger/records/article-record.ts";
import { isArticlePath, parseArticle } from "../../src/source/parse-article.ts";
import { readSiteSettings } from "../../src/source/settings/site-settings.ts";
import { FileProblems } from "../../src/source/text/source-file.ts";
import { SITE_TOML } from "../content-folder.ts";

/** 2025-07-01T18:00:00Z */
export const NOW = 1_751_392_800;
export const HOUR = 3600;
export const DAY = 24 * HOUR;

/** A Markdown article with a title, further lines of front matter, and a text. */
export function articleText(title: string, fields = "", text = `About ${title}.`): string {
  return `---\ntitle: ${JSON.stringify(title)}\n${fields}---\n${text}\n`;
}

/** Bakes of one site, as far as its ledger goes. */
export class SiteHistory {
  ledger: Ledger = EMPTY_LEDGER;
  last: Identification | null = null;
  readonly settings: string;

  constructor(settings = "") {
    this.settings = `${SITE_TOML}${settings}`;
  }

  /** Identifies the files of a bake; gives the records of what is in the site, by path. */
  bake(
    files: Readonly<Record<string, string>>,
    now: number,
    settings = this.settings,
    adopted?: Adopted,
  ): Record<string, ArticleRecord> {
    const site = readSiteSettings(
      { path: pathOf("site.toml"), bytes: Buffer.from(settings) },
      "site",
      new FileProblems("site.toml"),
    );
    const edition = nextEdition(this.ledger, now);
    const authority = site.authority ?? "quay.example,2025";
    const publication = {
      now,
      edition,
      authority,
      reserved: new Set(["/rss.xml"]),
      mayBecomeOwn: (address: string) => address.startsWith("/archive/"),
    };
    const identified = identify(sourcesOf(files, site), this.ledger, site, publication, adopted);
    this.last = identified;
    this.ledger = {
      ...this.ledger,
      authority,
      permalink: addressRules(site),
      edition,
      articles: identified.records,
    };
    return Object.fromEntries(identified.articles.map(({ record }) => [record.path, record]));
  }
}

function sourcesOf(files: Readonly<Record<string, string>>, site: Site): Source[] {
  return Object.entries(files).flatMap(([path, text]) => {
    if (!isArticlePath(path)) throw new TypeError(`${path} is no article`);
    const { article, problems } = parseArticle({ path: pathOf(path), bytes: Buffer.from(text) }, site);
    if (article === null) throw new Error(problems.map(({ message }) => message).join("\n"));
    return [sourceOf(article)];
  });
}

function pathOf(path: string) {
  const checked = contentPath(path);
  if (checked === null) throw new TypeError(`${path} is no path`);
  return checked;
}
