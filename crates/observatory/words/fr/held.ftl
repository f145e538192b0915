held-quarter = Chiffres d’un trimestre, figés
held-quarter-figures = des nombres de personnes, sans nom ni dossier
held-words = Textes de l’équipe dans un rapport
held-words-words = ce que l’équipe a écrit
