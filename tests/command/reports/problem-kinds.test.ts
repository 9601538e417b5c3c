import { describe, expect, test } from "vitest";
import type { Problem, Severity } from "../../../src/article/problem.ts";
import { extentOf, problemKinds } from "../../../src/command/reports/problem-kinds.ts";

/** Warnings that say this, each in a file of its own. */
function saying(...messages: readonly string[]): Problem[] {
  return messages.map((message, at) => ({ file: `${at}.md`, line: 1, severity: "warning", message }));
}

/** What the one kind of some messages says, and what each of them says of its own. */
function kindOf(...messages: readonly string[]) {
  const [kind, ...others] = problemKinds(saying(...messages));
  expect(others).toEqual([]);
  return { message: kind?.message, own: kind?.problems.map(({ own }) => own.join(" ")) };
}

describe("messages are of one kind that differ only in", () => {
  test.for([
    {
      name: "quoted texts",
      a: 'is dated "May", no day',
      b: 'is dated "June 2", no day',
      told: "is dated …, no day",
      own: ['"May"', '"June 2"'],
    },
    {
      name: "quoted texts with quotation marks",
      a: 'says "a \\" b" twice',
      b: 'says "c" twice',
      told: "says … twice",
      own: ['"a \\" b"', '"c"'],
    },
    {
      name: "curly quotes",
      a: "says “a b” twice",
      b: "says “c” twice",
      told: "says … twice",
      own: ["“a b”", "“c”"],
    },
    {
      name: "Liquid's tags",
      a: "contains {% post_url a b %}, which",
      b: "contains {% raw %}, which",
      told: "contains …, which",
      own: ["{% post_url a b %}", "{% raw %}"],
    },
    {
      name: "outputs",
      a: "contains {{ a }}, which",
      b: "contains {{< b >}}, which",
      told: "contains …, which",
      own: ["{{ a }}", "{{< b >}}"],
    },
    {
      name: "elements",
      a: "contains <form>, which",
      b: "contains <script>, which",
      told: "contains …, which",
      own: ["<form>", "<script>"],
    },
    {
      name: "numbers",
      a: "has 12 tags; use 9",
      b: "has 1,400 tags; use 9",
      told: "has … tags; use 9",
      own: ["12", "1,400"],
    },
    {
      name: "paths",
      a: "leads to /a/b, which",
      b: "leads to c.html, which",
      told: "leads to …, which",
      own: ["/a/b", "c.html"],
    },
    {
      name: "URLs",
      a: "leads to https://a.example/?q=1; mend it",
      b: "leads to https://b.example; mend it",
      told: "leads to …; mend it",
      own: ["https://a.example/?q=1", "https://b.example"],
    },
    {
      name: "several values, each told once",
      a: 'asks for "a", has "a"',
      b: 'asks for "b", has "c"',
      told: "asks for …, has …",
      own: ['"a"', '"b" "c"'],
    },
    {
      name: "nothing",
      a: "is empty; fill it",
      b: "is empty; fill it",
      told: "is empty; fill it",
      own: ["", ""],
    },
  ])("$name", ({ a, b, told, own }) => {
    expect(kindOf(a, b)).toEqual({ message: told, own });
  });
});

describe("messages are of two kinds that differ in", () => {
  test.for([
    { name: "words", a: "is empty; fill it", b: "is long; fill it" },
    { name: "what they begin with", a: '"date" is "x"; mend it', b: '"lang" is "x"; mend it' },
    { name: "how many values they have", a: 'says "a"', b: 'says "a" "b"' },
    { name: "an end of 2,000 characters", a: `is ${"a".repeat(2000)} 1`, b: `is ${"a".repeat(2000)} 2` },
  ])("$name", ({ a, b }) => {
    expect(problemKinds(saying(a, b)).map(({ message }) => message)).toEqual([a, b]);
  });

  test("their weight", () => {
    const severities: readonly Severity[] = ["error", "warning", "notice"];
    const problems = severities.map(
      (severity): Problem => ({ file: "a.md", line: 1, severity, message: "x" }),
    );
    expect(problemKinds(problems).map(({ severity }) => severity)).toEqual(severities);
  });
});

test("a message is told whole where it is the only one of its kind", () => {
  const message = '"date" is "x y"; write it as 2024-05-01, or see https://a.example/b.';
  expect(kindOf(message)).toEqual({ message, own: [""] });
});

test("a kind says how many problems it has, and in how many files", () => {
  const [kind] = problemKinds([...saying("x", "x"), ...saying("x")]);
  expect(kind && extentOf(kind)).toBe("3 warnings in 2 files");
});
