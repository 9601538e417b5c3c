import { describe, expect, test } from "vitest";
import type { Resolution } from "../../src/article/resolve-target.ts";
import type { Source } from "../../src/article/source.ts";
import { articleFiles } from "../../src/bake/places/article-files.ts";
import { sourceAt } from "../ledger/source-at.ts";
import { mediaFile, urlOf } from "./values.ts";

const SITE = "https://quay.example";
const picture = mediaFile("sea/lock.png");
const sound = mediaFile("sea/deep/a.mp3", "sound", { type: "audio/mpeg" });
const words = mediaFile("words.vtt", "words", { type: "text/vtt; charset=utf-8; x=y" });
const FILES = new Map([picture, sound, words].map((one) => [urlOf(SITE + one.address), one]));

/** What is gone leads nowhere, what ends in a name of these files leads there, all else to a page. */
function resolve(target: string): Resolution {
  const file = [...FILES].find(([, { path }]) => path.endsWith(target));
  if (file !== undefined) return { kind: "found", url: file[0] };
  const isGone = target.includes("gone");
  return { kind: isGone ? "missing" : "found", url: urlOf(new URL(target, `${SITE}/a`).href) };
}

function filesOf(fields: Partial<Source>, broken: Parameters<typeof articleFiles>[1] = []) {
  const { problems, ...files } = articleFiles(
    sourceAt({ path: "tea.md", ...fields }),
    broken,
    resolve,
    FILES,
  );
  const told = problems.map(
    ({ file, line, severity, message }) => `${severity} ${file}:${line} ${message.split(/[,;]/)[0]}`,
  );
  return { ...files, told };
}

const enclosure = (target: string, fields = {}) => ({
  target,
  line: 4,
  sizeBytes: null,
  type: null,
  durationSeconds: 60,
  ...fields,
});
const episode = { season: 1, number: 2, explicit: false, transcripts: [] };
const words4 = (target: string, type: string | null = null) => ({ target, line: 4, type, language: "en" });

test("an article that names nothing has no files, and nothing is told", () => {
  expect(filesOf({})).toEqual({ image: null, enclosures: [], episode: null, told: [] });
});

describe("the lead image of an article", () => {
  test("is a file of the site, with all that is known of it", () => {
    expect(filesOf({ image: { target: "lock.png", alt: "The lock", line: 3 } })).toMatchObject({
      image: { url: SITE + picture.address, alt: "The lock", type: "image/png", width: 30, height: 20 },
      told: [],
    });
  });

  test("may lie elsewhere, where nothing is known of it", () => {
    const nothing = { type: null, sizeBytes: null, width: null, height: null };
    expect(filesOf({ image: { target: "https://a.example/1.png", alt: "", line: 3 } }).image).toEqual({
      url: "https://a.example/1.png",
      alt: "",
      ...nothing,
    });
  });

  test("is none where it leads nowhere, which is told behind the references that do", () => {
    const broken = [{ target: "**/gone.md", line: 9 }];
    expect(filesOf({ image: { target: "gone.png", alt: "", line: 3 } }, broken)).toMatchObject({
      image: null,
      told: ["warning tea.md:9 names gone.md", "warning tea.md:3 names gone.png"],
    });
  });
});

test.for([
  { target: "gone.md", says: "names gone.md" },
  { target: "https://quay.example/gone", says: "leads to https://quay.example/gone" },
  { target: "//quay.example/gone", says: "leads to //quay.example/gone" },
  { target: "a//gone.md", says: "names a//gone.md" },
])("what leads nowhere is told as a name or as a link: $target", ({ target, says }) => {
  expect(filesOf({}, [{ target, line: 9 }]).told).toEqual([`warning tea.md:9 ${says}`]);
});

describe("an enclosure", () => {
  test("that is a file of the site has its own name, type and length, whatever is declared", () => {
    const declared = { sizeBytes: 1, type: "x/y" };
    expect(filesOf({ enclosures: [enclosure("a.mp3", declared)] })).toMatchObject({
      enclosures: [
        {
          url: SITE + sound.address,
          name: "a.mp3",
          type: "audio/mpeg",
          sizeBytes: sound.sizeBytes,
          durationSeconds: 60,
        },
      ],
      told: [],
    });
  });

  test("elsewhere has what is declared", () => {
    const declared = { sizeBytes: 1, type: "x/y" };
    expect(filesOf({ enclosures: [enclosure("https://a.example/1.mp3", declared)] }).enclosures).toEqual([
      { url: "https://a.example/1.mp3", ...declared, durationSeconds: 60 },
    ]);
  });

  const unknown = "of which nothing tells length and type";
  const noFile = "which is not a media file in the content folder";
  test.for([
    { name: "without a length", target: "https://a.example/1", fields: { type: "x/y" }, why: unknown },
    { name: "without a type", target: "http://a.example/1", fields: { sizeBytes: 1 }, why: unknown },
    { name: "that leads nowhere", target: "gone.mp3", fields: { type: "x/y", sizeBytes: 1 }, why: noFile },
    { name: "whose path holds a URL", target: "a/https:gone", fields: {}, why: noFile },
  ])("$name is left out, and an error", ({ target, fields, why }) => {
    const source = sourceAt({ path: "tea.md", enclosures: [enclosure(target, fields)] });
    const { enclosures, problems } = articleFiles(source, [], resolve, FILES);
    expect(enclosures).toEqual([]);
    expect(problems).toMatchObject([
      {
        line: 4,
        severity: "error",
        message: expect.stringContaining(`has the enclosure ${target}, ${why}; `),
      },
    ]);
  });
});

describe("an episode", () => {
  test("has transcripts of the type of their file, or as declared, else pages of the site", () => {
    const transcripts = [words4("words.vtt", "x/y"), words4("/b", "text/srt"), words4("/c")];
    expect(filesOf({ episode: { ...episode, transcripts } })).toMatchObject({
      episode: {
        season: 1,
        number: 2,
        explicit: false,
        transcripts: [
          { url: SITE + words.address, type: "text/vtt", language: "en" },
          { url: `${SITE}/b`, type: "text/srt", language: "en" },
          { url: `${SITE}/c`, type: "text/html", language: "en" },
        ],
      },
      told: [],
    });
  });

  test("has the chapters that are there", () => {
    const chapters = { target: "/parts.json", line: 5 };
    expect(filesOf({ episode: { ...episode, chapters } }).episode).toStrictEqual({
      ...episode,
      chapters: `${SITE}/parts.json`,
    });
    expect(filesOf({ episode }).episode).toStrictEqual(episode);
  });

  test("lacks what leads nowhere, which is told", () => {
    const gone = {
      ...episode,
      transcripts: [words4("gone.vtt")],
      chapters: { target: "gone.json", line: 5 },
    };
    const { episode: found, told } = filesOf({ episode: gone });
    expect(found).toStrictEqual(episode);
    expect(told).toEqual(["warning tea.md:4 names gone.vtt", "warning tea.md:5 names gone.json"]);
  });
});
