// The question, the answer, the few numbers, the charts, and what the run was made from.

function showOverview(page) {
  fill('eyebrow', said(page.title), ' · run ', said(page.runId), ' · ', page.date);
  fill('question', said(page.question));
  fill('description', page.description && said(page.description));
  showGate(page.gate);
  showDecision(page.decision);
  fill('answer-parts', page.answer.length ? page.answer.map(answerPart) : el('p', null, 'Nothing was compared in this run.'));
  fill('recommendation', page.recommendation);
  fill('warnings', page.warnings.map(warning => el('li', null, el('strong', null, 'Warning. '), said(warning))));
  document.getElementById('warnings').hidden = page.warnings.length === 0;
  fill('badges', page.badges.map(b => el('li', null, badge(b.badge), ' ', el('strong', null, b.family), ' ', said(b.why))));
  fill('headlines', page.pipelines.map((pipeline, place) => card(page, pipeline, place)));
  fill('scorers', page.scorers.map(scorer));
  document.getElementById('scorers-part').hidden = page.scorers.length === 0;
  showCharts(page);
  fill('notes', page.notes.map(note => el('li', null, said(note))));
  fill('facts', page.facts.map(fact => [el('dt', null, fact.label), el('dd', null, said(fact.value))]));
}

/** The gate's verdict, the gravest lines first. */
function showGate(gate) {
  if (!gate) return;
  document.getElementById('gate').hidden = document.getElementById('gate-link').hidden = false;
  document.getElementById('gate').className = gate.verdict;
  fill('gate-title', said(gate.title));
  fill('gate-meaning', said(gate.meaning));
  const head = ['', 'What', 'Asked as', 'Why', 'n'].map(title => el('th', { scope: 'col' }, title || el('span', { class: 'unseen' }, 'Outcome')));
  const body = gate.lines.map(line => el('tr', null,
    el('td', null, el('span', { class: `badge ${line.outcome.toLowerCase()}` }, line.outcome)),
    el('th', { scope: 'row' }, said(line.subject)), el('td', null, line.role),
    el('td', { class: 'says' }, said(line.why), line.scorer && [el('br'), said(line.scorer)]), el('td', null, line.n && count(line.n))));
  fill('gate-lines', el('table', { class: 'comparisons matrix' }, el('thead', null, el('tr', null, head)), el('tbody', null, body)));
  fill('gate-notes', gate.notes.map(note => el('li', null, said(note))));
}

function answerPart(part) {
  return el('p', { class: 'answer' }, el('strong', null, part.label), part.badge === 'measured' ? null : [' ', badge(part.badge)], el('br'), said(part.text));
}

/** One pipeline's headline figures. */
function card(page, pipeline, place) {
  const figureOf = name => page.slices[0].figures[name][place];
  const figures = page.headlines.map(({ name, beside, scorer }) =>
    headline(page.names[name], figureOf(name), beside !== undefined && [page.names[beside].label, ' ', figureOf(beside)?.value ?? 'unknown'], scorer?.[place]));
  const heading = el('h3', null, said(pipeline.name), pipeline.isBaseline && el('span', { class: 'tag' }, 'baseline'));
  const article = el('article', { class: 'card headline' }, heading, el('dl', null, figures));
  article.style.gridRow = `span ${1 + 2 * page.headlines.length}`;
  return coloured(article, pipeline);
}

function headline(metric, figure, beside, scorer) {
  const value = figure?.value
    ? [el('span', { class: 'value' }, figure.value), ' ', el('span', { class: 'interval' }, figure.interval)]
    : el('span', { class: 'none' }, 'no value');
  const n = figure && el('span', { class: 'n' }, `n ${count(figure.scored)} of ${count(figure.of)}`, figure.missing && ` (${figure.missing})`);
  return [
    el('dt', { title: metric.meaning }, metric.label, ' ', metric.badge === 'measured' ? null : badge(metric.badge)),
    el('dd', null, value, n, beside && el('span', { class: 'n' }, beside), scorer && el('span', { class: 'n' }, scorer)),
  ];
}

/** What judges some metrics, and what is known of its error. */
function scorer(entry) {
  return el('li', null, el('strong', null, entry.metrics), entry.isKnown ? null : [' ', el('span', { class: 'badge unclassified' }, 'error unknown')], entry.lines.map(line => [el('br'), said(line)]));
}

function showCharts(page) {
  document.getElementById('charts').hidden = page.charts.length === 0;
  fill('chart-list', page.charts.map(chart =>
    el('figure', { 'aria-label': chart.title, tabindex: '0' }, el('img', { src: chart.source, alt: chart.alternative }))));
}
