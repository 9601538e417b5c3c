import { expect, test } from "vitest";
import { surroundingsOf } from "../../../../src/source/templates/write/surroundings.ts";

/** Where a mark stands behind a text, in short. */
function around(tail: string): string {
  const found = surroundingsOf(tail);
  if (found.kind === "flow") return found.indent === null ? "in a line" : `behind '${found.indent}'`;
  if (found.kind === "destination") return `to '${found.written}' of ${found.text}`;
  return `${found.attribute}=${found.quote}${found.written} of ${found.tag}`;
}

test.for([
  { tail: "", is: "behind ''" },
  { tail: "a\n", is: "behind ''" },
  { tail: "a", is: "in a line" },
  { tail: "a\n  ", is: "behind '  '" },
  { tail: "> - ", is: "behind '> - '" },
  { tail: "12. ", is: "behind '12. '" },
  { tail: "1) * ", is: "behind '1) * '" },
  { tail: "1234567890. ", is: "in a line" },
  { tail: "-a", is: "in a line" },
  { tail: "[a](", is: "to '' of [a]" },
  { tail: "[a](/b", is: "to '/b' of [a]" },
  { tail: "x [a]( /b", is: "to '/b' of [a]" },
  { tail: "[a](</b", is: "to '/b' of [a]" },
  { tail: "![a](/b", is: "to '/b' of ![a]" },
  { tail: "[![a](b)](", is: "to '' of [![a](b)]" },
  { tail: "[a\nb](", is: "to '' of [a\nb]" },
  { tail: "[a\n\nb](", is: "to '' of null" },
  { tail: "a](", is: "to '' of null" },
  { tail: "[a](b) c", is: "in a line" },
  { tail: "[a](b c", is: "in a line" },
  { tail: "[a](b(", is: "in a line" },
  { tail: "[a]: ", is: "to '' of null" },
  { tail: "b\n   [a]: </c", is: "to '/c' of null" },
  { tail: "    [a]: /c", is: "in a line" },
  { tail: "[a]: b c", is: "in a line" },
  { tail: '<a href="', is: 'href=" of <a href="' },
  { tail: '<a href="/b', is: 'href="/b of <a href="/b' },
  { tail: "<a HREF='/b", is: "href='/b of <a HREF='/b" },
  { tail: "<a href=/b", is: "href=/b of <a href=/b" },
  { tail: "<a href=", is: "href= of <a href=" },
  { tail: '<a title="c" href = "/b', is: 'href="/b of <a title="c" href = "/b' },
  { tail: "<a href= ", is: "href= of <a href= " },
  { tail: '<a href="b" ', is: "in a line" },
  { tail: "<a href=b ", is: "in a line" },
  { tail: '<a href="b">', is: "in a line" },
  { tail: '<a\n  href="/b', is: 'href="/b of <a\n  href="/b' },
  { tail: '<a\n\nhref="/b', is: "in a line" },
  { tail: '< a href="b', is: "in a line" },
  { tail: '<my-a x="b', is: 'x="b of <my-a x="b' },
  { tail: '<a b="c=d" e="f', is: 'e="f of <a b="c=d" e="f' },
  { tail: '<img alt="a > b" src="', is: "in a line" },
  { tail: "a < b", is: "in a line" },
  { tail: "[ab]:  /c", is: "to '/c' of null" },
  { tail: "[ab]:/c", is: "to '/c' of null" },
  { tail: "b [a]: /c", is: "in a line" },
  { tail: "[a [b] c](/d", is: "to '/d' of [a [b] c]" },
  { tail: 'b = c <a href="/d', is: 'href="/d of <a href="/d' },
  { tail: '<a title="b c', is: 'title="b c of <a title="b c' },
  { tail: '<a title="b=c d', is: 'title="b=c d of <a title="b=c d' },
  { tail: '<a b="c"', is: "in a line" },
  { tail: '<a b="c"d', is: "in a line" },
  { tail: "<a b=c'd", is: "b=c'd of <a b=c'd" },
  { tail: "<a b=c=d", is: "b=c=d of <a b=c=d" },
  { tail: "<a b", is: "in a line" },
  { tail: `<a href="${"x".repeat(60)}`, is: `href="${"x".repeat(60)} of <a href="${"x".repeat(60)}` },
])("behind $tail a mark stands $is", ({ tail, is }) => {
  expect(around(tail)).toBe(is);
});
