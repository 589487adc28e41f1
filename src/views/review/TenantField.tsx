// The label by which namespaces belong to tenants: flows between two of them are graver than those within one.
import { useWorkbench } from '../workbench-context.ts';
import styles from './ReviewPanes.module.css';

export function TenantField() {
  const label = useWorkbench((state) => state.tenantLabel);
  const setLabel = useWorkbench((state) => state.setTenantLabel);
  return (
    <label
      className={styles.tenants}
      title="Namespaces with different values of this label belong to different tenants; flows between them come first"
    >
      Tenants by label
      <input
        type="text"
        value={label}
        spellCheck={false}
        autoComplete="off"
        onChange={(event) => setLabel(event.target.value.trim())}
      />
    </label>
  );
}
