import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { absoluteUrl, articleId, contentPath, slug } from "../../src/article/values.ts";

describe("an absolute URL", () => {
  test.for([
    { text: "http://quay.example", url: "http://quay.example/" },
    { text: "HTTPS://Quay.Example/a/../b?c#d", url: "https://quay.example/b?c#d" },
    { text: "mailto:desk@quay.example", url: "mailto:desk@quay.example" },
    { text: "tel:+4722334455", url: "tel:+4722334455" },
  ])("$text is $url", ({ text, url }) => {
    expect(absoluteUrl(text)).toBe(url);
  });

  test("is made of a relative one against another (RFC 3986 §5)", () => {
    const base = absoluteUrl("https://quay.example/articles/lock") ?? undefined;
    expect(absoluteUrl("tide?a#b", base)).toBe("https://quay.example/articles/tide?a#b");
    expect(absoluteUrl("tide?a#b")).toBeNull();
  });

  test.for([
    "javascript:alert(1)",
    "data:text/html,a",
    "ftp://quay.example/",
    "xhttp://quay.example/",
    "https://",
  ])("never comes of %s", (text) => {
    expect(absoluteUrl(text)).toBeNull();
  });
});

describe("a slug", () => {
  test.for([
    { name: "letters and digits", text: "tide-2", segment: "tide-2" },
    { name: "what a path needs encoded (RFC 3986 §3.3)", text: "a b?c#d", segment: "a%20b%3Fc%23d" },
    { name: "dots beside a letter", text: "..a..", segment: "..a.." },
    { name: "an accent apart from its letter, as if it were on it", text: "e\u0301", segment: "%C3%A9" },
    { name: "half a surrogate pair, as U+FFFD", text: "a\uD83C", segment: "a%EF%BF%BD" },
  ])("takes $name", ({ text, segment }) => {
    expect(slug(text)).toBe(segment);
  });

  test.for([
    { name: "nothing", text: "" },
    { name: "a dot", text: "." },
    { name: "dots, which lead elsewhere", text: ".." },
    { name: "a slash", text: "a/b" },
  ])("is never made of $name", ({ text }) => {
    expect(slug(text)).toBeNull();
  });

  test("is one segment of a path, whatever the text", () => {
    const codeUnit = fc.integer({ min: 0, max: 0xffff }).map((code) => String.fromCharCode(code));
    const unit = fc.oneof(fc.constantFrom(".", "/", "?", "%", "a"), codeUnit);
    fc.assert(
      fc.property(fc.string({ unit }), (text) => {
        const segment = slug(text);
        if (segment === null) return;
        expect(new URL(`https://quay.example/x/${segment}`).pathname).toBe(`/x/${segment}`);
      }),
    );
  });
});

test.for([
  { text: "urn:example:Tide", id: "urn:example:Tide" },
  { text: " two words\n", id: "two words" },
  { text: "", id: null },
  { text: " \t\n", id: null },
])("the id in %j has no white space around it, and is not empty", ({ text, id }) => {
  expect(articleId(text)).toBe(id);
});

describe("a content path", () => {
  test.for([
    { text: "harbour/lock.md", path: "harbour/lock.md" },
    { text: "harbour\\lock.md", path: "harbour/lock.md" },
    { text: "/harbour//lock.md/", path: "harbour/lock.md" },
    { text: "./harbour/./lock.md", path: "harbour/lock.md" },
    { text: "harbour/../world/../lock.md", path: "lock.md" },
    { text: ".hidden/..lock", path: ".hidden/..lock" },
  ])("$text is $path", ({ text, path }) => {
    expect(contentPath(text)).toBe(path);
  });

  test.for([
    { name: "is empty", text: "" },
    { name: "is the content folder itself", text: "harbour/.." },
    { name: "leaves the content folder", text: "../lock.md" },
    { name: "leaves it and comes back", text: "harbour/../../content/lock.md" },
  ])("is none where it $name", ({ text }) => {
    expect(contentPath(text)).toBeNull();
  });
});
