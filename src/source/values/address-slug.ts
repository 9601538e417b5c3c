import type { Generator, SlugStyle } from "../../article/setting-choices.ts";
import type { Site } from "../../article/site.ts";
import { slug } from "../../article/values.ts";
import { slugify } from "../text/slugify.ts";
import { suggestSlug } from "../text/slugs.ts";

/** How a generator makes a name for an address: what goes, and what becomes a hyphen. */
interface NameRule {
  readonly drop: RegExp | null;
  readonly hyphen: RegExp;
  /** Whether hyphens at its ends go. */
  readonly trim: boolean;
}

/** Characters of a name that count: an address has room for no more. */
const MOST = 400;

/** Signs that would end a path, or that no path holds as they are. */
const PLAIN: NameRule = { drop: /[/\\?#%"<>^`{|}]+/g, hyphen: / /g, trim: false };
const HUGO: NameRule = { drop: /[^\p{L}\p{M}\p{Nd}._+~@ -]+/gu, hyphen: / ?- ?| /g, trim: false };
const LATIN: NameRule = { drop: null, hyphen: /[^a-z\d]+/g, trim: true };

/** Jekyll's `slugify` (default, and pretty with its case), Hugo's `Sanitize`, Zola's and Astro's slugs. */
const RULES: Partial<Record<`${Generator} ${SlugStyle}`, NameRule>> = {
  "jekyll lower": { drop: null, hyphen: /[^\p{M}\p{L}\p{Nd}]+/gu, trim: true },
  "jekyll verbatim": { drop: null, hyphen: /[^\p{M}\p{L}\p{Nd}._~!$&'()+,;=@]+/gu, trim: true },
  "hugo lower": HUGO,
  "hugo verbatim": HUGO,
  "zola lower": LATIN,
  "eleventy lower": LATIN,
  "astro lower": { drop: /[^\p{L}\p{M}\p{N}\p{Pc} -]+/gu, hyphen: / /g, trim: false },
};

/** The slug that a name or a headline has in addresses: as `slugs` in site.toml says. Never empty. */
export function addressSlug(text: string, { slugs, generator }: Pick<Site, "slugs" | "generator">): string {
  if (slugs === "slug") return suggestSlug(text);
  const rule = (generator && RULES[`${generator} ${slugs}`]) ?? PLAIN;
  const name = text.slice(0, MOST);
  const written = rule === LATIN ? slugify(name, { decamelize: false }) : name.normalize("NFC");
  const cased = slugs === "lower" ? written.toLowerCase() : written;
  const kept = cased.replace(/\s+/gu, " ").trim();
  const joined = (rule.drop ? kept.replace(rule.drop, "") : kept)
    .replace(/ +/g, " ")
    .replace(rule.hyphen, "-");
  const found = rule.trim ? joined.replace(/^-|-$/g, "") : joined;
  return slug(found) === null ? suggestSlug(text) : found;
}
