import { describe, expect, test } from "vitest";
import type { ToldArticle } from "../../src/bake/places/article-fingerprint.ts";
import { articleFingerprint } from "../../src/bake/places/article-fingerprint.ts";
import type { ArticleRecord } from "../../src/ledger/records/article-record.ts";
import { recordBut } from "../ledger/records.ts";
import { pathOf, sourceAt } from "../ledger/source-at.ts";
import { articleBut, urlOf } from "./values.ts";

const { fingerprint: _, readText: __, ...TOLD } = articleBut({});
const RECORD = recordBut({
  ordinal: 3,
  joined: [0],
  beside: [1, 2],
  correction: { note: "noon", before: 2 },
});
const SOURCE = sourceAt({ path: "sea/tea.md", words: "all that the file told" });
const CARD = {
  file: { address: "/media/card.png", type: "image/png", width: 1, height: 1, sizeBytes: 1, made: null },
  url: urlOf("https://quay.example/media/card.png"),
};

function of({
  told = {},
  record = {},
  source = SOURCE,
  led = null,
}: {
  told?: Partial<ToldArticle>;
  record?: Partial<ArticleRecord>;
  source?: typeof SOURCE;
  led?: Parameters<typeof articleFingerprint>[3];
} = {}) {
  return articleFingerprint({ ...TOLD, ...told }, source, { ...RECORD, ...record }, led);
}

describe("the fingerprint of an article is another one", () => {
  test.for<{ name: string; record: Partial<ArticleRecord> }>([
    { name: "its number", record: { ordinal: 4 } },
    { name: "its id", record: { id: recordBut({ ordinal: 9 }).id } },
    { name: "its slug", record: { slug: "other" } },
    { name: "when it was first published", record: { first: 1 } },
    { name: "its date", record: { published: 1 } },
    { name: "its last change", record: { updated: 1 } },
    { name: "its digest", record: { digest: "other" } },
    { name: "its edition", record: { edition: 1 } },
    { name: "that it is a page", record: { page: true } },
    { name: "its channels", record: { joined: [0, 1] } },
    { name: "what stands beside it", record: { beside: [1] } },
    { name: "its correction", record: { correction: { note: "dusk", before: 2 } } },
    { name: "when that was declared", record: { correction: { note: "noon", before: 3 } } },
    { name: "that it has none", record: { correction: null } },
  ])("where something else is remembered: $name", ({ record }) => {
    expect(of({ record })).not.toBe(of());
  });

  test("where its address, its file or its text in its dialect is another one", () => {
    expect(of({ told: { url: urlOf("https://quay.example/x") } })).not.toBe(of());
    expect(of({ source: { ...SOURCE, words: "other words" } })).not.toBe(of());
    expect(of({ source: { ...SOURCE, digest: "other" } })).not.toBe(of());
    expect(of({ source: { ...SOURCE, dialectDigest: "other" } })).not.toBe(of());
  });

  test.for<{ name: string; told: Partial<ToldArticle> }>([
    { name: "its home", told: { canonical: urlOf("https://sea.example/") } },
    {
      name: "its image",
      told: {
        image: {
          url: urlOf("https://a.example/"),
          alt: "",
          type: null,
          sizeBytes: null,
          width: null,
          height: null,
        },
      },
    },
    {
      name: "an enclosure",
      told: {
        enclosures: [{ url: urlOf("https://a.example/"), type: "a/b", sizeBytes: 1, durationSeconds: null }],
      },
    },
    { name: "its episode", told: { episode: { season: 1, number: null, explicit: null, transcripts: [] } } },
    { name: "its pictures", told: { pictures: [{ url: urlOf("https://a.example/"), sizes: [] }] } },
    { name: "its card", told: { card: CARD } },
    {
      name: "its translations",
      told: { translations: [{ language: "de", url: urlOf("https://a.example/") }] },
    },
  ])("where something else was found: $name", ({ told }) => {
    expect(of({ told })).not.toBe(of());
    expect(of({ told, led: { urls: [], broken: new Set() } })).not.toBe(of({ told }));
  });

  test("where another one of these was found", () => {
    const url = (letter: string) => urlOf(`https://quay.example/${letter}`);
    const found = (letter: string): readonly Partial<ToldArticle>[] => [
      { canonical: url(letter) },
      { image: { url: url(letter), alt: "", type: null, sizeBytes: null, width: null, height: null } },
      { enclosures: [{ url: url(letter), type: "a/b", sizeBytes: 1, durationSeconds: null }] },
      { episode: { season: letter.length, number: letter.charCodeAt(0), explicit: null, transcripts: [] } },
      { pictures: [{ url: url(letter), sizes: [] }] },
      { card: { ...CARD, file: { ...CARD.file, address: `/media/${letter}.png` } } },
      { translations: [{ language: "de", url: url(letter) }] },
    ];
    const all = [...found("a"), ...found("b")].map((told) => of({ told }));
    expect(new Set(all).size).toBe(14);
  });

  test("where its references lead elsewhere, or are broken", () => {
    const url = urlOf("https://quay.example/a");
    const all = [
      of(),
      of({ led: { urls: [url], broken: new Set() } }),
      of({ led: { urls: [null], broken: new Set() } }),
      of({ led: { urls: [url], broken: new Set([url]) } }),
    ];
    expect(new Set(all).size).toBe(4);
  });

  test("where nobody summed up its file, and it tells something else", () => {
    const { words: _, ...source } = SOURCE;
    expect(of({ source, told: { title: "Rain" } })).not.toBe(of({ source }));
    expect(of({ source, told: { path: pathOf("x.md") } })).not.toBe(of({ source }));
    expect(of({ source, told: { card: CARD } })).not.toBe(of({ source }));
    const moved = { ...CARD, url: urlOf("https://other.example/media/card.png") };
    expect(of({ source, told: { card: moved } })).toBe(of({ source, told: { card: CARD } }));
  });
});

test("a fingerprint is the same for the same article", () => {
  expect(of()).toBe(of());
  expect(of({ record: { page: undefined as never } })).toBe(of());
});
