import { describe, expect, test } from "vitest";
import type { Generator } from "../../../src/article/setting-choices.ts";
import { ArticleTemplates } from "../../../src/source/templates/article-templates.ts";
import { siteWith } from "../../bake/small-site.ts";

/** The fields and the body of an article, with what is told of them. */
function templatesOf(generator: Generator | null, path = "a.md") {
  const generatorData = {
    config: { motto: "Wait" },
    data: {},
    includes: { "b.html": "B {{ only }}", "c.html": "C {{ page.sub }}" },
  };
  const templates = new ArticleTemplates(path, { ...siteWith(), generator, generatorData });
  const told: string[] = [];
  const tell = (line: number | null, message: string) => {
    told.push(`${line}: ${message.replace(/,.*$/s, "")}`);
  };
  return {
    told,
    fields: (fields: Readonly<Record<string, unknown>>) =>
      templates.fillFields(fields, (name) => name.length, tell),
    body: (text: string, kind: "markdown" | "html" | "plain" = "markdown") =>
      templates.fillBody({ text, line: 5, kind }, tell),
  };
}

describe("front matter", () => {
  test("without marks is what it was", () => {
    const fields = { title: "Lock", list: ["a", { b: 1 }] };
    expect(templatesOf("jekyll").fields(fields)).toBe(fields);
    const marked = { title: "{{ page.sub }}" };
    expect(templatesOf("astro").fields(marked)).toBe(marked);
  });

  test("has values of its own, of the site, and of fields that were filled before", () => {
    const filled = templatesOf("jekyll").fields({
      first: "{{ page.sub }} of {{ site.motto }}",
      second: "{{ page.first }}!",
      list: ["{{ page.sub }}", { deep: "{{ page.sub }}" }, 7],
      sub: "sea",
    });
    expect(filled).toEqual({
      first: "sea of Wait",
      second: "sea of Wait!",
      list: ["sea", { deep: "sea" }, 7],
      sub: "sea",
    });
  });

  test("is words: of a picture it has those", () => {
    expect(templatesOf("jekyll").fields({ title: "a {% img c.png alt='d' %}" })).toEqual({ title: "a d" });
  });

  test("may hold a list that holds itself", () => {
    const list: unknown[] = ["a"];
    list.push(list);
    const filled = templatesOf("jekyll").fields({ title: "{{ page.sub }}", sub: "sea", list });
    expect(filled).toEqual({ title: "sea", sub: "sea", list });
  });

  test("tells what nobody knows once a field, with its line", () => {
    const { fields, told } = templatesOf("jekyll");
    expect(fields({ title: "a {{ page.url }}", list: ["{{ page.id }}", "{{ page.id }}"] })).toEqual({
      title: "a ",
      list: ["", ""],
    });
    expect(told).toEqual(["5: contains {{ page.url }}", "4: contains {{ page.id }}"]);
  });

  test.for(["permalink", "url", "path", "slug"])(
    "has its %s as it is where only the generator can make it",
    (name) => {
      const { fields, told } = templatesOf("jekyll");
      expect(fields({ [name]: "/{{ page.id }}/" })).toEqual({ [name]: "/{{ page.id }}/" });
      expect(told).toEqual([]);
      expect(fields({ [name]: "/{{ page.sub }}/", sub: "x" })).toEqual({ [name]: "/x/", sub: "x" });
    },
  );

  test.for(["mypath", "slugs"])("has %s without what nobody knows", (name) => {
    expect(templatesOf("jekyll").fields({ [name]: "/{{ page.id }}/" })).toEqual({ [name]: "//" });
  });

  test("has its address as it is in a folder of no generator", () => {
    const { fields } = templatesOf(null);
    expect(fields({ permalink: "{{ '/a' | relative_url }}", other: "{{ '/a' | relative_url }}" })).toEqual({
      permalink: "{{ '/a' | relative_url }}",
      other: "/a",
    });
  });

  test("has a table that aliases of YAML name again and again filled once", () => {
    const shared = { text: "{{ page.sub }}" };
    const filled = templatesOf("jekyll").fields({ sub: "sea", a: { shared, other: shared } });
    expect(filled).toMatchObject({ a: { shared: { text: "sea" }, other: { text: "sea" } } });
    const { a } = filled as { readonly a: { readonly shared: unknown; readonly other: unknown } };
    expect(a.shared).toBe(a.other);
  });

  test("keeps dates and numbers as they are", () => {
    const at = new Date(0);
    expect(templatesOf("jekyll").fields({ at, n: 7, none: null, title: "{{ site.motto }}" })).toEqual({
      at,
      n: 7,
      none: null,
      title: "Wait",
    });
  });
});

