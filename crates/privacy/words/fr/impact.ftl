impact-title = Analyse d’impact
impact-short = Contexte, principes, trois risques et ce qui reste (RGPD, article 35).
impact-lede = Selon la méthode de la CNIL. L’outil dit ce qu’il sait de lui-même et de ses réglages ; l’équipe ajoute ce qu’elle seule sait, juge les risques, et décide. Des personnes fragiles, et parfois leur santé : cette analyse est nécessaire.
impact-edit = Compléter l’analyse
impact-edit-lede = Écrivez à côté de ce que l’outil dit déjà. Rien n’est obligatoire ; chaque version est gardée.
impact-back = ‹ L’analyse d’impact
impact-saved = C’est enregistré. La version d’avant est gardée.
impact-unwritten = L’équipe n’y a encore rien écrit.
# $number (Number)
# $by (String) - an account
# $at (String) - a moment
impact-written = Version { NUMBER($number) } du texte de l’équipe, par { $by }, le { $at }.
impact-added = Ce que l’équipe ajoute

impact-context = Contexte
impact-context-hint = Le territoire, les partenaires, les sous-traitants, ce qui est particulier ici.
impact-necessity = Nécessité et proportion
impact-necessity-hint = Pourquoi cette base légale, pourquoi ces données, pourquoi ces durées.
impact-rights = Droits des personnes
impact-rights-hint = Comment la feuille est remise, qui répond, en combien de temps, pour qui ne lit pas ou n’entend pas.
impact-access = Risque : quelqu’un lit ce qui n’est pas pour lui
impact-change = Risque : quelque chose est changé à tort
impact-loss = Risque : des données disparaissent
impact-risk-hint = Ce que vous faites en plus, et le risque qui reste.
impact-opinions = Avis
impact-opinions-hint = Du délégué à la protection des données, et des personnes ou de leurs représentants.
impact-decision = Décision et plan d’action
impact-decision-hint = Qui décide, à quelle date, ce qui sera fait, par qui, avant quand, et la date de la prochaine relecture.

impact-what = Ce que c’est
impact-what-text =
    Un professionnel, un proche ou la personne elle-même demande qu’elle soit appelée ; un agent de liaison l’appelle, fait le point avec elle, convient d’un plan, et la met en lien avec des activités jusqu’à ce qu’elle y ait pris part.
    Aucune machine ne décide : les propositions disent leurs raisons, et la personne choisit avec l’agent de liaison.
impact-where = Où sont les données
impact-one-machine = Sur une seule machine : l’outil et sa base. Aucune autre n’est nommée dans les réglages.
impact-sparing = Ce qui est évité
impact-sparing-text =
    Ni numéro de sécurité sociale, ni identité nationale de santé ; une année de naissance, pas une date ; des motifs à cocher, et une consigne : pas d’information médicale dans les mots libres.
    Répondre à un questionnaire est un choix ; qui se repère seul ne laisse aucune trace.
    L’organisation reçoit au plus le nom abrégé, une tranche d’âge, un téléphone et des goûts, si la personne le veut.
    Ce qui est tenu pour le registre communal des personnes vulnérables n’est pas dans cet outil, et ne sert pas ici.
impact-rights-how = Comment ils s’exercent
# $kept (String)
impact-rights-text =
    Être informé : une feuille par équipe, en français courant, en français facile et en anglais, à lire ou à remettre.
    Lire et recevoir une copie : une page en mots, un PDF à lire (aussi en grands caractères), et un fichier complet, avec le journal de qui a regardé.
    Corriger : à tout moment, par qui suit la personne.
    Faire geler : le dossier sort de partout, jusqu’à la décision.
    Faire effacer : la coordination le fait ; sinon, { $kept } après le dernier contact.
    Reprendre un accord ou s’opposer : plus rien ne part à l’organisation ou à l’équipe concernée.
    La personne n’a pas besoin de compte : elle le dit, appelle ou écrit.
impact-sources = D’où il peut venir
impact-harm = Ce que cela ferait aux personnes
impact-access-sources =
    Un professionnel curieux ; un compte prêté ou volé ; un lien transféré ; une machine ou une sauvegarde volée ; un courriel lu par un autre.
impact-access-harm =
    La honte, les commérages, la rupture avec l’équipe de soins ; une personne isolée repérée par qui voudrait en abuser.
impact-change-sources =
    Une erreur de saisie ; deux personnes qui écrivent en même temps ; quelqu’un qui voudrait cacher ce qu’il a fait.
impact-change-harm =
    Un appel au mauvais numéro, une venue oubliée, une organisation sollicitée sans accord, une confiance perdue.
impact-loss-sources =
    Une panne, un disque perdu, un effacement par erreur, un rançongiciel.
impact-loss-harm =
    Une personne que plus personne ne rappelle ; tout à redire ; un suivi interrompu.
impact-gravity = Gravité
impact-likelihood = Vraisemblance
level-none = Pas encore jugée
level-negligible = Négligeable
level-limited = Limitée
level-significant = Importante
level-maximal = Maximale
level-unknown = Ce niveau ne fait pas partie de la liste.
impact-lacks = Ce que l’outil ne fait pas encore
