// Asks for a label of each row. What is kept stays in this browser; what leaves it is a file that the rater downloads.

const data = JSON.parse(document.getElementById('label-data').textContent);
const LABELS = ['yes', 'no', 'unsure'];
const STORE = 'evalharness-labels:' + data.export;
// What a spreadsheet would run as a formula.
const FORMULA = /^[=+\-@\t\r\n＝＋－＠]/;

let raters = [];
let rater = null;

const one = id => document.getElementById(id);

/** Raters share nothing: each has labels and notes by row, and a place. */
function load() {
  try {
    const kept = JSON.parse(localStorage.getItem(STORE) ?? 'null');
    raters = Array.isArray(kept?.raters) ? kept.raters : [];
    rater = raters.find(r => r.name === kept?.last) ?? null;
  } catch {
    raters = [];
    rater = null;
  }
}

function keep() {
  try {
    localStorage.setItem(STORE, JSON.stringify({ last: rater?.name, raters }));
    one('trouble').hidden = true;
  } catch {
    fill('trouble', 'This browser keeps nothing for this page: download your labels before you close it.');
    one('trouble').hidden = false;
  }
}

const labelOf = item => LABELS.includes(rater.labels[item.id]) ? rater.labels[item.id] : '';
const labelled = () => data.items.filter(labelOf).length;

function begin(name) {
  rater = raters.find(r => r.name === name) ?? null;
  if (!rater) raters.push(rater = { name, labels: {}, notes: {}, at: 0 });
  keep();
  resume();
}

/** Goes on at the first row without a label. */
function resume() {
  one('start').hidden = true;
  one('work').hidden = false;
  one('rules-part').open = labelled() === 0;
  fill('rater', said(rater.name));
  fill('rater-again', said(rater.name));
  const next = data.items.findIndex(item => !labelOf(item));
  go(next < 0 ? rater.at : next);
}

function askName() {
  one('work').hidden = true;
  one('start').hidden = false;
  one('name').value = rater?.name ?? '';
  one('name').focus();
}

function go(place) {
  rater.at = Math.max(0, Math.min(data.items.length - 1, Number(place) || 0));
  keep();
  showRow(data.items[rater.at]);
  showState();
  one('row').focus({ preventScroll: true });
  one('row').scrollIntoView({ block: 'nearest' });
}

function choose(label) {
  rater.labels[data.items[rater.at].id] = label;
  if (rater.at + 1 < data.items.length) go(rater.at + 1);
  else { keep(); showState(); one('hand-in').scrollIntoView(); }
}

function goToUnlabelled() {
  const places = data.items.map((_, i) => (rater.at + 1 + i) % data.items.length);
  const next = places.find(i => !labelOf(data.items[i]));
  if (next !== undefined) go(next);
}

const part = (title, text, kind) => el('section', { class: 'part ' + (kind ?? '') }, el('h2', null, title), el('div', { class: 'text', dir: 'auto' }, text));

function showRow(item) {
  const note = el('textarea', { id: 'note', maxlength: '2000', rows: '1' });
  note.value = rater.notes[item.id] ?? '';
  note.addEventListener('input', () => { rater.notes[item.id] = note.value; keep(); });
  const asked = el('div', { class: 'asked' },
    part('Question', item.question),
    data.hasEvidence ? null : el('section', { class: 'part' }, el('h2', null, 'Right answers: any of'), el('ul', null, item.references.map(r => el('li', { class: 'text', dir: 'auto' }, r)))),
    part('Answer', item.answer, 'answer'),
    el('label', { class: 'small' }, 'Note (optional)', note));
  fill('row',
    el('p', { class: 'place' }, `Row ${rater.at + 1} of ${data.items.length} · ${item.id}`),
    el('div', { class: data.hasEvidence ? 'sides two' : 'sides' }, asked, data.hasEvidence && part('Evidence', item.evidence || 'There is none.')));
}

