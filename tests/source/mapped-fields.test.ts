import { describe, expect, test } from "vitest";
import type { FieldMapping } from "../../src/article/folder-habits.ts";
import { mappedFields } from "../../src/source/fields/mapped-fields.ts";
import { parseArticle } from "../../src/source/parse-article.ts";
import { siteWith } from "../bake/small-site.ts";
import { pathOf } from "../bake/values.ts";

const TITLE: FieldMapping = { target: "title", names: ["headline", "params.name"] };
const FILE: FieldMapping = {
  target: "enclosure",
  parts: [
    ["url", "podcast_file"],
    ["length", "podcast_bytes"],
  ],
};

describe("mappedFields", () => {
  test.for<{ rule: string; raw: Record<string, unknown>; fields: unknown }>([
    {
      rule: "the first of its names counts",
      raw: { headline: "A", params: { name: "B" } },
      fields: { title: "A", params: { name: "B" } },
    },
    {
      rule: "a dot leads into a table",
      raw: { params: { name: "B" } },
      fields: { title: "B", params: { name: "B" } },
    },
    { rule: "it goes before our own name", raw: { title: "B", headline: "A" }, fields: { title: "A" } },
    {
      rule: "an empty one does not count",
      raw: { title: "B", headline: "" },
      fields: { title: "B", headline: "" },
    },
    { rule: "what every object has is no field", raw: { title: "B" }, fields: { title: "B" } },
    {
      rule: "parts make a table",
      raw: { podcast_file: "a.mp3", podcast_bytes: 7 },
      fields: { enclosure: { url: "a.mp3", length: 7 } },
    },
    {
      rule: "parts that are not there are left out",
      raw: { podcast_file: "a.mp3" },
      fields: { enclosure: { url: "a.mp3" } },
    },
    { rule: "nothing comes of no parts", raw: { a: 1 }, fields: { a: 1 } },
  ])("$rule", ({ raw, fields }) => {
    const given = [...mappedFields(raw, [TITLE, FILE])];
    expect(Object.fromEntries(given.map(({ name, value }) => [name, value]))).toEqual(fields);
  });
});

describe("an article under [fields]", () => {
  const site = siteWith(`[fields]
id = ["episode_guid"]
title = "headline"
canonical = "external_url"
enclosure = { url = "podcast_file", length = "podcast_bytes", duration = "podcast_time" }
`);
  const parse = (matter: string) =>
    parseArticle({ path: pathOf("a.md"), bytes: Buffer.from(`---\n${matter}\n---\nText.\n`) }, site);

  test("has what its own names say", () => {
    const { article, problems, asides } = parse(
      'id: 7\nepisode_guid: abc\nheadline: Tide\npodcast_file: https://quay.example/a.mp3\npodcast_bytes: "12"\npodcast_time: "1:01"',
    );
    expect([...problems, ...asides]).toEqual([]);
    expect(article).toMatchObject({
      id: "abc",
      title: "Tide",
      enclosures: [
        { target: "https://quay.example/a.mp3", sizeBytes: 12, type: "audio/mpeg", durationSeconds: 61 },
      ],
    });
  });

  test("is told of a wrong value under the name that its file has, with its line", () => {
    expect(parse("date: 2025-06-01\nheadline: [A]").problems).toMatchObject([
      { line: 3, message: '"headline" is a list; write one text, between quotation marks' },
    ]);
  });

  test("may be a link to what lies elsewhere, without a text", () => {
    const bytes = Buffer.from("---\nheadline: A\nexternal_url: https://mole.example/a\n---\n");
    expect(parseArticle({ path: pathOf("a.md"), bytes }, site).article?.canonical).toBe(
      "https://mole.example/a",
    );
  });
});
