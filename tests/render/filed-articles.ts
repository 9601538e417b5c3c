import { rmSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { expect } from "vitest";
import { FORMAT_NAMES } from "../../src/render/feeds/formats.ts";
import { contentFolder, SITE_TOML } from "../content-folder.ts";
import { PublishedSite } from "./published-site.ts";

export const WINDOW = 4;
/** The settings of a site with short windows. */
/** A second section would come into the head of every page, if that were not told. */
export const ARCHIVED = `${SITE_TOML}feed_items = ${WINDOW}
navigation = [{ title = "Sea", href = "/sections/sea" }]
`;
export const name = (index: number) => `a${String(index).padStart(4, "0")}.md`;
export const idOf = (index: number) => `tag:quay.example,2025:a${String(index).padStart(4, "0")}`;
export const range = (count: number) => Array.from({ length: count }, (_, index) => index);

/** Where an article is filed, and what it says. */
export interface Filed {
  readonly section?: string;
  readonly authors?: readonly string[];
  readonly tags?: readonly string[];
  readonly body?: string;
}

/** An article of an hour of its own. */
export function article(
  index: number,
  { section = "sea", authors = ["Ana"], tags = [], body = "Text." }: Filed = {},
) {
  const date = new Date(Date.UTC(2020, 0, 1) + index * 3_600_000).toISOString();
  const list = (names: readonly string[]) => JSON.stringify(names);
  return `---\ndate: ${date}\nsection: ${section}\nauthors: ${list(authors)}\ntags: ${list(tags)}\n---\n# Article ${index}\n\n${body}\n`;
}

export function folderOf(count: number, settings = ARCHIVED, filed: Filed = {}): string {
  const files = range(count).map((index) => [name(index), article(index, filed)]);
  return contentFolder({ "site.toml": settings, ...Object.fromEntries(files) });
}

/** Holds every chain of a channel against the articles that are in it. */
export function expectOnce(site: PublishedSite, page: string, members: readonly number[]): void {
  for (const format of FORMAT_NAMES) {
    expect(site.walk(format, page).flat().toSorted(), `${page} in ${format}`).toEqual(
      members.map(idOf).toSorted(),
    );
  }
}

/** Something that a publisher does to one article. */
const change = fc.record({
  kind: fc.constantFrom("edit", "delete", "add", "section", "author"),
  index: fc.integer({ min: 0, max: 30 }),
  section: fc.constantFrom("sea", "land"),
  author: fc.constantFrom("Ana", "Bo"),
});
/** Ten rounds of four are forty changes. */
export const ROUNDS = fc.array(fc.array(change, { minLength: 4, maxLength: 4 }), {
  minLength: 10,
  maxLength: 10,
});

type Rounds = typeof ROUNDS extends fc.Arbitrary<infer All> ? All : never;

/** Makes the changes of one round after the other, and after each holds every chain against what is in it. */
export function checkRounds(all: Rounds, isLate: boolean): void {
  const site = new PublishedSite();
  const folder = contentFolder({ "site.toml": isLate ? `${ARCHIVED}channel_archives = []\n` : ARCHIVED });
  const live = new Map<number, Filed>();
  const write = (index: number, filed: Filed) => {
    live.set(index, filed);
    contentFolder({ [name(index)]: article(index, filed) }, folder);
  };
  for (const index of range(13)) write(index, { section: index % 3 ? "sea" : "land" });
  site.publish(folder);
  for (const [round, changes] of all.entries()) {
    if (round === 3) contentFolder({ "site.toml": ARCHIVED }, folder);
    for (const { kind, index, section, author } of changes) {
      const filed = live.get(index);
      if (kind === "add" && !filed) write(index, { section, authors: [author] });
      if (!filed) continue;
      if (kind === "edit") write(index, { ...filed, body: `Round ${round}.` });
      if (kind === "section") write(index, { ...filed, section });
      if (kind === "author") write(index, { ...filed, authors: [author] });
      if (kind === "delete") {
        live.delete(index);
        rmSync(join(folder, name(index)));
      }
    }
    const before = new Map(site.bodies);
    const written = site.publish(folder);
    expect(
      written.filter((key) => before.get(key) === site.bodies.get(key) && /\.(?:xml|json)$/.test(key)),
    ).toEqual([]);
    expect(site.publish(folder)).toEqual([]);
    const members = (is: (filed: Filed) => boolean) =>
      [...live].flatMap(([index, filed]) => (is(filed) ? index : []));
    expectOnce(site, "", [...live.keys()]);
    if (isLate && round < 3) continue;
    for (const section of ["sea", "land"]) {
      expectOnce(
        site,
        `/sections/${section}`,
        members((filed) => filed.section === section),
      );
    }
    for (const author of ["Ana", "Bo"]) {
      const page = `/authors/${author.toLowerCase()}`;
      if (site.has(page))
        expectOnce(
          site,
          page,
          members(({ authors = ["Ana"] }) => authors.includes(author)),
        );
    }
  }
}
