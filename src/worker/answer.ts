import { GONE_KEY, NOT_FOUND_KEY } from "../representation/storage-key.ts";
import type { EdgeRequest } from "./edge-request.ts";
import type { Located, Looking } from "./locate.ts";
import { locate, locateUnknown } from "./locate.ts";
import { answerPlainly } from "./plain-answer.ts";
import { leadHome, redirectTo } from "./redirection.ts";
import { respond, respondWithPage } from "./respond.ts";
import { route } from "./route.ts";
import type { SiteRedirects } from "./site-redirects.ts";
import type { ReadDocument } from "./stored-document.ts";
import { logFault } from "./stored-document.ts";

/** Answers GET and HEAD of any path. Throws `StoreFaultError` where the store fails. */
export async function answer(
  request: EdgeRequest,
  read: ReadDocument,
  redirects: SiteRedirects,
): Promise<Response> {
  const found = route(request);
  if (found.kind === "malformed") return answerPlainly(400, request.nowSeconds);
  if (found.kind === "too-long") return answerPlainly(414, request.nowSeconds);
  if (found.kind === "beyond") return answerPlainly(404, request.nowSeconds);
  const looking = { request, read, redirects };
  const located = await (found.kind === "document"
    ? locate(found.key, looking)
    : locateUnknown(found.key, looking));
  const home = await homeOf(located, looking);
  if (home !== null) return leadHome(located, found.key, home, request);
  switch (located.kind) {
    case "document":
      return respond(request, located.document, read);
    case "moved":
      if (located.status === 410) return respondWithPage(request, GONE_KEY, 410, read);
      return redirectTo(located, request);
    case "alias":
      return redirectTo(located, request);
    case "unknown":
      return respondWithPage(request, NOT_FOUND_KEY, 404, read);
    default:
      return located satisfies never;
  }
}

/**
 * Where the site is now, if the request came to a host that it had before; null at its own. A feed
 * tells by itself where it is, so that a poll reads nothing more.
 */
async function homeOf(located: Located, { request, read, redirects }: Looking): Promise<string | null> {
  const { host, nowSeconds, pathname } = request;
  const link = located.kind === "document" ? located.document.metadata.link : undefined;
  if (link?.startsWith(`<https://${host}/`)) return null;
  try {
    const { hosts, origin } = await redirects.head(nowSeconds, read);
    return hosts.includes(host) ? origin : null;
  } catch (fault) {
    // What was found is more than "try again".
    logFault(fault, pathname);
    return null;
  }
}
