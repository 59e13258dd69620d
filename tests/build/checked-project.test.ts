/** A project checked again and again: open texts over files, and what a keystroke asks. */
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { CheckedProject } from '../../pipeline/build/checked-project.ts';
import type { Finding } from '../../pipeline/model/finding.ts';
import { planOf, projectWith, section } from '../support/terminal.ts';

let remove = async (): Promise<void> => {};

afterEach(() => remove());

async function projectOf(files: Readonly<Record<string, string>>) {
  const project = await projectWith(files);
  remove = project.remove;
  return { folder: project.folder, project: new CheckedProject(project.folder) };
}

const target = '- People reached: target 90 % of the city by 2030';
const twice = planOf(section('1.1: Heat alarm', target), section('1.1: Cool rooms', ''));
const file = 'sources/cool.md';

function rules(findings: readonly Finding[] | undefined) {
  return findings?.map(({ rule }) => rule).toSorted();
}

test('a keystroke asks for one file; what compares sections is told as it was', async () => {
  const { project } = await projectOf({ [file]: twice, 'sources/dry.md': twice });
  const none = new Map<string, string>();
  expect(rules(await project.checkFile(file, none))).toEqual(['empty-part']);
  expect(await project.checkAll(none)).toHaveLength(4);
  expect(rules(await project.checkFile(file, none))).toEqual(['duplicate-sequence', 'empty-part']);
  const open = new Map([[file, twice.replace('1.1: Cool', '1.2: Cool')]]);
  expect(rules(await project.checkFile(file, open))).toEqual(['duplicate-sequence', 'empty-part']);
  expect(rules(await project.checkAll(open))).toEqual([
    'duplicate-sequence',
    'empty-part',
    'empty-part',
  ]);
});

test('checking again gives the same as checking anew', async () => {
  const { folder, project } = await projectOf({ [file]: twice });
  await project.checkAll(new Map());
  await project.checkAll(new Map([[file, `${twice}\nSee [it](#none).\n`]]));
  expect(await project.checkAll(new Map())).toEqual(
    await new CheckedProject(folder).checkAll(new Map()),
  );
});

test('files on disk are read again once that is asked for', async () => {
  const { folder, project } = await projectOf({ 'notes.md': '# Notes\n' });
  expect(await project.checkAll(new Map())).toEqual([]);
  expect(await project.checkFile('notes.md', new Map())).toBeUndefined();
  await writeFile(path.join(folder, 'briefwright.config.yaml'), 'sources: notes.md\n');
  project.forget();
  expect(rules(await project.checkAll(new Map()))).toEqual(['language-unset']);
});
