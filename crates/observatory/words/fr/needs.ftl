needs-title = Besoins sans réponse
needs-reach = Jusqu’où l’on irait
# $minutes (Number)
needs-on-foot = { NUMBER($minutes) } minutes à pied
# $minutes (Number)
needs-by-car = { NUMBER($minutes) } minutes en voiture
# $reach (String) - minutes by a means
needs-text = Ce que des personnes ont dit leur manquer ou aimer, en faisant le point, et que rien n’offre à { $reach } de chez elles.
needs-asked = Personnes avec qui le point a été fait
needs-none = Rien à montrer
needs-none-text = Chaque besoin exprimé trouve au moins une réponse à cette distance, d’après l’annuaire.
needs-few = D’autres besoins, exprimés par moins de onze personnes chacun, ne sont pas montrés.
needs-by-commune = Personnes à qui il manque une réponse, par commune
needs-by-wish = Besoins et envies sans réponse
needs-wish = Besoin ou envie
needs-priority = Dont en quartier prioritaire
needs-how-said = Comptées : les personnes dont la demande a été envoyée dans les douze derniers mois, pour les besoins et les envies cochés dans « Faire le point ». Chaque personne compte une fois par ligne.
needs-how-answer = Une réponse : au moins une fiche de l’annuaire d’aujourd’hui pour ce thème ou cet intérêt, dans un lieu ou à domicile ; ce qui se fait à distance ne compte pas. Pour des liens, tout ce qui rassemble, écoute ou rejoint. Une fiche ne dit pas qu’il y a de la place.
needs-how-minutes = Les minutes sont une estimation à vol d’oiseau, depuis le centre de la commune : 4 km/h à pied, 40 km/h en voiture, et un détour d’un tiers.
needs-how-small = Sous onze personnes, un nombre n’est pas montré, ni celui des personnes en quartier prioritaire quand les autres seraient moins de onze.
needs-map = Carte des communes, plus foncées là où plus de personnes n’ont pas de réponse ; le tableau dit les mêmes nombres.
needs-map-caption = Plus une commune est foncée, plus de personnes n’y trouvent pas de réponse. Une commune sans nombre en compte moins de onze, ou aucune.
