import { describe, expect, test } from "vitest";
import type { NewswireBlock } from "../../../src/source/newswire/blocks.ts";
import { parseNewswire } from "../../../src/source/newswire/newswire.ts";

/** What a block says: `p A paragraph.`, `h A crosshead`, `t A table`, `ul one | two`. */
function told(block: NewswireBlock): string {
  if (block.kind === "list") return `${block.isOrdered ? "ol" : "ul"} ${block.items.join(" | ")}`;
  return `${{ paragraph: "p", crosshead: "h", table: "t" }[block.kind]} ${block.text}`;
}

const blocks = (text: string) => parseNewswire(text)?.blocks.map(told);

describe("indented paragraphs", () => {
  test("begin with white space and go on without it, no blank line between", () => {
    const text = `
LOCK OPENS
    LEIDEN, Ohio, March 9 - The second lock of the harbour was
opened today.
    It leaks.
    The works took two
years, said the harbour master.
 Reuter
`;
    expect(parseNewswire(text)).toMatchObject({
      title: "LOCK OPENS",
      agency: "Reuters",
      dateline: { place: "LEIDEN, Ohio", month: 3, day: 9, line: 3 },
    });
    expect(blocks(text)).toEqual([
      "p The second lock of the harbour was opened today.",
      "p It leaks.",
      "p The works took two years, said the harbour master.",
    ]);
  });

  test.for([
    { name: "a tab", indent: "\t" },
    { name: "two spaces", indent: "  " },
    { name: "a tab and spaces", indent: "\t   " },
    { name: "a wide space", indent: "\u3000\u3000" },
  ])("may begin with $name", ({ indent }) => {
    expect(blocks(`Head\n${indent}The lock\nopened.\n${indent}It leaks.`)).toEqual([
      "p The lock opened.",
      "p It leaks.",
    ]);
  });

  test("may follow a first one that stands flush, and blank lines", () => {
    expect(blocks("Head\nThe lock\nopened.\n  It leaks\na lot.\n\n  So what\nnow?")).toEqual([
      "p The lock opened.",
      "p It leaks a lot.",
      "p So what now?",
    ]);
  });

  test("each of one line stay what they are, however short", () => {
    const lines = [
      "Oper shr 24 cts vs 19 cts",
      "Oper net 1,096 vs 794",
      "Revs 803,085 vs 442,420",
      "Six mths",
    ];
    expect(blocks(["Head", ...lines.map((line) => `    ${line}`)].join("\n"))).toEqual(
      lines.map((line) => `p ${line}`),
    );
  });

  test("are none in a text that is indented as a whole and wrapped", () => {
    const lines = [
      "The second lock of the harbour was opened today, said the",
      "master of the harbour, who had waited for it for two long",
      "years.",
    ];
    expect(blocks(["Head", ...lines.map((line) => `    ${line}`)].join("\n"))).toEqual([
      `p ${lines.join(" ")}`,
    ]);
  });

  test("are none where something is set off by white space", () => {
    const lines = ["He wrote this:", "    The lock leaks.", "    It does.", "He signed."];
    expect(blocks(["Head", ...lines].join("\n"))).toEqual(lines.map((line) => `p ${line.trim()}`));
  });

  test("are none in a text that has a paragraph in each line", () => {
    const lines = ["    It opened.", "x".repeat(121), "It leaks"];
    expect(blocks(["Head", ...lines].join("\n"))).toHaveLength(3);
  });

  test("may hold a list whose items go on below them", () => {
    expect(
      blocks(
        "Head\n    The office names two things\nto do:\n - new gates for\nthe lock\n - a pump\n    That is all\nfor now.",
      ),
    ).toEqual([
      "p The office names two things to do:",
      "ul new gates for the lock | a pump",
      "p That is all for now.",
    ]);
  });
});

