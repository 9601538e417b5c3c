import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import type { Problem } from "../../src/article/problem.ts";
import type { ParsedSource } from "../../src/article/source.ts";
import type { ContentPath } from "../../src/article/values.ts";
import { parseArticle } from "../../src/source/parse-article.ts";
import { readSiteSettings } from "../../src/source/settings/site-settings.ts";
import { FileProblems } from "../../src/source/text/source-file.ts";
import { htmlOf } from "./allowed-tree.ts";

const DOCS = readFileSync(new URL("../../docs/content.md", import.meta.url), "utf8");
const EXAMPLE =
  /^File `([^`]+)`(?:, with ([^\n]+))?:\n\n```\w+\n([\s\S]*?)\n?```\n(?:\nbecomes\n\n```json\n([\s\S]*?)\n```\n)?(?:\nis reported as\n\n```text\n([\s\S]*?)\n```\n)?/gm;

const examples = [...DOCS.matchAll(EXAMPLE)].map(
  ([, path = "", settings = "", text = "", article, report = ""]) => ({
    path,
    settings: [...settings.matchAll(/`([^`]+)`/g)].map(([, line = ""]) => line).join("\n"),
    text,
    article: article === undefined ? undefined : (JSON.parse(article) as Record<string, unknown>),
    report,
  }),
);

/** The site that an example is read with: without settings, or with those that it names. */
function siteWith(settings: string) {
  const toml = { path: "site.toml" as ContentPath, bytes: new TextEncoder().encode(settings) };
  return readSiteSettings(settings === "" ? null : toml, "quay", new FileProblems("site.toml"));
}

/** An article in the words of the page: HTML in one piece, instants as dates. */
function told(article: ParsedSource | null): Record<string, unknown> | null {
  if (article === null) return null;
  const { body, published, updated, ...rest } = article;
  return {
    ...rest,
    html: htmlOf(body),
    published: published?.kind === "instant" ? { ...published, at: isoOf(published.at) } : published,
    updated: updated === null ? null : isoOf(updated),
  };
}

function isoOf(seconds: number): string {
  return new Date(seconds * 1000).toISOString().replace(".000", "");
}

function lineOf({ file, line, column, severity, message }: Problem): string {
  const place = [file, line, column].filter((part) => part !== null && part !== undefined).join(":");
  return `${place}: ${severity}: ${message}`;
}

describe("docs/content.md", () => {
  test("has examples", () => expect(examples.length).toBeGreaterThanOrEqual(15));

  test.for(examples)("tells the truth about $path", ({ path, settings, text, article, report }) => {
    const bytes = new TextEncoder().encode(text);
    const parsed = parseArticle({ path: path as ContentPath, bytes }, siteWith(settings));
    expect(parsed.problems.map(lineOf).join("\n")).toBe(report);
    if (article) expect(told(parsed.article)).toMatchObject(article);
  });
});
