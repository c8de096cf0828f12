// The département of a French address, read from its postal code: what a référent's rights go by.

const CODE_POSTAL = /^\d{5}$/;

/** « 76640 » → '76', « 20090 » → '2A', « 97139 » → '971'; null when the code is not one, or military. */
export function departementDuCodePostal(codePostal: string): string | null {
  if (!CODE_POSTAL.test(codePostal)) return null;
  const debut = codePostal.slice(0, 2);
  if (debut === '00') return null;
  if (debut === '20') return codePostal < '20200' ? '2A' : '2B';
  return debut === '97' || debut === '98' ? codePostal.slice(0, 3) : debut;
}
