import { describe, expect, test } from "vitest";
import { fillIn } from "./fill-in.ts";

const GLOBALS = {
  a: 1,
  no: false,
  list: ["x", "y", "z"],
  nothing: [],
  table: { k: "v", l: "w" },
  words: "x y",
  only: {},
};
const text = (source: string) => fillIn(source, { globals: GLOBALS }).text;

describe("a branch is chosen", () => {
  test.for([
    { source: "{% if a %}x{% endif %}", is: "x" },
    { source: "{% if no %}x{% endif %}", is: "" },
    { source: "{% if no %}x{% else %}y{% endif %}", is: "y" },
    { source: "{% if a %}x{% else %}y{% endif %}", is: "x" },
    { source: "{% if no %}x{% elsif a %}y{% else %}z{% endif %}", is: "y" },
    { source: "{% if no %}x{% elseif a %}y{% endif %}", is: "y" },
    { source: "{% if no %}x{% elif a %}y{% endif %}", is: "y" },
    { source: "{% if no %}x{% else if a %}y{% endif %}", is: "y" },
    { source: "{% if no %}x{% else if no %}y{% else %}z{% endif %}", is: "z" },
    { source: "{% unless no %}x{% endunless %}", is: "x" },
    { source: "{% unless a %}x{% else %}y{% endunless %}", is: "y" },
    { source: "{% if a %}{% if no %}x{% else %}y{% endif %}{% else %}z{% endif %}", is: "y" },
    { source: "{% case a %}{% when 1 %}x{% when 2 %}y{% endcase %}", is: "x" },
    { source: "{% case a %}{% when 2 %}y{% when 3 or 1 %}x{% endcase %}", is: "x" },
    { source: "{% case a %}{% when 2, 1 %}x{% endcase %}", is: "x" },
    { source: "{% case a %}{% when 2 %}y{% else %}z{% endcase %}", is: "z" },
    { source: "{% case a %}{% when 2 %}y{% endcase %}", is: "" },
    { source: "{% case a %}before{% when 1 %}x{% endcase %}", is: "x" },
    { source: "{% switch a %}{% case 1 %}x{% endswitch %}", is: "" },
    { source: "{% if a %}x{% myelse %}y{% endif %}", is: "xy" },
    { source: "{% if a %}x{% elsewhere %}y{% endif %}", is: "xy" },
    { source: "{% iffy a %}x{% endiffy %}", is: "x" },
    { source: "b {% if a -%} x {%- endif %} c", is: "b x c" },
    { source: "b {% if a %}\n{{ a }}\n{%- else %}y{% endif %} c", is: "b \n1 c" },
    { source: "b {% if a %} {%- endif %} c", is: "b  c" },
    { source: "{% for i in list -%}\n  {{ i }}\n{%- endfor %}", is: "xyz" },
  ])("$source is '$is'", ({ source, is }) => {
    expect(text(source)).toBe(is);
  });

  test.for([
    "{% if only.x %}x{% else %}y{% endif %}",
    "{% unless only.x %}x{% endunless %}",
    "{% case only.x %}{% when 1 %}x{% endcase %}",
    "{% case a %}{% when only.x %}x{% else %}y{% endcase %}",
    "{% if no %}x{% elsif only.x %}y{% else %}z{% endif %}",
    "{% switch only.x %}x{% endswitch %}",
    "{% ifchanged a %}x{% endifchanged %}",
    "{% ifAsync a %}x{% endifAsync %}",
    "{% for i, j in list %}x{% endfor %}",
    "{% for i in x(1..3) %}x{% endfor %}",
    "{% tablerow i in list %}x{% endtablerow %}",
    "{% macro m() %}x{% endmacro %}",
    "{% for x of list %}x{% endfor %}",
    "{% for x in only.y %}x{% endfor %}",
  ])("%s goes whole where nobody can know", (source) => {
    const { text, told } = fillIn(`a ${source} b`, { globals: GLOBALS });
    expect(text).toBe("a  b");
    expect(told).toEqual([
      expect.stringMatching(
        /^2: contains \{%.*%\}, which only the generator can work out, so it was left out up to its end; write what it comes to$/,
      ),
    ]);
  });
});

