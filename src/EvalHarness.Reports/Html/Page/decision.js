// RAG, fine-tuning, or both: the matrix, where choices turn, and what retrieval and tuning add.

function showDecision(decision) {
  if (!decision) return;
  document.getElementById('decision').hidden = document.getElementById('decision-link').hidden = false;
  fill('decision-answer', said(decision.answer));
  fill('decision-arms', decision.arms.map((arm, i) => [i > 0 && ' · ', said(arm)]));
  fill('matrix', matrixTable(decision.matrix));
  document.getElementById('boundaries-part').hidden = decision.boundaries.length === 0;
  fill('boundaries', decision.boundaries.map(boundary));
  fill('decision-lists', decision.lists.map(list => el('div', null, el('h3', null, list.title), el('ul', null, list.items.map(item => el('li', null, said(item)))))));
  document.getElementById('studies-part').hidden = decision.studies.length === 0;
  fill('studied', decision.studied && said(decision.studied));
  fill('studies', decision.studies.map(study));
}

/** One study: a row per setting, what it reaches, and what is shown of it against the pipeline as it is. */
function study(table) {
  const head = table.heads.map(title => el('th', { scope: 'col' }, said(title)));
  const body = table.rows.map(cells => el('tr', null, cells.map((cell, i) => i === 0 ? el('th', { scope: 'row' }, said(cell)) : el('td', { class: i === 3 ? `shown ${cell}` : 'number' }, said(cell)))));
  const scroll = el('div', { class: 'scroll', role: 'region', tabindex: '0', 'aria-label': table.title }, el('table', { class: 'study' }, el('thead', null, el('tr', null, head)), el('tbody', null, body)));
  return el('details', { class: 'study-part' }, el('summary', null, el('strong', null, said(table.title)), ' ', said(table.asks)), scroll, table.note && el('p', { class: 'small' }, said(table.note)));
}

function matrixTable(lines) {
  const head = ['Criterion', 'These data say', 'What shows it'].map(title => el('th', { scope: 'col' }, title));
  return el('table', { class: 'matrix' }, el('thead', null, el('tr', null, head)), el('tbody', null, lines.map(matrixRow)));
}

function matrixRow(line) {
  const dots = line.colours.map(colour => dot({ colour }));
  return el('tr', null,
    el('th', { scope: 'row' }, line.title, el('span', { class: 'id' }, line.asks)),
    el('td', { class: 'verdict ' + line.kind }, dots, el('strong', null, line.verdict), ' ', line.figures && badge(line.badge)),
    el('td', { class: 'says' }, said(line.says), line.figures && el('details', null,
      el('summary', null, 'Figures and rule'), el('p', null, said(line.figures)), el('p', null, said(line.differences)), el('p', null, said(line.rule)))));
}

/** One circumstance: a strip per pair, in the colours of those that win there. */
function boundary(group) {
  return el('figure', { class: 'boundary' },
    el('figcaption', null, el('strong', null, group.title), ' ', badge(group.badge), el('span', { class: 'id' }, 'Decides: ', group.decides)),
    group.strips.map(strip => [el('p', { class: 'pair' }, strip.pair), track(strip, group.given), el('p', { class: 'small' }, said(strip.says))]),
    el('div', { class: 'ends', 'aria-hidden': 'true' }, el('span', null, group.from), el('span', null, group.to)));
}

function track(strip, given) {
  const parts = strip.parts.map(part => {
    const piece = el('span', { class: part.colour ? 'part' : 'part undecided', title: part.label });
    piece.style.width = `${part.width}%`;
    return part.colour ? coloured(piece, part) : piece;
  });
  const mark = given === undefined ? null : el('span', { class: 'given' });
  if (mark) mark.style.left = `${given}%`;
  return el('div', { class: 'track', 'aria-hidden': 'true' }, parts, mark);
}
