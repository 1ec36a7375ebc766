### Les mêmes mots avec « tu » : seulement ce qui change par rapport à fr.ftl.

## La carte d’aide

help-card-danger = En danger ? Appelle le { $number }.
help-card-danger-two = En danger ? Appelle le { $number } ou le { $other }.
help-card-line = Des idées noires ? Appelle le { $number } ({ $name }), { $hours }. { $note }
help-card-people =
    Ton coach ou une personne proche peut aussi t’écouter.

    Personne ne lit ici en direct.
help-card-people-no-coach =
    Une personne proche peut aussi t’écouter.

    Personne ne lit ici en direct.
desk-commands =
    Pour ton travail ici, tu peux écrire :

    { $lines }

## Des mots qui peuvent inquiéter

care-direct =
    Je suis un programme, et j’ai peut-être mal compris.

    { $card }

    { $told ->
        [1] Je ne préviens personne d’autre.
       *[other] Je ne préviens personne.
    } Es-tu en danger maintenant ?
care-danger =
    { $numbers }

    Va près de quelqu’un, ou demande à quelqu’un de venir.

    Je suis un programme : je ne peux pas appeler pour toi. { $told ->
        [1] Personne d’autre n’est prévenu.
       *[other] Personne n’est prévenu.
    }
care-call = Appelle maintenant le { $number }.
care-call-two = Appelle maintenant le { $number } ou le { $other }.

## Mon plan pour les moments difficiles

myplan-empty =
    Mon plan pour les moments difficiles

    Sept questions, dix minutes. Tu peux en passer.

    Le mieux : le remplir dans un moment calme, avec ton coach ou une personne de confiance.

    C’est pour toi : personne d’autre ne le voit dans Relais.
myplan-empty-no-coach =
    Mon plan pour les moments difficiles

    Sept questions, dix minutes. Tu peux en passer.

    Le mieux : le remplir dans un moment calme, avec une personne de confiance.

    C’est pour toi : personne d’autre ne le voit dans Relais.
myplan-picture =
    Voici ton plan en image.

    Garde cette image dans ton téléphone : elle s’ouvre sans réseau.

## Le mode discret

discreet-message = Un message t’attend.
discreet-off =
    Mode discret : non

    Avec lui, mes messages montrent une seule ligne neutre. Tu touches un bouton pour lire la suite.

    C’est utile quand d’autres personnes voient ton téléphone.
discreet-on =
    Mode discret : oui

    Mes messages montrent une seule ligne neutre. Tu touches un bouton pour lire la suite.
discreet-begun =
    C’est noté : mode discret.

    Tu verras « Un message t’attend », et un bouton. Tes réponses restent visibles dans la conversation.

## Le menu

menu =
    Bonjour { $name }. Que veux-tu faire ?

    Je suis un programme. Personne ne lit ici en direct.

## La langue et le lieu

zone-question =
    Où es-tu ?

    { $city } : il est { $time }. Est-ce aussi ton heure ?
zone-others =
    Choisis un endroit.

    Ou écris une grande ville, par exemple : Athènes.
zone-unknown =
    Je ne trouve pas cette ville.

    Écris une autre grande ville, par exemple : Bruxelles.
zone-confirm = { $city } : il est { $time }. Est-ce bien ton heure ?

## Une personne arrive

enrol-welcome =
    Bonjour { $name }. C’est { $coach } qui t’invite.

    Je suis un programme. Je t’écris aux heures que tu choisis : un réveil, des rappels.

    Quelques questions d’abord, en deux minutes. Tu peux arrêter à tout moment.
enrol-limits =
    Je ne suis pas une personne, ni un service d’urgence.

    Je ne remplace pas ton réveil. Un téléphone peut être coupé.

    { $card }
consent-channel =
    Nos messages passent par Telegram. Ils ne sont pas chiffrés de bout en bout : Telegram pourrait les lire.

    Écris ici le moins possible de choses personnelles.

    Dire non ne change rien à ton accompagnement. Tu peux arrêter avec /quitter.

    Es-tu d’accord ?
enrol-share =
    Que peut voir { $coach } ?

    L’essentiel :
    • Exercices faits ou non : aussi pour l’équipe de l’atelier
    • Réveil
    • Comment tu vas, au travail aussi

    Jamais tes phrases.

    Le minimum :
    • Les messages que j’envoie : s’ils arrivent, l’heure du suivant
    • Tes pauses
    • Exercices faits ou non : pour l’équipe seulement

    Tu peux changer à tout moment.
enrol-share-in-group =
    Que peut voir l’équipe de l’atelier ?

    Les exercices faits, et si tu reçois mes messages. Jamais tes phrases.

    L’essentiel : un coach, plus tard, le voit aussi, avec réveil, humeur et travail.

    Le minimum : un coach verrait seulement si mes messages arrivent, et tes pauses.

    Tu peux changer à tout moment.
enrol-choose =
    Rien n’est montré au départ. Touche une ligne pour la changer.

    Exercices, réveil, humeur, travail : pour ton coach.
    Atelier : tes exercices faits ou non, pour l’équipe de l’atelier.
enrol-choose-no-coach =
    Rien n’est montré au départ. Touche une ligne pour la changer.

    Exercices, réveil, humeur, travail : pour un coach, plus tard.
    Atelier : tes exercices faits ou non, pour l’équipe de l’atelier.
enrol-refused =
    C’est noté. Je n’ai rien gardé.

    Ton accompagnement continue comme avant. Le même lien marche encore si tu changes d’avis.

## Une ou un coach arrive

staff-welcome =
    Bonjour { $name }. Je suis Relais, un programme.

    Quelle langue préfères-tu ?
    You can also choose English.
hours-question =
    Quand peut-on te joindre ? Je t’écris à ces heures, du lundi au vendredi. En dehors, seulement si tu m’écris.

    Touche un choix, ou écris tes heures, par exemple : 8h30-16h30.
hours-again = Je n’ai pas compris ces heures. Écris par exemple : 9h-17h.
coach-ready =
    Tout est prêt. Tu peux inviter une personne.

    Tu verras seulement ce qu’elle choisit de montrer.
supervisor-ready = C’est noté. Tu liras ici des nombres, et aucun nom.

## Inviter

invite-question =
    Qui veux-tu inviter ?

    Écris un prénom ou un surnom, sans nom de famille.
invite-name-again = Écris seulement un prénom ou un surnom, par exemple : Sami.
invite-ready =
    Invitation pour { $name }.
    Montre ce code, ou envoie ce lien. Il marche une seule fois, pendant trois jours.
invite-confirmed =
    C’est noté. { $name } est dans ta liste.

    Tu peux proposer un réveil, ou un autre rappel.
invite-denied =
    C’est noté. Tu ne verras rien de cette personne.

    Tu peux faire une nouvelle invitation.
