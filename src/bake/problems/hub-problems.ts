import type { Article } from "../../article/article.ts";
import type { Articles } from "../../article/articles.ts";
import type { Problem } from "../../article/problem.ts";
import type { Site } from "../../article/site.ts";
import { SETTINGS_FILE } from "../../article/site.ts";
import { HUB_ADDRESS } from "../../representation/hub-message.ts";

/** What stands where the site's own hub is to answer: nobody would ever see it again. */
export function hubProblems(
  { hub, redirects }: Site,
  { ordinals, of }: Articles,
  standing: readonly Article[],
): Problem[] {
  if (!hub) return [];
  const problem = (file: string, line: number | null, message: string): Problem => ({
    file,
    line,
    severity: "error",
    message: `${message} ${HUB_ADDRESS}, where the site's own hub answers; give it another path, or remove hub from ${SETTINGS_FILE}`,
  });
  const redirect = redirects.get(HUB_ADDRESS);
  return [
    ...[...ordinals.filter((one) => of.address(one) === HUB_ADDRESS)].map((one) =>
      problem(of.path(one), null, "stands at"),
    ),
    ...standing
      .filter(({ address }) => address === HUB_ADDRESS)
      .map(({ path }) => problem(path, null, "stands at")),
    ...(redirect ? [problem(redirect.file, redirect.line, "has a redirect from")] : []),
  ];
}
