import { expect, test } from "vitest";
import type { ContentPath } from "../../src/article/values.ts";
import { parseRedirects } from "../../src/source/settings/redirects-file.ts";
import { FileProblems } from "../../src/source/text/source-file.ts";

function read(text: string) {
  const problems = new FileProblems("_redirects");
  const found = parseRedirects({ path: "_redirects" as ContentPath, bytes: Buffer.from(text) }, problems);
  return {
    redirects: [...found].map(([from, { to, status, line }]) => `${line}: ${from} ${to} ${status}`),
    problems: problems.list.map(({ severity, line, message }) => `${severity} ${line}: ${message}`),
  };
}

test.for([
  ["old and new path", "/a /b", "/a /b 301"],
  ["a status", "/a  /b\t302", "/a /b 302"],
  ["a status that is forced", "/a /b 301!", "/a /b 301"],
  ["308 and 307", "/a /b 308", "/a /b 308"],
  ["another site", "/a https://else.example/x?y#z", "/a https://else.example/x?y#z 301"],
  ["a splat", "/a/* /b/:splat 301", "/a/* /b/:splat 301"],
  ["names", "/a/:x/:y /b/:y/:x", "/a/:x/:y /b/:y/:x 301"],
  ["a query in Netlify's form", "/a id=1 p=2 /b 301", "/a?id=1&p=2 /b 301"],
  ["a query as a browser has it", "/?p=1 /b", "/?p=1 /b 301"],
  ["what is gone", "/a 410", "/a / 410"],
  ["what is gone, with a path beside it", "/a /b 410", "/a / 410"],
  ["a comment behind it", "/a /b # why", "/a /b 301"],
  ["white space around it", "  /a /b  \r", "/a /b 301"],
] as const)("a line of _redirects with %s", ([, line, redirect]) => {
  expect(read(`# comment\n\n${line}\n`)).toEqual({ redirects: [`3: ${redirect}`], problems: [] });
});

test.for([
  [
    "a rewrite",
    "/* /index.html 200",
    "asks for a rewrite (200), which is not done here; let it redirect with 301",
  ],
  [
    "a page of 404",
    "/* /404.html 404",
    "asks for a page of 404, which the site has for every unknown address; remove it",
  ],
  [
    "a country",
    "/a /b 302 Country=nl",
    'has the condition "Country=nl", which is not known here; let it redirect everybody',
  ],
  [
    "a country without a status",
    "/a /b Country=nl",
    'has "Country=nl" where a status belongs; write 301, 302, 307, 308 or 410',
  ],
  [
    "a host",
    "https://old.example/* /:splat",
    'begins with a host; write the path alone, and the host into "hosts" of site.toml',
  ],
  ["any value in a query", "/a id=:id /b/:id", "asks for any value in a query; write out the values"],
  ["one path", "/a", "names no new path; write one behind the old path"],
  ["one path and a status", "/a 301", "names no new path; write one behind the old path"],
  ["a query alone", "/a id=1", "names no new path; write one behind the old path"],
  ["an unknown status", "/a /b 418", 'has "418" where a status belongs; write 301, 302, 307, 308 or 410'],
  [
    "no path",
    "a /b",
    'has "a" where an address belongs; write the old path with a leading slash, such as /old',
  ],
  ["two stars", "/*/* /b", 'has "/*/*" where an address belongs; write * once'],
  [
    "no target",
    "/a b",
    'has "b" where an address belongs; write a path such as /new, or a URL that begins with https://',
  ],
  [
    "a script",
    "/a javascript:alert(1)",
    'has "javascript:alert(1)" where an address belongs; write a path such as /new, or a URL that begins with https://',
  ],
] as const)("a line with %s is told and left out", ([, line, says]) => {
  expect(read(`/x /y\n${line}`)).toEqual({
    redirects: ["1: /x /y 301"],
    problems: [`warning 2: is left out: it ${says}`],
  });
});

test("the first of two lines counts", () => {
  expect(read("/a /b\n/a /c\n")).toEqual({
    redirects: ["1: /a /b 301"],
    problems: ['warning 2: is left out: it leads "/a" somewhere for a second time; remove one'],
  });
});

test("what is no text is told, and never thrown", () => {
  expect(() => read("\u0000\u0007 \u202e\n/__proto__ /constructor\n= = =\n")).not.toThrow();
  expect(read("/__proto__ /constructor").redirects).toEqual(["1: /__proto__ /constructor 301"]);
});
