// What the forge says of the change, and which folder of manifests is read of both ends.
import { useId } from 'react';
import { counted } from '../../base/counted.ts';
import { visibleText } from '../../base/visible-text.ts';
import type { FetchPageState, FoundChange } from '../../state/fetch-page/fetch-page.ts';
import { NameText } from '../NameText.tsx';
import styles from './FetchPage.module.css';

/** More are counted. */
const mostListed = 12;

export function FoundForm({ state, found }: { readonly state: FetchPageState; readonly found: FoundChange }) {
  const { folder, step, progress, type, read, stop } = state;
  const id = useId();
  const { title, manifests, otherFiles, isCutShort } = found;
  const within = folder.split('/').filter(Boolean).join('/');
  const outside = manifests.filter((path) => within !== '' && !path.startsWith(`${within}/`)).length;
  const isReading = step === 'reading';
  return (
    <form
      className={styles.form}
      aria-label="What to read"
      onSubmit={(event) => {
        event.preventDefault();
        void read();
      }}
    >
      <section className={styles.entry}>
        <h2 className={styles.change}>{visibleText(title)}</h2>
        <p className={styles.hint}>
          {isCutShort && 'At least '}
          {manifests.length === 0 ? 'No manifest' : counted(manifests.length, 'manifest')} changed
          {otherFiles > 0 && `, and ${counted(otherFiles, 'other file')}`}.
        </p>
        {manifests.length > 0 && (
          <ul className={styles.files} aria-label="Changed manifests">
            {manifests.slice(0, mostListed).map((path) => (
              <li key={path}>
                <NameText tail={24}>{path}</NameText>
              </li>
            ))}
            {manifests.length > mostListed && <li>and {manifests.length - mostListed} more</li>}
          </ul>
        )}
      </section>
      <div className={styles.entry}>
        <label htmlFor={`${id}-folder`}>Folder of the cluster’s manifests</label>
        <input
          id={`${id}-folder`}
          className={`field ${styles.code}`}
          list={`${id}-folders`}
          autoComplete="off"
          spellCheck={false}
          placeholder="the whole repository"
          readOnly={isReading}
          value={folder}
          onChange={(event) => type('folder', event.target.value)}
        />
        <datalist id={`${id}-folders`}>
          {foldersOf(manifests).map((path) => (
            <option key={path} value={path} />
          ))}
        </datalist>
        <p className={styles.hint}>
          Who reaches whom depends on all that runs there, so everything in this folder is read at both ends, up to{' '}
          {counted(found.limit, 'manifest')}. Name the folder of one cluster where the repository holds several.
        </p>
        {outside > 0 && (
          <p className={styles.warning}>
            {outside === manifests.length
              ? 'No changed manifest is in this folder.'
              : `${counted(outside, 'changed manifest')} outside this folder will not be read.`}
          </p>
        )}
      </div>
      <div className={styles.buttons}>
        {isReading ? (
          <button type="button" className="button" onClick={stop}>
            Stop
          </button>
        ) : (
          <button type="submit" className="button" data-kind="primary">
            Read and review
          </button>
        )}
        {isReading && (
          <>
            <progress aria-label="Manifests read" max={progress?.of ?? 1} value={progress?.done} />
            <p role="status" className={styles.hint}>
              {progress ? `${progress.done} of ${counted(progress.of, 'manifest')}` : 'Listing what is there…'}
            </p>
          </>
        )}
      </div>
    </form>
  );
}

/** Folders that changed manifests lie in, the outer ones first. */
function foldersOf(paths: readonly string[]): readonly string[] {
  const all = paths.flatMap((path) => {
    const parts = path.split('/').slice(0, -1);
    return parts.map((_, at) => parts.slice(0, at + 1).join('/'));
  });
  return [...new Set(all)].sort((a, b) => a.length - b.length).slice(0, 50);
}
