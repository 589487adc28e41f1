// What each number of the posture means.
import { postureColumns } from '../../exporters/posture-report.ts';
import { postureWords, unknownWords } from '../../exporters/posture-words.ts';
import styles from './Posture.module.css';

export function PostureMeaning() {
  return (
    <section className={styles.meaning} aria-label="What the numbers mean">
      <dl>
        {postureColumns.map((fact) => (
          <div key={fact}>
            <dt>{postureWords[fact].title}</dt>
            <dd>{postureWords[fact].definition}</dd>
          </div>
        ))}
      </dl>
      <p>{unknownWords} ▲ is more open than what the draft is compared with, ▼ less.</p>
    </section>
  );
}
