// `sluice conformance`: judges recorded cases, and tells where Sluice disagrees with them.
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { visibleText } from '../base/visible-text.ts';
import type { Command } from './command.ts';
import type { CommandLine } from './command-line.ts';
import { exitStatus } from './exit-status.ts';
import { judgeRecord } from './judge-record.ts';
import type { Tally } from './tally.ts';
import type { Terminal } from './terminal.ts';
import { UsageError } from './usage-error.ts';

export const conformance: Command = {
  name: 'conformance',
  summary: 'Judges recorded cases (JSON lines) and prints each disagreement.',
  usage: 'FILE.jsonl…',
  examples: [['sluice conformance src/testing/cases/kubernetes.jsonl', 'last line: N of M agree']],
  flags: {},
  run: runConformance,
};

async function runConformance(line: CommandLine, terminal: Terminal) {
  if (line.positionals.length === 0) throw new UsageError('name at least one file of recorded cases (.jsonl)');
  const total: Tally = { agree: 0, flagged: 0, disagreements: [] };
  for (const path of line.positionals) {
    for (const [at, record] of readText(resolve(terminal.cwd, path), path)
      .replace(/^\ufeff/, '')
      .split('\n')
      .entries()) {
      if (record.trim() === '') continue;
      const tally = judgeRecord(parseRecord(record, path, at + 1));
      total.agree += tally.agree;
      total.flagged += tally.flagged;
      total.disagreements.push(...tally.disagreements);
      for (const one of tally.disagreements) terminal.out(`${visibleText(one)}\n`);
    }
  }
  const all = total.agree + total.flagged + total.disagreements.length;
  terminal.out(`${total.agree} of ${all} agree${total.flagged > 0 ? `, ${total.flagged} flagged` : ''}\n`);
  return total.disagreements.length > 0 ? exitStatus.found : exitStatus.clean;
}

function readText(place: string, shown: string): string {
  try {
    return readFileSync(place, 'utf8');
  } catch {
    throw new UsageError(`${shown}: could not be read`);
  }
}

function parseRecord(text: string, path: string, line: number): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new UsageError(`${path}:${line}:1: not a JSON object; a file of cases has one on each line`);
  }
}
