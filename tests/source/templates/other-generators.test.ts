import { describe, expect, test } from "vitest";
import type { Around } from "./filled.ts";
import { filled } from "./filled.ts";

interface Row {
  readonly text: string;
  readonly is: string;
  readonly told?: readonly string[];
}

/** What a text becomes below a head with `sub: at sea`. */
function become(around: Around, rows: readonly Row[]): void {
  test.for(rows)("$text", ({ text, is, told = [] }) => {
    const made = filled(`---\ntitle: Lock\nsub: at sea\n---\n${text}`, around);
    expect(made.html).toBe(is);
    expect(made.told).toEqual(told.map((one) => `5: contains ${one}`));
  });
}

const LEFT_OUT = ", which only the generator can fill in, so it was left out";
const KEPT = ", which only the generator can fill in, so only the text inside it was kept";
const YOUTUBE = '<p><a href="https://www.youtube.com/watch?v=abc">Watch on YouTube</a></p>';

describe("of Hugo", () => {
  become({ generator: "hugo" }, [
    { text: '[x]({{< ref "b.md#y" >}})', is: '<p><a href="**/b.md#y">x</a></p>' },
    { text: '[x]({{% relref "/sea/b" %}})', is: '<p><a href="**/sea/b">x</a></p>' },
    { text: '[x]({{< ref path="b.md" lang="en" >}})', is: '<p><a href="**/b.md">x</a></p>' },
    { text: '[x]({{< ref "#y" >}})\n\n## Y', is: '<p><a href="#y">x</a></p>\n<h2 id="y">Y</h2>' },
    { text: '[x]({{< relurl "b" >}}) y', is: "<p>x y</p>", told: [`{{< relurl "b" >}}${LEFT_OUT}`] },
    { text: "{{< youtube abc >}}", is: YOUTUBE },
    { text: '{{< youtube id="abc" autoplay="true" >}}', is: YOUTUBE },
    { text: "{{< vimeo 7 >}}", is: '<p><a href="https://vimeo.com/7">Watch on Vimeo</a></p>' },
    {
      text: '{{< x user="ana" id="7" >}}',
      is: '<p><a href="https://x.com/ana/status/7">Read the post on X</a></p>',
    },
    { text: "{{< tweet 7 >}}", is: '<p><a href="https://x.com/i/status/7">Read the post on X</a></p>' },
    {
      text: "{{< gist ana 12abc >}}",
      is: '<p><a href="https://gist.github.com/ana/12abc">See the code on GitHub</a></p>',
    },
    {
      text: "{{< instagram abc >}}",
      is: '<p><a href="https://www.instagram.com/p/abc/">See the picture on Instagram</a></p>',
    },
    { text: "{{< param sub >}}", is: "<p>at sea</p>" },
    { text: '{{< figure src="a.png" alt="x" />}}', is: '<p><img src="a.png" alt="x" /></p>' },
    {
      text: '{{< figure\n  src="a.png"\n  link="/b"\n  title="T"\n  caption="`}}` and *C*"\n>}}',
      is: '<figure><a href="/b"><img src="a.png" alt="T" /></a><figcaption>T <code>}}</code> and <em>C</em></figcaption></figure>',
    },
    {
      text: '{{< highlight go "linenos=table" >}}\na := `b`\n{{< /highlight >}}',
      is: '<pre><code class="language-go">a := `b`\n</code></pre>',
    },
    {
      text: '{{< details summary="*S*" >}}\nA *b*\n{{< /details >}}',
      is: "<details><summary><em>S</em></summary>\n<p>A <em>b</em></p>\n</details>",
    },
    { text: "{{% note %}}\nA *b*\n{{% /note %}}", is: "<p>A <em>b</em></p>", told: [`{{% note %}}${KEPT}`] },
    {
      text: "{{< a >}}{{< b >}}x{{< /b >}}{{< /a >}}",
      is: "<p>x</p>",
      told: [`{{< a >}}${KEPT}`, `{{< b >}}${KEPT}`],
    },
    { text: '{{< tip text="a pod" >}}', is: "<p>a pod</p>", told: [`{{< tip text="a pod" >}}${LEFT_OUT}`] },
    { text: '`{{</* ref "x" */>}}`', is: '<p><code>{{&lt; ref "x" &gt;}}</code></p>' },
    { text: "```\n{{%/* note */%}}\n```", is: "<pre><code>{{% note %}}\n</code></pre>" },
    { text: "`{{< note >}}`", is: "<p><code> </code></p>", told: [`{{< note >}}${LEFT_OUT}`] },
    { text: "{{ .Title }} {% x %}", is: "<p>{{ .Title }} {% x %}</p>" },
    {
      text: "a {{< b",
      is: "<p>a  b</p>",
      told: ["{{<, which opens a mark that nothing closes, and which was left out"],
    },
  ]);
});

