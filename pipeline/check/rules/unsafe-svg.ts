import { faultRule } from '../fault-rule.ts';

export const unsafeSvg = faultRule({
  id: 'unsafe-svg',
  severity: 'error',
  summary: 'A drawing holds a program, or loads something from elsewhere.',
  docs: {
    what: 'An SVG image with a script, an event handler, another document inside it (foreignObject), declarations, or an address that leads out of the file.',
    why: 'On a web site an SVG can be opened by itself, and then its scripts run. A print and a book may load nothing from outside, and whoever serves what is loaded learns who reads.',
    example: '<svg xmlns="http://www.w3.org/2000/svg" onload="track()">…</svg>',
    instead: '<svg xmlns="http://www.w3.org/2000/svg">…</svg>',
  },
  message: (fault) => `The image "${fault.subject}" is not safe to publish: ${fault.detail}.`,
  help: () =>
    'Save the drawing as "plain SVG" with its pictures and fonts embedded, or export it as PNG.',
});
