// The keys of the graph, as the help lists them and as its description says them.

export const graphShortcuts: readonly { readonly keys: string; readonly does: string }[] = [
  { keys: '← →', does: 'To the sources of incoming edges, to the destinations of outgoing ones' },
  { keys: '↑ ↓', does: 'To the other ends of the same edges, otherwise to the node before or after' },
  { keys: 'Home End', does: 'To the first node, to the last' },
  {
    keys: 'a letter',
    does: 'To the next node whose name begins so; type on for more; with Shift where the letter is a key',
  },
  { keys: 'Enter', does: 'Select the node; with Shift, the edge one came along' },
  { keys: '+ −', does: 'Expand, collapse' },
  { keys: 'e', does: 'Explain the edge one came along, or the first of the node' },
  { keys: 'x', does: 'Expand both ends of the edge one came along' },
  { keys: 'o', does: 'Open the manifest' },
  { keys: 't', does: 'The same node in the table' },
  { keys: 'f', does: 'Fit the picture to the window' },
  { keys: 'Esc', does: 'Let go of the selection, go to the group, leave the graph' },
];

/** One sentence for assistive technology. */
export const graphKeysDescription = `${graphShortcuts
  .map(({ keys, does }) => `${spoken(keys)}: ${does.toLowerCase()}`)
  .join('. ')}. Tab leaves the graph. The table view holds the same flows as text.`;

function spoken(keys: string): string {
  const words: Readonly<Record<string, string>> = {
    '← →': 'Left and right arrow',
    '↑ ↓': 'Up and down arrow',
    '+ −': 'Plus and minus',
    Esc: 'Escape',
  };
  return words[keys] ?? keys;
}
