// The part of `npm run bench` that moves the graph: main-thread CPU per frame in pan and zoom, beside React Flow's own edges in the same run.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import react from '@vitejs/plugin-react';
import { build, preview } from 'vite';
import { figureTable } from './bench-tables.mjs';

const root = join(import.meta.dirname, '..');
const plainRoot = join(import.meta.dirname, 'plain-graph');
const plainOut = join(root, 'node_modules/.cache/sluice-bench-plain');
const plainPort = 4177;

const NAMESPACES = 24;
const WORKLOADS = 276;
/** Moves of the pointer, and turns of the wheel, in one gesture. */
const MOVES = 120;
const TURNS = 60;
/** Milliseconds until what was drawn is settled. */
const SETTLING = 2500;

/** In ms of the main thread's CPU. */
const target = 10;

/** 24 namespaces with 11 or 12 workloads: every workload is let in from three others of its own and of the next namespace. */
function manifests() {
  const documents = [];
  const place = (number) => ({
    namespace: `team-${number % NAMESPACES}`,
    app: `app-${Math.floor(number / NAMESPACES)}`,
  });
  for (let number = 0; number < NAMESPACES; number++) {
    documents.push({ apiVersion: 'v1', kind: 'Namespace', metadata: { name: `team-${number}` } });
  }
  for (let number = 0; number < WORKLOADS; number++) {
    const { namespace, app } = place(number);
    const labels = { app };
    const containers = [{ name: app, image: app, ports: [{ containerPort: 8080 }] }];
    documents.push({
      ...{ apiVersion: 'apps/v1', kind: 'Deployment', metadata: { name: app, namespace } },
      spec: {
        replicas: 2,
        selector: { matchLabels: labels },
        template: { metadata: { labels }, spec: { containers } },
      },
    });
    const peers = [number + NAMESPACES, number + 2 * NAMESPACES + 1, number + 1].map((peer) => place(peer % WORKLOADS));
    const from = peers.map((peer) => ({
      namespaceSelector: { matchLabels: { 'kubernetes.io/metadata.name': peer.namespace } },
      podSelector: { matchLabels: { app: peer.app } },
    }));
    documents.push({
      ...{ apiVersion: 'networking.k8s.io/v1', kind: 'NetworkPolicy', metadata: { name: `to-${app}`, namespace } },
      spec: {
        ...{ podSelector: { matchLabels: labels }, policyTypes: ['Ingress', 'Egress'] },
        ...{ ingress: [{ from }], egress: [{ to: [{ namespaceSelector: {} }] }] },
      },
    });
  }
  return JSON.stringify({ apiVersion: 'v1', kind: 'List', items: documents });
}

/** A table of both, each in a browser of its own. `pageUrl`: where the built page is served. */
export async function framesTable(withBrowser, pageUrl, folder) {
  await build({
    ...{ root: plainRoot, configFile: false, logLevel: 'error', plugins: [react()] },
    build: { outDir: plainOut, emptyOutDir: true },
  });
  const server = await preview({
    ...{ root: plainRoot, configFile: false, logLevel: 'warn', build: { outDir: plainOut } },
    preview: { host: '127.0.0.1', port: plainPort, strictPort: true },
  });
  const path = join(folder, 'frames.json');
  writeFileSync(path, manifests());
  try {
    const own = await withBrowser((browser) => ownGraph(browser, pageUrl, path));
    const plain = await withBrowser((browser) => plainGraph(browser, own.drawn));
    const columns = { 'this page': own.figures, 'plain React Flow': plain };
    const limits = Object.fromEntries(
      own.figures.filter(({ unit }) => unit === 'ms').map(({ what }) => [what, { 'this page': target }]),
    );
    return figureTable('frames', 'Pan and zoom', columns, limits);
  } finally {
    await server.close();
  }
}

async function ownGraph(browser, url, path) {
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  await page.goto(url);
  await page.getByTestId('open-files').setInputFiles(path);
  await page.getByTestId('graph').locator('[data-node-id]').first().waitFor();
  // Its very many namespaces begin closed, and its very many edges bundled.
  await page.getByRole('button', { name: 'Expand all' }).click();
  await page.getByRole('button', { name: 'Bundled' }).click();
  await page.waitForTimeout(SETTLING);
  const drawn = await page.evaluate(readDrawn);
  await page.getByRole('button', { name: 'Fit', exact: true }).click();
  return { drawn, figures: await gestures(page) };
}

