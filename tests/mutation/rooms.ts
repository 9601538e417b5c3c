/** Source files of a room that are mutated, and the tests that must notice. */
export interface MutatedRoom {
  /** Globs below the repository; a `!` leaves files out. */
  readonly mutate: readonly string[];
  /** Globs of the tests that run, all in one process: none starts another. */
  readonly tests: readonly string[];
}

/** Modules of `command` whose tests start no other process; each test is named after its module. */
const COMMAND_MODULES = [
  "bake/bake-refusals",
  "bake/publish-parts",
  "bake/site-url",
  "flags/bake-flags",
  "flags/flags",
  "ledger/ledger-table",
  "reports/bake-report",
  "reports/change-lines",
  "reports/pace",
  "reports/progress",
  "reports/refusal",
  "reports/report",
  "reports/stopwatch",
  "stores/edition-guard",
  "stores/remote-site",
  "stores/worker-config",
];

/**
 * The rooms whose rules tests must hold. The edge has a table of its own
 * (`tests/worker/conformance/mutations.long.test.ts`), since its tests ask a bundled worker.
 */
export const MUTATED_ROOMS: Readonly<Record<string, MutatedRoom>> = {
  article: { mutate: ["src/article/**/*.ts"], tests: ["tests/article/**/*.test.ts"] },
  ledger: { mutate: ["src/ledger/**/*.ts"], tests: ["tests/ledger/**/*.test.ts"] },
  bake: {
    mutate: ["src/bake/**/*.ts"],
    // What is left out bakes sites by the dozen or the hundred: each takes a second or several.
    tests: [
      "tests/bake/!(old-feeds|visibility).test.ts",
      "tests/bake/seal/!(killed-seals|lagging-locations|limited-writes|nothing-tells|random-schedules).test.ts",
    ],
  },
  cache: {
    mutate: ["src/cache/**/*.ts"],
    tests: ["tests/cache/**/*.test.ts", "tests/folder/list-files.test.ts"],
  },
  publish: {
    mutate: ["src/publish/**/*.ts"],
    // The others bake whole sites again and again, or start a process to kill it.
    tests: [
      "tests/publish/{adopt-journals,ask-hub,changes,damaged-store,first-articles,gone-keys,harm,hubs}.test.ts",
      "tests/publish/{journal,lagging,limited-plan,listed-journals,note-releases,objects-left}.test.ts",
      "tests/publish/{older-ledger,other-site,pending-pings,plan,publish,read-shards}.test.ts",
      "tests/publish/{redrawn-pages,replace-ledger}.test.ts",
      "tests/publish/{settle,sound-body,stored-total,upload-objects}.test.ts",
      "tests/publish/{stored-ledger,survey,tell-own-hub,topics,verify,websub}.test.ts",
      "tests/bake/seal/{late-changes,releases}.test.ts",
    ],
  },
  source: {
    mutate: ["src/source/**/*.ts", "!src/source/{dialects,newswire,templates}/**"],
    // Not the tests of chance: each takes seconds, and what they would notice has a test by name.
    tests: ["tests/source/!(any-*).test.ts"],
  },
  // What modules do while they are loaded is tried with all tests of a room: so these have rooms of their own.
  "source/dialects": {
    mutate: ["src/source/dialects/**/*.ts"],
    tests: ["tests/source/dialects/**/!(any-*).test.ts"],
  },
  "source/newswire": {
    mutate: ["src/source/newswire/**/*.ts"],
    tests: ["tests/source/newswire/**/!(any-*).test.ts"],
  },
  "source/templates": {
    mutate: ["src/source/templates/**/*.ts"],
    tests: ["tests/source/templates/**/!(any-*).test.ts"],
  },
  store: {
    // One is text that runs inside workerd, the others start and end it: tests/store/local-store.test.ts
    // and those of commands that are killed hold them.
    mutate: ["src/store/**/*.ts", "!src/store/{loader,local-store,guard-workerd,start-miniflare}.ts"],
    // What is left out starts workerd, bakes a site, or sends thousands of keys.
    tests: ["tests/store/!(local-store|remote-batches|stores-at-work).test.ts"],
  },
  doctor: {
    mutate: ["src/doctor/**/*.ts"],
    // Without the visits of `doctor.test.ts`: each of them runs nearly all of the room.
    tests: ["tests/doctor/!(doctor).test.ts", "tests/doctor/checks/*.test.ts"],
  },
  migrate: {
    mutate: ["src/migrate/**/*.ts"],
    tests: ["tests/migrate/**/*.test.ts"],
  },
  propose: {
    mutate: ["src/propose/**/*.ts"],
    tests: ["tests/propose/**/*.test.ts"],
  },
  command: {
    mutate: COMMAND_MODULES.map((name) => `src/command/${name}.ts`),
    // The other tests start processes, into which nobody sees.
    tests: [
      ...COMMAND_MODULES.map((name) => `tests/command/${name}.test.ts`),
      "tests/command/stores/older-worker.test.ts",
    ],
  },
};
