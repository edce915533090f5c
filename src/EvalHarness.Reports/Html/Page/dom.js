'use strict';

// Everything that is shown is made here. Texts from data become text nodes; no string ever becomes markup.

// Control characters, invisible characters and those that turn the direction of text.
const UNSEEN = /([\u0000-\u0008\u000b-\u001f\u007f-\u009f\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff\u{e0000}-\u{e007f}])/u;

/** The text's nodes: what would be unseen, or would turn what follows, is shown as its code point. */
function visible(text) {
  return String(text).replace(/\r\n/g, '\n').split(UNSEEN).map((part, i) => i % 2 ? codePoint(part) : document.createTextNode(part));
}

function codePoint(character) {
  const span = document.createElement('span');
  span.className = 'control';
  span.textContent = 'U+' + character.codePointAt(0).toString(16).toUpperCase().padStart(4, '0');
  return span;
}

/** An element with attributes and children; a child is a node, a text, a list of these, or nothing. */
function el(tag, attributes, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes || {})) {
    if (value === true) element.setAttribute(name, '');
    else if (value !== false && value !== null && value !== undefined) element.setAttribute(name, value);
  }
  append(element, children);
  return element;
}

function append(element, children) {
  for (const child of children.flat(Infinity)) {
    if (child === null || child === undefined || child === false) continue;
    if (child instanceof Node) element.append(child);
    else element.append(...visible(child));
  }
}

const LONG = 4000;

/** A text from data inside other text: its direction stays its own. */
const said = text => el('bdi', { dir: 'auto' }, text.length > LONG ? text.slice(0, LONG) + ' …' : text);

/** A longer text from data, as it came. A very long one is cut until it is asked for. */
function quoted(text, attributes) {
  const box = el('div', { dir: 'auto', ...attributes, class: 'quoted ' + (attributes?.class ?? '') }, text.slice(0, LONG));
  if (text.length > LONG) {
    const more = el('button', { type: 'button', class: 'more' }, `… show all ${count(text.length)} characters`);
    more.addEventListener('click', () => { more.remove(); append(box, [text.slice(LONG)]); });
    box.append(more);
  }
  return box;
}

function fill(id, ...children) {
  const element = document.getElementById(id);
  element.replaceChildren();
  append(element, children);
  return element;
}

/** A table cell in the colour that a pipeline has everywhere. */
function coloured(element, pipeline) {
  element.style.setProperty('--pipeline', pipeline.colour);
  return element;
}

const dot = pipeline => coloured(el('span', { class: 'dot', 'aria-hidden': 'true' }), pipeline);

const count = number => number.toLocaleString('en-US');

const badge = words => el('span', { class: 'badge ' + words.split(' ')[0] }, words);

function option(value, label) {
  return el('option', { value }, label);
}
