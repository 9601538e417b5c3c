import { createInterface } from "node:readline";
import type { Answers, Question, Questions } from "./answers.ts";

/** Where questions are asked. */
export interface Terminal {
  readonly input: NodeJS.ReadableStream & { readonly isTTY?: boolean };
  readonly output: NodeJS.WritableStream & { readonly isTTY?: boolean };
}

/** The person left before all was answered. */
export class LeftError extends Error {
  override readonly name = "LeftError";
}

/**
 * Asks what is not known yet, each again until it can be used. Throws `LeftError` on Ctrl+C and at the
 * end of the input.
 */
export async function ask(
  questions: Questions,
  known: Partial<Answers>,
  { input, output }: Terminal,
): Promise<Answers> {
  const lines = createInterface({ input, output });
  let isClosed = false;
  lines.once("close", () => {
    isClosed = true;
  });
  // An iterator keeps the lines that are typed ahead of their question.
  const typed = lines[Symbol.asyncIterator]();
  const answerTo = async <T>(given: T | undefined, question: Question<T>): Promise<T> => {
    if (given !== undefined) return given;
    for (;;) {
      lines.setPrompt(`${question.label} [${question.shownDefault}]: `);
      if (!isClosed) lines.prompt();
      const { value: text, done } = await typed.next();
      if (done) throw new LeftError("not all questions were answered");
      if (text.trim() === "") return question.fallback;
      const checked = question.check(text);
      if (checked.kind === "accepted") return checked.value;
      output.write(`  That does not work: ${checked.fix}.\n`);
    }
  };
  try {
    return {
      title: await answerTo(known.title, questions.title),
      url: await answerTo(known.url, questions.url),
      language: await answerTo(known.language, questions.language),
    };
  } finally {
    lines.close();
  }
}