invite-not-confirmed =
    Ton coach n’a pas reconnu cette invitation.

    Rien ne lui est montré. Tu peux en parler de vive voix.

## Les personnes accompagnées

people-none = Il n’y a encore personne dans ta liste. Tu peux inviter quelqu’un.
people-part =
    { $lines }

    { $first } à { $last } sur { $count }. Pour trouver quelqu’un, écris son nom.
people-not-found =
    Je ne trouve pas ce nom dans ta liste.

    Tu peux en écrire un autre.
line-proposal-waits = Ta proposition attend une réponse
person-notes =
    { $count ->
        [0] Tu n’as pas encore de note sur { $name }.
       *[other] Tes notes sur { $name }.
    }

    Personne d’autre ne les lit dans Relais. Elles s’effacent quand tu n’accompagnes plus cette personne.

    { $name } peut savoir qu’il y en a, et demander à les lire.
person-note-write =
    Écris ta note sur { $name }, en quelques mots.

    Des faits : { $name } peut les lire un jour. Ton message reste aussi dans cette conversation Telegram.
person-note-kept =
    C’est gardé, pour toi. Sur { $name } :

    « { $text } »
person-notes-full = Il y a déjà { $count } notes sur { $name }. Tu peux en effacer une pour en écrire une autre.
toast-note-erased = La note est effacée ici. Ton message Telegram reste.

## Un mot de l’équipe

write-several =
    À qui écrire ? Touche les noms, puis « Continuer ».

    Chaque personne le reçoit à part, sans savoir qui d’autre.

    Personnes choisies : { $count }
write-ask =
    Un mot pour { $to }

    Écris-le ici. Tu le relis avant l’envoi.
word-again = Je ne lis aucun mot dans ce message. Écris quelques mots, ou touche « Retour ».
word-long = Ce mot est long. La limite est de { $most } signes. Écris-le plus court.
write-sent =
    { $lines }

    Une réponse t’arrive ici, à tes heures.
write-nobody = Dans ce choix, il n’y a plus personne de ta liste. Rien n’est parti.
word-answered =
    { $name } te répond.

    « { $text } »

    Ton mot : « { $word } »
word-thanked =
    { $name } te dit merci pour ton mot.

    « { $word } »

## Un mot de l’équipe, pour la personne

staff-word =
    { $staff } t’écrit.

    { $text }

    Tu peux répondre, dire merci, ou ne rien faire.
staff-word-group =
    { $staff } écrit au groupe « { $group } ».

    { $text }

    Tu peux répondre, dire merci, ou ne rien faire.
staff-word-answer =
    { $staff } t’a écrit :

    { $text }

    Écris ta réponse ici. Elle part dès l’envoi, pour { $staff } seulement.
staff-word-thanked =
    { $staff } t’a écrit :

    { $text }

    Ton merci est parti.
word-passed-on =
    C’est envoyé. { $staff } reçoit ta réponse maintenant.

    C’est urgent ? Le bouton « Aide » donne des numéros.
word-read-later =
    C’est noté. { $staff } peut lire ta réponse { $day } à partir de { $time }, pas avant.

    C’est urgent ? Le bouton « Aide » donne des numéros.
word-read-after =
    C’est noté. Pendant son absence, { $staff } ne lit pas les réponses.

    La tienne peut être lue { $day } à partir de { $time }. C’est urgent ? Le bouton « Aide » donne des numéros.
word-not-passed-on =
    { $staff } ne reçoit pas mes messages en ce moment. Ta réponse n’est pas partie.

    Tu peux demander un contact. Le bouton « Aide » donne des numéros.
word-over = Ce mot vient de quelqu’un qui ne t’accompagne plus ici. Rien n’est parti.

## Passer le relais, arrêter

support-options =
    { $name } : la suite de l’accompagnement

    Quelqu’un d’autre de l’équipe peut prendre ta place.

    Tu peux aussi arrêter. { $name } continue alors avec Relais sans coach, ou part : c’est son choix.
handover-whom = Qui accompagne { $name } à ta place ? Touche un nom.
handover-confirm =
    Demander à { $other } d’accompagner { $name } ?

    Si { $other } dit oui, tu ne vois plus rien de cette personne, tout de suite.

    { $other } voit seulement ce que la personne décide ensuite de montrer.
handover-offer =
    { $coach } te propose d’accompagner { $name }, à sa place.

    Tu verras seulement ce que la personne décide de montrer.
handover-taken =
    C’est noté. { $name } est dans ta liste.

    { $name } l’apprend, et décide de ce que tu vois. D’ici là, tu ne vois aucune réponse.
handover-done =
    { $other } accompagne maintenant { $name }.

    Tu ne vois plus rien de cette personne ici.
handed-over =
    { $other } t’accompagne maintenant. Avant, c’était { $coach }.

    { $coach } ne voit plus rien de toi. { $other } voit si mes messages arrivent, quand vient le suivant, et tes pauses.

    { $lines }

    Pour tout le reste, tu décides de ce que tu montres.
handed-same =
    C’est noté. { $coach } voit ce que tu montrais avant.

    { $lines }

    Tu peux changer à tout moment.
line-handed-note-again = Le mot « pas de réponse ce matin » est à part : tu peux le choisir pour { $coach } aussi.
support-end =
    Arrêter d’accompagner { $name } ici ?

    Tu ne vois plus rien, tout de suite.

    { $name } l’apprend et choisit : continuer avec Relais sans coach, ou partir. Rien n’est effacé sans sa demande.
support-ended =
    C’est fait. Tu n’accompagnes plus { $name } ici. Tu ne vois plus rien.

    { $name } l’apprend, et choisit de garder Relais ou de partir. Tu n’en sauras rien ici.
support-over =
    { $coach } ne t’accompagne plus ici, et ne voit plus rien de toi.

    { $lines }

    Pour toi, mes messages ne changent pas. Tes réponses restent à toi.

    Tu peux garder Relais pour toi, ou partir : tout est alors effacé.
support-kept =
    C’est noté. Relais continue pour toi.

    { $lines }
line-still-supports = { $coach } t’accompagne toujours.
line-nobody-supports =
    Aucun coach ne t’accompagne ici pour le moment.

    Le bouton « Aide » donne des numéros.

## Choisir un réveil

draft-own =
    Ton réveil, à vérifier

    { $rule }

    Rien n’est mis en place avant « C’est bon ». Une heure s’écrit aussi, par exemple : 6h45.
draft-which-time =
    À quelle heure ?

    Touche une heure, ou écris-la, par exemple : 6h45.
draft-which-days =
    Quels jours ? Touche un jour pour l’ajouter ou l’enlever.

    Choix : { $days }
