/** Whether each document, and each phrase in another language, says its language. */
import { elements, type Fault, type Parsed, texts } from './book-file.ts';

/** Every document says its language twice, and in general it is the book's. */
export function lintLanguage(opf: Parsed, documents: readonly Parsed[]): readonly Fault[] {
  const language = texts(opf, 'dc:language')[0];
  const [dir] = elements(opf.root, 'package').map(
    ({ attributes }) => attributes['dir'] ?? undefined,
  );
  return documents.flatMap((document) => [
    ...lintDocument(document, language),
    ...lintDirection(document, dir),
    ...lintPhrases(document),
    ...lintTags(document),
  ]);
}

/** Pages are turned and lines are read the same way in the whole book. */
function lintDirection({ name, root }: Parsed, dir: string | undefined): readonly Fault[] {
  const html = elements(root, 'html')[0];
  const own = html?.attributes['dir'];
  if (dir === undefined || own === undefined || own === dir) return [];
  return [
    {
      rule: 'document-direction',
      file: name,
      node: html,
      message: `This document is read "${own}", the book "${dir}".`,
      help: 'Give <html> and <package> the same dir.',
    },
  ];
}

/** BCP 47, 2.1: a language has two or three letters; longer ones are reserved. */
function lintTags({ name, root }: Parsed): readonly Fault[] {
  return elements(root)
    .filter(
      ({ attributes }) =>
        !/^(?:[a-z]{2,3}|x)(?:-[a-z\d]{1,8})*$/iu.test(attributes['lang'] ?? 'en'),
    )
    .map((node) => ({
      rule: 'unknown-language',
      file: name,
      node,
      message: `"${node.attributes['lang']}" is no language.`,
      help: 'Write it as BCP 47 does: en, pt-BR, zh-Hant.',
    }));
}

/** Browsers read `lang`, XML's tools `xml:lang`. */
function lintPhrases({ name, root }: Parsed): readonly Fault[] {
  return elements(root)
    .filter(
      ({ name: tag, attributes: { lang, 'xml:lang': xmlLang } }) =>
        tag !== 'html' && lang !== xmlLang,
    )
    .map((node) => ({
      rule: 'phrase-language',
      file: name,
      node,
      message: `<${node.name}> says its language by ${node.attributes['lang'] === undefined ? 'xml:lang' : 'lang'} alone, or two of them.`,
      help: 'Give it both lang and xml:lang, with the same language.',
    }));
}

function lintDocument({ name, root }: Parsed, language: string | undefined): readonly Fault[] {
  const html = elements(root, 'html')[0];
  const { lang, 'xml:lang': xmlLang } = html?.attributes ?? {};
  if (lang === xmlLang && lang === language) return [];
  return [
    {
      rule: 'document-language',
      file: name,
      node: html,
      message: `This document's language is ${lang ?? 'not given'}, the book's is ${language ?? 'not given'}.`,
      help: 'Give <html> the attributes lang and xml:lang, both with the language of dc:language.',
    },
  ];
}
