import { vi } from "vitest";

/** What a command did that ran in this process. */
export interface Captured<T> {
  readonly result: T;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs something and catches what it prints. */
export async function captured<T>(work: () => T | Promise<T>): Promise<Captured<T>> {
  const texts = { stdout: "", stderr: "" };
  const streams = (["stdout", "stderr"] as const).map((name) =>
    vi.spyOn(process[name], "write").mockImplementation((chunk) => {
      texts[name] += String(chunk);
      return true;
    }),
  );
  try {
    return { result: await work(), ...texts };
  } finally {
    for (const stream of streams) stream.mockRestore();
  }
}
