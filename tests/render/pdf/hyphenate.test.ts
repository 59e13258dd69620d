/** Soft hyphens: which words get them, and which never do; and the spaces at which no line breaks. */
import { expect, test } from 'vitest';
import { flowToHtml } from '../../../pipeline/render/flow.ts';
import { hyphenateTree, loadHyphenators } from '../../../pipeline/render/pdf/hyphenate.ts';
import { flow } from '../../support/resolved.ts';

const hyphenators = await loadHyphenators(['en', 'en-US', 'de', 'fr', 'ar', 'tlh']);

/** The markup with its soft hyphens shown as `·`. */
function hyphenated(html: string, lang = 'en'): string {
  const tree = flow(html);
  hyphenateTree(tree, lang, hyphenators);
  return flowToHtml(tree).replaceAll('\u00AD', '·');
}

test.for([
  ['long words', 'en', 'the implementation of it', 'the im·ple·ment·a·tion of it'],
  ['by the language’s own rules', 'fr', 'une recommandation', 'une re·com·man·da·tion'],
  ['German nouns', 'de', 'die Empfehlung', 'die Emp·feh·lung'],
  [
    'no sign on a line of its own',
    'fr',
    'Non ! « Oui » : 5',
    'Non\u00A0! «\u00A0Oui\u00A0»\u00A0: 5',
  ],
  ['three letters at least go on', 'de', 'das Ministerium', 'das Mi·nis·te·rium'],
  ['no names and acronyms', 'en', 'Papadopoulou of UNESCO', 'Papadopoulou of UNESCO'],
  [
    'no addresses',
    'en',
    'someone@organisation.example/implementation',
    'someone@organisation.example/implementation',
  ],
  ['no code', 'en', '<code>implementation</code>', '<code>implementation</code>'],
  ['no headings', 'en', '<h3>implementation</h3>', '<h3>implementation</h3>'],
  ['not in a language without patterns', 'tlh', 'implementation', 'implementation'],
  [
    'a phrase by its own language',
    'en',
    '<p lang="fr">une recommandation</p>',
    '<p lang="fr">une re·com·man·da·tion</p>',
  ],
] as const)('%s', ([, lang, html, expected]) => {
  expect(hyphenated(html, lang)).toBe(expected);
});