describe("figures in columns", () => {
  test("stay as they were typed, in a text of any layout", () => {
    const table = "          1986    1987\nWheat     2.55   12.40\nOats     11.35     .92";
    for (const text of [
      `Head\nPrices rose.\n${table}\nThat is all.`,
      `Head\n    Prices rose as the\ntide fell.\n${table}\n    That is\nall.`,
    ]) {
      expect(blocks(text)?.[1]).toBe(`t ${table}`);
      expect(blocks(text)).toHaveLength(3);
    }
  });

  test.for([
    { name: "tabs", rows: ["Wheat\t2.55", "Oats\t11.35"], told: "Wheat   2.55\nOats    11.35" },
    { name: "dots", rows: ["Wheat.....2.55", "Oats.....11.35"], told: "Wheat.....2.55\nOats.....11.35" },
    {
      name: "two gaps of two spaces",
      rows: ["Wheat  25  12", "Oats  11  9"],
      told: "Wheat  25  12\nOats  11  9",
    },
    {
      name: "a blank line between",
      rows: ["Wheat    25", "", "Oats    11"],
      told: "Wheat    25\n\nOats    11",
    },
  ])("may be parted by $name", ({ rows, told }) => {
    expect(blocks(["Head", "Prices.", ...rows, "All."].join("\n"))).toEqual([
      "p Prices.",
      `t ${told}`,
      "p All.",
    ]);
  });

  test("are what stands one space to the right among indented paragraphs", () => {
    expect(
      blocks("Head\n    Prices rose as the\ntide fell.\n Wheat 2.55\n Oats 1.35\n    That is\nall."),
    ).toEqual(["p Prices rose as the tide fell.", "t Wheat 2.55\nOats 1.35", "p That is all."]);
  });

  test.for([
    { name: "one row", lines: ["Wheat    25", "It rose."] },
    {
      name: "two spaces between sentences",
      lines: ["It rose.  It fell.  It rose.", "Why?  Nobody knows.  Not I."],
    },
    { name: "wide spaces behind a bullet", lines: ["1.    It rose", "It fell."] },
  ])("are none with $name", ({ lines }) => {
    expect(blocks(["Head", ...lines].join("\n"))?.every((block) => block.startsWith("p "))).toBe(true);
  });
});

describe("a headline", () => {
  test.for([
    { name: "a blank line", below: ["", "The lock opened."] },
    { name: "white space", below: ["    The lock", "opened."] },
    { name: "a dateline", below: ["LEIDEN (QN) - The lock opened."] },
    { name: "a byline", below: ["By Ana Holm", "The lock opened."] },
  ])("in capitals may have two lines, which end before $name", ({ below }) => {
    const text = ["LOCK OPENS AFTER", "YEARS OF WORK", ...below].join("\n");
    expect(parseNewswire(text)?.title).toBe("LOCK OPENS AFTER YEARS OF WORK");
    expect(blocks(text)).toEqual(["p The lock opened."]);
  });

  test.for([
    { name: "in small letters", lines: ["Lock opens after", "years of work", "", "It leaks."] },
    { name: "above text in capitals", lines: ["LOCK OPENS", "IT LEAKS.", "SO WHAT?", "AND NOW?"] },
    { name: "above a line that is its own paragraph", lines: ["LOCK OPENS", "IT LEAKS", "So what?"] },
    { name: "above a blank line", lines: ["LOCK OPENS", "", "IT LEAKS", "", "So what?"] },
    { name: "above a table", lines: ["PRICES", "WHEAT    OATS", "", "So what?"] },
  ])("has one line $name", ({ lines }) => {
    expect(parseNewswire(lines.join("\n"))?.title).toBe(lines[0]);
  });

  test("of an alert is what stands behind its asterisks, and may be all there is", () => {
    const [first, second] = ["LOCK SAYS THAT IT OPENS ON THE FIRST DAY OF MARCH", "AND LEAKS"];
    expect(parseNewswire(`****${first}\n${second}`)?.title).toBe(`${first} ${second}`);
  });
});