draft-which-start =
    À partir de quel jour ?

    Touche un jour, ou écris une date, par exemple : 15/01.
time-again = Je n’ai pas compris cette heure. Écris par exemple : 7h15.
date-over = Ce jour est déjà passé. Écris une date à venir, par exemple : 15/01.
date-again = Je n’ai pas compris cette date. Écris par exemple : 15/01.

## Proposer un réveil

proposal =
    { $coach } te propose un réveil.

    { $rule }

    C’est toi qui choisis.
proposal-sent = C’est envoyé à { $name }. La réponse arrive ici, à tes heures.
proposal-which-time =
    Quelle heure te va mieux ?

    Touche une heure, ou écris-la, par exemple : 7h15.
proposal-declined =
    { $name } préfère ne pas avoir de réveil à { $time }.

    Tu peux en parler avec { $name }.
proposal-no = C’est noté : pas de réveil. Ton coach aura ta réponse.

## Proposer un rappel

remind-several =
    Pour qui ? Touche un prénom pour l’ajouter ou l’enlever.

    Personnes choisies : { $count }
remind-what =
    Que rappeler à { $name } ?

    Écris-le avec tes mots. Ils seront lus tels quels.
remind-when =
    Quand, pour { $name } ?

    Touche un moment, ou écris une heure, par exemple : 14h30.
day-of-interview =
    Quel est le jour de l’entretien ?

    Touche un jour, ou écris une date, par exemple : 15/01.
day-of-start =
    Quel est le premier jour de travail ?

    Touche un jour, ou écris une date, par exemple : 15/01.
remind-place =
    Où est le rendez-vous ?

    Écris le lieu, par exemple : 12 rue des Lilas.
remind-sent =
    { $lines }

    Chaque personne répond pour elle. Les réponses arrivent ici, à tes heures.
remind-many =
    Cinq propositions pour { $name } attendent déjà une réponse.

    Tu peux en retirer une, puis en faire une autre.
offered-words =
    { $coach } te propose un rappel.

    « { $what } »
    { $lines }

    C’est toi qui choisis.
offered-appointment =
    { $coach } te propose un rendez-vous.

    { $what }
    { $lines }

    C’est toi qui choisis.
offered-checkin =
    { $coach } te propose un rappel.

    { $what }
    { $lines }

    Tes réponses sont pour toi, sauf ce que tu montres. C’est toi qui choisis.
offered-change =
    { $coach } te propose de changer un rappel.

    { $what }
    { $lines }

    C’est toi qui choisis.
reminders-only-offered = Un rappel proposé attend ta réponse.
offered-no-told = C’est noté : pas de rappel. Ton coach aura ta réponse.
offered-declined =
    { $name } préfère ne pas avoir ce rappel.

    { $what }, { $when }

    Tu peux en parler avec { $name }.

## Ce qui est proposé, et ce qui est arrivé

person-reminders =
    Tes rappels pour { $name }

    { $lines }
ended-by-coach =
    { $coach } a arrêté un rappel.

    { $what }, { $when }

    Il ne vient plus. Tu peux le garder pour toi.
arrivals-none = Aucun de tes rappels à { $name } ces sept derniers jours.

## Autour du réveil

around-evening =
    Veux-tu un message la veille, pour tout préparer ?

    Touche une heure, ou écris-la, par exemple : 19h30.
around-leaving =
    À quelle heure pars-tu de chez toi ? Je t’écris dix minutes avant.

    Touche une heure, ou écris-la, par exemple : 8h10.
around-telling =
    Parfois, tu ne réponds pas. { $coach } peut alors recevoir un mot : « pas de réponse ce matin ».

    Le veux-tu, et à quelle heure ? { $coach } est joignable de { $opens } à { $closes }.
wakeup-agreed =
    C’est noté.

    { $whole }

    Garde aussi ton réveil habituel. Un téléphone peut être coupé.
wakeup-mine =
    Ton réveil

    { $lines }
line-telling = Mot à ton coach, sans réponse : { $time }

## La veille

evening =
    Demain, réveil à { $time }.

    Sac, vêtements, ton réveil : tout est prêt ?
evening-leaving =
    Demain, réveil à { $time }, départ à { $leaves }.

    Sac, vêtements, ton réveil : tout est prêt ?
evening-which-time =
    À quelle heure, { $day } ?

    Touche une heure, ou écris-la, par exemple : 7h15.

## Le matin

snoozed = D’accord. Je t’écris à { $time }.
up-late = Merci de ta réponse. Bonne journée.
unwell =
    Merci de le dire. Prends soin de toi.

    { $lines }

    Voici des mots à copier. C’est toi qui les envoies.
unwell-tell = Tu peux prévenir ton employeur et ton coach. Un médecin peut aussi aider.
unwell-tell-no-coach = Tu peux prévenir ton employeur. Un médecin peut aussi aider.
unwell-seen = Ton coach voit, sur ta page, que ça ne va pas ce matin.

## Le départ

late = Cela arrive. Voici des mots à copier. C’est toi qui les envoies.

## Un mot au coach

note-no-answer =
    { $name } : pas de réponse ce matin.

    Réveil prévu à { $time }. Tu reçois ce mot avec son accord.

    Cela ne veut pas dire danger. Le téléphone peut être coupé.
note-after-hours = { $coach } a changé ses heures. Sans réponse de ta part, le mot de { $time } n’est plus envoyé. Tu peux choisir une autre heure.

## Hors d’une question

stranger =
    Je suis Relais, un programme. J’aide des personnes entre deux ateliers.

    Pour commencer ou continuer, ouvre ton lien d’invitation. L’équipe qui t’accompagne peut t’en donner un.

    Personne ne lit ici en direct.
invitation-closed = Ce lien ne s’ouvre pas. La personne qui t’invite peut t’en donner un autre.
already-in = Tu es déjà ici. Il n’y a rien d’autre à faire.
typed-elsewhere =
    Je suis un programme. Personne ne lit ce message, et je ne le garde pas.

    Pour parler à quelqu’un : ton coach, ou le bouton « Aide ».
enrol-tap = Je suis un programme. Personne ne lit ce message. Pour continuer, touche une réponse.
cannot-read =
    Je peux lire seulement du texte. Je ne garde rien de cet envoi.

    C’est urgent ? Écris « aide ».
edited-message = Changer un message envoyé ne change rien ici. Tu peux répondre de nouveau avec le menu.
out-of-date = Ce bouton n’est plus valable. Tu peux repartir du menu.

## Les questions d’un exercice

run-question-again =
    { $title }, question { $number } sur { $count }

    { $prompt }

    Ta réponse : { $answer }
