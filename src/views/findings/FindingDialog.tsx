// The page of help for a finding: why it matters, how to mend it, manifests that have it and such that do not, and where it is described.
import { visibleText } from '../../base/visible-text.ts';
import type { FindingHelp } from '../../findings/finding-page.ts';
import { Dialog } from '../Dialog.tsx';
import { MessageText } from '../editor-pane/MessageText.tsx';
import { SeverityMark } from '../SeverityMark.tsx';
import { useWorkbench } from '../workbench-context.ts';
import styles from './FindingDialog.module.css';

const quickFixWords: Readonly<Record<NonNullable<FindingHelp['quickFix']>, string>> = {
  safe: 'A quick fix is offered that leaves the meaning of the manifests as it is.',
  offered: 'A quick fix is offered; look at what it writes.',
  none: 'There is no quick fix: only you know what is meant.',
};

export function FindingDialog() {
  const code = useWorkbench((state) => state.helpCode);
  const help = useWorkbench((state) => state.findingHelp);
  const showFindingHelp = useWorkbench((state) => state.showFindingHelp);
  if (code === undefined || help === undefined) return null;
  return (
    <Dialog title={help === null ? 'No such finding' : help.title} onClose={() => showFindingHelp(undefined)}>
      {help === null ? (
        <p>
          No finding is called <code>{visibleText(code)}</code>.
        </p>
      ) : (
        <HelpPage help={help} />
      )}
    </Dialog>
  );
}

function HelpPage({ help }: { readonly help: FindingHelp }) {
  const { code, severity, why, fix, source, examples, quickFix } = help;
  return (
    <div className={styles.page}>
      <p className={styles.code}>
        <SeverityMark severity={severity} /> <code>{code}</code>
        <span className={styles.faint}>{severity}</span>
      </p>
      <section className={styles.prose}>
        <h3>Why it matters</h3>
        <p>
          <MessageText>{why}</MessageText>
        </p>
        <h3>How to mend it</h3>
        <p>
          <MessageText>{fix}</MessageText>
        </p>
        {quickFix && <p className={styles.faint}>{quickFixWords[quickFix]}</p>}
      </section>
      {examples && (
        <div className={styles.examples}>
          <Example title="Found in" text={examples.bad} />
          <Example title="Not found in" text={examples.good} />
        </div>
      )}
      {source && (
        <p>
          Source:{' '}
          <a href={source.url} target="_blank" rel="noopener noreferrer">
            {source.title}
          </a>
        </p>
      )}
    </div>
  );
}

function Example({ title, text }: { readonly title: string; readonly text: string }) {
  return (
    <section className={styles.example}>
      <h3>{title}</h3>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keys */}
      <pre tabIndex={0}>{text.trimEnd()}</pre>
    </section>
  );
}
