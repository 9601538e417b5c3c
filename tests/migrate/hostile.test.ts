import { expect, test } from "vitest";
import { articlesIn, bodyIn, filesIn, importHere } from "./import-here.ts";
import { wordpressExport } from "./wordpress-export.ts";

const rss = (items: string, head = "") =>
  `<?xml version="1.0"?><rss version="2.0"><channel><title>Old</title><link>https://old.example/</link>${head}${items}</channel></rss>`;

test.for<readonly [string, string, Record<string, unknown>]>([
  ["references that XML does not know", "<title>Caf&eacute;&nbsp;&amp; bar</title>", { title: "Café & bar" }],
  ["references are decoded once", "<title>A &amp;amp; B</title>", { title: "A &amp; B" }],
  ["and once in CDATA", "<title><![CDATA[A &amp; B]]></title>", { title: "A & B" }],
  ["markup in a title", "<title>A <b>bold</b> word</title>", { title: "A bold word" }],
  ["escaped markup in a title", "<title>A &lt;i&gt;fine&lt;/i&gt; word</title>", { title: "A fine word" }],
  [
    "a tag that a title is about",
    "<title>The &lt;br&gt;-less text, 2 &lt; 3</title>",
    { title: "The <br>-less text, 2 < 3" },
  ],
  [
    "no title: the first words are one",
    "<description>Tide is low. And so on.</description>",
    { title: "Tide is low. And so on." },
  ],
  ["nothing at all", "", { title: "Untitled" }],
  [
    "a date of RSS with a zone's name",
    "<title>x</title><pubDate>Mon, 01 Jul 2024 10:00:05 EST</pubDate>",
    { published: { kind: "instant", at: Date.UTC(2024, 6, 1, 15, 0, 5) / 1000 } },
  ],
  [
    "a date of two digits",
    "<title>x</title><pubDate>1 Jul 04 10:00:05 GMT</pubDate>",
    { published: { kind: "instant", at: Date.UTC(2004, 6, 1, 10, 0, 5) / 1000 } },
  ],
  ["a date that is none", "<title>x</title><pubDate>yesterday</pubDate>", { published: null }],
  [
    "an id that is no address, verbatim",
    '<title>x</title><guid isPermaLink="false"> 17 &amp; 4 </guid>',
    { id: "17 & 4" },
  ],
])("%s", async ([_name, item, expected]) => {
  const { into } = await importHere(rss(`<item>${item}</item>`));
  const [parsed] = articlesIn(into).values();
  expect(parsed?.problems).toEqual([]);
  expect(parsed?.article).toMatchObject(expected);
});

test("an entity of a document type is never expanded", async () => {
  const lols = Array.from({ length: 9 }, (_, at) => `<!ENTITY l${at + 1} "${`&l${at};`.repeat(10)}">`).join(
    "",
  );
  const bomb = `<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY l0 "lol">${lols}]>${rss("<item><title>x &l9;</title><guid>1</guid></item>").slice(21)}`;
  const { into } = await importHere(bomb);
  expect([...articlesIn(into).values()][0]?.article?.title).toBe("x &l9;");
});

test.for<readonly [string, Uint8Array, string]>([
  [
    "Latin-1 that says so",
    Buffer.from(
      rss("<item><title>Café</title></item>").replace('"1.0"', '"1.0" encoding="ISO-8859-1"'),
      "latin1",
    ),
    "Café",
  ],
  [
    "Latin-1 that says it is UTF-8",
    Buffer.from(rss("<item><title>Café über Straße</title></item>"), "latin1"),
    "Café über Straße",
  ],
  ["UTF-8 with a byte order mark", Buffer.from(`\uFEFF${rss("<item><title>Café</title></item>")}`), "Café"],
  ["UTF-16", Buffer.from(`\uFEFF${rss("<item><title>Café</title></item>")}`, "utf16le"), "Café"],
])("%s", async ([_name, bytes, title]) => {
  const { into } = await importHere(bytes);
  expect([...articlesIn(into).values()][0]?.article?.title).toBe(title);
});

test("an item that was not closed ends where the next one begins", async () => {
  const { report } = await importHere(
    rss("<item><title>a</title><guid>1</guid><item><title>b</title><guid>2</guid></item>"),
  );
  expect(report.posts).toBe(2);
});

test("an export that is cut off is told, and what came before is imported", async () => {
  const whole = wordpressExport([{ id: 1 }, { id: 2 }]);
  const { report } = await importHere(whole.slice(0, whole.lastIndexOf("<wp:status>")));
  expect(report.posts).toBe(1);
  expect(report.problems.map(({ message }) => message)).toEqual([
    "ends in the middle of a post, which was left out; export it again",
  ]);
});

test("two posts with one id: both are imported, one keeps it", async () => {
  const guid = "https://old.example/?p=1";
  const { into, report } = await importHere(
    wordpressExport([
      { id: 1, name: "a", guid },
      { id: 2, name: "b", guid },
    ]),
  );
  expect([...articlesIn(into).values()].map(({ article }) => article?.id)).toEqual([guid, null]);
  expect(report.problems.map(({ file }) => file)).toEqual(["2024/b.md"]);
});

test("what runs or hides comes into no text", async () => {
  const content = `<p onclick="x()">A <a href="javascript:x()">b</a> <a href=" data:text/html,x">c</a> <img src="data:x"><style>p{}</style><object data="x"></object></p>`;
  const { into } = await importHere(wordpressExport([{ id: 1, name: "one", content }]));
  expect(bodyIn(into, "2024/one.md")).toBe("A b c");
});

test("HTML of ten thousand elements inside each other is read", async () => {
  const { into, exitCode } = await importHere(
    wordpressExport([{ id: 1, content: `${"<div>".repeat(10_000)}deep` }]),
  );
  expect(exitCode).toBe(0);
  expect(bodyIn(into, "2024/post-1.md")).toBe("deep");
});

test.for<readonly [string, string, string]>([
  ["a web page", "<!doctype html><html></html>", "is a web page; name its feed instead"],
  ["another XML", "<svg xmlns='x'/>", "is no export and no feed that is known"],
  ["broken JSON", '{"db": [', "begins like JSON and is none"],
  ["another JSON", '{"a": 1}', "is JSON, but neither an export of Ghost nor a JSON Feed"],
  ["a text", "hello", "is no export and no feed that is known"],
  ["a feed without items", rss(""), "there is nothing to import"],
])("%s is refused in words", async ([_name, source, words]) => {
  await expect(importHere(source)).rejects.toThrow(words);
});

test("a slug leads nowhere outside of the folder, nor does the name of a file", async () => {
  const content = '<p><img src="https://old.example/..%2f..%2fx%00.jpg" alt=""></p>';
  const { into } = await importHere(wordpressExport([{ id: 1, name: "..%2f..%2f..%2fetc", content }]), {
    flags: ["--no-media"],
  });
  expect(filesIn(into).every((file) => !file.includes(".."))).toBe(true);
});

test.for(["/proc/none/x", "/dev/null/x"])("%s, where no folder can be made, is refused", async (into) => {
  await expect(importHere(rss("<item><title>A</title></item>"), { into })).rejects.toThrow(
    /^Nothing was imported: .*; name another one\.\n|^Nothing was imported: .* is a file; name a folder/,
  );
});
