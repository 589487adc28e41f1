// What a problem says, and what to do about it.
import type { Problem } from '../../engine/results.ts';
import { MessageText } from '../editor-pane/MessageText.tsx';
import { withoutFlags } from './without-flags.ts';

interface ProblemWordsProps {
  readonly problem: Pick<Problem, 'message' | 'advice'>;
  /** Of the advice. */
  readonly className: string | undefined;
}

export function ProblemWords({ problem: { message, advice }, className }: ProblemWordsProps) {
  return (
    <>
      <MessageText>{message}</MessageText>
      {advice !== undefined && (
        <span className={className}>
          <MessageText>{withoutFlags(advice)}</MessageText>
        </span>
      )}
    </>
  );
}
