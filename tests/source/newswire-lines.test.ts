import { describe, expect, test } from "vitest";
import { readByline, readDateline, readSignOff } from "../../src/source/newswire-lines.ts";

describe("a byline", () => {
  test.for([
    { name: "one author", line: "By Ana Holm", authors: ["Ana Holm"] },
    { name: "capitals", line: "BY ANA HOLM AND JO REED", authors: ["ANA HOLM", "JO REED"] },
    { name: "an ampersand", line: "By Ana Holm & Jo Reed", authors: ["Ana Holm", "Jo Reed"] },
    { name: "a list", line: "By Ana Holm, Jo Reed and Li Wei", authors: ["Ana Holm", "Jo Reed", "Li Wei"] },
    { name: "a comma before and", line: "By Ana Holm, and Jo Reed", authors: ["Ana Holm", "Jo Reed"] },
    { name: "wide spaces", line: "By  Ana Holm,  and  Jo Reed", authors: ["Ana Holm", "Jo Reed"] },
    {
      name: "a space before a comma",
      line: "By Ana Holm , Jo Reed and Li Wei",
      authors: ["Ana Holm", "Jo Reed", "Li Wei"],
    },
    {
      name: "no space behind a comma",
      line: "By Ana Holm,Jo Reed and Li Wei",
      authors: ["Ana Holm", "Jo Reed", "Li Wei"],
    },
    { name: "a particle", line: "By Ana de la Cruz", authors: ["Ana de la Cruz"] },
    { name: "marks and accents", line: "By J.-L. O’Dowd-Éva", authors: ["J.-L. O’Dowd-Éva"] },
    { name: "a role", line: "By Ana Holm, Harbour correspondent", authors: ["Ana Holm"] },
    { name: "a place", line: "By Ana Holm in Port Merel", authors: ["Ana Holm"] },
  ])("with $name names its authors", ({ line, authors }) => {
    expect(readByline(line)).toEqual(authors);
  });

  test.for([
    { name: "one word", line: "By Noon" },
    { name: "a sentence", line: "By noon the lock was open." },
    { name: "a role that is a sentence", line: "By Ana Holm, it is said. We doubt it" },
    { name: "words before it", line: "Written By Ana Holm" },
    { name: "more words than a name has", line: "By Ana Bea Cleo Dora Eva Fay" },
    { name: "nothing behind it", line: "By" },
  ])("is no line with $name", ({ line }) => {
    expect(readByline(line)).toBeNull();
  });
});

describe("a sign-off", () => {
  test.for([
    { name: "initials", line: "J.R.Holm--KST", authors: ["J. R. Holm"], agency: "KST" },
    { name: "initials with spaces", line: "J. R. Holm--KST", authors: ["J. R. Holm"], agency: "KST" },
    { name: "a whole name", line: "Ana Holm--KST", authors: ["Ana Holm"], agency: "KST" },
    { name: "accents and quotes", line: "É.O’Dowd-Li--NG", authors: ["É. O’Dowd-Li"], agency: "NG" },
    { name: "spaces around its dashes", line: "J.Holm -- KST", authors: ["J. Holm"], agency: "KST" },
    { name: "an ampersand", line: "J.Holm & A.Reed--KST", authors: ["J. Holm", "A. Reed"], agency: "KST" },
    {
      name: "an ampersand alone",
      line: "J.Holm&A.Reed--KST",
      authors: ["J. Holm", "A. Reed"],
      agency: "KST",
    },
    { name: "and", line: "J.Holm  and  A.Reed--KST", authors: ["J. Holm", "A. Reed"], agency: "KST" },
    {
      name: "commas",
      line: "J.Holm , A.Reed,B.Li--KST",
      authors: ["J. Holm", "A. Reed", "B. Li"],
      agency: "KST",
    },
    { name: "a comma too many", line: "J.Holm, --KST", authors: ["J. Holm"], agency: "KST" },
    { name: "an agency of six letters", line: "J.Holm--KSTQNS", authors: ["J. Holm"], agency: "KSTQNS" },
    { name: "61 characters", line: `A${"b".repeat(60)}--NG`, authors: [`A${"b".repeat(60)}`], agency: "NG" },
    { name: "an agency alone", line: "--KST", authors: [], agency: "KST" },
    { name: "an agency behind a space", line: "-- KST", authors: [], agency: "KST" },
  ])("with $name tells who wrote it and for whom", ({ line, authors, agency }) => {
    expect(readSignOff(line)).toEqual({ authors, agency });
  });

  test.for([
    "jd/abc",
    "burs-jd/abc",
    "bur-ab-jd/abc",
    "jd/abc-de",
    "jd/abc-de-fg",
    "bur/jd/abc",
    "bursx/abcde",
    "jd/abc de/fg",
    "jd/abc  de-fg",
    "jd/abc de/fg/hi jk-lm",
  ])("of desks names nobody: %s", (line) => {
    expect(readSignOff(line)).toEqual({ authors: [], agency: null });
  });

  test.for([
    { name: "a dash inside a sentence", line: "He left -- and came back." },
    { name: "words behind it", line: "J.Holm--KST reports" },
    { name: "words before it", line: "says J.Holm--KST" },
    { name: "a small letter first", line: "holm--KST" },
    { name: "a number before the dashes", line: "Lock 5--KST" },
    { name: "62 characters before the dashes", line: `A${"b".repeat(61)}--NG` },
    { name: "an agency of one letter", line: "J.Holm--K" },
    { name: "an agency of seven letters", line: "J.Holm--KSTQNSX" },
    { name: "more than an agency", line: "--KST reports" },
    { name: "one code without a desk", line: "burs-jd" },
    { name: "codes behind a word", line: "See jd/abc" },
    { name: "codes before a word", line: "jd/abc and more" },
    { name: "a code of one letter", line: "j/abc" },
    { name: "a code of six letters", line: "jd/abcdef" },
    { name: "nothing", line: "" },
  ])("is no line with $name", ({ line }) => {
    expect(readSignOff(line)).toBeNull();
  });
});

