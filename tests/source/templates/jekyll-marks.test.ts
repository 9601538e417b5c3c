import { describe, expect, test } from "vitest";
import type { Around } from "./filled.ts";
import { filled } from "./filled.ts";

const jekyll: Around = { generator: "jekyll", path: "_posts/2025-07-01-lock.md" };
const HEAD = "---\ntitle: Lock\nsub: at sea\nlist: [a, b]\nbig: 12\n---\n";

function html(text: string, around: Around = {}): string {
  return filled(HEAD + text, { ...jekyll, ...around }).html;
}

describe("values", () => {
  test.for([
    { mark: "{{ page.sub }}", is: "at sea" },
    { mark: "{{page.sub}}", is: "at sea" },
    { mark: '{{ page["sub"] }}', is: "at sea" },
    { mark: "{{ page.list[1] }}", is: "b" },
    { mark: "{% assign at = 1 %}{{ page.list[at] }}", is: "b" },
    { mark: "x{{ page.table[page.sub][0] }}x", is: "xx" },
    { mark: "{{ page.list.first }}", is: "a" },
    { mark: "{{ page.list.size }}", is: "2" },
    { mark: "{{ page.title }}", is: "Lock" },
    { mark: "{{ page.absent }}", is: "" },
    { mark: "{{ site.title }}", is: "The Quay" },
    { mark: "x{{ site.baseurl }}x", is: "xx" },
    { mark: '{{ "}} in quotes" }}', is: "}} in quotes" },
    { mark: "{{ page.sub | upcase | append: '!' }}", is: "AT SEA!" },
    { mark: "{{ page.sub | replace: 'sea', 'land' }}", is: "at land" },
    { mark: "{{ page.list | join: ', ' }}", is: "a, b" },
    { mark: "{{ 'a,b' | split: ',' | last }}", is: "b" },
    { mark: "{{ page.absent | default: 'none' }}", is: "none" },
    { mark: "{{ page.big | divided_by: 5 }}", is: "2" },
    { mark: "{{ page.date | date: '%-d %B %Y' }}", is: "1 July 2025" },
    { mark: "{{ page.date | date_to_string }}", is: "01 Jul 2025" },
    { mark: '{{ "/x" | relative_url }}', is: "/x" },
    { mark: '{{ "x" | relative_url }}', is: "/x" },
    { mark: "{{ 'a b' | slugify }}", is: "a-b" },
    { mark: "{{ '<b>x</b>' | strip_html }}", is: "x" },
    { mark: "{{ page.list | jsonify }}x", is: "x" },
    { mark: "{{- page.sub -}}", is: "at sea" },
  ])("$mark is $is", ({ mark, is }) => {
    expect(html(`(${mark})`)).toBe(`<p>(${is})</p>`);
  });

  test("of data files and of the generator's settings are known", () => {
    const around = { data: { people: { ana: { name: "Ana Holm" } } }, config: { motto: "Wait" } };
    expect(html("{{ site.data.people.ana.name }}: {{ site.motto }}", around)).toBe("<p>Ana Holm: Wait</p>");
  });

  test.for([
    "{{ page.url }}",
    "{{ page.previous.title }}",
    "{{ site.time }}",
    "{{ site.posts.size }}",
    "{{ 'now' | date: '%Y' }}",
    "{{ page.list | sample }}",
    "{{ page.sub | shout }}",
    "{{ content }}",
    "{{ __proto__ }}",
    "{{ site.constructor.name }}",
    "{{ a + b }}",
  ])("%s is known to Jekyll alone: left out, and told", (mark) => {
    expect(filled(`${HEAD}A ${mark} b`, jekyll)).toMatchObject({
      html: "<p>A  b</p>",
      told: [`7: contains ${mark}, whose value only the generator knows, so it was left out`],
    });
  });
});

