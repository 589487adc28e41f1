// Policies by id, each leading to where it is written.
import { kindWords } from '../../exporters/policy-words.ts';
import { policiesById, selectReport } from '../../state/selectors.ts';
import { NameText } from '../NameText.tsx';
import { useWorkbench } from '../workbench-context.ts';
import styles from './PolicyLinks.module.css';

export function PolicyLinks({ title, ids }: { readonly title: string; readonly ids: readonly string[] | undefined }) {
  const report = useWorkbench(selectReport);
  const revealLocation = useWorkbench((state) => state.revealLocation);
  const policies = report && policiesById(report);
  // That nothing else is allowed is no policy of anybody's.
  const shown = ids?.filter((id) => {
    const policy = policies?.get(id);
    return !(policy?.implied && policy.ruleCount === 0);
  });
  return (
    <section className={styles.list} aria-label={title}>
      <h3>{title}</h3>
      {shown?.length === 0 && <p className={styles.none}>none</p>}
      <ul>
        {shown?.map((id) => {
          const policy = policies?.get(id);
          return (
            <li key={id}>
              {policy ? (
                <button
                  type="button"
                  className="link"
                  title={kindWords(policy.kind)}
                  onClick={() => revealLocation(policy.location)}
                >
                  {policy.kind === 'FailsafePorts' ? kindWords(policy.kind) : <NameText>{policy.name}</NameText>}
                </button>
              ) : (
                <NameText>{id}</NameText>
              )}
              {policy?.kind === 'Profile' && <span className={styles.none}>profile</span>}
            </li>
          );
        })}
      </ul>
    </section>
  );
}
