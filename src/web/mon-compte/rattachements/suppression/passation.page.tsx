// The hand-over of a gestionnaire principal (guide p.12): who takes the role.
import { adressePassation, adresses } from '../../../../domain/adresses.ts';
import type { Candidat } from '../../../../domain/rattachement/queries-suppression.ts';
import { formatNombre } from '../../../../platform/textes/formats.ts';
import type { MessageAffiche } from '../../../commun/messages.ts';
import { Alert } from '../../../components/alert.tsx';
import { Button, ButtonGroup, ButtonLink } from '../../../components/button.tsx';
import { EmptyState } from '../../../components/empty-state.tsx';
import { ErrorSummary } from '../../../components/error-summary.tsx';
import { RadioGroup } from '../../../components/radio.tsx';
import { SearchBar } from '../../../components/search-bar.tsx';
import { type Frame, Page } from '../../../layout/page.tsx';
import { filCompte, MenuCompte } from '../../menu.tsx';

export type Passation = {
  rattachementId: number;
  designation: string;
  candidats: Candidat[];
  /** Of those that the search finds. */
  total: number;
  recherche: string;
  /** The other hand-overs that come after this one. */
  suite: number[];
  choisi: string;
  erreur: 'successeur' | 'successeurRefuse' | null;
};

type Props = { frame: Frame; passation: Passation };

function Choix({ frame, passation }: Props) {
  const { t, langue } = frame;
  const { rattachementId, candidats, total, choisi, erreur, suite } = passation;
  return (
    <form class="pc-flow" method="post" action={adressePassation(rattachementId)}>
      {suite.map((id) => (
        <input key={id} type="hidden" name="suite" value={id} />
      ))}
      <RadioGroup
        id="successeur"
        label={t('demandes.passation.legende')}
        required
        value={choisi}
        error={erreur ? t(`demandes.refus.${erreur}`) : undefined}
        options={candidats.map(({ compteId, prenom, nom, identifiantConnexion, role }) => ({
          value: String(compteId),
          label: `${prenom} ${nom}`,
          hint: `${identifiantConnexion} – ${t(`compte.roles.${role}`)}`,
        }))}
      />
      {total > candidats.length && (
        <p>
          {t('demandes.passation.plus', {
            nombre: candidats.length,
            total: formatNombre(langue, total),
          })}
        </p>
      )}
      <ButtonGroup>
        <Button>{t('demandes.passation.designer')}</Button>
        <ButtonLink kind="secondary" href={adresses.rattachements}>
          {t('demandes.passation.annuler')}
        </ButtonLink>
      </ButtonGroup>
    </form>
  );
}

function Personne({ frame: { t }, passation }: Props) {
  const filtre = passation.recherche !== '';
  return (
    <>
      <EmptyState title={t(filtre ? 'demandes.passation.aucunFiltre' : 'demandes.passation.aucun')}>
        {!filtre && <p>{t('demandes.passation.aucunTexte')}</p>}
      </EmptyState>
      <ButtonGroup>
        <ButtonLink kind="secondary" href={adresses.rattachements}>
          {t('demandes.passation.annuler')}
        </ButtonLink>
      </ButtonGroup>
    </>
  );
}

export function passationPage({
  frame,
  passation,
  message: fait,
}: Props & { message: MessageAffiche | null }) {
  const { t } = frame;
  const { rattachementId, designation, candidats, total, recherche, erreur, suite } = passation;
  const message = erreur && t(`demandes.refus.${erreur}`);
  return (
    <Page
      frame={frame}
      title={t('demandes.passation.titre')}
      documentTitle={t('demandes.passation.titreDocument', { designation })}
      hasError={erreur !== null}
      breadcrumb={[
        ...filCompte(t).slice(0, 1),
        { label: t('compte.blocs.rattachements'), href: adresses.rattachements },
        { label: t('demandes.passation.titre') },
      ]}
      sideMenu={<MenuCompte frame={frame} courant="rattachements" />}
    >
      {fait && <Alert t={t} {...fait} />}
      <ErrorSummary t={t} errors={message ? [{ champ: 'successeur', message }] : []} />
      <p>{t('demandes.passation.texte', { designation })}</p>
      {(recherche !== '' || total > candidats.length) && (
        <SearchBar
          id="recherche"
          action={adressePassation(rattachementId)}
          label={t('demandes.passation.chercher')}
          hint={t('demandes.passation.chercherAide')}
          button={t('demandes.passation.bouton')}
          value={recherche}
          keep={suite.length > 0 ? { suite: suite.join(',') } : {}}
        />
      )}
      {candidats.length > 0 ? (
        <Choix frame={frame} passation={passation} />
      ) : (
        <Personne frame={frame} passation={passation} />
      )}
    </Page>
  );
}
