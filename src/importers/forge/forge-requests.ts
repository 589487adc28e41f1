// Asks a forge: every failure becomes a sentence that says what happened and what to do.
import type { Shape } from '../../base/value-shape.ts';

/** Why the forge gave no answer; the message is a sentence. */
export class ForgeProblem extends Error {
  override readonly name = 'ForgeProblem';
  readonly status: number | undefined;

  constructor(message: string, status?: number) {
    super(message);
    this.status = status;
  }
}

export interface ForgeRequests {
  readonly hasToken: boolean;
  /** An answer of the API, checked. */
  json<Value>(address: string, shape: Shape<Value>): Promise<Value>;
  /** `open`: the token is not sent, for another host than the API's. */
  bytes(address: string, options?: { readonly accept?: string; readonly open?: true }): Promise<Uint8Array>;
}

export interface RequestSettings {
  readonly fetch: typeof fetch;
  /** Empty: none. */
  readonly token: string;
  readonly signal: AbortSignal;
  /** Milliseconds since 1970. */
  readonly now: () => number;
}

/** Milliseconds that one request may take. */
const PATIENCE = 30_000;
/** Bytes of one answer: lists of large repositories, and files that a tab reads. */
const MOST_BYTES = 32 * 1024 * 1024;

export function createForgeRequests({ fetch: ask, token, signal, now }: RequestSettings): ForgeRequests {
  const request = async (address: string, accept: string, open?: true): Promise<Uint8Array> => {
    const { host } = new URL(address);
    const headers = { Accept: accept, ...(token !== '' && !open && { Authorization: `Bearer ${token}` }) };
    const limit = AbortSignal.timeout(PATIENCE);
    const within = AbortSignal.any([signal, limit]);
    try {
      const response = await ask(address, {
        headers,
        signal: within,
        credentials: 'omit',
        referrerPolicy: 'no-referrer',
        cache: 'no-store',
      });
      if (!response.ok) throw refusal(response, host, token !== '', now());
      return await bodyOf(response, host);
    } catch (error) {
      if (error instanceof ForgeProblem) throw error;
      if (signal.aborted) throw new ForgeProblem('Stopped.');
      if (limit.aborted) throw new ForgeProblem(`${host} did not answer within ${PATIENCE / 1000} seconds.`);
      throw new ForgeProblem(
        `${host} cannot be reached from this page: it does not answer, or does not let other sites read its API. Check the address of the API.`,
      );
    }
  };
  return {
    hasToken: token !== '',
    async json(address, shape) {
      const value = shape(parsed(await request(address, 'application/json')));
      if (value === undefined)
        throw new ForgeProblem(
          `${new URL(address).host} does not answer as expected. Check the address of the API and the kind of forge.`,
        );
      return value;
    },
    bytes: (address, { accept = '*/*', open } = {}) => request(address, accept, open),
  };
}

function parsed(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(bytes));
  } catch {
    return undefined;
  }
}

function refusal(response: Response, host: string, hasToken: boolean, now: number): ForgeProblem {
  const { status } = response;
  const wait = waitOf(response.headers, status, now);
  if (wait !== undefined) {
    const more = hasToken ? '' : ' With a token it takes more.';
    return new ForgeProblem(`${host} takes no more requests for now; ${wait}.${more}`, status);
  }
  if (status === 401)
    return new ForgeProblem(`${host} does not accept the token: it is wrong, or has expired.`, status);
  if (status === 404) {
    const hidden = hasToken ? 'or the token may not read it' : 'or it is private and needs a token';
    return new ForgeProblem(`${host} has nothing at this address (404): it does not exist, ${hidden}.`, status);
  }
  if (status === 403)
    return new ForgeProblem(`${host} does not allow this (403). A token may lack the right to read.`, status);
  const again = status >= 500 ? ' Try again in a while.' : '';
  return new ForgeProblem(`${host} answered with an error (${status}).${again}`, status);
}

/** What to do about a limit of requests: `try again in 12 minutes, at 14:32`. Undefined where none is reached. */
function waitOf(headers: Headers, status: number, now: number): string | undefined {
  if (status !== 403 && status !== 429) return undefined;
  const after = Number(headers.get('retry-after') ?? Number.NaN);
  const reset = Number(headers.get('x-ratelimit-reset') ?? headers.get('ratelimit-reset') ?? Number.NaN) * 1000;
  const isUsedUp = (headers.get('x-ratelimit-remaining') ?? headers.get('ratelimit-remaining')) === '0';
  if (status === 403 && !isUsedUp && Number.isNaN(after)) return undefined;
  const until = Number.isNaN(after) ? reset : now + after * 1000;
  if (Number.isNaN(until)) return 'try again later';
  const minutes = Math.max(1, Math.ceil((until - now) / 60_000));
  const at = new Date(until).toLocaleTimeString('en-GB', { hour: '2-digit', minute: '2-digit' });
  return `try again in ${minutes} ${minutes === 1 ? 'minute' : 'minutes'}, at ${at}`;
}

async function bodyOf(response: Response, host: string): Promise<Uint8Array> {
  const reader = response.body?.getReader();
  const chunks: Uint8Array[] = [];
  let size = 0;
  for (let next = await reader?.read(); next && !next.done; next = await reader?.read()) {
    size += next.value.length;
    chunks.push(next.value);
    if (size > MOST_BYTES) {
      await reader?.cancel();
      throw new ForgeProblem(`An answer of ${host} is larger than ${MOST_BYTES / 1024 / 1024} MiB.`);
    }
  }
  const whole = new Uint8Array(size);
  let at = 0;
  for (const chunk of chunks) {
    whole.set(chunk, at);
    at += chunk.length;
  }
  return whole;
}
