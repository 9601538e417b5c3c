import * as v from "valibot";
import type { Podcast } from "../../article/podcast.ts";
import { text } from "../values/text-setting.ts";

/** A shelf of Apple's directory, such as "News" or "News > Daily News". */
const category = v.pipe(
  text,
  v.transform((words) => {
    const [name = "", subcategory = null] = words.split(/\s*>\s*/);
    return { name, subcategory };
  }),
);

/** Keys of who owns the show. */
export const OWNER_KEYS = { name: text, email: v.pipe(text, v.includes("@", "write an e-mail address")) };

/** Keys of the show. */
export const PODCAST_KEYS = {
  author: v.optional(text),
  owner: v.optional(
    v.strictObject(OWNER_KEYS, 'write a table such as { name = "Desk", email = "desk@example.com" }'),
  ),
  explicit: v.optional(v.boolean("write true or false"), false),
  image: v.optional(text),
  categories: v.optional(v.array(category, 'write a list such as ["News > Daily News"]'), []),
  guid: v.optional(v.pipe(text, v.uuid("write the UUID that directories know the show by"))),
  kind: v.optional(v.picklist(["episodic", "serial"], 'write "episodic" or "serial"'), "episodic"),
};

/** The table `[podcast]` of site.toml: what makes the site's feed a show. */
export const PODCAST_SETTINGS = v.pipe(
  v.strictObject(PODCAST_KEYS, "write a table [podcast]"),
  v.transform(
    (settings): Podcast => ({
      author: settings.author ?? null,
      owner: settings.owner ?? null,
      explicit: settings.explicit,
      image: settings.image ?? null,
      categories: settings.categories,
      guid: settings.guid ?? null,
      kind: settings.kind,
    }),
  ),
);
