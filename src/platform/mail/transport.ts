// Sends mails over SMTP; only jobs call this, never a request (design §6.1).
import { createTransport, type Transporter, type TransportOptions } from 'nodemailer';

export type MailSettings = {
  smtpUrl: string;
  from: string;
  /** Signs here; null: the relay's duty. */
  dkim: { domainName: string; keySelector: string; privateKey: string } | null;
};

export type Mail = {
  to: string;
  subject: string;
  text: string;
  html: string;
  /** Stable: a retry is the same mail. */
  messageId: string;
  langue: string;
};

const TIMEOUT_MS = 10_000;
// A relay may take its time to accept a message (RFC 5321 §4.5.3.2.6 allows ten minutes).
const ANSWER_TIMEOUT_MS = 600_000;
const CONNECTIONS_MAX = 5;

/** Opens the pool of SMTP connections. */
export function createMailer({ smtpUrl, from, dkim }: MailSettings) {
  const transport: Transporter = createTransport(
    {
      url: smtpUrl,
      pool: true,
      maxConnections: CONNECTIONS_MAX,
      connectionTimeout: TIMEOUT_MS,
      greetingTimeout: TIMEOUT_MS,
      socketTimeout: ANSWER_TIMEOUT_MS,
      ...(dkim ? { dkim } : {}),
    } as TransportOptions,
    { from },
  );
  const domain = from.replace(/^.*@|>.*$/g, '');
  return {
    async send({ messageId, langue, ...mail }: Mail): Promise<void> {
      await transport.sendMail({
        ...mail,
        messageId: `<${messageId}@${domain}>`,
        headers: { 'Content-Language': langue, 'Auto-Submitted': 'auto-generated' },
      });
    },
    close: () => transport.close(),
  };
}

export type Mailer = ReturnType<typeof createMailer>;
