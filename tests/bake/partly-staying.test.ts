import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { NONE_STAYING } from "../../src/article/staying-articles.ts";
import { chooseLeading } from "../../src/bake/places/choose-leading.ts";
import { numberChannels } from "../../src/bake/places/number-channels.ts";
import { translationsOf } from "../../src/bake/places/translations.ts";
import { chooseBeside } from "../../src/ledger/choose-beside.ts";
import type { Identification } from "../../src/ledger/identification.ts";
import { partlyStaying } from "../ledger/partly-staying.ts";
import { ledgerBut, recordBut } from "../ledger/records.ts";
import { sourceAt } from "../ledger/source-at.ts";
import { siteWith } from "./small-site.ts";

const site = siteWith('tag_min_articles = 2\nchannel_archives = ["sections", "tags", "authors"]\n');
const NOBODY = { waiting: [], clashes: [], lateIds: [], lateDates: [], lateUpdates: [] };
const author = (name: string) => ({ name, url: null, email: null });

/** Articles and pages, of which those that stay are no pages, and have something beside them. */
const sites = fc
  .array(
    fc.record({
      section: fc.constantFrom(null, "Sea", "sea", "town"),
      tags: fc.constantFrom([], ["ebb"], ["ebb", "lost"], ["EBB"]),
      authors: fc.constantFrom([], [author("Ann")], [author("Bob"), author("Ann")]),
      language: fc.constantFrom("en", "nl", "fr"),
      translationKey: fc.constantFrom(null, "/tide", "/lock"),
      kind: fc.constantFrom("page", "told", "stays", "new"),
    }),
    { maxLength: 20 },
  )
  .map((all) => {
    const articles = all.map(({ kind, translationKey, ...words }, ordinal) => ({
      source: sourceAt({
        path: `a${ordinal}.md`,
        ...words,
        page: kind === "page",
        ...(translationKey !== null && { addressing: { translationKey } }),
      }),
      record: recordBut({ ordinal, published: 1000 + ordinal, ...(kind !== "new" && { beside: [0] }) }),
    }));
    const records = articles.map(({ record }) => record);
    const told: Identification = { ...NOBODY, articles, staying: NONE_STAYING, records };
    return { told, partly: partlyStaying(told, ({ record }) => all[record.ordinal]?.kind === "stays") };
  });

describe("articles that stay count like those that are told, for", () => {
  test("the channels of a site, and who is in which", () => {
    const ledger = ledgerBut({ channels: [{ kind: "section", name: "Sea", slug: "sea" }] });
    fc.assert(
      fc.property(sites, fc.nat(20), ({ told, partly }, known) => {
        const numbering = {
          ledger: { ...ledger, articles: [...told.records].slice(0, known) },
          site,
          size: 2,
          edition: 5000,
        };
        const [one, other] = [told, partly].map((identified) => numberChannels(identified, numbering));
        expect(other?.channels).toEqual(one?.channels);
        expect(other?.identified.records).toEqual(one?.identified.records);
        const of = (numbered: typeof one) =>
          [...told.records].map(({ ordinal }) => numbered?.channelsOf(ordinal));
        expect(of(other)).toEqual(of(one));
      }),
    );
  });

  test("the sections that lead, also where there are too many articles to choose again", () => {
    const channels = ["sea", "town"].map((name) => ({ kind: "section", name, slug: name }) as const);
    fc.assert(
      fc.property(sites, fc.constantFrom(undefined, ["town"]), fc.nat(120), (given, chosen, more) => {
        const ledger = chosen === undefined ? {} : { leadingSections: chosen };
        const many = Array.from({ length: more }, (_, at) => ({
          source: sourceAt({ path: `b${at}.md`, section: "sea" }),
          record: recordBut({ ordinal: given.told.records.length + at }),
        }));
        const isMore = ({ source }: (typeof many)[number]) => source.path.startsWith("b");
        const told = { ...given.told, articles: [...given.told.articles, ...many] };
        const leading = chooseLeading(ledger, told, channels);
        expect(chooseLeading(ledger, partlyStaying(told, isMore), channels)).toEqual(leading);
        const { partly } = given;
        expect(
          chooseLeading(ledger, { ...partly, articles: [...partly.articles, ...many] }, channels),
        ).toEqual(leading);
      }),
    );
  });

  test("the languages of articles, whose texts are translations of each other", () => {
    fc.assert(
      fc.property(sites, ({ told, partly }) => {
        const byOrdinal = (identified: Identification) =>
          [...translationsOf(identified, site)].toSorted(([a], [b]) => a - b);
        expect(byOrdinal(partly)).toEqual(byOrdinal(told));
      }),
    );
  });

  test("what stands beside one that is new", () => {
    fc.assert(
      fc.property(sites, ({ told, partly }) => {
        const [one, other] = [told, partly].map(chooseBeside);
        expect(other?.records).toEqual(one?.records);
        expect(other?.staying).toBe(partly.staying);
        expect(other?.articles.map(({ record }) => record)).toEqual(
          partly.articles.map(({ record }) => one?.records.at(record.ordinal)),
        );
      }),
    );
  });
});
