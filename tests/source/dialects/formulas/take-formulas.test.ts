import { describe, expect, test } from "vitest";
import type { Reference } from "../../../../src/article/references.ts";
import type { Generator } from "../../../../src/article/setting-choices.ts";
import { takeFormulas, withMathml, withTex } from "../../../../src/source/dialects/formulas/formulas.ts";
import { mathml } from "../../../../src/source/dialects/formulas/mathml.ts";
import { PLAIN } from "../../../../src/source/dialects/text/dialect.ts";

/** A text with `‹0›` in the place of its first formula, and its formulas in short. */
function taken(text: string, math = true, generator: Generator | null = null) {
  const { text: left, formulas } = takeFormulas(text, { ...PLAIN, math, generator });
  return [
    left.replaceAll("\ue0a0", "‹").replaceAll("\ue0a1", "›"),
    ...formulas.map(({ tex, isDisplay }) => (isDisplay ? `[${tex}]` : tex)),
  ];
}

describe("formulas of a text that says it has some", () => {
  test.for([
    { text: "a $b$ c", is: ["a ‹0› c", "b"] },
    { text: "a $b$ $c$", is: ["a ‹0› ‹1›", "b", "c"] },
    { text: "a $b\nc$", is: ["a ‹0›", "b\nc"] },
    { text: "a $b\n\nc$", is: ["a $b\n\nc$"] },
    { text: "a $b\n \t\nc$", is: ["a $b\n \t\nc$"] },
    { text: "a $b\n\n.$c$", is: ["a $b\n\n.‹0›", "c"] },
    { text: "a $b\n \t\n.$c$", is: ["a $b\n \t\n.‹0›", "c"] },
    { text: "a $ b$", is: ["a $ b$"] },
    { text: "a $b $", is: ["a $b $"] },
    { text: "a $b$1", is: ["a $b$1"] },
    { text: "a \\$b$", is: ["a \\$b$"] },
    { text: "US$5 A$6", is: ["US$5 A$6"] },
    { text: "5$b$", is: ["5$b$"] },
    { text: "$a\\$b$", is: ["‹0›", "a\\$b"] },
    { text: "`$a$` $b$", is: ["`$a$` ‹0›", "b"] },
    { text: "```\n$a$\n```", is: ["```\n$a$\n```"] },
    { text: "\\(a\\) b", is: ["‹0› b", "a"] },
    { text: "\\\\(a\\\\) b", is: ["‹0› b", "a"] },
    { text: "\\(a \\alpha\\)", is: ["‹0›", "a \\alpha"] },
    { text: "\\(a\nb\\)", is: ["\\(a\nb\\)"] },
    { text: "\\(a \\(b\\)", is: ["\\(a ‹0›", "b"] },
    { text: "a \\[b\\] c", is: ["a ‹0› c", "[b]"] },
    { text: "\\[a\nb\\]", is: ["‹0›", "[a\nb]"] },
    { text: "\\[a\n\nb\\]", is: ["\\[a\n\nb\\]"] },
    { text: "\\[a \\[b\\]", is: ["\\[a ‹0›", "[b]"] },
    { text: "\\[ \\]", is: ["\\[ \\]"] },
    { text: "$$a$$", is: ["‹0›", "[a]"] },
    { text: "a $$b$$ c", is: ["a ‹0› c", "b"] },
    { text: "a\n$$\nb\n$$\nc", is: ["a\n‹0›\nc", "[b]"] },
    { text: "> $$\n> a\n> b\n> $$", is: ["> ‹0›", "[a\nb]"] },
    { text: "> $$\n>a\n> > b\n> $$", is: ["> ‹0›", "[a\n> b]"] },
    { text: "  $$a$$.", is: ["  ‹0›.", "[a]"] },
    { text: "$$a$$ b", is: ["‹0› b", "a"] },
    { text: "b $$a$$", is: ["b ‹0›", "a"] },
    { text: "$$a$$\nb", is: ["‹0›\nb", "[a]"] },
    { text: "b\n$$a$$", is: ["b\n‹0›", "[a]"] },
    { text: "$$a$$\nb c", is: ["‹0›\nb c", "[a]"] },
    { text: `b $$a$$\n${"c".repeat(50)}`, is: [`b ‹0›\n${"c".repeat(50)}`, "a"] },
    {
      text: `${"x".repeat(50)}\n$$a$$\n${"x".repeat(50)}`,
      is: [`${"x".repeat(50)}\n‹0›\n${"x".repeat(50)}`, "[a]"],
    },
    { text: "$$$a$$$", is: ["$$$a$$$"] },
    { text: "$$ $$", is: ["$$ $$"] },
    { text: "$$a\n\nb$$", is: ["$$a\n\nb$$"] },
    { text: "a $b$ \ue0a0 c", is: ["a $b$ ‹ c"] },
    { text: "a $b$ \ue0a1 c", is: ["a $b$ › c"] },
    { text: "$$a$$ and $b$ and \\(c\\)", is: ["‹0› and ‹2› and ‹1›", "a", "c", "b"] },
    { text: "no formula", is: ["no formula"] },
  ])("$text: $is", ({ text, is }) => {
    expect(taken(text)).toEqual(is);
  });
});

