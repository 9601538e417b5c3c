/** @import { Trouble, Problem } from "./live.js" */

/** @type {HTMLElement | null} */
let overlay = null;

/** What the overlay shows, so that the same trouble is not told twice. */
let shown = "";

/**
 * Shows what is wrong over the page, with the page's own style kept out.
 *
 * @param {Trouble} trouble
 */
export function showTrouble(trouble) {
  const text = JSON.stringify(trouble);
  if (text === shown) return;
  hideTrouble();
  shown = text;
  overlay = element("div");
  overlay.lang = "en";
  overlay.dir = "ltr";
  overlay.id = "feedwright-dev-trouble";
  const stylesheet = element("link");
  stylesheet.rel = "stylesheet";
  stylesheet.href = new URL("overlay.css", import.meta.url).href;
  overlay.attachShadow({ mode: "open" }).append(stylesheet, panelOf(trouble));
  document.body.append(overlay);
}

/** Takes the overlay away, if there is one. */
export function hideTrouble() {
  overlay?.remove();
  overlay = null;
  shown = "";
}

/**
 * @param {Trouble} trouble
 * @returns {HTMLElement}
 */
function panelOf({ summary, problems }) {
  const panel = element("section");
  panel.setAttribute("role", "alert");
  panel.setAttribute("aria-labelledby", "title");
  const title = element("h2", "Not published");
  title.id = "title";
  const close = element("button", "Hide");
  close.type = "button";
  close.onclick = () => overlay?.remove();
  const list = element("ol");
  list.append(...problems.map(itemOf));
  const hint = element("p", "The page shows what was published before. It reloads when this is fixed.");
  hint.className = "hint";
  panel.append(close, title, element("p", summary), ...(problems.length > 0 ? [list] : []), hint);
  panel.onkeydown = ({ key }) => {
    if (key === "Escape") overlay?.remove();
  };
  return panel;
}

/**
 * @param {Problem} problem
 * @returns {HTMLElement}
 */
function itemOf({ file, line, message }) {
  const item = element("li");
  item.append(element("code", line === null ? file : `${file}:${line}`), element("p", message));
  return item;
}

/**
 * An element with text, which is never read as HTML.
 *
 * @template {keyof HTMLElementTagNameMap} Name
 * @param {Name} name
 * @param {string} [text]
 */
function element(name, text = "") {
  const made = document.createElement(name);
  made.textContent = text;
  return made;
}
