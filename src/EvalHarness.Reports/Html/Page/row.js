// One row: what was asked, what is right, and every pipeline's answer side by side.

/** A block's texts, put together from its table of strings, and its lists. */
class BlockText {
  constructor(block) { this.block = block; }

  of(packed) {
    if (packed === null || packed === undefined) return null;
    return Array.isArray(packed) ? packed.map(piece => this.block.strings[piece]).join('') : this.block.strings[packed];
  }

  /** A result with its lists in place, and a value or null for every metric. */
  unpacked(result) {
    const { shared } = this.block;
    const outcomes = shared[result.outcomes];
    const values = result.values.values();
    return {
      ...result, outcomes, reasons: shared[result.reasons], candidates: shared[result.candidates],
      reply: shared[result.reply], passages: shared[result.passages],
      values: [...outcomes].map(outcome => outcome === 's' ? values.next().value : null),
    };
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
    el('div', { class: 'results' }, row.results.map(result => resultCard(page, texts.unpacked(result), texts, evidence))),
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
    result.cause !== undefined && causeOf(page.causes.causes[result.cause]),
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

const causeOf = cause => el('p', { class: 'small' }, el('b', null, 'Cause: ', cause.label), ' · ', cause.meaning);

const folded = (title, ...content) => el('details', null, el('summary', null, title), content);

const BODY = 'groundedness-';

/** Claims once, each with its verdict by every body of evidence; claims of other metrics are folded. */
function claimsOf(page, result, texts) {
  const lists = (result.claims ?? []).map(({ metric, claims }) => ({ metric: page.metrics[metric], claims: claims.map(columns => claimOf(columns, texts)) }));
  const bodies = lists.filter(list => list.metric.name.startsWith(BODY));
  const others = lists.filter(list => !list.metric.name.startsWith(BODY));
  const tally = ({ claims }) => `${claims.filter(c => c.isSupported).length} of ${claims.length}`;
  return [
    bodies.length > 0 && [
      el('h5', null, 'Claims supported by the ', bodies.map((list, i) => [i > 0 && ' · ', el('span', { title: list.metric.label }, `${bodyOf(list)}: ${tally(list)}`)])),
      el('ul', { class: 'claims' }, byClaim(bodies).map(verdicts => claimItem(verdicts, result, texts))),
    ],
    others.map(list => folded(`${list.metric.label}: ${tally(list)}`, el('ul', { class: 'claims' }, list.claims.map(claim => claimItem([{ body: '', claim }], result, texts))))),
  ];
}

function claimOf(columns, texts) {
  const [words, isSupported, document, quote, reason, around] = columns.map((column, i) => i === 1 ? column === 1 : texts.of(column));
  return { words, isSupported, document, quote, reason, around };
}

const bodyOf = list => list.metric.name.slice(BODY.length);

/** The verdicts on each claim; another body's may be of other claims, where its verifier cuts the answer in another way. */
function byClaim(bodies) {
  const verdicts = new Map();
  for (const list of bodies)
    for (const claim of list.claims) verdicts.set(claim.words, [...(verdicts.get(claim.words) ?? []), { body: bodyOf(list), claim }]);
  return [...verdicts.values()];
}

/** The first body's verdict in full; of another its reason, where it says otherwise. */
function claimItem(verdicts, result, texts) {
  const { claim } = verdicts[0];
  const otherwise = verdicts.slice(1).filter(v => v.claim.isSupported !== claim.isSupported);
  return el('li', { class: claim.isSupported ? 'supported' : 'unsupported' },
    el('b', null, claim.isSupported ? '✓ supported' : '✗ not supported'), ' ', said(claim.words),
    verdicts.length > 1 && el('span', { class: 'verdicts' }, verdicts.map(v => [' ', tag(v.claim.isSupported ? 'good' : 'bad', `${v.body} ${v.claim.isSupported ? '✓' : '✗'}`)])),
    claim.reason && el('span', { class: 'reason' }, said(claim.reason)),
    evidenceOf(claim, result, texts),
    otherwise.map(v => [
      v.claim.reason && el('span', { class: 'reason' }, `by the ${v.body === 'gold' ? 'gold evidence' : v.body}: `, said(v.claim.reason)),
      v.claim.isSupported && evidenceOf(v.claim, result, texts),
    ]));
}

const tag = (kind, words) => el('span', { class: 'tag ' + kind }, words);

/** The best evidence, highlighted where it stands: in a passage that was given, or else in the corpus. */
function evidenceOf({ isSupported, document, quote, around }, result, texts) {
  if (!document) return null;
  const passage = quote && (result.passages ?? []).map(([place]) => texts.passage(place)).find(p => p.document === document && p.text.includes(quote));
  const where = passage ? `in a passage given (${passage.id})` : result.passages && around ? 'in the corpus, not in a passage given' : '';
  const source = el('cite', null, isSupported ? '' : 'closest: ', said(passage?.title || document), where && [' · ', where]);
  return el('blockquote', null, quote && el('div', { class: 'quoted', dir: 'auto' }, highlighted(passage ? near(passage.text, quote) : around ?? quote, quote, isSupported)), source);
}

function highlighted(text, quote, isSupported) {
  const start = text.indexOf(quote);
  return marked(text, start < 0 ? [] : [{ start, end: start + quote.length, kind: isSupported ? 'support' : 'closest' }]);
}

// More text on either side helps nobody to check a claim.
const AROUND = 240;

/** The paragraph of a text in which a quote stands, as far as it fits. */
function near(text, quote) {
  const start = text.indexOf(quote);
  const [before] = text.slice(0, start).split('\n\n').slice(-1);
  const [after] = text.slice(start + quote.length).split('\n\n');
  return (before.length > AROUND ? '… ' + before.slice(-AROUND).replace(/^\S*\s/, '') : before) + quote
    + (after.length > AROUND ? after.slice(0, AROUND).replace(/\s\S*$/, '') + ' …' : after);
}

// How a citation ends, and what a person makes of it.
const RESOLUTIONS = {
  'supported': ['good', 'supports it'],
  'unsupported': ['bad', 'does not support it'],
  'cited-not-retrieved': ['doubt', 'in the corpus, not retrieved'],
  'not-in-corpus': ['bad', 'does not exist'],
};

function citationsOf(result, texts) {
  if (result.cited) return [el('h5', null, 'Citations'), el('ul', { class: 'claims' }, result.cited.map(columns => citedItem(columns, texts)))];
  if (!result.citations) return null;
  return [el('h5', null, 'Citations'), el('ul', null, result.citations.map(([sentence, document]) =>
    el('li', null, said(texts.of(sentence)), ' → ', el('b', null, said(texts.of(document))))))];
}

function citedItem([sentence, isSupported, pairs, elsewhere], texts) {
  const cited = [];
  for (let i = 0; i < pairs.length; i += 2) {
    const [kind, words] = RESOLUTIONS[texts.of(pairs[i + 1])] ?? ['', texts.of(pairs[i + 1])];
    cited.push(el('span', { class: 'cited' }, '→ ', el('b', null, said(texts.of(pairs[i]))), tag(kind, words)));
  }
  const words = texts.of(sentence);
  return el('li', { class: isSupported ? 'supported' : 'unsupported' },
    words === '' ? el('span', { class: 'reason' }, 'for a sentence that the answer does not hold')
      : [cited.length > 0 && [el('b', null, isSupported ? '✓ supported by what it cites' : '✗ not supported by what it cites'), ' '], said(words)],
    cited.length > 0 ? cited : el('span', { class: 'reason' }, 'cites nothing'),
    elsewhere !== undefined && el('span', { class: 'reason' }, 'supported instead by ', said(texts.of(elsewhere))));
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
  const quotes = (result.claims ?? []).flatMap(list => list.claims.map(columns => claimOf(columns, texts))).filter(claim => claim.quote);
  const given = folded(`Passages given (${result.passages.length})`, result.passages.map(([place, score]) => {
    const passage = texts.passage(place);
    const spans = [
      ...quotes.map(({ document, quote, isSupported }) => span(passage, document, quote, isSupported ? 'support' : 'closest')),
      ...evidence.map(([document, , quote]) => span(passage, document, quote, 'gold')),
    ].filter(Boolean);
    return el('div', { class: 'passage' },
      el('p', { class: 'small' }, el('b', null, said(passage.title || passage.document)), ' ', said(passage.id), ` · score ${score}`),
      el('div', { class: 'quoted', dir: 'auto', role: 'group', 'aria-label': 'Text of the passage', tabindex: '0' }, marked(passage.text, spans)));
  }), el('p', { class: 'small' }, el('mark', { class: 'support' }, 'supports a claim'), ' ', el('mark', { class: 'closest' }, 'closest to a claim that is not supported'), ' ', el('mark', { class: 'gold' }, 'gold evidence')));
  given.addEventListener('toggle', () => given.querySelectorAll('.passage .quoted').forEach(showMark));
  return given;
}

/** Scrolls a long passage to what is marked in it. */
function showMark(box) {
  const first = box.querySelector('mark');
  if (first) box.scrollTop = first.offsetTop - box.offsetTop;
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
    all !== undefined && [' · ', all, stages.length > 0 && ` (${stages.join(', ')})`],
    result.model !== undefined && [' · ', said(texts.of(result.model))],
  ];
}
