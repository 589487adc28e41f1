// Unpacks a gzip file of any size piece by piece, for reading that never holds the whole.
import { Inflate } from 'fflate';
import { fail, ok, type Result } from '../base/result.ts';
import { crc32 } from './crc32.ts';
import { headerEnd } from './gzip-file.ts';

export interface BulkGunzipLimits {
  /** Bytes of the file unpacked. */
  readonly inflated: number;
  /** Unpacked to stored size, once more than 16 MiB are unpacked. */
  readonly ratio: number;
}

const MiB = 1024 * 1024;

/** A gigabyte of `kubectl get -o json` is some 40 MB packed; like objects pack much better than unlike ones. */
export const BULK_GUNZIP_LIMITS: BulkGunzipLimits = { inflated: 4096 * MiB, ratio: 200 };

/** One byte of DEFLATE makes at most 1,032, so a step passes a limit by 16 MiB at most. */
const STEP = 16 * 1024;
const RATIO_COUNTS_FROM = 16 * MiB;
const TRAILER = 8;
/** A name and a comment may be long, but not so long. */
const LONGEST_HEADER = 64 * 1024;

export class BulkGunzip {
  readonly #take: (bytes: Uint8Array) => void;
  readonly #limits: BulkGunzipLimits;
  readonly #inflate: Inflate;
  /** Bytes held back: of the header until it is complete, then the last ones, among which may be the trailer. */
  #held: Uint8Array = new Uint8Array(0);
  #begun = false;
  #stored = 0;
  #inflated = 0;
  #checksum = 0;

  /** @param take gets the unpacked bytes in order, during `push`; it may use them after it returns */
  constructor(take: (bytes: Uint8Array) => void, limits: BulkGunzipLimits = BULK_GUNZIP_LIMITS) {
    this.#take = take;
    this.#limits = limits;
    this.#inflate = new Inflate((bytes) => this.#inflatedMore(bytes));
  }

  /** The next bytes of the file. After a failure, whose words follow "the gzip file", nothing more may be pushed. */
  push(chunk: Uint8Array): Result<undefined> {
    this.#stored += chunk.length;
    const bytes = joined(this.#held, chunk);
    let start = 0;
    if (!this.#begun) {
      const end = headerEnd(bytes);
      if (end === undefined || end > bytes.length) {
        this.#held = bytes;
        return bytes.length > LONGEST_HEADER ? fail('is not gzip') : ok(undefined);
      }
      this.#begun = true;
      start = end;
    }
    // A step costs much however short it is.
    const end = bytes.length < STEP ? start : bytes.length - TRAILER;
    this.#held = bytes.slice(end);
    return this.#inflateAll(bytes.subarray(start, end));
  }

  /** To be called once, after the last push. */
  finish(): Result<undefined> {
    if (!this.#begun || this.#held.length < TRAILER) return fail('is not gzip, or is cut off');
    const end = this.#held.length - TRAILER;
    const rest = this.#inflateAll(this.#held.subarray(0, end), true);
    if (!rest.ok) return rest;
    const trailer = new DataView(this.#held.buffer, this.#held.byteOffset + end, TRAILER);
    const good =
      trailer.getUint32(0, true) === this.#checksum && trailer.getUint32(4, true) === this.#inflated % 0x1_0000_0000;
    // The checksum is the last thing in a gzip file, so anything behind it shows here too.
    return good ? ok(undefined) : fail('is damaged, cut off, or has something behind its end');
  }

  #inflateAll(bytes: Uint8Array, final = false): Result<undefined> {
    try {
      for (let at = 0; at < bytes.length; at += STEP) {
        this.#inflate.push(bytes.slice(at, at + STEP), false);
        const { inflated, ratio } = this.#limits;
        if (this.#inflated > inflated) return fail(`unpacks to more than ${inflated} bytes`);
        if (this.#inflated > Math.max(RATIO_COUNTS_FROM, this.#stored * ratio)) {
          return fail(`unpacks to more than ${ratio} times its size, as no manifests do`);
        }
      }
      if (final) this.#inflate.push(new Uint8Array(0), true);
      return ok(undefined);
    } catch {
      return fail(final ? 'is cut off' : 'is damaged');
    }
  }

  #inflatedMore(bytes: Uint8Array): void {
    if (bytes.length === 0) return;
    this.#inflated += bytes.length;
    this.#checksum = crc32(bytes, this.#checksum);
    this.#take(bytes);
  }
}

function joined(first: Uint8Array, second: Uint8Array): Uint8Array {
  const whole = new Uint8Array(first.length + second.length);
  whole.set(first);
  whole.set(second, first.length);
  return whole;
}
