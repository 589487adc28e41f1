// Asks the desktop to open an address of ours.
import type { Terminal } from './terminal.ts';

/** No shell is involved. Whether it worked the person sees; where there is no desktop, they are told. */
export function openInBrowser(address: string, terminal: Terminal): void {
  const [command, ...args] =
    process.platform === 'darwin'
      ? ['open']
      : process.platform === 'win32'
        ? ['rundll32', 'url.dll,FileProtocolHandler']
        : ['xdg-open'];
  const child = process
    .getBuiltinModule('node:child_process')
    .spawn(command ?? '', [...args, address], { stdio: 'ignore', detached: true });
  child.on('error', () => terminal.message('sluice: no browser could be opened from here; open the address yourself'));
  child.unref();
}
