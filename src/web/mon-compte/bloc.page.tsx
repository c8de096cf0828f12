// A block of « Mon compte » at its own address: title, side menu, content (screens §5).
import type { ComponentChildren } from 'preact';
import { type Frame, Page } from '../layout/page.tsx';
import { type Bloc, filCompte, MenuCompte } from './menu.tsx';

type Props = { frame: Frame; bloc: Bloc; children: ComponentChildren };

export function BlocPage({ frame, bloc, children }: Props) {
  const { t } = frame;
  return (
    <Page
      frame={frame}
      title={t(`compte.blocs.${bloc}`)}
      breadcrumb={filCompte(t, bloc)}
      sideMenu={<MenuCompte frame={frame} courant={bloc} />}
    >
      {children}
    </Page>
  );
}
