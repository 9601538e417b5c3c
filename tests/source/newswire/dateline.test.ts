import { describe, expect, test } from "vitest";
import { readDateline } from "../../../src/source/newswire/dateline.ts";

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
      name: "no space behind its dash",
      text: "NEW YORK, March 2 -",
      dateline: { ...NOTHING, place: "NEW YORK", month: 3, day: 2 },
    },
    {
      name: "a year of two digits",
      text: "LONDON, March 9, 87 - ",
      dateline: { ...NOTHING, place: "LONDON", month: 3, day: 9, year: 1987 },
    },
    {
      name: "a year behind an apostrophe",
      text: "LONDON, 9 March '05 (QNS) - ",
      dateline: { place: "LONDON", month: 3, day: 9, year: 2005, agency: "QNS" },
    },
    {
      name: "capitals with a date, and no agency",
      text: "SÃO PAULO, May 9 - ",
      dateline: { ...NOTHING, place: "SÃO PAULO", month: 5, day: 9 },
    },
    {
      name: "a state between place and date",
      text: "PORT MEREL, Neb., March 9 - ",
      dateline: { ...NOTHING, place: "PORT MEREL, Neb.", month: 3, day: 9 },
    },
    {
      name: "a country of several words",
      text: "PORT MEREL, the North Isles, March 9 - ",
      dateline: { ...NOTHING, place: "PORT MEREL, the North Isles", month: 3, day: 9 },
    },
    {
      name: "a day before a month in capitals",
      text: "NEW YORK, 26 FEB - ",
      dateline: { ...NOTHING, place: "NEW YORK", month: 2, day: 26 },
    },
    {
      name: "a month in hurried letters",
      text: "LIMA, MArch 9- ",
      dateline: { ...NOTHING, place: "LIMA", month: 3, day: 9 },
    },
    {
      name: "no comma before the date",
      text: "LIMA March 9 - ",
      dateline: { ...NOTHING, place: "LIMA", month: 3, day: 9 },
    },
    {
      name: "a weekday and a date",
      text: "LIMA, Monday, March 9, 1987 (QNS) -- ",
      dateline: { place: "LIMA", month: 3, day: 9, year: 1987, agency: "QNS" },
    },
    {
      name: "a weekday alone",
      text: "LIMA, Monday (QNS) - ",
      dateline: { ...NOTHING, place: "LIMA", agency: "QNS" },
    },
    {
      name: "two cities",
      text: "LIMA and QUITO, March 9 - ",
      dateline: { ...NOTHING, place: "LIMA and QUITO", month: 3, day: 9 },
    },
    {
      name: "two cities and a slash",
      text: "LIMA/QUITO, March 9 - ",
      dateline: { ...NOTHING, place: "LIMA/QUITO", month: 3, day: 9 },
    },
    { name: "a place alone", text: "PARIS — ", dateline: { ...NOTHING, place: "PARIS" } },
    {
      name: "a place and a region",
      text: "LEIDEN, Ohio - ",
      dateline: { ...NOTHING, place: "LEIDEN, Ohio" },
    },
    {
      name: "a low line for a dash",
      text: "LEIDEN, Ohio (QN) _ ",
      dateline: { ...NOTHING, place: "LEIDEN, Ohio", agency: "QN" },
    },
    {
      name: "a place in small letters, and a date",
      text: "Leiden city, May 9 - ",
      dateline: { ...NOTHING, place: "Leiden city", month: 5, day: 9 },
    },
    {
      name: "a service between slashes",
      text: "LEIDEN, May 9, 2025 /QuayWire/ -- ",
      dateline: { place: "LEIDEN", month: 5, day: 9, year: 2025, agency: "QuayWire" },
    },
    {
      name: "the agency before the date",
      text: "LEIDEN (QN), May 9 - ",
      dateline: { ...NOTHING, place: "LEIDEN", month: 5, day: 9, agency: "QN" },
    },
    {
      name: "an agency between double dashes",
      text: "LEIDEN--(QUAY WIRE)--May 9, 2025--",
      dateline: { place: "LEIDEN", month: 5, day: 9, year: 2025, agency: "QUAY WIRE" },
    },
    {
      name: "asterisks before it",
      text: "****LEIDEN, May 9 - ",
      dateline: { ...NOTHING, place: "LEIDEN", month: 5, day: 9 },
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
    { name: "a remark in capitals that goes on", text: "NATO — the alliance — met." },
    { name: "a hyphen behind capitals alone", text: "NATO - The alliance met." },
    { name: "a word of editors", text: "ANALYSIS — The talks began." },
    { name: "a sentence with a date", text: "The lock opened, May 9 - and closed." },
    { name: "a day of the week", text: "Monday, May 9 - The talks began." },
    { name: "no dash", text: "PARIS, May 9 (QNS) The talks began." },
    { name: "no space behind its dash", text: "PARIS, May 9 (QNS) -The talks began." },
    { name: "words before it", text: "In PARIS, May 9 - The talks began." },
    { name: "an agency behind a word", text: "Text (QNS) text - more." },
  ])("is no head with $name", ({ text }) => {
    expect(readDateline(text)).toBeNull();
  });
});

test.for(["LEIDEN, May 9 -", "LEIDEN, May 9", "LEIDEN (QN) -"])("a dateline may stand alone: %s", (text) => {
  expect(readDateline(text)).toMatchObject({ dateline: { place: "LEIDEN" }, rest: "" });
});

describe("what stands before a dash in capitals", () => {
  test.for([
    "EDITOR NOTE",
    "EDITORS NOTE",
    "EDITOR'S NOTE",
    "EDITORS’ NOTE",
    "EDITOR’S NOTE",
    "UPDATE",
    "TV",
    "URGENT",
  ])("is no place where it is a word to readers: %s", (word) =>
    expect(readDateline(`${word} -- The lock opened`)).toBeNull(),
  );

  test.for([
    {
      name: "an agency signs it",
      text: "UPDATE (QNS) - The",
      dateline: { ...NOTHING, place: "UPDATE", agency: "QNS" },
    },
    {
      name: "a service signs it",
      text: "UPDATE /QUAY NEWS/ - The",
      dateline: { ...NOTHING, place: "UPDATE", agency: "QUAY NEWS" },
    },
    {
      name: "a small word stands in it, not before it",
      text: "STRATFORD ON AVON -- The",
      dateline: { ...NOTHING, place: "STRATFORD ON AVON" },
    },
  ])("is a place where $name", ({ text, dateline }) => {
    expect(readDateline(text)).toEqual({ dateline, rest: "The" });
  });

  test("has single spaces, however it was typed", () => {
    expect(readDateline("NEW  YORK (QNS) - The")?.dateline.place).toBe("NEW YORK");
  });

  test("is no dateline beyond 200 characters", () => {
    const place = (length: number) => `${"PORT ".repeat(60).slice(0, length - 1)}T`;
    expect(readDateline(`${place(190)} (QNS) - The`)?.dateline.agency).toBe("QNS");
    expect(readDateline(`${place(199)} (QNS) - The`)).toBeNull();
  });
});

test.for([
  { written: "'49", year: 2049 },
  { written: "'50", year: 1950 },
  { written: "0100", year: 100 },
])("a year of two digits is of the last century from 50 on: $written is $year", ({ written, year }) => {
  expect(readDateline(`LIMA, March 9, ${written} (QNS) - Text.`)?.dateline.year).toBe(year);
});
