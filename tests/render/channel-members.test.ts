import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Article } from "../../src/article/article.ts";
import { articlesOf } from "../../src/article/articles.ts";
import { channelKey } from "../../src/article/channel-name.ts";
import type { EachWords } from "../../src/article/gathered-words.ts";
import type { ChannelKind, NamedChannel } from "../../src/article/named-channel.ts";
import { channelPositions } from "../../src/bake/places/channel-positions.ts";
import { channelMembers } from "../../src/render/channels/channel-members.ts";
import { channelFinder, channelNames } from "../../src/render/channels/channel-names.ts";
import { newestFirst } from "../../src/render/channels/newest-first.ts";
import { suggestChannels } from "../../src/render/channels/suggest-channels.ts";
import { timelineOf } from "../../src/render/channels/timeline.ts";
import { siteWith } from "../bake/small-site.ts";
import { articleBut } from "../bake/values.ts";

const author = (name: string) => ({ name, url: null, email: null });
const CHANNELS: readonly NamedChannel[] = [
  { kind: "section", name: "Sea", slug: "sea" },
  { kind: "tag", name: "Office Hours", slug: "office-hours" },
  { kind: "tag", name: "ebb", slug: "ebb" },
  { kind: "author", name: "Ann", slug: "ann" },
  { kind: "language", name: "nl", slug: "nl" },
];
const KINDS: readonly ChannelKind[] = ["section", "tag", "author", "language"];

/** Some of them the very same object, some equal, some of which two names mean one channel. */
const TAGS = [
  [],
  ["ebb"],
  ["ebb"],
  ["office-hours", "Office hours"],
  ["ebb", "lost"],
  ["lost", "EBB", "lost"],
];
const AUTHORS = [[], [author("Ann")], [author("ann"), author("Ann")], [author("Bob")]];

const some = fc
  .array(
    fc.record({
      section: fc.constantFrom(null, "Sea", "sea", "town"),
      tags: fc.constantFrom(...TAGS),
      authors: fc.constantFrom(...AUTHORS),
      language: fc.constantFrom("en", "nl"),
      published: fc.nat(5),
    }),
    { maxLength: 20 },
  )
  .map((all) =>
    all.map((fields, ordinal) => articleBut({ ...fields, ordinal, address: `/articles/${99 - ordinal}` })),
  );

/** The positions of the channels that an article is in, looked up name by name. */
function positionsOf(article: Article, kinds: readonly ChannelKind[] = KINDS): readonly number[] {
  const find = channelFinder(CHANNELS);
  const found = channelNames(article)
    .filter(({ kind }) => kinds.includes(kind))
    .flatMap(({ kind, name }) => find(kind, name) ?? []);
  return [...new Set(found)].map((one) => CHANNELS.indexOf(one));
}

/** Kinds and names of the channels that articles ask for, in a site that wants tags of two articles. */
function askedFor(articles: readonly Article[], remembered: readonly NamedChannel[]): readonly string[] {
  const find = channelFinder(remembered);
  const isMonolingual = new Set(articles.map(({ language }) => language)).size < 2;
  const uses = articles.flatMap((article) => channelNames(article).map((one) => ({ ...one, article })));
  const wanted = uses.filter(({ kind }) => kind !== "language" || !isMonolingual);
  const groups = Map.groupBy(wanted, ({ kind, name }) => find(kind, name) ?? channelKey(kind, name));
  return [...groups].flatMap(([channel, group]) => {
    const [{ kind } = { kind: "tag" }] = group;
    if (typeof channel !== "string") return `${kind} ${channel.name}`;
    if (kind === "tag" && new Set(group.map(({ article }) => article)).size < 2) return [];
    const spellings = [...Map.groupBy(group, ({ name }) => name)];
    const [[name] = [""]] = spellings.sort(
      ([a, some], [b, others]) => others.length - some.length || (a < b ? -1 : 1),
    );
    return `${kind} ${name}`;
  });
}

describe("articles of any names", () => {
  test("are in each channel that one of them names, once, and the newest of them stand there", () => {
    fc.assert(
      fc.property(some, fc.integer({ min: 1, max: 4 }), (articles, most) => {
        const site = articlesOf(articles);
        const membersOf = channelMembers(timelineOf(site), site.of, CHANNELS, most);
        for (const [position, channel] of CHANNELS.entries()) {
          const all = newestFirst(articles)
            .filter((one) => positionsOf(one).includes(position))
            .map(({ ordinal }) => ordinal);
          expect(membersOf(channel)).toEqual({ count: all.length, newest: all.slice(0, most) });
        }
      }),
    );
  });

  test("are numbered in the channels of some kinds, in the order of their names", () => {
    fc.assert(
      fc.property(some, fc.subarray([...KINDS]), (articles, kinds) => {
        const positions = channelPositions(CHANNELS, new Set(kinds));
        for (const one of articles) expect(positions(one)).toEqual(positionsOf(one, kinds));
      }),
    );
  });

  test("ask for the channels that a look at each name of each article finds", () => {
    const site = siteWith("tag_min_articles = 2\n");
    fc.assert(
      fc.property(some, fc.subarray([...CHANNELS]), (articles, remembered) => {
        const each: EachWords = (tell) => {
          for (const one of articles) tell(one, one.ordinal);
        };
        const told = suggestChannels(site, each, remembered).map(({ kind, name }) => `${kind} ${name}`);
        expect(told.toSorted()).toEqual(askedFor(articles, remembered).toSorted());
      }),
    );
  });

  test("are newest first, those of one instant by address, and the same list where they are already", () => {
    fc.assert(
      fc.property(some, (articles) => {
        const sorted = newestFirst(articles);
        expect(sorted).toEqual(
          articles.toSorted((a, b) => b.published - a.published || (a.address < b.address ? -1 : 1)),
        );
        expect(newestFirst(sorted)).toBe(sorted);
        expect(newestFirst(sorted.toReversed())).toEqual(sorted);
      }),
    );
  });

  test("stand at their ordinals, with nothing where one is gone", () => {
    const [first, third] = [articleBut({ ordinal: 0 }), articleBut({ ordinal: 2 })];
    const two = articlesOf([third, first]);
    expect([0, 1, 2, 3].map((ordinal) => two.at(ordinal))).toEqual([first, undefined, third, undefined]);
    expect([two.length, two.end]).toEqual([2, 3]);
    expect([articlesOf([]).at(0), articlesOf([]).end]).toEqual([undefined, 0]);
  });
});
