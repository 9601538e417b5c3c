import { describe, expect, test } from "vitest";
import type { Generator } from "../../../../src/article/setting-choices.ts";
import { findMarks } from "../../../../src/source/templates/marks/find-marks.ts";
import type { Mark } from "../../../../src/source/templates/marks/mark.ts";
import { pairMarks } from "../../../../src/source/templates/marks/pair-marks.ts";
import { mayHoldMarks, syntaxOf } from "../../../../src/source/templates/marks/syntax.ts";

function marksOf(generator: Generator | null, text: string): readonly Mark[] {
  const syntax = syntaxOf(generator);
  return syntax === null ? [] : findMarks(text, syntax);
}

/** Each mark in short: what it is, what it says, and how it is written. */
function told(generator: Generator | null, text: string): readonly string[] {
  return marksOf(generator, text).map((mark) => {
    const written = text.slice(mark.from, mark.to);
    if (mark.kind === "output") return `output ${mark.inside} of ${written}`;
    if (mark.kind === "literal") return `literal ${mark.text} from ${mark.innerFrom} of ${written}`;
    if (mark.kind !== "tag") return `${mark.kind} of ${written}`;
    const signs = `${mark.isClosing ? "/" : ""}${mark.name}${mark.isSingle ? "!" : ""}`;
    return `${mark.family} ${signs} (${mark.rest}) of ${written}`;
  });
}

