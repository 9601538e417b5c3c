import { describe, expect, test } from "vitest";
import { rewriteInline, takeMore, withIdsOfNames } from "../../../src/source/dialects/marks/inline-marks.ts";

describe("marks inside rendered Markdown", () => {
  test.for([
    { html: '<img src="a">{:.b}', is: '<img src="a">' },
    { html: '<img src="a">{: #b} c', is: '<img src="a"><span id="b"></span> c' },
    { html: "<em>a</em>{:.b}{:#c} d", is: '<em>a</em><span id="c"></span> d' },
    { html: "<em>a</em>{.b}", is: "<em>a</em>" },
    { html: "<em>a</em>{.bc-d_e}", is: "<em>a</em>" },
    { html: "<em>a</em>{:.b} c {:.d}", is: "<em>a</em> c {:.d}" },
    { html: '<b title="<img">{.b}c</b>', is: '<b title="<img">{.b}c</b>' },
    { html: '<b title="<img">{:.b}c</b>', is: '<b title="<img">{:.b}c</b>' },
    { html: '<a href="x">a</a>{target="_blank" .b}', is: '<a href="x">a</a>' },
    { html: "<code>a</code>{.b}", is: "<code>a</code>" },
    { html: "<li>{:.b}a</li>", is: "<li>a</li>" },
    { html: "<li>{.b}a</li>", is: "<li>{.b}a</li>" },
    { html: "<p>{:.b}a</p>", is: "<p>{:.b}a</p>" },
    { html: "<em>a</em> {:.b}", is: "<em>a</em> {:.b}" },
    { html: "<em>a</em>{::x}", is: "<em>a</em>{::x}" },
    { html: "<em>a</em>{b}", is: "<em>a</em>{b}" },
    { html: "<em>a</em>{:.a}{:.b}{:.c}{:.d}", is: "<em>a</em>{:.d}" },
    { html: "<em>a</em>{title=&quot;a b&quot; #c}", is: '<em>a</em><span id="c"></span>' },
    { html: "<em>a</em>{width=100% .b_1-c}", is: "<em>a</em>" },
    { html: "<em>a</em>{ .b}", is: "<em>a</em>" },
    { html: "<em>a</em>{id=&quot;b&quot;}", is: '<em>a</em><span id="b"></span>' },
    { html: "<em>a</em>b{.c}", is: "<em>a</em>b{.c}" },
    { html: "<em>a</em>{.c} {.d}", is: "<em>a</em> {.d}" },
    { html: "<em>:tada:</em>{.c}", is: "<em>🎉</em>" },
    { html: "<p>:tada:</p>", is: "<p>🎉</p>" },
    { html: "<p>a</p>", is: "<p>a</p>" },
  ])("$html become $is", ({ html, is }) => {
    expect(rewriteInline(html)).toBe(is);
  });

  test.for([
    { html: '<a name="b"></a>', is: '<a id="b"></a>' },
    { html: "<A NAME=b></A>", is: "<A id=b></A>" },
    { html: '<a id="c" name="b">', is: '<a id="c" name="b">' },
    { html: '<a data-name="b">', is: '<a data-name="b">' },
    { html: '<b name="c">', is: '<b name="c">' },
    { html: '<a href="x"> name=b', is: '<a href="x"> name=b' },
  ])("names of anchors are ids: $html is $is", ({ html, is }) => {
    expect(withIdsOfNames(html)).toBe(is);
  });

  test.for([
    { html: "a<!--more-->b", own: null, rest: "ab", before: "a" },
    { html: "a<!-- more -->\nb<!--more-->c", own: null, rest: "abc", before: "a" },
    { html: "a<!-- TRUNCATE -->b", own: null, rest: "ab", before: "a" },
    { html: "a<!--read more-->b", own: null, rest: "ab", before: "a" },
    { html: "a<!--endexcerpt-->b", own: null, rest: "ab", before: "a" },
    { html: "a<!--readmore-->b", own: null, rest: "ab", before: "a" },
    { html: "a<!--end excerpt-->b", own: null, rest: "ab", before: "a" },
    { html: "a<!--excerpt-->b", own: null, rest: "ab", before: "a" },
    { html: "a<!--end-->b<!--more-->c", own: "<!--end-->", rest: "abc", before: "a" },
    { html: "a<!--other-->b", own: "<!--end-->", rest: "a<!--other-->b", before: null },
    { html: "a", own: null, rest: "a", before: null },
  ])("$html is cut where a summary ends: $before", ({ html, own, rest, before }) => {
    expect(takeMore(html, own)).toEqual({ html: rest, before });
  });
});
