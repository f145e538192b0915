news-subject = Des nouvelles d’une de vos demandes
news-accepted = L’agent de liaison a accepté la demande et va appeler la personne.
news-first-contact = L’agent de liaison et la personne se sont parlé.
news-took-part = La personne a participé à une activité.
news-looks-elsewhere = Une organisation n’a pas pu accueillir la personne. L’agent de liaison cherche avec elle une autre activité.
news-closed = L’accompagnement est terminé.
news-declined = La demande n’a pas pu être suivie.
# $what (String) - what happened
# $link (String) - address
news-body =
    Bonjour,

    Des nouvelles d’une de vos demandes : { $what }

    Pour en savoir plus (après connexion) :
    { $link }

    Par discrétion, ce message ne nomme personne.

    L’équipe Maillage