describe("links", () => {
  test.for([
    { name: "an article by its file's name", mark: "{% post_url 2015-01-01-x %}", leads: "**/2015-01-01-x" },
    { name: "one in a folder", mark: "{% post_url /sea/2015-01-01-x %}", leads: "**/sea/2015-01-01-x" },
    { name: "a file", mark: "{% link _posts/2015-01-01-x.md %}", leads: "**/_posts/2015-01-01-x.md" },
    {
      name: "an article behind the site's URL",
      mark: "{{ site.url }}{{ site.baseurl }}{% post_url 2015-01-01-x %}#y",
      leads: "**/2015-01-01-x#y",
    },
    { name: "a path", mark: "{{ site.baseurl }}/about", leads: "/about" },
    { name: "a path through a filter", mark: '{{ "/about" | relative_url }}', leads: "/about" },
    { name: "a whole URL", mark: '{{ "/about" | absolute_url }}', leads: "https://quay.example/about" },
    { name: "a path with what Markdown ends at", mark: "{{ '/a (b)' }}", leads: "/a%20%28b%29" },
  ])("lead to $name", ({ mark, leads }) => {
    const link = `<p><a href="${leads}">x</a></p>`;
    expect(html(`[x](${mark})`)).toBe(link);
    expect(html(`<p><a href="${mark}">x</a></p>`).replaceAll(" (b)", "%20%28b%29")).toBe(link);
  });

  test.for([
    { name: "in Markdown", text: "[the *x*]({{ page.url }}#y) b", is: "<p>the <em>x</em> b</p>" },
    { name: "with a title", text: '[x]({{ page.url }} "T") b', is: "<p>x b</p>" },
    { name: "of an image", text: "![x]({{ page.url }}/a.png) b", is: "<p>x b</p>" },
    {
      name: "of an image in a link",
      text: "[![x](a.png)]({{ page.url }})",
      is: '<p><img src="a.png" alt="x" /></p>',
    },
    { name: "in HTML", text: '<a href="{{ page.url }}#y">x</a> b', is: "<p><a>x</a> b</p>" },
    { name: "behind others", text: '<a href="/a{{ page.url }}">x</a> b', is: "<p><a>x</a> b</p>" },
    { name: "of a picture in HTML", text: '<img alt="x" src="{{ page.url }}/a.png"> b', is: "<p>x b</p>" },
  ])("that lead to what nobody knows keep their text: $name", ({ text, is }) => {
    expect(html(text)).toBe(is);
  });
});

describe("what only looks like a tag", () => {
  test.for([
    { name: "a sign", text: "1 <y and {% youtube a %}", is: "1 &lt;y and <a" },
    {
      name: "a tag of another paragraph",
      text: 'a <b c="\n\n{% youtube a %}',
      is: '<p>a &lt;b c="</p>\n<p><a',
    },
    { name: "a tag without an attribute", text: "<b {{ page.absent }}>x</b>", is: "<p><b>x</b></p>" },
  ])("changes nothing: $name", ({ text, is }) => {
    expect(html(text)).toContain(is);
  });
});

describe("code", () => {
  test("of highlight is a fence with its language", () => {
    expect(
      html("{% highlight js linenos %}\nlet a = `{{ page.sub }}`;\n\n```\n{% endhighlight %}\nText"),
    ).toBe('<pre><code class="language-js">let a = `at sea`;\n\n```\n</code></pre>\n<p>Text</p>');
  });

  test("in a list stays in its item", () => {
    expect(html("- a\n\n  {% highlight ruby %}\nputs 1\n\n  puts 2\n  {% endhighlight %}\n- b")).toContain(
      '<pre><code class="language-ruby">puts 1\n\n  puts 2\n</code></pre>',
    );
  });

  test("below HTML is code all the same", () => {
    expect(html("<div>\n{% highlight js %}\na\n{% endhighlight %}\n</div>")).toContain(
      '<pre><code class="language-js">a\n</code></pre>',
    );
  });

  test.for([
    {
      name: "raw in a fence",
      text: "```\n{% raw %}{{ x }}{% endraw %}\n```",
      is: "<pre><code>{{ x }}\n</code></pre>",
    },
    {
      name: "raw around a fence",
      text: "{% raw %}\n```\n{{ x }}\n```\n{% endraw %}",
      is: "<pre><code>{{ x }}\n</code></pre>",
    },
    { name: "raw in a span", text: "`{% raw %}{% for %}{% endraw %}`", is: "<p><code>{% for %}</code></p>" },
    { name: "a value", text: "`{{ page.sub }}`", is: "<p><code>at sea</code></p>" },
    {
      name: "what would be HTML",
      text: "`a {% include youtube.html id='x' %} b`",
      is: "<p><code>a  b</code></p>",
    },
    { name: "what nobody knows", text: "`a {{ content }} b`", is: "<p><code>a  b</code></p>" },
  ])("is worked on too: $name", ({ text, is }) => {
    expect(html(text)).toBe(is);
  });
});

