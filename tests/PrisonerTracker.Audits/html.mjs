// The Nu HTML Checker on the pages that the browser tests kept, and on the stylesheet and the drawings. Called by ./run.
import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import checker from 'vnu-jar';

const [kept, files, views] = process.argv.slice(2);

// What the checker says and is not a fault of these pages.
const known = [
  /^Trailing slash on void elements has no effect/, // hidden fields that the framework writes
  /^CSS: .*@container|^CSS: “(container-type|paint-order|vector-effect)”: Property/, // CSS Containment 3, SVG 2: newer than the checker's list
];

const within = (folder, suffix) => readdirSync(folder, { recursive: true }).filter(name => name.endsWith(suffix)).map(name => join(folder, name));

/** What the checker says of the files; the options say what they are. */
function check(paths, ...options) {
  const run = spawnSync('java', ['-Xss4m', '-jar', checker, '--format', 'json', '--exit-zero-always', '--stdout', ...options, ...paths], { encoding: 'utf8', maxBuffer: 1 << 30 });
  if (run.error ?? run.status !== 0)
    throw run.error ?? new Error(run.stderr);
  return JSON.parse(run.stdout).messages;
}

const pages = within(kept, '.html');
const messages = [
  ...check([kept]),
  ...check(within(files, '.css'), '--css'),
  ...check(within(files, '.svg'), '--svg'),
];

// One line for each thing that is wrong, however many pages have it.
const found = new Map();
for (const message of messages) {
  if (known.some(pattern => pattern.test(message.message)))
    continue;
  const what = `${message.subType ?? message.type}: ${message.message}`;
  found.set(what, [...found.get(what) ?? [], message]);
}
for (const [what, places] of found) {
  const pagesOf = new Set(places.map(place => decodeURIComponent(decodeURIComponent(basename(place.url ?? '')))));
  console.log(`${what}\n  ${places.length} times on ${pagesOf.size} pages, such as ${[...pagesOf][0]}\n  ${places[0].extract?.trim().replaceAll(/\s+/g, ' ') ?? ''}`);
}

// A view that nobody opened was not checked.
const opened = new Set(pages.map(page => basename(page).split(' ')[0].replaceAll('~', '/')));
// Signing out shows no page.
const missing = within(views, '.cshtml').filter(view => /^@page/m.test(readFileSync(view, 'utf8'))).map(view => view.slice(views.length + 1, -'.cshtml'.length)).filter(view => view !== 'SignOut' && !opened.has(view));
if (missing.length > 0)
  console.log(`Not opened: ${missing.join(', ')}`);

console.log(`${pages.length} pages of ${opened.size} views checked: ${found.size === 0 ? 'nothing found' : `${found.size} kinds of faults`}.`);
process.exitCode = found.size + missing.length === 0 ? 0 : 1;