run-stopped = C’est noté jusqu’ici. Tu peux reprendre quand tu veux.
run-stopped-today = C’est noté jusqu’ici. Tu peux reprendre dans la journée.
run-tap = Je n’ai pas compris. Touche une réponse, s’il te plaît.
run-at-most = { $count } réponses au plus. Touche une réponse choisie pour l’enlever.
run-added = C’est ajouté à ta réponse.

## Faire le point

checkin-today =
    Le point du jour est déjà noté.

    Tu peux revoir chaque réponse.

## Après le travail

afterwork-offer =
    Veux-tu une question après le travail ? Elle prend une seconde.

    Elle vient une demi-heure après, les jours de travail.
afterwork-which-end =
    À quelle heure finit le travail ?

    Touche une heure, ou écris-la, par exemple : 16h45.
afterwork-quiet =
    La question tomberait dans tes heures calmes. Je n’écris pas à ce moment-là.

    Touche une autre heure, ou écris-la, par exemple : 16h45.
afterwork-shown = Ton coach voit tes réponses, jamais tes phrases.
afterwork-kept = Tes réponses sont pour toi : ton coach ne les voit pas.
afterwork-shown-no-coach = Personne ne voit tes réponses pour le moment. Un coach, plus tard, les verrait, jamais tes phrases.
afterwork-kept-no-coach = Tes réponses sont pour toi : personne d’autre ne les voit.
afterwork-today =
    C’est déjà noté pour aujourd’hui.

    Tu peux revoir chaque réponse.

## Demander un contact

contact-sent =
    Ta demande de contact est partie.

    { $lines }

    Personne d’autre ne la voit.

    Tu peux ajouter une phrase : écris-la ici. En danger ? Le bouton « Aide » est là.
line-contact-words = Déjà dans ta demande : « { $line } »
contact-line-added = C’est ajouté à ta demande.
contact-line-cut =
    Une demande garde { $most } signes au plus. Voici ce qui part avec la tienne :

    « { $line } »

    La suite n’est pas gardée. Tu pourras la dire de vive voix.
contact-withdrawn = C’est noté. Ta demande est retirée.
contact-nobody =
    Aucun coach ne t’accompagne ici pour le moment. Je ne peux prévenir personne.

    Le bouton « Aide » donne des numéros.
contact-receipt-call = Vu par { $name } à { $time }. { $name } va t’appeler.
contact-handed-over =
    { $coach } n’a pas encore lu ta demande.

    { $cover } la reçoit maintenant.
contact-handed-over-later =
    { $coach } n’a pas encore lu ta demande.

    { $cover } la reçoit { $day } à { $time }, pas avant.
contact-unread =
    Personne n’a encore lu ta demande.

    Elle reste ouverte. Tu peux aussi appeler. Le bouton « Aide » donne des numéros.
line-contact-instead = Tu remplaces { $coach } pour cette demande.
contact-will-call = { $name } : demande vue { $day } à { $time }. { $name } attend ton appel.

## Pendant une absence

cover-offer =
    Qui lit les demandes de contact à ta place, si tu ne les lis pas ?

    Touche un nom. Cette personne le saura et peut dire non.
cover-first =
    { $name } lit à ta place : à partir de quel jour ?

    Touche un jour, ou écris une date, par exemple : 15/01.
cover-last =
    { $name } lit à ta place à partir du { $first }. Jusqu’à quel jour compris ?

    Touche un jour, ou écris une date, par exemple : 15/01.
cover-mine =
    { $name } reçoit les demandes que tu ne lis pas, { $when }.

    Tu les reçois d’abord, puis un rappel une heure après.
cover-asked =
    { $name } te demande un relais, { $when }.

    Tu reçois ses demandes de contact non lues, à tes heures seulement.
cover-refused-noted = C’est noté. Tu ne reçois rien à sa place.
cover-refused =
    { $name } ne peut pas lire à ta place.

    Tu peux choisir quelqu’un d’autre.
cover-over = Tu ne remplaces plus { $name } pour les demandes.

## Le résumé du matin

digest-mine =
    Les jours de travail à { $time }, je t’écris s’il y a quelque chose. Sinon, rien.

    Une fois par semaine, trois nombres : messages envoyés, avec réponse, jamais arrivés. Je compte seulement ce qui t’est montré.

    Une demande de contact n’attend pas le résumé.
digest-which-time =
    À quelle heure ? Entre { $opens } et { $closes }.

    Touche une heure, ou écris-la, par exemple : 9h30.
line-digest-more = { $count ->
    [1] Et une autre personne, dans ta liste.
   *[other] Et { $count } autres personnes, dans ta liste.
}

## Les groupes et leurs ateliers

overview =
    Vue d’ensemble, sans aucun nom.

    Groupes : { $groups }
    Ateliers passés : { $workshops }
    Coachs : { $coaches }
    Personnes qui animent : { $facilitators }
    Personnes accompagnées : { $enrolled }

    En { $days } jours :
    Exercices donnés : { $given }
    Faits ou essayés : { $done }
    Messages non arrivés : { $unreceived }

    Je note quand tu regardes.
groups = Les groupes que tu animes :
groups-none =
    Tu n’animes pas encore de groupe ici.

    Un groupe se crée en une minute.
group-which-name =
    Quel nom a le groupe ?

    Écris un nom court, par exemple : Mardi matin.
group-name-again = Écris un nom avec des lettres ou des chiffres, par exemple : Mardi matin.
group-which-place =
    Où se réunit le groupe « { $name } » ?

    Écris une adresse, ou touche « Passer ».
group-edit = Groupe « { $name } » : que souhaites-tu modifier ?
group-new-name =
    Quel nom a maintenant le groupe « { $name } » ?

    Écris un nom court. Personne n’est prévenu d’un nouveau nom.
group-name-taken = Un autre de tes groupes s’appelle « { $name } ». Écris un autre nom.
group-new-place =
    Où se réunit maintenant le groupe « { $name } » ?

    Écris une adresse. S’il reste un atelier, les membres la reçoivent une fois.
group-place-again = Écris une adresse avec des lettres ou des chiffres, par exemple : 12 rue du Port.
group-which-first =
    Quel jour est le premier atelier ? Il y en a { $count }.

    Touche un jour, ou écris une date, par exemple : 15/01.
group-which-time =
    Premier atelier : { $day }. À quelle heure ?

    Touche une heure, ou écris-la, par exemple : 14h15.
group-which-informal-time =
    À quelle heure est le moment convivial ?

    Touche une heure, ou écris-la, par exemple : 16h30.
group-draft =
    Rien n’est encore gardé. Touche un numéro pour changer sa date.

    { $lines }
group-dates =
    { $lines }

    Pour déplacer : touche un numéro.
workshop-which-day =
    L’atelier { $number } est prévu le { $day }. Quel jour à la place ?

    Touche un jour, ou écris une date, par exemple : 15/01.
