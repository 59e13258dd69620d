/** The files that a plan's text shows, read and measured. */
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Definition, Image } from 'mdast';
import type { Node } from 'unist';
import { visit } from 'unist-util-visit';
import { UsageError } from '../model/errors.ts';
import { sha256Of } from '../model/hash.ts';
import type { Goal, Plan, Section } from '../model/plan.ts';
import type { Asset } from '../model/resolved.ts';
import { pictureFault, sizeOf } from './picture.ts';
import { pictureType } from './picture-type.ts';

/** Reads every asset that the plan's blocks point to, by path. */
export async function loadAssets(plan: Plan, root: string): Promise<Map<string, Asset>> {
  const sections = plan.goals.flatMap((goal) => goal.sections);
  const paths = new Set([plan, ...plan.goals, ...sections].flatMap(picturesOf));
  const assets = new Map<string, Asset>();
  for (const name of [...paths].sort()) {
    const asset = await loadAsset(root, name);
    if (asset !== undefined) assets.set(name, asset);
  }
  return assets;
}

function picturesOf(node: Plan | Goal | Section): readonly string[] {
  const known = node.type === 'section' ? node.assets : undefined;
  return (known ?? pointedTo(node)).filter((path) => pictureType(path) !== undefined);
}

function pointedTo(node: Plan | Goal | Section): readonly string[] {
  if (!mayPoint(node.source.text)) return [];
  const paths: string[] = [];
  for (const block of [...ownBlocks(node), ...node.definitions.content]) {
    visit(block, (one) => {
      const target = isPointer(one) ? one.data?.target : undefined;
      if (target?.kind === 'asset') paths.push(target.path);
    });
  }
  return paths;
}

function isPointer(node: Node): node is Image | Definition {
  return node.type === 'image' || node.type === 'definition';
}

/** Whether a text may hold a picture or a definition; notes alone are none. A thousand trees are not searched for nothing. */
function mayPoint(text: string): boolean {
  const notes = text.match(/\[\^[^\][\s]{1,100}\]:/gu)?.length ?? 0;
  return text.includes('![') || text.split(']:').length - 1 > notes;
}

function ownBlocks(node: Plan | Goal | Section): readonly Node[] {
  if (node.type !== 'section') return node.body;
  const filled = node.parts.flatMap((part) => (part.state === 'filled' ? part.part.content : []));
  return [...node.intro, ...filled];
}

/** Reads a picture; undefined where it may not be shown. Raises `UsageError` where it vanished since the check. */
async function loadAsset(root: string, name: string): Promise<Asset | undefined> {
  const bytes = await readFile(path.join(root, name)).catch(() => {
    throw new UsageError(`The picture "${name}" vanished during the build.`, 'Build again.');
  });
  // The check has told of it; a draft build shows what the picture is called.
  if (pictureFault(name, bytes) !== undefined) return undefined;
  const { width, height } = sizeOf(bytes);
  const mediaType = pictureType(name) ?? 'application/octet-stream';
  const sha256 = sha256Of(bytes);
  return { path: name, mediaType, width, height, bytes, sha256 };
}
