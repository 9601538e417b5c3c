import { describe, expect, test } from "vitest";
import { readSignOff } from "../../../src/source/newswire/sign-off.ts";

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
    "END",
    "Ends",
    "ENDS",
    "MORE",
    "MORE...",
    "(MORE)",
    "(ends)",
    "-30-",
    "--30--",
    "- 0 -",
    "-more-",
    "- ENDS -",
    "###",
    "# # #",
    "* * *",
    "NNNN",
    "QN-PM-07-01-25 0915EDT",
    "KST-07-01-25 0915EDT<",
    "KST 010915 GMT JUL 25",
    "09:15 07-01-25",
  ])("may be a mark that the text ends there: %s", (line) => {
    expect(readSignOff(line)).toEqual({ authors: [], agency: null });
  });

  test.for(["REUTER", "Reuter", "Reuters", "reuter...", "REUTER...^M", "(Reuters)", "- REUTERS"])(
    "may be the name of its agency: %s",
    (line) => {
      expect(readSignOff(line)).toEqual({ authors: [], agency: "Reuters" });
    },
  );

  test.for([
    "more.",
    "Reuters.",
    "30.",
    "30",
    "0",
    "end.",
    "more",
    "the end",
    "More ships came",
    "Reuters said so",
  ])("is no last word of a sentence: %s", (line) => {
    expect(readSignOff(line)).toBeNull();
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

describe("a mark that a text ends", () => {
  test.for([
    ...["END", "ENDS", "Ends", "MORE", "More", "ENDIT", "NNNN", "nnnn"],
    ...["MORE..", "MORE ...", "MORE…", "MORE …"],
    ...["(end)", "(ends)", "(Ends)", "(END)", "(ENDS)", "(more)", "(More)", "(MORE)", "( ends )"],
    ...[
      "-30-",
      "-- 30 --",
      "-0-",
      "-end-",
      "-ends-",
      "-Ends-",
      "-END-",
      "-ENDS-",
      "-more-",
      "-MORE-",
      "*ENDIT*",
    ],
    ...["/end", "/ends", "###", "# # #", "***", "* * *", "** *", "* **"],
  ])("may be %s", (line) => expect(readSignOff(line)).toEqual({ authors: [], agency: null }));

  test.for(["It all ENDS", "MOREx..", "(core)", "-bends-", "ENDS here", "said Reuters", "####"])(
    "is not %s",
    (line) => expect(readSignOff(line)).toBeNull(),
  );
});

describe("a stamp that says when a text went over the wire", () => {
  test.for([
    ...["AP-NY-07-01-25 0915EDT", "AP-NY-07-01-2025  0915EDT<", "QNS-07-01-25 0915Z"],
    ...["010915 GMT JUL 25", "010915 JUL 25", "REUT  010915  GMT  JUL  25"],
    ...["09:15 07-01-25", "0915  07-01-25"],
  ])("may be %s", (line) => expect(readSignOff(line)).toEqual({ authors: [], agency: null }));

  test.for(["Sent 09:15 07-01-25", "09:15 07-01-25 to all", "AP-NY-07-01-25x1 0915EDT"])(
    "is not %s",
    (line) => expect(readSignOff(line)).toBeNull(),
  );
});
