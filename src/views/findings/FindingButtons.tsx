// What can be done about a finding: its corrections, help, and letting it pass.
import type { Problem } from '../../engine/results.ts';
import { mayAskToPass } from '../../state/finding-slice.ts';
import { FixButtons } from '../FixButtons.tsx';
import { useWorkbench } from '../workbench-context.ts';
import styles from './FindingButtons.module.css';

export function FindingButtons({ problem }: { readonly problem: Problem }) {
  const { code, location } = problem;
  const askToLetPass = useWorkbench((state) => state.askToLetPass);
  return (
    <span className={styles.buttons}>
      <FixButtons problem={problem} />
      <WhyButton code={code} />
      {mayAskToPass(problem) && (
        <button
          type="button"
          className="link"
          aria-label={`Let ${code} in line ${location.line} pass`}
          onClick={() => askToLetPass(problem)}
        >
          Let pass …
        </button>
      )}
    </span>
  );
}

export function WhyButton({ code }: { readonly code: string }) {
  const showFindingHelp = useWorkbench((state) => state.showFindingHelp);
  return (
    <button type="button" className="link" aria-label={`Why? Help for ${code}`} onClick={() => showFindingHelp(code)}>
      Why?
    </button>
  );
}
