// Serves one page with its data on 127.0.0.1, at an address that nobody can guess, to nobody who came by another name.
import { readFileSync } from 'node:fs';
import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { extname } from 'node:path';
import { pageHeaders } from './page-headers.ts';
import { UsageError } from './usage-error.ts';

const HOST = '127.0.0.1';

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.ttf': 'font/ttf',
  '.txt': 'text/plain; charset=utf-8',
};

export interface PageToServe {
  readonly html: string;
  /** Address to file, of what the page asks for. */
  readonly files: ReadonlyMap<string, string>;
  /** 0 for a free one. */
  readonly port: number;
}

export interface ServedPage {
  readonly address: string;
  close(): void;
}

/** Throws UsageError where the port cannot be had. */
export async function servePage({ html, files, port }: PageToServe): Promise<ServedPage> {
  // Most runs of the command serve nothing, and loading what that takes is felt.
  const { createServer } = process.getBuiltinModule('node:http');
  const token = process.getBuiltinModule('node:crypto').randomBytes(18).toString('base64url');
  const pages = new Map([[`/${token}/`, Buffer.from(html)]]);
  let answer: RequestListener = () => undefined;
  const server = createServer((request, response) => answer(request, response));
  await new Promise<void>((ready, fail) => {
    server.once('error', (error: NodeJS.ErrnoException) => fail(portProblem(error, port)));
    server.listen(port, HOST, ready);
  });
  const place = server.address();
  const own = typeof place === 'object' && place ? place.port : port;
  answer = (request, response) => respond(request, response, { own, pages, files });
  return {
    address: `http://${HOST}:${own}/${token}/`,
    close: () => {
      server.close();
      server.closeAllConnections();
    },
  };
}

function portProblem({ code, message }: NodeJS.ErrnoException, port: number): Error {
  if (code === 'EADDRINUSE') return new UsageError(`port ${port} is taken; without --port a free one is found`);
  if (code === 'EACCES') return new UsageError(`port ${port} may not be used; without --port a free one is found`);
  return new Error(message);
}

interface Served {
  readonly own: number;
  readonly pages: ReadonlyMap<string, Buffer>;
  readonly files: ReadonlyMap<string, string>;
}

function respond(request: IncomingMessage, response: ServerResponse, served: Served): void {
  const { status, path, body } = answerTo(request, served);
  response.writeHead(status, {
    ...pageHeaders(path),
    'Content-Type': types[extname(path)] ?? 'application/octet-stream',
    'Content-Length': body.length,
    'Cache-Control': 'no-store',
    'Cross-Origin-Resource-Policy': 'same-origin',
  });
  response.end(request.method === 'HEAD' ? undefined : body);
}

interface Answer {
  readonly status: number;
  /** With an ending that tells the type. */
  readonly path: string;
  readonly body: Buffer;
}

function answerTo({ headers, method, url = '' }: IncomingMessage, { own, pages, files }: Served): Answer {
  // Another name that leads here is another site's (DNS rebinding).
  if (headers.host !== `${HOST}:${own}` && headers.host !== `localhost:${own}`)
    return refused(403, `Open this by its address, http://${HOST}:${own}/…`);
  if (method !== 'GET' && method !== 'HEAD') return refused(405, 'There is nothing to change here.');
  const path = url.split('?', 1)[0] ?? '';
  const page = pages.get(path);
  if (page) return { status: 200, path: '/index.html', body: page };
  const file = files.get(path);
  const body = file === undefined ? undefined : bytesOf(file);
  return body ? { status: 200, path, body } : refused(404, 'There is nothing at this address.');
}

function refused(status: number, words: string): Answer {
  return { status, path: '/refused.txt', body: Buffer.from(`${words}\n`) };
}

function bytesOf(file: string): Buffer | undefined {
  try {
    return readFileSync(file);
  } catch {
    return undefined;
  }
}
