import { expect, test } from "vitest";
import { bakeFolder, bodyOf } from "../bake/baked-folder.ts";
import { contentFolder, SITE_TOML } from "../content-folder.ts";

test("a site of Jekyll is published without a mark, and its links lead to its articles", () => {
  const folder = contentFolder({
    "site.toml": `${SITE_TOML}generator = "jekyll"\n[templates]\nnote = "<aside>{inner}</aside>"\n`,
    "_data/sea.yml": "tide: high\n",
    "_posts/sub/2025-01-01-one.md": "---\ntitle: One {{ x }}\nsummary: A {% y %} b\n---\nFirst.\n",
    "_posts/2025-01-02-two.md": [
      "---\ntitle: Two\n---",
      "[one]({% post_url 2025-01-01-one %}#x), [abs]({{ site.url }}{% post_url 2025-01-01-one %}),",
      "[gone]({% post_url 2025-01-09-gone %}), {{ site.data.sea.tide }} {% unknown %}`{{ page.url }}`\n",
      "{% note %}\nHi *there*\n{% endnote %}",
    ].join("\n"),
  });
  const baked = bakeFolder(folder);
  const { articles, documents, problems } = baked;
  expect(problems.filter(({ severity }) => severity === "error")).toEqual([]);
  const [two] = [...articles].filter(({ title }) => title === "Two");
  expect(two?.readText().html).toBe(
    '<p><a href="https://quay.example/articles/one#x">one</a>, <a href="https://quay.example/articles/one">abs</a>,\n<a>gone</a>, high <code> </code></p>\n<aside>\n<p>Hi <em>there</em></p>\n</aside>',
  );
  expect(problems.map(({ message }) => message)).toContainEqual(
    expect.stringMatching(/^names 2025-01-09-gone, which is neither/),
  );
  const keys = documents.map(({ key }) => key);
  for (const key of keys.filter((one) => /articles|rss|atom|feed|index|^\/$/.test(one)))
    expect(bodyOf(baked, key)).not.toMatch(/\{\{|\{%|"\*\*\//);
  expect(keys.length).toBeGreaterThan(10);
});
