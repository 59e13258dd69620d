/** Whether each document says its language. */
import { elements, type Fault, type Parsed, texts } from './book-file.ts';

/** Every document says its language twice, and in general it is the book's. */
export function lintLanguage(opf: Parsed, documents: readonly Parsed[]): readonly Fault[] {
  const language = texts(opf, 'dc:language')[0];
  return documents.flatMap(({ name, root }) => {
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
  });
}
