import type { NearbyText } from "./surroundings.ts";
import { shownName } from "./surroundings.ts";

/** A path of an article that a program puts together, in our words. */
export interface ProgramPattern {
  /** `/blog/{year}/{slug}.html`; `{path}` counts from what the program reads on. */
  readonly pattern: string;
  /** `gatsby-node.js, line 4`. */
  readonly because: string;
}

/** A path between backquotes, or one joined with plus signs, that begins with a slash or a value. */
const TEMPLATE = /`((?:\/|\$\{)[^`\s]*)`|`(\/[^`\n]*\$\{[^`\n]*)`/g;
const JOINED = /(["'])(\/[^"'\s]*|)\1((?:\s*\+\s*(?:["'][^"'\n]*["']|[\w$.]+(?:\([^()\n]*\))?))+)/g;
const PARTS = /\+\s*(?:(["'])([^"'\n]*)\1|([\w$.]+(?:\([^()\n]*\))?))/g;

/** What programs call the parts of a path. A name may stand below others: `node.frontmatter.slug`. */
const EXPRESSIONS: readonly (readonly [RegExp, string])[] = [
  [/(?:^|\.)year$/i, "{year}"],
  [/(?:^|\.)month$/i, "{month}"],
  [/(?:^|\.)day$/i, "{day}"],
  [/frontmatter\.slug$/, "{slug}"],
  [/(?:frontmatter\.|^)title$/, "{title}"],
  [/^(?:file_?name|base_?name|post_?(?:name|slug)|file_?slug)$/i, "{slug}"],
  [/elativePath\.replace\(["'`/]\\?\.mdx?\$?["'`/], ?["'`]\.html["'`]\)$/, "{path}.html"],
  [/elativePath\.replace\(["'`/]\\?\.mdx?\$?["'`/], ?["'`]["'`]\)$/, "{path}"],
  [/(?:^|\.)fileSlug$/, "{slug}"],
  [/(?:^|\.)filePathStem$/, "/{path}"],
  [/(?:^|\.)(?:relativeDirectory|parsed\w*\.dir)$/, "{directory}"],
  [/^(?:parsed\w*|file\w*|parent\w*)\.name$/i, "{filename}"],
  [/^(?:value|slug|filePath|relativeFilePath)$|fields\.slug$/, "{made}"],
];

/** Functions that only write a value in another way. */
const WRAPPED =
  /^(?:_\.)?(?:kebabCase|slugify|String|toKebabCase|encodeURI|trim)\(([\w$.?]+)(?:, ?["'`]\/?["'`])?\)$/;
/** Pages of other things than articles. */
const LISTS = /^\/(?:tags?|[ck]ateg\w*|topics?|authors?|pages?|series|static|images?|assets)(?:\/|$)/;
/** What a program that gives articles addresses calls. */
const MAKES = /\bcreate(?:NodeField|Page)\b/;
/** A path that is changed once more before it counts. */
const CHANGED = /\b(?:slug|path)\s*=\s*(?:slug|path)\.replace\(|\bslug\.replace\(\//;

/** Paths of articles that programs put together, in the order of their lines. */
export function programPatterns(files: readonly NearbyText[]): readonly ProgramPattern[] {
  const made = files.some(({ text }) => text.includes("createFilePath(")) ? "/{path}/" : "/{slug}";
  return files.flatMap((file) => {
    if (!MAKES.test(file.text)) return [];
    const doubt = CHANGED.test(file.text) ? ", which changes it further: compare some addresses" : "";
    return writtenPaths(file.text).flatMap(({ text, at }) => {
      const pattern = writtenPattern(text, made);
      const line = file.text.slice(0, at).split("\n").length;
      return pattern === null ? [] : [{ pattern, because: `${shownName(file)}, line ${line}${doubt}` }];
    });
  });
}

/** Every path of a program as it would stand between backquotes. */
export function writtenPaths(text: string): readonly { readonly text: string; readonly at: number }[] {
  const templates = [...text.matchAll(TEMPLATE)].map(({ 1: bare, 2: spaced, index }) => ({
    text: bare ?? spaced ?? "",
    at: index,
  }));
  const joined = [...text.matchAll(JOINED)].map(({ 2: first = "", 3: rest = "", index }) => ({
    text: [...rest.matchAll(PARTS)].reduce(
      (path, [, , literal, value = ""]) => path + (literal ?? `\${${value}}`),
      first,
    ),
    at: index,
  }));
  return [...templates, ...joined].toSorted((a, b) => a.at - b.at);
}

/** A path in our words, `made` for what the program made before; null where it holds what has no like here, or tells no article from another. */
export function writtenPattern(text: string, made: string): string | null {
  let isKnown = true;
  const words = text.replace(/\$\{\s*([^{}]*?)\s*\}/g, (_, expression: string) => {
    const bare = expression.replace(/\?\./g, ".").replace(/\.(?:toLowerCase|trim)\(\)$/, "");
    const value = WRAPPED.exec(bare)?.[1] ?? bare;
    const found = EXPRESSIONS.find(([form]) => form.test(value))?.[1];
    isKnown &&= found !== undefined;
    return found ?? "";
  });
  if (!isKnown) return null;
  const pattern = `/${words}`
    .replace("{made}", made)
    .replace(/\{directory\}\/\{(?:filename|slug)\}|\{directory\}(?=\/?$)/, "{path}")
    .replace(/\/index\.html$/, "/")
    .replace(/\/{2,}/g, "/");
  const isOurs = /\{(?:slug|title|filename|path)\}/.test(pattern) && !/\{(?:directory|made)\}/.test(pattern);
  const rest = pattern.replace(/\{[a-z]+\}/g, "");
  return isOurs && /^[\w./~-]*$/.test(rest) && !LISTS.test(pattern) ? pattern : null;
}
