import { array, assert, constantFrom, oneof, property, record, string } from "fast-check";
import { describe, expect, test } from "vitest";
import type { Generator } from "../../../src/article/setting-choices.ts";
import { runs } from "../../runs.ts";
import { forbiddenIn } from "../allowed-tree.ts";
import { filled } from "./filled.ts";

/** Marks of each generator, whole ones and halves of pairs. */
const MARKS: Readonly<Partial<Record<Generator, readonly string[]>>> = {
  jekyll: [
    "{{ page.title }}|{{x}}|{{ site.data[page.a][0] }}|{{ page.url }}|{{- site.title -}}|{{ 'a' | upcase }}|{{ \"a\" | nope }}|{% post_url 2025-01-01-a %}",
    "{% if page.a %}|{% if page.title %}|{% else %}|{% elsif site.time %}|{% endif %}|{% for a in site.posts %}|{% for a in (1..2) %}|{% endfor %}",
    "{% include a.html b=c %}|{% include part.html b='{{ x }}' %}|{% include image.html url='a.png' caption='*c*' %}|{% box %}|{% endbox %}|{% highlight js %}|{% endhighlight %}",
    "{% comment %}|{% endcomment %}|{% capture x %}|{% endcapture %}|{% assign x = 'a' %}|{% youtube a %}|{% figure caption:'a' %}|{% endfigure %}|{%-x-%}|{%%}|{{}}",
  ],
  eleventy: [
    '{{ title }}|{{ title[page.a][0] }}|{{ collections.all }}|{{ "/" | url }}|{% image "a.png", "b" %}|{% set x = 1 %}|{% set x %}|{% endset %}|{# c #}',
    '{% box "a" %}|{% endbox %}|{% if a %}|{% endif %}|{% for a in b %}|{% endfor %}|{% css %}|{% endcss %}|{{ x | safe }}|{{ title | highlight("js") }}',
  ],
  hugo: [
    '{{< ref "a.md" >}}|{{% relref "a" %}}|{{< figure src="a.png" caption="b" >}}|{{< youtube a >}}|{{< box >}}|{{< /box >}}|{{% box %}}|{{% /box %}}',
    '{{< box />}}|{{< highlight go >}}|{{< /highlight >}}|{{< param title >}}|{{< details >}}|{{< /details >}}|{{<x>}}|{{< a text="b" >}}',
  ],
  zola: [
    '{{ youtube(id="a") }}|{{ box() }}|{{- box(a="b", c=[1, 2]) -}}|{{ img(path="a.png") }}|{{ a(text="b") }}|{% box() %}|{% box(a=`b`) -%}|{% end %}|{%- end -%}',
    '{{ title }}|{% if a %}|{{ title | upper }}|{% highlight(lang="js") %}|{{}}|{%%}|{{ a |{% a ',
  ],
};

/** None ends in a brace: a tag that is left out would make a mark of it and of what follows. */
const AROUND =
  '`|```\n|\n|\n\n|> |- |    |**|[a](|)|![a](|<a href="|">|</a>|<img src="|<div>|</div>|<pre>|</pre>| |x|: |\'|"|{ .|}|%'.split(
    "|",
  );

/** What they include: marks that end, and some that do not. */
const INCLUDES = {
  "part.html": "{{ include.b }}{% if y %}{% include part.html %}{{ page.title | nope }}{% box",
};

/** What a mark looks like in HTML and in text. */
const LIQUID = { html: /\{\{|\{%/, text: /\{\{|\{%/ };
/** To Zola all other braces are text. */
const CALL =
  /\{\{-? ?\w+\((?:(?!\{\{|\{%)[\s\S])*?\)[^{}]*?\}\}|\{%-? ?\w+\((?:(?!\{\{|\{%)[\s\S])*?\)[^{}]*?%\}/;
const LEFT = {
  jekyll: LIQUID,
  eleventy: LIQUID,
  hugo: { html: /\{\{(?:&lt;|%)/, text: /\{\{[<%]/ },
  zola: { html: CALL, text: CALL },
};

describe.for(["jekyll", "eleventy", "hugo", "zola"] as const)(
  "whatever marks of %s stand in an article",
  (generator) => {
    const marks = (MARKS[generator] ?? []).flatMap((row) => row.split("|").filter((one) => one !== ""));
    const text = (pieces: readonly string[]) =>
      array(
        oneof(
          { weight: 3, arbitrary: constantFrom(...marks) },
          constantFrom(...pieces),
          string({ maxLength: 3 }).map((one) => one.replaceAll("{", "(")),
        ),
        {
          maxLength: 14,
        },
      ).map((parts) => parts.join(""));
    const line = text(["x ", " ", "'"]).map((one) => JSON.stringify(one));

    test("none comes out of any field, and what comes out is safe", () => {
      assert(
        property(
          record({ title: line, summary: line, image: line, alt: line, tag: line, body: text(AROUND) }),
          ({ title, summary, image, alt, tag, body }) => {
            const head = `---\ntitle: ${title}\nsummary: ${summary}\nimage: { src: ${image}, alt: ${alt} }\ntags: [${tag}]\n---\n`;
            for (const path of ["a.md", "a.html", "a.txt"]) {
              const { article, told } = filled(head + body, { generator, path, includes: INCLUDES });
              expect(told.filter((one) => one.includes("cannot be read"))).toEqual([]);
              if (article === null) continue;
              const { path: _, body: pieces, extra: __, ...words } = article;
              const html = pieces.map((piece) => (typeof piece === "string" ? piece : piece.target)).join("");
              expect(html).not.toMatch(LEFT[generator].html);
              // A line each, so that no mark is made of two fields.
              for (const field of JSON.stringify(words, null, 1).split("\n"))
                expect(field).not.toMatch(LEFT[generator].text);
              expect(forbiddenIn(pieces)).toEqual([]);
            }
          },
        ),
        runs(375),
      );
    });
  },
);
