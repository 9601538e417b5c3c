/** Source files of a room that are mutated, and the tests that must notice. */
export interface MutatedRoom {
  /** Globs below the repository; a `!` leaves files out. */
  readonly mutate: readonly string[];
  /** Globs of the tests that run, each on its own side of the process: none starts another. */
  readonly tests: readonly string[];
}

/**
 * The rooms whose rules tests must hold. The edge has a table of its own
 * (`tests/worker/conformance/mutations.long.test.ts`), since its tests ask a bundled worker.
 */
export const MUTATED_ROOMS: Readonly<Record<string, MutatedRoom>> = {
  article: { mutate: ["src/article/**/*.ts"], tests: ["tests/article/**/*.test.ts"] },
  ledger: { mutate: ["src/ledger/**/*.ts"], tests: ["tests/ledger/**/*.test.ts"] },
  bake: { mutate: ["src/bake/**/*.ts"], tests: ["tests/bake/**/*.test.ts"] },
  publish: { mutate: ["src/publish/**/*.ts"], tests: ["tests/publish/**/*.test.ts"] },
  source: { mutate: ["src/source/**/*.ts"], tests: ["tests/source/**/*.test.ts"] },
  store: { mutate: ["src/store/**/*.ts"], tests: ["tests/store/**/*.test.ts"] },
  doctor: {
    mutate: ["src/doctor/**/*.ts"],
    // Without the visits of `doctor.test.ts`: each of them runs nearly all of the room.
    tests: ["tests/doctor/!(doctor).test.ts", "tests/doctor/checks/*.test.ts"],
  },
  command: {
    mutate: [
      "src/command/bake-refusals.ts",
      "src/command/bake-report.ts",
      "src/command/change-lines.ts",
      "src/command/flags.ts",
      "src/command/ledger-table.ts",
      "src/command/pace.ts",
      "src/command/remote-site.ts",
      "src/command/report.ts",
      "src/command/site-url.ts",
      "src/command/stopwatch.ts",
      "src/command/worker-config.ts",
    ],
    tests: ["tests/command/**/*.test.ts"],
  },
};
