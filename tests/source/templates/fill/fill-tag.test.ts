import { describe, expect, test } from "vitest";
import { fillIn } from "./fill-in.ts";

const GLOBALS = { a: 1 };

describe("what filling may cost", () => {
  test("is the length of an element", () => {
    const { text, told } = fillIn("a {% youtube b1 %} c", { budget: 20 });
    expect([text, told]).toEqual(["a  c", [expect.stringContaining("{% youtube b1 %}")]]);
    expect(fillIn("a [b]({% youtube c %})", { budget: 20 }).text).toBe("a b");
    expect(fillIn("a {% youtube b1 %} c", { budget: 100 }).told).toEqual([]);
  });

  test("is little for the name of a file", () => {
    expect(fillIn("[a]({% link b.md %})", { budget: 20 })).toMatchObject({ text: "[a](**/b.md)", told: [] });
  });

  test("is a step for each pair", () => {
    const pairs = "{% if a %}x{% endif %}".repeat(4);
    expect(fillIn(`${pairs}{{ a }}`, { globals: GLOBALS, budget: 5 }).text).toBe("xxxx1");
    expect(fillIn(`${pairs}{{ a }}`, { globals: GLOBALS, budget: 4 }).text).toBe("xxxx");
  });
});

describe("an end that closes nothing is told", () => {
  test.for([
    { source: "a {% endtoc %} b", text: "a  b" },
    { source: "a {% endyoutube c %} b", text: "a  b" },
    { source: "[a]({% endchart %})", text: "[a]()" },
  ])("$source is $text", ({ source, text }) => {
    expect(fillIn(source)).toMatchObject({ text, told: [expect.anything()] });
  });
});

test.for([
  // Only Liquid has pairs that choose.
  { generator: "hugo", source: "{{< if none >}}b{{< /if >}}", text: "b" },
  { generator: "hugo", source: "a{{< capture c >}}b{{< /capture >}}", text: "ab" },
  // No shortcode is an include, whatever it is called.
  { generator: "hugo", source: "a {{< included-b >}}", text: "a " },
  { generator: "jekyll", source: "a {% included-b %}", text: "a " },
  { generator: "jekyll", source: "{% chart b = 1 %}[{{ b }}]", text: "[]" },
  { generator: "jekyll", source: "a {% toc -%} b", text: "a b" },
  { generator: "jekyll", source: "a {% chart -%} b", text: "a b" },
  // What goes with a link that leads nowhere may end within a mark, or behind it.
  { generator: "jekyll", source: `<a href="{% chart %}/{{ "b" }}">c</a>`, text: '<a href="">c</a>' },
  { generator: "jekyll", source: "[c]({{ only.x -}} ) b", text: "c b" },
  { generator: "jekyll", source: "[a]({% if only.x %}b{% endif %}) c", text: "a c" },
  {
    generator: "jekyll",
    source: "{% highlight js %}\n{% img c.png alt='d' %}\n{% endhighlight %}",
    text: "```js\nd\n```\n",
  },
  {
    generator: "jekyll",
    source: "{% capture b %}{% img c.png alt='d' %}{% endcapture %}e {{ b }}",
    text: 'e <img src="c.png" alt="d">',
  },
] as const)("with $generator $source is '$text'", ({ generator, source, text }) => {
  expect(fillIn(source, { generator, globals: GLOBALS, includes: { "-b": "wrong" } }).text).toBe(text);
});

test("the publisher's own template for a pair comes before what it chooses", () => {
  const own = { if: "<b>{inner}</b>", assign: "A" };
  expect(fillIn("a {% if none %}b{% endif %}", { own }).text).toBe("a <b>b</b>");
  expect(fillIn("{% assign a = 1 %}{{ a }}", { own }).text).toBe("A");
});

describe("what a loop repeats is paid for", () => {
  test("by its length", () => {
    const source = `{% for i in (1..1000) %}${"x".repeat(1000)}{% endfor %}`;
    expect(fillIn(source, { budget: 100_000 }).text.length).toBeLessThan(100_000);
  });

  test("and what stands behind it is not", () => {
    const source = `{% for i in (1..2) %}x{% endfor %}${"y".repeat(10_000)}{% toc %}`;
    expect(fillIn(source, { budget: 5000 }).text).toBe(`xx${"y".repeat(10_000)}`);
  });
});