describe("marks of Liquid", () => {
  test.for([
    { text: "a {{ b | c }} d", marks: ["output b | c of {{ b | c }}"] },
    { text: "{{b}}{{c}}", marks: ["output b of {{b}}", "output c of {{c}}"] },
    { text: "{{- b -}}", marks: ["output b of {{- b -}}"] },
    { text: "{{~ b ~}}", marks: ["output b of {{~ b ~}}"] },
    { text: "{{-}}", marks: ["output  of {{-}}"] },
    { text: '{{ "}}" }}', marks: ['output "}}" of {{ "}}" }}'] },
    { text: "{{ '}}' | a }}", marks: ["output '}}' | a of {{ '}}' | a }}"] },
    { text: "{{ it's }} a' }}", marks: ["output it's of {{ it's }}"] },
    { text: '{{ "a\\"}}" }}', marks: ['output "a\\"}}" of {{ "a\\"}}" }}'] },
    { text: '{{ "a }} b', marks: ['output "a of {{ "a }}'] },
    { text: '{{ "a }}\n\nb" }}', marks: ['output "a of {{ "a }}'] },
    { text: "{{ a {{ b }}", marks: ["stray of {{", "output b of {{ b }}"] },
    { text: "{{ a {% b %} c }}", marks: ["stray of {{", "liquid b () of {% b %}"] },
    { text: "{{ a", marks: ["stray of {{"] },
    { text: "{{ {a: 1} | b }}", marks: ["output {a: 1} | b of {{ {a: 1} | b }}"] },
    { text: "{% a {b} %}", marks: ["liquid a ({b}) of {% a {b} %}"] },
    { text: '{{ "}}\nb" }}', marks: ['output "}}\nb" of {{ "}}\nb" }}'] },
    { text: '{{ "a }}\n  \nb" }}', marks: ['output "a of {{ "a }}'] },
    { text: "{% my-tag %}", marks: ["liquid my-tag () of {% my-tag %}"] },
    { text: "{% legend %}", marks: ["liquid legend () of {% legend %}"] },
    { text: "{% set a.b = 1 %}", marks: ["liquid set (a.b = 1) of {% set a.b = 1 %}"] },
    { text: "{% myraw %}", marks: ["liquid myraw () of {% myraw %}"] },
    { text: "{% a %}", marks: ["liquid a () of {% a %}"] },
    {
      text: "{% post_url 2015-01-01-x %}",
      marks: ["liquid post_url (2015-01-01-x) of {% post_url 2015-01-01-x %}"],
    },
    { text: "{%- if a -%}", marks: ["liquid if (a) of {%- if a -%}"] },
    { text: '{% a"b" %}', marks: ['liquid a ("b") of {% a"b" %}'] },
    { text: "{% my-tag: b %}", marks: ["liquid my (-tag: b) of {% my-tag: b %}"] },
    { text: "{% endif %}", marks: ["liquid /if () of {% endif %}"] },
    { text: "{% end %}", marks: ["liquid end () of {% end %}"] },
    { text: "{% set a = 1 %}", marks: ["liquid set! (a = 1) of {% set a = 1 %}"] },
    { text: "{% set a %}", marks: ["liquid set (a) of {% set a %}"] },
    { text: "{% let a = 1 %}", marks: ["liquid let (a = 1) of {% let a = 1 %}"] },
    { text: "{% # a %}", marks: ["comment of {% # a %}"] },
    { text: "{% %}", marks: ["stray of {% %}"] },
    { text: "{% a {% b %}", marks: ["stray of {%", "liquid b () of {% b %}"] },
    { text: "{% a {{ b }} %}", marks: ["liquid a ({{ b }}) of {% a {{ b }} %}"] },
    { text: "{% a", marks: ["stray of {%"] },
    { text: "{# a #}", marks: [] },
    { text: "{{< a >}}", marks: ["output < a > of {{< a >}}"] },
    { text: "a { b } {a} {", marks: [] },
  ])("in $text are $marks", ({ text, marks }) => {
    expect(told("jekyll", text)).toEqual(marks);
  });

  test.for([
    {
      text: "{% raw %}{{ a }}{% endraw %} b",
      marks: ["literal {{ a }} from 9 of {% raw %}{{ a }}{% endraw %}"],
    },
    {
      text: "{%- verbatim -%} a {%- endverbatim -%}",
      marks: ["literal  a  from 16 of {%- verbatim -%} a {%- endverbatim -%}"],
    },
    {
      text: "{% comment %}{{ a }}{% endcomment %}",
      marks: ["comment of {% comment %}{{ a }}{% endcomment %}"],
    },
    {
      text: "{% raw %}endraw {% endraw %}",
      marks: ["literal endraw  from 9 of {% raw %}endraw {% endraw %}"],
    },
    { text: "{% raw %}{% endraw %}", marks: ["literal  from 9 of {% raw %}{% endraw %}"] },
    { text: "b {% raw %}{{ a }}", marks: ["stray of {% raw %}", "output a of {{ a }}"] },
    { text: "{% raw %}{% endrawx %}", marks: ["stray of {% raw %}", "liquid /rawx () of {% endrawx %}"] },
    { text: "{% rawx %}", marks: ["liquid rawx () of {% rawx %}"] },
  ])("hand on what is raw: $text", ({ text, marks }) => {
    expect(told("jekyll", text)).toEqual(marks);
  });

  test.for([
    { text: "{{ a }}", trims: [false, false] },
    { text: "{{-}}", trims: [true, false] },
    { text: "{{- a }}", trims: [true, false] },
    { text: "{{ a -}}", trims: [false, true] },
    { text: "{%~ a ~%}", trims: [true, true] },
    { text: "{%- raw %}a{% endraw -%}", trims: [true, true] },
    { text: "{% raw -%}a{%- endraw %}", trims: [false, false] },
  ])("take the white space around them where they say so: $text, $trims", ({ text, trims }) => {
    const [mark] = marksOf("jekyll", text);
    expect([mark?.trimsBefore, mark?.trimsBehind]).toEqual(trims);
  });

  test("are none where they are longer than a page: something else was left open", () => {
    const text = (length: number) => `{{ ${"a".repeat(length)} }}`;
    expect(marksOf("jekyll", text(3990))[0]?.kind).toBe("output");
    expect(marksOf("jekyll", text(4100))[0]?.kind).toBe("stray");
  });

  test("go on in quotes for 300 signs at most behind their first end", () => {
    const text = (length: number) => `{{ "}}${"a".repeat(length)}" }}`;
    expect(told("jekyll", text(200))).toEqual([`output "}}${"a".repeat(200)}" of ${text(200)}`]);
    expect(told("jekyll", text(400))).toEqual(['output " of {{ "}}']);
  });

  test("are comments too in Nunjucks", () => {
    expect(told("eleventy", "a {# {{ b }} #} {{ c }}")).toEqual([
      "comment of {# {{ b }} #}",
      "output c of {{ c }}",
    ]);
    expect(told("eleventy", "{# a")).toEqual([]);
    expect(told("eleventy", "{#} a #}")).toEqual(["comment of {#} a #}"]);
  });
});

