// Texts that the page carries in its attributes, since dictionaries stay on the server: {n} is the number's place.

/** The sentence `<name>-one` or `<name>-other` of the element's data attributes, for this number. */
export function phrase(element: HTMLElement, name: string, n: number): string {
  const { lang } = document.documentElement;
  const form = new Intl.PluralRules(lang).select(n) === 'one' ? 'one' : 'other';
  const text = element.getAttribute(`data-${name}-${form}`) ?? '';
  return text.replace('{n}', n.toLocaleString(lang));
}

/** A live region that reads politely, after a rest, what people see change at once. */
export function announcer(after: Element): (text: string) => void {
  const region = document.createElement('p');
  region.className = 'fr-sr-only';
  region.setAttribute('role', 'status');
  after.after(region);
  let timer = 0;
  return (text) => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      region.textContent = text;
    }, REST_MILLISECONDS);
  };
}

const REST_MILLISECONDS = 1000;