describe("a body", () => {
  test("without marks keeps its lines", () => {
    const { text, lineOf } = templatesOf("jekyll").body("a\nb");
    expect([text, lineOf(6)]).toEqual(["a\nb", 6]);
  });

  test("whose marks are filled knows where its lines stood", () => {
    const { body, told } = templatesOf("jekyll");
    const { text, lineOf } = body("{% comment %}\n\n{% endcomment %}a\n\n{{ page.url }}b");
    expect(text).toBe("a\n\nb");
    expect([5, 7].map(lineOf)).toEqual([7, 9]);
    expect(told).toEqual(["9: contains {{ page.url }}"]);
  });

  test("tells of marks that stay in a folder of no generator, in Markdown alone", () => {
    const { body, told } = templatesOf(null);
    expect(body("a\n{{ page.url }}").text).toBe("a\n{{ page.url }}");
    expect(told).toEqual(["6: contains {{ page.url }}"]);
    body("{{ page.url }}", "html");
    expect(told).toHaveLength(1);
  });

  test("tells of an include that loses a part", () => {
    const { body, told } = templatesOf("jekyll");
    expect(body("{% include b.html %}").text).toBe("B");
    expect(told).toEqual(["5: contains {% include b.html %}"]);
  });

  test.for([
    { generator: "eleventy", path: "pics/a b.png", src: "**/pics/a%20b.png" },
    { generator: "eleventy", path: "a.png", src: "a.png" },
    { generator: "eleventy", path: "./pics/a.png", src: "./pics/a.png" },
    { generator: "eleventy", path: "/pics/a.png", src: "/pics/a.png" },
    { generator: "eleventy", path: "https://a.example/b.png", src: "https://a.example/b.png" },
    { generator: "jekyll", path: "pics/a.png", src: "**/pics/a.png" },
  ] as const)(
    "of $generator names a picture from the project on: $path is $src",
    ({ generator, path, src }) => {
      expect(templatesOf(generator).body(`{% image "${path}" %}`).text).toContain(`src="${src}"`);
    },
  );

  test("of Hugo names a picture from where it is, and so does one of no generator", () => {
    expect(templatesOf("hugo").body('{{< figure src="pics/a.png" >}}').text).toContain('src="pics/a.png"');
    expect(templatesOf(null).body('{{< figure src="pics/a.png" >}}').text).toContain('src="pics/a.png"');
  });

  test("says nothing of an include that is whole", () => {
    const { fields, body, told } = templatesOf("jekyll");
    fields({ sub: "sea" });
    expect([body("{% include c.html %}").text, told]).toEqual(["C sea", []]);
    body("{% include b.html %}");
    expect(told).toHaveLength(1);
  });

  test("that is handed on as it is keeps its lines", () => {
    const { text, lineOf } = templatesOf("jekyll").body("{% raw %}\na\nb\n{% endraw %}\nc");
    expect(text).toBe("\na\nb\n\nc");
    expect([6, 7, 9].map(lineOf)).toEqual([6, 7, 9]);
  });

  test("of any length may use as many marks as it has", () => {
    const text = "{{ site.motto | upcase }}\n".repeat(30_000);
    expect(templatesOf("jekyll").body(text).text).toBe("WAIT\n".repeat(30_000));
  });
});
