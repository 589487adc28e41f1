// The keys, and how to read the picture.
import { Dialog } from '../Dialog.tsx';
import { GateGlyph } from '../GateGlyph.tsx';
import { hasLessons } from '../lesson/has-lessons.ts';
import { graphShortcuts } from '../map-graph/graph-shortcuts.ts';
import { VerdictWord } from '../VerdictWord.tsx';
import { useWorkbench } from '../workbench-context.ts';
import styles from './HelpDialog.module.css';
import { KeyList } from './KeyList.tsx';
import { PlaceKeys } from './PlaceKeys.tsx';

export function HelpDialog({ onClose }: { readonly onClose: () => void }) {
  const showLessons = useWorkbench((state) => state.showLessons);
  const learn = hasLessons && (
    <button
      type="button"
      className="button"
      onClick={() => {
        onClose();
        showLessons();
      }}
    >
      Learn zero trust
    </button>
  );
  return (
    <Dialog title="Help" onClose={onClose} aside={learn}>
      <div className={styles.columns}>
        <KeyList />
        <div className={styles.reading}>
          <h3>Verdicts</h3>
          <dl className={styles.pairs}>
            <div>
              <dt>
                <VerdictWord verdict="allowed" />
              </dt>
              <dd>Both ends allow the flow.</dd>
            </div>
            <div>
              <dt>
                <VerdictWord verdict="denied" />
              </dt>
              <dd>An end is isolated and no rule allows the flow, or a rule denies it.</dd>
            </div>
            <div>
              <dt>
                <VerdictWord verdict="unknown" />
              </dt>
              <dd>A fact is missing; it is named with the verdict.</dd>
            </div>
          </dl>
          <h3>Gates</h3>
          <dl className={styles.pairs}>
            <div>
              <dt>
                <GateGlyph state="open" direction="ingress" size={20} />
              </dt>
              <dd>Not governed: no policy selects the pod in this direction.</dd>
            </div>
            <div>
              <dt>
                <GateGlyph state="governed" direction="ingress" size={20} />
              </dt>
              <dd>Governed: only what a rule allows passes. A number counts the allowing rules.</dd>
            </div>
            <div>
              <dt>
                <GateGlyph state="mixed" direction="ingress" size={20} />
              </dt>
              <dd>Some pods governed, some not.</dd>
            </div>
          </dl>
          <PlaceKeys place="In the graph" shortcuts={graphShortcuts} />
        </div>
      </div>
    </Dialog>
  );
}