workshop-which-time =
    Atelier { $number }, { $day } : à quelle heure ?

    Touche une heure, ou écris-la, par exemple : 14h15.
group-left-by-team =
    Tu n’es plus dans le groupe « { $group } ».

    Plus rien de ce groupe n’arrive ici. L’équipe peut répondre aux questions.
group-which-lead =
    Qui anime avec toi ?

    Écris un prénom ou un surnom, sans nom de famille.
group-lead-over = Tu n’animes plus le groupe « { $group } ».
join-offer =
    Invitation dans le groupe « { $group } », animé par :
    { $leads }

    L’équipe voit si tu viens, et si mes messages arrivent.

    Souhaites-tu entrer dans ce groupe ?
join-offer-lead =
    Invitation à animer le groupe « { $group } », avec :
    { $leads }

    Souhaites-tu l’animer ?
joined = C’est fait : tu es dans le groupe « { $group } ».
joined-another =
    C’est fait : tu es aussi dans le groupe « { $group } ».

    Le reste continue. Chaque message dit de quel groupe il parle.
    { $others }
group-joined =
    { $name } est dans le groupe « { $group } ».

    Nom affiché sur Telegram : « { $account } ». Ce n’est pas la bonne personne ? Touche « Les membres ».
joined-lead = C’est fait : tu animes le groupe « { $group } ».
group-lead-joined = { $name } anime maintenant le groupe « { $group } » avec toi.
coming-noted =
    C’est noté : tu viens le { $day } à { $time }.

    { $lines }
not-coming-noted =
    C’est noté : tu ne viens pas le { $day } à { $time }.

    Merci de le dire. Tu peux changer d’avis.
attendance =
    { $workshop }

    Qui était là ? Touche un nom pour le cocher ou non, puis « Terminé ».

## Les sorties

outing-what =
    Que veux-tu proposer ?

    Écris-le en quelques mots, par exemple : un café, une promenade.
outing-which-day =
    « { $what } » : quel jour ?

    Touche un jour, ou écris une date, par exemple : 15/01.
outing-which-time =
    { $day } : à quelle heure ?

    Touche une heure, ou écris-la, par exemple : 14h15.
outing-where =
    Où se retrouver ?

    Écris un lieu public, par exemple : devant la gare.
outing-yours =
    Tu organises maintenant la sortie « { $what } », { $day }, { $time }.

    Tu peux la confier à quelqu’un, ou l’annuler.

## Mes jours

days-none =
    Mes jours, du { $first } au { $last }

    Rien n’est noté ces jours-là. Tu peux faire le point quand tu veux.
mark-question =
    Quel événement ? Écris un mot ou deux, par exemple : entretien.

    C’est pour toi : personne d’autre ne le voit dans Relais.
mark-again = Écris un mot ou deux, par exemple : entretien.
mark-which-day =
    « { $what } » : quel jour ?

    Touche un jour, ou écris une date, par exemple : 15/01.

## Mes rappels

reminders =
    Tes rappels :

    { $lines }

    Touche un numéro pour changer ce rappel.
reminder-many =
    Tu as déjà trente rappels. C’est beaucoup à suivre.

    Tu peux en supprimer un, puis en ajouter un autre.
reminder-what =
    Que veux-tu te rappeler ?

    Écris-le avec tes mots. Je les garde tels quels, pour toi.
reminder-too-long = C’est un peu long. Écris { $most } signes au plus.
reminder-how-often =
    « { $what } »

    Une fois, ou régulièrement ?

    Tu peux aussi écrire un nombre de semaines.
reminder-weeks-again = Touche un choix, ou écris un nombre de semaines, par exemple : 6.
reminder-which-day =
    Quel jour ?

    Touche un jour, ou écris une date, par exemple : 15/01.
reminder-which-first-day =
    Quel est le premier jour ?

    Touche un jour, ou écris une date, par exemple : 15/01.
reminder-which-time =
    À quelle heure ?

    Touche une heure, ou écris-la, par exemple : 14h30.
reminder-which-lead = Je peux aussi t’écrire avant. Quand ?
line-message = Je t’écris : { $when }
line-in-quiet = C’est dans tes heures calmes. Je t’écris quand même.
line-line-hidden = Téléphone verrouillé : « Rappel », sans tes mots
line-line-shown = Téléphone verrouillé : tes mots
reminder-over = Ce moment est passé. Touche une autre heure, ou écris-la.
reminder-how-much-later =
    { $what }

    Je te le rappelle quand ?

## Ma journée

day-empty = Rien de prévu. Cette journée est à toi.
week-empty =
    Ta semaine est encore vide.

    Un réveil, un rappel ou ta routine y trouvent leur place.

## Le tableau d’un groupe

board-word =
    Un mot pour { $name }, sous « { $title } ».

    Écris-le ici. Tu le relis avant l’envoi.
board-word-sent =
    Le mot part pour { $name }, avec ton prénom.

    La personne peut dire merci, ou ne rien répondre.
board-word-thanked =
    { $name } te dit merci pour ton mot.

    C’est sous « { $title } ».
board-not-leading = Tu n’animes pas ce groupe, ou tu ne l’animes plus. Rien n’est parti.

## Ma routine et le plan B

routine =
    Ta routine des jours de travail, en trois parties courtes.

    Tu peux arrêter et reprendre un autre jour. À la fin, tu choisis ce qui est mis en place.
routine-offer =
    { $lines }

    Touche une ligne pour la garder ou non. « C’est bon » met en place ce qui est coché.
routine-rehearsal-words = C’est le jour pour essayer ta matinée, à ton rythme.
routine-numbers-words = Pense à enregistrer les numéros à appeler en cas de retard.
routine-food-words = Pour demain, pense à préparer ton repas de la pause.
line-half-hour-before = Je t’écris à { $time }, une demi-heure avant.
routine-little-sleep =
    Il y a moins de sept heures avant le réveil.
    Tu peux avancer la soirée, ou demander à commencer plus tard.
routine-very-little-sleep =
    Il y a peu d’heures avant le réveil. Je ne propose pas de réveil plus tôt.
    Tu peux en parler avec ton équipe de soins.
routine-little-time =
    Le temps est juste.
    Tu peux avancer la soirée, ou garder moins de choses pour le matin.
routine-talk = Tu peux en parler avec ton infirmière, ton infirmier ou ton médecin.
plan-b =
    Plan B, si le matin prend du retard :

    { $lines }

    Voici des mots à copier. C’est toi qui les envoies.
plan-b-late =
    Ton plan B :

    { $lines }

## Mes messages

day-stopped = Je n’écris pas de moi-même : il manque ton accord. Pour le donner : « Qui voit quoi », puis « Mes accords ».
messages-at-most =
    Ce que j’écris sans demande de ta part :
    { $budget ->
        [0] Aucun message.
        [1] Un message par jour au plus.
       *[other] { $budget } messages par jour au plus.
    }
