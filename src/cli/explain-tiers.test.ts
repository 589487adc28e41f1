// Ten explanations through three tiers, word for word as the terminal shows them: sources, verdicts, and sentences to be read.
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { runCommand } from './run-command.ts';

const folder = join(import.meta.dirname, '../testing/articles/tiers');

/** What the command writes in the folder of the manifests. */
async function output(line: string): Promise<string> {
  let text = `$ sluice ${line}\n`;
  const terminal = {
    cwd: folder,
    pages: folder,
    out: (part: string) => {
      text += part;
    },
    message: (part: string) => {
      text += `${part}\n`;
    },
    today: () => '2026-11-22',
    input: async () => new Uint8Array(),
    stopped: async () => undefined,
  };
  expect(await runCommand(line.split(' '), terminal)).toBe(0);
  return text;
}

describe('explains through tiers', () => {
  it.each([
    ['1-log-and-pass', '--from shop/web --to shop/api'],
    ['2-service-account', '--from shop/api --to shop/db'],
    ['3-end-of-tier', '--from shop/web --to shop/db'],
    ['4-deny-by-network-set', '--from shop/web --to 203.0.113.66 --port 443'],
    ['5-to-a-network-set', '--from shop/web --to set:partners --port 443'],
    ['6-ping', '--from monitoring/prometheus --to shop/api --protocol ICMP'],
    ['7-host-profile', '--from 198.51.100.7 --to host:worker-1 --port 443'],
    ['8-host-denied', '--from 198.51.100.7 --to host:worker-1 --port 9100'],
    ['9-service', '--from shop/db --to svc:kube-system/kube-dns --protocol UDP --port 53'],
    ['10-staged', '--from shop/web --to 203.0.113.9 --port 443 --pending'],
  ])('%s', async (name, flow) =>
    expect(await output(`explain manifests ${flow}`)).toMatchFileSnapshot(join(folder, `${name}.txt`)),
  );
});
