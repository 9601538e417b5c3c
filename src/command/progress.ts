import yoctoSpinner from "yocto-spinner";

/** Tells a person what is going on; says nothing where nobody is looking. */
export interface Progress {
  /** What is done now; replaces what was said before. */
  stage(text: string): void;
  /** How far the stage is. */
  count(done: number, total: number): void;
  end(): void;
}

const SILENT: Progress = { stage() {}, count() {}, end() {} };

/** A spinner on a terminal's standard error. `clock` gives milliseconds. */
export function openProgress(stream: NodeJS.WriteStream, clock: () => number): Progress {
  if (!stream.isTTY) return SILENT;
  // Who has parts to end in order ends the process too.
  const spinner = yoctoSpinner({ stream, handleSignals: process.listenerCount("SIGINT") === 0 });
  let stageText = "";
  let started = 0;
  return {
    stage(text) {
      stageText = text;
      started = clock();
      spinner.text = text;
      if (!spinner.isSpinning) spinner.start();
    },
    count(done, total) {
      const perSecond = done / Math.max(0.001, (clock() - started) / 1000);
      const left = Math.ceil((total - done) / Math.max(1, perSecond));
      spinner.text = `${stageText} ${done} of ${total} (${Math.round(perSecond)}/s, ${left} s left)`;
    },
    end() {
      spinner.stop();
    },
  };
}
