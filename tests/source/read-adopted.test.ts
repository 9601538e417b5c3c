import { describe, expect, test } from "vitest";
import { readAdopted } from "../../src/source/settings/read-adopted.ts";
import { FileProblems } from "../../src/source/text/source-file.ts";
import { pathOf } from "../ledger/source-at.ts";

function read(text: string) {
  const problems = new FileProblems("adopted.toml");
  const adopted = readAdopted({ path: pathOf("adopted.toml"), bytes: Buffer.from(text) }, problems);
  return {
    ...adopted,
    told: problems.list.map(({ line, severity, message }) => `${severity} ${line}: ${message}`),
  };
}

test("entries say what readers of an old site know", () => {
  const text = `[[adopted]]
path = "posts/tide.md"
id = "https://old.example/?p=7"
address = "/2024/tide/"
date = 2024-05-01T09:00:07Z

[[feed]]
address = "/?feed=rss2"
format = "rss"
id = "urn:old"
oldest = 2024-01-01T00:00:00Z
last_modified = 2025-01-01T00:00:00Z
`;
  expect(read(text)).toEqual({
    articles: [
      {
        path: "posts/tide.md",
        id: "https://old.example/?p=7",
        address: "/2024/tide/",
        published: 1_714_554_007,
        item: null,
        line: 1,
      },
    ],
    feeds: [
      {
        address: "/?feed=rss2",
        format: "rss",
        channel: null,
        id: "urn:old",
        podcastGuid: null,
        guids: true,
        oldest: 1_704_067_200,
        lastModified: 1_735_689_600,
        line: 7,
      },
    ],
    told: [],
  });
});

test("an entry may say little, and an empty file nothing", () => {
  expect(read('[[adopted]]\npath = "a.md"\n').articles).toEqual([
    { path: "a.md", id: null, address: null, published: null, item: null, line: 1 },
  ]);
  expect(read("")).toEqual({ articles: [], feeds: [], told: [] });
});

test("an entry may say how an item without an id was written", () => {
  const items = [
    'link = " /a b/ "\npub_date = "Fri, 09 May 2025"',
    'link = "/a"',
    'pub_date = "x"',
    'link = ""',
  ];
  expect(items.map((lines) => read(`[[adopted]]\npath = "a.md"\n${lines}\n`).articles[0]?.item)).toEqual([
    { link: " /a b/ ", pubDate: "Fri, 09 May 2025" },
    { link: "/a", pubDate: "" },
    { link: "", pubDate: "x" },
    { link: "", pubDate: "" },
  ]);
});

test("a feed may be a show's, and without ids", () => {
  const guid = "917393e3-1b1e-5cef-ace4-edaa54e1f810";
  const feed = `[[feed]]\naddress = "/feed/"\nformat = "rss"\npodcast_guid = "${guid}"\nguids = false\n`;
  expect(read(feed)).toMatchObject({ feeds: [{ podcastGuid: guid, guids: false }], told: [] });
});

describe("told with its line:", () => {
  const entry = '[[adopted]]\npath = "a.md"\n';
  test.for([
    {
      name: "a key that is none",
      text: `${entry}adress = "/x"\n`,
      told: 'error 3: "adress" is no key of [[adopted]]; did you mean "address"?',
    },
    {
      name: "a key that is missing",
      text: '[[adopted]]\nid = "x"\n',
      told: 'error 1: "path" is missing; add it',
    },
    {
      name: "a path that leaves the folder",
      text: '[[adopted]]\npath = "../a.md"\n',
      told: 'error 2: "path" is "../a.md"; write the path of an article from the content folder on, such as posts/tide.md',
    },
    {
      name: "an address that cannot be served",
      text: `${entry}address = "/a//b"\n`,
      told: 'error 3: "address" is "/a//b"; write a path that can be served, such as "/2024/tide/"',
    },
    {
      name: "an address with a host",
      text: `${entry}address = "https://x.example/a"\n`,
      told: 'error 3: "address" is "https://x.example/a"; write a path that can be served, such as "/2024/tide/"',
    },
    {
      name: "a date that is none",
      text: `${entry}date = "soon"\n`,
      told: 'error 3: "date" is "soon"; write it as 2024-05-01T09:00:07Z',
    },
    {
      name: "an id that is a number",
      text: `${entry}id = 7\n`,
      told: 'error 3: "id" is 7; put quotation marks round it',
    },
    {
      name: "a text that is none",
      text: `${entry}link = 7\n`,
      told: 'error 3: "link" is 7; write the text that the feed had, in quotation marks',
    },
    {
      name: "a podcast's id that is no UUID",
      text: '[[feed]]\naddress = "/feed/"\nformat = "rss"\npodcast_guid = "x"\n',
      told: 'error 4: "podcast_guid" is "x"; write the UUID that directories know the show by',
    },
    {
      name: "a format that is none",
      text: '[[feed]]\naddress = "/feed/"\nformat = "xml"\n',
      told: 'error 3: "format" is "xml"; write "rss", "atom" or "json"',
    },
    {
      name: "the root as a feed",
      text: '[[feed]]\naddress = "/"\nformat = "rss"\n',
      told: 'error 2: "address" is "/"; write a path, such as "/feed/" or "/?feed=rss2"',
    },
    {
      name: "a table that is none",
      text: '[[adoptd]]\npath = "a.md"\n',
      told: 'error 1: "adoptd" is no entry; did you mean [[adopted]]?',
    },
    {
      name: "one table for a list",
      text: '[adopted]\npath = "a.md"\n',
      told: 'error 1: "adopted" is a table; begin each entry with [[adopted]]',
    },
    {
      name: "a path twice",
      text: `${entry}${entry}`,
      told: 'error 3: the path "a.md" has an entry already in line 1; remove one of them',
    },
    {
      name: "an id twice",
      text: `${entry}id = "x"\n[[adopted]]\npath = "b.md"\nid = "x"\n`,
      told: 'error 4: the id "x" has an entry already in line 1; remove one of them',
    },
    {
      name: "an address twice",
      text: `${entry}address = "/x"\n[[adopted]]\npath = "b.md"\naddress = "/x"\n`,
      told: 'error 4: the address "/x" has an entry already in line 1; remove one of them',
    },
    { name: "TOML that is none", text: "[[adopted]\n", told: "error 1:" },
    { name: "an endless nesting", text: `x = ${"[".repeat(20_000)}`, told: "error" },
  ])("$name", ({ text, told }) => {
    const [first = "", ...others] = read(text).told;
    expect(first.slice(0, told.length)).toBe(told);
    expect(others).toEqual([]);
  });
});

test("a wrong entry takes no right one with it", () => {
  const text = '[[adopted]]\npath = 7\n[[adopted]]\npath = "b.md"\n';
  expect(read(text).articles.map(({ path }) => path)).toEqual(["b.md"]);
});
