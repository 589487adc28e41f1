// What is written arrives whole, whoever reads it and however slowly.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, mkdtempSync, openSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { describe, expect, it } from 'vitest';
import { writeAll } from './write-all.ts';

it('writes all bytes of a part of a buffer', () => {
  const folder = mkdtempSync(join(tmpdir(), 'sluice-write-'));
  const path = join(folder, 'out');
  const file = openSync(path, 'w');
  const bytes = Uint8Array.from({ length: 300_000 }, (_, at) => at % 251);
  expect(writeAll(file, bytes.subarray(1))).toBe(true);
  closeSync(file);
  expect(Buffer.compare(readFileSync(path), bytes.subarray(1))).toBe(0);
  rmSync(folder, { recursive: true });
});

describe.runIf(process.platform !== 'win32')('to a pipe that does not wait', () => {
  /** A program that reads from such a pipe, and the pipe's descriptor. */
  function reader(program: string) {
    const child = spawn('sh', ['-c', program], { stdio: ['pipe', 'pipe', 'ignore'] });
    const { fd } = (child.stdin as unknown as { _handle: { fd: number } })._handle;
    return { child, fd };
  }

  it('waits for a slow reader', async () => {
    const { child, fd } = reader('sleep 0.2; wc -c');
    expect(writeAll(fd, new Uint8Array(1_000_000))).toBe(true);
    child.stdin.end();
    expect((await text(child.stdout)).trim()).toBe('1000000');
  });

  it('sees that the reader left', async () => {
    const { child, fd } = reader('head -c 10');
    child.stdin.on('error', () => undefined);
    expect(writeAll(fd, new Uint8Array(1_000_000))).toBe(false);
    await once(child, 'close');
  });
});
