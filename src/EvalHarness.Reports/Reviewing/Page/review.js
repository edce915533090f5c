// Asks for a decision on each draft. What is kept stays in this browser; what leaves it is a file that the reviewer downloads.

const data = JSON.parse(document.getElementById('review-data').textContent);
const STORE = 'evalharness-review:' + data.export;
// What a spreadsheet would run as a formula.
const FORMULA = /^[=+\-@\t\r\n＝＋－＠]/;

let state = { reviewer: '', at: 0, decisions: {} };

const one = id => document.getElementById(id);

function load() {
  try {
    const kept = JSON.parse(localStorage.getItem(STORE) ?? 'null');
    if (kept && typeof kept.reviewer === 'string' && kept.decisions) state = kept;
  } catch { /* Nothing readable is kept: the page starts anew. */ }
}

function keep() {
  try {
    localStorage.setItem(STORE, JSON.stringify(state));
    one('trouble').hidden = true;
  } catch {
    trouble('This browser keeps nothing for this page: download your decisions before you close it.');
  }
}

function trouble(text) {
  fill('trouble', text);
  one('trouble').hidden = false;
}

const of = item => state.decisions[item.id] ??= { decision: '', reason: '', question: item.question, answer: item.answer };
const decided = () => data.items.filter(item => of(item).decision).length;

function askName() {
  one('work').hidden = true;
  one('start').hidden = false;
  one('name').value = state.reviewer;
  one('name').focus();
}

function resume() {
  one('start').hidden = true;
  one('work').hidden = false;
  one('rules-part').open = decided() === 0;
  fill('reviewer', said(state.reviewer));
  const next = data.items.findIndex(item => !of(item).decision);
  go(next < 0 ? state.at : next);
}

function go(place) {
  state.at = Math.max(0, Math.min(data.items.length - 1, Number(place) || 0));
  keep();
  showDraft(data.items[state.at]);
  showState();
  one('row').focus({ preventScroll: true });
  one('row').scrollIntoView({ block: 'nearest' });
}

function goToOpen() {
  const places = data.items.map((_, i) => (state.at + 1 + i) % data.items.length);
  const next = places.find(i => !of(data.items[i]).decision);
  if (next !== undefined) go(next);
}

function decide(decision) {
  const mine = of(data.items[state.at]);
  if (decision === 'reject' && !mine.reason.trim()) {
    trouble('Say why it is rejected, then reject it.');
    one('reason').focus();
    return;
  }
  if (decision === 'accept' && !(mine.question.trim() && (mine.answer.trim() || data.items[state.at].isUnanswerable))) {
    trouble('Question and answer must not be empty.');
    return;
  }
  mine.decision = decision;
  if (state.at + 1 < data.items.length) go(state.at + 1);
  else { keep(); showState(); one('hand-in').scrollIntoView(); }
}

const part = (title, ...inside) => el('section', { class: 'part' }, el('h2', null, title), inside);

function field(id, label, item) {
  const box = el('textarea', { id, rows: '2', maxlength: '4000', dir: 'auto' });
  box.value = of(item)[id];
  box.addEventListener('input', () => { of(item)[id] = box.value; keep(); });
  return el('label', { class: 'small' }, label, box);
}

const marked = quote => el('div', { class: 'text', dir: 'auto' }, quote.before, el('mark', null, quote.quote), quote.after);

function showDraft(item) {
  fill('row',
    el('p', { class: 'place' }, `Draft ${state.at + 1} of ${data.items.length} · ${item.kind} · ${item.id}`),
    item.flags.map(flag => el('p', { class: 'note' }, flag)),
    el('div', { class: 'sides two' },
      el('div', { class: 'asked' },
        part('Question and answer',
          field('question', 'Question', item),
          item.isUnanswerable ? el('p', null, 'It has no answer: the right reply abstains.') : field('answer', 'Answer', item),
          item.otherWordings.length > 0 && el('ul', null, item.otherWordings.map(words => el('li', { class: 'text', dir: 'auto' }, words)))),
        item.superseded.length > 0 && part('Right before', item.superseded.map(words => el('div', { class: 'text', dir: 'auto' }, words))),
        part('What the model says', item.probes.map(probe => el('p', { class: 'text', dir: 'auto' }, `${probe.from}: `, said(probe.said)))),
        field('reason', 'Why it is rejected', item)),
      el('div', null,
        item.evidence.map(quote => part(`${item.isUnanswerable ? 'Nearest in' : 'Stands in'} ${quote.document}`, marked(quote))),
        item.earlier && part(`Stood in ${item.earlier.document} before`, marked(item.earlier)))));
}

function showState() {
  const mine = of(data.items[state.at]);
  const done = decided();
  one('progress').max = data.items.length;
  one('progress').value = done;
  fill('done', `${done} of ${data.items.length} decided`);
  fill('left', done === data.items.length ? 'Every draft is decided on. Download the JSON or the CSV.' : `${data.items.length - done} drafts are open. A file can be downloaded at any time.`);
  for (const button of document.querySelectorAll('[data-decision]')) button.setAttribute('aria-pressed', String(button.dataset.decision === mine.decision));
  one('before').disabled = state.at === 0;
  one('after').disabled = state.at === data.items.length - 1;
  one('open').disabled = done === data.items.length;
}

const cell = text => `"${(FORMULA.test(text) ? "'" : '') + text.replaceAll('"', '""')}"`;

const rows = () => data.items.map(item => ({ id: item.id, decision: of(item).decision, reason: of(item).reason, question: of(item).question, answer: item.isUnanswerable ? '' : of(item).answer }));

const csv = () => [['id', 'question', 'answer', 'decision', 'reason', 'reviewer'], ...rows().map(r => [r.id, r.question, r.answer, r.decision, r.reason, state.reviewer])]
  .map(line => line.map(cell).join(',') + '\n').join('');

const json = () => JSON.stringify({ reviewer: state.reviewer, decisions: rows() }, null, 2) + '\n';

function download(text, type, ending) {
  const link = el('a', { href: URL.createObjectURL(new Blob([text], { type })), download: `decisions.${ending}` });
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60000);
}

function onKey(event) {
  if (one('work').hidden || event.ctrlKey || event.metaKey || event.altKey || event.target.closest?.('input, textarea')) return;
  const action = {
    a: () => decide('accept'), r: () => decide('reject'), u: goToOpen,
    ArrowLeft: () => go(state.at - 1), ArrowRight: () => go(state.at + 1),
  }[event.key.length === 1 ? event.key.toLowerCase() : event.key];
  if (!action) return;
  event.preventDefault();
  action();
}

one('start').addEventListener('submit', event => {
  event.preventDefault();
  const name = one('name').value.trim();
  if (!name) return;
  state.reviewer = name;
  keep();
  resume();
});
one('change').addEventListener('click', askName);
one('before').addEventListener('click', () => go(state.at - 1));
one('after').addEventListener('click', () => go(state.at + 1));
one('open').addEventListener('click', goToOpen);
one('csv').addEventListener('click', () => download(csv(), 'text/csv;charset=utf-8', 'csv'));
one('json').addEventListener('click', () => download(json(), 'application/json', 'json'));
for (const button of document.querySelectorAll('[data-decision]')) button.addEventListener('click', () => decide(button.dataset.decision));
document.addEventListener('keydown', onKey);

load();
if (state.reviewer) resume();
else askName();
