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
  /** Whole address that stops such mails, when they may be stopped. */
  desabonnement?: string;
};

const TIMEOUT_MS = 10_000;
// A relay may take its time to accept a message (RFC 5321 §4.5.3.2.6 allows ten minutes).
const ANSWER_TIMEOUT_MS = 600_000;
const CONNECTIONS_MAX = 5;

// nodemailer signs « List-Unsubscribe » but not what makes it one click, which RFC 8058 §4 wants signed too.
const SIGNED =
  'From:Sender:Reply-To:Subject:Date:Message-ID:To:Cc:MIME-Version:Content-Type:' +
  'Content-Transfer-Encoding:Content-Language:Auto-Submitted:List-Unsubscribe:List-Unsubscribe-Post';

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
      ...(dkim ? { dkim: { ...dkim, headerFieldNames: SIGNED } } : {}),
    } as TransportOptions,
    { from },
  );
  const domain = from.replace(/^.*@|>.*$/g, '');
  return {
    async send({ messageId, langue, desabonnement, ...mail }: Mail): Promise<void> {
      await transport.sendMail({
        ...mail,
        messageId: `<${messageId}@${domain}>`,
        headers: {
          'Content-Language': langue,
          'Auto-Submitted': 'auto-generated',
          ...(desabonnement === undefined ? {} : unsubscription(desabonnement)),
        },
      });
    },
    close: () => transport.close(),
  };
}

// One click is offered over https only (RFC 8058 §3.1).
function unsubscription(address: string): Record<string, string> {
  const link = { 'List-Unsubscribe': `<${address}>` };
  if (!address.startsWith('https:')) return link;
  return { ...link, 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' };
}

export type Mailer = ReturnType<typeof createMailer>;
