// Takes the posture along: as Markdown to the clipboard, or as a file.
import { postureCsv } from '../../exporters/posture-csv.ts';
import { postureMarkdown } from '../../exporters/posture-markdown.ts';
import type { PostureReport } from '../../exporters/posture-report.ts';
import { CopyButton } from '../CopyButton.tsx';
import { saveTextFile } from '../save-text-file.ts';
import styles from './Posture.module.css';

export function PostureExports({ report }: { readonly report: PostureReport }) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset cannot be laid out among the other tools
    <div className={styles.exports} role="group" aria-label="Take the posture along">
      <CopyButton label="Copy Markdown" text={() => postureMarkdown.export(report)} />
      <button
        type="button"
        className="button"
        data-kind="quiet"
        title="Save the posture as CSV"
        onClick={() => saveTextFile('posture.csv', postureCsv.export(report))}
      >
        CSV
      </button>
    </div>
  );
}
