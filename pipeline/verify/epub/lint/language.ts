/** Whether each document, and each phrase in another language, says its language. */
import { elements, type Fault, type Parsed, texts } from './book-file.ts';

/** Every document says its language twice, and in general it is the book's. */
export function lintLanguage(opf: Parsed, documents: readonly Parsed[]): readonly Fault[] {
  const language = texts(opf, 'dc:language')[0];
  return documents.flatMap((document) => [
    ...lintDocument(document, language),
    ...lintPhrases(document),
  ]);
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
