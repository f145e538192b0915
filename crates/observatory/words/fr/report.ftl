report-menu = Rapports
report-foot = Résultats publiés
report-lede = Un rapport par trimestre et un par an, toujours dans le même ordre. Les chiffres sont comptés une fois, quand chaque personne a été suivie trois mois au moins, puis ne bougent plus.
report-to-figures = Les chiffres de mon équipe, à tout moment
report-to-public = Ce que tout le monde peut lire
report-none = Aucun rapport pour l’instant.
report-all = Toutes les équipes
# $number (Number)
# $year (String) - a year
report-quarter = { $number ->
    [1] 1er trimestre { $year }
   *[other] { NUMBER($number) }e trimestre { $year }
}
# $number (Number)
report-quarter-short = { $number ->
    [1] 1er trim.
   *[other] { NUMBER($number) }e trim.
}
# $year (String)
report-year = Année { $year }
# $quarter (String) - a quarter
report-title = Rapport du { $quarter }
# $year (String)
report-title-year = Rapport annuel { $year }
report-year-whole = Année
report-year-beside = L’année, trimestre par trimestre
report-year-beside-text = L’année est la somme de ses trimestres, chacun compté sur ses propres demandes. Un tiret : aucune demande ce trimestre-là, ou rien à additionner, comme les délais médians.
report-year-hidden = Un nombre qu’un trimestre ne peut pas montrer manque aussi dans l’année.
# $what (String) - what one waits for
report-year-median = { $what } : délai médian
report-year-waits = Une année n’a pas de délai médian à elle : ceux de ses trimestres se lisent dans le premier tableau.
# $from (String) - a day
# $to (String) - a day
report-cohort-year = Les demandes envoyées du { $from } au { $to }, et ce que celles de chaque trimestre sont devenues jusqu’à la fin du trimestre suivant.
report-costs-text = Pour les accompagnements terminés dans l’année, d’après le temps noté et le coût de l’heure écrit par l’équipe. Avant et après, sans groupe semblable, ne prouvent aucune économie.
report-stands-frozen = figé, lu par l’équipe
# $day (String) - day
report-stands-released = public depuis le { $day }
# $day (String) - day
report-stands-provisional = provisoire jusqu’au { $day }
report-back = Tous les rapports
report-back-public = Résultats publiés
report-saved = C’est enregistré.
# $day (String) - day
report-provisional = Ce rapport est provisoire : ses chiffres seront comptés une dernière fois le { $day }, puis figés. D’ici là, il reste dans l’équipe.
report-exact = Vous lisez les chiffres exacts, pour l’équipe seulement.
report-see-public = Voir ce que les autres verront
report-public-version = Sous onze personnes, un nombre n’est pas montré, ni ceux qui permettraient de le retrouver.
report-see-exact = Revenir aux chiffres exacts
# $day (String) - day
report-words-of = Textes de l’équipe, du { $day }.
# $from (String) - day
# $to (String) - day
# $seen (String) - day
report-cohort = Les demandes envoyées du { $from } au { $to }, et ce qu’elles sont devenues jusqu’au { $seen }.
# $day (String) - day
# $fingerprint (String) - letters
# $program (String) - a version
report-stamp = Chiffres comptés le { $day } et figés, empreinte { $fingerprint }, par Maillage { $program }.
report-write = Ajouter les mots de l’équipe
report-write-lede = Les chiffres restent ce qu’ils sont. Ces textes disent ce qu’on en comprend sur place. Chaque version est gardée. N’y nommez personne.
report-back-to-it = Revenir au rapport
report-save = Enregistrer
# $max (Number)
report-too-long = C’est trop long : { NUMBER($max) } signes au plus.
report-place-moral = Rapport moral
report-place-summary = L’essentiel
report-place-context = Ce qui explique les chiffres
report-place-finances = Rapport financier
report-place-next = La suite
report-hint-moral = Ce que la présidence ou la direction retient de l’année, et où elle veut aller.
report-hint-finances = Ce qui explique les comptes. Les montants s’écrivent plus bas.
report-hint-summary = Ce qu’il faut retenir du trimestre, en quelques phrases.
report-hint-context = Un départ, une fermeture, un nouveau partenaire, l’hiver…
report-hint-next = Ce que l’équipe va essayer.
report-csv = Tableau (CSV)
report-release = Rendre ce rapport public
report-release-text = Tout le monde pourra le lire, dans la version où aucun nombre ne désigne quelqu’un, avec les mots de l’équipe. On ne revient pas en arrière : ce qui a été lu ne se reprend pas. Les textes peuvent encore être corrigés.
report-release-button = Rendre public
report-public-page = Sa page publique
report-public-title = Résultats publiés
report-public-lede = Ce que des équipes de prescription sociale obtiennent, trimestre après trimestre et année après année, avec leurs limites. Aucun nombre de moins de onze personnes n’y figure.
report-public-none = Aucun rapport n’est encore public.
report-csv-span = Période
report-csv-seen = Suivi jusqu’au
report-csv-version = Version des données
report-no-groups = Les groupes sont trop petits pour être montrés sans désigner quelqu’un.
report-no-amount = Écrivez un montant en euros, dix millions au plus, par exemple 12 500 ou 12 500,50.
account-income = Produits
account-expenses = Charges
account-heading = Poste
account-amount = Montant
account-total = Total
account-result = Résultat de l’année
account-sales = 70 – Ventes et prestations
account-grants = 74 – Subventions
account-gifts = 754 – Dons et mécénat
account-membership-fees = 756 – Cotisations
account-other-income = 75 – Autres produits
account-purchases = 60 – Achats
account-services = 61 et 62 – Services extérieurs
account-taxes = 63 – Impôts et taxes
account-staff = 64 – Personnel
account-other-expenses = 65 et suivants – Autres charges
