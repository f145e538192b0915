// Somebody invented, and what is said about them on the way. The telephone is one that no
// subscriber can have (ARCEP keeps 04 65 71 for fiction).

export const PERSON = {
  family: 'Ravinel',
  first: 'Solange',
  name: 'Solange Ravinel',
  addressed: /(Madame|Mme) .*Ravinel/,
  year: '1949',
  commune: 'Bron',
  phone: '04 65 71 63 63',
  when: 'après 10 h',
  note: 'Elle aimait chanter, elle n’ose plus y aller seule.',
};

/** What was answered at first, and at the review. */
export const ANSWERS = {
  first: ['Souvent', 'Souvent', 'Parfois', 'La plupart du temps'],
  review: ['Parfois', 'Presque jamais', 'Presque jamais', 'Rarement'],
};

export const QUESTIONS = ['manquer de compagnie', 'laissé(e) de côté', 'isolé(e) des autres', 'Vous sentez-vous seul(e)'];

export const LIKES = 'Chanter, même faux';
export const GOAL = 'Rechanter avec d’autres, même faux.';

/** Everything that tells who the person is, as it may be written in an e-mail. */
export const TELLS = /ravinel|solange|65[\s. ]?71[\s. ]?63[\s. ]?63|465716363|chanter, même faux|n’ose plus/i;
