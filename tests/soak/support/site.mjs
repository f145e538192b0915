// The one site of a run, invented.

import { maillage } from '../../browser/support/server.mjs';

const SITE = [
  ...['--name', 'Maison de santé des Sorbiers', '--address', '2 rue des Sorbiers, 69500 Bron'],
  ...['--phone', '04 65 71 00 09', '--commune', 'Bron', '--consent', 'information'],
];

export const addSite = (settings) => maillage(['site', 'add', ...SITE, ...settings]);
