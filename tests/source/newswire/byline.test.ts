import { describe, expect, test } from "vitest";
import { isRole, readByline } from "../../../src/source/newswire/byline.ts";

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
    { name: "the word itself", line: "By-line: Ana Holm", authors: ["Ana Holm"] },
    { name: "an agency", line: "by Ana Holm, KST", authors: ["Ana Holm"] },
    { name: "a particle with an apostrophe", line: "By ANA d'ARCY", authors: ["ANA d'ARCY"] },
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

describe("a role below a byline", () => {
  test.for([
    `A ${"b".repeat(51)} Writer`,
    "Harbour  Correspondent",
    "Harbour Correspondent",
    "Associated Quay Writer",
    "QNS STAFF WRITERS",
  ])("may be %s", (line) => {
    expect(isRole(line)).toBe(true);
  });

  test.for([
    { name: "a sentence", line: "The Editor said so." },
    { name: "one word", line: "Editor" },
    { name: "a number", line: "3rd Editor" },
    { name: "a remark", line: "(Harbour Editor" },
    { name: "a cry", line: "Ha!bour Editor" },
    { name: "61 characters", line: `${"A ".repeat(5)}${"b".repeat(44)} Writer` },
  ])("is no line that is $name", ({ line }) => {
    expect(isRole(line)).toBe(false);
  });
});
