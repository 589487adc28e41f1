// How cards of the tier board, their marks and their moves are told in words.

import { counted } from '../../base/counted.ts';
import type { StepOutcome } from '../../engine/explanation.ts';
import type { MoveAnswer } from '../../engine/move-request.ts';
import type { PolicySummary } from '../../engine/policy-results.ts';
import type { Impact } from '../../engine/results.ts';
import type { BoardCard } from '../../state/board-columns.ts';
import type { LitMark } from '../../state/lit-path.ts';

const actions = ['allow', 'deny', 'pass', 'log'] as const;

/** `2 allow · 1 deny`, `no rule`. */
export function actionWords({ actions: counts }: Pick<PolicySummary, 'actions'>): string {
  const told = actions.flatMap((action) => (counts[action] ? [`${counts[action]} ${action}`] : []));
  return told.length === 0 ? 'no rule' : told.join(' · ');
}

/** `13 pods`, `13 pods, 1 host`, `nothing`. */
export function appliesWords({ appliesToPods, appliesToHosts }: PolicySummary): string {
  const told = [
    ...(appliesToPods > 0 ? [counted(appliesToPods, 'pod')] : []),
    ...(appliesToHosts > 0 ? [counted(appliesToHosts, 'host')] : []),
  ];
  return told.length === 0 ? 'nothing' : told.join(', ');
}

const states: Readonly<Record<Exclude<BoardCard['state'], 'active'>, { readonly word: string; readonly why: string }>> =
  {
    staged: { word: 'staged', why: 'It is staged and takes no part in this view: show pending verdicts to move it' },
    replaced: { word: 'replaced', why: 'A staged policy stands for it in this view' },
    invalid: { word: 'invalid', why: 'It is rejected, so it counts as absent: correct it first' },
    implied: { word: 'implied', why: 'No manifest holds it as a policy: it follows from other objects' },
  };

/** The one word for a card that is not an ordinary one. */
export function stateWord(card: BoardCard): string | undefined {
  if (card.state !== 'active') return states[card.state].word;
  return card.policy.staged ? 'staged' : undefined;
}

/** Why a card cannot be moved; undefined where it may be. */
export function lockReason(card: BoardCard): string | undefined {
  return card.state === 'active' ? card.policy.fixed : states[card.state].why;
}

const outcomes: Readonly<Record<StepOutcome, string>> = {
  'no-match': 'no rule matches',
  'not-applied': 'not asked',
  allow: 'allows',
  deny: 'denies',
  pass: 'passes on',
  log: 'logs',
  maybe: 'may match',
  'end-of-tier': 'no rule matched',
  'default-allow': 'nothing decided',
  exempt: 'no policy comes into it',
};

/** `rule 2 denies`, `no rule matches`. */
export function markWords({ outcome, rule }: LitMark): string {
  return `${rule === undefined ? '' : `rule ${rule} `}${outcomes[outcome]}`;
}

const verbs = { opened: 'open', closed: 'close' } as const;

/** `would close 3 flows`, `no flow would change`; once it is done `closed 3 flows`, `no flow changed`. */
export function impactWords(impact: Impact, isDone = false): string {
  const flips = (['opened', 'closed'] as const).flatMap((kind) =>
    impact[kind] > 0 ? [`${isDone ? kind : verbs[kind]} ${counted(impact[kind], 'flow')}`] : [],
  );
  const told = impact.unknown > 0 ? [...flips, `change ${counted(impact.unknown, 'unknown')}`] : flips;
  if (told.length === 0) return isDone ? 'no flow changed' : 'no flow would change';
  return `${isDone ? '' : 'would '}${told.join(' and ')}`;
}

/** `block-bad, position 2 of 5 in tier security; would close 3 flows`. */
export function answerWords(name: string, answer: MoveAnswer, isDone = false): string {
  if ('refusal' in answer) return `${name} cannot stand here: ${answer.refusal}`;
  const renamed = answer.renamed === undefined ? '' : `, as ${answer.renamed}`;
  const others =
    answer.others === 0 ? '' : `; ${counted(answer.others, 'other')} ${isDone ? 'got' : 'would get'} another order`;
  return `${name}, position ${answer.at} of ${answer.of} in ${answer.among}${renamed}; ${impactWords(answer.impact, isDone)}${others}`;
}
