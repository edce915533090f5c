// The list of rows: search, filters, links. A row's body is made when it is opened.

const PAGE_OF_ROWS = 100;

const MARKS = {
  R: ['✓', 'right'],
  W: ['✗', 'wrong'],
  D: ['○', 'declined although answerable'],
  F: ['!', 'failed'],
  N: ['?', 'not scored'],
};

const isUnsupported = mark => mark !== null && mark.includes('u');

const SHOWN = {
  all: () => true,
  wrong: marks => marks.some(m => m?.startsWith('W')),
  right: marks => marks.some(m => m?.startsWith('R')),
  declined: marks => marks.some(m => m?.startsWith('D')),
  failed: marks => marks.some(m => m?.startsWith('F') || m?.startsWith('N')),
  unsupported: marks => marks.some(isUnsupported),
};

const disagree = marks => new Set(marks.filter(m => m !== null)).size > 1;

function showRows(page, loadBlock) {
  const form = document.getElementById('filters');
  const list = document.getElementById('rows-list');
  const more = document.getElementById('more');
  let matching = [];
  let shown = 0;

  fill('right-means', page.rightMeans);
  fill('of', option('', 'any pipeline'), page.pipelines.map((p, i) => option(i, p.name)));
  fill('cause', option('', 'any or none'), page.causes.causes.map((c, i) => option(i, c.label)));
  fill('rows-slice', option('', 'all rows'), page.slices.map((s, i) => [s, i]).filter(([s]) => s.name !== 'all').map(([s, i]) => option(i, s.name)));
  fill('legend', legend(page));

  const showMore = () => {
    const next = matching.slice(shown, shown + PAGE_OF_ROWS);
    list.append(...next.map(row => rowElement(page, row, loadBlock)));
    shown += next.length;
    more.hidden = shown >= matching.length;
    more.textContent = `Show ${count(Math.min(PAGE_OF_ROWS, matching.length - shown))} more`;
  };

  const filter = () => {
    matching = page.rows.filter(matches(readFilters()));
    list.replaceChildren();
    shown = 0;
    showMore();
    fill('rows-count', `${count(matching.length)} of ${count(page.rows.length)} questions`, leftOut(page));
  };

  const clear = () => { form.reset(); filter(); };

  const follow = () => {
    const id = rowOfHash();
    if (id === null) return;
    if (!matching.some(row => row.id === id)) clear();
    const place = matching.findIndex(row => row.id === id);
    while (place >= shown && shown < matching.length) showMore();
    const summary = document.getElementById('row-' + id);
    if (summary) { summary.parentElement.open = true; summary.scrollIntoView(); summary.focus({ preventScroll: true }); }
  };

  form.addEventListener('input', filter);
  document.getElementById('clear').addEventListener('click', clear);
  form.addEventListener('submit', event => event.preventDefault());
  more.addEventListener('click', showMore);
  window.addEventListener('hashchange', follow);
  filter();
  follow();
}

function leftOut(page) {
  return page.rowsLeftOut > 0 && `; ${count(page.rowsLeftOut)} more are in samples.csv, too many for this page`;
}

function readFilters() {
  const value = id => document.getElementById(id).value;
  return { words: value('search').toLowerCase().split(/\s+/).filter(Boolean), show: value('show'), of: value('of'), cause: value('cause'), slice: value('rows-slice') };
}

/** Shows the rows in which one pipeline went wrong by one cause. */
function filterByCause(cause, pipeline) {
  const form = document.getElementById('filters');
  form.reset();
  document.getElementById('cause').value = cause;
  document.getElementById('of').value = pipeline;
  form.dispatchEvent(new Event('input'));
  document.getElementById('rows').scrollIntoView();
  document.getElementById('cause').focus({ preventScroll: true });
}

/** A row matches when all words stand in it, it is of the slice, and the chosen pipeline's mark and cause (or anyone's) are those asked for. */
function matches({ words, show, of, cause, slice }) {
  return row => {
    if (slice !== '' && !row.slices.includes(Number(slice))) return false;
    if (cause !== '' && !wrongBy(row, Number(cause), of)) return false;
    if (!holds(row, show, of)) return false;
    const text = `${row.id}\n${row.question}\n${row.answer ?? ''}`.toLowerCase();
    return words.every(word => text.includes(word));
  };
}

const wrongBy = (row, cause, of) => (row.causes ?? []).some((causes, pipeline) => (of === '' || pipeline === Number(of)) && causes.includes(cause));

/** Disagreement with one pipeline chosen: some other pipeline fared otherwise than this one. */
function holds(row, show, of) {
  if (show === 'disagree') return of === '' ? disagree(row.marks) : row.marks.some(m => m !== null && m !== row.marks[of]);
  return SHOWN[show](of === '' ? row.marks : [row.marks[of]]);
}

function rowOfHash() {
  if (!location.hash.startsWith('#row-')) return null;
  try {
    return decodeURIComponent(location.hash.slice('#row-'.length));
  } catch {
    return null;
  }
}

function legend(page) {
  const marks = Object.values(MARKS).map(([sign, words]) => el('span', null, el('b', null, sign), ' ', words));
  const unsupported = el('span', null, el('b', { class: 'flag' }, 'u'), ' with an unsupported claim');
  return [page.pipelines.map(p => el('span', null, dot(p), said(p.name))), marks, unsupported];
}

function rowElement(page, row, loadBlock) {
  const marks = el('span', { class: 'marks' }, page.pipelines.map((pipeline, i) => mark(pipeline, row.marks[i], (row.causes?.[i] ?? []).map(cause => page.causes.causes[cause].label))));
  // The summary is the link's target: a browser that follows a link takes the focus away from what cannot hold it.
  const summary = el('summary', { id: 'row-' + row.id }, el('span', { class: 'asked' }, said(row.question), ' ', el('span', { class: 'id' }, said(row.id))), marks);
  const details = el('details', { class: 'row' }, summary);
  details.addEventListener('toggle', () => {
    if (details.open && details.childElementCount === 1) openRow(page, row, details, loadBlock);
  });
  return details;
}

function mark(pipeline, letters, causes) {
  if (letters === null) return null;
  const [sign, words] = MARKS[letters[0]];
  const label = `${pipeline.name}: ${words}${isUnsupported(letters) ? ', unsupported claim' : ''}${causes.length > 0 ? `; ${causes.join(', ')}` : ''}`;
  return el('span', { class: 'mark mark-' + letters[0], title: label, role: 'img', 'aria-label': label },
    dot(pipeline), sign, isUnsupported(letters) && el('b', { class: 'flag' }, 'u'));
}

async function openRow(page, row, details, loadBlock) {
  const body = el('div', { class: 'body' }, el('p', { class: 'none' }, 'Loading …'));
  details.append(body);
  try {
    const block = await loadBlock(row.block);
    body.replaceChildren(...rowBody(page, row, block.rows[row.place], new BlockText(block)));
  } catch (error) {
    body.replaceChildren(el('p', { class: 'none' }, error.message));
  }
}