describe("a loop goes through", () => {
  test.for([
    { source: "{% for i in list %}[{{ i }}]{% endfor %}", is: "[x][y][z]" },
    { source: "{% for i in (1..3) %}{{ i }}{% endfor %}", is: "123" },
    { source: "{% for i in (a..2) %}{{ i }}{% endfor %}", is: "12" },
    { source: "{% for i in (2..1) %}{{ i }}{% else %}none{% endfor %}", is: "none" },
    { source: "{% for i in list limit:2 %}{{ i }}{% endfor %}", is: "xy" },
    { source: "{% for i in list limit: 1 offset: 1 %}{{ i }}{% endfor %}", is: "y" },
    { source: "{% for i in list offset:1 %}{{ i }}{% endfor %}", is: "yz" },
    { source: "{% for item in list %}{{ item }}{% endfor %}", is: "xyz" },
    { source: "{% for i  in   list   limit : 2 %}{{ i }}{% endfor %}", is: "xy" },
    { source: "{% for i in list limit:10 %}{{ i }}{% endfor %}", is: "xyz" },
    { source: "{% for i in ( 1 .. 3 ) %}{{ i }}{% endfor %}", is: "123" },
    { source: "{% for i in (10..12) %}{{ i }}{% endfor %}", is: "101112" },
    { source: "{% for i in (1..3)limit:2 %}{{ i }}{% endfor %}", is: "12" },
    { source: "{% for i in list reversed %}{{ i }}{% endfor %}", is: "zyx" },
    { source: "{% for i in nothing %}x{% else %}none{% endfor %}", is: "none" },
    { source: "{% for i in list %}{{ i }}{% else %}none{% endfor %}", is: "xyz" },
    { source: "{% for i in none %}x{% endfor %}", is: "" },
    { source: "{% for i in no %}x{% endfor %}", is: "" },
    { source: "{% for i in table %}{{ i[0] }}={{ i[1] }};{% endfor %}", is: "k=v;l=w;" },
    {
      source: "{% for i in list %}{{ forloop.index }}{{ forloop.index0 }}{{ forloop.length }} {% endfor %}",
      is: "103 213 323 ",
    },
    {
      source:
        "{% for i in list %}{% if forloop.first %}<{% endif %}{{ i }}{% if forloop.last %}>{% endif %}{% endfor %}",
      is: "<xyz>",
    },
    { source: "{% assign i = 'o' %}{% for i in list %}{{ i }}{% endfor %}{{ i }}", is: "xyzo" },
    {
      source: "{% for i in (1..2) %}{% for j in (1..2) %}{{ j }}{% endfor %}{{ forloop.index }} {% endfor %}",
      is: "121 122 ",
    },
  ])("$source is '$is'", ({ source, is }) => {
    expect(text(source)).toBe(is);
  });

  test.for([
    "{% for i in (1..2000) %}x{% endfor %}",
    "{% for i in (only.x..2) %}x{% endfor %}",
    "{% for i in words %}x{% endfor %}",
    "{% for i in list cols:2 %}x{% endfor %}",
    "{% for i in (5..1) %}x{% endfor %}",
  ])("%s is nothing that anybody here can go through", (source) => {
    expect(fillIn(source, { globals: GLOBALS }).told).toHaveLength(1);
  });

  test("a thousand numbers at most, and no further than what filling may cost", () => {
    expect(text("{% for i in (1..1000) %}x{% endfor %}")).toBe("x".repeat(1000));
    const { text: cut } = fillIn("{% for i in (1..1000) %}x{% endfor %}", { budget: 5000 });
    expect(cut.length).toBeGreaterThan(50);
    expect(cut.length).toBeLessThan(150);
  });

  test("which grows with the marks that it holds", () => {
    const turns = (before: string, inner: string) =>
      fillIn(`${before}{% for i in (1..1000) %}x${inner}{% endfor %}`, { budget: 5000 }).text.length;
    expect(turns("", "{% toc %}".repeat(10))).toBeLessThan(10);
    expect(turns("{% toc %}".repeat(40), "")).toBeGreaterThan(50);
  });

  test("and white space that its marks take with them makes it no cheaper", () => {
    const inner = `{% for j in (1..1000) -%}${" ".repeat(500)}{%- endfor %}`;
    const { text } = fillIn(`{% for i in (1..1000) %}x${inner}{% endfor %}`, { budget: 5000 });
    expect(text.length).toBeLessThan(150);
  });
});

describe("names are given", () => {
  test.for([
    { source: "{% assign b = 'x' | upcase %}{{ b }}", is: "X" },
    { source: "{% set b = 'x' %}{{ b }}", is: "x" },
    { source: "{% capture b %}x {{ a }}{% endcapture %}[{{ b }}]", is: "[x 1]" },
    { source: "{% capture 'b' %}x{% endcapture %}[{{ b }}]", is: "[x]" },
    { source: "{% capture ' b ' %}x{% endcapture %}[{{ b }}]", is: "[x]" },
    { source: "{% assign 1b = 2 %}[{{ b }}]", is: "[]" },
    { source: "{% set b %}x{% endset %}[{{ b }}]", is: "[x]" },
    { source: "{% assign my-b = 1 %}{{ my-b }}", is: "1" },
    { source: "{% assign b=2 %}{{ b }}", is: "2" },
    { source: "a {% assign b %} c", is: "a  c" },
  ])("$source is '$is'", ({ source, is }) => {
    expect(text(source)).toBe(is);
  });
});

describe("what is no number is none to filters, loops and conditions", () => {
  const odd = { valueOf: 1, toString: 2 };
  test.for([
    "{{ 5 | plus: only.x }}",
    "{{ only.x | plus: 5 }}",
    "{{ 5 | minus: odd }}",
    "{{ odd | times: 2 }}",
    "{% for i in (1..odd) %}x{% endfor %}",
    "{% for i in (odd..2) %}x{% endfor %}",
  ])("%s is unknown", (source) => {
    expect(fillIn(`a ${source}`, { globals: { odd } })).toMatchObject({
      text: "a ",
      told: [expect.anything()],
    });
  });

  test("and no text holds it", () => {
    const source = "{% if 'x' contains odd %}y{% else %}n{% endif %}";
    expect(fillIn(source, { globals: { odd } }).text).toBe("n");
  });
});
