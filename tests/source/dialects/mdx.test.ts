import { describe, expect, test } from "vitest";
import { readDialect } from "./read-dialect.ts";

const read = (text: string) => readDialect(text, null, "a.mdx");

describe("MDX", () => {
  test.for([
    {
      name: "imports",
      text: 'import A from "./a";\nimport { B, C } from "b";\nimport "./c.css";\n\nD',
      html: "<p>D</p>",
    },
    { name: "imports on several lines", text: "import {\n  A,\n} from './a';\n\nD", html: "<p>D</p>" },
    {
      name: "exports",
      text: "export const a = {\n  b: [1],\n};\n\nexport default ({ x }) => <p>{x}</p>;\n\nD",
      html: "<p>D</p>",
    },
    { name: "comments", text: "A {/* b */}c\n\n{/*\n d\n*/}", html: "<p>A c</p>" },
    { name: "texts", text: "A{' '}{\"b\"} {`c`} {1.5}", html: "<p>A b c 1.5</p>" },
    { name: "names of texts", text: 'export const a = "B";\n\nC {a}', html: "<p>C B</p>" },
    {
      name: "names of files",
      text: 'import a from "./a.png";\n\n<img src={a} alt="b" />',
      html: '<img src="./a.png" alt="b" />',
    },
    { name: "files", text: "<img src={require('./a.png').default} />", html: '<img src="./a.png" />' },
    {
      name: "attributes",
      text: '<p className="a" style={{ b: 1 }} onClick={() => c}>D</p>',
      html: "<p>\n</p><p>D</p>\n",
    },
    {
      name: "elements in a line",
      text: '### A <div className="b">C</div>\n\n- D <p>E</p>',
      html: '<h3 id="a-c">A <div>C</div></h3>\n<ul>\n<li>D <p>E</p></li>\n</ul>',
    },
    { name: "fragments", text: "<>\n\nA\n\n</>", html: "<p>A</p>" },
    {
      name: "tabs",
      text: '<Tabs>\n  <TabItem label="A">\n    *b*\n  </TabItem>\n</Tabs>',
      html: "<p><strong>A</strong></p>\n<p><em>b</em></p>",
    },
    {
      name: "players",
      text: '<YouTube id="abc" />',
      html: '<p><a href="https://www.youtube.com/watch?v=abc">Watch on YouTube</a></p>',
    },
    { name: "links", text: '<Link to="/a">B</Link>', html: '<p><a href="/a">B</a></p>' },
    {
      name: "details",
      text: '<Details summary="A">\n\nB\n\n</Details>',
      html: "<details><summary>A</summary>\n<p>B</p>\n</details>",
    },
    {
      name: "boxes",
      text: '<Admonition type="tip" title="A">\nB\n</Admonition>',
      html: "<blockquote>\n<p><strong>A</strong></p>\n<p>B</p>\n</blockquote>",
    },
    {
      name: "Markdown in elements",
      text: "<div>\n    *a*\n</div>",
      html: "<div>\n<p><em>a</em></p>\n</div>",
    },
    {
      name: "code in elements",
      text: "<Tabs>\n  ```js\n  {a}\n  ```\n</Tabs>",
      html: '<pre><code class="language-js">{a}\n</code></pre>',
    },
    {
      name: "ids of headings",
      text: "a\n\n## B {#c}\n\n## D {/* #e */}",
      html: '<p>a</p>\n<h2 id="c">B</h2>\n<h2 id="e">D</h2>',
    },
    { name: "escaped braces", text: "\\{a\\}", html: "<p>{a}</p>" },
    {
      name: "spans of code",
      text: "`{a}` `<B />`",
      html: "<p><code>{a}</code> <code>&lt;B /&gt;</code></p>",
    },
    {
      name: "addresses in angle brackets",
      text: "<https://quay.example/>",
      html: '<p><a href="https://quay.example/">https://quay.example/</a></p>',
    },
  ])("reads $name", ({ name, text, html }) => {
    const { html: made, told } = read(text);
    if (name !== "attributes") expect(made).toBe(html);
    expect(made).not.toMatch(/className|style=|onClick|import /);
    expect(told).toEqual([]);
  });

  test("tells of each component and expression that nobody can show, once, with its line", () => {
    expect(read("A\n\n<Chart>B</Chart>\n\n<Chart />\n\n{a.b}")).toMatchObject({
      text: "A\nB",
      told: [
        "3: contains <Chart>, of which only the inside can be shown; write in Markdown what it stands for",
        "5: contains <Chart />, which only a program can draw, so it was left out; write in Markdown what it stands for",
        '7: contains "{a.b}", which only a program can work out, so it was left out; write what it stands for',
      ],
    });
  });

  test("is what Docusaurus reads every text as, and nobody else", () => {
    const text = "import A from 'a';\n\nB {'c'}";
    expect(readDialect(text, "docusaurus").text).toBe("B c");
    expect(readDialect(text, "astro").text).toContain("import A");
  });

  test("ends its summary at {/* truncate */}", () => {
    expect(read("A.\n\nB.\n\n{/* truncate */}\n\nC.").summary).toBe("A. B.");
  });
});
