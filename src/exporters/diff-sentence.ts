// The first sentence of a review: what a change opens and closes, the gravest risk first.

import { counted } from '../base/counted.ts';
import { groupedDigits } from '../base/grouped-digits.ts';
import type { FlipKind, Impact } from '../engine/results.ts';
import type { DiffReport, ExportedFlip } from './diff-report.ts';
import { riskOrder, riskWords } from './risk-words.ts';

type Counted = Pick<DiffReport, 'impact'> & { readonly flips: readonly Pick<ExportedFlip, 'flip' | 'risk'>[] };

/** "This change opens 2 flows (1 with addresses outside the cluster, 1 between namespaces) and closes 5 flows." */
export function diffSentence(report: Counted): string {
  const { opened, closed, unknown }: Impact = report.impact;
  const parts: string[] = [];
  if (opened > 0) parts.push(`opens ${counted(opened, 'flow')}${shares(report, 'opened')}`);
  if (closed > 0) parts.push(`closes ${counted(closed, 'flow')}${shares(report, 'closed')}`);
  if (unknown > 0) parts.push(`turns ${counted(unknown, 'flow')} to or from unknown${shares(report, 'unknown')}`);
  if (parts.length === 0) return 'This change opens and closes nothing.';
  const last = parts.pop();
  return `This change ${parts.length > 0 ? `${parts.join(', ')} and ` : ''}${last}.`;
}

/** Each flip counts with its gravest risk; those without are the rest. */
function shares({ flips }: Counted, kind: FlipKind): string {
  const own = flips.filter(({ flip }) => flip === kind);
  const [first] = own;
  const isOne = first && first.risk !== 'none' && own.every(({ risk }) => risk === first.risk);
  if (isOne) return ` ${riskWords[first.risk].phrase}`;
  const parts = riskOrder.flatMap((risk) => {
    const count = own.filter((flip) => flip.risk === risk).length;
    return risk === 'none' || count === 0 ? [] : [`${groupedDigits(count)} ${riskWords[risk].phrase}`];
  });
  return parts.length === 0 ? '' : ` (${parts.join(', ')})`;
}
