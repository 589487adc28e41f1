// Steps of a trace in their order; a tier is named where it begins.
import type { TraceStep } from '../../engine/explanation.ts';
import { TraceRung } from './TraceRung.tsx';

interface RungListProps {
  readonly steps: readonly TraceStep[];
  readonly deciding?: TraceStep | undefined;
  /** Some policy governs this end. */
  readonly isGoverned: boolean;
  /** The text of a file, where the page has it. */
  readonly textOf: (path: string) => string | undefined;
}

export function RungList({ steps, deciding, isGoverned, textOf }: RungListProps) {
  return (
    <ol>
      {steps.map((step, index) => (
        <TraceRung
          // biome-ignore lint/suspicious/noArrayIndexKey: steps are a sequence; one policy may occur twice
          key={index}
          step={step}
          isDeciding={step === deciding}
          isGoverned={isGoverned}
          textOf={textOf}
          isFirstOfTier={step.tier !== steps[index - 1]?.tier}
        />
      ))}
    </ol>
  );
}
