import { describe, expect, test } from "vitest";
import { summaryOf } from "../../src/source/text/summary.ts";

/** A sentence of so many characters, its stop among them. */
function sentence(length: number): string {
  return `W${"o".repeat(length - 2)}.`;
}

describe("a summary", () => {
  test.for([
    { name: "no text", lede: "" },
    { name: "a short paragraph", lede: "The lock opened. It leaks" },
    { name: "a paragraph of 400 characters", lede: `${sentence(199)} ${sentence(200)}` },
    { name: "a sentence of 401 characters, since it is the first", lede: sentence(401) },
  ])("is all of it for $name", ({ lede }) => {
    expect(summaryOf(lede, "en")).toBe(lede);
  });

  test("is whole sentences, 400 characters together at most", () => {
    const fits = `${sentence(200)} ${sentence(199)}`;
    expect(fits).toHaveLength(400);
    expect(summaryOf(`${fits} ${sentence(10)}`, "en")).toBe(fits);
    expect(summaryOf(`${sentence(200)} ${sentence(200)} ${sentence(10)}`, "en")).toBe(sentence(200));
  });

  test("is the first sentence, even where that is longer than 400 characters", () => {
    expect(summaryOf(`${sentence(450)} ${sentence(10)}`, "en")).toBe(sentence(450));
  });

  test("ends where a sentence of its language does", () => {
    const question = `${"λέξη ".repeat(60)}τι;`;
    const answer = "Λέξη ".repeat(30).trim();
    expect(summaryOf(`${question} ${answer}`, "el")).toBe(question);
    expect(summaryOf(`${question} ${answer}`, "en")).toBe(`${question} ${answer}`);
  });
});
