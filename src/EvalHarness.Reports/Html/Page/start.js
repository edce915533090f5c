// Reads the data that the page carries and draws it.

const readJson = id => JSON.parse(document.getElementById(id).textContent);

/** Blocks in files are scripts that call receiveRows: a page opened from disk may not read files otherwise. */
const waiting = new Map();

function receiveRows(number, block) {
  waiting.get(number)?.resolve(block);
}

function loadFile(number) {
  if (!waiting.has(number)) {
    const entry = {};
    entry.promise = new Promise((resolve, reject) => { entry.resolve = resolve; entry.reject = reject; });
    waiting.set(number, entry);
    const script = el('script', { src: `rows/${number}.js` });
    script.addEventListener('error', () => {
      waiting.delete(number);
      entry.reject(new Error(`rows/${number}.js is not beside this page: keep the folder together, or read samples.csv.`));
    });
    document.head.append(script);
  }
  return waiting.get(number).promise;
}

const page = readJson('page-data');
let inlineRows = null;

showOverview(page);
showTables(page);
showCauses(page);
showRows(page, async number => page.rowsInFiles ? loadFile(number) : (inlineRows ??= readJson('rows-data')));
