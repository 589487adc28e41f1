// The first sentence of a review: what a change opens and closes, the Internet first.

import { counted } from '../base/counted.ts';
import type { DiffReport, ExportedFlip, Risk } from './diff-report.ts';

const riskWords: readonly (readonly [Risk, string])[] = [
  ['internet', 'with addresses outside the cluster'],
  ['cross-namespace', 'between namespaces'],
  ['namespace', 'within a namespace'],
];

/** "This change opens 2 flows (1 with addresses outside the cluster, 1 within a namespace) and closes 5 flows (5 between namespaces)." */
export function diffSentence({ opened, closed, unknown }: DiffReport): string {
  const parts: string[] = [];
  if (opened.length > 0) parts.push(`opens ${withRisks(opened)}`);
  if (closed.length > 0) parts.push(`closes ${withRisks(closed)}`);
  if (unknown.length > 0) parts.push(`turns ${counted(unknown.length, 'flow')} to or from unknown`);
  if (parts.length === 0) return 'This change opens and closes nothing.';
  const last = parts.pop();
  return `This change ${parts.length > 0 ? `${parts.join(', ')} and ` : ''}${last}.`;
}

function withRisks(flips: readonly ExportedFlip[]): string {
  const shares = riskWords.flatMap(([risk, words]) => {
    const share = flips.filter((flip) => flip.risk === risk).length;
    return share === 0 ? [] : [`${share} ${words}`];
  });
  return `${counted(flips.length, 'flow')} (${shares.join(', ')})`;
}
