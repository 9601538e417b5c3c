import { describe, expect, test } from "vitest";
import { fillIn } from "./fill-in.ts";

const WHAT = "write what it stands for, or say it under [templates] in site.toml";

describe("what only the generator knows is left out, and told once with its place", () => {
  test.for([
    {
      source: "a {{ only.x }} b {{ only.x }}",
      text: "a  b ",
      told: [
        "2: contains {{ only.x }}, whose value only the generator knows, so it was left out; write the value itself",
      ],
    },
    {
      source: "a {% chart b %} c",
      text: "a  c",
      told: [
        `2: contains {% chart b %}, which only the generator can fill in, so it was left out; ${WHAT}: chart = "…"`,
      ],
    },
    {
      source: "a {% chart %}b{% endchart %} c",
      text: "a b c",
      told: [
        `2: contains {% chart %}, which only the generator can fill in, so only the text inside it was kept; ${WHAT}: chart = "…"`,
      ],
    },
    {
      source: "a {% endchart %} b",
      text: "a  b",
      told: [
        `2: contains {% endchart %}, which only the generator can fill in, so it was left out; ${WHAT}: chart = "…"`,
      ],
    },
    {
      source: "a {% include b.html %} c",
      text: "a  c",
      told: [
        `2: contains {% include b.html %}, which only the generator can fill in, so it was left out; ${WHAT}: "include b.html" = "…"`,
      ],
    },
    {
      source: "a {{ b",
      text: "a  b",
      told: [
        "2: contains {{, which opens a mark that nothing closes, and which was left out; close it, or remove it",
      ],
    },
    { source: "a {% comment %}b{% endcomment %} c", text: "a  c", told: [] },
    { source: "{% assign a = 1 %}{% cycle 'x' %}{% seo %}{% break %}b", text: "b", told: [] },
    { source: 'a {% quote text="b c" %} d', text: "a b c d", told: [expect.stringContaining("{% quote")] },
    { source: 'a {% x quote="b" %} d', text: "a b d", told: [expect.stringContaining("{% x")] },
    { source: 'a {% x content="b" %} d', text: "a b d", told: [expect.stringContaining("{% x")] },
  ])("$source", ({ source, text, told }) => {
    expect(fillIn(source)).toMatchObject({ text, told });
  });

  test("in one line, and short", () => {
    const long = `{{ only.x | append:\n '${"y".repeat(100)}' }}`;
    expect(fillIn(long).told).toEqual([
      `0: contains {{ only.x | append: '${"y".repeat(39)} … yyyyyyyyyyy' }}, whose value only the generator knows, so it was left out; write the value itself`,
    ]);
    const short = `{{ only.${"x".repeat(80 - 11)} }}`;
    expect(fillIn(short).told[0]).toContain(`contains ${short}, whose`);
  });
});

