import { describe, expect, test } from "vitest";
import { fillIn } from "../fill/fill-in.ts";

const DETAILS = "<details><summary><i>T</i></summary>";

describe("a pair is found", () => {
  test("around an end that closes nothing", () => {
    const source = "{% chart %}x{% endchart %}\n{% details T %}y{% endchart %}{% enddetails %}";
    expect(fillIn(source).text).toContain(`${DETAILS}\n\ny\n\n</details>`);
  });

  test("behind any number of marks that nothing closes", () => {
    const source = `{% box %}a{% endbox %}${"{% box %}".repeat(150)}{% details T %}x{% enddetails %}`;
    expect(fillIn(source).text).toBe(`a${DETAILS}x</details>`);
  });
});

describe("quotes in a mark", () => {
  test.for([
    { source: '{{ "a\n\nb }} c" | upcase }}', text: "A\n\nB }} C" },
    { source: '{{ "a \'b }} c" | upcase }}', text: "A 'B }} C" },
  ])("hold its signs: $source", ({ source, text }) => {
    expect(fillIn(source).text).toBe(text);
  });
});

describe("a mark that is escaped", () => {
  test.for([
    { generator: "hugo", source: "{{</* a */>}}{{</* b */>}}", text: "{{< a >}}{{< b >}}" },
    { generator: "hugo", source: '[a]({{< ref "b.md" >}}) {{</* a */>}}', text: "[a](**/b.md) {{< a >}}" },
    { generator: "zola", source: "{{/* a */}}{{/* b */}}", text: "{{ a }}{{ b }}" },
  ] as const)("begins at its own opening: $source", ({ generator, source, text }) => {
    expect(fillIn(source, { generator }).text).toBe(text);
  });
});

describe("a shortcode of Zola", () => {
  const link = (id: string) => `b <a href="https://www.youtube.com/watch?v=${id}">Watch on YouTube</a>`;
  test.for([
    { source: 'b {{youtube(id="a1")}}', text: link("a1") },
    { source: 'b {{ youtube(id="a-1") }}', text: link("a-1") },
    { source: 'b {{- youtube(id="a-1") -}}', text: link("a-1") },
    { source: "}} {{ a }}", text: "}} {{ a }}" },
  ])("$source is $text", ({ source, text }) => {
    expect(fillIn(source, { generator: "zola" }).text).toBe(text);
  });
});
