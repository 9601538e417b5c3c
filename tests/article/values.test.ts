import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { absoluteUrl, articleId, contentPath, sitePath, slug } from "../../src/article/values.ts";
import { storageKeyOfPath } from "../../src/representation/storage-key.ts";

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
    { name: "a backslash", text: "a\\b" },
    { name: "a control character", text: "a\u0000b" },
    { name: "a control character of Latin 1", text: "a\u009bb" },
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

describe("a path of the site", () => {
  test.for([
    { text: "/", path: "/" },
    { text: "/2025/lock/", path: "/2025/lock/" },
    { text: "/%7Eana/a+b", path: "/~ana/a%2Bb" },
    { text: "/\u00e9/%C3%A9", path: "/%C3%A9/%C3%A9" },
    { text: "/.../..a/.b", path: "/.../..a/.b" },
    { text: "/a\ud800", path: "/a%EF%BF%BD" },
  ])("$text is served as $path", ({ text, path }) => {
    expect(sitePath(text)).toBe(path);
  });

  test.for([
    { name: "has no slash in front", text: "a" },
    { name: "is empty", text: "" },
    { name: "has an empty segment", text: "/a//b" },
    { name: "has an empty segment in front", text: "//a" },
    { name: "has a dot", text: "/a/./b" },
    { name: "has two dots", text: "/a/.." },
    { name: "has two dots in escapes", text: "/%2E%2e/a" },
    { name: "has a hidden slash", text: "/a%2fb" },
    { name: "has a backslash", text: "/a\\b" },
    { name: "has a hidden backslash", text: "/a%5Cb" },
    { name: "has a zero", text: "/a%00" },
    { name: "has a broken escape", text: "/a%zz" },
    { name: "has an escape that is no UTF-8", text: "/a%ff" },
  ])("is none where it $name", ({ text }) => {
    expect(sitePath(text)).toBeNull();
  });

  test("is its own storage key, whatever the text: bake and edge agree on it", () => {
    const unit = fc.constantFrom(..."/.%2fF5cCe0\\a\u0000\u00e9\ud83d\ude00+~ ?#");
    fc.assert(
      fc.property(fc.string({ unit, maxLength: 12 }), (text) => {
        const path = sitePath(`/${text}`);
        expect(storageKeyOfPath(`/${text}`)).toBe(/[\ud800-\udfff]/u.test(text) ? null : path);
        if (path !== null)
          expect(storageKeyOfPath(new URL(path, "https://quay.example").pathname)).toBe(path);
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
