import type { Source } from "../../src/article/source.ts";
import { sourceOf } from "../../src/article/source-of.ts";
import { contentPath } from "../../src/article/values.ts";
import { sourceBut } from "../article/sources.ts";

/** A source that says nothing but its path, but for some fields; its digest stands for its text. */
export function sourceAt({
  path,
  ...fields
}: Partial<Omit<Source, "path">> & { readonly path: string }): Source {
  const empty = { title: "Tide", summary: "", wordCount: 0, suggestedSlug: "tide", body: [], text: "" };
  return {
    ...sourceOf(sourceBut({ ...empty, path: pathOf(path) })),
    digest: `digest of ${path}`,
    ...fields,
  };
}

/** A path that is known to be one. */
export function pathOf(text: string) {
  const path = contentPath(text);
  if (path === null) throw new TypeError(`${text} is no path`);
  return path;
}
