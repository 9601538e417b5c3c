import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Article } from "../../src/article/article.ts";
import type { Windows } from "../../src/article/windows.ts";
import { openBake } from "../../src/bake/open-bake.ts";
import { outputContext } from "../../src/bake/output-context.ts";
import type { ArchiveForm } from "../../src/render/archive-outputs.ts";
import { archiveFeeds, archiveOutputs } from "../../src/render/archive-outputs.ts";
import { archiveFeedKeys } from "../../src/render/feeds/feed-documents.ts";
import type { KeptParts } from "../../src/render/kept-run.ts";
import { isKept, NOTHING_KEPT } from "../../src/render/kept-run.ts";
import type { Output } from "../../src/render/output.ts";
import { text } from "../../src/render/output.ts";
import { siteOutputs } from "../../src/render/outputs.ts";
import { renderedSite } from "../../src/render/rendered-site.ts";
import { archiveFolder } from "../../src/representation/part-addresses.ts";
import { inputOf, siteWith } from "../bake/small-site.ts";
import { must } from "../bake/values.ts";

const keysOf = (all: Iterable<Output>) => [...all].map(({ key }) => key);

/** So many archive windows, of which nobody looks at any but those in `asked`. */
function windowsOf(count: number, asked: number[] = []): Windows<Article> {
  return {
    subscription: [],
    previous: count === 0 ? null : count,
    archive(number) {
      asked.push(number);
      return { number, articles: [], previous: null, next: null };
    },
    membersOf: () => new Int32Array(),
  };
}

/** Windows as feeds, or as one page each. */
function formOf(page: string, areFeeds: boolean): ArchiveForm {
  const keysOf = areFeeds ? archiveFeedKeys(page) : (number: number) => [archiveFolder(number, page)];
  return {
    page,
    keysOf,
    *outputsOf({ number }) {
      for (const key of keysOf(number)) yield text(key, "text/plain", () => key);
    },
  };
}

const keeping = (stays: (number: number) => boolean): KeptParts => ({
  ...NOTHING_KEPT,
  left: [],
  isArchive: () => stays,
});

const given = fc.tuple(fc.nat(14), fc.func(fc.boolean()), fc.constantFrom("/", "/tags/sea"), fc.boolean());

describe("the documents of archive windows with runs of those that stay", () => {
  test("are those without any, oldest first", () => {
    fc.assert(
      fc.property(given, ([count, isIn, page, areFeeds]) => {
        const form = formOf(page, areFeeds);
        const plain = [...archiveOutputs(windowsOf(count), form, NOTHING_KEPT)];
        const numbers = Array.from({ length: count }, (_, at) => at + 1);
        expect(plain.map((one) => (isKept(one) ? "a run" : one.key))).toEqual(numbers.flatMap(form.keysOf));
        const parts = [
          ...archiveOutputs(
            windowsOf(count),
            form,
            keeping((number) => isIn(number)),
          ),
        ];
        const outputs = parts.flatMap((one) => (isKept(one) ? [...one.outputs()] : [one]));
        const keys = parts.flatMap((one) => (isKept(one) ? [...one.keys()] : [one.key]));
        expect([keysOf(outputs), keys]).toEqual([numbers.flatMap(form.keysOf), numbers.flatMap(form.keysOf)]);
      }),
    );
  });

  test("have a run of windows next to each other that stay, which knows its own and looks at none", () => {
    fc.assert(
      fc.property(given, ([count, isIn, page, areFeeds]) => {
        const form = formOf(page, areFeeds);
        const asked: number[] = [];
        const stays = (number: number) => isIn(number);
        const parts = [...archiveOutputs(windowsOf(count, asked), form, keeping(stays))];
        const numbers = Array.from({ length: count }, (_, at) => at + 1);
        expect(asked).toEqual(numbers.filter((one) => !stays(one)));
        const runs = parts.filter(isKept);
        const firsts = numbers.filter((one) => stays(one) && (one === 1 || !stays(one - 1)));
        expect(runs.map((run) => [...run.keys()][0])).toEqual(firsts.map((one) => form.keysOf(one)[0]));
        const all = Array.from({ length: 16 }, (_, number) => number).flatMap(form.keysOf);
        const others = formOf("/tags/tide", areFeeds);
        const strange = [...numbers.flatMap(others.keysOf), `${archiveFolder(1, page)}/other`, "/archive/"];
        for (const run of runs) {
          const own = [...run.keys()];
          expect([run.kept, run.areArticles]).toEqual([own.length, false]);
          expect([...run.keys()]).toEqual(own);
          expect([...all, ...strange].filter((key) => run.has(key))).toEqual(own);
        }
      }),
    );
  });

  test("are found with the windows and the keys that they are asked for", () => {
    const windows = windowsOf(1);
    const form = formOf("/", true);
    const told: unknown[] = [];
    const kept: KeptParts = {
      ...NOTHING_KEPT,
      isArchive(...given) {
        told.push(given);
        return () => true;
      },
    };
    expect([...archiveOutputs(windows, form, kept)].map(isKept)).toEqual([true]);
    expect(told).toEqual([[windows, form.keysOf]]);
  });
});

describe("a site", () => {
  const FILES = Object.fromEntries(
    Array.from({ length: 11 }, (_, at) => [
      `a${String(at).padStart(2, "0")}.md`,
      `---\ndate: 2025-06-${String(at + 1).padStart(2, "0")}\nsection: sea\ntags: [t${at % 2}]\n---\nText.\n`,
    ]),
  );
  const site = siteWith('feed_items = 2\nchannel_archives = ["sections", "tags"]\n');
  const bake = openBake(inputOf(FILES, { site }));
  const context = outputContext(bake, { stylesheet: "/a.css", textStylesheet: "/b.css" });

  test("has the archive feeds of each channel under the keys of their windows", () => {
    const rendered = renderedSite(context);
    const channels = [rendered.channel, ...rendered.others.map(({ channel }) => channel)];
    expect(channels.length).toBeGreaterThan(2);
    for (const channel of channels) {
      const windows = channel === rendered.channel ? rendered.windows : must(channel.windows, "windows");
      const { page, keysOf: keys, outputsOf } = archiveFeeds(channel, rendered);
      expect(page).toBe(channel.addresses.page);
      expect(keysOf(outputsOf(windows.archive(1)))).toEqual(keys(1));
      expect(keys(1)).toEqual(archiveFeedKeys(page)(1));
    }
  });

  test("has the same documents in the same order, whatever stays", () => {
    const plain = [...siteOutputs(context)].flatMap((one) => (isKept(one) ? [] : [one]));
    fc.assert(
      fc.property(fc.func(fc.boolean()), fc.func(fc.boolean()), (isPage, isArchive) => {
        const kept: KeptParts = {
          isArticle: (ordinal) => isPage(ordinal),
          isPage: (ordinal) => isPage(ordinal),
          left: [],
          isArchive: (windows) => (number) => isArchive(number, windows.previous),
        };
        const parts = [...siteOutputs({ ...context, findKept: () => kept })];
        const keys = parts.flatMap((one) => (isKept(one) ? [...one.keys()] : [one.key]));
        expect(keys).toEqual(keysOf(plain));
        expect(keysOf(parts.flatMap((one) => (isKept(one) ? [...one.outputs()] : [one])))).toEqual(keys);
        for (const run of parts.filter(isKept)) {
          const own = new Set(run.keys());
          expect(keys.filter((key) => run.has(key))).toEqual(keys.filter((key) => own.has(key)));
          expect(run.kept).toBe(own.size);
        }
      }),
      { numRuns: 20 },
    );
  });
});
