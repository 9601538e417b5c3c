import type { ProgramPattern } from "./program-patterns.ts";
import { writtenPaths, writtenPattern } from "./program-patterns.ts";
import type { NearbyText } from "./surroundings.ts";

/** What a function makes of articles. */
export interface PermalinkFunction extends ProgramPattern {
  /** Patterns of its branches, by what `[permalinks]` calls them: `category:note`. */
  readonly named: Readonly<Record<string, string>>;
}

/** A function that makes a path is no longer. */
const MOST_OF_FUNCTION = 600;

/** A question for one value of a field, alone in front of a path that is returned for it. */
const QUESTION =
  /(?:\bif\s*\(|(?:=>\s*\{?|\breturn\b|:)\s*\(?)\s*([\w$.]+?)(?:\.includes\(\s*(["'`])([^"'`\n]+)\2\s*\)|\s*===?\s*(["'`])([^"'`\n]+)\4)\s*(?:\?|\)\s*\{?\s*return\b)\s*\(?\s*$/;

/** What front matter calls categories, tags and sections, and we do. */
const KINDS: readonly (readonly [RegExp, string])[] = [
  [/(?:^|\.)categor(?:y|ies)$/, "category"],
  [/(?:^|\.)tags?$/, "tag"],
  [/(?:^|\.)section$/, "section"],
];

/**
 * The paths that a function of a data file makes (`permalink: ({ page }) => …`): the last of several is the
 * usual one, and those before it may be for a category, a tag or a section each.
 */
export function permalinkFunction({ name, text }: NearbyText): PermalinkFunction | null {
  const start = text.search(/\bpermalink\s*(?::\s*(?:async\s+)?(?:function\b|\(|\w+\s*=>)|\()/);
  if (start === -1) return null;
  const body = text.slice(start, start + MOST_OF_FUNCTION);
  const paths = writtenPaths(body).flatMap(({ text, at }) => {
    const pattern = writtenPattern(text, "/{slug}");
    return pattern === null ? [] : [{ pattern, branch: branchAt(body.slice(0, at)) }];
  });
  const usual = paths.at(-1);
  if (usual === undefined) return null;
  const named: Record<string, string> = {};
  let isWhole = usual.branch === null;
  for (const { pattern, branch } of paths.filter((one) => one.pattern !== usual.pattern)) {
    if (branch === null) isWhole = false;
    else named[branch] ??= pattern;
  }
  const doubt = isWhole ? "" : ", which has others too: compare some addresses";
  return {
    pattern: usual.pattern,
    because: `a function in ${name}${doubt}`,
    named: isWhole ? named : {},
  };
}

/** What `[permalinks]` calls the articles that the path behind this text is for; null where it asks for something else, or nothing. */
function branchAt(before: string): string | null {
  const plain = before
    .replace(/\?\./g, ".")
    .replace(/\(\s*([\w$.]+)\s*(?:\|\||\?\?)\s*\[\s*\]\s*\)/g, "$1")
    .replace(/([\w$.]+)\s*&&\s*(?=\1\b)/g, "");
  const [, field = "", , listed, , alone] = QUESTION.exec(plain) ?? [];
  const kind = KINDS.find(([form]) => form.test(field))?.[1];
  const value = (listed ?? alone ?? "").trim();
  return kind === undefined || value === "" ? null : `${kind}:${value}`;
}
