/** Templates: what they escape, what they refuse, and how they say where they are wrong. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { TemplateError } from '../../pipeline/model/errors.ts';
import { createTemplates } from '../../pipeline/render/templates.ts';

function render(files: Record<string, string>, view: object = {}): string {
  return createTemplates(
    new Map(Object.entries(files).map(([name, text]) => [`${name}.liquid`, text])),
  ).render('html/page', view);
}

function failure(files: Record<string, string>, view: object = {}): string {
  try {
    return `no error: ${render(files, view)}`;
  } catch (error) {
    if (error instanceof TemplateError) return `${error.message} ${error.help}`;
    throw error;
  }
}

test('values are escaped, in text and in attributes', () => {
  const view = { title: '<script>alert("1")</script> & \'2\'' };
  expect(render({ 'html/page': '<h1 title="{{ title }}">{{ title }}</h1>' }, view)).toBe(
    '<h1 title="&lt;script&gt;alert(&#34;1&#34;)&lt;/script&gt; &amp; &#39;2&#39;">' +
      '&lt;script&gt;alert(&#34;1&#34;)&lt;/script&gt; &amp; &#39;2&#39;</h1>',
  );
});

test('no string gets out of text or an attribute in quotes', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (title) => {
      expect(render({ 'html/page': '{{ title }}' }, { title })).not.toMatch(/[<>"']/u);
    }),
  );
});

test('only "raw" lets markup through', () => {
  const view = { bodyHtml: '<p>Text</p>' };
  expect(render({ 'html/page': '{{ bodyHtml | raw }}{{ bodyHtml }}' }, view)).toBe(
    '<p>Text</p>&lt;p&gt;Text&lt;/p&gt;',
  );
});

test('partials and layouts are named by their path', () => {
  const files = {
    'html/page':
      "{% layout 'html/shell' %}{% block main %}{% render 'html/part', a: 1 %}{% endblock %}",
    'html/shell': '<main>{% block main %}{% endblock %}</main>',
    'html/part': '<p>{{ a }}</p>',
  };
  expect(render(files)).toBe('<main><p>1</p></main>');
});

test('an empty string, an absent value and null are all nothing', () => {
  const files = {
    'html/page': '{% if a %}a{% endif %}{% if b %}b{% endif %}{% if c %}c{% endif %}.',
  };
  expect(render(files, { a: '', c: null })).toBe('.');
});

test.for<[string, Record<string, string>, string]>([
  [
    'a value that is not there',
    { 'html/page': 'one\n  {{ plan.titel }}' },
    'templates/html/page.liquid:2:6: "plan.titel" is not among the values that this template gets. Correct the name, or write {% if plan.titel %} around it where it may be absent.',
  ],
  [
    'a value that is not there, in a partial',
    { 'html/page': "{% render 'html/part' %}", 'html/part': '\n\n{{ nothing }}' },
    'templates/html/part.liquid:3:4: "nothing" is not among the values that this template gets. Correct the name, or write {% if nothing %} around it where it may be absent.',
  ],
  [
    'an unknown tag',
    { 'html/page': 'one\n{% forr a in b %}' },
    'templates/html/page.liquid:2:1: There is no tag "forr". Correct the name; liquidjs.com/tags lists the tags there are.',
  ],
  [
    'an unknown filter',
    { 'html/page': '{{ plan | shout }}' },
    'templates/html/page.liquid:1:1: There is no filter "shout". Correct the name; liquidjs.com/filters lists the filters there are.',
  ],
  [
    'a tag without end',
    { 'html/page': '\n{% if plan %}\n' },
    'templates/html/page.liquid:2:1: The tag {% if plan %} is never closed. Write what ends it: "}}" after a value, {% endif %}, {% endfor %} … after a tag.',
  ],
  [
    'a value without end',
    { 'html/page': '\n{{ plan' },
    'templates/html/page.liquid:2:1: The output "{{ plan" is never closed. Write what ends it: "}}" after a value, {% endif %}, {% endfor %} … after a tag.',
  ],
  [
    'a partial that is not there',
    { 'html/page': "\n{% render 'html/sidebar' %}" },
    'templates/html/page.liquid:2:1: There is no template templates/html/sidebar.liquid to put in here. Correct the name; it is the path below templates/ without the ending.',
  ],
  [
    'a partial that puts itself in',
    { 'html/page': "\n{% render 'html/page' %}" },
    'templates/html/page.liquid:2:1: The template puts itself in, without end. Take the {% render %} or {% layout %} out that leads back to this file.',
  ],
  [
    'a loop over too much',
    { 'html/page': '{% for i in (1..100000000000) %}{{ i }}{% endfor %}' },
    'templates/html/page.liquid:1:1: The template takes more time or memory than a page may. Look for a loop that never ends, such as over a range of many millions.',
  ],
  [
    'a template that is not there',
    {},
    'There is no template templates/html/page.liquid, and an edition needs it. Bring the file back, or start again from the templates that briefwright ships.',
  ],
])('names the place and the way out: %s', ([, files, message]) => {
  expect(failure(files, { plan: { title: 'T' } })).toBe(message);
});

test('a template reaches neither prototypes nor files', () => {
  const reach = 'is not among the values that this template gets.';
  expect(failure({ 'html/page': '{{ plan.constructor }}' }, { plan: {} })).toContain(reach);
  expect(failure({ 'html/page': '{{ plan.__proto__ }}' }, { plan: {} })).toContain(reach);
  expect(failure({ 'html/page': "{% render '../../etc/passwd' %}" })).toContain(
    'There is no template templates/../../etc/passwd.liquid to put in here.',
  );
});

const list = "{% render 'html/one' for things as one %}";

test('a partial for each of a list is written once for a thing, however often it comes', () => {
  const asked: string[] = [];
  const thing = (name: string) => ({
    get name() {
      asked.push(name);
      return name;
    },
  });
  const [a, b] = [thing('a'), thing('b')];
  const templates = createTemplates(
    new Map([
      ['html/page.liquid', list],
      ['html/one.liquid', '[{{ one.name }}]'],
    ]),
  );
  expect(templates.render('html/page', { things: [a, b] })).toBe('[a][b]');
  expect(templates.render('html/page', { things: [b, a, thing('c')] })).toBe('[b][a][c]');
  expect(asked).toEqual(['a', 'b', 'c']);
});

test('a partial that asks for its place in the list gets it', () => {
  const one = '{{ forloop.index }}{{ one.name }}';
  const thing = { name: 'x' };
  const files = { 'html/page': list, 'html/one': one };
  expect(render(files, { things: [thing, thing] })).toBe('1x2x');
});

test('a partial for each of a list tells where it is wrong', () => {
  const files = { 'html/page': list, 'html/one': '{{ one.nam }}' };
  expect(failure(files, { things: [{ name: 'x' }] })).toMatch(
    /^templates\/html\/one.liquid:1:\d+: "one.nam"/u,
  );
  expect(failure({ 'html/page': list }, { things: [{}] })).toContain('templates/html/one.liquid');
});
