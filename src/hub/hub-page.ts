/** What a person sees who opens the hub's address. */
export const HUB_PAGE = `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta name="robots" content="noindex">
<title>WebSub hub</title>
<style>body{max-width:36rem;margin:3rem auto;padding:0 1rem;font:1.1rem/1.5 system-ui,sans-serif;color-scheme:light dark}</style>
<h1>WebSub hub</h1>
<p>This is where feed readers ask to be told of news from this site at once, instead of looking for it again and again. There is nothing to read here: the site itself is at <a href="/">its front page</a>.</p>
<p>Readers that know <a href="https://www.w3.org/TR/websub/">WebSub</a> find this address in every feed by themselves. Programs send a <code>POST</code> with <code>hub.mode</code>, <code>hub.topic</code> (a feed’s <code>self</code>) and <code>hub.callback</code>; <code>hub.lease_seconds</code> and <code>hub.secret</code> are welcome. Only feeds of this site are topics here.</p>
</html>
`;
