import { faultRule } from '../fault-rule.ts';

export const nestingTooDeep = faultRule({
  id: 'nesting-too-deep',
  severity: 'error',
  summary: 'Quotations or lists stand too deep inside one another.',
  docs: {
    what: 'Quotations, lists or emphasis nested deeper than any reader could follow: more than 100 levels.',
    why: 'No page can show it, and it is nearly always an accident of conversion.',
    example: '>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>> (and on, hundreds of times)',
    instead: '> A quotation,\n>\n> > and a quotation in it.',
  },
  message: (fault) =>
    `The text is nested too deep here to be read${fault.detail === undefined ? '' : ` (${fault.detail})`}.`,
  help: () =>
    'Take out the superfluous ">" signs, list marks or stars: nearly always they are an accident of conversion.',
});
