/** The JSON edition: the resolved plan for programs, by the schema that docs/schemas/plan-1.json publishes. */
import { type Edition, editionFile } from '../../model/edition.ts';
import { planToJson } from './plan-to-json.ts';

/** Renders `<slug>.json`. */
export const jsonEdition: Edition = {
  format: 'json',
  async render(plan, context) {
    const text = `${JSON.stringify(planToJson(plan, context.labels), undefined, 2)}\n`;
    const bytes = new TextEncoder().encode(text);
    const path = editionFile(plan.slug, 'json');
    return { artifacts: [{ path, bytes, mediaType: 'application/json' }], findings: [] };
  },
};
