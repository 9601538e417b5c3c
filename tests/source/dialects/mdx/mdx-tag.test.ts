import { expect, test } from "vitest";
import { bracesOf, mdxTagAt } from "../../../../src/source/dialects/mdx/mdx-tag.ts";

/** A tag in short: its kind, its name, its attributes, and what stands behind it. */
function tagOf(text: string, at = 0): string | null {
  const tag = mdxTagAt(text, at, bracesOf(text));
  if (tag === null) return null;
  const attributes = [...tag.attributes].map(([name, { kind, source }]) =>
    kind === "text" ? ` ${name}="${source}"` : ` ${name}={${source}}`,
  );
  return `${tag.kind} ${tag.name}${attributes.join("")}|${text.slice(tag.end)}`;
}

test.for([
  { text: "<A>b", tag: "open A|b" },
  { text: "<A />b", tag: "single A|b" },
  { text: "<A/>b", tag: "single A|b" },
  { text: "</A>b", tag: "close A|b" },
  { text: "</A >b", tag: "close A|b" },
  { text: "<>b", tag: "open |b" },
  { text: "</>b", tag: "close |b" },
  { text: "<a.B-c>d", tag: "open a.B-c|d" },
  { text: "<A b=\"c\" d='e'>f", tag: 'open A b="c" d="e"|f' },
  { text: '<A b="c>d">e', tag: 'open A b="c>d"|e' },
  { text: '<A b="" c>d', tag: 'open A b="" c=""|d' },
  { text: "<A b={c} d = { {e: 1} } />f", tag: "single A b={c} d={{e: 1}}|f" },
  { text: "<A b />c", tag: 'single A b=""|c' },
  { text: "<A b\n  c={1}\n>d", tag: 'open A b="" c={1}|d' },
  { text: "<A {...b} c>d", tag: 'open A c=""|d' },
  { text: '<A data-b.c:d_e="1">f', tag: 'open A data-b.c:d_e="1"|f' },
  { text: "<A", tag: null },
  { text: "<A b", tag: null },
  { text: "<A b=", tag: null },
  { text: "<A b=c>", tag: null },
  { text: '<A b="c>', tag: null },
  { text: "<A b={c>", tag: null },
  { text: "<A {b>", tag: null },
  { text: "<A 1>", tag: null },
  { text: "</A b>", tag: null },
  { text: "< b>", tag: null },
  { text: "<1>", tag: null },
  { text: "a", tag: null },
])("$text begins with the tag $tag", ({ text, tag }) => {
  expect(tagOf(text)).toBe(tag);
});

test("a tag is read where it stands, and is none where it is longer than any", () => {
  expect(tagOf("a <B>c", 2)).toBe("open B|c");
  expect(tagOf(`${"a".repeat(30_000)}<B c>d`, 30_000)).toBe('open B c=""|d');
  expect(tagOf(`<A b="${"c".repeat(19_000)}">`)).not.toBeNull();
  expect(tagOf(`<A b="${"c".repeat(20_000)}">`)).toBeNull();
  expect(tagOf(`<A ${'b="c" '.repeat(4000)}>`)).toBeNull();
});

test("braces close each other from the inside, escaped ones never", () => {
  const endOf = bracesOf("{a{b}c} \\{d} {e");
  expect([0, 2, 9, 13].map(endOf)).toEqual([6, 4, null, null]);
  expect(bracesOf("{a\\}b\\{c}")(0)).toBe(8);
});
