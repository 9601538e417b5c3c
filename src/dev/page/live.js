/**
 * Runs in every page that `npm run dev` serves, and in no other: reloads the page when the site has
 * changed, and shows over it what keeps the folder from being published.
 *
 * @typedef {{ file: string, line: number | null, message: string }} Problem
 * @typedef {{ summary: string, problems: Problem[] }} Trouble
 * @typedef {{ version: number, trouble: Trouble | null }} SiteState
 */
import { hideTrouble, showTrouble } from "./overlay.js";

/** The version of the site that this page is of. */
const version = Number(new URL(import.meta.url).searchParams.get("version"));

/** @type {EventSource | null} */
let events = null;

/** A browser has few connections for one server, so only the page that is looked at keeps one. */
function listenWhileVisible() {
  if (document.hidden) {
    events?.close();
    events = null;
  } else if (events === null) {
    events = new EventSource(new URL("events", import.meta.url));
    events.onmessage = ({ data }) => follow(JSON.parse(data));
  }
}

/** @param {SiteState} state */
function follow(state) {
  if (state.version !== version) location.reload();
  else if (state.trouble === null) hideTrouble();
  else showTrouble(state.trouble);
}

document.addEventListener("visibilitychange", listenWhileVisible);
listenWhileVisible();
