// `npm start`: builds the page when it is stale and serves it on 127.0.0.1 with its Content-Security-Policy.
import { join } from 'node:path';
import { build, preview } from 'vite';
import { fingerprint, isFresh, markBuilt } from './built-from.mjs';

const root = join(import.meta.dirname, '..');
const host = '127.0.0.1';
const port = readPort(process.env.PORT ?? '4173');

if (isFresh(root, 'dist')) {
  console.log('The build is up to date.');
} else {
  console.log('Building the page …');
  const print = fingerprint(root);
  await build({ root, logLevel: 'warn' });
  markBuilt(root, 'dist', print);
}

try {
  await preview({ root, preview: { host, port, strictPort: true }, logLevel: 'warn' });
} catch (error) {
  fail(
    /already in use|EADDRINUSE/.test(String(error))
      ? `Port ${port} is taken. Stop what listens there, or choose another: PORT=${port + 1} npm start`
      : `The page cannot be served: ${error instanceof Error ? error.message : error}`,
  );
}
console.log(`Sluice is ready: http://${host}:${port}/  (Ctrl+C stops it)`);

function readPort(text) {
  const number = Number(text);
  if (!/^\d+$/.test(text) || number < 1 || number > 65535) fail(`PORT must be a number from 1 to 65535, not "${text}"`);
  return number;
}

function fail(message) {
  console.error(message);
  process.exit(1);
}
