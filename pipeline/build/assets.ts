/** The files that a plan's text shows, read and measured. */
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { imageSize } from 'image-size';
import type { Definition, Image } from 'mdast';
import type { Node } from 'unist';
import { visit } from 'unist-util-visit';
import type { Plan } from '../model/plan.ts';
import type { Asset } from '../model/resolved.ts';

const mediaTypes: Readonly<Record<string, string>> = {
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.jpeg': 'image/jpeg',
  '.gif': 'image/gif',
  '.svg': 'image/svg+xml',
};

/** Reads every asset that the plan's blocks point to, by path. */
export async function loadAssets(plan: Plan, root: string): Promise<Map<string, Asset>> {
  const paths = new Set<string>();
  const collect = (node: Node) => {
    visit(node, (one) => {
      const target = isPointer(one) ? one.data?.target : undefined;
      if (target?.kind === 'asset' && mediaTypes[endingOf(target.path)]) paths.add(target.path);
    });
  };
  for (const block of blocksOf(plan)) collect(block);
  const assets = new Map<string, Asset>();
  for (const name of [...paths].sort()) assets.set(name, await loadAsset(root, name));
  return assets;
}

function isPointer(node: Node): node is Image | Definition {
  return node.type === 'image' || node.type === 'definition';
}

function blocksOf(plan: Plan): Node[] {
  return [
    ...plan.body,
    ...plan.definitions.content,
    ...plan.goals.flatMap((goal) => [
      ...goal.body,
      ...goal.definitions.content,
      ...goal.sections.flatMap((section) => [
        ...section.intro,
        ...section.definitions.content,
        ...section.parts.flatMap((part) => (part.state === 'filled' ? part.part.content : [])),
      ]),
    ]),
  ];
}

async function loadAsset(root: string, name: string): Promise<Asset> {
  const bytes = await readFile(path.join(root, name));
  return {
    path: name,
    mediaType: mediaTypes[endingOf(name)] ?? 'application/octet-stream',
    ...sizeOf(bytes),
    bytes,
    sha256: createHash('sha256').update(bytes).digest('hex'),
  };
}

function sizeOf(bytes: Uint8Array): { width: number | undefined; height: number | undefined } {
  try {
    const { width, height } = imageSize(bytes);
    return { width, height };
  } catch {
    // An image whose size cannot be read is shown at the size that the reader's program finds.
    return { width: undefined, height: undefined };
  }
}

function endingOf(name: string): string {
  return path.extname(name).toLowerCase();
}
