import { faultRule } from '../fault-rule.ts';

export const nestingTooDeep = faultRule({
  id: 'nesting-too-deep',
  severity: 'error',
  summary: 'Quotations or lists stand too deep inside one another.',
  docs: {
    what: 'Quotations, lists or brackets nested deeper than any reader could follow.',
    why: 'No page can show it, and it is nearly always an accident of conversion.',
    example: '>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>> (and on, hundreds of times)',
    instead: '> A quotation,\n>\n> > and a quotation in it.',
  },
  message: () => 'The text is nested too deep here to be read.',
  help: () =>
    'Take out the superfluous ">" signs, list marks or brackets at the start of the line.',
});
