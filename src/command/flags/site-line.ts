import type { Setting } from "./setting.ts";
import { typedCommand } from "./setting.ts";
import type { GivenPlace } from "./site-place.ts";

/** What a person types to run another command on the same site. */
export function siteLine(name: string, given: GivenPlace, setting: Setting): string {
  const flags = [
    ...(given.content === undefined ? [] : [`--content ${given.content}`]),
    ...(given.persistTo === undefined ? [] : [`--persist-to ${given.persistTo}`]),
  ];
  const typed = typedCommand(name, setting);
  return flags.length === 0 ? typed.replace(/ --$/, "") : [typed, ...flags].join(" ");
}