describe("what is known is filled in", () => {
  test.for([
    { source: "{% highlight js %}\na {{ b }}\n{% endhighlight %}", text: "```js\na x\n```\n" },
    { source: "{% codeblock lang:ruby %}\na\n{% endcodeblock %}", text: "```ruby\na\n```\n" },
    { source: "{% prism lang=JS %}\na\n{% endprism %}", text: "```js\na\n```\n" },
    { source: "{% my-code language='c' %}\na\n{% endmy-code %}", text: "```c\na\n```\n" },
    {
      source: "{% details Tide %}a{% enddetails %}",
      text: "<details><summary><i>Tide</i></summary>\n\na\n\n</details>\n\n",
    },
    {
      source: "{% collapse title='T' %}a{% endcollapse %}",
      text: "<details><summary><i>T</i></summary>\n\na\n\n</details>\n\n",
    },
    {
      source: "{% details summary='S' title='T' %}a{% enddetails %}",
      text: "<details><summary><i>S</i></summary>\n\na\n\n</details>\n\n",
    },
    { source: "{% figure %}a{% endfigure %}", text: "<figure>\n\na\n\n</figure>\n\n" },
    {
      source: "{% figure caption='C' %}a{% endfigure %}",
      text: "<figure>\n\na\n\n<figcaption><i>C</i></figcaption></figure>\n\n",
    },
    {
      source: "{% figure title='T' %}a{% endfigure %}",
      text: "<figure>\n\na\n\n<figcaption><i>T</i></figcaption></figure>\n\n",
    },
    { source: "a {% post_url 2015-01-01-x %}", text: 'a <a href="**/2015-01-01-x">2015-01-01-x</a>' },
    { source: "[a]({% link /_posts/b.md %}#c)", text: "[a](**/_posts/b.md#c)" },
    { source: "[a]({% post_url ./b/ %})", text: "[a](**/b)" },
    { source: "[a]({% link '#b' %})", text: "[a](#b)" },
    {
      source: "a {% youtube b1 %}",
      text: 'a <a href="https://www.youtube.com/watch?v=b1">Watch on YouTube</a>',
    },
    { source: "a {% img c.png %}", text: 'a <img src="c.png" alt="">' },
    {
      source: "c {% include youtube id=a1 %}",
      text: 'c <a href="https://www.youtube.com/watch?v=a1">Watch on YouTube</a>',
    },
    {
      source: "c {% include sub/deep/youtube.html id=a1 %}",
      text: 'c <a href="https://www.youtube.com/watch?v=a1">Watch on YouTube</a>',
    },
    {
      source: "c {% include 'sub/youtube.v2' id=a1 %}",
      text: 'c <a href="https://www.youtube.com/watch?v=a1">Watch on YouTube</a>',
    },
    {
      source: "c {% youtube id=a1 %}d{% endyoutube %}",
      text: 'c <a href="https://www.youtube.com/watch?v=a1">Watch on YouTube</a>',
    },
    { source: "[a]({% post_url ././/b// %})", text: "[a](**/b)" },
    { source: "{% highlight 'lang=js' %}\na\n{% endhighlight %}", text: "```js\na\n```\n" },
    { source: "{% highlight 'language:C' %}\na\n{% endhighlight %}", text: "```c\na\n```\n" },
    { source: "{% highlight xlang=js %}\na\n{% endhighlight %}", text: "```\na\n```\n" },
    {
      source: "{% details %}a{% enddetails %}",
      text: "<details><summary><i></i></summary>\n\na\n\n</details>\n\n",
    },
    { source: "{{ b }}", text: "x" },
    { source: "a {{- b -}} c", text: "axc" },
  ])("$source is $text", ({ source, text }) => {
    expect(fillIn(source, { globals: { b: "x" } })).toMatchObject({ text, told: [] });
  });

  test.for([
    { source: '[a]({{< ref "b.md" >}})', text: "[a](**/b.md)", told: 0 },
    { source: '[a]({{< relref path="b.md" >}})', text: "[a](**/b.md)", told: 0 },
    { source: "a {{< param b.c >}}", text: "a value of b.c", told: 0 },
    { source: "a {{< param none >}}", text: "a ", told: 1 },
    { source: "[a]({{< ref `` >}}) b", text: "a b", told: 1 },
    { source: '[a]({{< ref "b c" >}}) d', text: "a d", told: 1 },
    { source: "a {{< post_url b >}}", text: "a ", told: 1 },
    { source: "a {{< myref b.md >}}", text: "a ", told: 1 },
    { source: "a {{< refs b.md >}}", text: "a ", told: 1 },
    { source: "{{< highlight go >}}\nx\n{{< /highlight >}}", text: "```go\nx\n```\n", told: 0 },
    { source: "`{{</* a */>}}`", text: "`{{< a >}}`", told: 0 },
  ])("of Hugo: $source is $text", ({ source, text, told }) => {
    const param = (name: string) => (name === "none" ? null : `value of ${name}`);
    const found = fillIn(source, { generator: "hugo", param });
    expect([found.text, found.told.length]).toEqual([text, told]);
  });
});

