import { describe, expect, test } from "vitest";
import { lineKinds, maskCode } from "../../../src/source/dialects/text/line-kinds.ts";

describe("a line of Markdown is text, verbatim or a fence", () => {
  const letters = (text: string) =>
    lineKinds(text.split("\n"))
      .map((kind) => kind.charAt(0))
      .join("");

  test.for([
    { text: "a\n\nb", kinds: "ttt" },
    { text: "```js\na\n\n```\nb", kinds: "fvvvt" },
    { text: "~~~\na\n~~~\nb", kinds: "fvvt" },
    { text: "````\n```\n````\nb", kinds: "fvvt" },
    { text: "```\n~~~\n``` x\n````\nb", kinds: "fvvvt" },
    { text: "```a`b\nc", kinds: "tt" },
    { text: "~~~a`b\nc", kinds: "fv" },
    { text: "> ```\n> a\n> ```\nb", kinds: "fvvt" },
    { text: "> ```\n> a\nb", kinds: "fvt" },
    { text: "> ```\n> a\n> ```\n> b", kinds: "fvvt" },
    { text: "> > ```\n> > a\n> > ```\n> > b", kinds: "fvvt" },
    { text: ">  > ```\n>  > a\n>  > ```\n> b", kinds: "fvvt" },
    { text: "```\n- ```\n> ```\n```\nb", kinds: "fvvvt" },
    { text: "  ~~~\n1. ~~~\n  ~~~\nb", kinds: "fvvt" },
    { text: "> ```\na > b", kinds: "ft" },
    { text: "> ```\n> a ```\n> b", kinds: "fvv" },
    { text: "~~~ a>b\nc", kinds: "fv" },
    { text: "- ```\n  a\n  ```\nb", kinds: "fvvt" },
    { text: "1. ```\n   a\n   ```\nb", kinds: "fvvt" },
    { text: "a\n\n    b\n    c\nd", kinds: "ttvvt" },
    { text: "a\n    b", kinds: "tt" },
    { text: "\n\tb", kinds: "tv" },
    { text: "- a\n\n    b\n\nc\n\n    d", kinds: "ttttttv" },
    { text: "!!! note\n\n    b", kinds: "ttt" },
    { text: "<pre>\na\n</pre>\nb", kinds: "vvvt" },
    { text: "<PRE>\na\n</PRE> c\nb", kinds: "vvvt" },
    { text: "<pre>a</pre>\nb", kinds: "vt" },
    { text: "<script>\na\n\nb</script>\nc", kinds: "vvvvt" },
    { text: "<style>a\n</style>\nb", kinds: "vvt" },
    { text: "<textarea>\n\n</textarea>\nb", kinds: "vvvt" },
    { text: "<!-- a\nb\n-->\nc", kinds: "tvvt" },
    { text: "<!-- a -->\nb", kinds: "tt" },
    { text: "    <pre>\na", kinds: "vt" },
    { text: "b\n    <pre>\na", kinds: "ttt" },
    { text: "<prefix>\na", kinds: "tt" },
    { text: "a <pre>\nb", kinds: "tt" },
    { text: "12. a\n\n    b", kinds: "ttt" },
    { text: "1) a\n\n    b", kinds: "ttt" },
    { text: "> - a\n\n    b", kinds: "ttt" },
    { text: "-\n\n    b", kinds: "ttt" },
    { text: "-a\n\n    b", kinds: "ttv" },
    { text: "1.a\n\n    b", kinds: "ttv" },
    { text: "a - b\n\n    c", kinds: "ttv" },
    { text: "[^10]: a\n\n    b", kinds: "ttt" },
    { text: "  [^a]: b\n\n    c", kinds: "ttt" },
    { text: "??? a\n\n    b", kinds: "ttt" },
    { text: "   !!!a\n\n    b", kinds: "ttt" },
    { text: "a !!!\n\n    b", kinds: "ttv" },
    { text: ": a\n\n    b", kinds: "ttt" },
    { text: "a\n\n   \tb", kinds: "ttv" },
    { text: "a\n\n   b", kinds: "ttt" },
    { text: "a\n \t\n    b", kinds: "ttv" },
    { text: "- a\n\n  b\n\n    c", kinds: "ttttt" },
    { text: "- a\n\nb c\n\n    d", kinds: "ttttv" },
    { text: "\na    b", kinds: "tt" },
    { text: "-  ~~~\n   a\n   ~~~\nb", kinds: "fvvt" },
    { text: "- a\nb\n\n    c", kinds: "tttt" },
    { text: "a ```\nb", kinds: "tt" },
    { text: "> > ```\n> > a\n> > ```\nb", kinds: "fvvt" },
    { text: "10. ```\n    a\n10. ```\nb", kinds: "fvvt" },
    { text: "1) * ```\n     a\n     ```  \nb", kinds: "fvvt" },
    { text: "~~\na", kinds: "tt" },
    { text: "```\na ```\nb\n```\nc", kinds: "fvvvt" },
    { text: "  > ```\n  > a\nb", kinds: "fvt" },
    { text: "a > ```\nb", kinds: "tt" },
  ])("$text", ({ text, kinds }) => {
    expect(letters(text)).toBe(kinds);
  });
});

describe("code is masked, and the text keeps its length", () => {
  const masked = (text: string) => {
    const lines = text.split("\n");
    return maskCode(lines, lineKinds(lines)).replaceAll("\u0000", "·");
  };

  test.for([
    { text: "a `b` c", is: "a ··· c" },
    { text: "a ``b ` c`` d", is: "a ········· d" },
    { text: "a `b", is: "a `b" },
    { text: "a `b`` c", is: "a `b`` c" },
    { text: "`a\\` b", is: "···· b" },
    { text: "a \\`b` c `d`", is: "a \\`b·····d`" },
    { text: "`a\nb` c", is: "··\n·· c" },
    { text: "`a\n\nb`", is: "`a\n\nb`" },
    { text: "> `a\n>\n> b`", is: "> `a\n>\n> b`" },
    { text: "```\na\n```\n`b`", is: "···\n·\n···\n···" },
    { text: "a `b\n```\nc\n```\nd` e", is: "a `b\n···\n·\n···\nd` e" },
    { text: "`a` `b`", is: "··· ···" },
  ])("$text", ({ text, is }) => {
    expect(masked(text)).toBe(is);
  });
});
