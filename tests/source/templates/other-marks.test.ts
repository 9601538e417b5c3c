import { describe, expect, test } from "vitest";
import { otherMarks } from "../../../src/source/templates/other-marks.ts";

/** The marks that are told of a Markdown text, and where they stand. */
function told(markdown: string) {
  return otherMarks(markdown).map(({ offset, message }) => ({
    text: /^contains (.*), which only the generator/.exec(message)?.[1],
    offset,
  }));
}

/** Their texts alone. */
function marksIn(...lines: readonly string[]) {
  return told(lines.join("\n")).map(({ text }) => text);
}

describe("marks of other generators' templates", () => {
  test.for([
    { name: "a shortcode of Hugo", mark: "{{< figure a.png >}}" },
    { name: "a shortcode of Hugo with Markdown", mark: "{{% note %}}" },
    { name: "an output", mark: "{{ page.title }}" },
    { name: "an output without spaces", mark: "{{x}}" },
    { name: "a tag", mark: "{% include a.html %}" },
    { name: "a tag without spaces", mark: "{%x%}" },
    { name: "an output of 200 characters", mark: `{{${"x".repeat(200)}}}` },
    { name: "a shortcode of 200 characters", mark: `{{<${"x".repeat(200)}>}}` },
    { name: "a tag of 200 characters", mark: `{%${"x".repeat(200)}%}` },
  ])("$name is one", ({ mark }) => {
    expect(told(`Text ${mark} text`)).toEqual([{ text: mark, offset: 5 }]);
  });

  test.for([
    { name: "plain text", text: "Text" },
    { name: "one brace", text: "{ a }" },
    { name: "an output of nothing", text: "{{}}" },
    { name: "a tag of nothing", text: "{%%}" },
    { name: "an output that never ends", text: "{{ a }" },
    { name: "an output over two lines", text: "{{ a\nb }}" },
    { name: "a tag over two lines", text: "{% a\nb %}" },
    { name: "braces inside an output", text: "{{ {a} }}" },
    { name: "an output of 201 characters", text: `{{${"x".repeat(201)}}}` },
    { name: "a shortcode of 201 characters", text: `{{<${"x".repeat(201)}>}}` },
    { name: "a tag of 201 characters", text: `{%${"x".repeat(201)}%}` },
  ])("$name is none", ({ text }) => {
    expect(told(text)).toEqual([]);
  });

  test("are told once each, in order, with their first places", () => {
    expect(told("{{ a }} `code` {% b %}\n{{ a }}")).toEqual([
      { text: "{{ a }}", offset: 0 },
      { text: "{% b %}", offset: 15 },
    ]);
  });
});

describe("marks in code are none (CommonMark §4.5, §6.1)", () => {
  test.for([
    { name: "a fence of backticks", lines: ["```", "{{ a }}", "```"] },
    { name: "a fence of tildes", lines: ["~~~", "{{ a }}", "~~~"] },
    { name: "a fence with a language", lines: ["```html {{ a }}", "x", "", "{{ a }}", "```"] },
    { name: "a fence that is indented by three", lines: ["   ~~~", "{{ a }}", "   ~~~"] },
    { name: "a long fence around a short one", lines: ["````", "```", "{{ a }}", "````"] },
    { name: "long tildes around short ones", lines: ["~~~~", "~~~", "{{ a }}", "~~~~"] },
    { name: "a fence of tildes with a language", lines: ["~~~html {{ a }}", "{{ a }}", "~~~"] },
    { name: "a fence that holds one with a language", lines: ["~~~md", "~~~js {{ a }}", "{{ a }}", "~~~"] },
    { name: "a fence that ends in white space", lines: ["~~~", "{{ a }}", "~~~ \t"] },
    { name: "tildes around backticks", lines: ["~~~", "```", "{{ a }}", "~~~"] },
    { name: "tildes that a longer run ends", lines: ["~~~", "{{ a }}", "~~~~~"] },
    { name: "tildes with backticks behind them", lines: ["~~~ `x`", "{{ a }}", "~~~"] },
    { name: "a span of three backticks at the head of a line", lines: ["```{{ a }}``` x"] },
    { name: "a fence that a longer one ends", lines: ["```", "{{ a }}", "`````"] },
    { name: "a fence with backticks behind text", lines: ["~~~", "x ~~~", "{{ a }}", "~~~"] },
    { name: "a code span", lines: ["x `{{ a }}`"] },
    { name: "a code span over two lines", lines: ["x `b", "{{ a }}`"] },
    { name: "a code span of one character", lines: ["`x` `{{ a }}`"] },
    { name: "a span of two backticks with one inside", lines: ["``{{ a }} ` {{ a }}``"] },
    { name: "a span of one backtick with two inside", lines: ["`{{ a }}`` {{ a }}`"] },
  ])("$name", ({ lines }) => {
    expect(marksIn(...lines)).toEqual([]);
    expect(marksIn("{{ b }}", ...lines, "{{ c }}")).toEqual(["{{ b }}", "{{ c }}"]);
  });

  test("a fence that never ends, to the end", () => {
    expect(marksIn("{{ b }}", "```", "x", "", "x y {{ a }}", "{{ a }}")).toEqual(["{{ b }}"]);
  });
});

describe("marks beside what looks like code are marks (CommonMark §4.5, §6.1)", () => {
  test.for([
    { name: "a fence behind text", lines: ["x ~~~", "{{ a }}", "~~"] },
    { name: "a fence of two tildes", lines: ["~~", "{{ a }}", "~~"] },
    { name: "a fence that is indented by four", lines: ["    ~~~", "{{ a }}"] },
    { name: "a backtick that nothing ends", lines: ["x ` {{ a }}"] },
    { name: "backticks that fewer do not end", lines: ["x ```{{ a }}`"] },
    { name: "text between two spans", lines: ["`x` {{ a }} `y`"] },
  ])("$name", ({ lines }) => {
    expect(marksIn(...lines)).toEqual(["{{ a }}"]);
  });
});