describe("the publisher's own templates", () => {
  const own = {
    badge: '<b title="{title}">{0}</b>',
    words: "say {0}, {1}",
    box: "<div>\n\n{inner}\n\n</div>",
    "include b.html": "B",
    "include c": "C",
    odd: "<i>{9}{absent}</i>",
    spaced: "  <b>{0}</b>\n \n<i></i>  ",
    tenth: "{10}",
    profile: "<a>{0} {1}</a>",
    "include b.c": "BC",
    sized: "<b>{h1}</b>",
    twice: "<i>{inner}</i>{inner}!",
    undefined: "U",
    upcase: "OWN",
    within: "x <div>{inner}</div>",
  };
  test.for([
    { source: "a {% badge 'x <y>' title=z %}", text: 'a <b title="z">x &lt;y&gt;</b>' },
    { source: "a {% include c.html %}", text: "a C" },
    { source: "a {% words x y %}", text: "a say x, y" },
    { source: "{% box %}x{% endbox %}", text: "<div>\n\n\nx\n\n\n</div>\n\n" },
    { source: "a {% include b.html %}", text: "a B" },
    { source: "a {% include b.md %}", text: "a " },
    { source: "a {% odd %}", text: "a <i></i>" },
    { source: "a {% spaced x %}", text: "a <b>x</b>\n<i></i>" },
    { source: "a {% tenth 0 1 2 3 4 5 6 7 8 9 x %}", text: "a x" },
    { source: "a {{ 'x' | profile:  ( 'y' ) }}", text: "a <a>x y</a>" },
    { source: "a {{ 'x' | my profile }}", text: "a " },
    { source: "a {{ 'x' | -profile }}", text: "a " },
    { source: "a {{ 'x'|profile }}", text: "a <a>x </a>" },
    { source: "a {{ 'x' |  profile }}", text: "a <a>x </a>" },
    { source: "a {{ 'x' | profile('y(z') }}", text: "a <a>x y(z</a>" },
    { source: "a {{ 'x' | profile('y)z') }}", text: "a <a>x y)z</a>" },
    { source: "a {% include b.c.html %}", text: "a BC" },
    { source: "a {{ 'x' | upcase }}", text: "a X" },
    { source: "{% within %}a{% endwithin %}", text: "x <div>a</div>" },
    { source: "a {% sized h1=x %}", text: "a <b>x</b>" },
    { source: "a {% twice %}x{% endtwice %}", text: "a <i>x</i>!" },
    { source: "a {% chart %}", text: "a " },
    { source: '<i title="{% sized h1=x %}">', text: '<i title="">' },
    { source: "a {{ 'x' | profile: 'y' }}", text: "a <a>x y</a>" },
    { source: "a {{ 'x' | upcase | profile('y') }}", text: "a <a>X y</a>" },
    { source: "a {{ only.x | profile }}", text: "a " },
    { source: "a {{ profile }}", text: "a " },
    { source: "a {% badge 'x\n  y' %}", text: 'a <b title="">x y</b>' },
  ])("$source is $text", ({ source, text }) => {
    expect(fillIn(source, { own }).text).toBe(text);
  });
});