test.for([
  {
    name: "a pair",
    text: '> {% figure caption:"C" %}\n> ![x](/a.png)\n> {% endfigure %}\n> end',
    is: '<blockquote>\n<figure>\n<p><img src="/a.png" alt="x" /></p>\n<figcaption>C</figcaption></figure>\n<p>end</p>\n</blockquote>',
  },
  {
    name: "a picture with a caption",
    text: "> {% include image.html url='/a.png' caption='C' %}\n> end",
    is: '<blockquote>\n<figure><img src="/a.png" alt="" /><figcaption>C</figcaption></figure>\n<p>end</p>\n</blockquote>',
  },
  {
    name: "code",
    text: "> {% highlight js %}\n> a\n>\n>  b\n> {% endhighlight %}\n> end",
    is: '<blockquote>\n<pre><code class="language-js">a\n\n b\n</code></pre>\n<p>end</p>\n</blockquote>',
  },
])("$name in a quote stays in it", ({ text, is }) => {
  expect(html(text)).toBe(is);
});

describe("pictures, players and others", () => {
  test.for([
    { mark: "{% img left /a.png 100 100 'T' 'An alt' %}", is: '<img src="/a.png" alt="An alt" />' },
    { mark: '{% image "a.png" "An alt" %}', is: '<img src="a.png" alt="An alt" />' },
    { mark: '{% include image.html url="/a.png" alt="An alt" %}', is: '<img src="/a.png" alt="An alt" />' },
    { mark: '{% include image.html url=page.absent file="/a.png" %}', is: '<img src="/a.png" alt="" />' },
    {
      mark: '{% include figure image_path="/a.png" caption="*C*" %}',
      is: '<figure><img src="/a.png" alt="" /><figcaption><em>C</em></figcaption></figure>',
    },
    {
      mark: '{% include image.html\n  url="{{ site.baseurl }}/a.png"\n  caption="it\'s" %}',
      is: '<figure><img src="/a.png" alt="" /><figcaption>it\'s</figcaption></figure>',
    },
    {
      mark: '{% figure caption:"**C**" %}\n![x](/a.png)\n{% endfigure %}',
      is: '<figure>\n<p><img src="/a.png" alt="x" /></p>\n<figcaption><strong>C</strong></figcaption></figure>',
    },
    { mark: "{% youtube abc %}", is: '<a href="https://www.youtube.com/watch?v=abc">Watch on YouTube</a>' },
    {
      mark: '{% include youtubePlayer.html id="abc" %}',
      is: '<a href="https://www.youtube.com/watch?v=abc">Watch on YouTube</a>',
    },
    {
      mark: '{% include video id="7" provider="vimeo" %}',
      is: '<a href="https://vimeo.com/7">Watch on Vimeo</a>',
    },
    {
      mark: "{% gist ana/12ab %}",
      is: '<a href="https://gist.github.com/ana/12ab">See the code on GitHub</a>',
    },
    { mark: "{% audio /a.mp3 %}", is: '<audio controls src="/a.mp3"></audio>' },
    { mark: "{% comment %} {{ x }} {% endcomment %}", is: "" },
    { mark: "{% if page.sub == 'at sea' and page.big > 3 %}y{% else %}n{% endif %}", is: "y" },
    { mark: "{% unless page.absent %}y{% endunless %}", is: "y" },
    { mark: "{% case page.big %}{% when 1 %}a{% when 12, 13 %}b{% else %}c{% endcase %}", is: "b" },
    { mark: "{% for x in page.list reversed %}{{ x }}{{ forloop.index }}{% endfor %}", is: "b1a2" },
    { mark: "{% for i in (1..3) %}{{ i }}{% endfor %}", is: "123" },
    { mark: "{% assign x = page.sub | upcase %}{{ x }}", is: "AT SEA" },
    { mark: "{% capture x %}<{{ page.sub }}>{% endcapture %}{{ x | size }}", is: "8" },
    { mark: "{% for x in page.list %}{% if x == 'b' %}{{ x }}{% endif %}{% endfor %}", is: "b" },
  ])("$mark", ({ mark, is }) => {
    const { html: made, told } = filled(`${HEAD}Before\n\n${mark}\n\nBehind`, jekyll);
    expect(told).toEqual([]);
    const block = is === "" || is.startsWith("<figure") ? is : `<p>${is}</p>`;
    expect(made).toBe(["<p>Before</p>", block, "<p>Behind</p>"].filter((one) => one !== "").join("\n"));
  });

  test.for([
    {
      name: "a loop",
      text: "A {% for p in site.posts %}{{ p.title }}{% endfor %} b",
      is: "A  b",
      told: "{% for p in site.posts %}, which only the generator can work out, so it was left out up to its end",
    },
    {
      name: "a condition",
      text: "A {% if site.time %}x{% else %}y{% endif %} b",
      is: "A  b",
      told: "{% if site.time %}, which only the generator can work out, so it was left out up to its end",
    },
    {
      name: "an unknown pair",
      text: "A {% box %}*x*{% endbox %} b",
      is: "A <em>x</em> b",
      told: "{% box %}, which only the generator can fill in, so only the text inside it was kept",
    },
    {
      name: "an unknown tag",
      text: "A {% box 1 %} b",
      is: "A  b",
      told: "{% box 1 %}, which only the generator can fill in, so it was left out",
    },
    {
      name: "an include",
      text: "A {% include note.html %} b",
      is: "A  b",
      told: "{% include note.html %}, which only the generator can fill in, so it was left out",
    },
    {
      name: "an include with words",
      text: "A {% include quote.html by='x' quote='*q*' %} b",
      is: "A <em>q</em> b",
      told: "{% include quote.html by='x' quote='*q*' %}, which only the generator can fill in, so it was left out",
    },
    {
      name: "a mark that never ends",
      text: "A {{ b",
      is: "A  b",
      told: "{{, which opens a mark that nothing closes, and which was left out",
    },
    {
      name: "an end without a beginning",
      text: "A {% endbox %} b",
      is: "A  b",
      told: "{% endbox %}, which only the generator can fill in, so it was left out",
    },
  ])("$name goes, and is told once with its line", ({ text, is, told }) => {
    expect(filled(`${HEAD}\n${text}\n\n${text}`, jekyll)).toMatchObject({
      html: `<p>${is}</p>\n<p>${is}</p>`,
      told: [`8: contains ${told}`],
    });
  });

  test("what nests a hundredfold and more still comes to an end", () => {
    const text = `${"{% if page.sub %}".repeat(3000)}x${"{% endif %}".repeat(3000)}`;
    expect(html(text)).toBe("<p>x</p>");
  });

  test("what grows without end is cut off", () => {
    const doubling = `{% assign a = 'xxxxxxxxxx' %}${"{% assign a = a | append: a %}".repeat(60)}{{ a }}`;
    expect(html(`A ${doubling} b`)).toBe("<p>A  b</p>");
    const loops = `${"{% for a in (1..1000) %}".repeat(6)}x${"{% endfor %}".repeat(6)}`;
    expect(html(loops).length).toBeLessThan(2_000_000);
  });
});