function showState() {
  const item = data.items[rater.at];
  const done = labelled();
  one('progress').max = data.items.length;
  one('progress').value = done;
  fill('done', `${done} of ${data.items.length} labelled`);
  fill('left', done === data.items.length ? 'Every row has a label. Download the CSV or the JSON and send it back.' : `${data.items.length - done} rows have no label yet. A file can be downloaded at any time; what is labelled is kept here too.`);
  for (const button of document.querySelectorAll('[data-label]')) button.setAttribute('aria-pressed', String(button.dataset.label === labelOf(item)));
  one('before').disabled = rater.at === 0;
  one('after').disabled = rater.at === data.items.length - 1;
  one('unlabelled').disabled = done === data.items.length;
  fill('all', data.items.map((row, i) => {
    const button = el('button', { type: 'button', 'aria-current': i === rater.at && 'true', 'aria-label': `Row ${i + 1}: ${labelOf(row) || 'no label'}` }, `${i + 1} ${{ yes: 'y', no: 'n', unsure: '?' }[labelOf(row)] ?? '·'}`);
    button.addEventListener('click', () => go(i));
    return el('li', null, button);
  }));
}

const cell = text => `"${(FORMULA.test(text) ? "'" : '') + text.replaceAll('"', '""')}"`;

function csv() {
  const held = data.hasEvidence ? 'evidence' : 'right_answers';
  const lines = data.items.map(item => [
    item.id, item.question, data.hasEvidence ? item.evidence : item.references.join('\n'), item.answer, labelOf(item), rater.notes[item.id] ?? '', rater.name, data.export,
  ]);
  return [['id', 'question', held, 'answer', 'label', 'note', 'rater', 'export'], ...lines].map(line => line.map(cell).join(',') + '\n').join('');
}

const json = () => JSON.stringify({
  export: data.export,
  what: data.what,
  rater: rater.name,
  labels: data.items.map(item => ({ id: item.id, label: labelOf(item), note: rater.notes[item.id] ?? '' })),
}, null, 2) + '\n';

function download(text, type, ending) {
  const name = rater.name.replace(/[^\p{L}\p{N}]+/gu, '-').replace(/^-|-$/g, '') || 'rater';
  const link = el('a', { href: URL.createObjectURL(new Blob([text], { type })), download: `labels-${name}.${ending}` });
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60000);
}

function onKey(event) {
  if (!rater || one('work').hidden || event.ctrlKey || event.metaKey || event.altKey || event.target.closest?.('input, textarea')) return;
  const action = {
    y: () => choose('yes'), n: () => choose('no'), '?': () => choose('unsure'), u: goToUnlabelled,
    ArrowLeft: () => go(rater.at - 1), ArrowRight: () => go(rater.at + 1),
  }[event.key.length === 1 ? event.key.toLowerCase() : event.key];
  if (!action) return;
  event.preventDefault();
  action();
}

fill('asked', data.asked);
fill('rules', data.rules.map(rule => el('li', null, rule)));
one('start').addEventListener('submit', event => {
  event.preventDefault();
  const name = one('name').value.trim();
  if (name) begin(name);
});
one('change').addEventListener('click', askName);
one('before').addEventListener('click', () => go(rater.at - 1));
one('after').addEventListener('click', () => go(rater.at + 1));
one('unlabelled').addEventListener('click', goToUnlabelled);
one('csv').addEventListener('click', () => download(csv(), 'text/csv;charset=utf-8', 'csv'));
one('json').addEventListener('click', () => download(json(), 'application/json', 'json'));
one('forget').addEventListener('click', () => {
  raters = raters.filter(r => r !== rater);
  rater = null;
  keep();
  askName();
});
for (const button of document.querySelectorAll('[data-label]')) button.addEventListener('click', () => choose(button.dataset.label));
document.addEventListener('keydown', onKey);
// The same page in another window: what was labelled there is not to be lost here.
addEventListener('storage', event => {
  if (event.key !== STORE || !rater) return;
  const { name, at } = rater;
  load();
  rater = raters.find(r => r.name === name) ?? null;
  if (rater) { rater.at = at; showRow(data.items[at]); showState(); } else askName();
});

load();
if (rater) resume();
else askName();
