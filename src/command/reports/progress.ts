import { createRequire } from "node:module";
import type { Mark } from "./pace.ts";
import { paceText, withMark } from "./pace.ts";

const require = createRequire(import.meta.url);

/** Tells a person what is going on. */
export interface Progress {
  /** What is done now; replaces what was said before. */
  stage(text: string): void;
  /** How far the stage is. */
  count(done: number, total: number): void;
  /** What is to be known now, and stays: a line of its own. */
  note(line: string): void;
  end(): void;
}

/** How a place shows progress: what a stage is, and how far it is. */
interface Shown {
  stage(text: string): void;
  count(text: string): void;
  note(line: string): void;
  end(): void;
}

/** A log gets a line no more often than this, and none of a stage that ends earlier. */
const LOGGED_EVERY_MS = 5000;

/** A spinner on a terminal's standard error, and a line now and then anywhere else. `clock` gives milliseconds. */
export function openProgress(stream: NodeJS.WriteStream, clock: () => number): Progress {
  return paced(stream.isTTY ? spinning(stream) : logged((line) => stream.write(`${line}\n`), clock), clock);
}

/** Progress in a log, line by line. */
export function logProgress(write: (line: string) => void, clock: () => number): Progress {
  return paced(logged(write, clock), clock);
}

function paced(shown: Shown, clock: () => number): Progress {
  let stageText = "";
  let marks: readonly Mark[] = [];
  return {
    stage(text) {
      stageText = text;
      marks = [{ atMs: clock(), done: 0 }];
      shown.stage(text);
    },
    count(done, total) {
      marks = withMark(marks, { atMs: clock(), done });
      shown.count(`${stageText} ${paceText(marks, total)}`);
    },
    note: (line) => shown.note(line),
    end: () => shown.end(),
  };
}

function spinning(stream: NodeJS.WriteStream): Shown {
  const { default: yoctoSpinner } = require("yocto-spinner") as typeof import("yocto-spinner");
  // Who has parts to end in order ends the process too.
  const spinner = yoctoSpinner({ stream, handleSignals: process.listenerCount("SIGINT") === 0 });
  const show = (text: string) => {
    spinner.text = text;
    if (!spinner.isSpinning) spinner.start();
  };
  const note = (line: string) => {
    spinner.stop();
    stream.write(`${line}\n`);
  };
  return { stage: show, count: show, note, end: () => void spinner.stop() };
}

function logged(write: (line: string) => void, clock: () => number): Shown {
  let toldAt = clock();
  return {
    stage() {
      toldAt = clock();
    },
    count(text) {
      if (clock() - toldAt < LOGGED_EVERY_MS) return;
      toldAt = clock();
      write(text);
    },
    note: write,
    end() {},
  };
}