async function plainGraph(browser, drawn) {
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  await page.addInitScript((graph) => {
    window.plainGraph = graph;
  }, drawn);
  await page.goto(`http://127.0.0.1:${plainPort}/`);
  await page.locator('.react-flow__edge').first().waitFor();
  return gestures(page);
}

/** Runs in the page: the boxes and edges of the graph as they are drawn. */
function readDrawn() {
  const graph = document.querySelector('[data-testid=graph]');
  const { width, height } = graph.getBoundingClientRect();
  const nodes = [...graph.querySelectorAll('[data-node-id]')].map((node) => {
    const { left: x, top: y, width: w, height: h, zIndex: z } = node.style;
    const id = node.dataset.nodeId;
    const label = id.slice(id.lastIndexOf('/') + 1);
    const [left, top, wide, high] = [x, y, w, h].map(Number.parseFloat);
    return { id, label, x: left, y: top, w: wide, h: high, z: Number(z) };
  });
  const edges = [...graph.querySelectorAll('[data-edge-id]')].map(({ dataset }) => {
    const [source, target] = dataset.edgeId.split('->');
    return { id: dataset.edgeId, source, target };
  });
  return { width, height, nodes, edges };
}

async function gestures(page) {
  await page.waitForTimeout(SETTLING);
  const nodes = await page.locator('.react-flow__node').count();
  const edges = await page.locator('[data-edge-id], .react-flow__edge').count();
  const box = await page.locator('.react-flow').boundingBox();
  const middle = { x: box.x + box.width / 2, y: box.y + box.height / 2 };
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });
  const pan = () => drag(page, middle);
  const zoom = () => turn(page, middle);
  const figures = [];
  const add = async (what, gesture) => {
    await gesture();
    figures.push(await measured(page, session, what, gesture));
  };
  await add('pan, all in view', pan);
  await add('zoom, from all in view', zoom);
  await toZoomOne(page, middle);
  await add('pan at zoom 1', pan);
  return [
    ...figures.flatMap((one) => [
      { what: `${one.what}: CPU of the main thread per frame`, median: one.cpu, unit: 'ms' },
    ]),
    { what: 'frames measured', median: figures.reduce((sum, { frames }) => sum + frames, 0), unit: '' },
    { what: 'nodes', median: nodes, unit: '' },
    { what: 'edges', median: edges, unit: '' },
  ];
}

/** CPU of the main thread in a gesture, by the frames in which the picture stood elsewhere than before. */
async function measured(page, session, what, gesture) {
  await page.evaluate(() => {
    const viewport = document.querySelector('.react-flow__viewport');
    window.moved = 0;
    let last = viewport.style.transform;
    const look = () => {
      if (viewport.style.transform !== last) window.moved++;
      last = viewport.style.transform;
      window.looking = requestAnimationFrame(look);
    };
    look();
  });
  const before = await taskTime(session);
  await gesture();
  const cpu = (await taskTime(session)) - before;
  const frames = await page.evaluate(() => {
    cancelAnimationFrame(window.looking);
    return window.moved;
  });
  return { what, cpu: (cpu * 1000) / Math.max(1, frames), frames };
}

/** Seconds of CPU that tasks of the main thread took so far. */
async function taskTime(session) {
  const { metrics } = await session.send('Performance.getMetrics');
  return metrics.find(({ name }) => name === 'TaskDuration').value;
}

/** There and back, so that the picture ends where it was. */
async function drag(page, { x, y }) {
  await page.mouse.move(x, y);
  await page.mouse.down();
  for (let move = 1; move <= MOVES; move++) {
    const along = move <= MOVES / 2 ? move : MOVES - move;
    await page.mouse.move(x + along * 3, y + along * 2);
  }
  await page.mouse.up();
}

async function turn(page, { x, y }) {
  await page.mouse.move(x, y);
  for (let at = 0; at < TURNS; at++) await page.mouse.wheel(0, at < TURNS / 2 ? -30 : 30);
}

const zoomOf = (page) =>
  page.evaluate(() =>
    Number(/scale\(([\d.]+)\)/.exec(document.querySelector('.react-flow__viewport').style.transform)[1]),
  );

async function toZoomOne(page, { x, y }) {
  await page.mouse.move(x, y);
  for (let tries = 0; tries < 200 && (await zoomOf(page)) < 1; tries++) await page.mouse.wheel(0, -40);
}
