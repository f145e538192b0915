news-subject = News of one of your requests
news-accepted = The link worker accepted the request and will call the person.
news-first-contact = The link worker and the person have spoken.
news-took-part = The person took part in an activity.
news-looks-elsewhere = An organisation could not welcome the person. The link worker is looking for another activity with them.
news-closed = The course of support has ended.
news-declined = The request could not be followed.
news-body =
    Hello,

    News of one of your requests: { $what }

    To know more (after signing in):
    { $link }

    Out of discretion, this message names nobody.

    The Maillage team
