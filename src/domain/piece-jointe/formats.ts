// The 37 extensions that a pièce jointe may have, what the content of each must be, and which may be shown in the browser.

export type Format = {
  /** What the file is served as when it is kept. */
  mime: string;
  /** The kinds that the content may be found to be (`Detection.genre`); null: nothing can check them. */
  contenus: readonly string[] | null;
  /** Shown in the browser, as this; absent: always a download. */
  affichage?: string;
};

const TEXTE = 'texte';
const XML = 'application/xml';
const INCONNU = 'inconnu';
/** The container of Office 97 (compound file): Word, Excel and PowerPoint alike. */
const OFFICE_97 = 'application/x-cfb';
const GZIP = 'application/gzip';
const ZIP = 'application/zip';
const OUVERT = 'application/vnd.oasis.opendocument';
const OOXML = 'application/vnd.openxmlformats-officedocument';

const odt = `${OUVERT}.text`;
const ods = `${OUVERT}.spreadsheet`;
const odp = `${OUVERT}.presentation`;
const docx = `${OOXML}.wordprocessingml.document`;
const xlsx = `${OOXML}.spreadsheetml.sheet`;
const pptx = `${OOXML}.presentationml.presentation`;

// Whether a text begins with the declaration of XML is its own business.
const TEXTES = [TEXTE, XML];

function seul(mime: string): Format {
  return { mime, contenus: [mime] };
}

function image(mime: string): Format {
  return { mime, contenus: [mime], affichage: mime };
}

const gzip: Format = seul(GZIP);
const html: Format = { mime: 'text/html', contenus: TEXTES };
const xml: Format = { mime: XML, contenus: TEXTES };
const excel: Format = { mime: 'application/vnd.ms-excel', contenus: [OFFICE_97] };
const powerpoint: Format = { mime: 'application/vnd.ms-powerpoint', contenus: [OFFICE_97] };

/**
 * By extension, in lower case: the 35 of the reference (chorus-pro.md §8), then XSD and XSL, that the API takes too.
 * HTML, SVG and XML hold scripts: they always download. XLC and XLM have no signature of their own, FAX has none.
 */
export const FORMATS = {
  bmp: image('image/bmp'),
  gif: image('image/gif'),
  fax: { mime: 'application/octet-stream', contenus: null },
  odt: seul(odt),
  ppt: powerpoint,
  tiff: seul('image/tiff'),
  xls: excel,
  bz2: seul('application/x-bzip2'),
  gz: gzip,
  jpeg: image('image/jpeg'),
  // A signature is binary (DER), which nothing names, or text (PEM).
  p7s: { mime: 'application/pkcs7-signature', contenus: [INCONNU, TEXTE] },
  rtf: seul('application/rtf'),
  txt: { mime: 'text/plain', contenus: TEXTES, affichage: 'text/plain' },
  xml,
  // As plain text: browsers would rather download « text/csv ».
  csv: { mime: 'text/csv', contenus: TEXTES, affichage: 'text/plain' },
  gzip,
  jpg: image('image/jpeg'),
  pdf: image('application/pdf'),
  svg: { mime: 'image/svg+xml', contenus: TEXTES },
  xhtml: { mime: 'application/xhtml+xml', contenus: TEXTES },
  xlsx: seul(xlsx),
  doc: { mime: 'application/msword', contenus: [OFFICE_97] },
  htm: html,
  odp: seul(odp),
  png: { ...image('image/png'), contenus: ['image/png', 'image/apng'] },
  tgz: gzip,
  xlc: { mime: 'application/octet-stream', contenus: null },
  // What is made of a ZIP is one.
  zip: { mime: ZIP, contenus: [ZIP, odt, ods, odp, docx, xlsx, pptx] },
  docx: seul(docx),
  html,
  ods: seul(ods),
  pps: powerpoint,
  tif: seul('image/tiff'),
  xlm: { mime: 'application/octet-stream', contenus: null },
  pptx: seul(pptx),
  xsd: xml,
  xsl: xml,
} as const satisfies Record<string, Format>;

export type Extension = keyof typeof FORMATS;
export const EXTENSIONS = Object.keys(FORMATS) as Extension[];

export function estExtension(valeur: string): valeur is Extension {
  return Object.hasOwn(FORMATS, valeur);
}

/** True when a content found to be of this kind may bear this extension. */
export function contenuConforme(extension: Extension, genre: string): boolean {
  const { contenus }: Format = FORMATS[extension];
  return contenus === null || contenus.includes(genre);
}

/** As what the browser may show a file; null: it downloads it. */
export function affichageDe(extension: Extension): string | null {
  const { affichage }: Format = FORMATS[extension];
  return affichage ?? null;
}
