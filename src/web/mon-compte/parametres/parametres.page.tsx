// « Mes paramètres » (guide p.8): language, notifications, and what cannot be changed here.

import { adresses } from '../../../domain/adresses.ts';
import type { Compte } from '../../../domain/compte/compte.ts';
import { LANGUES } from '../../../platform/textes/index.ts';
import { Button, ButtonGroup, ButtonLink } from '../../components/button.tsx';
import { Checkbox } from '../../components/checkbox.tsx';
import { ReadOnlyList } from '../../components/read-only-list.tsx';
import { Select } from '../../components/select.tsx';
import { type Frame, Page } from '../../layout/page.tsx';
import { Avertissements } from '../avertissements.tsx';
import { filCompte, MenuCompte } from '../menu.tsx';
import { type EtatParametres, messageDErreur } from './form.ts';
import { etatEtDates } from './liste.tsx';
import { type ChoixDeRythmes, Rythmes } from './rythmes.tsx';

type Props = { frame: Frame; compte: Compte; etat: EtatParametres; choix: ChoixDeRythmes };

function Formulaire({ frame, etat, compte, choix }: Props) {
  const { t } = frame;
  const { enregistres } = etat;
  const entreTemps = t('pages.monCompte.enregistreMaintenant');
  const erreur = etat.erreurs.find(({ champ }) => champ === 'langue');
  return (
    <form id="formulaire" method="post" action={adresses.parametres} novalidate>
      <input type="hidden" name="version" value={etat.version ?? compte.versionParametres} />
      <Select
        id="langue"
        label={t('compte.champs.langue')}
        required
        value={etat.langue}
        options={LANGUES.map((value) => ({ value, label: t(`compte.langues.${value}`) }))}
        error={erreur && messageDErreur(erreur, t)}
        other={
          enregistres && enregistres.langue !== etat.langue
            ? { label: entreTemps, value: t(`compte.langues.${enregistres.langue}`) }
            : undefined
        }
      />
      <Checkbox
        id="recevoirNotifications"
        name="recevoirNotifications"
        value="oui"
        label={t('compte.champs.recevoirNotifications')}
        hint={t('compte.aides.recevoirNotifications')}
        checked={etat.recevoirNotifications}
      />
      {enregistres && enregistres.recevoirNotifications !== etat.recevoirNotifications && (
        <p class="pc-other">
          {entreTemps}{' '}
          <strong>{t(enregistres.recevoirNotifications ? 'compte.oui' : 'compte.non')}</strong>
        </p>
      )}
      <Rythmes frame={frame} etat={etat} choix={choix} />
      <ButtonGroup>
        <Button>{t('pages.monCompte.valider')}</Button>
        <ButtonLink href={adresses.monCompte} kind="secondary">
          {t('pages.monCompte.annuler')}
        </ButtonLink>
      </ButtonGroup>
    </form>
  );
}

export function parametresPage({ frame, compte, etat, choix }: Props) {
  const { t } = frame;
  return (
    <Page
      frame={frame}
      title={t('compte.blocs.parametres')}
      hasError={etat.erreurs.length > 0 || etat.enregistres !== null}
      breadcrumb={filCompte(t, 'parametres')}
      sideMenu={<MenuCompte frame={frame} courant="parametres" />}
    >
      <Avertissements
        frame={frame}
        errors={etat.erreurs.map((erreur) => ({
          champ: erreur.champ,
          message: messageDErreur(erreur, t),
        }))}
        conflit={etat.enregistres !== null}
        retrouvee={etat.retrouvee}
      />
      <ReadOnlyList items={etatEtDates(frame, compte)} />
      <Formulaire frame={frame} etat={etat} compte={compte} choix={choix} />
      <p>{t('pages.monCompte.desactivation')}</p>
    </Page>
  );
}
