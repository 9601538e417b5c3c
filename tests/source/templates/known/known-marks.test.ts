import { describe, expect, test } from "vitest";
import { fillIn } from "../fill/fill-in.ts";

const YOUTUBE = '<a href="https://www.youtube.com/watch?v=a1">Watch on YouTube</a>';

describe("an include is known by the file that it names", () => {
  test.for([
    { source: "b {% include yt id=a1 %}", text: `b ${YOUTUBE}` },
    { source: "b {% include sub/yt.html id=a1 %}", text: `b ${YOUTUBE}` },
    { source: "b {% include sub/deep/yt.v2 id=a1 %}", text: `b ${YOUTUBE}` },
    { source: 'b {% include "sub/yt.html" id=a1 %}', text: `b ${YOUTUBE}` },
    { source: "b {% include b.img.html path=c %}", text: 'b <img src="c" alt="">' },
    ...["include", "include_cached", "include_relative", "render", "partial", "renderFile", "import"].map(
      (name) => ({ source: `b {% ${name} 'c d.html' e %}`, text: "b C e" }),
    ),
    { source: "b {% myinclude 'c d.html' %}", text: "b " },
    { source: "b {% includes 'c d.html' %}", text: "b " },
    // Of none it has what it is given all the same.
    { source: "b {% include , c %}", text: "b none c" },
    { source: "b {% include %}", text: "b none " },
  ])("$source is $text", ({ source, text }) => {
    const own = { "include c d.html": "C {0}", "include ": "none {0}" };
    expect(fillIn(source, { own }).text).toBe(text);
  });

  test("but for Hugo, which has no such tag", () => {
    const own = { include: "A", "include b.html": "B" };
    expect(fillIn("{{< include b.html >}}", { generator: "hugo", own }).text).toBe("A");
  });

  test("and is told of by what it names, if that is nothing", () => {
    expect(fillIn("{% include %}").told).toEqual([expect.stringContaining('site.toml: "include " = "…"')]);
  });
});

describe("names mean something to Liquid alone", () => {
  const globals = { b: "a1" };
  test("in what a tag is given", () => {
    expect(fillIn("c {% youtube b %}", { globals }).text).toBe(`c ${YOUTUBE}`);
    const hugo = fillIn("c {{< youtube a1 >}}", { generator: "hugo", globals: { a1: "b" } });
    expect(hugo.text).toBe(`c ${YOUTUBE}`);
  });
});

describe("pairs whose inside is code", () => {
  test.for([
    "highlight",
    "codeblock",
    "prism",
    "prettify",
    "code",
    "code_block",
    "code-block",
    "my_code",
    "my-code",
    "my-code-block",
  ])("%s", (name) => {
    expect(fillIn(`{% ${name} js %}\na\n{% end${name} %}`).text).toBe("```js\na\n```\n");
  });

  test.for(["highlights", "myhighlight", "prettifyx", "xcode", "codex"])("but not %s", (name) => {
    expect(fillIn(`{% ${name} js %}a{% end${name} %}`)).toMatchObject({
      text: "a",
      told: [expect.anything()],
    });
  });

  test.for([
    { given: "", language: "" },
    { given: "lang:JS", language: "js" },
    { given: "'lang:js'", language: "js" },
    { given: "'language=js'", language: "js" },
    { given: "'x-lang:js'", language: "" },
    { given: "ruby lang=js", language: "js" },
    { given: "ruby language=js", language: "js" },
  ])("in the language '$language' by $given", ({ given, language }) => {
    expect(fillIn(`{% highlight ${given} %}\na\n{% endhighlight %}`).text).toBe(
      `\`\`\`${language}\na\n\`\`\`\n`,
    );
  });
});

describe("other pairs", () => {
  test.for([
    {
      source: "b {% figure src=c.png %}d{% endfigure %}",
      text: 'b <img src="c.png" alt="">',
    },
    { source: "b {% img src=c.png %}d{% endimg %}", text: 'b <img src="c.png" alt="">' },
    { source: "b {% img c.png %}d{% endimg %}", text: "b d" },
    { source: "b {% youtube a1 %}d{% endyoutube %}", text: `b ${YOUTUBE}` },
    { source: "b {% detailsx %}d{% enddetailsx %}", text: "b d" },
  ])("$source is $text", ({ source, text }) => {
    expect(fillIn(source).text).toBe(text);
  });
});

describe("a file is named in whatever folder it lies", () => {
  test.for([
    { mark: "{% link b.md %}", target: "**/b.md" },
    { mark: "{% link 'b.md' %}", target: "**/b.md" },
    { mark: '{% link "b.md" %}', target: "**/b.md" },
    { mark: "{% link //b/ %}", target: "**/b" },
    { mark: "{% link ./../b.md %}", target: "**/../b.md" },
    { mark: "{% link b//#c %}", target: "**/b#c" },
    { mark: "{% link '#b' %}", target: "#b" },
    { mark: "{% link b.md# %}", target: "**/b.md#" },
  ])("by $mark: $target", ({ mark, target }) => {
    expect(fillIn(`[a](${mark})`)).toMatchObject({ text: `[a](${target})`, told: [] });
  });

  test("or a place of the article itself", () => {
    expect(fillIn("a {% link '#b' %}").text).toBe('a <a href="#b">#b</a>');
  });

  test("also with spaces around it", () => {
    expect(fillIn('[a]({{< ref " b.md " >}})', { generator: "hugo" }).text).toBe("[a](**/b.md)");
  });

  test.for(["{% link / %}", "{% link %}", "{% link b c %}", "{% link b'c.md %}", "{% link b<c.md %}"])(
    "%s names none",
    (mark) => {
      expect(fillIn(`[a](${mark}) d`)).toMatchObject({ text: "a d", told: [expect.anything()] });
    },
  );
});

describe("a tag that only sounds like a known one is told", () => {
  test.for([
    "{% reassign b %}",
    "{% assigned b %}",
    "{% mytoc %}",
    "{% tocs %}",
    "{% fromage %}",
    "{% ref b.md %}",
    "{% param b %}",
    "{% post_urls b %}",
  ])("%s", (mark) => {
    const { text, told } = fillIn(`a ${mark} b`, { param: () => "found" });
    expect([text, told.length]).toEqual(["a  b", 1]);
  });

  test.for(["increment b", "decrement b", "toc", "flush", "layout b", "extends b", "from b", "continue"])(
    "but {% %s %} says nothing",
    (inside) => {
      expect(fillIn(`a {% ${inside} %} b`)).toMatchObject({ text: "a  b", told: [] });
    },
  );

  test("a parameter without a name is none", () => {
    const param = (name: string) => (name === "" ? null : `value of ${name}`);
    expect(fillIn("a {{< param >}}", { generator: "hugo", param }).told).toHaveLength(1);
  });
});