describe("an include brings in its text", () => {
  const includes = {
    "note.html": '<aside>\n\n    <b>{{ include.title | default: "Note" }}</b> {{ page.sub }}\n</aside>',
    "list.md": "- {{ include.a }}\n- *b*\n",
    "both.html": '{% include note.html title=include.title %}{% include list.md a="x" %}',
    "set.html": "{% assign depth = 12 %}",
    "part.html": "Depth {{ site.time }} m",
    "self.html": "{% include self.html %}x",
    "/_posts/_beside.md": "Beside *it*",
  };
  const brought = (text: string) => filled(HEAD + text, { ...jekyll, includes });

  test.for([
    {
      name: "with what it is given",
      text: '{% include note.html title="Low *water*" %}',
      is: "<aside>\n<b>Low *water*</b> at sea\n</aside>",
    },
    { name: "without it", text: "{% include /note.html %}", is: "<aside>\n<b>Note</b> at sea\n</aside>" },
    {
      name: "as Markdown",
      text: "{% include list.md a=page.sub %}",
      is: "<ul>\n<li>at sea</li>\n<li><em>b</em></li>\n</ul>",
    },
    { name: "in a line", text: "A {% include part.html %} b", is: "<p>A Depth  m b</p>" },
    { name: "and what it sets", text: "{% include set.html %}{{ depth }} m", is: "<p>12 m</p>" },
    {
      name: "beside the article",
      text: "{% include_relative _beside.md %}",
      is: "<p>Beside <em>it</em></p>",
    },
    {
      name: "and nothing of its names behind it",
      text: "{% include set.html a=1 %}({{ include.a }})",
      is: "<p>()</p>",
    },
    { name: "and comes to an end in itself", text: "{% include self.html %}", is: "<p>xxxxxxxx</p>" },
  ])("$name", ({ text, is }) => {
    expect(brought(text).html).toBe(is);
  });

  test("and tells where a part of it was left out", () => {
    expect(brought("{% include part.html %}").told).toEqual([
      "7: contains {% include part.html %}, which only the generator can fill in, so a part of it was left out",
    ]);
  });

  test("which [templates] and known pictures go before", () => {
    const templates = { "include note.html": "<i>{title}</i>" };
    const around = { ...jekyll, includes: { ...includes, "image.html": "gone" }, templates };
    expect(filled('{% include note.html title="A" %}', around).html).toBe("<p><i>A</i></p>");
    expect(filled('{% include image.html url="/a.png" %}', around).html).toContain('<img src="/a.png"');
  });

  test("of Jekyll alone", () => {
    expect(filled("{% include note.html %}", { generator: "eleventy", includes: {} }).html).toBe("");
  });
});

