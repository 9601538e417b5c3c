import { readdirSync } from "node:fs";
import { dirname } from "node:path";
import type { Person } from "../article/folder-habits.ts";
import type { Problem } from "../article/problem.ts";
import type { Site } from "../article/site.ts";
import type { ContentPath } from "../article/values.ts";
import { readSource } from "../cache/parse-file.ts";
import { isPeoplePath, readPeople } from "../source/fields/people.ts";
import { placeIn } from "./places.ts";

/** Where generators keep who writes: a file of this name, or a folder with a file for each. */
const PLACES = ["_data/authors", "_data/people", "data/authors", "authors", "blog/authors"];
const EXTENSIONS = ["yml", "yaml", "toml", "json"];

/**
 * The site with the people that data files in the content folder, or beside it, tell of: Jekyll's
 * `_data/authors.yml`, Docusaurus' `authors.yml`, `data/authors/*.toml` of Hugo, Astro's `authors/*.json`.
 * Whom site.toml names by the same key goes before.
 */
export function withPeople(root: string, site: Site, problems: Problem[]): Site {
  const people = new Map<string, Person>();
  for (const folder of [root, dirname(root)]) {
    for (const one of peopleBelow(folder, site, problems)) if (!people.has(one.key)) people.set(one.key, one);
  }
  if (people.size === 0) return site;
  for (const one of site.habits.people) people.set(one.key, one);
  return { ...site, habits: { ...site.habits, people: [...people.values()] } };
}

function peopleBelow(folder: string, { generator }: Site, problems: Problem[]): Person[] {
  return PLACES.flatMap((name) => [
    ...EXTENSIONS.flatMap((extension) => read(folder, `${name}.${extension}`, null, problems)),
    ...namesIn(folder, name).flatMap((file) => {
      const [stem = ""] = file.split(".");
      return isPeoplePath(file, generator) && !/^[._]/.test(file)
        ? read(folder, `${name}/${file}`, stem, problems)
        : [];
    }),
  ]);
}

function namesIn(folder: string, name: string): string[] {
  const place = placeIn(folder, name);
  if (place.kind !== "folder") return [];
  try {
    return readdirSync(place.path).sort();
  } catch {
    return [];
  }
}

function read(folder: string, path: string, key: string | null, problems: Problem[]): readonly Person[] {
  if (placeIn(folder, path).kind !== "file") return [];
  const file = readSource(folder, path as ContentPath);
  const people = file.kind === "read" ? readPeople(path, new TextDecoder().decode(file.bytes), key) : null;
  if (people !== null) return people;
  const message = "cannot be read, so nobody in it is known by a key; correct it";
  problems.push({ file: path, line: null, severity: "warning", message });
  return [];
}
