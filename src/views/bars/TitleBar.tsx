// The bar on top: which workspace, its baseline, search, whose semantics, theme, help.
import { GateGlyph } from '../GateGlyph.tsx';
import { NameText } from '../NameText.tsx';
import { useWorkbench } from '../workbench-context.ts';
import { BaselineMenu } from './BaselineMenu.tsx';
import { SearchField } from './SearchField.tsx';
import { SemanticsMenu } from './SemanticsMenu.tsx';
import { ThemeMenu } from './ThemeMenu.tsx';
import styles from './TitleBar.module.css';

const savingWords = {
  saved: 'Saved in this browser',
  unsaved: 'Saving…',
  blocked: 'Not saved',
  'other-tab': 'Not saved: another tab holds this workspace',
} as const;

export function TitleBar({ onHelp }: { readonly onHelp: () => void }) {
  const name = useWorkbench((state) => state.name);
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
          <NameText>{name}</NameText>
        </h1>
        <BaselineMenu />
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
        <ThemeMenu />
        <button
          type="button"
          className="button"
          data-kind="quiet"
          aria-label="Help and keys"
          title="Help and keys (?)"
          onClick={onHelp}
        >
          ?
        </button>
      </div>
    </header>
  );
}
