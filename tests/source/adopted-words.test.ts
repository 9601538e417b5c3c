import { expect, test } from "vitest";
import type { ContentPath } from "../../src/article/values.ts";
import { readAdopted } from "../../src/source/settings/read-adopted.ts";
import { FileProblems } from "../../src/source/text/source-file.ts";

/** What is said of a file, with lines. */
function said(text: string): string[] {
  const problems = new FileProblems("adopted.toml");
  readAdopted({ path: "adopted.toml" as ContentPath, bytes: Buffer.from(text) }, problems);
  return problems.list.map(({ line, message }) => `${line}: ${message}`);
}

test.for([
  { toml: "[[adoptet]]", says: ['1: "adoptet" is no entry; did you mean [[adopted]]?'] },
  { toml: "[[other]]\na=1", says: ['1: "other" is no entry; remove it, or use [[adopted]] or [[feed]]'] },
  { toml: "other = 1", says: ['1: "other" is no entry; remove it, or use [[adopted]] or [[feed]]'] },
  { toml: "adopted = 5", says: ['1: "adopted" is 5; begin each entry with [[adopted]]'] },
  { toml: "adopted = [5]", says: ["null: an entry of [[adopted]] is 5; write keys and values"] },
  { toml: "[[adopted]]", says: ['1: "path" is missing; add it'] },
  {
    toml: '[[adopted]]\npath = "../x"',
    says: [
      '2: "path" is "../x"; write the path of an article from the content folder on, such as posts/tide.md',
    ],
  },
  { toml: '[[adopted]]\npath = "a.md"\nid = 5', says: ['3: "id" is 5; put quotation marks round it: "5"'] },
  {
    toml: '[[adopted]]\npath = "a.md"\nid = "a\\u0001"',
    says: ['3: "id" is "a\\u0001"; write it without control characters'],
  },
  {
    toml: '[[adopted]]\npath = "a.md"\naddress = "x"',
    says: ['3: "address" is "x"; write a path that can be served, such as "/2024/tide/"'],
  },
  {
    toml: '[[adopted]]\npath = "a.md"\ndate = "soon"',
    says: ['3: "date" is "soon"; write it as 2024-05-01T09:00:07Z'],
  },
  {
    toml: '[[adopted]]\npath = "a.md"\nlink = 5',
    says: ['3: "link" is 5; write the text that the feed had, in quotation marks'],
  },
  {
    toml: '[[adopted]]\npath = "a.md"\nlink = "a\\u0001"',
    says: ['3: "link" is "a\\u0001"; write it without control characters'],
  },
  {
    toml: '[[adopted]]\npath = "a.md"\npubdate = "x"',
    says: ['3: "pubdate" is no key of [[adopted]]; did you mean "pub_date"?'],
  },
  {
    toml: '[[adopted]]\npath = "a.md"\nwhat = "x"',
    says: [
      '3: "what" is no key of [[adopted]]; remove it, or use one of path, id, address, date, link, pub_date',
    ],
  },
  {
    toml: '[[feed]]\naddress = "x"\nformat = "rss"',
    says: ['2: "address" is "x"; write a path, such as "/feed/" or "/?feed=rss2"'],
  },
  {
    toml: '[[feed]]\naddress = "/x"\nformat = "xml"',
    says: ['3: "format" is "xml"; write "rss", "atom" or "json"'],
  },
  {
    toml: '[[feed]]\naddress = "/x"\nformat = "rss"\nchannel = "x"',
    says: ['4: "channel" is "x"; write the page of a channel, such as "/tags/tides"'],
  },
  {
    toml: '[[feed]]\naddress = "/x"\nformat = "rss"\nguids = 5',
    says: ['4: "guids" is 5; write false where the items of the feed had no ids'],
  },
  {
    toml: '[[feed]]\naddress = "/x"\nformat = "rss"\npodcast_guid = "x"',
    says: ['4: "podcast_guid" is "x"; write the UUID that directories know the show by'],
  },
  {
    toml: '[[feed]]\naddress = "/x"\nformat = "rss"\noldest = "x"',
    says: ['4: "oldest" is "x"; write it as 2024-05-01T09:00:07Z'],
  },
  {
    toml: '[[adopted]]\npath = "a.md"\n\n[[adopted]]\npath = "a.md"',
    says: ['4: the path "a.md" has an entry already in line 1; remove one of them'],
  },
  {
    toml: '[[adopted]]\npath = "a.md"\nid = "x"\n[[adopted]]\npath = "b.md"\nid = "x"',
    says: ['4: the id "x" has an entry already in line 1; remove one of them'],
  },
  {
    toml: '[[adopted]]\npath = "a.md"\naddress = "/x"\n[[adopted]]\npath = "b.md"\naddress = "/x"',
    says: ['4: the address "/x" has an entry already in line 1; remove one of them'],
  },
  {
    toml: '[[feed]]\naddress = "/x"\nformat = "rss"\n[[feed]]\naddress = "/x"\nformat = "atom"',
    says: ['4: the address "/x" has an entry already in line 1; remove one of them'],
  },
  {
    toml: "[[adopted]]\npath = ",
    says: ['2: "path" has no value; write one behind the equals sign, or remove the line'],
  },
  { toml: "feed = { a = 1 }", says: ['1: "feed" is a table; begin each entry with [[feed]]'] },
  {
    toml: '[[feed]]\naddress = "/x"\nformat = "rss"\nwhat = 1',
    says: [
      '4: "what" is no key of [[feed]]; remove it, or use one of address, format, channel, id, podcast_guid, guids, oldest, last_modified',
    ],
  },
  {
    toml: 'adopted = [{ path = "a.md" }, { path = "a.md" }]',
    says: ['null: the path "a.md" has an entry already; remove one of them'],
  },
  {
    toml: '[[feed]]\naddress = "/x"\nformat = "rss"\nchannel = 5',
    says: ['4: "channel" is 5; write the page of a channel, such as "/tags/tides"'],
  },
  {
    toml: '[[adopted]]\npath = "a.md"\naddress = 5',
    says: ['3: "address" is 5; write a path that can be served, such as "/2024/tide/"'],
  },
  {
    toml: "[[adopted]]\npath = 5",
    says: ['2: "path" is 5; write the path of an article from the content folder on, such as posts/tide.md'],
  },
  {
    toml: '[[feed]]\naddress = 5\nformat = "rss"',
    says: ['2: "address" is 5; write a path, such as "/feed/" or "/?feed=rss2"'],
  },
  {
    toml: '[[feed]]\naddress = "/a b"\nformat = "rss"',
    says: ['2: "address" is "/a b"; write a path, such as "/feed/" or "/?feed=rss2"'],
  },
  {
    toml: '[[feed]]\naddress = "/a#b"\nformat = "rss"',
    says: ['2: "address" is "/a#b"; write a path, such as "/feed/" or "/?feed=rss2"'],
  },
  {
    toml: '[[feed]]\naddress = "/"\nformat = "rss"',
    says: ['2: "address" is "/"; write a path, such as "/feed/" or "/?feed=rss2"'],
  },
  {
    toml: '[[feed]]\naddress = "/a//b?c"\nformat = "rss"',
    says: ['2: "address" is "/a//b?c"; write a path, such as "/feed/" or "/?feed=rss2"'],
  },
  {
    toml: '  [[adopted]]\n  path = "../x"',
    says: [
      '2: "path" is "../x"; write the path of an article from the content folder on, such as posts/tide.md',
    ],
  },
  {
    toml: '[[ "adopted" ]]\n"path"= "../x"',
    says: [
      '2: "path" is "../x"; write the path of an article from the content folder on, such as posts/tide.md',
    ],
  },
  {
    toml: "x = 1\n[[adopted]]\n'path' = 5",
    says: [
      '1: "x" is no entry; remove it, or use [[adopted]] or [[feed]]',
      '3: "path" is 5; write the path of an article from the content folder on, such as posts/tide.md',
    ],
  },
  {
    toml: '[[adopted]]\npath = "a.md"\n[[adopted]]\npath = "a.md"\n[[adopted]]\npath = "a.md"',
    says: [
      '3: the path "a.md" has an entry already in line 1; remove one of them',
      '5: the path "a.md" has an entry already in line 1; remove one of them',
    ],
  },
  { toml: '[adopted]\npath = "a.md"', says: ['1: "adopted" is a table; begin each entry with [[adopted]]'] },
  {
    toml: '[[feed]]\naddress = "/x"\nformat = "rss"\n[[feed]]\naddress = "/y"\nformat = "xml"\n[[adopted]]\npath = 5',
    says: [
      '8: "path" is 5; write the path of an article from the content folder on, such as posts/tide.md',
      '6: "format" is "xml"; write "rss", "atom" or "json"',
    ],
  },
  {
    toml: "a = 1\nb = 2",
    says: [
      '1: "a" is no entry; remove it, or use [[adopted]] or [[feed]]',
      '2: "b" is no entry; remove it, or use [[adopted]] or [[feed]]',
    ],
  },
])("an entry that cannot be meant is told with what to write: $toml", ({ toml, says }) => {
  expect(said(toml)).toEqual(says);
});

test("an id has 2,000 bytes at most, and so has a link", () => {
  const entry = (key: string, bytes: number) =>
    `[[adopted]]\npath = "a.md"\n${key} = "${"x".repeat(bytes)}"\n`;
  expect([...said(entry("id", 2000)), ...said(entry("link", 2000))]).toEqual([]);
  expect(said(entry("id", 2001))).toEqual([
    expect.stringMatching(/^3: .*; write the id that a feed had, of at most 2000 bytes$/),
  ]);
  expect(said(entry("link", 2001))).toEqual([expect.stringMatching(/^3: .*; write at most 2000 bytes$/)]);
});

test("the address of a feed may have a query, and 480 characters at most", () => {
  const feed = (address: string) => `[[feed]]\naddress = "${address}"\nformat = "rss"\n`;
  expect(said(feed("/?feed=rss") + feed(`/?${"a".repeat(478)}`))).toEqual([]);
  expect(said(feed(`/?${"a".repeat(479)}`))).toHaveLength(1);
});

test("what is nested too deeply is told, and nothing is adopted", () => {
  expect(said(`adopted = ${"[{a=".repeat(3000)}1${"}]".repeat(3000)}`)).toHaveLength(1);
});
