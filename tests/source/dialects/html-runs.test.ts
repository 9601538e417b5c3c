import { describe, expect, test } from "vitest";
import { mapText } from "../../../src/source/dialects/text/html-runs.ts";
import { textOfHtml } from "../../../src/source/dialects/text/html-text.ts";

describe("the text of HTML is gone through run by run", () => {
  const runs = (html: string) => {
    const seen: string[] = [];
    const mapped = mapText(html, (run, tag) => {
      seen.push(`${tag}|${run}`);
      return run.toUpperCase();
    });
    return { seen, mapped };
  };

  test.for([
    { html: "a", seen: ["|a"], mapped: "A" },
    { html: "", seen: [], mapped: "" },
    { html: "a<b>c</b>d", seen: ["|a", "<b>|c", "</b>|d"], mapped: "A<b>C</b>D" },
    { html: "<p>a <b>c</b> d</p>", seen: ["<p>|a ", "<b>|c", "</b>| d"], mapped: "<p>A <b>C</b> D</p>" },
    { html: "a<code>b</code>c", seen: ["|a", "</code>|c"], mapped: "A<code>b</code>C" },
    { html: "<PRE>b <i>c</i></PRE>d", seen: ["</PRE>|d"], mapped: "<PRE>b <i>c</i></PRE>D" },
    { html: "<kbd>b</kbd>c", seen: ["</kbd>|c"], mapped: "<kbd>b</kbd>C" },
    { html: "<b>a<kbd>b</kbd>", seen: ["<b>|a"], mapped: "<b>A<kbd>b</kbd>" },
    { html: "<codex>b</codex>", seen: ["<codex>|b"], mapped: "<codex>B</codex>" },
    { html: "a<!-- b > c -->d", seen: ["|a", "|d"], mapped: "A<!-- b > c -->D" },
    { html: "a<!-->b", seen: ["|a"], mapped: "A<!-->b" },
    { html: "a < b", seen: ["|a ", "| b"], mapped: "A < B" },
    { html: "<i>a < b", seen: ["<i>|a ", "| b"], mapped: "<i>A < B" },
    { html: "a <1>b", seen: ["|a ", "|1>b"], mapped: "A <1>B" },
    { html: "a <b", seen: ["|a "], mapped: "A <b" },
    { html: "a<code>b", seen: ["|a"], mapped: "A<code>b" },
    { html: "a<code>b<code>c", seen: ["|a"], mapped: "A<code>b<code>c" },
  ])("$html", ({ html, seen, mapped }) => {
    expect(runs(html)).toEqual({ seen, mapped });
  });
});

test.for([
  { html: " a b ", text: "a b" },
  { html: "a <b>c</b>", text: "a c" },
  { html: "a&lt;&gt;&quot;&#x27;&amp;lt;", text: "a<>\"'&lt;" },
  { html: "a&nbsp;&copy;", text: "a&nbsp;&copy;" },
  { html: "a\n\u00a0 b", text: "a b" },
  { html: " a\t", text: "a" },
])("the text of $html is '$text'", ({ html, text }) => {
  expect(textOfHtml(html)).toBe(text);
});
