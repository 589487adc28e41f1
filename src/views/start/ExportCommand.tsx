// The command that gets everything Sluice reads out of a running cluster.
import { Fragment } from 'react';
import { CopyButton } from '../CopyButton.tsx';
import styles from './StartScreen.module.css';

const exportCommand =
  'kubectl get namespaces,pods,deployments,replicasets,statefulsets,daemonsets,jobs,cronjobs,services,endpointslices,networkpolicies -A -o yaml > cluster.yaml';

export function ExportCommand() {
  return (
    <section className={styles.command} aria-label="Export from a cluster">
      <p className={styles.commandTitle}>From a running cluster</p>
      <div className={styles.commandLine}>
        <code>{breakable(exportCommand)}</code>
        <CopyButton text={exportCommand} />
      </div>
      <p className={styles.commandHint}>It reads no Secrets and no ConfigMaps.</p>
    </section>
  );
}

/** Lines break after commas rather than within a word; what is copied stays the same. */
function breakable(text: string) {
  return text.split(/(?<=,)/).map((part) => (
    <Fragment key={part}>
      {part}
      <wbr />
    </Fragment>
  ));
}
