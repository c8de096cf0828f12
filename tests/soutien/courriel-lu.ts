// Reads a mail of ours as it travelled: its headers, its text and its HTML.

export type CourrielLu = { entetes: Record<string, string>; texte: string; html: string };

/** Reads a mail of two parts, as our transport writes it. */
export function lireCourriel(source: string): CourrielLu {
  const { entetes, corps } = couper(source);
  const borne = /boundary="?([^";]+)/.exec(entetes['content-type'] ?? '')?.[1];
  const parts = borne ? corps.split(`--${borne}`).slice(1, -1).map(couper) : [];
  const lire = (type: string) => {
    const part = parts.find((p) => p.entetes['content-type']?.startsWith(type));
    return part ? decoder(part.corps, part.entetes['content-transfer-encoding'] ?? '') : '';
  };
  return { entetes, texte: lire('text/plain'), html: lire('text/html') };
}

function couper(source: string): { entetes: Record<string, string>; corps: string } {
  const propre = source.replace(/^\r\n/, '');
  const fin = propre.indexOf('\r\n\r\n');
  const lignes = propre
    .slice(0, fin)
    .replaceAll(/\r\n[ \t]+/g, ' ')
    .split('\r\n');
  const entetes = lignes.map((ligne) => {
    const deux = ligne.indexOf(':');
    return [ligne.slice(0, deux).toLowerCase(), ligne.slice(deux + 1).trim()];
  });
  return { entetes: Object.fromEntries(entetes), corps: propre.slice(fin + 4) };
}

function decoder(corps: string, codage: string): string {
  if (codage === 'base64') return Buffer.from(corps, 'base64').toString('utf8');
  if (codage !== 'quoted-printable') return Buffer.from(corps, 'latin1').toString('utf8');
  const octets = corps
    .replaceAll('=\r\n', '')
    .replaceAll(/=([0-9A-F]{2})/g, (_, hexa) => String.fromCharCode(Number.parseInt(hexa, 16)));
  return Buffer.from(octets, 'latin1').toString('utf8').replaceAll('\r\n', '\n');
}
