import type { Generator } from "../../../article/setting-choices.ts";
import { slugify } from "../../text/slugify.ts";

/** Makes the id of a heading of its text, before numbers tell equal ones apart. */
type HeadingSlug = (text: string) => string;

/**
 * GitHub's rule, as Astro, Docusaurus, Gatsby, Hugo and kramdown's GFM parser follow it
 * (https://github.com/Flet/github-slugger): letters, marks, digits and `_` stay, a space is a hyphen.
 */
const github: HeadingSlug = (text) => {
  const lower = text.trim().toLowerCase();
  // Most headings have no other characters; Unicode's classes cost more.
  const kept = /^[a-z0-9_\- ]*$/.test(lower) ? lower : lower.replace(STRANGE, "");
  return kept.replaceAll(" ", "-");
};

const STRANGE = /[^\p{L}\p{M}\p{Nd}\p{Nl}\p{Pc}\- ]/gu;

/** Zola's (`slugify.anchors = "on"`), and that of Eleventy's own plugin: ASCII, one hyphen between words. */
const ascii: HeadingSlug = (text) => slugify(text, { decamelize: false });

const SLUGS: Readonly<Record<Generator, HeadingSlug>> = {
  jekyll: github,
  hugo: github,
  eleventy: ascii,
  astro: github,
  zola: ascii,
  gatsby: github,
  docusaurus: github,
};

/** The longest id; a heading is no paragraph. */
const MAX_LENGTH = 200;

/** The id that a generator gives to a heading; "section" where nothing of its text can stand in one. */
export function headingSlug(text: string, generator: Generator | null): string {
  const slug = generator === null ? github : SLUGS[generator];
  return slug(text.slice(0, MAX_LENGTH)) || "section";
}

/** What two spellings of one heading have in common, by whatever rule each was made. */
export function looseSlug(text: string): string {
  return text
    .slice(0, MAX_LENGTH)
    .normalize("NFKD")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, "");
}
