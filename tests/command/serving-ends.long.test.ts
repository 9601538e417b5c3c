import { describe, test } from "vitest";
import type { Ending } from "./serving-ends.ts";
import { endAndLook } from "./serving-ends.ts";

const COMMANDS = ["serve", "start", "dev"] as const;
const WAYS: readonly Omit<Ending, "command" | "name">[] = [
  { by: "node", signal: "SIGINT", to: "command", exitCode: 0 },
  { by: "node", signal: "SIGTERM", to: "command", exitCode: 0 },
  { by: "node", signal: "SIGHUP", to: "command", exitCode: 0 },
  { by: "node", signal: "SIGKILL", to: "command" },
  { by: "npm", signal: "SIGTERM", to: "first" },
  { by: "npm", signal: "SIGKILL", to: "first" },
  { by: "npm", signal: "SIGINT", to: "command", exitCode: 0 },
  { by: "npm", signal: "SIGKILL", to: "command" },
];

describe("nothing lives on, and the port is free, once", () => {
  const endings = COMMANDS.flatMap((command) =>
    WAYS.map((way): [string, Ending] => {
      const target = way.to === "first" ? `the npm of ${command}` : `${command} under ${way.by}`;
      const name = `${target} gets ${way.signal}`;
      return [name, { ...way, command, name }];
    }),
  );
  test.for(endings)("%s", ([, ending]) => endAndLook(ending));
});
