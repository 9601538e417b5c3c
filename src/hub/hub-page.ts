/** What a person sees who opens the hub's address. */
export const HUB_PAGE = `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta name="robots" content="noindex">
<title>WebSub hub</title>
<style>body{max-width:36rem;margin:3rem auto;padding:0 1rem;font:1.1rem/1.5 system-ui,sans-serif;color-scheme:light dark}</style>
<h1>WebSub hub</h1>
<p>Feed readers ask here to be told of news from <a href="/">this site</a> at once. Those that know <a href="https://www.w3.org/TR/websub/">WebSub</a> find this address in every feed by themselves; there is nothing to read here.</p>
<p>Programs <code>POST</code> <code>hub.mode</code>, <code>hub.topic</code> (a feed’s <code>self</code>) and <code>hub.callback</code>.</p>
</html>
`;
