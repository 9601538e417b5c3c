import { ALIASES } from "../representation/addresses.ts";
import type { StorageKey } from "../representation/storage-key.ts";
import { NOT_FOUND_KEY } from "../representation/storage-key.ts";
import type { EdgeRequest } from "./edge-request.ts";
import { answerPlainly, redirect } from "./plain-answer.ts";
import { respond, respondWithPage } from "./respond.ts";
import { correctedAddresses, route } from "./route.ts";
import type { ReadDocument } from "./stored-document.ts";

/** Where an alias leads does not change from one publish to the next; that it is one may. */
const ALIAS_CACHE_CONTROL = "public, max-age=3600";

/** Answers GET and HEAD of any path. Throws `StoreFaultError` where the store fails. */
export async function answer(request: EdgeRequest, read: ReadDocument): Promise<Response> {
  const found = route(request);
  switch (found.kind) {
    case "malformed":
      return answerPlainly(400, request.nowSeconds);
    case "too-long":
      return answerPlainly(414, request.nowSeconds);
    case "redirect":
      return redirect(found.negotiated ? 302 : 301, found.target, request.nowSeconds, {
        "Cache-Control": ALIAS_CACHE_CONTROL,
        ...(found.negotiated && { Vary: "Accept" }),
      });
    case "nowhere":
      return answerUnknown(request, read);
    case "document": {
      const document = await read(found.key);
      return document ? respond(request, document, read) : answerUnknown(request, read);
    }
    default:
      return found satisfies never;
  }
}

/** A path that leads nowhere: a redirect to what it seems to mean, else the page for 404. */
async function answerUnknown(request: EdgeRequest, read: ReadDocument): Promise<Response> {
  const corrected = correctedAddresses(request.pathname);
  const there = await Promise.all(corrected.map((address) => leadsSomewhere(address, read)));
  const target = corrected.find((_, index) => there[index]);
  return target === undefined
    ? respondWithPage(request, NOT_FOUND_KEY, 404, read)
    : redirect(301, target, request.nowSeconds, { "Cache-Control": "public, max-age=300" });
}

async function leadsSomewhere(key: StorageKey, read: ReadDocument): Promise<boolean> {
  if (ALIASES.has(key)) return true;
  const document = await read(key);
  await document?.body.cancel();
  return !!document;
}
