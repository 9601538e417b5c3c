import type { Generator } from "../../src/article/setting-choices.ts";

/** A text that costs a careless parser the square of its size. */
export interface HostileText {
  readonly name: string;
  readonly path: string;
  /** About `size` characters of it. */
  readonly text: (size: number) => string;
  /** What an article says that is refused; null where it is published. */
  readonly refusal: RegExp | null;
  /** Whose marks count in it, where that is somebody's. */
  readonly generator?: Generator;
}

type Maker = (size: number) => string;

/** An article of that size that nobody can object to. */
export function plainText(size: number): string {
  return `# Harbour\n\n${repeated(`${"The lock opened on Tuesday, said the harbour master. ".repeat(6)}\n\n`)(size)}`;
}

export const HOSTILE_TEXTS: readonly HostileText[] = [
  markdown(
    "growing runs of backticks with marks between",
    counted((at) => `${"`".repeat(at + 1)} {{x}} `),
  ),
  markdown("single and double backticks in turn", repeated("` {{a}} `` b ")),
  markdown("fences that others do not close", repeated("```\n{{x}}\n~~~\n")),
  markdown(
    "marks of templates, each another",
    counted((at) => `{{x${at}}}\n`),
  ),
  markdown("marks of templates that never end", repeated("{{")),
  marked("jekyll", "outputs", repeated("{{ x }}")),
  marked("jekyll", "outputs in one line of HTML", (size) => `<a ${repeated("b={{ x }} ")(size)}>x</a>`),
  marked(
    "jekyll",
    "outputs in one attribute",
    (size) => `<a href="${repeated("{{ site.title }}")(size)}">x</a>`,
  ),
  marked("jekyll", "links that nobody knows", repeated("[a]({{ page.url }}) ")),
  marked(
    "jekyll",
    "links inside each other that nobody knows",
    (size) => `${"[".repeat(size / 20)}a${"]({{ page.url }})".repeat(size / 20)}`,
  ),
  marked("jekyll", "tags that never end", repeated("{% a ")),
  marked("jekyll", "tags with quotes that never end", repeated("{% a \"b' ")),
  marked("jekyll", "tags with quotes that end far away", (size) => `${repeated("{% a \"'` ")(size)}%}`),
  marked("jekyll", "quotes around ends", repeated('{{ "}} ')),
  marked(
    "jekyll",
    "raw blocks that never end",
    (size) => `${repeated("{% raw %}")(size / 2)}${repeated("endraw ")(size / 2)}`,
  ),
  marked("jekyll", "pairs inside each other", nested("{% if a %}", "{% endif %}")),
  marked("jekyll", "unknown pairs inside each other", nested("{% a %}", "{% enda %}")),
  marked(
    "jekyll",
    "pairs that each another crosses",
    counted((at) => `{% a${at % 50} %}x{% enda${(at * 7) % 50} %}`),
  ),
  marked(
    "jekyll",
    "branches",
    (size) => `{% if page.a %}${repeated("{% elsif page.b %}x")(size)}{% endif %}`,
  ),
  marked(
    "jekyll",
    "loops inside each other",
    (size) => `${"{% for i in (1..900) %}".repeat(9)}${"x".repeat(size / 9)}${"{% endfor %}".repeat(9)}`,
  ),
  marked(
    "jekyll",
    "a text that doubles",
    (size) =>
      `{% assign a = "xx" %}${repeated("{% assign a = a | append: a %}")(size / 2)}${repeated("{{ a }}")(size / 2)}`,
  ),
  marked(
    "jekyll",
    "texts that are captured inside each other",
    nested("{% capture a %}x{{ a }}", "{% endcapture %}"),
  ),
  marked("jekyll", "filters in great number", (size) => `{{ "x" ${repeated("| upcase ")(size)}}}`),
  marked(
    "jekyll",
    "parameters in great number",
    counted((at) => `{% include a.html ${`b${at}=c `.repeat(90)}%}`),
  ),
  marked("jekyll", "white space that goes", repeated(" {%- a -%} ")),
  marked("jekyll", "code that is highlighted", repeated("{% highlight a %}`{% endhighlight %}")),
  marked("jekyll", "code on lines of its own", repeated("{% highlight a %}\n```\n{% endhighlight %}\n\n")),
  marked(
    "jekyll",
    "captions",
    repeated('{% img a.png caption="The lock opened on *Tuesday*, said the harbour master." %}\n'),
  ),
  marked("hugo", "shortcodes that never end", repeated("{{< a ")),
  marked("hugo", "shortcodes inside each other", nested("{{< a >}}", "{{< /a >}}")),
  marked("hugo", "escaped shortcodes", repeated("{{</* a */>}}")),
  marked("hugo", "escaped shortcodes that never end", repeated("{{</* a ")),
  marked("hugo", "figures over many lines", repeated('{{< figure\n  src="a.png"\n  caption="b"\n>}}\n\n')),
  marked("zola", "shortcodes", repeated("{% a() %}x{% end %}")),
  marked("zola", "shortcodes that never end", repeated("{{ a( ")),
  marked("eleventy", "comments that never end", repeated("{# a ")),
  markdown("links in angle brackets", repeated("[a](<b>)")),
  markdown("links that never end", repeated("[a](<b")),
  markdown(
    "links written in another way than they are rendered",
    counted((at) => `[a](&#101;${at})`),
    PARAGRAPH(),
  ),
  markdown(
    "links without ASCII",
    counted((at) => `[a](é${at}) `),
  ),
  markdown("opening brackets", repeated("[")),
  markdown("opening brackets of images", repeated("![")),
  markdown("nested brackets", nested("[", "](a)")),
  markdown("footnotes that nothing defines", repeated("[^a]"), /refers to footnotes more than 10,000 times/),
  markdown(
    "footnotes with one definition",
    (size) => `${repeated("[^a]")(size)}\n\n[^a]: b\n`,
    /refers to footnotes/,
  ),
  markdown("footnotes in great number", (size) => `${"[^a] ".repeat(size / 40)}\n\n[^a]: b\n`),
  markdown(
    "definitions of references",
    counted((at) => `[a${at}]: /b${at}\n`),
  ),
  markdown(
    "definitions of references with long labels",
    counted((at) => `[${"l".repeat(900)}${at}]: /b\n`),
  ),
  markdown(
    "one long definition, used often",
    (size) => `[a]: /b "${"t".repeat(size / 2)}"\n\n${repeated("[a]")(size / 2)}`,
  ),
  markdown("unfinished definitions", repeated("[a]:\n")),
  markdown("emphasis that never closes", repeated("*a ")),
  markdown("emphasis that crosses", repeated("*a_"), PARAGRAPH()),
  markdown("nested emphasis", nested("**a ", " b**"), NESTED()),
  markdown("words with underscores", repeated("snake_case_"), PARAGRAPH()),
  markdown("character references", repeated("&amp;"), PARAGRAPH()),
  markdown("ampersands", repeated("& "), PARAGRAPH()),
  markdown(
    "ampersands below a table that code ended",
    (size) => `a|b\n-|-\n    c\n${repeated("&\n")(size)}`,
    PARAGRAPH(),
  ),
  markdown(
    "a URL before punctuation",
    (size) => `www.a.b${"*".repeat(size)}`,
    /a URL with more than 1,000 punctuation marks/,
  ),
  markdown("quotes inside each other on one line", repeated(">"), CONTAINERS()),
  markdown(
    "quotes that grow by one a line",
    counted((at) => `${">".repeat(at % 900)} a\n`),
  ),
  markdown("lists inside each other on one line", repeated("- "), CONTAINERS()),
  markdown("numbered lists inside each other", repeated("1. "), CONTAINERS()),
  markdown("quotes in lists in quotes", repeated("- > "), CONTAINERS()),
  markdown("a rule that is none in the end", (size) => `${"* ".repeat(size / 2)}a`, CONTAINERS()),
  markdown("lists that are indented further and further", (size) =>
    Array.from({ length: Math.min(900, Math.sqrt(size)) }, (_, at) => `${" ".repeat(at)}- a\n`).join(""),
  ),
  markdown("a tight list", repeated("- a_b\n")),
  markdown("a table of a thousand columns", (size) => rows(1000, Math.ceil(size / 2000))),
  markdown(
    "a table whose rows lack their cells",
    (size) => `${rows(size / 100, 0)}${"a\n".repeat(size / 2)}`,
    /lack more than 100,000 cells/,
  ),
  markdown("a table of many rows", (size) => `| a | b |\n|--|--|\n${repeated("| a_b | c |\n")(size)}`),
  markdown("a cell behind spaces", (size) => `# T\n\n${" ".repeat(size)}x|`),
  markdown("a cell behind tabs", (size) => `# T\n\n${"\t".repeat(size)}x|`),
  markdown("cells behind 10,000 spaces each", repeated(`${" ".repeat(10_000)}x|\n`)),
  markdown("a head of a table with spaces at its end", (size) => `a|b\n-|-${" ".repeat(size)}x`),
  markdown("a head of a table with spaces in it", (size) => `a|b\n-|${" ".repeat(size)}-|x`),
  markdown("a head of a table with dashes", (size) => `a|b\n-|${"-".repeat(size)}x`),
  markdown("a head of a table of cells that end in another", (size) => `a|b\n${"-|".repeat(size / 2)}x`),
  markdown("a fence of waves that is none", (size) => `a\n\n${"~".repeat(size)}\``),
  markdown("a fence of waves without an end", (size) => `{{x}}\n\n${"~".repeat(size)}`),
  markdown(
    "a fence of backticks without an end",
    (size) => `{{x}}\n\n${"`".repeat(size / 2)}${"x".repeat(size / 2)}`,
  ),
  markdown("elements inside each other", repeated("<div>"), NESTED()),
  markdown("comments that never end", repeated("<!--")),
  markdown("a comment of nothing but space", (size) => `a <!--${" ".repeat(size)}`),
  markdown("tags that never end", repeated("<a ")),
  markdown("attributes in great number", (size) => `<a ${counted((at) => `b${at}=c `)(size)}>x</a>`),
  markdown("addresses that are none", repeated('%}("%}http://'), PARAGRAPH()),
  markdown("addresses behind each other", repeated("www.a.b "), PARAGRAPH()),
  markdown(
    "addresses of mail",
    counted((at) => `a${at}@b.example `),
    PARAGRAPH(),
  ),
  markdown("headings with the same text", repeated("## Same\n\n")),
  markdown(
    "headings, each another, and links to none",
    counted((at) => `## Lock ${at} 🦀\n\n[a](#b${at})\n\n`),
  ),
  markdown("headings that look alike, and links to them", repeated("## A 🦀\n\n[a](#A-crab)\n\n")),
  markdown(
    "ids of headings",
    counted((at) => `## A {#a${at}}\n\n`),
  ),
  markdown("braces that never close", repeated("{: ")),
  markdown("braces with attributes", repeated("*a*{: .b #c}\n")),
  markdown("attributes below each line", repeated("a\n{: #b}\n")),
  markdown("comments of kramdown that never end", repeated("{::comment}")),
  markdown("containers inside each other", nested(":::note\n", ":::\n")),
  markdown("containers that never end", repeated(":::note\n")),
  markdown("containers that end nothing", repeated(":::\n")),
  markdown("boxes inside each other", (size) =>
    Array.from({ length: Math.min(900, Math.sqrt(size)) }, (_, at) => `${" ".repeat(at)}!!! note\n`).join(""),
  ),
  markdown("boxes", repeated('!!! note "A"\n    b\n\n')),
  markdown("boxes of GitHub", repeated("> [!NOTE]\n> a\n\n")),
  markdown("definitions", repeated("a\n: b\n\n")),
  markdown("definitions without a term", repeated(": a\n")),
  markdown("terms of one long paragraph", (size) => `${repeated("a\n")(size)}: b`),
  markdown("names of emoji", repeated(":tada: ")),
  markdown("names of emoji that are none", repeated(":aaaa")),
  markdown("colons", repeated(":")),
  markdown("marks of summaries", repeated("<!--more-->")),
  markdown("dollars", repeated("$")),
  markdown("pairs of dollars", repeated("$$ a^b ")),
  markdown("formulas", repeated("$$a^2$$ ")),
  markdown("a formula of braces", (size) => `$$x_${"{".repeat(size)}$$`),
  markdown("a formula that goes deep", (size) => `$$x^${nested("{", "}")(size)}$$`),
  markdown("a long formula", (size) => `$$${repeated("a^b ")(size)}$$`),
  markdown("code whose lines are one letter", repeated(`\`\`\`csharp\n${"a\n".repeat(490)}\`\`\`\n\n`)),
  markdown("code of many lines", repeated(`\`\`\`csharp\n${"a\n".repeat(4900)}\`\`\`\n\n`)),
  markdown("code whose strings never end", repeated(`\`\`\`js\n${"`${'\n".repeat(1900)}\`\`\`\n\n`)),
  markdown("code in one endless line", repeated(`\`\`\`ini\n${"0x".repeat(4900)}\n\`\`\`\n\n`)),
  markdown("short code in great number", repeated("```css\na{b:c}\n```\n\n")),
  markdown("fences with braces", repeated("```js {1}\n```\n")),
  mdx("braces that never close", repeated("{")),
  mdx("braces inside each other", nested("{", "}")),
  mdx("tags that never end", repeated("<A b=")),
  mdx("tags with values that never end", repeated('<A b="c ')),
  mdx("tags with braces that never end", repeated("<A b={")),
  mdx("components", repeated("<A b={1}>c</A>\n")),
  mdx("components inside each other", nested("<A>\n", "</A>\n")),
  mdx(
    "components in lines that close others",
    (size) => `${"<A>".repeat(size / 6)}${"</B>".repeat(size / 8)}`,
  ),
  mdx("exports that never end", repeated("export const a = {\n\n")),
  mdx(
    "imports, each another",
    counted((at) => `import a${at} from "./a${at}.png";\n`),
  ),
  mdx("expressions", repeated("{'a'} {b} ")),
  markdown("one word", repeated("a")),
  markdown("one line", repeated("The lock opened on Tuesday, said the harbour master. ")),
  markdown("no sentence that ends", repeated("Mr. ")),
  markdown("zero-width characters", repeated("\u200b")),
  markdown("marks that combine with one letter", (size) => `a${"\u0323\u0301".repeat(size / 2)}`),
  markdown("one emoji", repeated("👨‍👩‍👧‍👦")),
  markdown("text without spaces between words", repeated("港口ท่าเรือ")),
  markdown("carriage returns", repeated("\r")),
  html("elements inside each other", repeated("<div>"), NESTED()),
  html("elements inside each other that close", nested("<div>", "</div>"), NESTED()),
  html("elements that others close", repeated("<i></b>"), NESTED()),
  html(
    "paragraphs that close what is not open",
    (size) => `${"<div>".repeat(size / 10)}${"</p>".repeat(size / 8)}`,
    NESTED(),
  ),
  html("tables inside each other", repeated("<table><tr><td>"), NESTED()),
  html("drawings inside each other", repeated("<svg><foreignObject>"), NESTED()),
  html(
    "as many open elements as are allowed, and others that close",
    (size) => `${"<div>".repeat(900)}${"</b>".repeat(size / 4)}`,
  ),
  html(
    "links that stand nowhere in the file",
    counted((at) => `<a href="b&#x2e;${at}">x</a>`),
  ),
  html("an address full of comments", (size) => `<a href="${repeated("<!---->")(size)}">x</a>`),
  html("an address full of dots", (size) => `<a href="${repeated("a/../")(size)}">x</a>`),
  html(
    "a picture in many sizes",
    (size) => `<img srcset="${counted((at) => `a${at}.png ${at + 1}x, `)(size)}">`,
  ),
  html("a picture whose addresses are commas", (size) => `<img srcset="a${",".repeat(size)}b,">`),
  html("a picture whose sizes are spaces", (size) => `<img srcset="a 1x${" ".repeat(size)}q">`),
  html("a picture whose sizes are brackets", (size) => `<img srcset="a ${repeated("(")(size)}">`),
  html("a picture whose sizes are no numbers", (size) => `<img srcset="a ${"1".repeat(size)}">`),
  html("players", repeated('<iframe src="https://www.youtube.com/embed/a"></iframe>')),
  html("character references", repeated("&eacute;")),
  html("angle brackets", repeated("<")),
  newswire("lines of one letter", repeated("a\n")),
  newswire("empty lines", repeated("\n")),
  newswire("bullets", repeated("- a\n")),
  newswire("indented lines", repeated("    A\nb\n")),
  newswire("lines further and further in", (size) =>
    Array.from({ length: Math.sqrt(size) }, (_, at) => `${" ".repeat(at)}a`).join("\n"),
  ),
  newswire("rows of a table", repeated("A    1\n")),
  newswire("heads of columns", repeated("          A\n")),
  newswire("codes of wires", repeated("RTR1234\n")),
  newswire("words to editors", repeated("(Eds: new\n")),
  newswire("end marks", repeated("MORE\n")),
  newswire("lines in capitals", repeated("AB\n")),
  newswire("entities", repeated("&lt;&#60;&")),
  newswire("gaps", (size) => `A${" ".repeat(size)}B`),
  newswire("crossheads", repeated("- a -\n")),
  newswire(
    "sign-offs",
    counted((at) => `A. Marsh${"x".repeat(at % 20)}--QN\n`),
  ),
  newswire("a byline of names", (size) => `By ${"Ana Holm, ".repeat(size / 10)}x`),
  newswire("a byline of spaces", (size) => `By Ana Holm${" ".repeat(size)}x`),
  newswire("a byline of many ends", (size) => `By ${"Ana Holm and Jo Reed, ".repeat(size / 22)}.`),
  newswire("a dateline of capitals", (size) => `${"A A,".repeat(size / 4)} July 1`),
  newswire("a dateline of dashes", (size) => `PARIS, July 1 (AFP) ${"-".repeat(size)}x`),
  newswire(
    "addresses, each another",
    counted((at) => `see https://a.example/${at}. `),
  ),
  newswire("one address again and again", repeated("https://a.example/ ")),
  yaml(
    "fields that mean nothing",
    counted((at) => `k${at}: 1\n`),
  ),
  yaml(
    "fields in quotes that mean nothing",
    counted((at) => `"k:${at}": 1\n`),
  ),
  yaml("fields on one line", (size) => `{${counted((at) => `k${at}: 1, `)(size)}}`),
  yaml("lists inside each other", (size) => `a: ${"[".repeat(size)}`, ANY()),
  yaml("tables inside each other", (size) => `a: ${nested("{a: ", "}")(size)}`, ANY()),
  yaml("aliases of aliases", (size) => `${laughs()}${repeated("# c\n")(size)}`, /more than 100 aliases/),
  yaml(
    "a long text under many aliases",
    (size) => `a: &a ${"x".repeat(size / 2)}\nauthors: [${repeated("*a,")(size / 2)}]`,
    /more than 100 aliases/,
  ),
  yaml("a text that goes on in the first column", (size) => `a: "${repeated("x\n")(size)}"`),
  yaml("a text that goes on without end", (size) => `a: "${repeated("x\n")(size)}`, ANY()),
  yaml("lists that go on without end", repeated("a: [x,\n"), ANY()),
  yaml(
    "marks that open and end in turn",
    (size) => `a: [\n${repeated("'a' \"b\" [ ] { } #\n")(size)}`,
    ANY(),
  ),
  yaml("one field, again and again", repeated("a: 1\n")),
  yaml("a slug of slashes", (size) => `slug: a${"/".repeat(size)}b`, /write it as text without a slash/),
  yaml("a title of slashes", (size) => `title: a${"/".repeat(size)}b`),
  yaml(
    "a language of many parts",
    (size) => `lang: en-x-${"aaa-".repeat(size / 4)}a`,
    /write a language tag/,
  ),
  yaml("a summary that the text nearly holds", (size) => `summary: ${"a".repeat(size / 2)}b`),
  yaml("tags, each another", (size) => `tags: [${counted((at) => `t${at}, `)(size)}]`, /at most 200/),
  yaml("authors, each another", (size) => `authors: [${counted((at) => `A ${at}, `)(size)}]`, /at most 200/),
  yaml(
    "old addresses, each another",
    (size) => `aliases: [${counted((at) => `/a${at}, `)(size)}]`,
    /at most 1,000/,
  ),
  yaml(
    "an author with a long name",
    (size) => `author: ${"A".repeat(size)}`,
    /a name of more than 1,000 characters/,
  ),
  yaml("a date of spaces", (size) => `date: "Mon, 1 Jan 2024${" ".repeat(size)}x"`, /write it as/),
  toml(
    "fields that mean nothing",
    counted((at) => `k${at} = 1\n`),
  ),
  toml(
    "days",
    counted((at) => `k${at} = 2024-01-01\n`),
  ),
  toml("lists inside each other", (size) => `a = ${nested("[", "]")(size)}`, ANY()),
  toml(
    "tables",
    counted((at) => `[t${at}]\n`),
  ),
  json("fields that mean nothing", (size) => `${counted((at) => `"k${at}":1,\n`)(size)}"z":1}`),
  json("quotes that never close", (size) => `"a": "${repeated('\\"')(size)}`, /has no end/),
];

function markdown(name: string, make: Maker, refusal: RegExp | null = null): HostileText {
  return { name: `Markdown: ${name}`, path: "a.md", text: (size) => `# T\n\n${make(size)}`, refusal };
}

function mdx(name: string, make: Maker, refusal: RegExp | null = null): HostileText {
  return { name: `MDX: ${name}`, path: "a.mdx", text: (size) => `# T\n\n${make(size)}\n\na\n`, refusal };
}

function marked(generator: Generator, name: string, make: Maker): HostileText {
  return { ...markdown(`marks of ${generator}: ${name}`, make), generator };
}

function html(name: string, make: Maker, refusal: RegExp | null = null): HostileText {
  return { name: `HTML: ${name}`, path: "a.html", text: make, refusal };
}

function newswire(name: string, make: Maker, refusal: RegExp | null = null): HostileText {
  return { name: `newswire: ${name}`, path: "a.txt", text: (size) => `Headline\n${make(size)}`, refusal };
}

function yaml(name: string, make: Maker, refusal: RegExp | null = null): HostileText {
  const text: Maker = (size) => `---\n${make(size)}\n---\n${"a".repeat(size / 2)}\n`;
  return { name: `YAML: ${name}`, path: "a.md", text, refusal };
}

function toml(name: string, make: Maker, refusal: RegExp | null = null): HostileText {
  return { name: `TOML: ${name}`, path: "a.md", text: (size) => `+++\n${make(size)}\n+++\nText.\n`, refusal };
}

function json(name: string, make: Maker, refusal: RegExp | null = null): HostileText {
  return {
    name: `JSON: ${name}`,
    path: "a.md",
    text: (size) => `{"title": "T",\n${make(size)}\nText.\n`,
    refusal,
  };
}

/** What the problems say; functions, since rows above use them. */
function NESTED(): RegExp {
  return /opens more than 1,000 elements inside each other/;
}
function CONTAINERS(): RegExp {
  return /nests more than 1,000 quotes and lists/;
}
/** Whatever is said: the parser found it. */
function ANY(): RegExp {
  return /;/;
}
function PARAGRAPH(): RegExp {
  return /in one paragraph; put blank lines between its parts/;
}

function repeated(part: string): Maker {
  return (size) => part.repeat(Math.ceil(size / part.length));
}

/** Parts that are made of their numbers. */
function counted(part: (at: number) => string): Maker {
  return (size) => {
    const parts: string[] = [];
    for (let length = 0; length < size; ) length += parts[parts.push(part(parts.length)) - 1]?.length ?? size;
    return parts.join("");
  };
}

function nested(open: string, close: string): Maker {
  return (size) => {
    const depth = size / (open.length + close.length);
    return `${open.repeat(depth)}${close.repeat(depth)}`;
  };
}

function rows(columns: number, count: number): string {
  const row = (cell: string) => `|${`${cell}|`.repeat(columns)}\n`;
  return row("a") + row("-") + row("b").repeat(count);
}

/** Nine times nine times nine. */
function laughs(): string {
  const lines = Array.from(
    { length: 30 },
    (_, at) => `a${at + 1}: &a${at + 1} [${Array(9).fill(`*a${at}`).join()}]\n`,
  );
  return `a0: &a0 [1]\n${lines.join("")}`;
}
