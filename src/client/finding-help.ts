// What is known of every finding by its code, from lints and from readers: for the page's help, reports and the command.
import { defaultOptions } from '../engine/engine-options.ts';
import { matchTraffic } from '../engine/match-traffic.ts';
import { createSnapshot } from '../engine/snapshot.ts';
import type { FindingHelp, FindingPage } from '../findings/finding-page.ts';
import { readerPages } from '../findings/reader-pages.ts';
import { allLints } from '../lints/all-lints.ts';
import type { Lint } from '../lints/lint.ts';
import { LintContext } from '../lints/lint-context.ts';

/** Lints first, in the order of their list, then what readers say. */
export function findingRules(): readonly FindingPage[] {
  const lints = allLints.map(({ code, title, severity, docs: { why, fix, source } }) => ({
    ...{ code, title, severity, why, fix, source },
  }));
  return [...lints, ...readerPages];
}

export function findingHelp(code: string): FindingHelp | undefined {
  const rule = findingRules().find((one) => one.code === code);
  const lint = allLints.find((one) => one.code === code);
  if (!rule || !lint) return rule;
  return { ...rule, examples: { bad: lint.docs.bad, good: lint.docs.good }, quickFix: quickFixOf(lint) };
}

/** As its bad example has it. */
function quickFixOf(lint: Lint): NonNullable<FindingHelp['quickFix']> {
  const { bad, semantics = defaultOptions.semantics } = lint.docs;
  const snapshot = createSnapshot([{ path: 'example.yaml', text: bad }], { ...defaultOptions, semantics });
  const context = new LintContext(snapshot, { traffic: (match, column) => matchTraffic(match, column, snapshot) });
  const fixes = lint.check(context).flatMap((finding) => finding.fixes ?? []);
  if (fixes.length === 0) return 'none';
  return fixes.some(({ safe }) => safe) ? 'safe' : 'offered';
}
