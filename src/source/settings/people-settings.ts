import * as v from "valibot";
import type { Author } from "../../article/article.ts";
import type { Person } from "../../article/folder-habits.ts";
import type { AbsoluteUrl } from "../../article/values.ts";
import { text } from "../values/text-setting.ts";
import { url } from "./url-setting.ts";

/** Keys of an author. */
export const AUTHOR_KEYS = { name: text, url: v.optional(url), email: v.optional(text) };

const AUTHOR = 'write names, or tables such as { name = "Desk", url = "https://example.com/desk" }';
const author = v.pipe(
  v.union(
    [
      v.pipe(
        text,
        v.transform((name) => ({ name })),
      ),
      v.strictObject(AUTHOR_KEYS),
    ],
    AUTHOR,
  ),
  v.transform(authorOf),
);

/** `authors` of site.toml: a list, or a table of them by the keys that front matter uses. */
export const AUTHORS = v.lazy((input) =>
  typeof input === "object" && input !== null && !Array.isArray(input) ? KEYED : LISTED,
);

const LISTED = v.pipe(
  v.array(author, "write a list of authors, or tables such as [authors.jane]"),
  v.transform((authors): Authors => ({ authors, people: [] })),
);
const KEYED = v.pipe(
  v.record(v.string(), v.strictObject(AUTHOR_KEYS, 'write a table such as { name = "Desk" }')),
  v.transform((table): Authors => {
    const people = Object.entries(table).map(([key, one]) => ({ key, ...authorOf(one) }));
    return { authors: people.map(({ key: _, ...one }) => one), people };
  }),
);

/** Who stands for the site, and by which keys front matter names them. */
export interface Authors {
  readonly authors: readonly Author[];
  readonly people: readonly Person[];
}

function authorOf({
  name,
  url: home,
  email,
}: {
  name: string;
  url?: AbsoluteUrl | undefined;
  email?: string | undefined;
}): Author {
  return { name, url: home ?? null, email: email ?? null };
}
