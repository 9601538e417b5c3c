import type { TagMark } from "../marks/mark.ts";
import type { Arguments } from "../values/arguments.ts";
import { readArguments } from "../values/arguments.ts";
import type { Scope } from "../values/scope.ts";
import { printed, UNKNOWN } from "../values/value.ts";
import type { Filling } from "./filling.ts";
import { NOTHING, value } from "./filling.ts";
import type { OwnTemplates } from "./own-templates.ts";
import { fillOwn, ownTemplate } from "./own-templates.ts";
import type { Writing } from "./pictures.ts";
import { picture } from "./pictures.ts";
import { playerLink } from "./players.ts";

/** Tags that bring another file in. */
const INCLUDE = /^(?:include|include_cached|include_relative|render|partial|renderFile|import)$/;
/** Pairs whose inside is code. */
const CODE = /^(?:highlight|codeblock|prism|prettify)$|(?:^|[-_])code(?:$|[-_])/;
/** Tags that print nothing. */
const SILENT =
  /^(?:assign|set|increment|decrement|cycle|toc|seo|break|continue|flush|layout|extends|import|from)$/;

/** What a tag is known as: an include by the file that it names. */
export interface NamedTag {
  readonly name: string;
  /** Its name in `[templates]`. */
  readonly key: string;
  readonly args: Arguments;
}

/** Reads what a tag is given. */
export function namedTag({ family, name, rest }: TagMark, scope: Scope): NamedTag {
  const names = family === "liquid" ? scope : null;
  if (family !== "liquid" || !INCLUDE.test(name))
    return { name, key: name, args: readArguments(rest, names) };
  const [whole = "", quoted, bare = ""] = /^(?:["']([^"']*)["']|([^\s,]+))/.exec(rest) ?? [];
  const file = quoted ?? bare;
  return {
    name: file.replace(/^.*\//, "").replace(/\.\w+$/, ""),
    key: `include ${file}`,
    args: readArguments(rest.slice(whole.length), names),
  };
}

interface Surroundings {
  readonly own: OwnTemplates;
  readonly writing: Writing;
  readonly scope: Scope;
}

/** What is known of a tag or a shortcode: by the publisher's templates, else by itself; null where nothing is. */
export function knownFilling(
  mark: TagMark,
  { name, key, args }: NamedTag,
  isPair: boolean,
  { own, writing, scope }: Surroundings,
): Filling | null {
  const template = ownTemplate(own, key);
  if (template !== null) return fillOwn(template, args);
  const first = args.positions[0] ?? args.names.get("path") ?? "";
  const isInclude = key !== mark.name;
  if (isPair) return knownPair(name, args, writing, isInclude);
  if (!isInclude && mark.family === "liquid") {
    if (name === "post_url" || name === "link") return fileTarget(mark.rest);
    if (SILENT.test(name)) return NOTHING;
  }
  if (mark.family === "hugo" && /^(?:ref|relref)$/.test(name)) return fileTarget(first);
  if (mark.family === "hugo" && name === "param") return printedValue(scope.values.param(first));
  return playerLink(name, args) ?? picture(name, args, writing);
}

function printedValue(found: unknown): Filling | null {
  const text = found === null ? UNKNOWN : printed(found);
  return text === UNKNOWN ? null : value(text);
}

function knownPair(name: string, args: Arguments, writing: Writing, isInclude: boolean): Filling | null {
  if (CODE.test(name) && !isInclude) {
    const given = args.names.get("lang") ?? args.names.get("language") ?? args.positions[0] ?? "";
    return { kind: "code", language: given.replace(/^lang(?:uage)?[:=]/, "").toLowerCase() };
  }
  if (name === "details" || name === "collapse") {
    const summary = args.names.get("summary") ?? args.names.get("title") ?? args.positions[0] ?? "";
    return {
      kind: "around",
      before: `<details><summary>${writing.toInline(summary)}</summary>`,
      after: "</details>",
    };
  }
  const caption = args.names.get("caption") ?? args.names.get("title");
  if (name === "figure" && !args.names.has("src"))
    return {
      kind: "around",
      before: "<figure>",
      after: `${caption ? `<figcaption>${writing.toInline(caption)}</figcaption>` : ""}</figure>`,
    };
  return playerLink(name, args) ?? (args.names.has("src") ? picture(name, args, writing) : null);
}

/** A file by its name, in whatever folder it lies; a place in the article itself. */
function fileTarget(written: string): Filling | null {
  const name = written.trim().replace(/^["']|["']$/g, "");
  if (name.startsWith("#")) return { kind: "target", target: name };
  const path = name.replace(/^(?:\.?\/)+/, "").replace(/\/+(?=#|$)/, "");
  if (path === "" || /[\s"'<>{}\\]/.test(path)) return null;
  return { kind: "target", target: `**/${path}` };
}

/** What stays of a tag that nobody knows: the words that it was to show. */
export function wordsOf({ args }: NamedTag): Filling {
  const text = ["text", "quote", "content"]
    .map((one) => args.names.get(one))
    .find((one) => one !== undefined);
  return text === undefined ? NOTHING : value(text);
}