describe("marks of Hugo", () => {
  test.for([
    { text: "{{< a >}}", marks: ["hugo a () of {{< a >}}"] },
    { text: '{{% a "b" c=d %}}', marks: ['hugo a ("b" c=d) of {{% a "b" c=d %}}'] },
    { text: "{{</ a >}}", marks: ["hugo /a () of {{</ a >}}"] },
    { text: "{{< /a >}}", marks: ["hugo /a () of {{< /a >}}"] },
    { text: '{{< a "b" />}}', marks: ['hugo a! ("b") of {{< a "b" />}}'] },
    { text: "{{< a />}}", marks: ["hugo a! () of {{< a />}}"] },
    { text: "{{< a b/ >}}", marks: ["hugo a (b/) of {{< a b/ >}}"] },
    { text: "{{<- a ->}}", marks: ["hugo a () of {{<- a ->}}"] },
    { text: "{{< sub/a.html >}}", marks: ["hugo sub/a () of {{< sub/a.html >}}"] },
    { text: "{{< my-a >}}", marks: ["hugo my-a () of {{< my-a >}}"] },
    { text: "{{< a.htmlx >}}", marks: ["hugo a.htmlx () of {{< a.htmlx >}}"] },
    { text: "{{< a b={c} >}}", marks: ["hugo a (b={c}) of {{< a b={c} >}}"] },
    { text: '{{< a ">}}" >}}', marks: ['hugo a (">}}") of {{< a ">}}" >}}'] },
    { text: "{{< a {{< b >}}", marks: ["stray of {{<", "hugo b () of {{< b >}}"] },
    { text: "{{< a {{% b %}}", marks: ["stray of {{<", "hugo b () of {{% b %}}"] },
    { text: "{{< a %}}", marks: ["stray of {{<"] },
    { text: "{{< >}}", marks: ["hugo  () of {{< >}}"] },
    { text: "{{</* a */>}}", marks: ["literal {{< a >}} from 0 of {{</* a */>}}"] },
    { text: "b {{%/* a */%}}", marks: ["literal {{% a %}} from 2 of {{%/* a */%}}"] },
    { text: "{{</* a >}}", marks: ["hugo  () of {{</* a >}}"] },
    { text: "{{ a }} {% b %}", marks: [] },
  ])("in $text are $marks", ({ text, marks }) => {
    expect(told("hugo", text)).toEqual(marks);
  });
});

