// What the importers say about files: left out, refused, read otherwise than one might think.

import { visibleText } from '../../base/visible-text.ts';
import type { WorkbenchState } from '../../state/workbench-state.ts';
import { NameText } from '../NameText.tsx';
import { SeverityMark } from '../SeverityMark.tsx';
import styles from './NoticeList.module.css';

export function NoticeList({ notices }: { readonly notices: WorkbenchState['importNotices'] }) {
  return (
    <ul className={styles.list} aria-label="Notices about the files">
      {notices.map((notice) => (
        <li key={`${notice.path} ${notice.message}`} className={styles.notice}>
          <SeverityMark severity={notice.severity} />
          <NameText tail={16}>{notice.path}</NameText>
          <span className={styles.message}>{visibleText(notice.message)}</span>
        </li>
      ))}
    </ul>
  );
}
