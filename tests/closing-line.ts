import type { Reporter, TestModule } from "vitest/node";

/** Ends a run on one plain line: `12 passed, 0 failed, 1 skipped`. What cannot be read or set up counts as failed. */
export class ClosingLine implements Reporter {
  onTestRunEnd(modules: readonly TestModule[]): void {
    const count = { passed: 0, failed: 0, skipped: 0, pending: 0 };
    for (const module of modules) {
      for (const suite of [module, ...module.children.allSuites()]) {
        if (suite.errors().length > 0) count.failed += 1;
      }
      for (const test of module.children.allTests()) count[test.result().state] += 1;
    }
    // The default reporter writes its summary at the same event; the line belongs after it.
    process.once("exit", () => {
      process.stdout.write(
        `${count.passed} passed, ${count.failed} failed, ${count.skipped + count.pending} skipped\n`,
      );
    });
  }
}
