// The bar on top: which workspace, its baseline, search, whose semantics, theme, help.
import { Link } from 'lucide-react';
import { visibleText } from '../../base/visible-text.ts';
import { GateGlyph } from '../GateGlyph.tsx';
import { Icon } from '../Icon.tsx';
import { NameText } from '../NameText.tsx';
import { SearchField } from '../search/SearchField.tsx';
import { useWorkbench } from '../workbench-context.ts';
import { BaselineMenu } from './BaselineMenu.tsx';
import { HistoryButtons } from './HistoryButtons.tsx';
import { SemanticsMenu } from './SemanticsMenu.tsx';
import { ThemeMenu } from './ThemeMenu.tsx';
import styles from './TitleBar.module.css';

const savingWords = {
  saved: 'Saved in this browser',
  unsaved: 'Saving…',
  blocked: 'Not saved',
  'other-tab': 'Not saved: another tab holds this workspace',
} as const;

export function TitleBar() {
  const showDialog = useWorkbench((state) => state.showDialog);
  const name = useWorkbench((state) => state.name);
  // The title of a lesson is prose: its beginning says most.
  const inLesson = useWorkbench((state) => state.lessonPlace !== undefined);
  const saving = useWorkbench((state) => state.saving);
  const restored = useWorkbench((state) => state.restored);
  const closeWorkspace = useWorkbench((state) => state.closeWorkspace);
  return (
    <header className={styles.bar}>
      <div className={styles.left}>
        <button type="button" className={styles.home} title="Back to the start page" onClick={closeWorkspace}>
          <span className={styles.mark}>
            <GateGlyph state="governed" direction="ingress" size={18} />
          </span>
          Sluice
        </button>
        <span className={styles.crumb} aria-hidden="true">
          /
        </span>
        <h1 className={styles.name} title={savingWords[saving]}>
          {inLesson ? <span className={styles.title}>{visibleText(name)}</span> : <NameText>{name}</NameText>}
        </h1>
        <BaselineMenu />
        <HistoryButtons />
        {restored && (
          <p className={styles.restored}>
            Restored.
            <button type="button" className="link" onClick={closeWorkspace}>
              Start anew
            </button>
          </p>
        )}
      </div>
      <SearchField />
      <div className={styles.right}>
        <SemanticsMenu />
        <button
          type="button"
          className="button"
          data-kind="icon"
          aria-label="Copy link"
          title="Copy link"
          onClick={() => showDialog('link')}
        >
          <Icon of={Link} />
        </button>
        <ThemeMenu />
        <button
          type="button"
          className="button"
          data-kind="icon"
          aria-label="Help and keys"
          title="Help and keys (?)"
          onClick={() => showDialog('help')}
        >
          ?
        </button>
      </div>
    </header>
  );
}
