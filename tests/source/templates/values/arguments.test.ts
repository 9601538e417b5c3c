import { expect, test } from "vitest";
import { readArguments } from "../../../../src/source/templates/values/arguments.ts";
import { scopeOf } from "./scope-of.ts";

const GLOBALS = { page: { title: "Lock", table: {} }, width: 7, b: { c: "a1" } };

/** What a tag is given: values by place, then `name=value`. */
function given(text: string, isHugo = false): readonly string[] {
  const { positions, names } = readArguments(text, isHugo ? null : scopeOf(GLOBALS));
  return [...positions, ...[...names].map(([name, value]) => `${name}=${value}`)];
}

test.for([
  { text: "", are: [] },
  { text: 'a "b c" d', are: ["a", "b c", "d"] },
  { text: "'b c', `d e` “f g”", are: ["b c", "d e", "f g"] },
  { text: '"a \\"b\\" \\\\ \\n"', are: ['a "b" \\ \\n'] },
  { text: "'it\\'s'", are: ["it's"] },
  { text: 'src="a b.png" width=7', are: ["src=a b.png", "width=7"] },
  { text: 'src: "a.png", alt : b', are: ["src=a.png", "alt=b"] },
  { text: "data-x.y=1", are: ["data-x.y=1"] },
  { text: "a=1 a=2", are: ["a=1"] },
  { text: 'a "b" c=d', are: ["a", "b", "c=d"] },
  { text: "https://quay.example/a", are: ["https://quay.example/a"] },
  { text: "//quay.example", are: ["//quay.example"] },
  { text: '"open', are: ['"open'] },
  { text: "\"a\\ b\" 'c\\ d'", are: ["a\\ b", "c\\ d"] },
  { text: "007", are: ["007"] },
  { text: "1|plus:1", are: ["1|plus:1"] },
  { text: "a=", are: [] },
])("$text gives a tag $are, in Hugo and elsewhere", ({ text, are }) => {
  expect(given(text)).toEqual(are);
  expect(given(text, true)).toEqual(are);
});

test.for([
  { text: "page.title", are: ["Lock"], hugo: ["page.title"] },
  { text: "t=page.title", are: ["t=Lock"], hugo: ["t=page.title"] },
  { text: "width", are: ["7"], hugo: ["width"] },
  { text: "page['title']", are: ["Lock"], hugo: ["page['title']"] },
  { text: "b.c", are: ["a1"], hugo: ["b.c"] },
  { text: "height", are: ["height"], hugo: ["height"] },
  { text: "mypage.x", are: ["mypage.x"], hugo: ["mypage.x"] },
  { text: "photo.png", are: ["photo.png"], hugo: ["photo.png"] },
  { text: "a page.table b", are: ["a", "b"], hugo: ["a", "page.table", "b"] },
  { text: "a site.posts b", are: ["a", "b"], hugo: ["a", "site.posts", "b"] },
  { text: "a c=include.x b", are: ["a", "b"], hugo: ["a", "b", "c=include.x"] },
  { text: "forloop.index post.url item.url layout.x", are: [], hugo: null },
  { text: '"{{ page.title }} a"', are: ["Lock a"], hugo: ["{{ page.title }} a"] },
  { text: '"{{- page.title -}}"', are: ["Lock"], hugo: ["{{- page.title -}}"] },
  { text: 'a "{{ only.x }} c" b', are: ["a", "b"], hugo: ["a", "{{ only.x }} c", "b"] },
  { text: "a {{ page.title }}", are: ["a", "Lock"], hugo: null },
  { text: "t={{ page.title }}", are: ["t=Lock"], hugo: null },
  { text: "{{ page.title }}", are: ["Lock"], hugo: null },
  { text: "a {{ only.x }}", are: [], hugo: null },
])("names are looked up where they mean something: $text gives $are, Hugo $hugo", ({ text, are, hugo }) => {
  expect(given(text)).toEqual(are);
  if (hugo !== null) expect(given(text, true)).toEqual(hugo);
});
