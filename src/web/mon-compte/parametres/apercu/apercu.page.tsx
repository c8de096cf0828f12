// The next digest inside our own page: when it would leave, where to, and every word of it.
import { adresses } from '../../../../domain/adresses.ts';
import type { Compte } from '../../../../domain/compte/compte.ts';
import type { MailContent } from '../../../../platform/mail/layout.tsx';
import { formatJour } from '../../../../platform/textes/formats.ts';
import { ButtonGroup, ButtonLink } from '../../../components/button.tsx';
import { EmptyState } from '../../../components/empty-state.tsx';
import { type Frame, Page } from '../../../layout/page.tsx';
import { filCompte, MenuCompte } from '../../menu.tsx';

type Props = {
  frame: Frame;
  compte: Compte;
  /** The civil day of the next digest. */
  jour: string;
  courriel: MailContent | undefined;
};

export function apercuPage(props: Props) {
  const { frame, courriel } = props;
  const { t } = frame;
  const [accueil, compte, parametres] = filCompte(t, 'parametres');
  const titre = t('notifications.apercu.titre');
  const fil = [accueil, compte, { ...parametres, href: adresses.parametres }, { label: titre }];
  return (
    <Page
      frame={frame}
      title={titre}
      breadcrumb={fil.flatMap((un) => (un?.label ? [{ ...un, label: un.label }] : []))}
      sideMenu={<MenuCompte frame={frame} courant="parametres" />}
    >
      {courriel ? <Courriel {...props} courriel={courriel} /> : <Rien {...props} />}
      <ButtonGroup>
        <ButtonLink kind="secondary" href={adresses.parametres}>
          {t('notifications.apercu.retour')}
        </ButtonLink>
      </ButtonGroup>
    </Page>
  );
}

function Rien({ frame: { t, langue }, compte, jour }: Props) {
  if (!compte.recevoirNotifications)
    return <EmptyState title={t('notifications.apercu.eteint')}>{null}</EmptyState>;
  if (compte.adresseElectronique === null)
    return <EmptyState title={t('notifications.apercu.sansAdresse')}>{null}</EmptyState>;
  return (
    <EmptyState title={t('notifications.apercu.vide')}>
      <p>{t('notifications.apercu.videTexte', { jour: formatJour(langue, jour) })}</p>
    </EmptyState>
  );
}

// In the language of the mail, which is the account's.
function Courriel({ frame, compte, jour, courriel }: Props & { courriel: MailContent }) {
  const { t, langue } = frame;
  const { title, greeting, paragraphs, sections = [], link, after, footer } = courriel;
  const adresse = compte.adresseElectronique ?? '';
  return (
    <>
      <p>{t('notifications.apercu.part', { jour: formatJour(langue, jour), adresse })}</p>
      <section class="pc-block" aria-labelledby="courriel-objet">
        <div class="pc-block__header">
          <h2 id="courriel-objet">{t('notifications.apercu.objet', { objet: title })}</h2>
        </div>
        <div class="pc-block__body pc-flow" lang={courriel.langue}>
          {[greeting, ...paragraphs].map((texte) => (
            <p key={texte}>{texte}</p>
          ))}
          {sections.map((section) => (
            <Section key={section.title} {...section} />
          ))}
          <p>
            <a href={link.href}>{link.label}</a>
          </p>
          <p>{after}</p>
          {footer.map((texte) => (
            <p key={texte} class="fr-hint-text">
              {texte}
            </p>
          ))}
          <ul>
            {courriel.footerLinks?.map(({ label, href }) => (
              <li key={href}>
                <a href={href}>{label}</a>
              </li>
            ))}
          </ul>
        </div>
      </section>
    </>
  );
}

function Section({ title, lines }: NonNullable<MailContent['sections']>[number]) {
  return (
    <>
      <h3>{title}</h3>
      <ul>
        {lines.map(({ label, href }, n) => (
          <li key={`${n} ${href}`}>
            <a href={href}>{label}</a>
          </li>
        ))}
      </ul>
    </>
  );
}
