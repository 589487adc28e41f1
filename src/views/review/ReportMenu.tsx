// Saves the review as a file.
import { DropdownMenu } from 'radix-ui';
import { useContext, useState } from 'react';
import type { DiffReport } from '../../exporters/diff-report.ts';
import styles from '../bars/Menu.module.css';
import { canSaveReport, saveReport } from '../review-ways/save-report.ts';
import { saveTextFile } from '../save-text-file.ts';
import { WorkbenchContext } from '../workbench-context.ts';
import { reviewFiles, reviewText } from './review-files.ts';

export function ReportMenu({ report }: { readonly report: DiffReport }) {
  const store = useContext(WorkbenchContext);
  const [problem, setProblem] = useState<string>();
  const save = async () => setProblem(store && (await saveReport(store.getState())));
  return (
    <>
      <DropdownMenu.Root modal={false}>
        <DropdownMenu.Trigger className={`button ${styles.trigger}`} data-kind="quiet">
          Save as
          <span className={styles.caret} aria-hidden="true" />
        </DropdownMenu.Trigger>
        <DropdownMenu.Content className={styles.menu} align="end" sideOffset={4} collisionPadding={8}>
          {reviewFiles.map((one) => (
            <DropdownMenu.Item
              key={one.format}
              className={styles.item}
              onSelect={() => saveTextFile(one.file, reviewText(report, one))}
            >
              {one.label}
              <span className={styles.note}>{one.note}</span>
            </DropdownMenu.Item>
          ))}
          {canSaveReport && (
            <DropdownMenu.Item className={styles.item} onSelect={() => void save()}>
              HTML
              <span className={styles.note}>One file that opens anywhere, offline</span>
            </DropdownMenu.Item>
          )}
        </DropdownMenu.Content>
      </DropdownMenu.Root>
      {problem !== undefined && <p role="alert">{problem}</p>}
    </>
  );
}
