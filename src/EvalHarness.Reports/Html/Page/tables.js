// Every metric of a slice, and every comparison with the baseline.

function showTables(page) {
  const slice = fill('slice', page.slices.map((s, i) => option(i, s.name === 'all' ? 'all rows' : s.name)));
  const candidates = page.pipelines.map((p, i) => [p, i]).filter(([p]) => !p.isBaseline);
  const compared = fill('compared', option('', 'all'), candidates.map(([p, i]) => option(i, p.name)));
  const show = () => {
    showFigures(page, page.slices[slice.value]);
    showComparisons(page, page.slices[slice.value], compared.value);
  };
  slice.addEventListener('change', show);
  compared.addEventListener('change', show);
  show();
  showFields(page);
  showLedger(page);
}

/** What pipelines made of structured fields; a field stands once for all its pipelines. */
function showFields(page) {
  if (page.fields.length === 0) return;
  document.getElementById('fields-part').hidden = false;
  const head = ['Field', 'Pipeline', 'Precision', 'Recall', 'Macro-F1', 'F1 by value', 'Commonest mistakes'].map(title => el('th', { scope: 'col' }, title));
  const bodies = [...new Set(page.fields.map(line => line.field))].map(name => page.fields.filter(line => line.field === name))
    .map(lines => el('tbody', null, lines.map((line, i) => el('tr', null,
      i === 0 && el('th', { scope: 'rowgroup', rowspan: lines.length }, said(line.field)),
      el('td', null, said(line.pipeline)), el('td', null, line.precision), el('td', null, line.recall), el('td', null, line.macroF1),
      el('td', { class: 'says' }, said(line.classes)), el('td', { class: 'says' }, said(line.mistakes))))));
  fill('fields', el('table', { class: 'comparisons' }, el('thead', null, el('tr', null, head)), bodies));
}

function showFigures(page, slice) {
  const head = el('tr', null, el('th', { scope: 'col' }, 'Metric'), page.pipelines.map(pipelineHead));
  const body = page.names.map((metric, name) => [metric, slice.figures[name]])
    .filter(([, figures]) => figures.some(Boolean))
    .map(([metric, figures]) => el('tr', null, metricHead(metric), figures.map(figureCell)));
  fill('figures', el('table', null, el('thead', null, head), el('tbody', null, body)));
}

/** What was paid for, ledger by ledger; a ledger stands once for all its lines. */
function showLedger(page) {
  const head = ['Ledger', 'Pipeline', 'Item', 'Sum', 'Spent', 'How it comes about'].map(title => el('th', { scope: 'col' }, title));
  const ledgers = [...new Set(page.ledger.map(line => line.ledger))];
  const bodies = ledgers.map(name => page.ledger.filter(line => line.ledger === name))
    .map(lines => el('tbody', null, lines.map((line, i) => el('tr', null,
      i === 0 && el('th', { scope: 'rowgroup', rowspan: lines.length }, line.ledger),
      el('td', null, said(line.pipelines || '–')), el('td', null, said(line.item)),
      el('td', null, line.sum), el('td', null, line.spent), el('td', { class: 'says' }, said(line.basis))))));
  fill('ledger', page.ledger.length
    ? el('table', { class: 'comparisons' }, el('thead', null, el('tr', null, head)), bodies)
    : el('p', { class: 'none' }, 'Nothing was written down.'));
}

/** Causes down, pipelines across: why each one's answers went wrong. A number shows its rows. */
function showCauses(page) {
  const { sentences, causes } = page.causes;
  document.getElementById('causes').hidden = sentences.length === 0;
  fill('cause-sentences', sentences.map(sentence => el('li', null, said(sentence))));
  const head = el('tr', null, el('th', { scope: 'col' }, 'Cause'), page.pipelines.map(pipelineHead));
  const body = causes.map((cause, place) => [cause, place])
    .filter(([cause]) => cause.cells.some(cell => cell && cell.rows > 0))
    .map(([cause, place]) => el('tr', null,
      el('th', { scope: 'row', title: cause.meaning }, cause.label, el('span', { class: 'id' }, cause.meaning)),
      cause.cells.map((cell, pipeline) => causeCell(cell, place, pipeline))));
  fill('cause-table', body.length
    ? el('table', null, el('thead', null, head), el('tbody', null, body))
    : el('p', { class: 'none' }, 'No answer went wrong.'));
}

