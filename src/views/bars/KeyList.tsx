// The keys of the page, made from the one list of actions.

import { actionGroups } from '../actions/action.ts';
import { allActions } from '../actions/all-actions.ts';
import styles from './HelpDialog.module.css';
import { KeyGroup } from './KeyGroup.tsx';

const withKeys = allActions.filter(({ keys }) => keys !== undefined);

/** Keys of places that want them for themselves. */
const placeKeys: readonly (readonly [place: string, keys: readonly (readonly [keys: string, does: string])[]])[] = [
  [
    'In the graph',
    [
      ['← → ↑ ↓', 'Along edges, and to the node beside'],
      ['Enter', 'Select the node'],
      ['e', 'Open or fold the group'],
      ['f', 'Fit the picture'],
    ],
  ],
  [
    'In the table',
    [
      ['Enter', 'Explain the row'],
      ['p', 'Pin the flow, or unpin it'],
    ],
  ],
  [
    'In the editor',
    [
      ['Ctrl+Space', 'Complete'],
      ['Esc, Tab', 'Leave the editor'],
    ],
  ],
];

export function KeyList() {
  return (
    <div className={styles.keys}>
      {actionGroups.map((group) => (
        <KeyGroup key={group} title={group} actions={withKeys.filter((action) => action.group === group)} />
      ))}
      {placeKeys.map(([place, keys]) => (
        <section key={place} className={styles.keyGroup}>
          <h3>{place}</h3>
          <dl className={styles.pairs}>
            {keys.map(([key, does]) => (
              <div key={key}>
                <dt>
                  <kbd>{key}</kbd>
                </dt>
                <dd>{does}</dd>
              </div>
            ))}
          </dl>
        </section>
      ))}
    </div>
  );
}
