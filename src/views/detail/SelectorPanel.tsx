// What one selector finds, listed and lit on the map; for one that finds nothing, what it comes nearest to.

import { counted } from '../../base/counted.ts';
import { groupedDigits } from '../../base/grouped-digits.ts';
import { foundWords, selectorName, selectorVerbs } from '../../editor/selector-words.ts';
import type { FoundNode } from '../../engine/selector-lookup.ts';
import type { SelectorChoice } from '../../state/lookup-slice.ts';
import { MessageText } from '../editor-pane/MessageText.tsx';
import { moveAmongRows } from '../move-among-rows.ts';
import { NameText } from '../NameText.tsx';
import { NodeName } from '../NodeName.tsx';
import { useGrowingCount } from '../use-growing-count.ts';
import { useWorkbench } from '../workbench-context.ts';
import styles from './DetailPane.module.css';
import { LocationLink } from './LocationLink.tsx';
import panelStyles from './SelectorPanel.module.css';

export function SelectorPanel({ choice }: { readonly choice: SelectorChoice }) {
  const answer = useWorkbench((state) => state.selectorFinds);
  const isAnswer = answer?.file === choice.file;
  const selector = isAnswer ? answer.selectors.find(({ id }) => id === choice.selector) : undefined;
  const found = isAnswer && answer.found?.id === choice.selector ? answer.found : undefined;
  if (isAnswer && !selector) return <p className={styles.empty}>This selector is not in the file any more.</p>;
  return (
    <>
      <header className={styles.head}>
        {selector && (
          <>
            <h2 className={styles.title}>
              <NameText>{selector.policy}</NameText>
              <span className={styles.kind}>{selectorName(selector)}</span>
            </h2>
            <span className={styles.kind}>
              {selectorVerbs[selector.role]} {foundWords(selector)}
            </span>
            <LocationLink location={selector.location} />
          </>
        )}
      </header>
      <div className={styles.scroll}>
        {selector?.near && (
          <p className={panelStyles.near}>
            <MessageText>{selector.near.message}</MessageText>.
          </p>
        )}
        {found && found.nodes.length > 0 && <FoundList nodes={found.nodes} total={found.total} />}
      </div>
    </>
  );
}

function FoundList({ nodes, total }: { readonly nodes: readonly FoundNode[]; readonly total: number }) {
  const select = useWorkbench((state) => state.select);
  const shown = useGrowingCount(nodes.length);
  return (
    <ul className={panelStyles.list} aria-label="Found" onKeyDown={moveAmongRows}>
      {nodes.slice(0, shown).map(({ id, kind, pods, isOnHost }) => (
        <li key={id}>
          <button type="button" data-row className={panelStyles.row} onClick={() => select({ type: 'node', id })}>
            <NodeName id={id} />
            <span className={styles.kind}>{kind}</span>
            <span className={panelStyles.pods}>
              {pods > 0 && counted(pods, 'pod')}
              {isOnHost && ', on the host network: not meant'}
            </span>
          </button>
        </li>
      ))}
      {total > nodes.length && <li className={styles.note}>and {groupedDigits(total - nodes.length)} more</li>}
    </ul>
  );
}
