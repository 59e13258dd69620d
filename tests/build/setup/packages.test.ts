/** The lines to type, by kind of machine. */
import { expect, test } from 'vitest';
import { aptSystem } from '../../../pipeline/build/machine.ts';
import { installLine } from '../../../pipeline/build/setup/packages.ts';
import { machine } from '../../support/machine.ts';

test.each([
  ['Debian', 'PRETTY_NAME="Debian GNU/Linux 12"\nID=debian\nVERSION_ID="12"\n', 'debian'],
  ['Ubuntu', 'ID=ubuntu\nID_LIKE=debian\n', 'ubuntu'],
  ['Mint, made from Ubuntu', 'ID=linuxmint\nID_LIKE="ubuntu debian"\n', 'ubuntu'],
  ['Raspberry Pi OS', 'ID=raspbian\nID_LIKE=debian\n', 'debian'],
  ['Fedora', 'ID=fedora\nVARIANT_ID=debian\n', undefined],
  ['no such file', '', undefined],
])('%s', (_name, osRelease, expected) => {
  expect(aptSystem(osRelease)).toBe(expected);
});

test.each([
  [
    'Debian as root',
    machine({ apt: 'debian', root: true }),
    'apt-get update && apt-get install -y --no-install-recommends poppler-utils libxml2-utils',
  ],
  [
    'Ubuntu as somebody',
    machine({ apt: 'ubuntu' }),
    'sudo apt-get update && sudo apt-get install -y --no-install-recommends poppler-utils libxml2-utils',
  ],
  ['macOS', machine({ platform: 'darwin' }), 'brew install poppler libxml2'],
  [
    'any other',
    machine({}),
    'Install with your system’s package manager: poppler-utils, libxml2-utils',
  ],
])('%s', (_name, on, expected) => {
  const packages = { apt: ['poppler-utils', 'libxml2-utils'], brew: ['poppler', 'libxml2'] };
  expect(installLine(on, packages)).toBe(expected);
});