function causeCell(cell, cause, pipeline) {
  if (!cell) return el('td', { class: 'none' }, '–');
  if (cell.rows === 0) return el('td', { class: 'none' }, '0');
  const button = el('button', { type: 'button', class: 'count', 'aria-label': `${cell.text}, show the rows` }, cell.text);
  button.addEventListener('click', () => filterByCause(cause, pipeline));
  return el('td', null, button, el('span', { class: 'interval' }, cell.rate));
}

const pipelineHead = pipeline => coloured(el('th', { scope: 'col', class: 'pipeline' }, said(pipeline.name)), pipeline);

function metricHead(metric, rows) {
  return el('th', { scope: rows ? 'rowgroup' : 'row', rowspan: rows, title: metric.meaning },
    metric.label, ' ', badge(metric.badge),
    el('span', { class: 'id' }, metric.name, ` · ${metric.better} is better`));
}

function figureCell(figure) {
  if (!figure) return el('td', { class: 'none' }, '–');
  if (!figure.value) return el('td', { class: 'none' }, figure.of === 0 ? 'not applicable' : 'no value', counts(figure));
  return el('td', null, el('span', { class: 'value' }, figure.value), el('span', { class: 'interval' }, figure.interval), counts(figure));
}

const counts = figure => el('span', { class: 'n' }, `n ${count(figure.scored)} of ${count(figure.of)}`, figure.missing && `, ${figure.missing}`);

function showComparisons(page, slice, candidate) {
  const shown = slice.comparisons.filter(c => candidate === '' || c.candidate === Number(candidate)).sort((a, b) => a.candidate - b.candidate);
  const baseline = page.pipelines.find(p => p.isBaseline);
  fill('comparisons-note',
    'The baseline is ', said(baseline ? baseline.name : 'none'), '; a difference is pipeline − baseline, paired by question. ',
    slice.name === 'all'
      ? 'p is adjusted for the number of metrics compared (Holm).'
      : 'In slices p is not adjusted for their number: read them as hints.');
  const head = ['Metric', 'Pipeline', 'Difference', '', 'p', 'Better / worse', 'n', 'What it shows'].map(title => el('th', { scope: 'col' }, title));
  const widest = widestByUnit(page, shown);
  const bodies = page.names.map((_, name) => shown.filter(c => c.name === name)).filter(group => group.length > 0)
    .map(group => el('tbody', null, group.map((c, i) => comparisonRow(page, c, widest, i === 0 ? group.length : 0))));
  fill('comparisons', shown.length
    ? el('table', { class: 'comparisons' }, el('thead', null, el('tr', null, head)), bodies)
    : el('p', { class: 'none' }, 'Nothing was compared here.'));
}

/** The metric stands once for all its pipelines: in the first row, over so many rows. */
function comparisonRow(page, comparison, widest, rows) {
  const metric = page.names[comparison.name];
  const pipeline = page.pipelines[comparison.candidate];
  return el('tr', null,
    rows > 0 && metricHead(metric, rows),
    coloured(el('td', { class: 'pipeline' }, said(pipeline.name)), pipeline),
    el('td', null, comparison.difference
      ? [el('span', { class: 'value' }, comparison.difference), el('span', { class: 'interval' }, comparison.interval)]
      : el('span', { class: 'none' }, '–')),
    el('td', null, comparison.bounds && strip(comparison.bounds, widest.get(metric.unit), pipeline)),
    el('td', null, comparison.p ?? '–'),
    el('td', null, `${count(comparison.wins)} / ${count(comparison.losses)}`),
    el('td', null, count(comparison.n)),
    el('td', { class: 'says ' + comparison.finding }, comparison.says));
}

/** Intervals in one unit are drawn on one scale, so that they can be compared by eye. */
function widestByUnit(page, comparisons) {
  const widest = new Map();
  for (const { name, bounds } of comparisons) {
    const unit = page.names[name].unit;
    for (const bound of bounds ?? []) {
      if (bound !== null) widest.set(unit, Math.max(widest.get(unit) ?? 0, Math.abs(bound)));
    }
  }
  return widest;
}

/** The interval as a bar about a line at zero; an open end runs to the edge. */
function strip([difference, low, high], widest, pipeline) {
  const place = value => widest > 0 ? 50 + 48 * value / widest : 50;
  const [from, to] = [low === null ? 0 : place(low), high === null ? 100 : place(high)];
  const bar = el('span', { class: 'bar' });
  bar.style.left = `${from}%`;
  bar.style.width = `${Math.max(1, to - from)}%`;
  const point = el('span', { class: 'point' });
  point.style.left = `${place(difference)}%`;
  return coloured(el('span', { class: 'strip', 'aria-hidden': 'true' }, bar, point), pipeline);
}
