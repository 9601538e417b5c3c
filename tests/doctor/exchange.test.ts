import { describe, expect, test } from "vitest";
import { bodyText, charsetOf, field, httpDateMs, mediaType } from "../../src/doctor/visit/exchange.ts";
import { AT_MS, answered, unanswered } from "./met.ts";

const TEXT = "Köln tides";
const typed = (type: string | undefined) => answered({ headers: { "Content-Type": type } });

describe("a header field", () => {
  test("is found however its name is written", () => {
    expect(field(answered({ headers: { ETag: '"1"' } }), "eTAG")).toBe('"1"');
  });

  test("is null where it or the answer is missing", () => {
    expect(field(answered(), "ETag")).toBeNull();
    expect(field(unanswered("broken"), "ETag")).toBeNull();
  });
});

describe("the media type", () => {
  test.for([
    { type: "text/html", is: "text/html" },
    { type: " Text/HTML ; charset=utf-8", is: "text/html" },
    { type: undefined, is: "" },
  ])("of $type is “$is”", ({ type, is }) => {
    expect(mediaType(typed(type))).toBe(is);
  });
});

describe("the charset", () => {
  test.for([
    { type: "text/xml; charset=UTF-8", is: "utf-8" },
    { type: 'text/xml;Charset = "ISO-8859-1"; version=1', is: "iso-8859-1" },
    { type: "text/xml;\tcharset\t=\tutf-8;x", is: "utf-8" },
    { type: "text/xml; charset=", is: null },
    { type: "text/xml", is: null },
    { type: undefined, is: null },
  ])("of $type is $is", ({ type, is }) => {
    expect(charsetOf(typed(type))).toBe(is);
  });
});

describe("a body's text", () => {
  const text = (type: string | undefined, body: Uint8Array) =>
    bodyText(answered({ headers: { "Content-Type": type }, body }));

  test("is in the charset that the type names", () => {
    expect(text("text/xml; charset=iso-8859-1", Buffer.from(TEXT, "latin1"))).toBe(TEXT);
  });

  test.for([undefined, "text/xml; charset=klingon"])("is UTF-8 where the type is %s", (type) => {
    expect(text(type, Buffer.from(TEXT))).toBe(TEXT);
  });

  test("is not there where no answer came, or its coding cannot be undone", () => {
    expect(bodyText(unanswered("broken"))).toBeNull();
    expect(bodyText(answered({ body: null }))).toBeNull();
  });
});

describe("an HTTP-date (RFC 9110 §5.6.7)", () => {
  test("is an instant", () => {
    expect(httpDateMs("Tue, 01 Jul 2025 18:00:00 GMT")).toBe(AT_MS);
  });

  test.for([
    { name: "missing", text: null },
    { name: "empty", text: "" },
    { name: "of the RFC 850 form", text: "Tuesday, 01-Jul-25 18:00:00 GMT" },
    { name: "of the asctime form", text: "Tue Jul  1 18:00:00 2025" },
    { name: "of another zone", text: "Tue, 01 Jul 2025 18:00:00 UTC" },
    { name: "with a day of one digit", text: "Tue, 1 Jul 2025 18:00:00 GMT" },
    { name: "without its day of the week", text: "01 Jul 2025 18:00:00 GMT" },
    { name: "with something before", text: "XTue, 01 Jul 2025 18:00:00 GMT" },
    { name: "with something behind", text: "Tue, 01 Jul 2025 18:00:00 GMT+1" },
    { name: "with a month that is none", text: "Tue, 01 Xxx 2025 18:00:00 GMT" },
    { name: "with an hour that is none", text: "Tue, 01 Jul 2025 99:00:00 GMT" },
    { name: "with a whole name of the day", text: "Tuesday, 01 Jul 2025 18:00:00 GMT" },
    { name: "with a whole name of the month", text: "Tue, 01 July 2025 18:00:00 GMT" },
    { name: "in small letters", text: "tue, 01 jul 2025 18:00:00 GMT" },
    { name: "with minutes of one digit", text: "Tue, 01 Jul 2025 18:0:00 GMT" },
    { name: "with seconds of one digit", text: "Tue, 01 Jul 2025 18:00:0 GMT" },
    { name: "with hours of one digit", text: "Tue, 01 Jul 2025 8:00:00 GMT" },
    { name: "with a year of two digits", text: "Tue, 01 Jul 25 18:00:00 GMT" },
  ])("is null where it is $name", ({ text }) => {
    expect(httpDateMs(text)).toBeNull();
  });
});
