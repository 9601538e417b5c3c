import { describe, expect, test } from "vitest";
import { writeNothing } from "../../../../src/source/templates/write/leave-link.ts";
import type { PutIn } from "./put.ts";
import { put } from "./put.ts";

/** A text without the mark at `@`, which nobody can fill. */
const without = (source: string, place?: PutIn) => put(source, writeNothing, place);

describe("a link to what nobody knows keeps its text", () => {
  test.for([
    { source: "x y [a](@) b", is: "x y a b" },
    { source: "x y ![a](@) b", is: "x y a b" },
    { source: "x [a b](/c@/d) e", is: "x a b e" },
    { source: "[a](<@) b", is: "a b" },
    { source: '[a](@  "cd") b', is: "a b" },
    { source: "[a](@ 'cd') b", is: "a b" },
    { source: "[a](@ \t) b", is: "a b" },
    { source: "[[a](b)](@) c", is: "[a](b) c" },
  ])("$source is $is", ({ source, is }) => {
    expect(without(source)).toBe(is);
  });

  test.for([
    { source: "[a](@ b c) d", is: "[a]( b c) d" },
    { source: "[a](@\n) b", is: "[a](\n) b" },
    { source: '[a](@ "b\nc") d', is: '[a]( "b\nc") d' },
    { source: "[a](@ 'b'c') d", is: "[a]( 'b'c') d" },
    { source: '[a](@"b") d e', is: "a d e" },
    { source: "a](@) b", is: "a]() b" },
    { source: "[a]: @ b", is: "[a]:  b" },
  ])("but $source, of which that is not all, is $is", ({ source, is }) => {
    expect(without(source)).toBe(is);
  });
});

describe("a tag that would lead to it", () => {
  test.for([
    { source: '<a href="@/b">c</a>', is: '<a href="">c</a>' },
    { source: '<a href="@b">c</a>', is: '<a href="">c</a>' },
    { source: "<a href='/b@/c'>d</a>", is: "<a href=''>d</a>" },
    { source: "<a href=@/b class=c>d</a>", is: "<a href= class=c>d</a>" },
    { source: "<a href=@/b>c</a>", is: "<a href=>c</a>" },
    { source: '<a href="@/b', is: '<a href="/b' },
    { source: '<img srcset="@/b.png" alt="c">', is: '<img srcset="" alt="c">' },
    { source: '<img data-src="@/b.png" alt="c"> d', is: '<img data-src="" alt="c"> d' },
    { source: '<video poster="@/b.png">', is: '<video poster="">' },
    { source: '<video src="@/b.mp4">c', is: '<video src="">c' },
    { source: '<q cite="@/b">c</q>', is: '<q cite="">c</q>' },
    { source: '<i title="@/b">c</i>', is: '<i title="/b">c</i>' },
    { source: '<a hreflang="@/b">c</a>', is: '<a hreflang="/b">c</a>' },
    { source: '<a data-href="@/b">c</a>', is: '<a data-href="/b">c</a>' },
  ])("has no such target: $source is $is", ({ source, is }) => {
    expect(without(source)).toBe(is);
  });

  test.for([
    { source: 'xyz <img alt="cd" src="/b@">e', is: "xyz cde" },
    { source: 'x <img src="@/b.png" alt="cd">e', is: "x cde" },
    { source: 'x <img src="@/b.png">e', is: "x e" },
    { source: 'x <img src="@/b.png"> <img alt="z">', is: 'x  <img alt="z">' },
    { source: 'x <source src="@/b.mp4">e', is: "x e" },
    { source: 'x <iframe src="@/b"></iframe>', is: "x </iframe>" },
    { source: 'x <img alt="c" src="@/b.png" y', is: 'x <img alt="c" src="/b.png" y' },
  ])("goes whole where it would show that: $source is $is", ({ source, is }) => {
    expect(without(source)).toBe(is);
  });
});

test.for([
  { source: "a @ b", is: "a  b" },
  { source: "[a](@) b", kind: "plain", is: "[a]() b" },
  { source: '<a href="@/b">', kind: "plain", is: '<a href="/b">' },
  { source: "`@`", isCode: true, is: "` `" },
  { source: "`b@`", isCode: true, is: "`b`" },
  { source: "`@b`", isCode: true, is: "`b`" },
  { source: "`[a](@)`", isCode: true, is: "`[a]()`" },
] as const)("elsewhere only the mark goes: $source is $is", ({ source, is, ...place }) => {
  expect(without(source, place)).toBe(is);
});