describe("of Zola", () => {
  become({ generator: "zola" }, [
    { text: '{{ youtube(id="abc", autoplay=true) }}', is: YOUTUBE },
    { text: '{{ image(path="a.png", alt="x") }}', is: '<p><img src="a.png" alt="x" /></p>' },
    {
      text: '{% quote(author="A") %}\n*b*\n{% end %}',
      is: "<p><em>b</em></p>",
      told: [`{% quote(author="A") %}${KEPT}`],
    },
    { text: "{{ box() }}", is: "", told: [`{{ box() }}${LEFT_OUT}`] },
    { text: '`{{/* youtube(id="abc") */}}`', is: '<p><code>{{ youtube(id="abc") }}</code></p>' },
    { text: "`{%/* quote() */%}`", is: "<p><code>{% quote() %}</code></p>" },
    { text: "{{ x }} {% y %}", is: "<p>{{ x }} {% y %}</p>" },
    { text: "[x](@/b.md#y)", is: '<p><a href="@/b.md#y">x</a></p>' },
  ]);
});

describe("of Eleventy", () => {
  become({ generator: "eleventy", data: { meta: { motto: "Wait" }, site: { host: "sea" } } }, [
    { text: "{{ sub }} {{ title | upper }}", is: "<p>at sea LOCK</p>" },
    { text: "{{ meta.motto }} {{ site.host }} {{ site.title }}", is: "<p>Wait sea The Quay</p>" },
    { text: '[x]({{ "/a/" | url }})', is: '<p><a href="/a/">x</a></p>' },
    { text: "[x]({{ '/a/' | url }}) {# no #}", is: '<p><a href="/a/">x</a></p>' },
    { text: '{{ sub | replace("sea", "land") | safe }}', is: "<p>at land</p>" },
    {
      text: '{% image "assets/a.png", "The ship, moored" %}',
      is: '<p><img src="**/assets/a.png" alt="The ship, moored" /></p>',
    },
    { text: '{% set x = "a" %}{{ x }}', is: "<p>a</p>" },
    { text: "{% set x %}a{% endset %}{{ x }}", is: "<p>a</p>" },
    { text: "{%- if sub == 'x' -%} a {%- elif sub -%} b {%- endif -%}", is: "<p>b</p>" },
    {
      text: '{% set c %}\na\n\nb\n{% endset %}{{ c | highlight("js") | safe }}',
      is: '<pre><code class="language-js">a\n\nb</code></pre>',
    },
    {
      text: "{% css %}a {}{% endcss %}",
      is: "",
      told: ["{% css %}, which only the generator can work out, so it was left out up to its end"],
    },
    { text: '{% box "info" %}*a*{% endbox %}', is: "<p><em>a</em></p>", told: [`{% box "info" %}${KEPT}`] },
    { text: "## A {#a}", is: '<h2 id="a">A</h2>' },
    {
      text: "{{ collections.all | size }}",
      is: "",
      told: ["{{ collections.all | size }}, whose value only the generator knows, so it was left out"],
    },
  ]);
});

describe.for(["astro", "gatsby", "docusaurus"] as const)("in a folder of %s braces are text", (generator) => {
  become({ generator }, [
    { text: "{{ a }} {% b %} {{< c >}}", is: "<p>{{ a }} {% b %} {{&lt; c &gt;}}</p>" },
    { text: "`{{ a }}`", is: "<p><code>{{ a }}</code></p>" },
  ]);
});

