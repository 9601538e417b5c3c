import type { Source } from "../../src/article/article.ts";
import { contentPath } from "../../src/article/values.ts";

/** A source that says nothing but its path, but for some fields; its digest stands for its text. */
export function listingBut({
  path,
  ...fields
}: Partial<Omit<Source, "path">> & { readonly path: string }): Source {
  return {
    path: pathOf(path),
    title: "Tide",
    summary: "",
    wordCount: 0,
    authors: [],
    agency: null,
    place: null,
    section: null,
    tags: [],
    language: "en",
    page: false,
    canonical: null,
    image: null,
    published: null,
    updated: null,
    correction: null,
    id: null,
    slug: null,
    suggestedSlug: "tide",
    draft: false,
    permalink: null,
    aliases: [],
    enclosures: [],
    episode: null,
    references: [],
    digest: `digest of ${path}`,
    readText: () => ({ text: "", pieces: [] }),
    ...fields,
  };
}

/** A path that is known to be one. */
export function pathOf(text: string) {
  const path = contentPath(text);
  if (path === null) throw new TypeError(`${text} is no path`);
  return path;
}
