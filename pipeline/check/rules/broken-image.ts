import { faultRule } from '../fault-rule.ts';

export const brokenImage = faultRule({
  id: 'broken-image',
  severity: 'error',
  summary: 'An image’s file is not what its name says.',
  docs: {
    what: 'An image whose file is empty, broken, or of another kind than its name ends with, such as a JPEG picture in a file called map.png.',
    why: 'A browser may guess and show it; a print or a book shows a hole, and stores refuse the book.',
    example:
      '![Hot days a year](heat-days.png) (and heat-days.png is a web page that was saved by mistake)',
    instead: '![Hot days a year](heat-days.png) (and heat-days.png is a PNG picture)',
  },
  message: (fault) => `The image "${fault.subject}" cannot be shown: ${fault.detail}.`,
  help: () => 'Save or export the picture again, in the format that its name ends with.',
});
