// Lints over manifests drawn in a test: what one of them finds, in what words, and what its fixes make of the text.

import { findProblems } from '../client/find-problems.ts';
import type { SourceFile } from '../documents/source-file.ts';
import { applyEdits } from '../documents/text-edit.ts';
import { defaultOptions, type EngineOptions } from '../engine/engine-options.ts';
import { EngineSession } from '../engine/engine-session.ts';
import { matchTraffic } from '../engine/match-traffic.ts';
import type { Problem } from '../engine/results.ts';
import { createSnapshot } from '../engine/snapshot.ts';
import type { Finding, Lint } from '../lints/lint.ts';
import { LintContext } from '../lints/lint-context.ts';

export function lintContext(files: readonly SourceFile[], options: Partial<EngineOptions> = {}): LintContext {
  const snapshot = createSnapshot(files, { ...defaultOptions, ...options });
  return new LintContext(snapshot, { traffic: (match, column) => matchTraffic(match, column, snapshot) });
}

const fileOf = (text: string): SourceFile => ({ path: 'case.yaml', text });

/** What the lint finds in manifests (`---` between them). */
export function findingsOf(lint: Lint, text: string, options?: Partial<EngineOptions>): readonly Finding[] {
  return lint.check(lintContext([fileOf(text)], options));
}

/** Everything that reading, evaluating and all lints say about manifests. */
export async function problemsIn(
  text: string | readonly SourceFile[],
  options: Partial<EngineOptions> = {},
): Promise<readonly Problem[]> {
  const session = new EngineSession(() => 0);
  const files = typeof text === 'string' ? [fileOf(text)] : text;
  const { report } = session.load(files, { ...defaultOptions, ...options });
  return [...report.problems, ...(await findProblems(session, () => 0)).problems];
}

/** The messages alone. */
export function messagesOf(lint: Lint, text: string, options?: Partial<EngineOptions>): readonly string[] {
  return findingsOf(lint, text, options).map(({ message }) => message);
}

/** The text that the range of each finding covers. */
export function placesOf(lint: Lint, text: string): readonly string[] {
  return findingsOf(lint, text).map(({ range }) => text.slice(range.start, range.end));
}

/** The text after each fix of each finding. */
export function fixedTexts(lint: Lint, text: string): readonly string[] {
  return findingsOf(lint, text).flatMap(({ fixes }) => (fixes ?? []).map(({ edits }) => applyEdits(text, edits)));
}

const flow = (labels: Readonly<Record<string, string>>): string =>
  `{${Object.entries(labels)
    .map(([key, value]) => `${key}: ${value}`)
    .join(', ')}}`;

/** A pod's manifest, with a document separator before it; `more` is what follows its metadata. */
export function pod(name: string, labels: Readonly<Record<string, string>> = {}, more = ''): string {
  const [namespace = '', own = ''] = name.split('/');
  const metadata = `{name: ${own}, namespace: ${namespace}, labels: ${flow(labels)}}`;
  return `---\n{apiVersion: v1, kind: Pod, metadata: ${metadata}${more === '' ? '' : `, ${more}`}}\n`;
}
