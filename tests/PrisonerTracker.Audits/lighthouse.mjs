// Lighthouse on the four pages that most readers see, as a phone and as a desk. Called by ./run, which says what it needs.
import lighthouse, { desktopConfig } from 'lighthouse';
import { launch } from 'chrome-launcher';

const [address, runs] = [process.argv[2], Number(process.argv[3])];
const pages = { home: '/', list: '/prisoners', profile: '/prisoners/maria-kalesnikava', event: '/releases/2025-12-13-belarus' };
const forms = { phone: undefined, desk: desktopConfig };
const atLeast = { performance: 99, accessibility: 100, 'best-practices': 100, seo: 100 };
const times = ['first-contentful-paint', 'largest-contentful-paint', 'speed-index', 'total-blocking-time', 'cumulative-layout-shift'];

const median = numbers => [...numbers].sort((a, b) => a - b)[numbers.length >> 1];

/** A run that the browser did not record says nothing of the page: it is taken again, twice at most. */
async function look(page, config, attempt = 1) {
  const report = await record(page, config);
  if (!report.runtimeError)
    return report;
  if (attempt === 3)
    throw new Error(`${page}: ${report.runtimeError.message}`);
  console.error(`${page}: ${report.runtimeError.code}, taken again.`);
  return look(page, config, attempt + 1);
}

async function record(page, config) {
  // A browser of its own each time: nothing is cached, nothing is left over.
  const browser = await launch({
    chromePath: process.env.CHROMIUM || undefined,
    chromeFlags: ['--headless=new', '--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-component-update', '--disable-sync', '--no-first-run'],
  });
  try {
    return (await lighthouse(new URL(page, address).href, { port: browser.port, logLevel: 'error' }, config)).lhr;
  } finally {
    browser.kill();
  }
}

/** What costs points outside performance, whose parts are the times. */
function shortcomings(report) {
  return Object.entries(report.categories).filter(([category]) => category !== 'performance').flatMap(([category, { auditRefs }]) =>
    auditRefs.filter(({ id, weight }) => weight > 0 && report.audits[id].score !== null && report.audits[id].score < 1).map(({ id }) => {
      const { title, details } = report.audits[id];
      const places = (details?.items ?? []).slice(0, 3).map(item => item.node?.snippet ?? item.source?.snippet ?? item.source?.url ?? item.url ?? item.description ?? JSON.stringify(item));
      return [`${category}: ${title} (${id})`, ...places.map(place => `  ${place}`)].join('\n');
    }));
}

const reports = {};
for (let run = 0; run < runs; run++)
  for (const [name, page] of Object.entries(pages))
    for (const [form, config] of Object.entries(forms))
      (reports[`${name}, ${form}`] ??= []).push(await look(page, config));

let failed = false;
const complaints = new Map();
const power = Object.values(reports).flat().map(report => Math.round(report.environment.benchmarkIndex));
console.log(`Lighthouse ${Object.values(reports)[0][0].lighthouseVersion}, medians of ${runs}. CPU benchmark index ${Math.min(...power)} to ${Math.max(...power)}.\n`);
console.log('| page | performance | accessibility | best practices | SEO | first paint, s | largest paint, s | speed index, s | blocked, ms | shift |');
console.log('|---|---|---|---|---|---|---|---|---|---|');
for (const [name, all] of Object.entries(reports)) {
  const scores = Object.entries(atLeast).map(([category, least]) => {
    const score = Math.round(100 * median(all.map(report => report.categories[category].score)));
    failed ||= score < least;
    return score < least ? `**${score}**` : score;
  });
  const [fcp, lcp, si, tbt, cls] = times.map(id => median(all.map(report => report.audits[id].numericValue)));
  console.log(`| ${[name, ...scores, (fcp / 1000).toFixed(2), (lcp / 1000).toFixed(2), (si / 1000).toFixed(2), Math.round(tbt), Number(cls.toFixed(3))].join(' | ')} |`);
  for (const what of all.flatMap(shortcomings))
    complaints.set(what, (complaints.get(what) ?? new Set()).add(name));
}

if (complaints.size > 0)
  console.log(`\n${[...complaints].map(([what, where]) => `${[...where].join('; ')}: ${what}`).join('\n')}`);
console.log(failed ? '\nBelow what is asked for: performance 99, accessibility, best practices and SEO 100.' : '\nAll reached: performance 99 or more, accessibility, best practices and SEO 100.');
process.exitCode = failed ? 1 : 0;