describe("includes", () => {
  const includes = {
    "a.html": "  <p>{{ include.x }}</p>\n\n\n  <p>b</p>\n",
    "a.md": "\n  *{{ include.x }}*\n\n  b\n",
    "pre.html": "\n<pre>\n\n  a</pre>\n",
    "part.html": "a {{ only.x }}",
    "self.html": "x{% include self.html %}",
    "/posts/near.html": "near",
    "/top.html": "top",
    "sub/c.html": "c",
    "outer.html": "{% include sub/c.html x='2' %}{{ include.x }}",
    "b.markdown": "a\n\n  b\n",
    "spaced.html": "a \t \nb",
  };
  test.for([
    { source: "{% include a.html x='1' %}", text: "<p>1</p>\n<p>b</p>", told: 0 },
    { source: "{% include a.md x='1' %}", text: "*1*\n\n  b", told: 0 },
    { source: "{% include pre.html %}", text: "<pre>\n\n  a</pre>", told: 0 },
    { source: "{% include /sub/c.html %}", text: "c", told: 0 },
    { source: "{% include //sub/c.html %}", text: "c", told: 0 },
    { source: "{% include outer.html x='1' %}", text: "c1", told: 0 },
    { source: "{% include b.markdown %}", text: "a\n\n  b", told: 0 },
    { source: "{% include spaced.html %}", text: "a\nb", told: 0 },
    { source: "{% include sub/c.html %}".repeat(12), text: "c".repeat(12), told: 0 },
    { source: "{% include_cached 'sub/c.html' %}", text: "c", told: 0 },
    { source: "{% include_relative near.html %}", text: "near", told: 0 },
    { source: "{% include near.html %}", text: "", told: 1 },
    { source: "{% include constructor %}", text: "", told: 1 },
    { source: "{% include self.html %}", text: "x".repeat(8), told: 1 },
    { source: "{% include a.html x='1' %}[{{ include.x }}]", text: "<p>1</p>\n<p>b</p>[]", told: 1 },
  ])("$source is $text", ({ source, text, told }) => {
    const found = fillIn(source, { includes, folder: "posts" });
    expect([found.text, found.told.length]).toEqual([text, told]);
  });

  test("lie beside the article at the top too", () => {
    expect(fillIn("{% include_relative top.html %}", { includes }).text).toBe("top");
  });

  test("that lose a part are told so", () => {
    expect(fillIn("{% include part.html %}", { includes })).toMatchObject({
      text: "a",
      told: [
        `0: contains {% include part.html %}, which only the generator can fill in, so a part of it was left out; ${WHAT}: "include part.html" = "…"`,
      ],
    });
  });
});

describe("in a folder of no generator only what means the same everywhere counts", () => {
  const common = (source: string, own = {}) => fillIn(source, { generator: null, own });
  test.for([
    { source: "[a]({% post_url 2015-01-01-x %})", text: "[a](**/2015-01-01-x)" },
    { source: "[a]({% link _posts/b.md %})", text: "[a](**/_posts/b.md)" },
    { source: "{% link to nothing %}", text: "{% link to nothing %}" },
    { source: '[a]({{< ref "b.md" >}})', text: "[a](**/b.md)" },
    { source: "{% highlight js %}\nx\n{% endhighlight %}", text: "```js\nx\n```\n" },
    { source: "{% highlight js %}", text: "{% highlight js %}" },
    { source: "{% endhighlight %}", text: "{% endhighlight %}" },
    { source: "{{ page.title }} {% if a %}b{% endif %}", text: "{{ page.title }} {% if a %}b{% endif %}" },
    { source: "{{ '/a' | relative_url }}", text: "/a" },
    { source: "{{ '/a' | absolute_url }}", text: "https://quay.example/a" },
    { source: "{{ '/a' | append: '/b c' }}", text: "/a/b c" },
    { source: '{{"/a"|prepend:"x"}}', text: "x/a" },
    { source: "{{ x'/a' | relative_url }}", text: "{{ x'/a' | relative_url }}" },
    { source: "{{ '/a' | relative_url | upcase }}", text: "{{ '/a' | relative_url | upcase }}" },
    { source: "{{< link a.md >}}", text: "{{< link a.md >}}" },
    { source: "{% links a.md %}", text: "{% links a.md %}" },
    { source: "{% link a.md b %}", text: "{% link a.md b %}" },
    { source: "[a]({% link 'b.md' %})", text: "[a](**/b.md)" },
    { source: "{{ 'a' }}", text: "{{ 'a' }}" },
    { source: "{{ 'a' | upcase }}", text: "{{ 'a' | upcase }}" },
    {
      source: "a {{< youtube b1 >}}",
      text: 'a <a href="https://www.youtube.com/watch?v=b1">Watch on YouTube</a>',
    },
    { source: "a {{< chart b >}}", text: "a {{< chart b >}}" },
    { source: "`{% post_url x %}` [a]({% post_url y %})", text: "`{% post_url x %}` [a](**/y)" },
    { source: "```\n{% post_url x %}\n```", text: "```\n{% post_url x %}\n```" },
    { source: "{% raw %}{{ a }}{% endraw %}", text: "{{ a }}" },
    { source: "`{% raw %}` and `{% endraw %}`", text: "`{% raw %}` and `{% endraw %}`" },
    { source: "`{% raw %}` and `{% endraw %}` {{ '/a' | url }}", text: "`{% raw %}` and `{% endraw %}` /a" },
    { source: "{% raw %}x{% endraw %} {{ '/`a' | url }} `", text: "x /`a `" },
    { source: "{{ a", text: "{{ a" },
    { source: "{{ '/a' | append: \"/bc\" }}", text: "/a/bc" },
  ])("$source is $text", ({ source, text }) => {
    expect(common(source).text).toBe(text);
  });

  test("and what the publisher gives a meaning", () => {
    const own = { chart: "CHART", "include b.html": "B" };
    expect(common("{% include , b.html %}", own).text).toBe("{% include , b.html %}");
    expect(common("{% include %}", { "include ": "NONE" }).text).toBe("NONE");
    expect(
      common("{{< chart b >}} {% chart %} {% include b.html %} {% include c.html %}", own),
    ).toMatchObject({
      text: "CHART CHART B {% include c.html %}",
    });
  });

  test("and what is left of the text has blanks in the place of the others", () => {
    expect(common("a {% post_url x %} {{ b }}").rest).toBe(
      `a ${" ".repeat("{% post_url x %}".length)} {{ b }}`,
    );
    expect(common("{% highlight js %}\nx {{ y }}\n{% endhighlight %} {{ b }}").rest.trim()).toBe("{{ b }}");
  });
});

