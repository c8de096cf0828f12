// The mail catcher of the embedded run: every mail stays on this machine and is read in a browser.

export type CatcherPorts = { host: string; smtpPort: number; webPort: number };

/** Starts maildev; loaded only here, production does not install it. */
export async function startMailCatcher(ports: CatcherPorts): Promise<{ stop(): Promise<void> }> {
  const { MailDev } = await import('maildev');
  const catcher = new MailDev({
    ip: ports.host,
    smtp: ports.smtpPort,
    webIp: ports.host,
    web: ports.webPort,
    silent: true,
    maxEmails: 500,
  });
  await catcher.start();
  return { stop: () => catcher.stop() };
}
