import type { Author } from "../../article/article.ts";
import type { Person } from "../../article/folder-habits.ts";
import { singleLine } from "../../article/plain-text.ts";
import type { Site } from "../../article/site.ts";
import { SAYS_SOMETHING, splitFrontMatter } from "../formats/front-matter.ts";
import { FRONT_MATTER_FORMATS } from "../formats/front-matter-formats.ts";
import { extensionOf } from "../text/article-path.ts";
import { isTable, text, webUrl } from "../values/field-values.ts";

/** Formats of data files, by extension. */
const FORMATS: Readonly<Record<string, keyof typeof FRONT_MATTER_FORMATS>> = {
  yml: "yaml",
  yaml: "yaml",
  toml: "toml",
  json: "json",
};

/**
 * Whether a file of this name can tell of people. Where Astro or Hugo reads the folder, an article's
 * front matter can too; elsewhere those are articles in a section of that name.
 */
export function isPeoplePath(path: string, generator: Site["generator"]): boolean {
  const isText = /\.md$/i.test(path) && (generator === "astro" || generator === "hugo");
  return isText || Object.hasOwn(FORMATS, extensionOf(path));
}

/**
 * Reads who a data file tells of: several people, in a table by their keys or in a list, or, where
 * `key` is given, that one person. What is no person is passed over; null where the file cannot be read.
 */
export function readPeople(path: string, written: string, key: string | null): readonly Person[] | null {
  const format = FORMATS[extensionOf(path)] ?? null;
  const head = splitFrontMatter(written);
  const source = format ?? head.format;
  if (source === null || !SAYS_SOMETHING.test(written)) return [];
  const reading = FRONT_MATTER_FORMATS[source](format === null ? head.frontMatter : written);
  if ("fault" in reading) return null;
  const { value } = reading;
  if (key !== null) return personOf(key, value) ?? [];
  if (Array.isArray(value)) return value.flatMap((one) => personOf(keyIn(one), one) ?? []);
  return isTable(value) ? Object.entries(value).flatMap(([name, one]) => personOf(name, one) ?? []) : [];
}

function keyIn(value: unknown): string | null {
  if (!isTable(value)) return null;
  const { key, id, username, slug, short_name: short, name } = value;
  return [key, id, username, slug, short, name].map(text).find((one) => one !== null) ?? null;
}

/** A person as generators' data describe one: a name alone, or a table. */
function personOf(key: string | null, value: unknown): Person[] | null {
  if (key === null) return null;
  const table = isTable(value) ? value : { name: value };
  const name = [table.name, table.display_name, table.displayName, table.title].map(text).find(Boolean);
  if (!name) return null;
  const homes = [table.url, table.web, table.website, table.site, table.uri, table.link, table.homepage];
  return [
    {
      key,
      name: singleLine(name),
      url: homes.map(webUrl).find((one) => one !== null) ?? null,
      email: text(table.email),
    },
  ];
}

/** Who is known by a key or a name, of each site that was asked about. */
const known = new WeakMap<Site["habits"], ReadonlyMap<string, Author>>();

/** An author as the site knows one: by the key that front matter names, or by name; as given otherwise. */
export function knownAuthor(author: Author, { authors, habits }: Pick<Site, "authors" | "habits">): Author {
  const byWord = known.get(habits) ?? authorsByWord(authors, habits.people);
  known.set(habits, byWord);
  const found = byWord.get(author.name);
  if (found === undefined) return author;
  return author.url === null && author.email === null ? found : { ...author, name: found.name };
}

/** A key goes before a name, and who stands for the site before others. */
function authorsByWord(authors: readonly Author[], people: readonly Person[]): ReadonlyMap<string, Author> {
  const keyed = people.map(({ key, ...author }) => [key, author] as const);
  const named = [...authors, ...keyed.map(([, author]) => author)].map(
    (author) => [author.name, author] as const,
  );
  // Of several under one word the last one put in stays.
  return new Map([...named.toReversed(), ...keyed]);
}
