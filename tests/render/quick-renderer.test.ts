/** The quick renderer writes what liquidjs itself writes, and raises what liquidjs raises. */
import { Liquid } from 'liquidjs';
import { expect, test } from 'vitest';
import { QuickLiquid } from '../../pipeline/render/quick-renderer.ts';
import { renderTag } from '../../pipeline/render/render-tag.ts';
import { dialect } from '../../pipeline/render/templates.ts';

const partials: Readonly<Record<string, string>> = {
  'part.liquid': '[{{ title }}{% if level == 2 %} two{% endif %}{{ place }}]',
  'item.liquid': '({{ item.name }})',
  'frame.liquid': '<main>{% block main %}{% endblock %}</main>',
};

const view = {
  title: 'Tea & <b>bread</b>',
  html: '<i>kept</i>',
  number: 12,
  none: '',
  yes: true,
  nothing: null,
  items: [{ name: 'A"' }, { name: "B'" }],
  deep: { list: ['x', 'y'], label: 'deep' },
  key: 'label',
};

const templates = [
  'plain text',
  '{{ title }} {{ html | raw }} {{ number }} {{ yes }} {{ nothing }}{{ items }}{{ deep.list }}',
  '{{ deep.list[1] }} {{ deep.list.size }} {{ deep.list.first }} {{ deep[key] }} {{ "a<b" }}',
  '{{ title | upcase }} {{ nothing | default: "–" }} {{ title | escape }} {{ title | raw | upcase }}',
  '{% if yes %}yes{% endif %}{% if none %}full{% else %}none{% endif %}',
  '{% if empty %}literal{% else %}nothing{% endif %}{% if none == empty %}equal{% endif %}',
  '{% if nothing %}1{% elsif number == 12 %}2{% else %}3{% endif %}',
  '{% if absent %}there{% endif %}{% if deep.absent.more %}there{% endif %}',
  '{% unless yes %}no{% else %}yes{% endunless %}{% unless absent %}absent{% endunless %}',
  '{% if yes and deep.label == "deep" %}both{% endif %}{% if items contains "x" %}has{% endif %}',
  '{% for item in items %}{{ forloop.index }}{{ item.name }}{% if forloop.last %}.{% endif %}{% endfor %}',
  '{% for one in deep.list %}{% if one == "y" %}{% break %}{% endif %}{{ one }}{% endfor %}',
  '{% for one in deep.list %}{% if one == "x" %}{% continue %}{% endif %}{{ one }}{% endfor %}',
  '{% assign x = title | append: "!" %}{{ x }}{% capture y %}{{ x }}{% endcapture %}{{ y | raw }}',
  '{% if items.size > 1 and key != "x" %}many{% endif %}{% if none or number > 12 %}1{% else %}2{% endif %}',
  '{% if number > title %}1{% endif %}{% if items == deep.list %}2{% endif %}{% if nothing != none %}3{% endif %}',
  '{% for item in items %}{% for one in deep.list %}{{ one }}{{ item.name }}{% endfor %}{% endfor %}',
  '{% for title in deep.list %}{{ title }}{% endfor %}{{ title }}{% for x in none %}{% else %}-{% endfor %}',
  '{% for pair in deep %}{{ pair[0] }}{% endfor %}{% for item in items limit: 1 %}{{ item.name }}{% endfor %}',
  '{% comment %}{{ absent }}{% endcomment %}{% assign title = "own" %}{{ title }}',
  "{% render 'part', title: title, level: 2, place: deep.label %}",
  "{% render 'part', title: deep.list[0], level: number, place: 'a' %}",
  "{% render 'item' for items as item %}",
  "{% layout 'frame' %}{% block main %}{{ title }}{% if yes %}!{% endif %}{% endblock %}",
  '  {%- if yes -%}  a  {%- endif -%}  b',
];

const mistakes = [
  'a {{ absent }}',
  'a {{ deep.absent }}',
  'a\n{% if yes %}{{ deep.absent.more }}{% endif %}',
  'a{% for item in items %}{{ item.absent }}{% endfor %}',
  'a{% for item in absent %}b{% endfor %}',
  'a{% if yes %}{% for item in items %}{% if item.name %}{{ absent }}{% endif %}{% endfor %}{% endif %}',
  "{% render 'part', title: absent %}",
  "{% render 'part', title: title %}",
  "{% render 'nowhere', title: title %}",
  "{% render 'item' for items as thing %}",
  '{% for i in (1..99999) %}{{ absent }}{% endfor %}',
];

test.each(templates)('%s is written as liquidjs writes it', (template) => {
  expect(written(QuickLiquid, template)).toBe(written(Liquid, template));
});

test.each(mistakes)('%s raises what liquidjs raises', (template) => {
  const raised = errorOf(() => written(Liquid, template));
  expect(raised).toMatch(/./u);
  expect(errorOf(() => written(QuickLiquid, template))).toBe(raised);
});

/** With the quick renderer goes the quick `render`. */
function written(kind: typeof Liquid, template: string): string {
  const liquid = new kind({
    templates: partials,
    ...dialect,
  });
  if (kind === QuickLiquid) {
    liquid.registerTag(
      'render',
      renderTag((name) => partials[`${name}.liquid`] ?? ''),
    );
  }
  return String(liquid.parseAndRenderSync(template, view));
}

function errorOf(work: () => unknown): string {
  try {
    work();
    return '';
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}
