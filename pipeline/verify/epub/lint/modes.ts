/** Whether what the metadata says of how the book is perceived, and of its hazards, is true. EPUB Accessibility 1.1, 2.2. */
import { type Book, elements, type Fault, metas } from './book-file.ts';

type Holds = (book: Book) => boolean;

const named =
  (...names: readonly string[]): Holds =>
  ({ documents }) =>
    documents.some(({ root }) => elements(root).some(({ name }) => names.includes(name)));
const pictured: Holds = ({ pictures }) => pictures.length > 0;
const heard = named('audio', 'video');

/** Ways to perceive the content, and whether there is any that is perceived so. */
const modes: ReadonlyMap<string, Holds> = new Map(
  Object.entries<Holds>({
    auditory: heard,
    chartOnVisual: pictured,
    chemOnVisual: pictured,
    colorDependent: () => true,
    diagramOnVisual: pictured,
    mathOnVisual: pictured,
    musicOnVisual: pictured,
    tactile: () => false,
    textOnVisual: pictured,
    textual: () => true,
    visual: (book) => pictured(book) || named('video')(book),
  }),
);

/** Who says "none" says nothing else. */
const hazards: ReadonlyMap<string, Holds> = new Map(
  Object.entries<Holds>({
    flashing: named('video', 'script', 'animate', 'set'),
    motionSimulation: named('video', 'script', 'animate', 'animateTransform', 'animateMotion'),
    noFlashingHazard: () => true,
    noMotionSimulationHazard: () => true,
    none: (book) => metas(book.opf, 'schema:accessibilityHazard').length === 1,
    noSoundHazard: () => true,
    sound: heard,
    unknown: (book) => metas(book.opf, 'schema:accessibilityHazard').length === 1,
    unknownFlashingHazard: () => true,
    unknownMotionSimulationHazard: () => true,
    unknownSoundHazard: () => true,
  }),
);

/** Modes, those that suffice, hazards, and the words that sum them up. */
export function lintModes(book: Book): readonly Fault[] {
  const said = metas(book.opf, 'schema:accessMode');
  const missing = ['textual', 'visual', 'auditory'].filter(
    (mode) => modes.get(mode)?.(book) === true && !said.includes(mode),
  );
  const faults: readonly (readonly [string, string, string])[] = [
    ...said
      .filter((mode) => modes.get(mode)?.(book) !== true)
      .map(
        (mode) =>
          [
            'untrue-access-mode',
            `The access modes name "${mode}", but nothing in the book is perceived so.`,
            'Make schema:accessMode say how the content is perceived.',
          ] as const,
      ),
    ...missing.map(
      (mode) =>
        [
          'untrue-access-mode',
          `There is content to perceive as "${mode}", but the access modes do not name it.`,
          'Make schema:accessMode say how the content is perceived.',
        ] as const,
    ),
    ...metas(book.opf, 'schema:accessModeSufficient')
      .filter((set) => !suffices(set.split(/\s*,\s*/u), said, book))
      .map(
        (set) =>
          [
            'untrue-access-mode',
            `The metadata says that "${set}" suffices to perceive all, which is not so.`,
            'Name access modes of the book that together lose nothing: "textual" only where each picture has words.',
          ] as const,
      ),
    ...metas(book.opf, 'schema:accessibilityHazard')
      .filter((hazard) => hazards.get(hazard)?.(book) !== true)
      .map(
        (hazard) =>
          [
            'untrue-hazard',
            `The metadata names the hazard "${hazard}", which is not in the book, is no word for one, or does not go with another that it names.`,
            'Say "none" where nothing moves, sounds or flashes, and nothing beside it.',
          ] as const,
      ),
    ...(metas(book.opf, 'schema:accessibilityHazard').length === 0
      ? [
          [
            'untrue-hazard',
            'The metadata says nothing of hazards.',
            'Say schema:accessibilityHazard "none" where nothing moves, sounds or flashes.',
          ] as const,
        ]
      : []),
    ...(metas(book.opf, 'schema:accessibilitySummary').some((text) => text !== '')
      ? []
      : [
          [
            'no-access-summary',
            'The metadata has no words for what a reader can count on.',
            'Write them into schema:accessibilitySummary.',
          ] as const,
        ]),
  ];
  return [
    ...faults.map(([rule, message, help]) => ({ rule, file: book.opf.name, message, help })),
    ...lintLively(book),
  ];
}

/** Text is read or heard: without it nothing suffices, with it all is there only where pictures have words. */
function suffices(set: readonly string[], said: readonly string[], { mute }: Book): boolean {
  if (!set.every((mode) => said.includes(mode)) || !set.includes('textual')) return false;
  return mute.length === 0 || set.includes('visual');
}

/** Nothing can be promised of what moves, sounds, or runs. */
function lintLively({ opf, documents }: Book): readonly Fault[] {
  if (!metas(opf, 'schema:accessibilityHazard').includes('none')) return [];
  const lively = documents
    .flatMap(({ root }) => elements(root))
    .find(({ name }) => /^(?:video|audio|script|animate\w*|set)$/u.test(name));
  if (lively === undefined) return [];
  return [
    {
      rule: 'untrue-hazard',
      file: opf.name,
      message: `The metadata promises that nothing is hazardous, but there is a <${lively.name}> in the book.`,
      help: 'Say schema:accessibilityHazard "unknown", or examine it.',
    },
  ];
}
