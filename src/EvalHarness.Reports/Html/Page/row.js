// One row: what was asked, what is right, and every pipeline's answer side by side.

/** A block's texts, put together from its table of strings. */
class BlockText {
  constructor(block) { this.block = block; }

  of(packed) {
    if (packed === null || packed === undefined) return null;
    return Array.isArray(packed) ? packed.map(piece => this.block.strings[piece]).join('') : this.block.strings[packed];
  }

  passage(place) {
    const { id, document, title, text } = this.block.passages[place];
    return { id: this.of(id), document: this.of(document), title: this.of(title), text: this.of(text) };
  }
}

function rowBody(page, index, row, texts) {
  const evidence = (row.evidence ?? []).map(parts => parts.map(p => texts.of(p)));
  return [
    el('dl', { class: 'sample' },
      row.messages ? term('Conversation', row.messages.map(([role, text]) => el('p', null, el('b', null, texts.of(role), ': '), said(texts.of(text))))) : term('Question', quoted(texts.of(row.question) ?? index.question)),
      row.context && term('Asker', pairs(row.context, texts)),
      term(row.unanswerable ? 'Right reply' : 'Gold answers', row.unanswerable ? 'says that it does not know: the corpus does not answer this' : (row.answers ?? []).map(a => quoted(texts.of(a)))),
      row.superseded && term('Right before it changed', row.superseded.map(a => quoted(texts.of(a)))),
      evidence.length > 0 && term('Gold evidence', evidence.map(([document, title, quote]) => el('blockquote', null, said(quote), el('cite', null, said(title || document))))),
      row.expected && term('Expected fields', el('code', null, texts.of(row.expected))),
      row.tags && term('Slices', pairs(row.tags, texts)),
      term('Link', el('a', { href: '#row-' + encodeURIComponent(index.id) }, 'to this row'))),
    el('div', { class: 'results' }, row.results.map(result => resultCard(page, result, texts, evidence))),
  ];
}

const term = (name, ...content) => [el('dt', null, name), el('dd', null, content)];

const pairs = (list, texts) => list.map(([name, value]) => el('span', { class: 'pair' }, said(texts.of(name)), ' = ', said(texts.of(value))));

function resultCard(page, result, texts, evidence) {
  const pipeline = page.pipelines[result.pipeline];
  const heading = el('h4', null, said(pipeline.name), result.repeat && ` · repeat ${result.repeat + 1}`,
    el('span', { class: 'tag ' + result.status }, result.status));
  return coloured(el('article', { class: 'card result' },
    heading,
    result.error !== undefined && el('p', { class: 'error' }, said(texts.of(result.error)), result.attempt && ` (attempt ${result.attempt + 1})`),
    result.text !== undefined && quoted(texts.of(result.text), { class: 'said' }),
    claimsOf(page, result, texts),
    citationsOf(result, texts),
    scoresOf(page, result, texts),
    passagesOf(result, texts, evidence),
    candidatesOf(result, texts),
    result.tries && folded('Calls', el('ul', null, result.tries.map(line => el('li', null, said(texts.of(line)))))),
    result.reply !== undefined && folded('Reply as it came', quoted(texts.of(result.reply), { class: 'raw' })),
    el('p', { class: 'small' }, spent(page, result, texts))), pipeline);
}

const folded = (title, ...content) => el('details', null, el('summary', null, title), content);

/** The claims of the first metric that has them stand open, those of others are folded. */
function claimsOf(page, result, texts) {
  return (result.claims ?? []).map(({ metric, claims }, i) => {
    const supported = claims.filter(([, isSupported]) => isSupported).length;
    const title = `${page.metrics[metric].label}: ${supported} of ${claims.length}`;
    const list = el('ul', { class: 'claims' }, claims.map(claim => claimItem(claim, texts)));
    return i === 0 ? [el('h5', null, title), list] : folded(title, list);
  });
}

function claimItem(claim, texts) {
  const [words, isSupported, document, quote, reason] = claim.map((column, i) => i === 1 ? column : texts.of(column));
  return el('li', { class: isSupported ? 'supported' : 'unsupported' },
    el('b', null, isSupported ? '✓ supported' : '✗ not supported'), ' ', said(words),
    reason && el('span', { class: 'reason' }, said(reason)),
    quote && quote !== words && el('blockquote', null, said(quote), el('cite', null, isSupported ? '' : 'closest: ', said(document))),
    quote === words && el('span', { class: 'reason' }, 'word for word in ', said(document)),
    !quote && document && el('span', { class: 'reason' }, isSupported ? 'in ' : 'closest: ', said(document)));
}

function citationsOf(result, texts) {
  if (!result.citations) return null;
  return [el('h5', null, 'Citations'), el('ul', null, result.citations.map(([sentence, document]) =>
    el('li', null, said(texts.of(sentence)), ' → ', el('b', null, said(texts.of(document))))))];
}

const OUTCOMES = { a: 'not applicable', n: 'not scored', f: 'failed', '-': 'no score' };

