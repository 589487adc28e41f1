// What a configuration and comments make of findings: other severities, and those that are let pass, with who says so and why.
import type { Severity } from '../documents/diagnostic.ts';
import type { FileSummary, IgnoreSummary, Problem } from '../engine/results.ts';
import type { FindingConfig, IgnoreRule } from './config.ts';

/** Who says what about findings. */
export interface PassRules {
  readonly config: FindingConfig | undefined;
  /** Comments by file. */
  readonly comments: ReadonlyMap<string, readonly IgnoreSummary[]>;
  /** `2026-11-22`. */
  readonly today: string;
  /** The path of a file from the configuration's folder. */
  readonly pathOf: (file: string) => string;
}

/** A finding that is let pass. */
export interface PassedFinding {
  readonly problem: Problem;
  readonly reason: string;
  /** Where that is written; the line from 1. */
  readonly by: { readonly file: string; readonly line: number };
}

export interface JudgedFindings {
  /** Those that count, in the order given, as severe as the configuration says. The very list given, where nobody says anything. */
  readonly kept: readonly Problem[];
  readonly passed: readonly PassedFinding[];
  /** Rules of the configuration that fit no finding. */
  readonly unused: readonly IgnoreRule[];
}

/** The comments of files that have some. */
export function commentsIn(files: readonly FileSummary[]): PassRules['comments'] {
  return new Map(files.flatMap(({ path, ignores }) => (ignores ? [[path, ignores] as const] : [])));
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

/** Pinned flows have `sluice check`, and what makes the answer incomplete stays as long as it does. */
export function mayPassByComment({ code, gap }: Pick<Problem, 'code' | 'gap'>): boolean {
  return gap === undefined && !code.startsWith('assertion-');
}

function passedByComment(problem: Problem, comments: PassRules['comments']): PassedFinding | undefined {
  const { code, location } = problem;
  const own = comments
    .get(location.file)
    ?.find(({ codes, start, end }) => start <= location.start && location.start <= end && codes.includes(code));
  if (!own || !mayPassByComment(problem)) return undefined;
  const { file, line } = own.location.origin ?? own.location;
  return { problem, reason: own.reason, by: { file, line } };
}

/** The findings that count, with their severities. */
export function letPass(findings: readonly Problem[], { config, comments, today, pathOf }: PassRules): JudgedFindings {
  if (!config && comments.size === 0) return { kept: findings, passed: [], unused: [] };
  const tests = (config?.ignore ?? []).map((rule) => ({ rule, fits: ruleTest(rule), used: 0 }));
  const passed: PassedFinding[] = [];
  const kept = findings.flatMap((problem) => {
    const level = config?.severities.get(problem.code);
    if (level === 'off') return [];
    const path = pathOf(problem.location.origin?.file ?? problem.location.file);
    const own = tests.filter(({ fits }) => fits(problem, path));
    for (const one of own) one.used++;
    const current = own.find(({ rule }) => rule.expires === undefined || rule.expires >= today)?.rule;
    const pass = current
      ? { problem, reason: current.reason, by: { file: config?.path ?? '', line: current.line } }
      : passedByComment(problem, comments);
    if (pass) {
      passed.push(pass);
      return [];
    }
    const [expired] = own;
    return [withLevel(expired ? withExpiry(problem, expired.rule, config?.path ?? '') : problem, level)];
  });
  return { kept, passed, unused: tests.filter(({ used }) => used === 0).map(({ rule }) => rule) };
}

function withLevel(problem: Problem, severity: Severity | undefined): Problem {
  return severity === undefined ? problem : { ...problem, severity };
}

function withExpiry(problem: Problem, { expires, line }: IgnoreRule, path: string): Problem {
  const until = `It was let pass until ${expires} (${path}:${line}).`;
  return { ...problem, advice: problem.advice === undefined ? until : `${problem.advice} ${until}` };
}
