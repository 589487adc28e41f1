// Choosing what to review: base and head as files, folders, archives or text; or a patch over what is loaded.
import { useState } from 'react';
import type { ImportedEntries } from '../../state/import-entries.ts';
import { changedPaths } from '../../state/selectors.ts';
import { Dialog } from '../Dialog.tsx';
import { NoticeList } from '../report/NoticeList.tsx';
import { FetchButton } from '../review-ways/FetchButton.tsx';
import { useWorkbench } from '../workbench-context.ts';
import styles from './OpenReviewDialog.module.css';
import { PatchField } from './PatchField.tsx';
import { ReviewEnd } from './ReviewEnd.tsx';
import { usePatched } from './use-patched.ts';

export interface ChosenEnd extends Pick<ImportedEntries, 'files' | 'notices'> {
  /** What it is called: a folder, an archive, `the files on show`. */
  readonly name: string;
}

export function OpenReviewDialog() {
  const name = useWorkbench((state) => state.name);
  const files = useWorkbench((state) => state.files);
  const baseline = useWorkbench((state) => state.baseline);
  const changed = useWorkbench((state) => changedPaths(state.files, state.baseline).size);
  const openReview = useWorkbench((state) => state.openReview);
  const reviewDraft = useWorkbench((state) => state.reviewDraft);
  const chooseReview = useWorkbench((state) => state.chooseReview);
  const [base, setBase] = useState<ChosenEnd>();
  const [head, setHead] = useState<ChosenEnd>();
  const [patch, setPatch] = useState('');
  const loaded: ChosenEnd | undefined =
    files.length > 0 ? { name: `${name} as it is here`, files, notices: [] } : undefined;
  const from = base ?? (patch.trim() !== '' ? loaded : undefined);
  const patched = usePatched(from?.files, patch);
  const to: ChosenEnd | undefined =
    patched && patched.changed > 0 ? { name: 'with the patch', files: patched.files, notices: patched.notices } : head;
  const notices = [...(base?.notices ?? []), ...(patched?.notices ?? head?.notices ?? [])];
  const isReady = from !== undefined && to !== undefined && (from.files.length > 0 || to.files.length > 0);
  return (
    <Dialog title="Review a change" onClose={() => chooseReview(false)}>
      <form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          if (from && to)
            void openReview({ name: `${from.name} → ${to.name}`, base: from.files, head: to.files, notices });
        }}
      >
        <p className={styles.lead}>
          See which flows a change opens and closes, each with the lines that make it. Files stay in this tab.
        </p>
        <div className={styles.ends}>
          <ReviewEnd title="Base" note="As it was" chosen={base} loaded={loaded} onChoose={setBase} />
          <ReviewEnd title="Head" note="As it would be" chosen={head} loaded={loaded} onChoose={setHead} />
        </div>
        <PatchField value={patch} onChange={setPatch} on={from?.name} />
        {notices.length > 0 && <NoticeList notices={notices} />}
        <div className={styles.actions}>
          <FetchButton />
          {changed > 0 && baseline.length > 0 && (
            <button type="button" className="button" onClick={reviewDraft}>
              Review my edits instead
            </button>
          )}
          <button type="submit" className="button" data-kind="primary" disabled={!isReady}>
            Review
          </button>
        </div>
      </form>
    </Dialog>
  );
}
