held-frozen = Chiffres d’un trimestre ou d’une année, figés
held-frozen-figures = des nombres de personnes, sans nom ni dossier
held-words = Textes de l’équipe dans un rapport
held-words-words = ce que l’équipe a écrit
held-words-accounts = les montants que l’équipe a écrits