describe("of a text that says nothing only pairs of dollars with TeX between them are some", () => {
  test.for([
    { text: "a $b^2$ \\(c\\)", is: ["a $b^2$ \\(c\\)"] },
    { text: "a $$b^2$$ $c^2$", is: ["a ‹0› $c^2$", "b^2"] },
    { text: "$$\\alpha$$", is: ["‹0›", "[\\alpha]"] },
    { text: "$$a_1$$", is: ["‹0›", "[a_1]"] },
    { text: "$$a=1$$", is: ["‹0›", "[a=1]"] },
    { text: "$$a \\\\ b$$", is: ["‹0›", "[a \\\\ b]"] },
    { text: "$$a$$ b^2", is: ["$$a$$ b^2"] },
    { text: "$$a$$_b", is: ["$$a$$_b"] },
    { text: "from $$ to $$ a night", is: ["from $$ to $$ a night"] },
  ])("$text: $is", ({ text, is }) => {
    expect(taken(text, false)).toEqual(is);
  });

  test("but in Jekyll all of them", () => {
    expect(taken("a $$b$$ $c$", false, "jekyll")).toEqual(["a ‹0› $c$", "b"]);
  });
});

describe("what stands in the place of marks", () => {
  const { text, formulas } = takeFormulas("$a  b$ $c<d$", { ...PLAIN, math: true });

  test("is TeX in texts, on one line", () => {
    expect(withTex(text, formulas)).toBe("a b c<d");
    expect(withTex("\ue0a09\ue0a1", formulas)).toBe("\ue0a09\ue0a1");
    expect(withTex("x", [])).toBe("x");
    const many = takeFormulas("$x$ ".repeat(12), { ...PLAIN, math: true });
    expect(withTex(many.text, many.formulas)).toBe("x ".repeat(12));
  });

  test("is MathML in bodies, and TeX in tags and in addresses", () => {
    const reference: Reference = { kind: "link", target: "/x\ue0a00\ue0a1" } as unknown as Reference;
    const plain: Reference = { kind: "link", target: "/y" } as unknown as Reference;
    const [first, second, third, fourth] = withMathml(
      ['\ue0a00\ue0a1 <img alt="\ue0a01\ue0a1"> \ue0a01\ue0a1', reference, plain, '<i title="'],
      formulas,
      () => {},
    );
    expect(first).toBe(
      `${mathml("a  b", false, () => {})} <img alt="c&lt;d"> ${mathml("c<d", false, () => {})}`,
    );
    expect(second).toEqual({ kind: "link", target: "/x$a  b$" });
    expect(fourth).toBe('<i title="');
    expect(third).toBe(plain);
  });

  test("is told apart where there are more than ten", () => {
    const tenth = takeFormulas(Array.from({ length: 11 }, (_, at) => `$x_{${at}}$`).join(" "), {
      ...PLAIN,
      math: true,
    });
    expect(withMathml(["\ue0a010\ue0a1"], tenth.formulas, () => {})).toEqual([
      mathml("x_{10}", false, () => {}),
    ]);
  });

  test("is escaped in tags", () => {
    const quoted = takeFormulas('$a & "b" > c$', { ...PLAIN, math: true });
    const body = withMathml([`<i title="${quoted.text}">`], quoted.formulas, () => {});
    expect(body).toEqual(['<i title="a &amp; &quot;b&quot; &gt; c">']);
  });

  test("goes on in a tag that a reference cuts", () => {
    const cut = { kind: "link", target: "/y" } as unknown as Reference;
    expect(
      withMathml(['<a href="', cut, '" title="\ue0a00\ue0a1">\ue0a00\ue0a1'], formulas, () => {})[2],
    ).toBe(`" title="a  b">${mathml("a  b", false, () => {})}`);
  });

  test("is told once where it is wrong, however often it stands there", () => {
    const wrong = takeFormulas("$\\no$ $\\no$", { ...PLAIN, math: true });
    const lost: string[] = [];
    withMathml([wrong.text], wrong.formulas, (tex) => lost.push(tex));
    expect(lost).toEqual(["\\no"]);
    expect(withMathml(["x"], [], () => {})).toEqual(["x"]);
  });
});

