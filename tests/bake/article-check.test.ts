import { expect, test } from "vitest";
import { relativeUrl } from "../../src/bake/gate/article-check.ts";

test.for([
  { html: '<a href="/x">', found: "/x" },
  { html: '<a title="t" href="">', found: "" },
  { html: '<A HREF="x">', found: "x" },
  { html: '<h2 title="t" cite="x">', found: "x" },
  { html: '<a href="//cdn.example/">', found: "//cdn.example/" },
  { html: '<a href="http:x">', found: "http:x" },
  { html: '<a href="x-https://a.example/">', found: "x-https://a.example/" },
  { html: '<img src="//cdn.example/x.png">', found: "//cdn.example/x.png" },
  { html: '<video poster="p.jpg">', found: "p.jpg" },
  { html: '<blockquote cite="q">', found: "q" },
  { html: '<a href="https://a.example/"><a href="b"><a href="c">', found: "b" },
  {
    html: '<img src="https://a.example/1.png" srcset="https://a.example/1.png 1x, 2.png 2x">',
    found: "2.png 2x",
  },
  { html: '<source srcset="2.png">', found: "2.png" },
  { html: '<img alt="" srcset="2.png">', found: "2.png" },
  { html: '<img srcset="HTTP://a.example/a,b.png 1x,\n https://a.example/2.png 2x">', found: null },
  {
    html: '<img srcset="https://a.example/1.png, x-https://a.example/2.png">',
    found: "x-https://a.example/2.png",
  },
  { html: '<img srcset="https://a.example/1.png"><img srcset="2.png">', found: "2.png" },
  { html: '<p>The srcset="x" of it</p>', found: null },
  { html: '<a href="https://a.example/?x=<y>">', found: null },
  { html: '<a href="HTTPS://a.example/">', found: null },
  { html: '<a href="http://a.example/">', found: null },
  { html: '<a href="mailto:a@quay.example">', found: null },
  { html: '<a href="tel:112">', found: null },
  { html: '<a data-href="x">', found: null },
  { html: '<p title="href="> <b>x</b>', found: null },
  { html: '<code>&lt;a href="x"&gt;</code>', found: null },
  { html: '<p>he said href="x"</p>', found: null },
])("the first relative address in $html is $found", ({ html, found }) => {
  expect(relativeUrl(html)).toBe(found);
});
