import { describe, expect, test } from "vitest";
import { beyondLimits, jsonExtent, xmlExtent } from "../../src/doctor/feeds/extent.ts";

describe("the extent of XML", () => {
  test.for([
    { name: "nothing", text: "", parts: 0, depth: 0 },
    { name: "an element", text: "<a/>", parts: 1, depth: 0 },
    { name: "elements in elements", text: "<a><b><c/></b><b></b></a>", parts: 4, depth: 2 },
    { name: "elements beside each other", text: "<a></a><a></a>", parts: 2, depth: 1 },
    { name: "attributes", text: `<a b="1" c='2'/>`, parts: 3, depth: 0 },
    {
      name: "attributes that hold tags and quotes",
      text: `<a b="<b>'/" c='">'><d/></a>`,
      parts: 4,
      depth: 1,
    },
    { name: "a comment that holds elements", text: "<!-- <a><a> --><b/>", parts: 1, depth: 0 },
    { name: "CDATA that holds elements", text: "<a><![CDATA[<b><c>]]]]></a>", parts: 1, depth: 1 },
    { name: "an instruction", text: '<?xml version="1.0"?><a/>', parts: 2, depth: 0 },
    {
      name: "a document type, whose entities count",
      text: '<!DOCTYPE a [<!ENTITY b "<c>">]><a/>',
      parts: 2,
      depth: 1,
    },
    {
      name: "an apostrophe in a document type",
      text: "<!DOCTYPE a [<!-- ' -->]><a><b>'</b></a>",
      parts: 2,
      depth: 2,
    },
    { name: "a tag without a name", text: "<><a>", parts: 2, depth: 2 },
    { name: "a tag that does not end", text: "<a><b", parts: 2, depth: 2 },
    { name: "a comment that does not end", text: "<a><!-- <b>", parts: 1, depth: 1 },
    { name: "an attribute that does not end", text: '<a><b c="><d>', parts: 3, depth: 2 },
    { name: "end tags alone", text: "</a></a><b><c>", parts: 2, depth: 0 },
  ])("of $name", ({ text, parts, depth }) => {
    expect(xmlExtent(text)).toEqual({ parts, references: 0, depth });
  });
});

test("references of XML count wherever they stand", () => {
  expect(xmlExtent('<a b="&lt;">&amp;&#1;</a>').references).toBe(3);
});

describe("the extent of JSON", () => {
  test.for([
    { name: "nothing", text: "", parts: 0, depth: 0 },
    { name: "an object", text: "{}", parts: 1, depth: 1 },
    { name: "a list of numbers", text: "[1,2,3]", parts: 3, depth: 1 },
    { name: "lists in objects", text: '{"a":[[],{}],"b":{}}', parts: 7, depth: 3 },
    { name: "texts that hold marks", text: '["[{,", "\\"[[", "\\\\"]', parts: 3, depth: 1 },
    { name: "a text that does not end", text: '["[[[', parts: 1, depth: 1 },
    { name: "a text that ends with a backslash", text: '["\\', parts: 1, depth: 1 },
  ])("of $name", ({ text, parts, depth }) => {
    expect(jsonExtent(text)).toEqual({ parts, references: 0, depth });
  });
});

describe("a document is read", () => {
  test("to the last of its parts and its greatest depth", () => {
    expect(beyondLimits({ parts: 150_000, references: 1_000_000, depth: 100 })).toBeNull();
  });

  test("not beyond", () => {
    expect(beyondLimits({ parts: 150_001, references: 0, depth: 1 })).toEqual({
      reason: "it has more than 150,000 parts",
      tooMuch: true,
    });
    expect(beyondLimits({ parts: 1, references: 1_000_001, depth: 1 })).toEqual({
      reason: "it has more than 1,000,000 references such as &amp;",
      tooMuch: true,
    });
    expect(beyondLimits({ parts: 1, references: 0, depth: 101 })).toEqual({
      reason: "it is nested more than 100 deep",
      tooMuch: true,
    });
  });
});
