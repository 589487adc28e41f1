// The keys of one group of actions.
import type { Action } from '../actions/action.ts';
import { KeyHint } from '../actions/KeyHint.tsx';
import { useWorkbench } from '../workbench-context.ts';
import styles from './HelpDialog.module.css';

export function KeyGroup({ title, actions }: { readonly title: string; readonly actions: readonly Action[] }) {
  // The words of an action may follow what is on show; in a list of keys they would say too much.
  const labels = useWorkbench((state) => actions.map((action) => action.does ?? action.label(state)).join('\n'));
  if (actions.length === 0) return null;
  const words = labels.split('\n');
  return (
    <section className={styles.keyGroup}>
      <h3>{title}</h3>
      <dl className={styles.pairs}>
        {actions.map((action, at) => (
          <div key={action.id}>
            <dt>
              {action.keys?.map((chord) => (
                <KeyHint key={chord} chord={chord} />
              ))}
            </dt>
            <dd>{words[at]}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