describe("codes of wires", () => {
  test.for([
    { name: "start and end marks", lines: ["ZCZC QNS012", "Lock opens", "It leaks.", "NNNN"] },
    { name: "a story's number and kind", lines: ["a0412 r f", "Lock opens", "It leaks."] },
    { name: "a number of old", lines: ["f0215reute", "Lock opens", "It leaks."] },
    {
      name: "letters and a slug",
      lines: ["C T", "r f BC-LOCK-OPENS   03-13 0076", "Lock opens", "It leaks."],
    },
    { name: "a slug with its version", lines: ["BC-LOCK-OPENS 1stLd", "Lock opens", "It leaks."] },
    {
      name: "a slug with its rewrite",
      lines: ["BC-Quay-Lock,2nd Ld-Writethru,0456", "Lock opens", "It leaks."],
    },
    { name: "an agency's number", lines: ["RTR1234", "Lock opens", "It leaks."] },
    { name: "a word to editors", lines: ["Attn: editors", "Lock opens", "Eds: adds quotes", "It leaks."] },
    {
      name: "a remark to editors",
      lines: ["Lock opens", "(Eds: adds quotes,", "new throughout)", "It leaks."],
    },
    { name: "a priority", lines: ["URGENT", "Lock opens", "It leaks."] },
    { name: "frames", lines: ["^BC-QN--Lock, 1st Ld,0456<", "^Lock opens<", "^Eds: new<", "It leaks."] },
  ])("are no text: $name", ({ lines }) => {
    expect(parseNewswire(lines.join("\n"))?.title).toBe("Lock opens");
    expect(blocks(lines.join("\n"))).toEqual(["p It leaks."]);
  });

  test.for([
    "BC-based firm opens a lock",
    "Editors resign: the lock leaks",
    "A B C",
    "Urgent works on the lock",
    "^",
    "MH370",
    "(Eds: never closed",
  ])("are no headline such as %s", (headline) => {
    expect(parseNewswire(`${headline}\nIt leaks.`)?.title).toBe(headline);
  });

  test("leave a line, whatever it is", () => {
    expect(parseNewswire("ZCZC\nRTR1234")?.title).toBe("RTR1234");
  });

  test("are twenty at most", () => {
    const codes = Array.from({ length: 22 }, (_, at) => `RTR10${at + 10}`);
    expect(parseNewswire([...codes, "Head"].join("\n"))?.title).toBe("RTR1030");
  });
});

describe("bylines", () => {
  test.for([
    { name: "above the headline", text: "By Ana Holm\nLock opens\n\nIt leaks." },
    { name: "below it, with a role", text: "Lock opens\nBy Ana Holm\nHarbour Correspondent\nIt leaks." },
    { name: "in frames", text: "^Lock opens<\n^By Ana Holm=\n^Harbour Writer=\nIt leaks." },
    { name: "among codes", text: "Lock opens\nEds: new\nBy Ana Holm\nAttn: editors\nIt leaks." },
  ])("stand $name", ({ text }) => {
    expect(parseNewswire(text)).toMatchObject({ title: "Lock opens", authors: ["Ana Holm"] });
    expect(blocks(text)).toEqual(["p It leaks."]);
  });
});

describe("characters", () => {
  test("that SGML escapes are what they stand for", () => {
    const text =
      "QUAY CO &lt;QY> BUYS A&amp;B\n\nIt &quot;leaks&quot; &#233; &apos;a lot&apos; &copy; &#55296; &#9999999;.";
    expect(parseNewswire(text)?.title).toBe("QUAY CO <QY> BUYS A&B");
    expect(blocks(text)).toEqual(["p It \"leaks\" é 'a lot' &copy;  ."]);
  });

  test("that steered teleprinters are dropped, and lines of nothing else with them", () => {
    expect(parseNewswire("&#5;&#22;\nHead\nText.&#3;")).toMatchObject({
      title: "Head",
      blocks: [{ text: "Text.", line: 3 }],
    });
  });

  test("that stand for quotation marks and dashes are such, where a text has them", () => {
    expect(blocks("Head\nLEIDEN (QN) _ It _ the lock _\n``leaks''.")).toEqual(["p It — the lock — “leaks”."]);
    expect(blocks("Head\nWrite _ here.")).toEqual(["p Write _ here."]);
    expect(blocks("Head\n``It leaks,'' he said.")).toEqual(["p “It leaks,” he said."]);
    expect(blocks("Head\nIt has 5'' of water.")).toEqual(["p It has 5'' of water."]);
  });
});

test("a dateline alone on its line leaves no paragraph behind", () => {
  const text = "Head\n    LEIDEN, May 9 -\n    Oper net 1 vs 2\n    Revs 3 vs 4\n REUTER";
  expect(parseNewswire(text)?.dateline).toMatchObject({ place: "LEIDEN", line: 2 });
  expect(blocks(text)).toEqual(["p Oper net 1 vs 2", "p Revs 3 vs 4"]);
});
