// The one layout of our mails: the same content as text and as plain, robust HTML.
import { render } from 'preact-render-to-string';

export type MailContent = {
  langue: string;
  serviceName: string;
  title: string;
  greeting: string;
  paragraphs: string[];
  link: { label: string; href: string };
  after: string;
  footer: string[];
};

const STYLES = {
  body: 'margin:0;padding:24px;background:#f4f4f6;color:#1b1b24;font:16px/1.5 system-ui,Arial,sans-serif',
  card: 'max-width:560px;margin:0 auto;padding:32px;background:#ffffff;border-radius:8px;overflow-wrap:anywhere;word-break:break-word',
  service: 'margin:0 0 24px;font-weight:700;color:#0b5369',
  title: 'margin:0 0 16px;font-size:22px;line-height:1.3',
  link: 'display:inline-block;padding:12px 20px;border-radius:4px;background:#0b5369;color:#ffffff;font-weight:600;text-decoration:none',
  address: 'color:#55555f;font-size:14px;word-break:break-all',
  footer:
    'max-width:560px;margin:16px auto 0;color:#55555f;font-size:13px;overflow-wrap:anywhere;word-break:break-word',
};

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
        </div>
      </body>
    </html>
  );
  return `<!doctype html>${render(document)}`;
}

/** Writes the text of a mail. */
export function mailText(mail: MailContent): string {
  const link = `${mail.link.label}\n${mail.link.href}`;
  return [mail.greeting, ...mail.paragraphs, link, mail.after, '-- ', ...mail.footer].join('\n\n');
}
