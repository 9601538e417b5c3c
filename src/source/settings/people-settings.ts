import * as v from "valibot";
import type { Author } from "../../article/article.ts";
import type { AuthorProfile, NavigationLink } from "../../article/author-profile.ts";
import type { Person } from "../../article/folder-habits.ts";
import type { AbsoluteUrl } from "../../article/values.ts";
import { text } from "../values/text-setting.ts";
import { LINK } from "./address-settings.ts";
import { url } from "./url-setting.ts";

const LINKS_FIX =
  'write a list of URLs, or of tables such as { title = "Mastodon", href = "https://social.example/@jane" }';

const link = v.union(
  [
    v.pipe(
      url,
      v.transform((href): NavigationLink => ({ title: new URL(href).host.replace(/^www\./, ""), href })),
    ),
    v.strictObject({ title: text, href: LINK }),
  ],
  LINKS_FIX,
);

/** Keys of an author. */
export const AUTHOR_KEYS = {
  name: text,
  url: v.optional(url),
  email: v.optional(text),
  about: v.optional(text),
  image: v.optional(text),
  links: v.optional(v.array(link, LINKS_FIX), []),
};

const AUTHOR = 'write names, or tables such as { name = "Desk", url = "https://example.com/desk" }';
const author = v.union(
  [
    v.pipe(
      text,
      v.transform((name): WrittenAuthor => ({ name, links: [] })),
    ),
    v.strictObject(AUTHOR_KEYS),
  ],
  AUTHOR,
);

/** `authors` of site.toml: a list, or a table of them by the keys that front matter uses. */
export const AUTHORS = v.lazy((input) =>
  typeof input === "object" && input !== null && !Array.isArray(input) ? KEYED : LISTED,
);

const LISTED = v.pipe(
  v.array(author, "write a list of authors, or tables such as [authors.jane]"),
  v.transform(
    (all): Authors => ({ authors: all.map(authorOf), people: [], profiles: all.flatMap(profileOf) }),
  ),
);
const KEYED = v.pipe(
  v.record(v.string(), v.strictObject(AUTHOR_KEYS, 'write a table such as { name = "Desk" }')),
  v.transform((table): Authors => {
    const all = Object.values(table);
    const people = Object.entries(table).map(([key, one]) => ({ key, ...authorOf(one) }));
    return { authors: all.map(authorOf), people, profiles: all.flatMap(profileOf) };
  }),
);

/** Who stands for the site, by which keys front matter names them, and what pages tell of them. */
export interface Authors {
  readonly authors: readonly Author[];
  readonly people: readonly Person[];
  readonly profiles: readonly AuthorProfile[];
}

/** An author as site.toml tells of one. */
export interface WrittenAuthor {
  readonly name: string;
  readonly url?: AbsoluteUrl | undefined;
  readonly email?: string | undefined;
  readonly about?: string | undefined;
  readonly image?: string | undefined;
  readonly links: readonly NavigationLink[];
}

function authorOf({ name, url: home, email }: WrittenAuthor): Author {
  return { name, url: home ?? null, email: email ?? null };
}

/** Nothing where no more is told than every author has. */
function profileOf({ name, about, image, links }: WrittenAuthor): readonly AuthorProfile[] {
  if (about === undefined && image === undefined && links.length === 0) return [];
  return [{ name, about: about ?? null, image: image ?? null, links }];
}
