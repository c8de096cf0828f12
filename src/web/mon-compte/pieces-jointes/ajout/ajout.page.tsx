// « Ajouter une pièce jointe » (screens §8): the limits before the choice, then the three fields.
import { adresses } from '../../../../domain/adresses.ts';
import { EXTENSIONS } from '../../../../domain/piece-jointe/formats.ts';
import type { LimitesDesPieces } from '../../../../domain/piece-jointe/limites.ts';
import {
  DESIGNATION_MAX,
  NOM_MAX,
  type TypeDePiece,
  type Usage,
} from '../../../../domain/piece-jointe/piece-jointe.ts';
import { formatNombre, formatTaille } from '../../../../platform/textes/formats.ts';
import { avecMessage } from '../../../commun/messages.ts';
import { Button, ButtonGroup, ButtonLink } from '../../../components/button.tsx';
import { ErrorSummary } from '../../../components/error-summary.tsx';
import { Field } from '../../../components/field.tsx';
import { FileField } from '../../../components/file-field.tsx';
import { Select } from '../../../components/select.tsx';
import { type Frame, Page } from '../../../layout/page.tsx';
import { filCompte, MenuCompte } from '../../menu.tsx';
import { SansAnalyse } from '../sans-analyse.tsx';
import { type EtatAjout, erreurDeFichier } from './form.ts';

type Props = {
  frame: Frame;
  types: readonly TypeDePiece[];
  etat: EtatAjout;
  usage: Usage;
  limites: LimitesDesPieces;
  analyse: boolean;
};

const FORMATS = EXTENSIONS.map((extension) => extension.toUpperCase())
  .sort()
  .join(', ');
const ACCEPTES = EXTENSIONS.map((extension) => `.${extension}`);

function Limites({ frame: { t, langue }, usage, limites }: Props) {
  const reste = Math.max(limites.fichiersMax - usage.fichiers, 0);
  const octets = Math.max(limites.quotaOctets - usage.octets, 0);
  const nombre = (valeur: number) => formatNombre(langue, valeur);
  return (
    <section class="pc-flow" aria-labelledby="limites">
      <h2 id="limites">{t('piecesJointes.ajout.limites')}</h2>
      <ul>
        <li>
          {t('piecesJointes.ajout.limiteTaille', {
            taille: formatTaille(langue, limites.octetsMax),
          })}
        </li>
        <li>{t('piecesJointes.ajout.limiteNom', { nombre: nombre(NOM_MAX) })}</li>
        <li>
          {t('piecesJointes.ajout.limiteFormats', {
            nombre: nombre(EXTENSIONS.length),
            formats: FORMATS,
          })}
        </li>
        <li>
          {t('piecesJointes.ajout.limitePlace', {
            count: reste,
            nombre: nombre(reste),
            taille: formatTaille(langue, octets),
          })}
        </li>
      </ul>
    </section>
  );
}

/** What web/scripts/upload.ts says, and where it goes when all is sent; {nom} is its own hole. */
function textesDuScript({ frame: { t, langue }, limites }: Props) {
  const nom = '{nom}';
  return {
    'data-upload': limites.octetsMax,
    'data-too-big': erreurDeFichier('tropGros', limites, langue).message,
    'data-drop': t('piecesJointes.script.deposer'),
    'data-name-of': t('piecesJointes.script.designation', { nom }),
    'data-remove': t('piecesJointes.script.retirer'),
    'data-cancel': t('piecesJointes.script.annuler'),
    'data-progress': t('piecesJointes.script.progression', { nom }),
    'data-waiting': t('piecesJointes.script.attend'),
    'data-added': t('piecesJointes.script.ajoutee'),
    'data-cancelled': t('piecesJointes.script.annulee'),
    'data-failed': t('piecesJointes.script.echec'),
    'data-ended': t('piecesJointes.script.session'),
    'data-sent-one': t('piecesJointes.script.bilan', { count: 1, nombre: '{n}' }),
    'data-sent-other': t('piecesJointes.script.bilan', { count: 2, nombre: '{n}' }),
    'data-unsent-one': t('piecesJointes.script.reste', { count: 1, nombre: '{n}' }),
    'data-unsent-other': t('piecesJointes.script.reste', { count: 2, nombre: '{n}' }),
    'data-back': t('piecesJointes.script.revenir'),
    'data-next': avecMessage(adresses.piecesJointes, 'piecesAjoutees'),
    'data-next-twice': avecMessage(adresses.piecesJointes, 'piecesAjouteesDouble'),
  };
}

function Formulaire(props: Props) {
  const { frame, types, etat } = props;
  const { t, langue } = frame;
  const erreur = (champ: string) => etat.erreurs.find((e) => e.champ === champ)?.message;
  return (
    <form
      class="pc-flow"
      method="post"
      action={adresses.ajouterPieceJointe}
      enctype="multipart/form-data"
      {...textesDuScript(props)}
    >
      <p class="fr-hint-text">{t('piecesJointes.ajout.obligatoire')}</p>
      <input type="hidden" name="cle" value={etat.cle} />
      <FileField
        id="fichier"
        label={t('piecesJointes.ajout.fichier')}
        required
        accept={ACCEPTES}
        error={erreur('fichier')}
      />
      <Field
        id="designation"
        label={t('piecesJointes.ajout.designation')}
        required
        hint={t('piecesJointes.ajout.designationAide', {
          nombre: formatNombre(langue, DESIGNATION_MAX),
        })}
        value={etat.designation}
        autocomplete="off"
        error={erreur('designation')}
      />
      <Select
        id="type"
        label={t('piecesJointes.ajout.type')}
        required
        value={etat.type}
        options={types.map(({ code, libelle }) => ({ value: code, label: libelle }))}
        error={erreur('type')}
      />
      <ButtonGroup>
        <Button>{t('piecesJointes.ajout.valider')}</Button>
        <ButtonLink kind="secondary" href={adresses.piecesJointes}>
          {t('piecesJointes.ajout.annuler')}
        </ButtonLink>
      </ButtonGroup>
    </form>
  );
}

export function ajoutPage(props: Props) {
  const { frame, etat, analyse } = props;
  const { t } = frame;
  const titre = t('piecesJointes.ajouter');
  return (
    <Page
      frame={frame}
      title={titre}
      hasError={etat.erreurs.length > 0}
      breadcrumb={[
        ...filCompte(t).slice(0, 1),
        { label: t('compte.blocs.piecesJointes'), href: adresses.piecesJointes },
        { label: titre },
      ]}
      sideMenu={<MenuCompte frame={frame} courant="piecesJointes" />}
    >
      <ErrorSummary t={t} errors={etat.erreurs} />
      {!analyse && <SansAnalyse frame={frame} />}
      <Limites {...props} />
      <Formulaire {...props} />
    </Page>
  );
}
