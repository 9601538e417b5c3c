import type { XmlElement } from "@rgrove/parse-xml";
import { XmlElement as XmlElementClass } from "@rgrove/parse-xml";
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { PieceElement } from "../../src/bake/gate/read-piece.ts";
import { readDocument, readPiece, readPlain } from "../../src/bake/gate/read-piece.ts";
import { readXml } from "../../src/bake/gate/read-xml.ts";
import { runs } from "../runs.ts";

/** What the parser finds, in the same words. */
function parsed({ name, attributes, text, children }: XmlElement): PieceElement {
  const elements = children.filter((child) => child instanceof XmlElementClass).map(parsed);
  return { name, attributes: { ...attributes }, text, elements };
}

const copied = ({ name, attributes, text, elements }: PieceElement): PieceElement => ({
  name,
  attributes: { ...attributes },
  text,
  elements: elements.map(copied),
});

const ITEM = `<entry>
<title>Tea &amp; rain: 2 &lt; 3</title>
<link rel="alternate" href="https://quay.example/?a=1&amp;b=&quot;2&quot;"/>
<author><name>Ada</name></author>
<content type="html"><![CDATA[<p>It rises.</p>]]]]><![CDATA[>]]></content>
<br />
</entry>
`;

test.for([
  { name: "without a declaration", prolog: "" },
  { name: "with one", prolog: '<?xml version="1.0" encoding="utf-8"?>\n' },
  {
    name: "with a style sheet",
    prolog:
      '<?xml version="1.0" encoding="utf-8"?>\n<?xml-stylesheet type="text/css" href="/a?b=1&amp;c"?>\n',
  },
  { name: "with an instruction of another kind", prolog: '<?xml version="1.0"?><?other?>' },
])("a document $name is read as the parser reads it", ({ prolog }) => {
  expect(copied(readDocument(prolog + ITEM))).toEqual(parsed(readXml(prolog + ITEM)));
  for (const broken of [`${prolog}${ITEM}<b/>`, `${prolog}<a>${ITEM}`, `x${prolog}${ITEM}`, prolog])
    expect(() => readDocument(broken)).toThrow();
});

test("a document has one root, wherever a second one begins", () => {
  for (let spaces = 0; spaces < 30; spaces += 1)
    expect(() => readDocument(`<b/>${" ".repeat(spaces)}<a/>`), String(spaces)).toThrow();
});

test("what XML forbids is refused in the line of a style sheet too", () => {
  const line = (text: string) => `<?xml version="1.0" encoding="utf-8"?>\n<?xml-stylesheet ${text}?>\n<a/>`;
  expect(readDocument(line("type")).name).toBe("a");
  for (const text of ["\u0001", "type \u0001"]) expect(() => readDocument(line(text))).toThrow();
});

describe("a piece of XML", () => {
  test("that is plainly written is read as the parser reads it", () => {
    const plain = readPlain(ITEM);
    expect(plain && copied(plain)).toEqual(parsed(readXml(ITEM)));
    for (const end of ["", "\n", "\n \t"]) expect(readPlain(`<a/>${end}`)?.name).toBe("a");
  });

  test.for([
    { name: "a comment", xml: "<a><!-- b --></a>" },
    { name: "a reference by number", xml: "<a>&#233;</a>" },
    { name: "single quotation marks", xml: "<a b='c'/>" },
    { name: "an instruction", xml: "<?xml version='1.0'?><a/>" },
    { name: "white space in a tag", xml: "<a\nb='c' ></a >" },
    { name: "a tab in an attribute", xml: '<a b="c\td"/>' },
    { name: "a carriage return", xml: "<a>b\r\nc</a>" },
    { name: "letters of other scripts in a name", xml: "<é/>" },
  ])("that holds $name is left to the parser", ({ xml }) => {
    expect(readPlain(xml)).toBeNull();
    expect(copied(readPiece(xml))).toEqual(parsed(readXml(xml)));
  });

  test.for([
    "",
    "words",
    "<a>",
    "<a></b>",
    "</a>",
    "<a/><b/>",
    "<a/>words",
    "words<a/>",
    "<![CDATA[b]]><a/>",
    "<a><![CDATA[b</a>",
    "<a>b]]>c</a>",
    "<a>b & c</a>",
    "<a>&nbsp;</a>",
    "<a b=c/>",
    '<a b="1" b="2"/>',
    '<a b="&"/>',
    '<a b="<"/>',
    "<a>\u0001</a>",
    "<a>\ud800</a>",
    "<a>\ufffe</a>",
    "<a",
    "xa></a>",
    "a>",
    "a/>",
    "<a><b",
    "<a><bc",
    "<a><b></b",
    "<a><b></bc",
    "< a/>",
  ])("that is not well formed throws the parser's error: %j", (xml) => {
    expect(readPlain(xml)).toBeNull();
    expect(() => readPiece(xml)).toThrow();
  });

  test("is never read otherwise than by the parser, however it is broken", () => {
    const part = fc.constantFrom(
      ...'<a> </a> <b/> <b /> <c:d e="f"> </c:d> <![CDATA[ ]]> ]] > < & &amp; &lt; &#65; &apos; &quot; " \' = / ! ? - \n \t \r x é 😀 \u0000 \ud800 \uffff'.split(
        " ",
      ),
      " ",
    );
    const random = fc.array(part, { maxLength: 12 }).map((parts) => `<a>${parts.join("")}</a>`);
    const broken = fc
      .tuple(fc.nat(ITEM.length), fc.nat(4), fc.array(part, { maxLength: 2 }))
      .map(([at, cut, parts]) => ITEM.slice(0, at) + parts.join("") + ITEM.slice(at + cut));
    fc.assert(
      fc.property(fc.oneof(random, broken), (xml) => {
        const plain = readPlain(xml);
        if (plain !== null) expect(copied(plain)).toEqual(parsed(readXml(xml)));
      }),
      runs(2000),
    );
  });
});