messages-quiet-begins =
    À partir de quelle heure ne plus écrire ?

    Touche une heure, ou écris-la, par exemple : 21h30.
messages-quiet-ends =
    Je n’écris plus à partir de { $begins }. Jusqu’à quelle heure ?

    Touche une heure, ou écris-la, par exemple : 7h30.
messages-in-quiet =
    Ceci tombe dans tes heures calmes :

    { $lines }

    Je ne l’envoie pas à ces heures. Touche un numéro pour choisir une autre heure.
messages-recurring =
    Ce qui revient :

    { $lines }

    Touche un numéro pour changer.

## Un changement

change-which-day =
    Jusqu’à quel jour compris ?

    Écris une date, par exemple : 15/01.
job-noted =
    C’est noté pour { $name } : { $phase }.

    La proposition part à un moment qui lui convient. La réponse t’arrive ici, à tes heures.
# lock-screen
job-offered =
    { $coach } te propose des rappels.

    { $coach } a noté : { $phase }.

    { $lines }

    C’est toi qui choisis.
job-own =
    C’est noté : { $phase }.

    Voici des rappels possibles :

    { $lines }

    Tu peux tout prendre, en choisir, ou rien.
job-pick =
    Touche les numéros voulus.

    { $lines }
# lock-screen
job-coach-told =
    { $name } te dit où en est son travail.

    Travail : { $phase }
job-none =
    Où en es-tu avec le travail ?

    Ta réponse reste pour toi, sauf si tu la montres.
job-mine-shown =
    Travail : { $phase }

    Ton coach le voit. Qu’est-ce qui a changé ?
job-which-day =
    À partir de quel jour ?

    Ce qui est lié au travail actuel s’arrête ce jour-là : réveil, départ, question d’après travail, stratégies d’avant.

    Touche un jour, ou écris-le, par exemple : 15/01.
job-rests =
    C’est noté. À partir du { $day }, cela ne vient plus :

    { $lines }

    Tu peux régler le nouveau travail dès maintenant.
job-nothing-rests =
    C’est noté : { $day }. Rien n’était lié à l’ancien travail.

    Tu peux régler le nouveau dès maintenant.
job-undone = C’est annulé. Le travail actuel continue, avec tes réglages.

## Un moment difficile

stress =
    Que veux-tu essayer ?

    Seulement dans un endroit sûr. Tu peux arrêter à tout moment.
stress-none = Aucune stratégie n’est choisie pour le moment. Tu peux en ajouter.
technique-card =
    { $title }, { $lasts }

    Seulement dans un endroit sûr. Tu peux arrêter à tout moment.

    { $prompt }

    { $own }

    { $lines }

    { $caution }

    Un vertige, une peur plus forte ? Touche « Arrêter ».
technique-stopped =
    On s’arrête là.

    Regarde autour de toi. Sens tes pieds sur le sol. Bois un peu d’eau. Respire comme d’habitude.

    Tu peux aussi parler à quelqu’un.
technique-worse =
    Merci de le dire. On s’arrête là. Regarde autour de toi.

    Je ne propose plus « { $title } ».

    Veux-tu parler à quelqu’un ?

    { $card }
strategies = Tes stratégies. Que veux-tu voir ?
helps =
    Ce qui a déjà aidé, le plus souvent d’abord :

    { $lines }

    Touche une ligne pour recommencer.
helps-none = Il n’y a encore rien ici. Après une stratégie, tu peux dire si elle a aidé.
toolbox =
    Touche une stratégie pour la lire, l’ajouter ou l’enlever.

    ✓ : elle est à toi.
technique-is-in = Elle fait partie de tes stratégies.
technique-is-out = Veux-tu l’ajouter à tes stratégies ?
technique-is-aside = Une fois, c’était pire : je ne la propose plus. Veux-tu la reprendre ?
technique-added = C’est noté. « { $title } » fait partie de tes stratégies.

## Régler ce qui revient

steer =
    { $what } : { $when }.

    Que veux-tu changer ?
steer-rare = { $what } : { $when }. C’est déjà rare. Tu peux aussi ne plus le recevoir.
steer-which-time =
    À quelle heure ?

    Touche une heure, ou écris-la, par exemple : 18h30.
steer-quiet =
    De { $begins } à { $ends }, ce sont tes heures calmes. Je n’écris pas.

    Choisis une autre heure, ou écris-la, par exemple : 18h30.

## Le petit point qui vient tout seul

# lock-screen
checkin-due-1 =
    { $title }, si tu veux ?

    Quelques questions, une minute. Tu peux en passer.
# lock-screen
checkin-due-2 =
    { $title } : c’est l’heure.

    Quelques questions, une minute. Tu peux en passer.
# lock-screen
checkin-due-3 =
    { $title } : as-tu une minute ?

    Quelques questions. Tu peux en passer.
checkin-offer =
    Veux-tu que je pose ces questions de temps en temps ?

    Tu choisis l’heure. Tu peux arrêter à tout moment.
checkin-how-often = Veux-tu ces questions chaque semaine, ou chaque jour ?
checkin-which-time =
    À quelle heure ?

    Touche une heure, ou écris-la, par exemple : 18h15.
checkin-quiet =
    Cette heure tombe dans tes heures calmes. Je n’écris pas à ce moment-là.

    Touche une autre heure, ou écris-la, par exemple : 18h15.
checkin-agreed =
    C’est noté : { $when }.

    Tu peux changer ou arrêter à tout moment.
checkin-no = C’est noté. Tu peux faire le point quand tu veux, avec le menu.
button-low-days-off = Oui, demande-moi
checkin-helps = Une question, une fois par mois : ces questions t’aident-elles ?
checkin-what-then = D’accord. Que préfères-tu ?
low-days =
    C’était difficile, plusieurs fois de suite.

    Qu’est-ce qui t’aiderait maintenant ?
low-coach =
    Voici un texte à copier pour ton coach. C’est toi qui l’envoies.

    Je ne préviens personne.
# vous: it is said to the coach
low-text-coach = Bonjour, j’aimerais te parler. Quand as-tu un moment ?

## Le silence

eased =
    J’écris moins souvent.

    { $what } : { $when }. Est-ce que cela te convient ?
silence =
    Je n’ai rien reçu depuis une semaine. Je fais une pause.

    Touche ici pour reprendre. Le réveil et « Mes rappels » continuent.

## Les rappels de stratégies et les phrases à soi

technique-reminders =
    Tes rappels de stratégies, une différente à chaque fois :

    { $lines }

    Touche une heure pour changer ou arrêter.
technique-reminders-none =
    Il n’y a pas encore de rappel de stratégie.

    Une stratégie peut venir à un moment que tu choisis, différente à chaque fois.
