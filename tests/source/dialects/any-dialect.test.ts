import { array, assert, constantFrom, oneof, property, string } from "fast-check";
import { expect, test } from "vitest";
import { GENERATORS } from "../../../src/article/setting-choices.ts";
import { renderDialect } from "../../../src/source/dialects/render-dialect.ts";
import { PLAIN } from "../../../src/source/dialects/text/dialect.ts";
import { runs } from "../../runs.ts";
import { forbiddenIn } from "../allowed-tree.ts";
import { SCRIPT_INJECTIONS } from "../script-injections.ts";
import { readDialect } from "./read-dialect.ts";

/** Marks of every dialect in small pieces that have a meaning together. */
const fragments = oneof(
  constantFrom(
    ...["{#a}", "{: .b #c}", "{:toc}", "{::comment}", "{:/}", "{.d}", "{::nomarkdown}", "{", "}"],
    ...[
      ":::note T\n",
      ":::\n",
      "::::tip\n",
      '!!! note "T"\n',
      "??? tip\n",
      "> [!NOTE]\n",
      "    ",
      "> ",
      "- ",
    ],
    ...[
      "[TOC]\n",
      "T\n: d\n",
      "<!--more-->",
      "{/* truncate */}",
      ":tada:",
      ":+1:",
      ":",
      "[^1]",
      "\n\n[^1]: n\n\n",
    ],
    ...["$$", "$", "a^2", "\\frac{a}{b}", "\\text{<b>}", "\\(", "\\)", "```js {1}\n", "```\n", "`"],
    ...[
      "import a from 'a'\n",
      "export const b = 1\n",
      "<A b={1}>",
      "</A>",
      "<Tabs>\n",
      "</Tabs>\n",
      "{'<b>'}",
      "{b}",
    ],
    ...[
      '<Figure src="a.png" caption="b" />',
      '<Link href="javascript:x">',
      "</Link>",
      "<div className='a'>",
      "</div>",
    ],
    ...[
      "## ",
      "# ",
      "text ",
      '<a name="n">',
      "</a>",
      "[x](#a)",
      '<h2 id="text">',
      "</h2>",
      "<math>",
      "<mi>",
      "\n",
      "\n\n",
    ],
  ),
  string({ unit: "grapheme", maxLength: 3 }),
);
const anyDialect = array(fragments, { maxLength: 30 }).map((parts) => parts.join(""));
const anyPlace = constantFrom(
  ...[null, ...GENERATORS].flatMap((one) => ["a.md", "a.mdx"].map((path) => ({ one, path }))),
);

test("whatever marks there are, an article holds only what is allowed, each id once, and links to places", () => {
  assert(
    property(anyDialect, anyPlace, (text, { one, path }) => {
      const { article, html } = readDialect(`---\nmath: true\n---\nA\n\n${text}`, one, path);
      expect(article).not.toBeNull();
      expect(forbiddenIn(article?.body ?? [])).toEqual([]);
      const ids = [...(html ?? "").matchAll(/<h\d(?: [^>]*)? id="([^"]*)"/g)].map(([, id]) => id);
      expect(ids).not.toContain("text");
      expect(new Set(ids).size).toBe(ids.length);
    }),
    runs(600),
  );
});

/** Whole pieces of a program, each with blank lines around it. */
const mdxPieces = constantFrom(
  'import gone from "gone"',
  "import { gone } from './gone'",
  "export const gone = [1, 2]",
  "export function gone() {\n  return <Gone />;\n}",
  "<Gone gone={1} />",
  "<Gone\n  gone={{ a: 'b' }}\n  more\n/>",
  "<Gone.Part {...gone}>",
  "</Gone.Part>",
  "<Gone>kept {gone.map((one) => <li>{one}</li>)}",
  "kept</Gone>",
  "{gone}",
  "kept {/* gone */} {gone ? 'gone' : null} {`gone`.length}",
  "{\n  gone(1)\n}",
  '<Tabs>\n<TabItem value="gone" label="One">\n\n- kept {gone}\n',
  "</TabItem>\n</Tabs>",
  "## kept {gone}",
  "> kept <Gone/>",
);

test("whatever pieces of a program stand in MDX, the words are kept and the program goes", () => {
  assert(
    property(array(mdxPieces, { maxLength: 12 }), (pieces) => {
      const { html } = readDialect(`first\n\n${pieces.join("\n\n")}\n\nlast`, null, "a.mdx");
      expect(html).not.toContain("gone");
      const words = (text: string) => text.replace(/<[^>]*>/g, "").match(/\bkept\b/g)?.length ?? 0;
      expect(words(html ?? "")).toBe(words(pieces.join(" ")));
      expect(html).toMatch(/first[\s\S]*last/);
    }),
    { numRuns: 200 },
  );
});

test("a text is read the same a second time", () => {
  assert(
    property(anyDialect, anyPlace, (text, { one, path }) => {
      expect(readDialect(text, one, path)).toEqual(readDialect(text, one, path));
    }),
    runs(100),
  );
});

test("what has no marks is handed to the renderer as it is", () => {
  const text = "# A\n\nb *c* at 10:30 {d}\n\n    e\n\n- f\n  g\n";
  renderDialect(text, PLAIN, false, (markdown) => {
    expect(markdown).toBe(text);
    return "";
  });
});

test.for(Object.entries(SCRIPT_INJECTIONS))("no script gets in by a dialect: %s", ([, attempt]) => {
  const places = [
    `:::note ${attempt}\n${attempt}\n:::`,
    `$$${attempt}$$`,
    `## ${attempt} {#a}`,
    `${attempt}{: #b}`,
    `<A>${attempt}</A>`,
    `<Figure src="${attempt}" caption={'${attempt}'} />`,
  ];
  for (const text of places) {
    for (const path of ["a.md", "a.mdx"])
      expect(forbiddenIn(readDialect(`a\n\n${text}`, null, path).article?.body ?? [])).toEqual([]);
  }
});
