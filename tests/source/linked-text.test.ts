import { describe, expect, test } from "vitest";
import { escapeText, linkedText } from "../../src/source/html/linked-text.ts";

/** A link of text to itself. */
function link(url: string): string {
  return `<a href="${url}">${url}</a>`;
}

const URL = "https://quay.example/a";

test("text between tags is escaped", () => {
  expect(escapeText(`a & b < c > "d" & <e>`)).toBe(`a &amp; b &lt; c &gt; "d" &amp; &lt;e&gt;`);
});

describe("bare URLs become links", () => {
  test.for([
    { name: "text without one", text: "A & b.", html: "A &amp; b." },
    { name: "one alone", text: URL, html: link(URL) },
    { name: "http", text: "http://quay.example", html: link("http://quay.example") },
    { name: "text around it", text: `See < ${URL} > there`, html: `See &lt; ${link(URL)} &gt; there` },
    { name: "several", text: `${URL} & ${URL}/b`, html: `${link(URL)} &amp; ${link(`${URL}/b`)}` },
    { name: "a bracket before it", text: `(${URL})`, html: `(${link(URL)})` },
    { name: "angle brackets", text: `<${URL}>`, html: `&lt;${link(URL)}&gt;` },
    { name: "quotes", text: `"${URL}" “${URL}”`, html: `"${link(URL)}" “${link(URL)}”` },
    { name: "stops inside", text: `${URL}.b,c:d!e?f;g`, html: link(`${URL}.b,c:d!e?f;g`) },
    { name: "another scheme", text: "ftp://quay.example", html: "ftp://quay.example" },
    { name: "a longer scheme", text: "xhttps://quay.example", html: "xhttps://quay.example" },
    { name: "a scheme alone", text: "https:// ", html: "https:// " },
  ])("$name", ({ text, html }) => {
    expect(linkedText(text)).toBe(html);
  });

  test.for([".", ",", ";", ":", "!", "?", "'", "’", ")", "]", "}", "?!"])(
    "without the %s behind them",
    (end) => {
      expect(linkedText(`${URL}${end} So`)).toBe(`${link(URL)}${end} So`);
    },
  );

  test("with & escaped in both places", () => {
    expect(linkedText(`${URL}?b=1&c=2`)).toBe(`<a href="${URL}?b=1&amp;c=2">${URL}?b=1&amp;c=2</a>`);
  });
});

test("characters that feeds cannot carry are dropped (XML 1.0 §2.2)", () => {
  expect(linkedText(`a\u0008b ${URL}\u0000b`)).toBe(`ab ${link(`${URL}b`)}`);
});