function scoresOf(page, result, texts) {
  const details = new Map((result.details ?? []).map(([metric, lines]) => [metric, lines.map(line => texts.of(line))]));
  const rows = page.metrics.map((metric, i) => ({
    metric, value: result.values[i], outcome: result.outcomes[i], reason: texts.of(result.reasons[i]), lines: details.get(i) ?? [],
  }));
  const applicable = rows.filter(r => r.outcome !== 'a' && r.outcome !== '-');
  const body = applicable.map(({ metric, value, outcome, reason, lines }) => el('tr', { class: outcome === 's' ? '' : 'missing' },
    el('th', { scope: 'row', title: metric.meaning }, metric.label, el('span', { class: 'id' }, metric.name)),
    el('td', null, outcome === 's' ? el('span', { class: 'value' }, figure(value, metric.unit)) : OUTCOMES[outcome], [reason, ...lines].filter(Boolean).map(line => el('span', { class: 'reason' }, said(line))))));
  const others = rows.filter(r => r.outcome === 'a');
  return folded(`Scores (${applicable.length})`,
    el('table', { class: 'scores' }, el('tbody', null, body)),
    others.length > 0 && el('p', { class: 'small' }, 'Not applicable: ', others.map((r, i) => [i > 0 && '; ', r.metric.label, r.reason && ` (${r.reason})`])));
}

/** A row's value in its metric's unit. */
function figure(value, unit) {
  switch (unit) {
    case 'yesno': return value > 0 ? 'yes' : 'no';
    case 'ratio': return (100 * value).toFixed(0) + ' %';
    case 'milliseconds': return short(value) + ' ms';
    case 'usd': return '$' + short(value);
    case 'words': return short(value) + ' words';
    default: return short(value);
  }
}

const short = value => value.toLocaleString('en-US', { maximumSignificantDigits: Math.abs(value) < 1000 ? 3 : 15, maximumFractionDigits: 12 });

function passagesOf(result, texts, evidence) {
  if (!result.passages) return null;
  const supports = (result.claims ?? []).flatMap(list => list.claims)
    .filter(([, isSupported, , quote]) => isSupported && quote !== undefined && quote !== null)
    .map(([, , document, quote]) => [texts.of(document), texts.of(quote)]);
  return folded(`Passages given (${result.passages.length})`, result.passages.map(([place, score]) => {
    const passage = texts.passage(place);
    const spans = [
      ...supports.map(([document, quote]) => span(passage, document, quote, 'support')),
      ...evidence.map(([document, , quote]) => span(passage, document, quote, 'gold')),
    ].filter(Boolean);
    return el('div', { class: 'passage' },
      el('p', { class: 'small' }, el('b', null, said(passage.title || passage.document)), ' ', said(passage.id), ` · score ${score}`),
      el('div', { class: 'quoted', dir: 'auto' }, marked(passage.text, spans)));
  }), el('p', { class: 'small' }, el('mark', { class: 'support' }, 'supports a claim'), ' ', el('mark', { class: 'gold' }, 'gold evidence')));
}

/** Where a document's quote stands in a passage of it; a quote that the passage cuts off is not marked. */
function span(passage, document, quote, kind) {
  const start = document === passage.document && quote !== '' ? passage.text.indexOf(quote) : -1;
  return start < 0 ? null : { start, end: start + quote.length, kind };
}

/** The text in pieces, each marked with all that covers it. */
function marked(text, spans) {
  const cuts = [...new Set([0, text.length, ...spans.flatMap(s => [s.start, s.end])])].sort((a, b) => a - b);
  return cuts.slice(0, -1).map((from, i) => {
    const kinds = [...new Set(spans.filter(s => s.start <= from && s.end >= cuts[i + 1]).map(s => s.kind))];
    const piece = text.slice(from, cuts[i + 1]);
    return kinds.length ? el('mark', { class: kinds.join(' ') }, piece) : piece;
  });
}

function candidatesOf(result, texts) {
  if (!result.candidates) return null;
  const head = ['Passage', 'Rank', 'Given', 'Score', 'Matched'].map(title => el('th', { scope: 'col' }, title));
  const lines = result.candidates.map(([id, document, before, after, given, parts, terms]) => el('tr', { class: given ? 'given' : '' },
    el('th', { scope: 'row', title: texts.of(document) }, said(texts.of(id))),
    el('td', null, before === after ? after : `${before} → ${after}`),
    el('td', null, given ? 'yes' : 'no'),
    el('td', null, scoreParts(parts, texts)),
    el('td', null, terms.map(t => texts.of(t)).join(', '))));
  return folded(`Candidates (best ${result.candidates.length})`,
    el('p', { class: 'small' }, 'Rank in the search → after re-ranking.'),
    el('div', { class: 'scroll', role: 'region', 'aria-label': 'Candidates', tabindex: '0' }, el('table', null, el('thead', null, el('tr', null, head)), el('tbody', null, lines))));
}

function scoreParts(parts, texts) {
  const words = [];
  for (let i = 0; i < parts.length; i += 2) words.push(`${texts.of(parts[i])} ${parts[i + 1]}`);
  return words.join(', ');
}

/** "820 tokens in, 44 out · $0.00012 · in all 24.1 ms (search 4.2 ms)" */
function spent(page, result, texts) {
  const { usage } = result;
  const cost = result.values[page.metrics.findIndex(m => m.name === 'cost-usd')];
  const tokens = usage
    ? [`${count(usage.input)} tokens in`, usage.cacheRead && ` (${count(usage.cacheRead)} from a cache)`, `, ${count(usage.output)} out`, usage.reasoning && ` (${count(usage.reasoning)} reasoning)`, usage.calls > 1 && ` in ${usage.calls} calls`]
    : 'tokens unknown';
  const [all, ...stages] = result.times.map(([name, milliseconds]) => `${texts.of(name)} ${short(milliseconds)} ms`);
  return [
    tokens, ' · ', cost === null || cost === undefined ? 'cost unknown' : figure(cost, 'usd'),
    ' · ', all, stages.length > 0 && ` (${stages.join(', ')})`,
    result.model !== undefined && [' · ', said(texts.of(result.model))],
  ];
}