const NOTHING = { place: null, month: null, day: null, year: null, agency: null };

describe("a dateline", () => {
  test.for([
    {
      name: "place, whole date and agency",
      text: "PORT ST. ANNE, July 1, 2025 (QNS) - ",
      dateline: { place: "PORT ST. ANNE", month: 7, day: 1, year: 2025, agency: "QNS" },
    },
    {
      name: "place and agency",
      text: "PARIS (AFP) – ",
      dateline: { ...NOTHING, place: "PARIS", agency: "AFP" },
    },
    {
      name: "a day before its month",
      text: "LONDON, 3 March 2024 (Reuters) - ",
      dateline: { place: "LONDON", month: 3, day: 3, year: 2024, agency: "Reuters" },
    },
    {
      name: "a place with commas, and no space before its dash",
      text: "WASHINGTON, D.C., Sept. 5 (QNS)-- ",
      dateline: { place: "WASHINGTON, D.C.", month: 9, day: 5, year: null, agency: "QNS" },
    },
    {
      name: "a place in small letters",
      text: "New York, Feb 2 (Q&A News) — ",
      dateline: { place: "New York", month: 2, day: 2, year: null, agency: "Q&A News" },
    },
    {
      name: "capitals with a date, and no agency",
      text: "SÃO PAULO, May 9 - ",
      dateline: { ...NOTHING, place: "SÃO PAULO", month: 5, day: 9 },
    },
    { name: "an agency alone", text: "(QNS) - ", dateline: { ...NOTHING, agency: "QNS" } },
  ])("with $name is taken off", ({ text, dateline }) => {
    expect(readDateline(`${text}The talks - began.`)).toEqual({ dateline, rest: "The talks - began." });
  });

  test.for(
    "Jan. February March Apr. May June Jul Aug. Sept October Nov. Dec"
      .split(" ")
      .map((month, at) => [month, at + 1] as const),
  )("reads %s as month %i", ([month, number]) => {
    expect(readDateline(`PARIS, ${month} 12 (QNS) - Text.`)?.dateline).toMatchObject({
      month: number,
      day: 12,
    });
  });

  test.for([
    { name: "a remark between dashes", text: "NATO - the alliance - met." },
    { name: "a remark in brackets", text: "The lock (built 1911) - it leaks." },
    { name: "small letters and a date, but no agency", text: "Paris, May 9 - The talks began." },
    { name: "no dash", text: "PARIS, May 9 (QNS) The talks began." },
    { name: "no space behind its dash", text: "PARIS, May 9 (QNS) -The talks began." },
    { name: "words before it", text: "In PARIS, May 9 - The talks began." },
    { name: "an agency behind a word", text: "Text (QNS) text - more." },
  ])("is no head with $name", ({ text }) => {
    expect(readDateline(text)).toBeNull();
  });
});
