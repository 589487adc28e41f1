// Connectivity as a table for spreadsheets and scripts (RFC 4180, lines end in CR LF).
import type { ConnectivityReport } from './connectivity-report.ts';
import { csvCell } from './csv-cell.ts';
import type { Exporter } from './exporter.ts';

export const connectivityCsv: Exporter<ConnectivityReport> = {
  format: 'csv',
  export: ({ flows }) => {
    const rows = flows.map((flow) => [flow.src, flow.dst, flow.protocol, flow.ports, flow.verdict].map(csvCell));
    return [['src', 'dst', 'protocol', 'ports', 'verdict'], ...rows].map((row) => `${row.join(',')}\r\n`).join('');
  },
};