describe("fields", () => {
  const head = (lines: string) => `---\n${lines}\n---\nText.\n`;

  test("hold values and no marks", () => {
    const { article, told } = filled(
      head(
        "title: '{{ page.sub | capitalize }} {% include x %}'\nsub: sea\nsummary: \"On {{ site.title }}{{ page.url }}\"\nimage: { src: '{{ \"/a.png\" | relative_url }}', alt: '{{ page.sub }}' }\ntags: ['{{ page.sub }}', b]",
      ),
      jekyll,
    );
    expect(article).toMatchObject({
      title: "Sea",
      summary: "On The Quay",
      image: { target: "/a.png", alt: "sea" },
      tags: ["sea", "b"],
    });
    expect(told).toEqual([
      "2: contains {% include x %}, which only the generator can fill in, so it was left out",
      "4: contains {{ page.url }}, whose value only the generator knows, so it was left out",
    ]);
  });
});

describe("an address in front matter", () => {
  test.for([
    { permalink: "/sea/{{ page.sub | slugify }}/", generator: "jekyll", is: "/sea/at-sea/" },
    { permalink: "/sea/{{ page.fileSlug }}/", generator: "eleventy", is: "/sea/lock/" },
    {
      permalink: "/{{ page.date | date: '%Y/%m' }}/{{ page.fileSlug }}/",
      generator: "eleventy",
      is: "/2025/07/lock/",
    },
    { permalink: "/{{ collections.all | size }}/", generator: "eleventy", is: null },
    { permalink: "/sea/{{ page.sub }}/", generator: null, is: null },
  ] as const)("$permalink is $is to $generator", ({ permalink, generator, is }) => {
    const { article, told } = filled(`---\nsub: at sea\npermalink: "${permalink}"\n---\nText.`, {
      generator,
      path: "_posts/2025-07-01-lock.md",
    });
    expect(article?.permalink).toBe(is);
    expect(told.map((one) => one.slice(0, 31))).toEqual(
      is === null ? ['3: "permalink" is a template, /'.slice(0, 31)] : [],
    );
  });
});

describe("lines of what is told afterwards", () => {
  test("are those of the file, whatever took the place of marks", () => {
    const text = `${HEAD}{% include image.html\n  url="/a.png"\n  caption="C" %}\n\n{% for x in page.list %}\n[x{{ x }}](gone.md)\n{% endfor %}\n{% comment %}\n\n\n{% endcomment %}\n[y](gone2.md)\n<script>x</script>\n`;
    const { article, told } = filled(text, jekyll);
    expect(article?.body.filter((piece) => typeof piece !== "string")).toEqual([
      { target: "/a.png", line: 7 },
      { target: "gone.md", line: 12 },
      { target: "gone.md", line: 12 },
      { target: "gone2.md", line: 18 },
    ]);
    expect(told).toEqual(["19: contains <script>, which works in no feed, so it was left out"]);
  });
});
