fhir-title = Échanger avec un autre logiciel
fhir-lede = Les réponses passent d’un logiciel de santé à l’autre sous la norme FHIR R4, avec un identifiant et sans nom.
fhir-out = Emporter
fhir-out-text = Toutes les mesures de cette personne, dans un fichier. Le journal garde qu’il a été fait.
fhir-take = Prendre le fichier (FHIR, JSON)
fhir-in = Apporter
fhir-in-text = Les réponses à un questionnaire que votre équipe pose, notées ailleurs : elles deviennent une mesure comme les autres, au jour que le fichier dit.
fhir-file = Fichier de réponses (QuestionnaireResponse, JSON)
fhir-keep = Garder ces réponses
fhir-no-file = Choisissez un fichier.
fhir-no-text = Ce fichier ne se lit pas comme des réponses FHIR (JSON).
fhir-no-day = Ce fichier ne dit pas quel jour les questions ont été posées (« authored »).
fhir-not-used = Ce fichier répond à un questionnaire que votre équipe ne pose pas.
# $kind (String) - of resource
fhir-other-kind = Ce fichier contient « { $kind } », et non des réponses (« QuestionnaireResponse »).
# $version (String) - of a questionnaire
fhir-other-version = Ce fichier répond à la version { $version } du questionnaire : deux versions ne se comparent pas.
# $status (String) - as the file says
fhir-not-meant = Ce fichier est marqué « { $status } » : ses réponses ne comptent pas.
# $item (String) - a code
fhir-answer = La réponse à « { $item } » n’est pas une de celles que le questionnaire propose.
