/**
 * From disk browsers refuse to preload fonts, so that all of them are late and stay away (`font-display: optional`
 * in the style sheet). The sheet that the script's element names has the same faces, and waits for them.
 */
export function fontsFromDisk(script: HTMLOrSVGScriptElement | null): void {
  const sheet = script?.dataset['fonts'];
  if (location.protocol !== 'file:' || sheet === undefined) return;
  const link = document.createElement('link');
  link.rel = 'stylesheet';
  link.href = sheet;
  document.head.append(link);
}
