// The one layout of our mails: the same content as text and as plain, robust HTML.
import { render } from 'preact-render-to-string';

export type MailContent = {
  langue: string;
  serviceName: string;
  title: string;
  greeting: string;
  paragraphs: string[];
  /** Lines grouped under a heading, each leading to its page. */
  sections?: MailSection[];
  link: MailLink;
  after: string;
  footer: string[];
  footerLinks?: MailLink[];
};

export type MailLink = { label: string; href: string };
export type MailSection = { title: string; lines: MailLink[] };

const STYLES = {
  body: 'margin:0;padding:24px;background:#f4f4f6;color:#1b1b24;font:16px/1.5 system-ui,Arial,sans-serif',
  card: 'max-width:560px;margin:0 auto;padding:32px;background:#ffffff;border-radius:8px;overflow-wrap:anywhere;word-break:break-word',
  service: 'margin:0 0 24px;font-weight:700;color:#0b5369',
  title: 'margin:0 0 16px;font-size:22px;line-height:1.3',
  link: 'display:inline-block;padding:12px 20px;border-radius:4px;background:#0b5369;color:#ffffff;font-weight:600;text-decoration:none',
  section: 'margin:24px 0 8px;font-size:18px;line-height:1.3',
  lines: 'margin:0;padding:0 0 0 20px',
  line: 'margin:0 0 8px',
  lineLink: 'color:#0b5369',
  address: 'color:#55555f;font-size:14px;word-break:break-all',
  footer:
    'max-width:560px;margin:16px auto 0;color:#55555f;font-size:13px;overflow-wrap:anywhere;word-break:break-word',
};

function Section({ title, lines }: MailSection) {
  return (
    <>
      <h2 style={STYLES.section}>{title}</h2>
      <ul style={STYLES.lines}>
        {lines.map(({ label, href }, n) => (
          <li key={`${n} ${href}`} style={STYLES.line}>
            <a href={href} style={STYLES.lineLink}>
              {label}
            </a>
          </li>
        ))}
      </ul>
    </>
  );
}

/** Writes the HTML of a mail. */
export function mailHtml(mail: MailContent): string {
  const document = (
    <html lang={mail.langue}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width" />
        <title>{mail.title}</title>
      </head>
      <body style={STYLES.body}>
        <div style={STYLES.card}>
          <p style={STYLES.service}>{mail.serviceName}</p>
          <h1 style={STYLES.title}>{mail.title}</h1>
          <p>{mail.greeting}</p>
          {mail.paragraphs.map((paragraph) => (
            <p key={paragraph}>{paragraph}</p>
          ))}
          {mail.sections?.map((section) => (
            <Section key={section.title} {...section} />
          ))}
          <p>
            <a href={mail.link.href} style={STYLES.link}>
              {mail.link.label}
            </a>
          </p>
          <p style={STYLES.address}>{mail.link.href}</p>
          <p>{mail.after}</p>
        </div>
        <div style={STYLES.footer}>
          {mail.footer.map((line) => (
            <p key={line}>{line}</p>
          ))}
          {mail.footerLinks?.map(({ label, href }) => (
            <p key={href}>
              <a href={href}>{label}</a>
            </p>
          ))}
        </div>
      </body>
    </html>
  );
  return `<!doctype html>${render(document)}`;
}

/** Writes the text of a mail. */
export function mailText(mail: MailContent): string {
  const lien = ({ label, href }: MailLink) => `${label}\n${href}`;
  const sections = (mail.sections ?? []).map(({ title, lines }) =>
    [title, ...lines.map((line) => `- ${lien(line)}`)].join('\n'),
  );
  const pied = ['-- ', ...mail.footer, ...(mail.footerLinks ?? []).map(lien)];
  const corps = [mail.greeting, ...mail.paragraphs, ...sections, lien(mail.link), mail.after];
  return [...corps, ...pied].join('\n\n');
}
