// Takes the graph along as a picture: a file or the clipboard, as SVG or PNG.
import { Download } from 'lucide-react';
import { DropdownMenu } from 'radix-ui';
import { useState } from 'react';
import { graphSvg } from '../../exporters/graph-svg.ts';
import menu from '../bars/Menu.module.css';
import { Icon } from '../Icon.tsx';
import { saveBlob } from '../save-text-file.ts';
import { useWorkbench } from '../workbench-context.ts';
import { drawnGraph } from './drawn-graph.ts';
import { readPalette } from './graph-palette.ts';
import { pngOf } from './graph-png.ts';
import type { GraphModel } from './use-graph-model.ts';

export function ExportMenu({ model }: { readonly model: GraphModel }) {
  const name = useWorkbench((state) => state.name);
  const ports = useWorkbench((state) => state.ports);
  const options = useWorkbench((state) => state.options);
  const selection = useWorkbench((state) => state.selection);
  const [said, setSaid] = useState('');
  const draw = () => {
    const selected = selection?.type === 'node' ? selection.id : undefined;
    const picture = drawnGraph(model, { title: name, ports, options, selected });
    return graphSvg(picture, readPalette(document.documentElement));
  };
  const file = `${name.replace(/[^\w.-]+/g, '-').replace(/^-+|-+$/g, '') || 'graph'}`;
  const attempt = async (work: () => Promise<string>) => {
    try {
      setSaid(await work());
    } catch (error) {
      setSaid(`Could not be done: ${error instanceof Error ? error.message : String(error)}`);
    }
  };
  const actions: readonly { readonly label: string; readonly note: string; readonly work: () => Promise<string> }[] = [
    {
      label: 'Save as SVG',
      note: 'Sharp at any size, with legend',
      work: async () => {
        saveBlob(`${file}.svg`, new Blob([draw().svg], { type: 'image/svg+xml' }));
        return `Saved ${file}.svg`;
      },
    },
    {
      label: 'Save as PNG',
      note: 'Twice the size on the screen',
      work: async () => {
        saveBlob(`${file}.png`, await pngOf(draw()));
        return `Saved ${file}.png`;
      },
    },
    {
      label: 'Copy as SVG',
      note: 'The text of the picture',
      work: async () => {
        await navigator.clipboard.writeText(draw().svg);
        return 'Copied the SVG';
      },
    },
    {
      label: 'Copy as PNG',
      note: 'To paste into a document',
      work: async () => {
        await navigator.clipboard.write([new ClipboardItem({ 'image/png': pngOf(draw()) })]);
        return 'Copied the PNG';
      },
    },
  ];
  return (
    <>
      <DropdownMenu.Root modal={false}>
        <DropdownMenu.Trigger
          className="button"
          data-kind="quiet"
          aria-label="Export"
          title="Export: take the picture along"
        >
          <Icon of={Download} />
        </DropdownMenu.Trigger>
        <DropdownMenu.Content className={menu.menu} align="end" sideOffset={4} collisionPadding={8}>
          {actions.map(({ label, note, work }) => (
            <DropdownMenu.Item key={label} className={menu.item} onSelect={() => void attempt(work)}>
              {label}
              <span className={menu.note}>{note}</span>
            </DropdownMenu.Item>
          ))}
        </DropdownMenu.Content>
      </DropdownMenu.Root>
      <output className="visually-hidden">{said}</output>
    </>
  );
}
