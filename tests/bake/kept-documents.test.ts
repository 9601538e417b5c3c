import fc from "fast-check";
import { expect, test } from "vitest";
import type { BakedSite } from "../../src/bake/bake-site.ts";
import { bakeSite } from "../../src/bake/bake-site.ts";
import { otherKeys } from "../../src/ledger/stored/encode-ledger.ts";
import { inputOf, siteWith } from "./small-site.ts";
import { NOW } from "./values.ts";

const NAMES = ["tide", "lock", "quay", "mole", "pier", "wharf"];

/** Windows that few articles fill. */
const WINDOWS = 'feed_items = 2\nchannel_archives = ["sections", "tags"]\n';

/** What an article says, in a few words, so that many say the same. */
const article = fc.record({
  year: fc.constantFrom(2023, 2024, 2025),
  day: fc.integer({ min: 1, max: 4 }),
  title: fc.constantFrom("Tide", "Lock", "Ebb"),
  tags: fc.subarray(["sea", "town", "boats"]),
  author: fc.constantFrom("Ada", "Bo"),
  section: fc.constantFrom("sea", "town"),
  visibility: fc.constantFrom("listed", "unindexed", "unlisted"),
  aliases: fc.subarray(["/was-here", "/tags/sea"]),
  page: fc.boolean(),
  text: fc.constantFrom("Of it.", "Of it, and more.", "See [the tide](tide.md)."),
});
type Words = typeof article extends fc.Arbitrary<infer T> ? T : never;

/** A site at one time: an article for each name, or none. */
const state = fc.record({
  articles: fc.array(fc.option(article, { freq: 6 }), { minLength: NAMES.length, maxLength: NAMES.length }),
  settings: fc.constantFrom(
    WINDOWS,
    `${WINDOWS}tag_min_articles = 2\n`,
    `${WINDOWS}article_formats = ["json", "markdown"]\n`,
    `${WINDOWS}[sections.sea]\ntitle = "The Sea"\n`,
    "",
    '[redirects]\n"/old" = "/tags/sea"\n',
  ),
});

function fileOf({ year, day, title, tags, author, section, visibility, aliases, page, text }: Words): string {
  const list = (all: readonly string[]) => `[${all.join(", ")}]`;
  return `---
title: ${title}
date: ${year}-05-0${day}
tags: ${list(tags)}
author: ${author}
section: ${section}
visibility: ${visibility}
aliases: ${list(aliases)}
page: ${page}
---
${text}
`;
}

/** The next state: the one before, but for few of its articles and perhaps its settings. */
const states = fc
  .tuple(state, fc.array(fc.tuple(state, fc.subarray(NAMES), fc.boolean()), { minLength: 1, maxLength: 3 }))
  .map(([first, changes]) => {
    const all = [first];
    for (const [next, changed, isOther] of changes) {
      const last = all.at(-1) ?? first;
      const pick = (one: Words | null, at: number) =>
        changed.includes(NAMES[at] ?? "") ? (next.articles[at] ?? null) : one;
      all.push({ articles: last.articles.map(pick), settings: isOther ? next.settings : last.settings });
    }
    return all;
  });

function published({ documents, count, others, ledger, problems, known }: BakedSite) {
  expect([...others]).toEqual(otherKeys(ledger));
  expect(count).toBe(ledger.documents.size);
  return {
    documents: documents.map(({ representation, ...rest }) => ({
      ...rest,
      metadata: representation?.metadata,
      body: Buffer.from(representation?.value ?? "").toString("base64"),
    })),
    ledger,
    order: [...ledger.documents],
    problems,
    known: Buffer.from(known.bytes).toString("hex"),
  };
}

test("whatever changes, a bake that knows what another found makes the same as one that knows nothing", () => {
  fc.assert(
    fc.property(states, (all) => {
      let last: BakedSite | null = null;
      for (const [at, { articles, settings }] of all.entries()) {
        const files = Object.fromEntries(
          articles.flatMap((one, name) => (one === null ? [] : [[`${NAMES[name]}.md`, fileOf(one)]])),
        );
        const fields = { site: siteWith(settings), now: NOW + at * 60, ...(last && { ledger: last.ledger }) };
        const anew: BakedSite = bakeSite(inputOf(files, fields));
        if (last !== null) {
          const knowing = bakeSite(inputOf(files, { ...fields, known: last.known }));
          expect(published(knowing)).toEqual(published(anew));
        }
        last = anew;
      }
    }),
    { numRuns: 40 },
  );
});