describe("a picture in code is its words", () => {
  test.for([
    { source: "{% details T %}\n`{% img c.png alt='d' %}`\n{% enddetails %}", text: "`d`" },
    { source: "{% xhighlight %}\n`{% img c.png alt='d' %}`\n{% endxhighlight %}", text: "`d`" },
    { source: "{% highlightx %}\n`{% img c.png alt='d' %}`\n{% endhighlightx %}", text: "`d`" },
    { source: "`a`{% img c.png alt='d' %}", text: '`a`<img src="c.png" alt="d">' },
    { source: "e {% img c.png alt='d' %} `a`", text: 'e <img src="c.png" alt="d"> `a`' },
  ])("$source", ({ source, text }) => {
    expect(fillIn(source).text).toContain(text);
  });

  test("and a pair of code is as long as its text", () => {
    const source = "{% highlight js %}{{ b }}{% endhighlight %} c";
    expect(fillIn(source).rest).toBe(`${" ".repeat(source.length - 1)}c`);
    expect(fillIn("{% highlight js %} a").text).toBe(" a");
  });
});

describe("in HTML and in words", () => {
  test("signs of code are none among words", () => {
    const source = "<code>{{ '/a' | url }}</code> `{{ '/a' | url }}`";
    expect(fillIn(source, { generator: null, kind: "plain" }).text).toBe("<code>/a</code> `/a`");
  });

  test.for([
    {
      kind: "html",
      source: "<code>{{ b }}</code> {% img c.png %}",
      text: '<code>x</code> <img src="c.png" alt="">',
    },
    { kind: "html", source: "<pre>{% img c.png alt='d' %}</pre>", text: "<pre>d</pre>" },
    { kind: "plain", source: "a {% ref b %} {% param c %}", text: "a  " },
    { kind: "plain", source: "a {{ b }} {% img c.png alt='d' %}", text: "a x d" },
    { kind: "plain", source: "a {% details T %}c{% enddetails %}", text: "a c" },
  ] as const)("of $kind: $source is $text", ({ kind, source, text }) => {
    expect(fillIn(source, { kind, globals: { b: "x" } }).text).toBe(text);
  });
});
