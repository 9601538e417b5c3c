import { array, assert, boolean, constantFrom, property, record, tuple } from "fast-check";
import { describe, expect, test } from "vitest";
import { baked, parsed } from "./cost.ts";
import { HOSTILE_TEXTS, plainText } from "./hostile-texts.ts";

const MEGABYTE = 1_000_000;
/** So many times what a plain megabyte takes: about four seconds, where that takes a thirtieth of one; what is linear takes half of it. */
const MOST = 120;
/** How often one is measured that took longer at first: the best counts, since others use the machine too. */
const TIMES = 3;
/** By how much more four times the text may take, where whatever comes by chance takes longer than that. */
const MOST_GROWTH = 8;

/** What means something to the reader of a format, alone or beside another. */
const FRAGMENTS = {
  "a.md": [
    ..."* ** _ ~~ ` `` ``` [ ] ![ ]( ](a) ) < > <a> </a> <!-- --> <? <![CDATA[ & &amp; &#1; \\ | # 1. http:// www. a@b.c [^a] [a]: {{x}} {% <div> </div> <pre> $ : a é 😀 \u0301".split(
      " ",
    ),
    ..."|-|\n;a|b\n-|-\n;- ;> ;1. ;\n;\n\n; ;    ;\t;---\n;[^a]: ;[a]: b\n;\\\n;b='".split(";"),
  ],
  "a.html": [
    ...'< > </ /> <a> </a> <b> </b> <p> </p> <div> </div> <li> <table> <tr> <td> <br> <img <svg> </svg> <math> <script> </script> <style> <title> <textarea> <h1> <article> </article> <option> <form> <iframe> & &amp; &#1; href=" srcset=" " \' = a <!-- --> <![CDATA[ <!----> 😀'.split(
      " ",
    ),
    " ",
    "\n",
    "a 1x, ",
  ],
  "a.txt": [
    ..."a A Ab AB By , . ! - -- – ( (AFP) July 1 12. • ab/ ab- de ' ” : https:// https://a.b/c < & é 港 😀 \u0301".split(
      " ",
    ),
    "\n",
    "\n\n",
    " ",
    " and ",
    "- ",
    "\t",
  ],
} as const;

describe("a megabyte is published or refused in words, in proportion to its size", () => {
  const plain = parsed("a.md", plainText(MEGABYTE), 5);

  test.for(HOSTILE_TEXTS)("$name", ({ path, text, refusal, generator = null }) => {
    const first = parsed(path, text(MEGABYTE), 1, generator);
    const hostile = first.cost / plain.cost < MOST ? first : parsed(path, text(MEGABYTE), TIMES, generator);
    expect(hostile.cost / plain.cost).toBeLessThan(MOST);
    if (refusal !== null) expect(hostile.article).toBeNull();
    baked(hostile);
  });

  test.for(Object.entries(FRAGMENTS))(
    "%s of any fragments, repeated or in growing runs",
    ([path, fragments]) => {
      const part = array(constantFrom<string>(...fragments), { minLength: 1, maxLength: 4 });
      const shape = record({ head: part, parts: tuple(part, part), numbered: boolean(), grows: boolean() });
      assert(
        property(shape, ({ head, parts, numbered, grows }) => {
          const cost = (size: number, runs: number) => {
            const filling = parts.map((one) => filled(one.join(""), size / 2, numbered, grows));
            return parsed(path, [`T\n${head.join("")}`, ...filling].join(""), runs).cost;
          };
          if (cost(MEGABYTE, 1) / plain.cost < MOST) return;
          // Several megabytes of HTML through the sanitizer take longer than that, in proportion.
          expect(cost(MEGABYTE, TIMES) / cost(MEGABYTE / 4, TIMES)).toBeLessThan(MOST_GROWTH);
        }),
        { numRuns: 150 },
      );
    },
  );
});

/** So many characters of it, at least. */
function filled(part: string, length: number, numbered: boolean, grows: boolean): string {
  const parts: string[] = [];
  for (let size = 0; size < length; ) {
    const count = parts.length;
    const next = `${grows ? part.repeat(count + 1) : part}${numbered || grows ? count : ""}`;
    parts.push(next);
    size += next.length;
  }
  return parts.join("");
}
