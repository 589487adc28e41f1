// What the map says when there is nothing to draw.
import styles from './GraphView.module.css';

export function EmptyGraph({ policies }: { readonly policies: number }) {
  return (
    <div className={styles.empty}>
      <h2>No workloads to draw</h2>
      <p>
        {policies > 0
          ? `The files hold ${policies === 1 ? 'one policy' : `${policies} policies`} but no pods, Deployments or other workloads.`
          : 'The files hold no pods, Deployments or other workloads.'}{' '}
        Add their manifests, or the output of
      </p>
      <code>kubectl get pods,deployments,namespaces -A -o yaml</code>
    </div>
  );
}