technique-reminder =
    Un moment pour toi, si tu veux.

    { $title }
technique-moment = Un moment pour toi, si tu veux.
moment-leaving =
    À quelle heure pars-tu au travail ? Je t’écris quinze minutes avant.

    Touche une heure, ou écris-la, par exemple : 8h10.
moment-sunday =
    À quelle heure, le dimanche ?

    Touche une heure, ou écris-la, par exemple : 18h30.
moment-time =
    À quelle heure ?

    Touche une heure, ou écris-la, par exemple : 18h30.
moment-interview =
    À quelle heure est l’entretien ? Je t’écris une heure avant.

    Touche une heure, ou écris-la, par exemple : 14h30.
moment-day =
    Quel jour ?

    Touche un jour, ou écris une date, par exemple : 15/01.
moment-days =
    Quels jours ? Touche un jour pour l’ajouter ou l’enlever.

    Choix : { $days }
moment-tied = { $when }. Le rappel suit ton réveil et ton départ
moment-over =
    Cette heure est déjà passée.

    Touche une autre heure, ou écris-la, par exemple : 18h30.
sentences = Tes phrases. Touche une phrase pour la lire. Personne d’autre ne les voit dans Relais.
sentences-none =
    Une phrase à toi peut revenir quand tu le veux : une pensée plus juste, un encouragement, un message.

    Personne d’autre ne la voit dans Relais.
sentences-full = Il y a déjà { $count } phrases. Tu peux en enlever une pour en écrire une autre.
sentence-write =
    Écris ta phrase, comme elle te vient.

    Exemples : « Une erreur, cela arrive à tout le monde. » « Un pas après l’autre. »
sentence-long = C’est trop long, je ne l’ai pas gardé. Écris { $limit } signes au plus.
sentence-kept =
    C’est gardé, comme tu l’as écrit :

    « { $text } »
sentence-agreed = C’est noté : { $when }. Ta phrase s’affiche quand tu touches « Lire ».
sentence-comes = Un mot de toi, pour toi.

## Un coach propose une stratégie

technique-proposal =
    { $coach } te propose quelque chose à essayer.

    { $title }, { $lasts }

    { $caution }

    C’est toi qui choisis. Ta réponse reste pour toi.
technique-declined = C’est noté. Rien ne change. « { $title } » reste dans la liste, si tu changes d’avis.

## Les exercices entre deux ateliers

homework-gone =
    Cet exercice n’est plus proposé.

    Tes réponses sont gardées. Il n’y a rien à faire.
line-homework-begun = • { $title } : commencé, à reprendre quand tu veux
# lock-screen
homework-given =
    { $coach } te propose un exercice.

    { $card }
homework-card =
    { $title }

    { $why }

    { $caution }

    Durée : { $minutes } min. Questions : { $questions }. { $until }

    Rien ne commence sans toi. À la fin, tu choisis ce qui se voit.
homework-card-again =
    { $title }

    Questions : { $questions }.

    Rien ne commence sans toi. À la fin, tu choisis ce qui se voit.
homework-card-easier =
    { $title }, en plus simple

    { $why }

    { $caution }

    Questions : { $questions }. { $until }

    Rien ne commence sans toi. À la fin, tu choisis ce qui se voit.
homework-which-time = À quelle heure ? Tu peux aussi l’écrire.
# lock-screen
homework-moment =
    C’est le moment que tu as choisi.

    { $lines }
homework-once-more =
    Fois : { $rounds } sur { $times }.

    Souhaites-tu choisir le prochain moment ?
homework-enough = C’est noté. Ce que tu as fait compte.
homework-worse =
    Merci de l’avoir dit. Cela arrive, et ce n’est pas de ta faute.

    Cet exercice ne reviendra pas de lui-même.

    Voici de quoi retrouver un peu de calme. Tu peux aussi demander un contact à ton coach.
homework-worse-no-coach =
    Merci de l’avoir dit. Cela arrive, et ce n’est pas de ta faute.

    Cet exercice ne reviendra pas de lui-même.

    Voici de quoi retrouver un peu de calme. L’équipe de l’atelier peut aussi t’écouter.
homework-calm-first =
    D’abord un moment de calme, si tu veux.

    Tes réponses sont gardées. Ensuite, tu continues, ou plus tard.
homework-shares =
    { $title }

    Que peut voir { $who } ?

    Ce qui peut se voir : { $seen }

    Sans réponse : seulement que c’est fait. Tu peux changer plus tard dans « Mes exercices ».
homework-shares-in-group =
    { $title }

    Que peut voir { $who } ?

    Ce qui peut se voir : { $seen }

    Avec « Tout », un choix partagé par trois personnes ou plus peut être dit au groupe, sans nom.

    Sans réponse : seulement que c’est fait. Tu peux changer plus tard dans « Mes exercices ».
homework-shares-private =
    { $title }

    Tes réponses restent à toi. Personne d’autre ne les voit.

    Que peut voir { $who } ? Sans réponse : seulement que c’est fait.
homework-shares-to-coach = ton coach ou l’équipe de l’atelier
homework-shared =
    C’est noté : { $what }

    Tu peux changer quand tu veux, dans « Mes exercices ».
homework-brings =
    C’est noté. L’équipe sait avant l’atelier que tu souhaites en parler.

    Le jour venu, rien ne t’y oblige.
homework-shares-everything = tes réponses se voient aussi.
homework-shares-nothing = cela reste à toi. Rien ne se voit.
homework-not =
    C’est noté : pas cette semaine. Cette réponse suffit.

    Souhaites-tu dire pourquoi ? Dans un groupe, les raisons sont comptées, sans nom.
# lock-screen
homework-thanked =
    { $coach } te dit merci.

    C’est pour « { $title } ».

homework-word =
    { $staff } te laisse un mot.

    Sous « { $title } » :

    { $text }

    Tu peux dire merci, ou ne rien répondre.
homework-word-thanked =
    { $staff } t’a laissé un mot, sous « { $title } » :

    { $text }

    Ton merci est parti.
homework-easier-proposal =
    { $staff } te propose quelque chose de plus simple.

    « { $title } » existe aussi avec moins de questions.

    Tu peux prendre cette version, ou non.
homework-day-proposal =
    { $staff } te propose un autre jour.

    « { $title } » : { $day }.

    Tu peux dire oui, ou garder ton moment.

## Mon tableau

chart =
    Mon tableau, du plus récent au plus ancien

    { $rows }

    Personne d’autre ne le voit, sauf ce que tu partages.
chart-empty =
    Ton tableau est encore vide.

    Chaque fois que tu fais l’exercice « Mon tableau », une ligne vient ici.
keepsake-gone =
    Cela ne peut pas se lire en ce moment.

    Tes réponses sont gardées.