describe("a formula as MathML", () => {
  const made = (tex: string, isDisplay = false) => {
    const lost: string[] = [];
    return { html: mathml(tex, isDisplay, (_, reason) => lost.push(reason)), lost };
  };

  test("has its TeX as its words, on one line, and says whether it stands by itself", () => {
    expect(made("a  <\n b").html).toContain('<math alttext="a &lt; b">');
    expect(made("a", true).html).toContain('<math alttext="a" display="block">');
  });

  test("has its cells where they stand, and no style", () => {
    const { html, lost } = made("\\begin{aligned} a &= b \\\\ c &= d \\end{aligned}", true);
    expect(html).toContain('columnalign="right"');
    expect(html).toContain('columnalign="left"');
    expect(html).not.toMatch(/ (?:class|style)=/);
    expect(lost).toEqual([]);
  });

  test("has elements that are closed", () => {
    const { html } = made("a\\,b");
    expect(html).toContain("<mspace");
    expect(html).not.toContain("/>");
    expect(html).toContain("</mspace>");
  });

  test.for([
    { tex: "x".repeat(3001), reason: "it is too long" },
    { tex: "\\no{x}", reason: "Unsupported function name: \\no" },
    { tex: "{", reason: expect.stringMatching(/^Expected '\}', got 'EOF'/) },
  ])("that cannot be read is code, and told: $reason", ({ tex, reason }) => {
    const { html, lost } = made(tex);
    expect(html).toBe(`<code>${tex}</code>`);
    expect(lost).toEqual([reason]);
  });

  test.for([
    { tex: "\\includegraphics{a}", reason: expect.stringContaining("not trusted") },
    { tex: "a\\ref{b}", reason: "<a> is not known" },
    { tex: "\\left(a", reason: "Expected '\\right', got 'EOF'" },
    { tex: "\\def\\a{\\a}\\a", reason: expect.stringMatching(/^Too many expansions/) },
  ])("$tex neither loads nor leads nor goes on for ever: $reason", ({ tex, reason }) => {
    expect(made(tex)).toEqual({ html: `<code>${tex}</code>`, lost: [reason] });
  });

  test.for(["equation", "align", "gather"])("of the environment %s has no number", (name) => {
    const { html, lost } = made(`\\begin{${name}}a\\end{${name}}`, true);
    expect(html).toMatch(/^<math .*<mi>a<\/mi>.*<mtd[^>]*><mtext><\/mtext><\/mtd><\/mtr><\/mtable><\/math>$/);
    expect(lost).toEqual([]);
  });

  test("keeps the attributes of its elements, and no others", () => {
    expect(made("\\bra{a}").html).toContain('<mo form="prefix" stretchy="false">');
    expect(made("\\text{a\\&b}").html).toBe(
      '<math alttext="\\text{a\\&amp;b}"><mtext>a&amp;b</mtext></math>',
    );
  });

  test("of three thousand signs is one still", () => {
    expect(made("x".repeat(3000)).lost).toEqual([]);
  });

  test("leads nowhere", () => {
    expect(made("\\href{https://a.example}{b}").html).not.toContain("href=");
  });
});
