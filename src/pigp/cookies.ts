// The names of the PIGP's cookies: they carry the port, for 127.0.0.1 shares cookies across ports.

export type NomsCookies = Record<'session' | 'interaction' | 'resume' | 'langue', string>;

/** The names of one instance. */
export function nomsCookies(port: number): NomsCookies {
  return {
    session: `pigp-${port}-session`,
    interaction: `pigp-${port}-interaction`,
    resume: `pigp-${port}-reprise`,
    langue: `pigp-${port}-langue`,
  };
}

/** Never persistent (sessions are transient), never read by scripts, never sent by other sites. */
export const COOKIE_OPTIONS = { httpOnly: true, sameSite: 'lax', signed: true } as const;