## Les exercices d’une personne, pour le coach

person-answers =
    { $name } te montre ses réponses.

    { $title }

    { $lines }

group-choose-none =
    { $name } : aucun exercice choisi.

    Touche un atelier pour en choisir. Le groupe a jusqu’au { $due }.
group-choose-which =
    { $name }, { $workshop }

    Touche un exercice pour le choisir, ou ne plus le choisir. { $most } au plus.
group-homework-given =
    Avant le prochain atelier du groupe « { $group } », si tu veux :

    { $lines }

    Jusqu’au { $due }. Rien ne commence sans toi.

## La pause

pause-staff = Je t’écris à tes heures de contact, ou si tu m’écris. La pause est pour les personnes accompagnées.
pause-question =
    Une pause jusqu’à quand ? Je n’écris rien pendant ce temps. L’aide reste là.

    Touche un choix, ou écris le dernier jour, par exemple : 15/01.
paused =
    Pause jusqu’au { $day } compris. Je ne t’écris pas avant.

    L’aide reste là.

## Qui voit quoi

privacy =
    Ton coach voit seulement ce que tu montres, et peut garder des notes. Ton employeur ne voit jamais rien.

    Je garde ton prénom ou surnom, tes choix et tes réponses. Noms, réponses et messages sont chiffrés. Telegram pourrait lire nos messages.

    { $words }
privacy-no-coach =
    Aucun coach ne t’accompagne ici pour le moment. L’équipe d’un atelier voit seulement ce que tu montres. Ton employeur ne voit jamais rien.

    Je garde ton prénom ou surnom, tes choix et tes réponses. Noms, réponses et messages sont chiffrés. Telegram pourrait lire nos messages.

    { $words }
privacy-staff =
    Je garde ton prénom ou surnom, tes heures et tes réponses. Noms, réponses et messages sont chiffrés.

    Chaque personne accompagnée peut lire qui a regardé sa page, et quand.

    Les messages passent par Telegram, qui pourrait les lire.
privacy-stranger =
    Je ne garde rien de toi.

    Les messages passent par Telegram, qui pourrait les lire.
privacy-switch =
    Exercices, réveil, humeur, travail : pour ton coach.
    Atelier : tes exercices faits ou non, pour l’équipe de l’atelier.

    Touche une ligne pour la changer. Personne ne voit que tu as changé.
privacy-switch-no-coach =
    Exercices, réveil, humeur, travail : pour un coach, plus tard.
    Atelier : tes exercices faits ou non, pour l’équipe de l’atelier.

    Touche une ligne pour la changer. Personne ne voit que tu as changé.
privacy-screen =
    Voici exactement ce que voit ton coach :

    { $screen }
looks =
    Qui a regardé ta page :

    { $lines }
looks-none = Personne n’a encore regardé ta page.

## Mes accords

consent-of-note = Un mot à ton coach, si tu ne réponds pas le matin
consents =
    Tes accords

    { $lines }

    Chaque accord se retire avec son bouton.
consents-none = Il n’y a pas d’accord en ce moment. Je ne t’envoie rien de moi-même.
consent-again =
    Tu étais d’accord avec un texte le { $day }. Il a changé. D’ici ta réponse, je ne t’envoie rien de moi-même.

    { $what }

    { $text }
consent-note-again =
    Le texte sur le mot à ton coach a changé depuis le { $day }. D’ici ta réponse, ce mot ne part plus.

    { $what }
consent-ended =
    C’est noté. Je ne t’envoie plus rien de moi-même. Je réponds quand tu écris.

    Ton accompagnement continue. Pour tout effacer : /oublier
consent-note-ended = C’est noté. Ton coach ne reçoit plus ce mot.

## Mes données

mydata-field-answers = Tu as dit :
mydata-question =
    Je peux t’envoyer ici tout ce que je garde de toi.

    Ce sont deux fichiers : une page à lire, et un autre pour un programme. Ils passent par Telegram et restent dans cette conversation.
mydata-coming = Voici tes deux fichiers.

## Changer de langue

settings-question = Que veux-tu régler ?
language-question =
    Quelle langue préfères-tu ?

    You can also choose English.
language-kept = C’est noté : français, avec « tu ».

## Partir

leave-stranger = Je ne garde rien de toi. Il n’y a rien à effacer.
leave-question =
    Veux-tu partir ? J’efface tout : tes réponses, tes choix, ton réveil.

    Tu as un jour pour changer d’avis. D’ici là, je n’écris pas.

    { $told } Telegram garde une copie de nos messages. Tu peux l’effacer aussi.
leave-told-coach = Ton coach saura seulement que c’est fini.
leave-question-staff =
    Veux-tu partir ? J’efface ce que je garde de toi.

    Tu as un jour pour changer d’avis. D’ici là, je n’écris pas.

    { $lines }
line-leave-people = Les personnes que tu accompagnes le sauront. Pour elles, mes messages ne changent pas.
line-leave-groups = Tes groupes et leurs dates restent. Je n’en dis rien aux membres.
leave-waiting =
    C’est noté. Tout sera effacé { $day } à { $time }. D’ici là, je ne t’écris pas.

    Tu peux changer d’avis avant. L’aide reste là.
leave-soon =
    Tout sera bientôt effacé, comme tu l’as demandé.

    Tu peux encore changer d’avis. L’aide reste là.
erased =
    C’est fait, tout est effacé. Merci, et bonne continuation.

    J’ai aussi retiré d’ici nos messages des deux derniers jours. Telegram garde les autres. Tu peux effacer cette conversation.
left =
    C’est fait, tout est effacé. Merci, et bonne continuation.

    Telegram garde encore cette conversation. Tu peux l’effacer aussi.
coach-left =
    { $name } n’utilise plus Relais.

    { $lines }

    Pour toi, mes messages ne changent pas. L’équipe peut te dire qui t’accompagne maintenant.
line-left-shown = Un autre coach ne verra rien de ce que tu montrais, sauf si tu le choisis.
role-ended =
    Ton rôle dans Relais est terminé. Merci pour ce que tu as fait.

    Tu ne vois plus personne ici. J’ai retiré nos messages des deux derniers jours.

    Tu peux encore demander tes données, ou tout effacer.
role-ended-partly =
    Un de tes rôles dans Relais est terminé.

    J’ai retiré nos messages des deux derniers jours. Le menu montre ce que tu peux faire.
note-will-call = C’est noté. Tu vas appeler { $name }.

## Ce que Telegram montre avant la première ligne

bot-description =
    Relais est un programme. Il écrit aux heures que tu choisis.

    Pour commencer, ouvre le lien de ton invitation.

    Personne ne lit ici en direct.
bot-short-description = Un programme qui écrit aux heures que tu choisis.
