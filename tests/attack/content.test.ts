import type { Attack } from "./attack.ts";
import { files } from "./attack.ts";
import { testSideBySide } from "./side-by-side.ts";

const yaml = (fields: string) => `---\n${fields}\n---\nText.\n`;
const toml = (fields: string) => `+++\n${fields}\n+++\nText.\n`;
const json = (fields: string) => `---json\n${fields}\n---\nText.\n`;
const MIB = 1024 * 1024;

/** Lists of ten of the list before, down to ten words. */
const laughs = (depth: number): string =>
  Array.from(
    { length: depth + 1 },
    (_, at) =>
      `x${at}: &x${at} [${Array(10)
        .fill(at === 0 ? "ha" : `*x${at - 1}`)
        .join(", ")}]`,
  ).join("\n");

testSideBySide([
  {
    name: "a text of 30 MB",
    plant: files({ "a.txt": `Headline\n${"word ".repeat(6 * MIB)}\n` }),
    told: ["a.txt", "error", "has 30.0 MiB, and a text may have 5"],
  },
  {
    name: "a section of more than a text may have",
    plant: files({ "_index.md": "x".repeat(5 * MIB + 1) }),
    told: ["_index.md", "error", "a text may have 5"],
  },
  {
    name: "130,000 control characters, each in a line",
    plant: files({ "a.txt": `Headline\n${"\u0001x\n".repeat(130_000)}` }),
    told: ["a.txt", "warning", "130000 control characters"],
  },
  {
    name: "130,000 sign-offs of one author",
    plant: files({ "a.txt": `Headline\nText.\n${"A.Marsh--QN\n".repeat(130_000)}`, "b.md": yaml("x: [") }),
    told: ["b.md", "error", "closing ]"],
  },
  {
    name: "YAML of 100,000 brackets",
    plant: files({ "a.md": yaml(`x: ${"[".repeat(100_000)}`) }),
    told: ["a.md", "error", "cannot be read as YAML"],
  },
  {
    name: "TOML of 100,000 brackets",
    plant: files({ "a.md": toml(`x = ${"[".repeat(100_000)}`) }),
    told: ["a.md", "error", "cannot be read as TOML"],
  },
  {
    name: "JSON of 100,000 brackets that never end",
    plant: files({ "a.md": json(`{"x": ${"[".repeat(100_000)}`) }),
    told: ["a.md", "error", "closing }"],
  },
  {
    name: "YAML that repeats itself a billion times",
    plant: files({ "a.md": yaml(`${laughs(10)}\ntitle: *x10`) }),
    told: ["a.md", "error", "has more than 100 aliases"],
  },
  {
    name: "YAML that holds itself",
    plant: files({ "a.md": yaml("a: &a [*a]\ntags: &b [*b]") }),
    told: ["a.md", "error", ""],
  },
  {
    name: "YAML with a type of its own",
    plant: files({ "a.md": yaml("title: !!js/function 'function () { return 1 }'") }),
    told: ["a.md", "error", "quotation marks"],
  },
  {
    name: "YAML keys that every object has",
    plant: files({
      "a.md": yaml(
        "__proto__: { title: x, draft: true }\nconstructor: x\nprototype: x\ntoString: x\nauthor: { __proto__: { name: Ana } }",
      ),
    }),
    told: ["a.md", "error", '"author" is a table'],
  },
  {
    name: "TOML keys that every object has",
    plant: files({
      "a.md": toml('__proto__ = 1\nconstructor = 2\ntoString = 3\n[author]\n__proto__ = { name = "Ana" }'),
    }),
    told: ["a.md", "error", '"author" is a table'],
  },
  {
    name: "JSON keys that every object has",
    plant: files({ "a.md": json('{"__proto__": {"title": "x"}, "image": {"__proto__": {"src": "x"}}}') }),
    told: ["a.md", "error", '"image" is a table'],
  },
  {
    name: "tags, sections and authors called as what every object has",
    plant: files({
      "a.md": yaml(
        "tags: [__proto__, constructor, toString]\nsection: __proto__\nauthors: [constructor, __proto__]\nlink: x\ndate: soon",
      ),
    }),
    told: ["a.md", "error", '"date" is "soon"'],
  },
  {
    name: "a title of control characters alone",
    plant: files({ "a.md": yaml('title: "\\e[2J\\0"\nslug: ".."') }),
    told: ["a.md", "error", '"slug" is ".."'],
  },
  {
    name: "an id that another article has, with a sequence for terminals in it",
    plant: files({
      "a.md": yaml('id: "x\\e[31m\\u202e"'),
      "b.md": yaml('id: "x\\e[31m\\u202e"'),
    }),
    told: ["b.md", "error", "has the same id as"],
  },
  {
    name: "a link with a zero in it",
    plant: files({ "a.md": "![x](/a%00b.png) ![y](a%00b.png)\n" }),
    told: ["a.md", "warning", "names /a%00b.png"],
  },
  {
    name: "a link longer than any path",
    plant: files({ "a.md": `![x](/${"n".repeat(5000)}.png)\n` }),
    told: ["a.md", "warning", "names /nnnn"],
  },
  {
    name: "links that lead out of the folder",
    plant: files({ "a.md": "![x](../../../../../../etc/passwd) ![y](/%2e%2e/%2e%2e/etc/passwd)\n" }),
    told: ["a.md", "warning", "names ../../../../../../etc/passwd"],
  },
  {
    name: "a language with extensions, which has no name of its own",
    plant: files({ "a.md": yaml("lang: en-u-nu-latn"), "b.md": yaml("lang: en-x-twain\nepisode: [") }),
    told: ["b.md", "error", "closing ]"],
  },
  {
    name: "a language that is none",
    plant: files({ "a.md": yaml(`lang: ${"a".repeat(100_000)}`) }),
    told: ["a.md", "error", '"lang" is'],
  },
  {
    name: "a date before all dates",
    plant: files({ "a.md": yaml("date: 0000-01-01") }),
    told: ["a.md", "error", "is dated 0000-01-01"],
  },
  {
    name: "a date that never comes",
    plant: files({ "a.md": yaml("date: 9999-12-31T23:59:59-23:59") }),
    told: ["a.md", "notice", "which is in the future"],
  },
  {
    name: "an enclosure of more bytes than there are",
    plant: files({
      "a.md": yaml("enclosure: { url: https://a.example/x.mp3, length: 1e400, type: audio/mpeg }"),
    }),
    told: ["a.md", "error", '"enclosure" is a table'],
  },
  {
    name: "an image that is a program",
    plant: files({ "a.md": "![x](a.png)\n", "a.png": Uint8Array.of(0x7f, 0x45, 0x4c, 0x46, 0, 0) }),
    told: ["a.png", "warning", "is not an image"],
  },
  {
    name: "an image that breaks off in its head",
    plant: files({ "a.md": "![x](a.png)\n", "a.png": Buffer.from("\xff\xd8\xff\xe0\xff\xff", "latin1") }),
    told: ["a.png", "warning", "is not an image"],
  },
  {
    name: "half a character of UTF-8, and bytes that are none",
    plant: files({ "a.txt": Uint8Array.of(0x48, 0x69, 0x0a, 0xc3, 0x28, 0xff, 0xfe, 0xed, 0xa0, 0x80) }),
    told: ["a.txt", "warning", "is not UTF-8"],
  },
  {
    name: "half a pair of surrogates in every field",
    plant: files({
      "a.md": json('{"title": "\\ud800", "tags": ["\\udfff"], "slug": "\\ud800", "date": "\\ud800"}'),
    }),
    told: ["a.md", "error", '"date" is'],
  },
  {
    name: "a tag and a section of control characters alone, which are none",
    plant: files({ "a.md": json('{"tags": ["\\u0007"], "section": "\\u0007"}'), "b.md": "" }),
    told: ["b.md", "error", "is empty"],
  },
  {
    name: "a picture whose sizes are none, which its parser would print for the terminal",
    plant: files({
      "a.md": '# A\n\n<img srcset="http://a.example/c&#27;[31m 1x 1q, b.png 0w">\n',
      "b.md": "",
    }),
    told: ["b.md", "error", "is empty"],
  },
  {
    name: "a link to the text of a draft",
    plant: files({ "a.md": "# A\n\n[d](d.md?raw)\n", "d.md": "---\ndraft: true\n---\nSECRET\n" }),
    told: ["a.md", "warning", "names d.md?raw, which is neither"],
  },
  {
    name: "an empty file",
    plant: files({ "a.md": "" }),
    told: ["a.md", "error", "is empty"],
  },
] satisfies readonly Attack[]);
