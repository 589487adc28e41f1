// A place in a file; a click shows it in the editor.

import { visibleText } from '../../base/visible-text.ts';
import type { Location } from '../../engine/results.ts';
import { useWorkbench } from '../workbench-context.ts';
import styles from './LocationLink.module.css';

export function LocationLink({ location }: { readonly location: Location }) {
  const revealLocation = useWorkbench((state) => state.revealLocation);
  const name = location.file.slice(location.file.lastIndexOf('/') + 1);
  return (
    <button
      type="button"
      className={`link ${styles.place}`}
      title={visibleText(`${location.file}:${location.line}`)}
      onClick={() => revealLocation(location)}
    >
      <bdi className={styles.file}>{visibleText(name)}</bdi>:{location.line}
    </button>
  );
}
