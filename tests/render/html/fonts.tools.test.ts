/** The site's own fonts, from disk too, where no browser preloads them. */
import { expect, test } from 'vitest';
import { htmlEdition } from '../../../pipeline/render/html/html.ts';
import { editionContext } from '../../support/edition-context.ts';
import { openedSite } from '../../support/opened-site.ts';
import { smallPlan } from '../../support/small-plan.ts';

const site = openedSite(async () => {
  const { artifacts } = await htmlEdition.render(smallPlan(), await editionContext());
  return artifacts;
});

test('text is set in the text face', async () => {
  const page = '1-people/1-1-heat-alarm.html';
  await site.open(page, { width: 1440, scheme: 'light' }, async (tab) => {
    const client = await tab.createCDPSession();
    await client.send('DOM.enable');
    await client.send('CSS.enable');
    const { root } = await client.send('DOM.getDocument', {});
    const { nodeId } = await client.send('DOM.querySelector', {
      nodeId: root.nodeId,
      selector: '.lead .flow p',
    });
    const { fonts } = await client.send('CSS.getPlatformFontsForNode', { nodeId });
    expect(fonts.map(({ familyName }) => familyName)).toContain('Source Serif 4');
  });
});
