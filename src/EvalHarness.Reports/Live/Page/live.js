// Asks for this page again while something is under way, and puts what has changed in its place.

const PAUSE = 3000;

async function look() {
  const shown = document.getElementById('live');
  if (shown?.dataset.state !== 'under-way') return;
  try {
    const reply = await fetch(location.href, { cache: 'no-store' });
    const now = reply.ok && new DOMParser().parseFromString(await reply.text(), 'text/html').getElementById('live');
    if (now) shown.replaceWith(now);
  } catch {
    // The server may be back at the next look.
  }
  setTimeout(look, PAUSE);
}

setTimeout(look, PAUSE);
