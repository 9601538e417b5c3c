import type { OldList } from "../model/old-post.ts";
import { titleOf } from "../xml/plain-title.ts";
import type { XmlElement } from "../xml/xml-element.ts";
import { childrenOf, childText } from "../xml/xml-element.ts";
import type { Library } from "./library.ts";

/** Where WordPress lists the posts of categories, tags and authors, unless it was told otherwise. */
export function listsOf(
  item: XmlElement,
  { authors, parents }: Pick<Library, "authors" | "parents">,
): readonly OldList[] {
  const lists = childrenOf(item, "category").flatMap((category): OldList[] => {
    const { domain, nicename } = category.attributes;
    const name = titleOf(category);
    if (!nicename || nicename === "uncategorized" || name === "") return [];
    if (domain === "category") return [list("tag", `/category/${withParents(nicename, parents)}/`, name)];
    return domain === "post_tag" || domain === "tag" ? [list("tag", `/tag/${nicename}/`, name)] : [];
  });
  const login = childText(item, "dc:creator");
  const nicename = login?.toLowerCase().replace(/[^a-z\d_-]+/g, "-") ?? "";
  const name = login === null ? "" : (authors.get(login) ?? login);
  return nicename === "" ? lists : [...lists, list("author", `/author/${nicename}/`, name)];
}

function list(kind: OldList["kind"], path: string, name: string): OldList {
  return { path, kind, name, feed: { path: `${path}feed/`, format: "rss" } };
}

/** A category stands below the one that it is in. */
function withParents(slug: string, parents: ReadonlyMap<string, string>): string {
  const path = [slug];
  for (let parent = parents.get(slug); parent !== undefined && path.length < 10; parent = parents.get(parent))
    path.unshift(parent);
  return path.join("/");
}