describe("in a folder of no generator", () => {
  const STAYS = ", which only the generator it was written for can fill in";
  become({}, [
    { text: "[x]({% post_url 2015-01-01-x %})", is: '<p><a href="**/2015-01-01-x">x</a></p>' },
    { text: "[x]({% link a.pdf %})", is: '<p><a href="**/a.pdf">x</a></p>' },
    { text: '[x]({{< ref "b.md" >}})', is: '<p><a href="**/b.md">x</a></p>' },
    { text: '[x]({{ "/a" | relative_url }})', is: '<p><a href="/a">x</a></p>' },
    { text: "[x]({{ site.baseurl }}/a)", is: '<p><a href="/a">x</a></p>' },
    { text: '{{< figure src="a.png" >}}', is: '<p><img src="a.png" alt="" /></p>' },
    { text: "{{< youtube abc >}}", is: YOUTUBE },
    {
      text: "{% highlight js %}\na\n{% endhighlight %}",
      is: '<pre><code class="language-js">a\n</code></pre>',
    },
    { text: "{% raw %}{{ x }}{% endraw %}", is: "<p>{{ x }}</p>" },
    { text: "```\n{% raw %}{{ x }}{% endraw %}\n```", is: "<pre><code>{{ x }}\n</code></pre>" },
    { text: "`{{</* x */>}}`", is: "<p><code>{{&lt; x &gt;}}</code></p>" },
    {
      text: "`{% raw %}` and `{% endraw %}`",
      is: "<p><code>{% raw %}</code> and <code>{% endraw %}</code></p>",
    },
    { text: "`{% post_url x %}`", is: "<p><code>{% post_url x %}</code></p>" },
    { text: "A {{ page.title }} b", is: "<p>A {{ page.title }} b</p>", told: [`{{ page.title }}${STAYS}`] },
    { text: "A {% link %} b", is: "<p>A {% link %} b</p>", told: [`{% link %}${STAYS}`] },
    { text: "A {% highlight %} b", is: "<p>A {% highlight %} b</p>", told: [`{% highlight %}${STAYS}`] },
    { text: "{{ {a} }} {{ never", is: "<p>{{ {a} }} {{ never</p>" },
  ]);

  test("titles about templates stay as they are", () => {
    expect(filled('---\ntitle: "What {{ x }} means"\n---\nA').article?.title).toBe("What {{ x }} means");
  });
});

describe("of the publisher's own meaning", () => {
  const templates = {
    youtube: '<a href="https://youtu.be/{0}">{title}</a>',
    callout: "<aside>{inner}</aside>",
    "include note.html": "<b>{text}</b>",
    hint: "<mark>{inner}</mark>",
    cdn: "https://cdn.example/{0}",
    profile: '<a href="/team/{0}">{0}</a>',
  };
  become({ generator: "jekyll", templates }, [
    {
      text: "{% youtube abc title=\"<T> & 'x'\" %}",
      is: "<p><a href=\"https://youtu.be/abc\">&lt;T&gt; &amp; 'x'</a></p>",
    },
    { text: "{% callout %}\nA *b*\n{% endcallout %}", is: "<aside>\n<p>A <em>b</em></p>\n</aside>" },
    { text: "A {% hint %}*b*{% endhint %}", is: "<p>A <mark><em>b</em></mark></p>" },
    { text: "A {% include note.html text=page.sub %}", is: "<p>A <b>at sea</b></p>" },
    { text: "![x]({% cdn a.png %})", is: '<p><img src="https://cdn.example/a.png" alt="x" /></p>' },
    { text: '{{ "ana" | profile }}', is: '<p><a href="/team/ana">ana</a></p>' },
    {
      text: '{% youtube "javascript:x" title="\\"onclick=" %}',
      is: '<p><a href="https://youtu.be/javascript:x">"onclick=</a></p>',
    },
  ]);
  become({ templates }, [
    { text: 'A {% include note.html text="b" %}', is: "<p>A <b>b</b></p>" },
    { text: "{{% callout %}}\nA\n{{% /callout %}}", is: "<aside>\n<p>A</p>\n</aside>" },
  ]);
});

test.for([
  {
    path: "a.html",
    text: "<h1>{{ page.sub }}</h1><p>{{ page.sub }}{% include x %}</p><pre>{{ page.sub }}</pre>",
    title: "at sea",
    html: "<p>at sea</p><pre>at sea</pre>",
  },
  {
    path: "a.txt",
    text: "{{ page.sub }} now\n{{ page.sub }}{% include x %}.\n",
    title: "at sea now",
    html: "<p>at sea.</p>",
  },
])("marks of $path are filled too", ({ path, text, title, html }) => {
  const made = filled(`---\nsub: at sea\n---\n${text}`, { generator: "jekyll", path });
  expect(made.article?.title).toBe(title);
  expect(made.html).toBe(html);
});