describe("marks of Zola", () => {
  test.for([
    { text: '{{ a(b="c") }}', marks: ['zola a! (b="c") of {{ a(b="c") }}'] },
    { text: "{{- a() -}}", marks: ["zola a! () of {{- a() -}}"] },
    { text: "{% a(b=1) %}c{% end %}", marks: ["zola a (b=1) of {% a(b=1) %}", "zola / () of {% end %}"] },
    { text: "{%- end -%}", marks: ["zola / () of {%- end -%}"] },
    { text: "{%   end   %}", marks: ["zola / () of {%   end   %}"] },
    { text: "{{   a  (b=1)   }}", marks: ["zola a! (b=1) of {{   a  (b=1)   }}"] },
    { text: "{{ a(b={c}) }}", marks: ["zola a! (b={c}) of {{ a(b={c}) }}"] },
    { text: "{{ a(b {{ c() }}", marks: ["zola c! () of {{ c() }}"] },
    { text: "{{ a(b {% c() %}", marks: ["zola c () of {% c() %}"] },
    { text: "{{ ns::a() }}", marks: ["zola ns::a! () of {{ ns::a() }}"] },
    { text: '{{ a(b=")}}") }}', marks: ['zola a! (b=")}}") of {{ a(b=")}}") }}'] },
    { text: "{{/* a() */}}", marks: ["literal {{ a() }} from 0 of {{/* a() */}}"] },
    { text: "{%/* a() */%}", marks: ["literal {% a() %} from 0 of {%/* a() */%}"] },
    { text: "{{/* a() }}", marks: [] },
    { text: "{{ a }} {% if b %} {# c #}", marks: [] },
    { text: "{{ a(b", marks: [] },
  ])("in $text are $marks", ({ text, marks }) => {
    expect(told("zola", text)).toEqual(marks);
  });
});

test("braces are text to generators of JSX, and in a folder of none those of Liquid and Hugo count", () => {
  expect([syntaxOf("astro"), syntaxOf("gatsby"), syntaxOf("docusaurus")]).toEqual([null, null, null]);
  expect(told(null, "{{ a }}{{< b >}}{# c #}{{ d() }}")).toEqual([
    "output a of {{ a }}",
    "hugo b () of {{< b >}}",
    "output d() of {{ d() }}",
  ]);
  expect([syntaxOf(null)?.isWhole, syntaxOf("jekyll")?.isWhole, syntaxOf("hugo")?.isWhole]).toEqual([
    false,
    true,
    true,
  ]);
});

test.for([
  ["{{", true],
  ["a {% b", true],
  ["{#", true],
  ["{ {", false],
  ["}}", false],
] as const)("%j may hold a mark: %s", ([text, may]) => {
  expect(mayHoldMarks(text)).toBe(may);
});

describe("marks belong together", () => {
  test.for([
    { text: "{% if a %}b{% endif %}", partners: [1, 0] },
    { text: "{% if a %}{% if b %}{% endif %}{% endif %}", partners: [3, 2, 1, 0] },
    { text: "{% if a %}{% else %}{% endif %}", partners: [2, -1, 0] },
    { text: "{% if a %}", partners: [-1] },
    { text: "{% endif %}", partners: [-1] },
    { text: "{% endif %}{% if a %}", partners: [-1, -1] },
    { text: "{% if a %}{% for b in c %}{% endif %}", partners: [2, -1, 0] },
    { text: "{% if a %}{% for b in c %}{% endif %}{% endfor %}", partners: [2, -1, 0, -1] },
    { text: "{% if a %}{% if b %}{% endif %}", partners: [-1, 2, 1] },
    { text: "{{ a }}{% if a %}{{ b }}{% endif %}", partners: [-1, 3, -1, 1] },
    { text: "{% set a = 1 %}{% set b %}{% endset %}", partners: [-1, 2, 1] },
    { text: "{% if a %}{% endif %}{% endif %}{% if b %}{% endif %}", partners: [1, 0, -1, 4, 3] },
  ])("in $text: $partners", ({ text, partners }) => {
    expect([...pairMarks(marksOf("jekyll", text))]).toEqual(partners);
  });

  test("those of Zola, whatever they are called", () => {
    expect([...pairMarks(marksOf("zola", "{% a() %}{% b() %}{% end %}{% end %}"))]).toEqual([3, 2, 1, 0]);
  });

  test("a hundred inside each other at most", () => {
    const text = `${"{% if a %}".repeat(101)}${"{% endif %}".repeat(101)}`;
    const partners = [...pairMarks(marksOf("jekyll", text))];
    expect([partners[0], partners[99], partners[100], partners[101]]).toEqual([200, 101, -1, 99]);
  });
});
