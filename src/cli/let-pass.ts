// What a configuration makes of findings: other severities, and those that are let pass until a day.
import { relative, resolve } from 'node:path';
import type { Severity } from '../documents/diagnostic.ts';
import type { Problem } from '../engine/results.ts';
import { placeOf } from '../exporters/place-of.ts';
import type { Config, IgnoreRule } from './config.ts';
import type { Terminal } from './terminal.ts';

interface Kept {
  readonly findings: readonly Problem[];
  readonly ignored: number;
}

/** A pattern of paths: `*` within a part, `**` for any parts; one without `/` fits the name of a file in any folder. */
function pathTest(pattern: string): (path: string) => boolean {
  const plain = pattern.replace(/^\.\//, '').replace(/\/$/, '/**');
  const escaped = plain.replaceAll(/[\\^$.+()[\]{}|]/g, '\\$&');
  const body = escaped
    .replaceAll('**/', '\u0000')
    .replaceAll('**', '\u0001')
    .replaceAll('*', '[^/]*')
    .replaceAll('?', '[^/]')
    .replaceAll('\u0000', '(?:.*/)?')
    .replaceAll('\u0001', '.*');
  const whole = new RegExp(`^${plain.includes('/') ? '' : '(?:.*/)?'}${body}$`, 's');
  return (path) => whole.test(path);
}

function objectTest(pattern: string): (object: string) => boolean {
  const parts = pattern.split('*').map((part) => part.replaceAll(/[\\^$.+?()[\]{}|]/g, '\\$&'));
  const whole = new RegExp(`^${parts.join('.*')}$`, 's');
  return (object) => whole.test(object);
}

function ruleTest({ rule, files, object }: IgnoreRule): (problem: Problem, path: string) => boolean {
  const isFile = files === undefined ? undefined : pathTest(files);
  const isObject = object === undefined ? undefined : objectTest(object);
  return (problem, path) =>
    problem.code === rule && (isFile?.(path) ?? true) && (isObject?.(problem.object ?? '') ?? true);
}

/** The findings that count, with their severities. `today`: `2026-11-22`. Ignore rules that are of no use are told. */
export function letPass(findings: readonly Problem[], config: Config, today: string, terminal: Terminal): Kept {
  const tests = config.ignore.map((rule) => ({ rule, fits: ruleTest(rule), used: 0 }));
  let ignored = 0;
  const kept = findings.flatMap((problem) => {
    const level = config.severities.get(problem.code);
    if (level === 'off') return [];
    const path = relative(config.folder, resolve(terminal.cwd, placeOf(problem.location).file)).replaceAll('\\', '/');
    const own = tests.filter(({ fits }) => fits(problem, path));
    for (const one of own) one.used++;
    if (own.some(({ rule }) => rule.expires === undefined || rule.expires >= today)) {
      ignored++;
      return [];
    }
    const [expired] = own;
    return [withLevel(expired ? withExpiry(problem, expired.rule, config) : problem, level)];
  });
  for (const { rule, used } of tests) {
    if (used === 0)
      terminal.message(`sluice: ${config.path}:${rule.line}: this ignore rule fits no finding; take it out`);
  }
  return { findings: kept, ignored };
}

function withLevel(problem: Problem, severity: Severity | undefined): Problem {
  return severity === undefined ? problem : { ...problem, severity };
}

function withExpiry(problem: Problem, { expires, line }: IgnoreRule, { path }: Config): Problem {
  const until = `It was let pass until ${expires} (${path}:${line}).`;
  return { ...problem, advice: problem.advice === undefined ? until : `${problem.advice} ${until}` };
}
