### Les mots de Relais, en français, avec « vous ». Le mode d’emploi est dans content/README.md.

## Jours et dates, dans les phrases

value-date = { $weekday } { $day ->
    [1] 1er
   *[other] { $day }
} { $month }
value-short-date = { $day ->
    [1] 1er
   *[other] { $day }
} { $month }
value-days-all = tous les jours
value-days-range = du { $first } au { $last }
value-days-list = { $days }
value-days-none = aucun jour

## Les deux boutons du bas

keyboard-menu = Menu
keyboard-help = Aide

## La carte d’aide

help-card = { $card }
help-card-danger = En danger ? Appelez le { $number }.
help-card-danger-two = En danger ? Appelez le { $number } ou le { $other }.
help-card-line = Des idées noires ? Appelez le { $number } ({ $name }), { $hours }. { $note }
help-card-other-line = { $name } : { $number }, { $hours }. { $note }
help-card-people =
    Votre coach ou une personne proche peut aussi vous écouter.

    Personne ne lit ici en direct.
help-card-people-no-coach =
    Une personne proche peut aussi vous écouter.

    Personne ne lit ici en direct.
desk-commands =
    Pour votre travail ici, vous pouvez écrire :

    { $lines }
line-desk-command = /{ $name } – { $called }

## Des mots qui peuvent inquiéter

# long: the help card stands inside, whole
care-direct =
    Je suis un programme, et j’ai peut-être mal compris.

    { $card }

    { $told ->
        [1] Je ne préviens personne d’autre.
       *[other] Je ne préviens personne.
    } Êtes-vous en danger maintenant ?
button-in-danger = Oui
button-no = Non
button-rather-not-say = Ne pas répondre
# long: the help card stands inside, whole
care-possible =
    J’ai peut-être mal compris. Si c’est difficile, ces personnes peuvent aider maintenant :

    { $card }

    { $told ->
        [1] Je ne préviens personne d’autre.
       *[other] Je ne préviens personne.
    }
# long: the numbers stand inside
care-danger =
    { $numbers }

    Allez près de quelqu’un, ou demandez à quelqu’un de venir.

    Je suis un programme : je ne peux pas appeler pour vous. { $told ->
        [1] Personne d’autre n’est prévenu.
       *[other] Personne n’est prévenu.
    }
care-call = Appelez maintenant le { $number }.
care-call-two = Appelez maintenant le { $number } ou le { $other }.
# long: the help card stands inside, whole
care-stays =
    D’accord. La carte d’aide reste là.

    { $card }

    { $lines }

    { $told ->
        [1] Je ne préviens personne d’autre.
       *[other] Je ne préviens personne.
    }
line-coach-hours = { $coach } est joignable { $days }, de { $opens } à { $closes }.

## Mon plan pour les moments difficiles

button-my-plan = Mon plan
myplan-empty =
    Mon plan pour les moments difficiles

    Sept questions, dix minutes. Vous pouvez en passer.

    Le mieux : le remplir dans un moment calme, avec votre coach ou une personne de confiance.

    C’est pour vous : personne d’autre ne le voit dans Relais.
myplan-empty-no-coach =
    Mon plan pour les moments difficiles

    Sept questions, dix minutes. Vous pouvez en passer.

    Le mieux : le remplir dans un moment calme, avec une personne de confiance.

    C’est pour vous : personne d’autre ne le voit dans Relais.
button-myplan-begin = Commencer
button-myplan-change = Changer
button-myplan-picture = En image
# long: it is as long as somebody wrote it
myplan-whole =
    Mon plan pour les moments difficiles

    { $parts }

    { $card }
# long: it is as long as somebody wrote it
myplan-page =
    Mon plan pour les moments difficiles

    { $card }

    { $parts }
myplan-part =
    — { $name }
    { $text }
myplan-signs = Mes signes
myplan-calm = Ce qui me calme
myplan-places = Mes lieux
myplan-people = Mes proches
myplan-professionals = Les professionnels
myplan-wanted = Ce que les autres peuvent faire
myplan-unwanted = Ce qu’ils peuvent éviter
myplan-picture =
    Voici votre plan en image.

    Gardez cette image dans votre téléphone : elle s’ouvre sans réseau.
command-plan = Mon plan, moments difficiles

## Le mode discret

button-discreet = Mode discret
# lock-screen
discreet-message = Un message vous attend.
button-reveal = Voir le message
discreet-off =
    Mode discret : non

    Avec lui, mes messages montrent une seule ligne neutre. Vous touchez un bouton pour lire la suite.

    C’est utile quand d’autres personnes voient votre téléphone.
discreet-on =
    Mode discret : oui

    Mes messages montrent une seule ligne neutre. Vous touchez un bouton pour lire la suite.
button-discreet-begin = Activer
button-discreet-end = Désactiver
discreet-begun =
    C’est noté : mode discret.

    Vous verrez « Un message vous attend », et un bouton. Vos réponses restent visibles dans la conversation.
discreet-ended = C’est noté. Mes messages se lisent de nouveau en entier.

## Partout : boutons et petits mots

button-menu = Menu
button-help = Aide
button-back = Retour
button-continue = Continuer
button-done = Terminé
button-none = Pas besoin
button-no-thanks = Non merci
button-agree = D’accord
button-noted = Bien noté
toast-already = C’est déjà noté.
toast-used = Cette invitation a déjà servi.
toast-gone = Ce n’est plus possible.
toast-over = C’est passé pour ce jour-là.
toast-last-day = Un jour au moins reste choisi.
the-team = l’équipe

## Le menu

menu =
    Bonjour { $name }. Que voulez-vous faire ?

    Je suis un programme. Personne ne lit ici en direct.
button-my-people = Personnes accompagnées
button-new-reminder = Nouveau rappel
button-invite = Inviter quelqu’un
button-checkin = Faire le point
button-my-wakeup = Mon réveil
button-sharing = Qui voit quoi
button-settings = Réglages
button-pause = Faire une pause

## La langue et le lieu

button-french = Français
button-english = English
button-speak-french = Français
button-speak-english = English
button-language = Langue
zone-question =
    Où êtes-vous ?

    { $city } : il est { $time }. Est-ce aussi votre heure ?
button-zone-usual = Oui, { $time }
button-zone-other = Non, autre endroit
zone-others =
    Choisissez un endroit.

    Ou écrivez une grande ville, par exemple : Athènes.
button-zone = { $city }, { $time }
zone-unknown =
    Je ne trouve pas cette ville.

    Écrivez une autre grande ville, par exemple : Bruxelles.
zone-confirm = { $city } : il est { $time }. Est-ce bien votre heure ?
button-zone-right = Oui, c’est ça

## Une personne arrive

enrol-welcome =
    Bonjour { $name }. C’est { $coach } qui vous invite.

    Je suis un programme. Je vous écris aux heures que vous choisissez : un réveil, des rappels.

    Quelques questions d’abord, en deux minutes. Vous pouvez arrêter à tout moment.
# long: the help card stands inside, whole
enrol-limits =
    Je ne suis pas une personne, ni un service d’urgence.

    Je ne remplace pas votre réveil. Un téléphone peut être coupé.

    { $card }
button-understood = J’ai compris
consent-channel =
    Nos messages passent par Telegram. Ils ne sont pas chiffrés de bout en bout : Telegram pourrait les lire.

    Écrivez ici le moins possible de choses personnelles.

    Dire non ne change rien à votre accompagnement. Vous pouvez arrêter avec /quitter.

    Êtes-vous d’accord ?
enrol-share =
    Que peut voir { $coach } ?

    L’essentiel :
    • Exercices faits ou non : aussi pour l’équipe de l’atelier
    • Réveil
    • Comment vous allez, au travail aussi

    Jamais vos phrases.

    Le minimum :
    • Les messages que j’envoie : s’ils arrivent, l’heure du suivant
    • Vos pauses
    • Exercices faits ou non : pour l’équipe seulement

    Vous pouvez changer à tout moment.
enrol-share-in-group =
    Que peut voir l’équipe de l’atelier ?

    Les exercices faits, et si vous recevez mes messages. Jamais vos phrases.

    L’essentiel : un coach, plus tard, le voit aussi, avec réveil, humeur et travail.

    Le minimum : un coach verrait seulement si mes messages arrivent, et vos pauses.

    Vous pouvez changer à tout moment.
button-essential = L’essentiel
button-minimum = Le minimum
button-let-me-choose = Je choisis
enrol-choose =
    Rien n’est montré au départ. Touchez une ligne pour la changer.

    Exercices, réveil, humeur, travail : pour votre coach.
    Atelier : vos exercices faits ou non, pour l’équipe de l’atelier.
enrol-choose-no-coach =
    Rien n’est montré au départ. Touchez une ligne pour la changer.

    Exercices, réveil, humeur, travail : pour un coach, plus tard.
    Atelier : vos exercices faits ou non, pour l’équipe de l’atelier.
button-exercises-shown = Exercices : visibles
button-exercises-kept = Exercices : pour moi
button-wakeups-shown = Réveil : visible
button-wakeups-kept = Réveil : pour moi
button-checkins-shown = Humeur : visible
button-checkins-kept = Humeur : pour moi
button-facilitator-shown = Atelier : visible
button-facilitator-kept = Atelier : pour moi
# vous: it asks which form
# tu: it asks which form
enrol-address = On se dit vous, ou tu ?
enrol-tap = Je suis un programme. Personne ne lit ce message. Pour continuer, touchez une réponse.
# vous: it names the form
button-vous = Vous
# tu: it names the form
button-tu = Tu
enrol-done =
    C’est fait. Bienvenue.

    Voici la carte d’aide. Le bouton « Aide » la montre à tout moment.
enrol-refused =
    C’est noté. Je n’ai rien gardé.

    Votre accompagnement continue comme avant. Le même lien marche encore si vous changez d’avis.

## Une ou un coach arrive

staff-welcome =
    Bonjour { $name }. Je suis Relais, un programme.

    Quelle langue préférez-vous ?
    You can also choose English.
hours-question =
    Quand peut-on vous joindre ? Je vous écris à ces heures, du lundi au vendredi. En dehors, seulement si vous m’écrivez.

    Touchez un choix, ou écrivez vos heures, par exemple : 8h30-16h30.
button-hours = { $opens } – { $closes }
hours-again = Je n’ai pas compris ces heures. Écrivez par exemple : 9h-17h.
hours-kept = C’est noté : de { $opens } à { $closes }, du lundi au vendredi.
hours-without-note = Le mot du matin était prévu après ces heures pour { $names } : il ne vient plus. Chaque personne le sait.
coach-ready =
    Tout est prêt. Vous pouvez inviter une personne.

    Vous verrez seulement ce qu’elle choisit de montrer.
facilitator-ready = Tout est prêt. Le menu et l’aide sont en bas.
supervisor-ready = C’est noté. Vous lirez ici des nombres, et aucun nom.

## Inviter

invite-question =
    Qui voulez-vous inviter ?

    Écrivez un prénom ou un surnom, sans nom de famille.
invite-name-again = Écrivez seulement un prénom ou un surnom, par exemple : Sami.
name-too-long = Ce nom est trop long : { $most } signes au plus. Un plus court ?
invite-one-name = Un seul prénom à la fois. Chaque personne a son propre lien.
invite-ready =
    Invitation pour { $name }.
    Montrez ce code, ou envoyez ce lien. Il marche une seule fois, pendant trois jours.
button-cancel-invitation = Annuler l’invitation
invite-cancelled = L’invitation pour { $name } est annulée. Le lien ne marche plus.
# lock-screen
invite-used =
    L’invitation pour { $name } est utilisée.

    Nom affiché sur Telegram : « { $account } ». Est-ce la bonne personne ?
no-account-name = sans nom
invite-to-confirm =
    L’invitation pour { $name } est utilisée.

    Est-ce la bonne personne ?
button-it-is-them = Oui, bonne personne
button-not-them = Non, quelqu’un d’autre
invite-confirmed =
    C’est noté. { $name } est dans votre liste.

    Vous pouvez proposer un réveil, ou un autre rappel.
invite-denied =
    C’est noté. Vous ne verrez rien de cette personne.

    Vous pouvez faire une nouvelle invitation.
# lock-screen
invite-not-confirmed =
    Votre coach n’a pas reconnu cette invitation.

    Rien ne lui est montré. Vous pouvez en parler de vive voix.

## Les personnes accompagnées

people = { $lines }
people-none = Il n’y a encore personne dans votre liste. Vous pouvez inviter quelqu’un.
people-part =
    { $lines }

    { $first } à { $last } sur { $count }. Pour trouver quelqu’un, écrivez son nom.
people-not-found =
    Je ne trouve pas ce nom dans votre liste.

    Vous pouvez en écrire un autre.
button-previous = Précédents
button-next = Suivants
button-everybody = Toute la liste
person =
    { $name }

    { $lines }
button-person = { $name }
line-person =
    • { $name }
    { $lines }
line-invited = • { $name } : invitation en attente
line-to-confirm = • { $name } : à confirmer
line-there = { $city } : il est { $time }
line-unreachable = Ne reçoit pas les messages en ce moment
line-silent = { $count } réveils de suite sans réponse
line-proposal-waits = Votre proposition attend une réponse
line-paused = En pause, reprend { $day }
line-stopped = Aucun message ne part : son accord manque
line-proposed = Réveil proposé à { $time }, en attente de réponse
line-checkin = Point du { $day } :
line-checkin-value = { $name } : { $answer }
line-next = Prochain message : { $day }, { $time }
outcome-awaited = Ce matin : pas encore de réponse
outcome-snoozed = Ce matin : quelques minutes de plus
outcome-up = Ce matin : debout, réponse à { $time }
outcome-not-working = Aujourd’hui : pas de travail
outcome-unwell = Aujourd’hui : ne va pas bien

## Ce qui est convenu avec une personne, pour le coach

# label: the way people say it
button-agreed = Plans convenus
person-agreed =
    { $name } : ce qui est convenu

    { $lines }
line-agreed-none = Rien n’est convenu en ce moment.
line-coming-messages = Prochains messages :
line-moment = • { $day }, { $time }

## Les notes d’un coach, pour soi

button-notes = Mes notes
person-notes =
    { $count ->
        [0] Vous n’avez pas encore de note sur { $name }.
       *[other] Vos notes sur { $name }.
    }

    Personne d’autre ne les lit dans Relais. Elles s’effacent quand vous n’accompagnez plus cette personne.

    { $name } peut savoir qu’il y en a, et demander à les lire.
person-note-write =
    Écrivez votre note sur { $name }, en quelques mots.

    Des faits : { $name } peut les lire un jour. Votre message reste aussi dans cette conversation Telegram.
person-note-kept =
    C’est gardé, pour vous. Sur { $name } :

    « { $text } »
person-note =
    { $name }, { $day } :

    « { $text } »
person-notes-full = Il y a déjà { $count } notes sur { $name }. Vous pouvez en effacer une pour en écrire une autre.
button-note = { $text } ({ $day })
button-note-write = Écrire une note
button-note-erase = Effacer la note
toast-note-erased = La note est effacée ici. Votre message Telegram reste.

## Un mot de l’équipe

button-write-word = Écrire un mot
button-write-several = Écrire à plusieurs
button-write-group = Écrire au groupe
button-write-all = Tout le groupe
button-write-missed = Joindre de nouveau
write-several =
    À qui écrire ? Touchez les noms, puis « Continuer ».

    Chaque personne le reçoit à part, sans savoir qui d’autre.

    Personnes choisies : { $count }
write-group =
    À qui écrire, dans le groupe « { $group } » ?

    « Joindre de nouveau » : les personnes que mon dernier message n’a pas atteintes.
write-to-person = { $name }
write-to-people = { $count } personnes
write-to-group = { $count ->
    [1] le groupe « { $group } », une personne
   *[other] le groupe « { $group } », { $count } personnes
}
write-ask =
    Un mot pour { $to }

    Écrivez-le ici. Vous le relisez avant l’envoi.
word-again = Je ne lis aucun mot dans ce message. Écrivez quelques mots, ou touchez « Retour ».
word-long = Ce mot est long. La limite est de { $most } signes. Écrivez-le plus court.
# long: what was typed stands inside
write-card =
    Pour { $to }, voici le message :

    { $message }

    Rien n’est encore envoyé.
# long: the names stand inside
write-sent =
    { $lines }

    Une réponse vous arrive ici, à vos heures.
write-not-sent = { $lines }
line-written-now = C’est envoyé : { $names }.
line-written-later = Le mot part { $day } à { $time }, pas avant : { $names }.
line-written-not = Mes messages n’arrivent pas en ce moment : { $names }.
write-nobody = Dans ce choix, il n’y a plus personne de votre liste. Rien n’est parti.
write-nobody-reached = Mes messages n’arrivent pas pour le moment. Rien n’est parti.
write-nobody-missed =
    Dans le groupe « { $group } », il n’y a personne à joindre de nouveau.

    Toutes les personnes que je peux joindre ont reçu mon dernier message.
# lock-screen
# long: what was typed stands inside
word-answered =
    { $name } vous répond.

    « { $text } »

    Votre mot : « { $word } »
# lock-screen
word-thanked =
    { $name } vous dit merci pour votre mot.

    « { $word } »

## Un mot de l’équipe, pour la personne

# lock-screen
# long: what was typed stands inside
staff-word =
    { $staff } vous écrit.

    { $text }

    Vous pouvez répondre, dire merci, ou ne rien faire.
# lock-screen
# long: what was typed stands inside
staff-word-group =
    { $staff } écrit au groupe « { $group } ».

    { $text }

    Vous pouvez répondre, dire merci, ou ne rien faire.
button-answer-word = Répondre
# long: what was typed stands inside
staff-word-answer =
    { $staff } vous a écrit :

    { $text }

    Écrivez votre réponse ici. Elle part dès l’envoi, pour { $staff } seulement.
# long: what was typed stands inside
staff-word-thanked =
    { $staff } vous a écrit :

    { $text }

    Votre merci est parti.
word-passed-on =
    C’est envoyé. { $staff } reçoit votre réponse maintenant.

    C’est urgent ? Le bouton « Aide » donne des numéros.
word-read-later =
    C’est noté. { $staff } peut lire votre réponse { $day } à partir de { $time }, pas avant.

    C’est urgent ? Le bouton « Aide » donne des numéros.
word-read-after =
    C’est noté. Pendant son absence, { $staff } ne lit pas les réponses.

    La vôtre peut être lue { $day } à partir de { $time }. C’est urgent ? Le bouton « Aide » donne des numéros.
word-covered = D’ici là, une demande de contact va d’abord à { $staff }. Si { $staff } ne la lit pas : { $cover } la reçoit.
word-not-passed-on =
    { $staff } ne reçoit pas mes messages en ce moment. Votre réponse n’est pas partie.

    Vous pouvez demander un contact. Le bouton « Aide » donne des numéros.
word-over = Ce mot vient de quelqu’un qui ne vous accompagne plus ici. Rien n’est parti.

## Passer le relais, arrêter

button-support = Confier ou arrêter
support-options =
    { $name } : la suite de l’accompagnement

    Quelqu’un d’autre de l’équipe peut prendre votre place.

    Vous pouvez aussi arrêter. { $name } continue alors avec Relais sans coach, ou part : c’est son choix.
button-hand-over = Passer le relais
button-end-support = Arrêter
handover-whom = Qui accompagne { $name } à votre place ? Touchez un nom.
handover-confirm =
    Demander à { $other } d’accompagner { $name } ?

    Si { $other } dit oui, vous ne voyez plus rien de cette personne, tout de suite.

    { $other } voit seulement ce que la personne décide ensuite de montrer.
button-ask-colleague = Demander
handover-asked =
    C’est demandé à { $other }.

    Pour { $name }, rien ne change avant un oui.
# lock-screen
handover-offer =
    { $coach } vous propose d’accompagner { $name }, à sa place.

    Vous verrez seulement ce que la personne décide de montrer.
handover-taken =
    C’est noté. { $name } est dans votre liste.

    { $name } l’apprend, et décide de ce que vous voyez. D’ici là, vous ne voyez aucune réponse.
# lock-screen
handover-done =
    { $other } accompagne maintenant { $name }.

    Vous ne voyez plus rien de cette personne ici.
# lock-screen
handover-refused =
    { $other } ne peut pas accompagner { $name }.

    Rien ne change.
handover-refused-noted = C’est noté. Rien ne change.
# lock-screen
handed-over =
    { $other } vous accompagne maintenant. Avant, c’était { $coach }.

    { $coach } ne voit plus rien de vous. { $other } voit si mes messages arrivent, quand vient le suivant, et vos pauses.

    { $lines }

    Pour tout le reste, vous décidez de ce que vous montrez.
line-handed-note = Le mot « pas de réponse ce matin » ne part plus.
button-show-same = Montrer comme avant
handed-same =
    C’est noté. { $coach } voit ce que vous montriez avant.

    { $lines }

    Vous pouvez changer à tout moment.
line-handed-note-again = Le mot « pas de réponse ce matin » est à part : vous pouvez le choisir pour { $coach } aussi.
button-note-to = Mot à { $coach }
support-end =
    Arrêter d’accompagner { $name } ici ?

    Vous ne voyez plus rien, tout de suite.

    { $name } l’apprend et choisit : continuer avec Relais sans coach, ou partir. Rien n’est effacé sans sa demande.
button-end-support-now = Oui, arrêter
support-ended =
    C’est fait. Vous n’accompagnez plus { $name } ici. Vous ne voyez plus rien.

    { $name } l’apprend, et choisit de garder Relais ou de partir. Vous n’en saurez rien ici.
# lock-screen
support-over =
    { $coach } ne vous accompagne plus ici, et ne voit plus rien de vous.

    { $lines }

    Pour vous, mes messages ne changent pas. Vos réponses restent à vous.

    Vous pouvez garder Relais pour vous, ou partir : tout est alors effacé.
button-keep-relais = Garder Relais
support-kept =
    C’est noté. Relais continue pour vous.

    { $lines }
line-still-supports = { $coach } vous accompagne toujours.
line-nobody-supports =
    Aucun coach ne vous accompagne ici pour le moment.

    Le bouton « Aide » donne des numéros.

## Choisir un réveil

remind-whom = Pour qui est ce rappel ?
draft-own =
    Votre réveil, à vérifier

    { $rule }

    Rien n’est mis en place avant « C’est bon ». Une heure s’écrit aussi, par exemple : 6h45.
draft-for =
    Un réveil pour { $name }

    { $rule }

    C’est une proposition. { $name } peut dire oui, dire non, ou changer l’heure.
rule =
    Heure : { $time }
    Jours : { $days }
    Début : { $starts }
    Jours fériés : non
rule-with-holidays =
    Heure : { $time }
    Jours : { $days }
    Début : { $starts }
    Jours fériés : oui
button-that-is-it = C’est bon
button-propose = Proposer
button-time-of-day = Heure
button-which-days = Jours
button-starts = Début
button-holidays-on = Jours fériés : oui
button-holidays-off = Jours fériés : non
button-time = { $time }
button-date = { $day }
button-days = { $days }
button-day-in = ✓ { $day }
button-day-out = { $day }
day-mon = lun.
day-tue = mar.
day-wed = mer.
day-thu = jeu.
day-fri = ven.
day-sat = sam.
day-sun = dim.
draft-which-time =
    À quelle heure ?

    Touchez une heure, ou écrivez-la, par exemple : 6h45.
draft-which-days =
    Quels jours ? Touchez un jour pour l’ajouter ou l’enlever.

    Choix : { $days }
draft-which-start =
    À partir de quel jour ?

    Touchez un jour, ou écrivez une date, par exemple : 15/01.
time-again = Je n’ai pas compris cette heure. Écrivez par exemple : 7h15.
date-too-far = Cette date est trop loin. Le plus loin possible : le { $day }.
date-over = Ce jour est déjà passé. Écrivez une date à venir, par exemple : 15/01.
date-again = Je n’ai pas compris cette date. Écrivez par exemple : 15/01.

## Proposer un réveil

# lock-screen
proposal =
    { $coach } vous propose un réveil.

    { $rule }

    C’est vous qui choisissez.
button-other-time = Une autre heure
proposal-sent = C’est envoyé à { $name }. La réponse vous arrive ici, à vos heures.
proposal-which-time =
    Quelle heure vous va mieux ?

    Touchez une heure, ou écrivez-la, par exemple : 7h15.
# lock-screen
proposal-accepted = { $name } est d’accord : réveil à { $time }.
# lock-screen
proposal-other-time = { $name } est d’accord, à une autre heure : { $time }.
# lock-screen
proposal-declined =
    { $name } préfère ne pas avoir de réveil à { $time }.

    Vous pouvez en parler avec { $name }.
proposal-no = C’est noté : pas de réveil. Votre coach aura votre réponse.

## Proposer un rappel

button-several = Plusieurs personnes
remind-several =
    Pour qui ? Touchez un prénom pour l’ajouter ou l’enlever.

    Personnes choisies : { $count }
toast-enough-people = Vingt personnes suffisent pour une fois.
remind-kind = Quel rappel pour { $name } ?
button-kind-wakeup = Réveil
button-kind-checkin = Petit point
button-kind-appointment = Rendez-vous
button-kind-words = Mes mots
button-kind-technique = Stratégie
button-kind-exercise = Exercice
remind-what =
    Que rappeler à { $name } ?

    Écrivez-le avec vos mots. Ils seront lus tels quels.
remind-when =
    Quand, pour { $name } ?

    Touchez un moment, ou écrivez une heure, par exemple : 14h30.
button-when = { $when }
button-before-interview = Entretien − 1 jour
button-after-start = Embauche + 7 jours
day-of-interview =
    Quel est le jour de l’entretien ?

    Touchez un jour, ou écrivez une date, par exemple : 15/01.
day-of-start =
    Quel est le premier jour de travail ?

    Touchez un jour, ou écrivez une date, par exemple : 15/01.
button-place = Lieu
remind-place =
    Où est le rendez-vous ?

    Écrivez le lieu, par exemple : 12 rue des Lilas.
remind-lead = Quand prévenir { $name } ?
remind-card =
    Pour { $name } :

    { $what }
    { $lines }

    C’est une proposition. La réponse peut être oui, non, ou une autre heure.
appointment = Rendez-vous
line-where = Lieu : { $place }
line-from = Début : { $day }
line-coming = Message : { $when }
remind-sent =
    { $lines }

    Chaque personne répond pour elle. Les réponses vous arrivent ici, à vos heures.
line-sent-to = C’est envoyé à : { $names }
line-not-sent-to = Pas envoyé, déjà proposé ou plus possible : { $names }
remind-many =
    Cinq propositions pour { $name } attendent déjà une réponse.

    Vous pouvez en retirer une, puis en faire une autre.
# lock-screen
offered-words =
    { $coach } vous propose un rappel.

    « { $what } »
    { $lines }

    C’est vous qui choisissez.
# lock-screen
offered-appointment =
    { $coach } vous propose un rendez-vous.

    { $what }
    { $lines }

    C’est vous qui choisissez.
# lock-screen
offered-checkin =
    { $coach } vous propose un rappel.

    { $what }
    { $lines }

    Vos réponses sont pour vous, sauf ce que vous montrez. C’est vous qui choisissez.
# lock-screen
offered-change =
    { $coach } vous propose de changer un rappel.

    { $what }
    { $lines }

    C’est vous qui choisissez.
line-going = « Je suis en route » : { $coach } le saura
button-offered = Rappel proposé
reminders-only-offered = Un rappel proposé attend votre réponse.
offered-yes = C’est noté. { $what } : { $when }.
offered-no = C’est noté : pas de rappel.
offered-no-told = C’est noté : pas de rappel. Votre coach aura votre réponse.
offered-over = Ce moment est passé. Rien n’est mis en place.
# lock-screen
offered-accepted =
    { $name } est d’accord : { $when }.

    { $what }
# lock-screen
offered-other-time =
    { $name } est d’accord, à une autre heure : { $when }.

    { $what }
# lock-screen
offered-declined =
    { $name } préfère ne pas avoir ce rappel.

    { $what }, { $when }

    Vous pouvez en parler avec { $name }.
reminder-there =
    { $what }
    Lieu : { $place }
# label: a whole sentence, so that it is clear what is said
button-going = Je suis en route
going = Bonne route.
going-told = Bonne route. { $coach } le saura.
# lock-screen
appointment-going = { $name } est en route. Rendez-vous à { $time }.

## Ce qui est proposé, et ce qui est arrivé

button-reminders-of = Rappels
line-offered = Rappel proposé, en attente de réponse : { $when }
person-reminders =
    Vos rappels pour { $name }

    { $lines }
line-reminders-none = Rien de proposé ni d’accepté pour l’instant.
when-they-wish = selon ses choix
line-reminder-waiting = { $number }. En attente : { $what }, { $when }
line-reminder-agreed = { $number }. D’accord : { $what }, { $when }
person-reminder-waiting =
    { $name } n’a pas encore répondu :

    { $what }, { $when }
person-reminder-agreed =
    { $name } est d’accord :

    { $what }, { $when }
button-take-offer-back = Retirer la proposition
person-taken-back = C’est retiré. Cette proposition à { $name } ne compte plus.
button-rest = Proposer une pause
person-reminder-pause = Quelle pause proposer à { $name } ?
button-one-week = Une semaine
button-two-weeks = Deux semaines
button-four-weeks = Quatre semaines
button-end-reminder = Arrêter ce rappel
person-reminder-stop =
    Arrêter ce rappel ?

    { $what }, { $when }

    { $name } le saura, une fois.
button-end-yes = Oui, arrêter
person-reminder-ended = C’est arrêté. { $name } le saura.
# lock-screen
ended-by-coach =
    { $coach } a arrêté un rappel.

    { $what }, { $when }

    Il ne vient plus. Vous pouvez le garder pour vous.
button-keep-it = Le garder
button-arrivals = Pas arrivé ?
arrivals =
    Derniers messages à { $name }

    { $lines }
arrivals-none = Aucun de vos rappels à { $name } ces sept derniers jours.
line-arrival = • { $day }, { $time }, { $what } : { $said }.
arrival-sent = arrivé
arrival-not = pas arrivé
arrival-perhaps = peut-être arrivé, Telegram n’a pas confirmé
arrival-coming = en route
arrival-unsuited = pas envoyé, le moment ne convenait pas
arrival-late = pas arrivé, l’heure était passée
arrival-missed = pas arrivé, Relais ne fonctionnait pas à cette heure
arrival-restored = pas arrivé, une sauvegarde venait d’être remise en place
arrival-slowed = pas arrivé, Telegram a demandé d’attendre
arrival-away = pas arrivé, Telegram ne répondait pas
arrival-paused = pas envoyé, c’était une pause
arrival-withdrawn = pas envoyé, ce rappel était arrêté ou changé
arrival-answered = pas envoyé, la réponse était déjà là
arrival-unreachable = pas arrivé, les messages ne passent pas en ce moment
arrival-refused = pas arrivé, Telegram l’a refusé
arrival-malformed = pas arrivé, le message était illisible
arrival-unapproved = pas envoyé, le texte n’est pas encore validé

## Autour du réveil

around-evening =
    Voulez-vous un message la veille, pour tout préparer ?

    Touchez une heure, ou écrivez-la, par exemple : 19h30.
around-leaving =
    À quelle heure partez-vous de chez vous ? Je vous écris dix minutes avant.

    Touchez une heure, ou écrivez-la, par exemple : 8h10.
around-telling =
    Parfois, vous ne répondez pas. { $coach } peut alors recevoir un mot : « pas de réponse ce matin ».

    Le voulez-vous, et à quelle heure ? { $coach } est joignable de { $opens } à { $closes }.
wakeup-agreed =
    C’est noté.

    { $whole }

    Gardez aussi votre réveil habituel. Un téléphone peut être coupé.
wakeup-mine =
    Votre réveil

    { $lines }
line-only = Seulement { $day } : { $time }
line-until = Dernier jour : { $day }
line-evening = Message la veille : { $time }
line-leaving = Départ : { $time }
line-telling = Mot à votre coach, sans réponse : { $time }
button-change-wakeup = Changer le réveil
button-change-around = Veille et départ
button-stop-wakeup = Arrêter le réveil
wakeup-ended = C’est noté. Il n’y a plus de réveil.

## La veille

# lock-screen
evening =
    Demain, réveil à { $time }.

    Sac, vêtements, votre réveil : tout est prêt ?
# lock-screen
evening-leaving =
    Demain, réveil à { $time }, départ à { $leaves }.

    Sac, vêtements, votre réveil : tout est prêt ?
button-ready = C’est prêt
button-change-time = Changer l’heure
# label: without the day it could mean today
button-no-work = Pas de travail demain
evening-ready = C’est noté. Demain, { $time }. Bonne soirée.
evening-no-work = C’est noté. Pas de réveil { $day }.
button-work-after-all = Si, je travaille
evening-which-time =
    À quelle heure, { $day } ?

    Touchez une heure, ou écrivez-la, par exemple : 7h15.
evening-changed = C’est noté : { $time }, { $day } seulement.

## Le matin

# lock-screen
nudge =
    Bonjour. C’est l’heure du réveil.

    D’abord : s’asseoir, les pieds au sol.
button-up = Je suis debout
button-snooze = Encore 8 minutes
button-not-working = Pas de travail
# label: the shortest way to say it kindly
button-unwell = Ça ne va pas
snoozed = D’accord. Je vous écris à { $time }.
toast-no-more-snooze = C’était la dernière fois ce matin. D’abord : s’asseoir, les pieds au sol.
morning-phase =
    Étape { $number } sur { $count }

    { $what }
phase-light = Ouvrir les rideaux. Boire un verre d’eau.
phase-wash = Se laver. S’habiller.
phase-eat = Manger un peu. Faire ses gestes du matin.
phase-bag = Prendre le sac, les clés, le titre de transport.
phase-leave = Mettre les chaussures. Sortir.
button-phase-done = C’est fait
button-skip = Passer
button-enough = Continuer sans étapes
morning-ready = Tout est fait. Bonne journée.
morning-enough = D’accord. Bonne journée.
up-late = Merci de votre réponse. Bonne journée.
not-working = C’est noté. Plus de message ce matin. Bonne journée.
unwell =
    Merci de le dire. Prenez soin de vous.

    { $lines }

    Voici des mots à copier. C’est vous qui les envoyez.
unwell-tell = Vous pouvez prévenir votre employeur et votre coach. Un médecin peut aussi aider.
unwell-tell-no-coach = Vous pouvez prévenir votre employeur. Un médecin peut aussi aider.
unwell-seen = Votre coach voit, sur votre page, que ça ne va pas ce matin.
button-copy-employer = Texte : employeur
button-copy-coach = Texte : coach
# vous: it is said to the employer
unwell-employer = Bonjour, je ne vais pas bien ce matin. Je ne peux pas venir travailler. Je vous rappelle dans la journée.
unwell-coach = Bonjour, je ne vais pas bien ce matin. Je ne vais pas au travail. Peut-on se parler aujourd’hui ?

## Le départ

# lock-screen
leaving = Départ à { $time }. C’est bientôt.
button-on-my-way = Je pars
button-late = J’aurai du retard
on-my-way = Bonne route et bonne journée.
late = Cela arrive. Voici des mots à copier. C’est vous qui les envoyez.
late-employer = Bonjour, j’aurai du retard ce matin. Je fais au mieux pour arriver vite.
late-coach = Bonjour, j’aurai du retard au travail ce matin.

## Un mot au coach

# lock-screen
note-no-answer =
    { $name } : pas de réponse ce matin.

    Réveil prévu à { $time }. Vous recevez ce mot avec son accord.

    Cela ne veut pas dire danger. Le téléphone peut être coupé.
note-after-hours = { $coach } a changé ses heures. Sans réponse de votre part, le mot de { $time } n’est plus envoyé. Vous pouvez choisir une autre heure.
button-i-will-call = Je vais appeler
note-answered = { $name } a répondu depuis. Sa réponse est sur sa page, si elle est partagée.

## Hors d’une question

stranger =
    Je suis Relais, un programme. J’aide des personnes entre deux ateliers.

    Pour commencer ou continuer, ouvrez votre lien d’invitation. L’équipe qui vous accompagne peut vous en donner un.

    Personne ne lit ici en direct.
invitation-closed = Ce lien ne s’ouvre pas. La personne qui vous invite peut vous en donner un autre.
already-in = Vous êtes déjà ici. Il n’y a rien d’autre à faire.
typed-elsewhere =
    Je suis un programme. Personne ne lit ce message, et je ne le garde pas.

    Pour parler à quelqu’un : votre coach, ou le bouton « Aide ».
typed-elsewhere-no-coach =
    Je suis un programme. Personne ne lit ce message, et je ne le garde pas.

    Pour parler à quelqu’un : les numéros du bouton « Aide ».
typed-elsewhere-staff =
    Je suis un programme. Personne ne lit ce message, et je ne le garde pas.

    Ce que je peux faire est dans le menu.
cannot-read =
    Je peux lire seulement du texte. Je ne garde rien de cet envoi.

    C’est urgent ? Écrivez « aide ».
edited-message = Changer un message envoyé ne change rien ici. Vous pouvez répondre de nouveau avec le menu.
out-of-date = Ce bouton n’est plus valable. Vous pouvez repartir du menu.
not-approved =
    Ces textes ne sont pas encore prêts.

    Quelqu’un les relit d’abord. L’aide, elle, est toujours là.
texts-wait =
    Textes qui attendent une validation : { $count }. Ils ne partent pas.

    La personne qui gère Relais les trouve avec : relais approve.
in-a-group = Je réponds seulement en privé.

## Les questions d’un exercice

run-question =
    { $title }, question { $number } sur { $count }

    { $prompt }
run-question-again =
    { $title }, question { $number } sur { $count }

    { $prompt }

    Votre réponse : { $answer }
run-guide =
    { $prompt }

    { $lines }
run-line = { $line } ({ $seconds } secondes)
button-as-usual = Comme d’habitude
button-keep = Garder ma réponse
button-stop-here = Arrêter ici
button-chosen = ✓ { $what }
button-not-chosen = { $what }
button-own = « { $text } »
button-more-answers = D’autres réponses
button-first-ones = Premières réponses
button-go-on = Reprendre : { $title }
run-stopped = C’est noté jusqu’ici. Vous pouvez reprendre quand vous voulez.
run-stopped-today = C’est noté jusqu’ici. Vous pouvez reprendre dans la journée.
run-nothing = D’accord. Rien n’est gardé.
run-left = Ces questions ont laissé la place à d’autres. Les réponses sont gardées.
run-first =
    { $first }

    { $then }
run-earlier = Ce bouton est celui d’une question passée. Rien n’a changé.
run-changed = Les questions ont changé entre-temps. Les réponses qui conviennent toujours sont gardées.
run-tap = Je n’ai pas compris. Touchez une réponse, s’il vous plaît.
run-at-most = { $count } réponses au plus. Touchez une réponse choisie pour l’enlever.
run-added = C’est ajouté à votre réponse.
run-cut = C’était long. J’ai gardé le début : { $limit } signes.

## Faire le point

checkin-today =
    Le point du jour est déjà noté.

    Vous pouvez revoir chaque réponse.
button-again = Revoir mes réponses
checkin-staff = Le point du jour est pour les personnes accompagnées.

## Après le travail

button-afterwork = Après le travail
# lock-screen
afterwork-due-1 =
    La journée de travail est finie.

    { $prompt }
# lock-screen
afterwork-due-2 =
    Le travail est fini pour aujourd’hui.

    { $prompt }
# lock-screen
afterwork-due-3 = { $prompt }
afterwork-offer =
    Voulez-vous une question après le travail ? Elle prend une seconde.

    Elle vient une demi-heure après, les jours de travail.
button-answer-now = Répondre maintenant
afterwork-which-end =
    À quelle heure finit le travail ?

    Touchez une heure, ou écrivez-la, par exemple : 16h45.
afterwork-quiet =
    La question tomberait dans vos heures calmes. Je n’écris pas à ce moment-là.

    Touchez une autre heure, ou écrivez-la, par exemple : 16h45.
afterwork-plan =
    Après le travail : { $when }.

    { $seen }
afterwork-shown = Votre coach voit vos réponses, jamais vos phrases.
afterwork-kept = Vos réponses sont pour vous : votre coach ne les voit pas.
afterwork-shown-no-coach = Personne ne voit vos réponses pour le moment. Un coach, plus tard, les verrait, jamais vos phrases.
afterwork-kept-no-coach = Vos réponses sont pour vous : personne d’autre ne les voit.
afterwork-today =
    C’est déjà noté pour aujourd’hui.

    Vous pouvez revoir chaque réponse.
button-afterwork-shown = Travail : visible
button-afterwork-kept = Travail : pour moi
line-afterwork = Après le travail :
line-afterwork-day = • { $day } : { $went }
line-afterwork-about = • { $day } : { $went } ({ $about })

## Demander un contact

# label: the way people say it
button-ask-contact = Demander un contact
button-take-back = Retirer ma demande
button-seen = Vu
button-talked = On s’est parlé
contact-sent =
    Votre demande de contact est partie.

    { $lines }

    Personne d’autre ne la voit.

    Vous pouvez ajouter une phrase : écrivez-la ici. En danger ? Le bouton « Aide » est là.
line-contact-told = { $name } la reçoit.
line-contact-later = { $name } la reçoit { $day } à { $time }, pas avant.
line-contact-unreachable = { $name } ne reçoit pas mes messages en ce moment.
line-contact-cover = Si { $coach } ne la lit pas : { $cover } la reçoit.
line-contact-words = Déjà dans votre demande : « { $line } »
contact-line-added = C’est ajouté à votre demande.
contact-line-cut =
    Une demande garde { $most } signes au plus. Voici ce qui part avec la vôtre :

    « { $line } »

    La suite n’est pas gardée. Vous pourrez la dire de vive voix.
contact-withdrawn = C’est noté. Votre demande est retirée.
contact-nobody =
    Aucun coach ne vous accompagne ici pour le moment. Je ne peux prévenir personne.

    Le bouton « Aide » donne des numéros.
contact-staff = Les demandes de contact sont pour les personnes accompagnées.
# lock-screen
contact-receipt = Vu par { $name } à { $time }.
# lock-screen
contact-receipt-call = Vu par { $name } à { $time }. { $name } va vous appeler.
# lock-screen
contact-handed-over =
    { $coach } n’a pas encore lu votre demande.

    { $cover } la reçoit maintenant.
# lock-screen
contact-handed-over-later =
    { $coach } n’a pas encore lu votre demande.

    { $cover } la reçoit { $day } à { $time }, pas avant.
# lock-screen
contact-unread =
    Personne n’a encore lu votre demande.

    Elle reste ouverte. Vous pouvez aussi appeler. Le bouton « Aide » donne des numéros.

## Une demande de contact, pour le coach

# lock-screen
contact-asked = { $name } demande un contact.
# lock-screen
contact-remind = Toujours à lire : { $name } demande un contact.
contact-to-look-at =
    { $first }

    { $lines }

    Rien ne dit si c’est urgent. « Vu » prévient la personne.

    { $words }
line-contact-since = Demandé { $day } à { $time }.
line-contact-says = Avec ces mots : « { $line } »
line-contact-instead = Vous remplacez { $coach } pour cette demande.
contact-taken-back = { $name } a retiré sa demande de contact.
contact-asked-anew = { $name } a redemandé un contact. Un autre message le dit.
contact-settled = { $name } : la demande est vue.
contact-seen-by-me = { $name } : demande vue { $day } à { $time }. { $name } le sait.
contact-will-call = { $name } : demande vue { $day } à { $time }. { $name } attend votre appel.
contact-call-by-other = { $name } : demande vue { $day } à { $time } par { $other }, qui va appeler.
contact-seen-by-other = { $name } : demande vue par { $other }, { $day } à { $time }.
contact-talked = { $name } : c’est noté, l’échange a eu lieu.
contact-talked-by-other = { $name } : { $other } lui a parlé.
line-contact = Demande un contact depuis { $day }, { $time }
line-contact-seen = Demande de contact : vue par { $name } ({ $day }, { $time })
line-contact-call = Demande de contact : vue par { $name }, qui va appeler ({ $day }, { $time })

## Pendant une absence

button-cover = Mon absence
cover-offer =
    Qui lit les demandes de contact à votre place, si vous ne les lisez pas ?

    Touchez un nom. Cette personne le saura et peut dire non.
cover-nobody = Il n’y a pas d’autre coach ici pour le moment.
cover-first =
    { $name } lit à votre place : à partir de quel jour ?

    Touchez un jour, ou écrivez une date, par exemple : 15/01.
cover-last =
    { $name } lit à votre place à partir du { $first }. Jusqu’à quel jour compris ?

    Touchez un jour, ou écrivez une date, par exemple : 15/01.
cover-days = du { $first } au { $last } compris
cover-day = le { $day }
cover-mine =
    { $name } reçoit les demandes que vous ne lisez pas, { $when }.

    Vous les recevez d’abord, puis un rappel une heure après.
button-cover-end = Enlever
# lock-screen
cover-asked =
    { $name } vous demande un relais, { $when }.

    Vous recevez ses demandes de contact non lues, à vos heures seulement.
# label: the shortest way to say it kindly
button-cover-refuse = Je ne peux pas
cover-refused-noted = C’est noté. Vous ne recevez rien à sa place.
# lock-screen
cover-refused =
    { $name } ne peut pas lire à votre place.

    Vous pouvez choisir quelqu’un d’autre.
# lock-screen
cover-over = Vous ne remplacez plus { $name } pour les demandes.

## Le résumé du matin

button-digest = Résumé du matin
digest-mine =
    Les jours de travail à { $time }, je vous écris s’il y a quelque chose. Sinon, rien.

    Une fois par semaine, trois nombres : messages envoyés, avec réponse, jamais arrivés. Je compte seulement ce qui vous est montré.

    Une demande de contact n’attend pas le résumé.
digest-which-time =
    À quelle heure ? Entre { $opens } et { $closes }.

    Touchez une heure, ou écrivez-la, par exemple : 9h30.
# lock-screen
digest =
    { $count ->
        [1] Une personne à voir aujourd’hui.
       *[other] { $count } personnes à voir aujourd’hui.
    }

    { $lines }
line-digest-contact = • { $name } demande un contact depuis { $day }, { $time }.
line-digest-no-answer = • { $name } : pas de réponse au réveil, { $day }.
line-digest-unreachable = • { $name } ne reçoit pas mes messages.
line-digest-more = { $count ->
    [1] Et une autre personne, dans votre liste.
   *[other] Et { $count } autres personnes, dans votre liste.
}
# lock-screen
digest-week = La semaine passée, messages envoyés : { $sent }, avec réponse : { $answered }, jamais arrivés : { $unreceived }.
button-call-name = J’appelle { $name }

## Les groupes et leurs ateliers

button-overview = Vue d’ensemble
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

    Je note quand vous regardez.
overview-few = moins de cinq
button-my-groups = Mes groupes
groups = Les groupes que vous animez :
groups-none =
    Vous n’animez pas encore de groupe ici.

    Un groupe se crée en une minute.
button-new-group = Créer un groupe
button-group = { $name }
group-which-name =
    Quel nom a le groupe ?

    Écrivez un nom court, par exemple : Mardi matin.
group-name-again = Écrivez un nom avec des lettres ou des chiffres, par exemple : Mardi matin.
group-which-place =
    Où se réunit le groupe « { $name } » ?

    Écrivez une adresse, ou touchez « Passer ».
group-not-made = Le groupe « { $name } » n’est pas encore créé.
group-which-programme = Quel programme suit ce groupe ?
group =
    Groupe « { $name } »
    { $place }

    { $lines }
group-no-dates = Les dates ne sont pas encore choisies.
group-over = Tous les ateliers ont eu lieu.
group-no-members = Personne dans ce groupe pour le moment.
button-dates = Les dates
button-set-dates = Choisir les dates
button-members = Les membres
button-facilitators = L’équipe
button-attendance = Noter les présences
line-comes = • { $name } : vient
line-comes-not = • { $name } : ne peut pas venir
line-comes-unsaid = • { $name } : réponse à venir
line-member = • { $name }
line-member-unreachable = • { $name } : mes messages n’arrivent pas
line-place = Lieu : { $place }
line-group = Groupe : { $name }
line-informal-before = Moment convivial avant, à { $time }
line-informal-after = Moment convivial après, à { $time }
line-workshop = { $number }. { $day }, { $time }
line-workshop-title = { $number }. { $day }, { $time } : { $title }

button-group-edit = Modifier
group-edit = Groupe « { $name } » : que souhaitez-vous modifier ?
button-group-name = Le nom
button-group-place = Le lieu
group-new-name =
    Quel nom a maintenant le groupe « { $name } » ?

    Écrivez un nom court. Personne n’est prévenu d’un nouveau nom.
group-name-taken = Un autre de vos groupes s’appelle « { $name } ». Écrivez un autre nom.
group-renamed = C’est gardé : le groupe s’appelle « { $name } ».
group-new-place =
    Où se réunit maintenant le groupe « { $name } » ?

    Écrivez une adresse. S’il reste un atelier, les membres la reçoivent une fois.
group-place-again = Écrivez une adresse avec des lettres ou des chiffres, par exemple : 12 rue du Port.
group-place-same = C’est déjà le lieu du groupe : { $place }. Rien ne change.
group-place-kept = C’est gardé : { $place }.
group-place-told = C’est gardé : { $place }. Les membres le reçoivent une fois.
# lock-screen
group-place-changed = Le groupe « { $group } » se réunit maintenant ici : { $place }.

## Les dates d’un groupe

group-which-first =
    Quel jour est le premier atelier ? Il y en a { $count }.

    Touchez un jour, ou écrivez une date, par exemple : 15/01.
group-which-time =
    Premier atelier : { $day }. À quelle heure ?

    Touchez une heure, ou écrivez-la, par exemple : 14h15.
group-which-rhythm = À quel rythme se réunit le groupe ?
button-twice-a-week = Deux par semaine
# label: the usual way to say it
button-every-two-weeks = Une semaine sur deux
# long: a line for each date stands inside
group-draft =
    Rien n’est encore gardé. Touchez un numéro pour changer sa date.

    { $lines }
button-informal = Moment convivial
group-which-informal = Y a-t-il un moment convivial ?
button-before = Avant l’atelier
button-after = Après l’atelier
button-no-informal = Aucun
group-which-informal-time =
    À quelle heure est le moment convivial ?

    Touchez une heure, ou écrivez-la, par exemple : 16h30.
informal-too-late = Le moment convivial vient avant : l’atelier commence à { $time }.
informal-too-early = Le moment convivial vient après : l’atelier finit à { $time }.
group-dates-kept = C’est gardé. Les membres reçoivent les dates une fois.
group-dates =
    { $lines }

    Pour déplacer : touchez un numéro.
group-dates-over =
    { $lines }

    Tous les ateliers ont commencé ou sont passés.
workshop-which-day =
    L’atelier { $number } est prévu le { $day }. Quel jour à la place ?

    Touchez un jour, ou écrivez une date, par exemple : 15/01.
workshop-which-time =
    Atelier { $number }, { $day } : à quelle heure ?

    Touchez une heure, ou écrivez-la, par exemple : 14h15.
button-boosters = Ateliers de rappel
button-other-dates = Autres dates
# lock-screen
boosters-proposed =
    Tous les ateliers du groupe « { $group } » ont eu lieu.

    Le programme prévoit une suite. Des dates possibles :

    { $lines }

    Rien n’est encore gardé.
# lock-screen
group-date-moved = L’atelier { $number } est maintenant le { $day } à { $time }. Les membres le savent.
workshop-past = Ce moment est déjà passé.
workshop-same-day = Il y a déjà un atelier ce jour-là.
workshop-order = Les ateliers gardent leur ordre. Cette date le changerait.
workshop-begun = Cet atelier a déjà commencé. Sa date ne change plus.

## Les membres et l’équipe d’un groupe

group-members =
    Groupe « { $name } » :

    { $lines }

    Toucher un nom permet d’enlever cette personne du groupe.
group-members-none =
    Personne dans le groupe « { $name } » pour le moment.

    Chaque personne entre par son propre lien.
button-invite-member = Inviter un membre
group-invite-next = Invitation dans le groupe « { $group } ».
group-remove-question =
    Enlever { $name } du groupe « { $group } » ?

    Ses rappels d’ateliers s’arrêtent. Je le lui dis une fois.
button-take-out-of-group = Enlever du groupe
# lock-screen
group-left-by-team =
    Vous n’êtes plus dans le groupe « { $group } ».

    Plus rien de ce groupe n’arrive ici. L’équipe peut répondre aux questions.
group-leads =
    Le groupe « { $name } » est animé par :

    { $lines }
line-lead = • { $name }
button-invite-lead = Inviter à animer
group-which-lead =
    Qui anime avec vous ?

    Écrivez un prénom ou un surnom, sans nom de famille.
group-remove-lead-question =
    { $name } n’anime plus le groupe « { $group } » ?

    Cette personne ne verra plus rien du groupe, tout de suite.
group-last-lead =
    Un groupe garde au moins une personne qui l’anime.

    Une autre personne peut d’abord être invitée.
# lock-screen
group-lead-over = Vous n’animez plus le groupe « { $group } ».

## Entrer dans un groupe

join-offer =
    Invitation dans le groupe « { $group } », animé par :
    { $leads }

    L’équipe voit si vous venez, et si mes messages arrivent.

    Souhaitez-vous entrer dans ce groupe ?
join-offer-lead =
    Invitation à animer le groupe « { $group } », avec :
    { $leads }

    Souhaitez-vous l’animer ?
button-join = Entrer
button-not-now = Pas maintenant
join-declined = C’est noté. Rien ne change. L’équipe peut inviter à nouveau.
joined = C’est fait : vous êtes dans le groupe « { $group } ».
joined-another =
    C’est fait : vous êtes aussi dans le groupe « { $group } ».

    Le reste continue. Chaque message dit de quel groupe il parle.
    { $others }
# lock-screen
group-joined =
    { $name } est dans le groupe « { $group } ».

    Nom affiché sur Telegram : « { $account } ». Ce n’est pas la bonne personne ? Touchez « Les membres ».
group-two-leads = Deux personnes animent déjà le groupe « { $group } ».
joined-lead = C’est fait : vous animez le groupe « { $group } ».
# lock-screen
group-lead-joined = { $name } anime maintenant le groupe « { $group } » avec vous.

## Venir à un atelier

button-coming = Je viens
# label: the shortest way to say it kindly
button-cannot-come = Je ne peux pas
# lock-screen
workshop-tomorrow =
    Atelier demain à { $time }.

    { $lines }

    L’équipe de l’atelier voit la réponse.
coming-noted =
    C’est noté : vous venez le { $day } à { $time }.

    { $lines }
not-coming-noted =
    C’est noté : vous ne venez pas le { $day } à { $time }.

    Merci de le dire. Vous pouvez changer d’avis.
# lock-screen
workshop-moved =
    L’atelier { $number } est déplacé.

    Avant : { $before }, { $before-time }
    Maintenant : { $day }, { $time }
    { $lines }

    Mes rappels suivent.
# lock-screen
workshop-dates =
    Les dates des ateliers :

    { $lines }

    { $around }
# lock-screen
workshop-place =
    Le lieu des ateliers change.

    Groupe « { $group } » : { $place }

    Mes rappels suivent.
workshop-no-dates = Les dates du groupe « { $group } » ne sont pas encore choisies. Je les dirai une fois.
attendance =
    { $workshop }

    Qui était là ? Touchez un nom pour le cocher ou non, puis « Terminé ».
attendance-nobody =
    { $workshop }

    Personne dans ce groupe pour le moment.
button-was-there = ✓ { $name }
button-was-away = – { $name }
attendance-kept = C’est noté pour l’atelier { $number } : { $there } sur { $count }.
button-my-workshops = Mes ateliers
workshops = { $lines }
workshops-none = Pas d’atelier pour le moment.
button-leave-group = Quitter { $name }
workshops-leave =
    Quitter le groupe « { $group } » ?

    Rien de ce groupe n’arrivera plus ici. L’équipe le saura.
button-leave-it = Quitter ce groupe
workshops-left = C’est fait. Rien du groupe « { $group } » n’arrivera plus ici.
# lock-screen
group-member-left = { $name } n’est plus dans le groupe « { $group } ».
day-workshop = Atelier, groupe « { $name } »
day-workshop-at = Atelier, { $place }, groupe « { $name } »

## Le chat d’un groupe

button-group-chat = Chat du groupe
group-chat-off =
    Le groupe « { $group } » a-t-il un chat sur Telegram ?

    J’y donne les dates et le moment convivial. Jamais rien sur une personne. Je ne garde rien de la conversation.

    Le lien marche une fois, pendant une heure.
button-choose-chat = Choisir le chat
button-copy-code = Copier le code
group-chat-code = /start@{ $bot } { $code }
group-chat-on =
    Le groupe « { $group } » a son chat.

    J’y donne les dates. Les membres peuvent y proposer des sorties.
group-chat-unreachable =
    Mes messages n’arrivent plus dans le chat du groupe « { $group } ».

    Détacher ce chat permet d’en choisir un autre.
button-disconnect = Détacher le chat
group-chat-ended =
    C’est fait. Je ne dis plus rien dans le chat du groupe « { $group } ».

    Les sorties proposées là sont closes.
# lock-screen
group-chat-connected =
    Le chat « { $chat } » est maintenant celui du groupe « { $group } ».

    Ce n’est pas le bon ? Le bouton « Chat du groupe » permet de le détacher.
# lock-screen
group-chat-gone =
    Je ne suis plus dans le chat du groupe « { $group } ».

    Je ne dis plus rien là-bas. Mes rappels en privé continuent.
# lock-screen
group-chat-taken =
    Ce chat est déjà celui d’un autre groupe. Rien n’est changé.

    Un autre chat convient pour « { $group } ».
# lock-screen
group-chat-hello =
    Bonjour. Je suis Relais, un programme.

    Je ne garde rien de la conversation, et je ne dis rien sur personne.

    La personne qui anime le groupe peut relier ce chat, depuis son menu.
# lock-screen
group-chat-begins =
    Bonjour. Ce chat est maintenant celui du groupe.

    J’y rappelle les ateliers et le moment convivial. Je ne garde rien de la conversation, et je ne dis rien sur personne.

    Pour une sortie ou un café : /proposer
# lock-screen
group-chat-bye = Je ne dis plus rien ici. Mes rappels continuent en privé.
button-write-private = M’écrire en privé
# lock-screen
group-chat-workshop =
    Atelier { $number } demain, { $day }, { $time }.

    { $lines }

## Les sorties

outing-in-private =
    Une sortie se propose en privé, en une minute.

    Elle s’affiche ici ensuite.
button-propose-outing = Proposer une sortie
button-outings = Sorties
command-outings = Sorties du groupe
outings = Les sorties à venir :
outings-none =
    Pas de sortie pour le moment.

    Un café, une promenade : chaque membre peut proposer.
outing-no-chat =
    Les sorties se proposent dans le chat d’un groupe. Il n’y en a pas encore.

    La personne qui anime le groupe peut relier un chat.
outing-for-members = Ce sont les membres du groupe qui proposent les sorties.
outing-which-group = Dans quel groupe ?
outing-enough =
    { $most } sorties à venir au plus, pour une personne.

    Après l’une d’elles, une autre peut venir.
outing-what =
    Que voulez-vous proposer ?

    Écrivez-le en quelques mots, par exemple : un café, une promenade.
outing-what-again = Je lis seulement des mots, par exemple : un café.
outing-which-day =
    « { $what } » : quel jour ?

    Touchez un jour, ou écrivez une date, par exemple : 15/01.
outing-too-far = C’est dans plus de quatre semaines. Un jour plus proche convient.
outing-which-time =
    { $day } : à quelle heure ?

    Touchez une heure, ou écrivez-la, par exemple : 14h15.
outing-where =
    Où se retrouver ?

    Écrivez un lieu public, par exemple : devant la gare.
outing-where-again = Je lis seulement des mots, par exemple : devant la gare.
outing-how-many = Combien de personnes en tout ?
button-no-limit = Sans limite
outing-check = Ceci sera écrit dans le chat du groupe, avec le prénom que Telegram affiche :
button-post-outing = Écrire au groupe
button-start-over = Recommencer
outing-posted =
    C’est dans le chat du groupe : « { $what } », { $day }, { $time }.

    Un rappel y vient la veille.
# lock-screen
outing =
    { $organiser } propose : { $what }

    { $day }, { $time }
    { $place }

    { $lines }
line-outing = • { $name }
outing-somebody = Une personne du groupe
outing-left = { $count ->
    [one] Encore une place.
   *[other] Encore { $count } places.
}
outing-full = C’est complet.
button-outing-in = J’y vais
button-outing-out = Finalement non
# lock-screen
outing-tomorrow =
    Demain : { $what }

    { $day }, { $time }
    { $place }
# lock-screen
outing-cancelled =
    N’a pas lieu : { $what }

    C’était prévu le { $day } à { $time }.
# lock-screen
outing-closed =
    { $what }, { $day }, { $time }

    Cette proposition est close.
# lock-screen
outing-yours =
    Vous organisez maintenant la sortie « { $what } », { $day }, { $time }.

    Vous pouvez la confier à quelqu’un, ou l’annuler.
# lock-screen
outing-without-chat =
    La sortie « { $what } », { $day }, n’est plus dans le chat du groupe.

    Je n’y écris plus. Je ne peux pas le dire aux autres.
button-see-outing = Voir la sortie
button-outing = { $day } : { $what }
button-hand-outing = Confier à quelqu’un
outing-hand =
    Qui organise maintenant « { $what } » ?

    Cette personne reçoit un message. Elle peut aussi annuler.
outing-handed = C’est fait. Quelqu’un d’autre organise maintenant « { $what } ».
button-cancel-outing = Annuler la sortie
outing-cancel =
    Annuler « { $what } », { $day }, { $time } ?

    Le chat du groupe le saura, sans nom.
outing-cancel-done = C’est annulé : « { $what } », { $day }.
outing-left-it =
    C’est noté pour « { $what } », { $day }.

    Le prénom n’est plus dans le chat.
toast-outing-in = C’est noté. Le prénom est dans le message.
toast-outing-out = C’est noté. Le prénom n’y est plus.
toast-outing-full = C’est complet.
toast-outing-yours = La personne qui organise peut confier ou annuler, en privé avec moi.
toast-outing-over = Cette sortie est passée, ou close.
toast-members-only = C’est pour les membres du groupe.

## Mes jours

button-my-days = Mes jours
days =
    Mes jours, du { $first } au { $last }

    { $lines }

    Jours notés : { $answered }. Les autres restent vides.
days-marked =
    { $days }

    Événements marqués :
    { $marks }
days-none =
    Mes jours, du { $first } au { $last }

    Rien n’est noté ces jours-là. Vous pouvez faire le point quand vous voulez.
days-lane = • { $name } : entre { $lowest } et { $highest }, le plus souvent { $mostly }
days-lane-between = • { $name } : entre { $lowest } et { $highest }
days-lane-always = • { $name } : toujours { $word }
days-lane-once = • { $name } : { $word }
days-lane-nothing = • { $name } : rien de noté
days-line-mark = • { $mark }
days-of =
    { $name }, du { $first } au { $last }

    { $lines }

    Jours notés : { $answered }. Les autres restent vides.
button-days-of = Ses derniers jours
button-coach-days = L’image
days-title = Du { $first } au { $last }
days-mark = { $day } : { $what }
days-nothing = rien de noté
button-span-week = 7 jours
button-span-month = 30 jours
button-span-season = 90 jours
button-mark = Marquer un événement
mark-question =
    Quel événement ? Écrivez un mot ou deux, par exemple : entretien.

    C’est pour vous : personne d’autre ne le voit dans Relais.
mark-again = Écrivez un mot ou deux, par exemple : entretien.
mark-which-day =
    « { $what } » : quel jour ?

    Touchez un jour, ou écrivez une date, par exemple : 15/01.
button-mark-today = Aujourd’hui
button-mark-yesterday = Hier
mark-kept = C’est marqué : { $what }, { $day }.
button-mark-remove = Enlever
button-mark-remove-one = Enlever « { $what } »
mark-removed = C’est enlevé.

## Mes rappels

button-reminders = Mes rappels
reminders-staff = Ces rappels sont pour les personnes accompagnées.
reminders =
    Vos rappels :

    { $lines }

    Touchez un numéro pour changer ce rappel.
line-my-reminder = • { $when } : { $what }
line-numbered-reminder = { $number }. { $when } : { $what }
button-reminder-new = Ajouter un rappel
reminder-many =
    Vous avez déjà trente rappels. C’est beaucoup à suivre.

    Vous pouvez en supprimer un, puis en ajouter un autre.
reminder-what =
    Que voulez-vous vous rappeler ?

    Écrivez-le avec vos mots. Je les garde tels quels, pour vous.
reminder-too-long = C’est un peu long. Écrivez { $most } signes au plus.
reminder-how-often =
    « { $what } »

    Une fois, ou régulièrement ?

    Vous pouvez aussi écrire un nombre de semaines.
button-once = Une fois
button-weeks = { $weeks } semaines
reminder-weeks-again = Touchez un choix, ou écrivez un nombre de semaines, par exemple : 6.
reminder-which-day =
    Quel jour ?

    Touchez un jour, ou écrivez une date, par exemple : 15/01.
reminder-which-first-day =
    Quel est le premier jour ?

    Touchez un jour, ou écrivez une date, par exemple : 15/01.
button-today = Aujourd’hui
button-tomorrow = Demain
reminder-which-time =
    À quelle heure ?

    Touchez une heure, ou écrivez-la, par exemple : 14h30.
reminder-which-lead = Je peux aussi vous écrire avant. Quand ?
button-lead = Prévenir avant
button-lead-none = À l’heure même
button-lead-half-hour = 30 minutes avant
button-lead-two-hours = 2 heures avant
button-lead-evening = La veille, 19:00
reminder-card =
    « { $what } »

    { $lines }

    Rien n’est mis en place avant « C’est bon ».
line-when = Quand : { $when }
line-message = Je vous écris : { $when }
line-in-quiet = C’est dans vos heures calmes. Je vous écris quand même.
line-line-hidden = Téléphone verrouillé : « Rappel », sans vos mots
line-line-shown = Téléphone verrouillé : vos mots
button-show-words = Montrer mes mots
button-hide-words = Cacher mes mots
button-words = Mots
button-moment = Moment
reminder-over = Ce moment est passé. Touchez une autre heure, ou écrivez-la.
reminder-kept =
    C’est noté. Message : { $when }.

    { $what }
reminder =
    { $when } :

    { $what }
button-reminder-change = Changer
button-reminder-delete = Supprimer
reminder-deleted =
    C’est supprimé :

    { $what }
reminder-undone =
    C’est comme avant : { $when }.

    { $what }
# lock-screen
reminder-due = Rappel
reminder-read =
    Rappel

    { $what }
# lock-screen
reminder-due-shown = Rappel : { $what }
reminder-tomorrow = Demain à { $time } : { $what }
reminder-at = À { $time } : { $what }
reminder-on = { $day } à { $time } : { $what }
button-reminder-done = Fait
button-reminder-later = Plus tard
button-reminder-move = Déplacer
reminder-done = Fait : { $what }
reminder-skipped = Pas cette fois : { $what }
reminder-how-much-later =
    { $what }

    Je vous le rappelle quand ?
button-in-ten-minutes = Dans 10 minutes
button-in-an-hour = Dans une heure
button-this-evening = Ce soir, { $time }
reminder-put-off =
    C’est noté : { $when }.

    { $what }

## Ma journée

button-my-day = Ma journée
day =
    { $day }

    { $lines }
day-empty = Rien de prévu. Cette journée est à vous.
day-paused = La pause est en cours : je n’écris pas.
day-stopped = Je n’écris pas de moi-même : il manque votre accord. Pour le donner : « Qui voit quoi », puis « Mes accords ».
line-day = { $time } { $what }
line-day-said = { $time } { $what } : { $said }
button-week = Ma semaine
week =
    Semaine du { $first }

    { $lines }
week-empty =
    Votre semaine est encore vide.

    Un réveil, un rappel ou votre routine y trouvent leur place.
week-nothing = Rien d’autre à une heure fixe.
week-title = Ma semaine
week-night = Nuit
week-morning = Du lever au départ
week-work = Du départ à la fin du travail
line-week = { $time } { $what } ({ $days })
day-leaving = Départ
day-up = debout
day-not-working = pas de travail
day-unwell = ça ne va pas
day-done = fait
day-skipped = pas cette fois
day-later = plus tard
day-moved = déplacé
day-going = en route

## Le tableau d’un groupe

button-board = Tableau
button-one-by-one = Une par une
button-prepare = Préparer l’atelier
board =
    { $group }

    { $lines }

    Chaque personne choisit ce qu’elle montre.
board-empty =
    { $group } : rien à montrer pour le moment.

    Le tableau se remplit quand le groupe a des exercices.
board-people = { $group } : de qui s’agit-il ?
board-person =
    { $name } : exercices

    { $lines }

    « Reçu » et « commencé » peuvent aussi vouloir dire : la personne le garde pour elle.
board-exercise =
    { $name } : « { $title } »

    Ce qui se voit : { $mark }.

    « Reçu » et « commencé » peuvent aussi vouloir dire : la personne le garde pour elle.
button-leave-word = Laisser un mot
board-word =
    Un mot pour { $name }, sous « { $title } ».

    Écrivez-le ici. Vous le relisez avant l’envoi.
# long: what was typed stands inside
board-word-card =
    Pour { $name }, sous « { $title } » :

    { $text }

    Rien n’est encore envoyé.
button-send-word = Envoyer
board-word-sent =
    Le mot part pour { $name }, avec votre prénom.

    La personne peut dire merci, ou ne rien répondre.
# lock-screen
board-word-thanked =
    { $name } vous dit merci pour votre mot.

    C’est sous « { $title } ».
board-easier =
    Proposer à { $name } la version simple de « { $title } » ?

    Elle a moins de questions. La personne la prend d’un toucher, ou la laisse.
board-day =
    Quel jour proposer à { $name } pour « { $title } » ?

    La personne le prend d’un toucher, ou garde son propre moment.
board-proposed =
    C’est noté pour { $name } : « { $title } ».

    La proposition part, sauf si elle n’est plus utile. La personne choisit.
board-done = « { $title } » est déjà fait ou essayé. Rien n’est parti.
board-not-leading = Vous n’animez pas ce groupe, ou vous ne l’animez plus. Rien n’est parti.
board-not-member = Cette personne n’est plus dans le groupe. Rien n’est parti.
board-not-given = Cet exercice n’est plus au tableau de cette personne. Rien n’est parti.
board-not-reached = Mes messages n’arrivent pas à { $name } pour le moment. Rien n’est parti.
line-board = • { $title } : { $mark }
# long: one line for each mark
line-board-counts =
    • { $title } :
    { $counts }
board-count = { $mark } : { $count }
button-prepare-picture = Image à montrer
button-prepare-page = Page à imprimer
# lock-screen
prepare =
    Avant l’atelier : { $group }

    { $lines }

    { $names }
prepare-picture = Cette image se montre au groupe : il n’y a pas de nom.
prepare-page = Cette page s’imprime : il n’y a pas de nom. Elle s’ouvre dans un navigateur.
prepare-file = atelier
prepare-title = Avant l’atelier : { $group }
prepare-nothing = Pas d’exercice cette fois.
prepare-reasons = Pas cette semaine, pourquoi
prepare-themes = Choisi le plus souvent
prepare-after = À proposer après l’atelier
prepare-notes = Notes
prepare-foot = Sans nom. Chaque personne choisit ce qu’elle montre. Rien n’est compté à moins de trois personnes.
prepare-brought = { $count ->
        [0] En parlent à l’atelier : personne
        [one] En parlent à l’atelier : une personne
       *[other] En parlent à l’atelier : { $count } personnes
    }
prepare-unreached = { $count ->
        [0] Sans contact : personne
        [one] Sans contact : une personne
       *[other] Sans contact : { $count } personnes
    }
line-coming-counts = Présence : oui { $yes }, non { $no }, sans réponse { $unsaid }
line-coming-not-asked = Présence : pas encore demandée, ce sera la veille au soir
line-reasons =
    • Pas cette semaine, raisons :
    { $counts }
line-themes =
    • Choisi le plus souvent :
    { $counts }
names-more = { $names } et { $count } de plus
line-brings = • « { $title } », pour en parler à l’atelier : { $names }
line-unreached = • Sans contact : { $names }
board-title = Exercices du groupe
mark-done = fait
mark-tried = essayé
mark-begun = commencé
mark-planned = moment choisi
mark-open = reçu
mark-not-this-week = pas cette semaine
mark-not-received = pas reçu

## Ma routine et le plan B

button-routine = Ma routine
routine =
    Votre routine des jours de travail, en trois parties courtes.

    Vous pouvez arrêter et reprendre un autre jour. À la fin, vous choisissez ce qui est mis en place.
button-routine-night = Le soir
button-routine-morning = Le matin
button-routine-work = La journée
button-routine-next = Voir la suite
routine-offer =
    { $lines }

    Touchez une ligne pour la garder ou non. « C’est bon » met en place ce qui est coché.
routine-nothing =
    { $lines }

    Il n’y a rien à mettre en place.
routine-kept =
    C’est en place :

    { $lines }
routine-kept-nothing = rien pour le moment
routine-bedtime = heure du coucher
routine-bedtime-words = c’est l’heure de se coucher.
routine-rehearsal-words = C’est le jour pour essayer votre matinée, à votre rythme.
routine-numbers-words = Pensez à enregistrer les numéros à appeler en cas de retard.
routine-food-words = Pour demain, pensez à préparer votre repas de la pause.
line-half-hour-before = Je vous écris à { $time }, une demi-heure avant.
routine-rehearsal = essayer la matinée
routine-numbers = enregistrer les numéros
routine-things = mes mots
routine-food = repas de la pause
routine-little-sleep =
    Il y a moins de sept heures avant le réveil.
    Vous pouvez avancer la soirée, ou demander à commencer plus tard.
routine-very-little-sleep =
    Il y a peu d’heures avant le réveil. Je ne propose pas de réveil plus tôt.
    Vous pouvez en parler avec votre équipe de soins.
routine-little-time =
    Le temps est juste.
    Vous pouvez avancer la soirée, ou garder moins de choses pour le matin.
routine-talk = Vous pouvez en parler avec votre infirmière, votre infirmier ou votre médecin.
button-plan-b = Plan B
plan-b =
    Plan B, si le matin prend du retard :

    { $lines }

    Voici des mots à copier. C’est vous qui les envoyez.
plan-b-none =
    Le plan B dit qui prévenir quand le matin prend du retard.

    Il se prépare avec les questions du matin.
plan-b-call = • Appeler
plan-b-write = • Écrire un message
plan-b-ask = • Demander conseil
plan-b-who = • { $who }
plan-b-late =
    Votre plan B :

    { $lines }
command-plan-b = Plan B du matin

## Mes messages

button-messages = Mes messages
messages-staff = Ces choix sont pour les personnes accompagnées. J’écris aux heures de contact, ou en réponse.
messages =
    { $lines }

    Le réveil et « Mes rappels » viennent à leur heure.
messages-at-rest =
    { $why }

    { $lines }
messages-at-most =
    Ce que j’écris sans demande de votre part :
    { $budget ->
        [0] Aucun message.
        [1] Un message par jour au plus.
       *[other] { $budget } messages par jour au plus.
    }
messages-quiet = Heures calmes : de { $begins } à { $ends }.
button-how-many = Combien par jour
button-quiet = Heures calmes
button-recurring = Ce qui revient
button-change = Un changement
button-number = { $number }
button-more = La suite
toast-noted = C’est noté.
messages-how-many =
    Combien de messages par jour, au plus ?

    Le réveil, « Mes rappels » et mes réponses ne comptent pas.
messages-quiet-begins =
    À partir de quelle heure ne plus écrire ?

    Touchez une heure, ou écrivez-la, par exemple : 21h30.
messages-quiet-ends =
    Je n’écris plus à partir de { $begins }. Jusqu’à quelle heure ?

    Touchez une heure, ou écrivez-la, par exemple : 7h30.
messages-in-quiet =
    Ceci tombe dans vos heures calmes :

    { $lines }

    Je ne l’envoie pas à ces heures. Touchez un numéro pour choisir une autre heure.
messages-recurring =
    Ce qui revient :

    { $lines }

    Touchez un numéro pour changer.
messages-none-recur = Rien ne revient pour le moment.
line-recurring = • { $what } : { $when }
line-numbered-recurring = { $number }. { $what } : { $when }
together =
    { $first }

    { $then }
weekly-line = Je suis un programme. Personne ne lit ici en direct.

## Un changement

change =
    Qu’est-ce qui change ?

    Je m’adapte. Rien n’est perdu.
button-change-holiday = Vacances
button-change-hospital = Séjour à l’hôpital
button-change-job = Nouveau travail
change-offer =
    Jusqu’au { $day } compris :

    « Tout en pause » : je n’écris rien. L’aide reste là.

    Ensuite, tout reprend comme avant.
change-offer-wakeups =
    Jusqu’au { $day } compris :

    « Tout en pause » : je n’écris rien. L’aide reste là.
    « Sans réveil » : pas de réveil, rien autour du travail. Le reste continue.

    Ensuite, tout reprend comme avant.
button-pause-all = Tout en pause
button-no-wakeups = Sans réveil
button-other-day = Un autre jour
change-which-day =
    Jusqu’à quel jour compris ?

    Écrivez une date, par exemple : 15/01.
change-no-wakeups = C’est noté. Pas de réveil, rien autour du travail, jusqu’au { $day } compris. Le reste continue.
change-undone = C’est comme avant. Le réveil reprend.
job-which-day =
    À partir de quel jour ?

    Ce qui est lié au travail actuel s’arrête ce jour-là : réveil, départ, question d’après travail, stratégies d’avant.

    Touchez un jour, ou écrivez-le, par exemple : 15/01.
job-rests =
    C’est noté. À partir du { $day }, cela ne vient plus :

    { $lines }

    Vous pouvez régler le nouveau travail dès maintenant.
line-rests = • { $what }
job-nothing-rests =
    C’est noté : { $day }. Rien n’était lié à l’ancien travail.

    Vous pouvez régler le nouveau dès maintenant.
button-new-wakeup = Nouveau réveil
job-undone = C’est annulé. Le travail actuel continue, avec vos réglages.

## Le travail, étape par étape

job-phase-searching = recherche d’emploi
job-phase-interview = entretien le { $day }
job-phase-starting = premier jour de travail le { $day }
job-phase-working = en emploi
job-phase-ended = emploi terminé
line-job = Travail : { $phase }
line-job-unknown = Rien de noté, ou rien de montré.
button-job = Étape de travail
button-job-searching = Recherche
button-job-interview = Entretien
button-starts-on = Commence { $day }
button-job-starting = Commence…
button-job-working = En emploi
button-job-ended = Emploi terminé
person-job =
    { $name } et le travail

    { $lines }

    Chaque étape propose des rappels. { $name } les prend, ou non.
job-noted =
    C’est noté pour { $name } : { $phase }.

    La proposition part à un moment qui lui convient. La réponse vous arrive ici, à vos heures.
# lock-screen
job-offered =
    { $coach } vous propose des rappels.

    { $coach } a noté : { $phase }.

    { $lines }

    C’est vous qui choisissez.
# lock-screen
job-offered-nothing =
    { $coach } a noté une étape.

    C’est noté : { $phase }.
job-own =
    C’est noté : { $phase }.

    Voici des rappels possibles :

    { $lines }

    Vous pouvez tout prendre, en choisir, ou rien.
job-own-nothing = C’est noté : { $phase }.
line-job-reminder = { $number }. { $what } ({ $when })
line-job-more = { $count ->
        [one] Et un autre, jusqu’au { $day }.
       *[other] Et { $count } autres, jusqu’au { $day }.
    }
button-take-all = Tout prendre
button-choose-some = Choisir
job-pick =
    Touchez les numéros voulus.

    { $lines }
job-answered =
    C’est noté.

    { $lines }
line-job-set = { $count ->
        [one] Un rappel est en place. Il se change dans « Mes rappels ».
       *[other] { $count } rappels sont en place. Ils se changent dans « Mes rappels ».
    }
line-job-set-none = Aucun rappel n’est mis en place.
line-job-ended = Les rappels de l’étape d’avant s’arrêtent.
# lock-screen
job-coach-taken =
    { $count ->
        [one] { $name } a choisi un rappel.
       *[other] { $name } a choisi { $count } rappels.
    }

    Travail : { $phase }
# lock-screen
job-coach-declined =
    { $name } ne prend pas de rappel pour l’instant.

    Travail : { $phase }
# lock-screen
job-coach-told =
    { $name } vous dit où en est son travail.

    Travail : { $phase }
button-my-job = Mon travail
button-my-job-searching = Je cherche
button-my-job-interview = Un entretien
button-my-job-starting = Je commence
button-my-job-working = Je travaille
button-my-job-ended = C’est terminé
job-none =
    Où en êtes-vous avec le travail ?

    Votre réponse reste pour vous, sauf si vous la montrez.
job-mine =
    Travail : { $phase }

    Personne d’autre ne le voit. Qu’est-ce qui a changé ?
job-mine-shown =
    Travail : { $phase }

    Votre coach le voit. Qu’est-ce qui a changé ?
job-staff = Cet écran est pour les personnes accompagnées.
# label: it says to whom
button-job-show = Le dire au coach
button-job-hide = Cacher au coach
button-job-reminders = Rappels possibles
button-job-hours = Horaires du travail
button-job-rest = Arrêter le réveil
job-over-rests =
    C’est noté. À partir de demain, cela ne vient plus :

    { $lines }
job-over-nothing-rests = Rien n’était lié au travail. Rien ne change.
mydata-table-job-phase = Mon travail
mydata-field-job = Étape :
mydata-field-set-by = Noté par :
mydata-field-set-at = Noté le :
mydata-value-searching = recherche d’emploi
mydata-value-interview = entretien
mydata-value-starting = premier jour de travail
mydata-value-working = en emploi

## Un moment difficile

# label: the way people say it
button-stress = Un coup de stress
button-strategies = Mes stratégies
button-technique = { $title }
button-others = Autres…
button-another-technique = Une autre stratégie
stress =
    Que voulez-vous essayer ?

    Seulement dans un endroit sûr. Vous pouvez arrêter à tout moment.
stress-none = Aucune stratégie n’est choisie pour le moment. Vous pouvez en ajouter.
stress-staff = Ces stratégies sont pour les personnes accompagnées.
# long: a card that is read step by step
technique-card =
    { $title }, { $lasts }

    Seulement dans un endroit sûr. Vous pouvez arrêter à tout moment.

    { $prompt }

    { $own }

    { $lines }

    { $caution }

    Un vertige, une peur plus forte ? Touchez « Arrêter ».
technique-line = { $number }. { $line } ({ $lasts })
technique-question =
    { $title }

    { $prompt }
technique-timed =
    { $title }, étape { $number } sur { $count }

    { $line }

    { $lasts }
technique-timed-end =
    { $title }

    C’est la fin des étapes.
lasts-seconds = { $count } secondes
lasts-minutes = { $count ->
    [1] 1 minute
   *[other] { $count } minutes
}
button-steps-done = C’est fini
button-step-by-step = Étape par étape
button-rate-before = Noter avant, après
button-once-more = Encore une fois
button-stop = Arrêter
technique-stopped =
    On s’arrête là.

    Regardez autour de vous. Sentez vos pieds sur le sol. Buvez un peu d’eau. Respirez comme d’habitude.

    Vous pouvez aussi parler à quelqu’un.
technique-worse =
    Merci de le dire. On s’arrête là. Regardez autour de vous.

    Je ne propose plus « { $title } ».

    Voulez-vous parler à quelqu’un ?

    { $card }
strategies = Vos stratégies. Que voulez-vous voir ?
button-what-helps = Ce qui m’aide
button-choose-techniques = Toutes les stratégies
helps =
    Ce qui a déjà aidé, le plus souvent d’abord :

    { $lines }

    Touchez une ligne pour recommencer.
line-helped = • { $title } : { $count } fois
helps-none = Il n’y a encore rien ici. Après une stratégie, vous pouvez dire si elle a aidé.
toolbox =
    Touchez une stratégie pour la lire, l’ajouter ou l’enlever.

    ✓ : elle est à vous.
technique-about =
    { $title }, { $lasts }

    { $caution }

    { $question }
technique-is-in = Elle fait partie de vos stratégies.
technique-is-out = Voulez-vous l’ajouter à vos stratégies ?
technique-is-aside = Une fois, c’était pire : je ne la propose plus. Voulez-vous la reprendre ?
button-start = Commencer
button-add = L’ajouter
button-take-out = L’enlever
technique-added = C’est noté. « { $title } » fait partie de vos stratégies.
technique-removed = C’est noté. Je ne propose plus « { $title } ».

## Régler ce qui revient

plan-wakeup = Réveil
plan-checkin = Petit point
plan-coping = Stratégie
plan-afterwork = Après le travail
plan-sentence = Phrase à moi
plan-reminder = Rappel
plan-workshop = Rappel de l’atelier
when = { $days } à { $time }
when-weekly = chaque { $days } à { $time }
when-once = { $day } à { $time }
when-until = { $when }, jusqu’au { $day } compris
when-weeks = { $days } à { $time }, toutes les { $weeks } semaines
button-steer = Régler
steer =
    { $what } : { $when }.

    Que voulez-vous changer ?
button-fewer = Moins souvent
button-stop-these = Ne plus recevoir
button-as-it-is = Laisser ainsi
button-undo = Annuler
steer-changed = C’est noté. { $what } : { $when }.
steer-rare = { $what } : { $when }. C’est déjà rare. Vous pouvez aussi ne plus le recevoir.
steer-which-time =
    À quelle heure ?

    Touchez une heure, ou écrivez-la, par exemple : 18h30.
steer-quiet =
    De { $begins } à { $ends }, ce sont vos heures calmes. Je n’écris pas.

    Choisissez une autre heure, ou écrivez-la, par exemple : 18h30.
steer-stopped = C’est noté. { $what } : je n’écris plus.
steer-undone = C’est comme avant. { $what } : { $when }.
steer-left = Rien ne change. { $what } : { $when }.

## Un jour difficile

button-hard-day = Dur aujourd’hui
hard-day =
    C’est noté. Un seul message doux au plus, jusqu’à ce soir. Aucune question.

    Le réveil et « Mes rappels » continuent. L’aide est là.
hard-day-undone = C’est noté. Aujourd’hui, j’écris comme les autres jours.

## Le petit point qui vient tout seul

# lock-screen
checkin-due-1 =
    { $title }, si vous voulez ?

    Quelques questions, une minute. Vous pouvez en passer.
# lock-screen
checkin-due-2 =
    { $title } : c’est l’heure.

    Quelques questions, une minute. Vous pouvez en passer.
# lock-screen
checkin-due-3 =
    { $title } : avez-vous une minute ?

    Quelques questions. Vous pouvez en passer.
button-not-this-time = Pas cette fois
checkin-not-now = C’est noté. À une prochaine fois.
checkin-offer =
    Voulez-vous que je pose ces questions de temps en temps ?

    Vous choisissez l’heure. Vous pouvez arrêter à tout moment.
button-every-week = Chaque semaine
button-every-day = Chaque jour
checkin-how-often = Voulez-vous ces questions chaque semaine, ou chaque jour ?
checkin-which-time =
    À quelle heure ?

    Touchez une heure, ou écrivez-la, par exemple : 18h15.
checkin-quiet =
    Cette heure tombe dans vos heures calmes. Je n’écris pas à ce moment-là.

    Touchez une autre heure, ou écrivez-la, par exemple : 18h15.
checkin-agreed =
    C’est noté : { $when }.

    Vous pouvez changer ou arrêter à tout moment.
checkin-no = C’est noté. Vous pouvez faire le point quand vous voulez, avec le menu.
button-my-checkins = Questions régulières
checkin-plan =
    Petit point : { $when }.

    { $low }
checkin-low-on = Humeur très basse trois fois de suite : je demande ce qui aiderait. Je ne préviens personne.
checkin-low-off =
    Humeur très basse trois fois de suite : je peux demander ce qui aiderait. Je ne préviens personne.

    Pour l’instant, je ne le demande pas.
checkin-which-day =
    Quel jour de la semaine ?
button-day = Changer le jour
button-change-moment = Changer le moment
button-low-days-on = Ne plus demander
button-low-days-off = Oui, demandez-moi
checkin-helps = Une question, une fois par mois : ces questions vous aident-elles ?
button-yes = Oui
button-they-bother = Elles me gênent
checkin-goes-on = C’est noté. Les questions continuent comme avant.
checkin-what-then = D’accord. Que préférez-vous ?
checkin-bothered =
    Merci de le dire. Je ne pose plus ces questions.

    Le bouton « Aide » reste là.
low-days =
    C’était difficile, plusieurs fois de suite.

    Qu’est-ce qui vous aiderait maintenant ?
button-talk-to-coach = Parler au coach
button-one-technique = Une stratégie
button-help-numbers = Numéros d’aide
button-nothing-now = Rien pour l’instant
low-coach =
    Voici un texte à copier pour votre coach. C’est vous qui l’envoyez.

    Je ne préviens personne.
low-text-coach = Bonjour, j’aimerais vous parler. Quand avez-vous un moment ?
low-nothing = D’accord. L’aide reste là.

## Le silence

# lock-screen
eased =
    J’écris moins souvent.

    { $what } : { $when }. Est-ce que cela vous convient ?
button-suits-me = Cela me va
button-as-before = Comme avant
# lock-screen
silence =
    Je n’ai rien reçu depuis une semaine. Je fais une pause.

    Touchez ici pour reprendre. Le réveil et « Mes rappels » continuent.

## Les rappels de stratégies et les phrases à soi

button-technique-reminders = Rappels de stratégies
technique-reminders =
    Vos rappels de stratégies, une différente à chaque fois :

    { $lines }

    Touchez une heure pour changer ou arrêter.
technique-reminders-none =
    Il n’y a pas encore de rappel de stratégie.

    Une stratégie peut venir à un moment que vous choisissez, différente à chaque fois.
line-reminder = • { $when }
button-reminder-at = Changer : { $time }
button-add-reminder = Ajouter un rappel
technique-reminder-agreed = C’est noté : { $when }. Ce sera une stratégie différente à chaque fois.
# lock-screen
technique-reminder =
    Un moment pour vous, si vous voulez.

    { $title }
# lock-screen
technique-moment = Un moment pour vous, si vous voulez.
button-see-steps = Voir les étapes
moment-which = À quel moment ?
button-moment-work = Avant le travail
button-moment-sunday = Le dimanche soir
button-moment-interview = Avant un entretien
button-moment-chosen = D’autres jours
button-moment-once = Une seule fois
moment-leaving =
    À quelle heure partez-vous au travail ? Je vous écris quinze minutes avant.

    Touchez une heure, ou écrivez-la, par exemple : 8h10.
moment-sunday =
    À quelle heure, le dimanche ?

    Touchez une heure, ou écrivez-la, par exemple : 18h30.
moment-time =
    À quelle heure ?

    Touchez une heure, ou écrivez-la, par exemple : 18h30.
moment-interview =
    À quelle heure est l’entretien ? Je vous écris une heure avant.

    Touchez une heure, ou écrivez-la, par exemple : 14h30.
moment-day =
    Quel jour ?

    Touchez un jour, ou écrivez une date, par exemple : 15/01.
moment-days =
    Quels jours ? Touchez un jour pour l’ajouter ou l’enlever.

    Choix : { $days }
moment-untied = { $when }
moment-tied = { $when }. Le rappel suit votre réveil et votre départ
moment-over =
    Cette heure est déjà passée.

    Touchez une autre heure, ou écrivez-la, par exemple : 18h30.
button-sentences = Mes phrases
sentences = Vos phrases. Touchez une phrase pour la lire. Personne d’autre ne les voit dans Relais.
sentences-none =
    Une phrase à vous peut revenir quand vous le voulez : une pensée plus juste, un encouragement, un message.

    Personne d’autre ne la voit dans Relais.
sentences-full = Il y a déjà { $count } phrases. Vous pouvez en enlever une pour en écrire une autre.
button-write = Écrire une phrase
button-bring-back = La recevoir
button-rewrite = Changer
button-remove = Enlever
button-read = Lire
sentence = « { $text } »
sentence-write =
    Écrivez votre phrase, comme elle vous vient.

    Exemples : « Une erreur, cela arrive à tout le monde. » « Un pas après l’autre. »
sentence-long = C’est trop long, je ne l’ai pas gardé. Écrivez { $limit } signes au plus.
sentence-kept =
    C’est gardé, comme vous l’avez écrit :

    « { $text } »
sentence-removed = La phrase est effacée.
sentence-agreed = C’est noté : { $when }. Votre phrase s’affiche quand vous touchez « Lire ».
# lock-screen
sentence-comes = Un mot de vous, pour vous.

## Un coach propose une stratégie

button-propose-technique = Stratégie
technique-propose-which =
    Quelle stratégie proposer à { $name } ?

    Chacune demande un oui, après la lecture de ses précautions.
technique-propose =
    { $title }, { $lasts }

    { $caution }

    Il est bon d’en parler d’abord ensemble. { $name } dit oui ou non. Sa réponse reste privée.
technique-proposed = C’est envoyé. { $name } choisit. Sa réponse reste privée.
# lock-screen
technique-proposal =
    { $coach } vous propose quelque chose à essayer.

    { $title }, { $lasts }

    { $caution }

    C’est vous qui choisissez. Votre réponse reste pour vous.
technique-declined = C’est noté. Rien ne change. « { $title } » reste dans la liste, si vous changez d’avis.

## Les exercices entre deux ateliers

# label: the way people say it
button-my-exercises = Mes exercices
button-exercise = { $title }
button-exercises-of = Exercices
button-start-now = Commencer maintenant
button-later = Plus tard
button-another-moment = Un autre moment
button-choose-moment = Choisir un moment
button-not-this-week = Pas cette semaine
button-that-is-enough = Cela suffit
plan-exercise = Exercice
homework =
    Mes exercices

    { $lines }
homework-none =
    Mes exercices

    Il n’y en a pas en ce moment. Ceux des ateliers viennent ici.
homework-staff = Ces exercices sont pour les personnes accompagnées. Ceux de chacune sont sur sa page.
homework-gone-title = Exercice retiré
homework-gone =
    Cet exercice n’est plus proposé.

    Vos réponses sont gardées. Il n’y a rien à faire.
line-homework-open = • { $title } : jusqu’au { $due }
line-homework-still = • { $title } : toujours possible
line-homework-planned = • { $title } : prévu { $day } à { $time }
line-homework-begun = • { $title } : commencé, à reprendre quand vous voulez
line-homework-done = • { $title } : fait
line-homework-tried = • { $title } : essayé
line-homework-not = • { $title } : pas cette semaine
line-homework-gone = • Un exercice qui n’est plus proposé
# lock-screen
homework-given =
    { $coach } vous propose un exercice.

    { $card }
homework-card =
    { $title }

    { $why }

    { $caution }

    Durée : { $minutes } min. Questions : { $questions }. { $until }

    Rien ne commence sans vous. À la fin, vous choisissez ce qui se voit.
homework-card-again =
    { $title }

    Questions : { $questions }.

    Rien ne commence sans vous. À la fin, vous choisissez ce qui se voit.
homework-card-easier =
    { $title }, en plus simple

    { $why }

    { $caution }

    Questions : { $questions }. { $until }

    Rien ne commence sans vous. À la fin, vous choisissez ce qui se voit.
homework-until = Jusqu’au { $due }.
homework-late = Toujours possible.
homework-caution = { $caution }
homework-at-most = { $count } au plus
homework-which-day = Quel jour ?
homework-which-time = À quelle heure ? Vous pouvez aussi l’écrire.
homework-which-habit = Après quoi, ce jour-là ?
button-habit-coffee = Après le café
button-habit-arriving = En arrivant
button-habit-lunch = Après le déjeuner
button-habit-home = En rentrant
button-habit-none = Rien de cela
homework-which-obstacle = Qu’est-ce qui pourrait gêner ?
button-obstacle-tired = La fatigue
button-obstacle-time = Peu de temps
button-obstacle-forget = L’oubli
button-obstacle-people = Du monde autour
homework-then = À ce moment-là, je fais « { $title } ».
homework-then-coffee = Après le café, je fais « { $title } ».
homework-then-arriving = En arrivant, je fais « { $title } ».
homework-then-lunch = Après le déjeuner, je fais « { $title } ».
homework-then-home = En rentrant, je fais « { $title } ».
homework-if-tired = S’il y a de la fatigue, une question suffit.
homework-if-time = S’il y a peu de temps, je commence et je reprends plus tard.
homework-if-forget = Si j’oublie, ce message est là.
homework-if-people = S’il y a du monde, je cherche un coin au calme.
homework-planned =
    C’est noté : { $day } à { $time }.

    { $lines }

    Un message viendra à ce moment-là.
# lock-screen
homework-moment =
    C’est le moment que vous avez choisi.

    { $lines }
# lock-screen
homework-reminder =
    Un petit rappel : c’est le seul.

    { $lines }

    C’est toujours possible, ou pas cette semaine.
homework-once-more =
    Fois : { $rounds } sur { $times }.

    Souhaitez-vous choisir le prochain moment ?
homework-enough = C’est noté. Ce que vous avez fait compte.
homework-useful = Était-ce utile ?
button-useful-bit = Un peu
button-useful-worse = C’était pire
homework-worse =
    Merci de l’avoir dit. Cela arrive, et ce n’est pas de votre faute.

    Cet exercice ne reviendra pas de lui-même.

    Voici de quoi retrouver un peu de calme. Vous pouvez aussi demander un contact à votre coach.
homework-worse-no-coach =
    Merci de l’avoir dit. Cela arrive, et ce n’est pas de votre faute.

    Cet exercice ne reviendra pas de lui-même.

    Voici de quoi retrouver un peu de calme. L’équipe de l’atelier peut aussi vous écouter.
homework-calm-first =
    D’abord un moment de calme, si vous voulez.

    Vos réponses sont gardées. Ensuite, vous continuez, ou plus tard.
button-go-on-now = Continuer l’exercice
homework-shares =
    { $title }

    Que peut voir { $who } ?

    Ce qui peut se voir : { $seen }

    Sans réponse : seulement que c’est fait. Vous pouvez changer plus tard dans « Mes exercices ».
# long: who sees what, and when, before it is decided
homework-shares-in-group =
    { $title }

    Que peut voir { $who } ?

    Ce qui peut se voir : { $seen }

    Avec « Tout », un choix partagé par trois personnes ou plus peut être dit au groupe, sans nom.

    Sans réponse : seulement que c’est fait. Vous pouvez changer plus tard dans « Mes exercices ».
homework-shares-private =
    { $title }

    Vos réponses restent à vous. Personne d’autre ne les voit.

    Que peut voir { $who } ? Sans réponse : seulement que c’est fait.
homework-shares-to-coach = votre coach ou l’équipe de l’atelier
homework-shares-to-team = l’équipe de l’atelier, et plus tard un coach
homework-shares-later = un coach, plus tard
button-who-sees-it = Qui le voit
button-share-everything = Tout
# label: the way people say it
button-share-state = Seulement que c’est fait
button-share-nothing = Garder pour moi
button-share-change = Changer
homework-shared =
    C’est noté : { $what }

    Vous pouvez changer quand vous voulez, dans « Mes exercices ».
# label: it says what the person would do
button-bring = J’en parle à l’atelier
homework-brings =
    C’est noté. L’équipe sait avant l’atelier que vous souhaitez en parler.

    Le jour venu, rien ne vous y oblige.
homework-shares-everything = vos réponses se voient aussi.
homework-shares-state = on voit seulement que c’est fait.
homework-shares-nothing = cela reste à vous. Rien ne se voit.
homework-not =
    C’est noté : pas cette semaine. Cette réponse suffit.

    Souhaitez-vous dire pourquoi ? Dans un groupe, les raisons sont comptées, sans nom.
button-reason-forgot = Oublié
button-reason-hard = Trop difficile
button-reason-unclear = Pas clair
button-reason-energy = Énergie ou temps
button-reason-not-me = Pas pour moi
homework-easier =
    Merci. Il y a une version plus simple, avec moins de questions.
button-easier = La version simple
button-let-go = En rester là
homework-let-go = C’est noté. Je n’en reparlerai pas de moi-même.
# lock-screen
homework-thanked =
    { $coach } vous dit merci.

    C’est pour « { $title } ».
toast-thanked = Le merci est parti.

# lock-screen
homework-word =
    { $staff } vous laisse un mot.

    Sous « { $title } » :

    { $text }

    Vous pouvez dire merci, ou ne rien répondre.
button-say-thanks = Dire merci
homework-word-thanked =
    { $staff } vous a laissé un mot, sous « { $title } » :

    { $text }

    Votre merci est parti.
toast-group-changed = Le groupe a changé depuis. Ce merci ne part plus.
# lock-screen
homework-easier-proposal =
    { $staff } vous propose quelque chose de plus simple.

    « { $title } » existe aussi avec moins de questions.

    Vous pouvez prendre cette version, ou non.
# lock-screen
homework-day-proposal =
    { $staff } vous propose un autre jour.

    « { $title } » : { $day }.

    Vous pouvez dire oui, ou garder votre moment.
homework-day-over =
    Ce jour est passé.

    L’exercice est toujours possible, à un autre moment.
homework-as-it-is = C’est noté. Rien ne change.
toast-exercise-over = Cet exercice est déjà terminé. Rien ne change.

## Mon tableau

button-my-chart = Relire mon tableau
button-chart-row = { $day } : { $what }
button-chart-picture = En image
button-newer = Plus récentes
button-older = Plus anciennes
# long: it is as long as somebody wrote it
chart =
    Mon tableau, du plus récent au plus ancien

    { $rows }

    Personne d’autre ne le voit, sauf ce que vous partagez.
chart-empty =
    Votre tableau est encore vide.

    Chaque fois que vous faites l’exercice « Mon tableau », une ligne vient ici.
keepsake-gone =
    Cela ne peut pas se lire en ce moment.

    Vos réponses sont gardées.
chart-day = { $day }
chart-day-half = { $day }, en partie
chart-row-short =
    { $day }
    { $lines }
chart-line = • { $column } : { $said }
# long: it is as long as somebody wrote it
chart-row =
    { $day }

    { $cells }
chart-cell =
    — { $column }
    { $said }
chart-scale = { $name } : { $word }
chart-picture =
    Image { $number } sur { $count }, à garder ou à apporter.

    { $rows }
chart-title = Mon tableau
chart-situation = Situation
chart-feeling = Émotion
chart-thought = Pensée
chart-fits = Faits qui vont avec
chart-fits-not = Faits qui ne vont pas avec
chart-fairer = Façon de voir plus juste
chart-now = Maintenant
chart-next = Ensuite
chart-unshown = (à lire dans la conversation)
command-chart = Mon tableau

## Les personnes autour de moi

button-my-network = Autour de moi
button-network-words = En mots
button-network-picture = En image
network =
    Autour de moi

    { $lines }

    Personne d’autre ne voit les noms.
network-most = Les { $count } personnes notées en dernier.
network-empty =
    Il n’y a encore personne ici.

    L’exercice « Autour de moi » ajoute une personne à la fois.
network-circle = • { $circle } : { $names }
# long: one line for each person
network-words =
    Autour de moi

    { $blocks }
network-block =
    — { $circle }
    { $lines }
network-line = • { $name } : { $supports }
network-line-alone = • { $name }
network-title = Autour de moi
network-me = moi
network-unplaced = encore sans cercle
network-unshown = quelqu’un

## Les exercices d’une personne, pour le coach

line-exercises = Exercices :
line-exercise-given = • { $title } : proposé, jusqu’au { $due }
line-exercise-done = • { $title } : fait
line-exercise-tried = • { $title } : essayé
line-exercise-not = • { $title } : pas cette semaine
line-exercises-none = Aucun exercice proposé ces dernières semaines.
person-exercises =
    { $name } : exercices

    { $lines }

    « Proposé » peut aussi vouloir dire : la personne le garde pour elle.
person-answers =
    { $name } vous montre ses réponses.

    { $title }

    { $lines }
line-answer =
    { $prompt }
    → { $answer }
button-answers-of = Réponses : { $title }
button-thank = Merci : { $title }
button-assign-new = Proposer un exercice
button-assign-another = Un autre exercice
button-assign = Proposer
assign-workshop =
    De quel atelier proposer un exercice à { $name } ?

    { $lines }
line-numbered = { $number }. { $what }
assign-none = Il n’y a pas encore d’exercice à proposer à { $name }.
workshop = Atelier { $number }
workshop-any = À tout moment
assign-which =
    { $workshop }

    Quel exercice proposer à { $name } ?
assign-card =
    { $title }

    { $why }

    { $caution }

    Jusqu’au { $due }. { $name } commence, ou non, et choisit ce qui se voit.
assigned =
    C’est envoyé à { $name } : « { $title } ».

    Rien ne commence sans son accord.

button-group-exercises = Exercices
button-assign-group = Proposer au groupe
group-exercises =
    { $name } : les exercices à proposer.

    { $lines }

    Jusqu’au { $due }. Chaque personne commence, ou non.
group-exercises-none = Il n’y a pas d’exercice à proposer après cet atelier.
# label: says what it leads to
button-choose-others = En choisir d’autres
button-to-one = À une personne
group-choose-none =
    { $name } : aucun exercice choisi.

    Touchez un atelier pour en choisir. Le groupe a jusqu’au { $due }.
group-choose-which =
    { $name }, { $workshop }

    Touchez un exercice pour le choisir, ou ne plus le choisir. { $most } au plus.
toast-enough-exercises = Trois exercices suffisent pour une fois.
group-assigned =
    C’est envoyé au groupe « { $name } ».

    Chaque personne commence, ou non, et choisit ce qui se voit.
# lock-screen
group-homework-given =
    Avant le prochain atelier du groupe « { $group } », si vous voulez :

    { $lines }

    Jusqu’au { $due }. Rien ne commence sans vous.
line-exercise = • { $title }

## La pause

pause-staff = Je vous écris à vos heures de contact, ou si vous m’écrivez. La pause est pour les personnes accompagnées.
pause-question =
    Une pause jusqu’à quand ? Je n’écris rien pendant ce temps. L’aide reste là.

    Touchez un choix, ou écrivez le dernier jour, par exemple : 15/01.
button-pause-today = Aujourd’hui
button-pause-3 = Trois jours
button-pause-7 = Sept jours
paused =
    Pause jusqu’au { $day } compris. Je ne vous écris pas avant.

    L’aide reste là.
button-resume = Reprendre
resumed = La pause est finie. Les rappels reprennent.
not-paused = Il n’y a pas de pause en ce moment.

## Qui voit quoi

privacy =
    Votre coach voit seulement ce que vous montrez, et peut garder des notes. Votre employeur ne voit jamais rien.

    Je garde votre prénom ou surnom, vos choix et vos réponses. Noms, réponses et messages sont chiffrés. Telegram pourrait lire nos messages.

    { $words }
privacy-no-coach =
    Aucun coach ne vous accompagne ici pour le moment. L’équipe d’un atelier voit seulement ce que vous montrez. Votre employeur ne voit jamais rien.

    Je garde votre prénom ou surnom, vos choix et vos réponses. Noms, réponses et messages sont chiffrés. Telegram pourrait lire nos messages.

    { $words }
privacy-words = Certains mots font venir la carte d’aide, d’autres m’échappent. Personne n’est prévenu.
privacy-staff =
    Je garde votre prénom ou surnom, vos heures et vos réponses. Noms, réponses et messages sont chiffrés.

    Chaque personne accompagnée peut lire qui a regardé sa page, et quand.

    Les messages passent par Telegram, qui pourrait les lire.
privacy-stranger =
    Je ne garde rien de vous.

    Les messages passent par Telegram, qui pourrait les lire.
button-switch-sharing = Changer mes choix
# label: it is seen whose coach
button-coach-screen = Vu par le coach
button-who-looked = Qui a regardé
privacy-switch =
    Exercices, réveil, humeur, travail : pour votre coach.
    Atelier : vos exercices faits ou non, pour l’équipe de l’atelier.

    Touchez une ligne pour la changer. Personne ne voit que vous avez changé.
privacy-switch-no-coach =
    Exercices, réveil, humeur, travail : pour un coach, plus tard.
    Atelier : vos exercices faits ou non, pour l’équipe de l’atelier.

    Touchez une ligne pour la changer. Personne ne voit que vous avez changé.
privacy-screen =
    Voici exactement ce que voit votre coach :

    { $screen }
line-look = { $day }, { $time } : { $name }
looks =
    Qui a regardé votre page :

    { $lines }
looks-none = Personne n’a encore regardé votre page.

## Mes accords

button-my-consents = Mes accords
consent-of-channel = Les messages sur Telegram
consent-of-note = Un mot à votre coach, si vous ne répondez pas le matin
line-consent = { $what } : oui, depuis le { $day }
consents =
    Vos accords

    { $lines }

    Chaque accord se retire avec son bouton.
consents-none = Il n’y a pas d’accord en ce moment. Je ne vous envoie rien de moi-même.
button-end-channel = Arrêter les messages
button-end-note = Arrêter le mot
button-agree-again = D’accord de nouveau
button-review = Revoir
consent-again =
    Vous étiez d’accord avec un texte le { $day }. Il a changé. D’ici votre réponse, je ne vous envoie rien de moi-même.

    { $what }

    { $text }
consent-note-again =
    Le texte sur le mot à votre coach a changé depuis le { $day }. D’ici votre réponse, ce mot ne part plus.

    { $what }
consent-kept = C’est noté. Tout continue.
consent-ended =
    C’est noté. Je ne vous envoie plus rien de moi-même. Je réponds quand vous écrivez.

    Votre accompagnement continue. Pour tout effacer : /oublier
consent-note-ended = C’est noté. Votre coach ne reçoit plus ce mot.

## Mes données

mydata-question =
    Je peux vous envoyer ici tout ce que je garde de vous.

    Ce sont deux fichiers : une page à lire, et un autre pour un programme. Ils passent par Telegram et restent dans cette conversation.
button-my-data = Mes données
button-mydata = Envoyer ici
mydata-coming = Voici vos deux fichiers.
mydata-page = Une page à lire. Elle s’ouvre sur un téléphone ou un ordinateur.
mydata-data = Les mêmes données, pour un autre programme (JSON).
mydata-file = relais-donnees
mydata-title = Mes données dans Relais
mydata-intro = Tout ce que Relais garde, le { $made }. Noms, réponses et messages y sont chiffrés. Un employeur ne voit jamais rien.
mydata-nothing = Rien.
mydata-kept = Gardé jusqu’au départ.
mydata-kept-days = { $days ->
        [one] Gardé un jour au plus.
       *[other] Gardé { $days } jours au plus.
    }
mydata-yes = oui
mydata-no = non
mydata-aside = laissé de côté
mydata-table-person = La personne
mydata-table-role = Rôle
mydata-table-chat = La conversation Telegram
mydata-table-erasure = Départ demandé
mydata-table-support = Accompagnement
mydata-table-sharing = Qui voit quoi
mydata-table-consent = Accords donnés
mydata-table-look = Qui a regardé, et quand
mydata-table-plan = Messages prévus
mydata-table-morning = Matins de travail
mydata-table-checkin = Points du jour
mydata-table-event = Jours marqués
mydata-table-assignment = Exercices proposés
mydata-table-run = Questions et réponses
mydata-table-question = Question en cours
mydata-table-sentence = Mes phrases
mydata-table-toolbox = Mes stratégies
mydata-table-coach-note = Notes de coach (leurs mots se demandent à l’équipe)
mydata-table-wishes = Messages voulus
mydata-field-written-at = Écrite le :
mydata-field-text = Texte :
mydata-field-changed-at = Changé le :
mydata-field-said = Choix :
mydata-field-gentle-until = Un seul message jusqu’au :
mydata-field-resting-since = En repos depuis le :
mydata-table-contact-request = Demandes de contact
mydata-table-contact-notice = Demandes à regarder
mydata-table-group-member = Groupes
mydata-table-group-lead = Groupes animés
mydata-table-group-invitation = Invitations à un groupe
mydata-table-attendance = Présence aux ateliers
mydata-field-coming = Vient :
mydata-field-came = Présence notée :
mydata-table-group-chat = Chats de groupe à relier
mydata-table-outing = Sorties proposées
mydata-table-outing-member = Sorties avec ma participation
mydata-field-place = Lieu :
mydata-field-most = Places :
mydata-table-desk = Résumé du matin
mydata-field-wall = Heure :
mydata-field-last-at = Dernier le :
mydata-field-unreachable = Personnes à qui rien n’arrive :
mydata-table-cover = Remplacements
mydata-field-line = Mots :
mydata-field-seen-by = Vu par :
mydata-field-seen-at = Vu le :
mydata-field-calls = Va appeler :
mydata-field-next-at = Prochain message le :
mydata-field-step = Étape :
mydata-field-cover-id = Remplacement par :
mydata-field-first = Du :
mydata-field-last = Au :
mydata-table-delivery = Messages de Relais
mydata-table-incoming = Messages reçus et illisibles
mydata-table-chat-window = Attentes demandées par Telegram
mydata-table-invitation = Invitations
mydata-table-overview-look = Consultations de la vue d’ensemble
mydata-table-wrong-code = Codes d’invitation inconnus
mydata-field-tried-at = Essayé le :
mydata-field-name = Nom :
mydata-field-standing = Situation :
mydata-field-zone = Lieu des heures :
mydata-field-created-at = Depuis le :
mydata-field-paused-until = Pause jusqu’au :
mydata-field-hours = Heures de contact :
mydata-field-role = Rôle :
mydata-field-telegram-id = Numéro Telegram :
mydata-field-language = Langue :
mydata-field-address = Forme :
mydata-field-heard-at = Dernier message reçu le :
mydata-field-reachable = Les messages arrivent :
mydata-field-discreet = Mode discret :
mydata-field-due = Prévu le :
mydata-field-coach-id = Coach :
mydata-field-state = État :
mydata-field-since = Depuis le :
mydata-field-stream = Sujet :
mydata-field-audience = Pour :
mydata-field-shown = Visible :
mydata-field-purpose = Accord :
mydata-field-version = Version du texte :
mydata-field-given-at = Donné le :
mydata-field-withdrawn-at = Fini le :
mydata-field-replaced-at = Texte changé le :
mydata-field-staff-id = Qui :
mydata-field-looked-at = Le :
mydata-field-kind = Sujet :
mydata-field-details = Détails :
mydata-field-proposed-by = Proposé par :
mydata-field-day = Jour :
mydata-field-answered-at = Réponse le :
mydata-field-snoozes = Fois « plus tard » :
mydata-field-what = Mots :
mydata-field-asked-at = Posée le :
mydata-field-assigned-at = Proposé le :
mydata-field-assigned-by = Par :
mydata-field-outcome = Résultat :
mydata-field-shares = Se voit :
mydata-field-easier = Version simple :
mydata-field-brings = En parle à l’atelier :
mydata-field-thanked-at = Merci reçu le :
mydata-field-answers = Vous avez dit :
mydata-field-received-at = Reçu le :
mydata-field-raw = Contenu :
mydata-field-opened-at = Le :
mydata-field-seconds = Secondes :
mydata-field-expires-at = Jusqu’au :
mydata-value-participant = personne accompagnée
mydata-value-coach = coach
mydata-value-facilitator = équipe de l’atelier
mydata-value-supervisor = supervision
mydata-value-enrolling = arrivée en cours
mydata-value-active = en cours
mydata-value-leaving = départ demandé
mydata-value-fr = français
mydata-value-en = anglais
# vous: it names the form
mydata-value-vous = vous
# tu: it names the form
mydata-value-tu = tu
mydata-value-asked = demandé
mydata-value-pending = en attente
mydata-value-ended = terminé
mydata-value-reached = messages qui arrivent ou non
mydata-value-exercises = exercices
mydata-value-wakeups = réveil
mydata-value-checkins = humeur
mydata-value-channel = passer par Telegram
mydata-value-note = un mot au coach, sans réponse le matin
mydata-value-wakeup = réveil
mydata-value-checkin = point du jour
mydata-value-coping = stratégie
mydata-value-afterwork = après le travail
mydata-value-sentence = phrase
mydata-value-reminder = rappel
mydata-value-workshop = atelier
mydata-value-exercise = exercice
mydata-value-begun = commencé
mydata-value-tried = essayé
mydata-value-not-this-week = pas cette semaine
mydata-value-everything = tout
mydata-value-nothing = rien
mydata-value-state = seulement que c’est fait
mydata-value-proposed = proposé
mydata-value-declined = refusé
mydata-value-awaited = pas encore de réponse
mydata-value-snoozed = quelques minutes de plus
mydata-value-up = debout
mydata-value-not-working = pas de travail
mydata-value-unwell = ne va pas bien
mydata-value-open = en cours
mydata-value-cancelled = annulé
mydata-value-stopped = arrêt, à reprendre
mydata-value-finished = terminé
mydata-value-left = remplacé
mydata-value-planned = prévu
mydata-value-sending = en route
mydata-value-sent = envoyé
mydata-value-failed = non envoyé
mydata-value-expired = trop tard
mydata-value-skipped = écarté
mydata-value-uncertain = incertain
mydata-value-seen = vu
mydata-value-withdrawn = repris
mydata-value-renewed = redemandé
mydata-value-answered = suivi d’un échange
mydata-value-tell = à dire
mydata-value-remind = à rappeler
mydata-value-hand-over = à confier
mydata-value-give-up = sans réponse
mydata-value-done = fini
mydata-value-claimed = ouverte
mydata-value-used = utilisée
mydata-value-revoked = annulée

## Changer de langue

settings-question = Que voulez-vous régler ?
button-privacy = Confidentialité
button-my-hours = Mes heures
hours-mine = En ce moment : de { $opens } à { $closes }.
language-question =
    Quelle langue préférez-vous ?

    You can also choose English.
# vous: it names the form
button-french-vous = Français, avec vous
# tu: it names the form
button-french-tu = Français, avec tu
language-kept = C’est noté : français, avec « vous ».
language-buttons = Les deux boutons du bas changent aussi.

## Partir

button-leave = Quitter Relais
leave-stranger = Je ne garde rien de vous. Il n’y a rien à effacer.
leave-question =
    Voulez-vous partir ? J’efface tout : vos réponses, vos choix, votre réveil.

    Vous avez un jour pour changer d’avis. D’ici là, je n’écris pas.

    { $told } Telegram garde une copie de nos messages. Vous pouvez l’effacer aussi.
leave-told-coach = Votre coach saura seulement que c’est fini.
leave-told-team = L’équipe de l’atelier saura seulement que c’est fini.
leave-told-nobody = Personne n’est prévenu.
leave-question-staff =
    Voulez-vous partir ? J’efface ce que je garde de vous.

    Vous avez un jour pour changer d’avis. D’ici là, je n’écris pas.

    { $lines }
line-leave-people = Les personnes que vous accompagnez le sauront. Pour elles, mes messages ne changent pas.
line-leave-groups = Vos groupes et leurs dates restent. Je n’en dis rien aux membres.
button-leave-now = Oui, tout effacer
leave-waiting =
    C’est noté. Tout sera effacé { $day } à { $time }. D’ici là, je ne vous écris pas.

    Vous pouvez changer d’avis avant. L’aide reste là.
leave-soon =
    Tout sera bientôt effacé, comme vous l’avez demandé.

    Vous pouvez encore changer d’avis. L’aide reste là.
button-leave-undo = Je reste
leave-undone = C’est noté. Rien n’est effacé, tout continue comme avant.
# lock-screen
erased =
    C’est fait, tout est effacé. Merci, et bonne continuation.

    J’ai aussi retiré d’ici nos messages des deux derniers jours. Telegram garde les autres. Vous pouvez effacer cette conversation.
left =
    C’est fait, tout est effacé. Merci, et bonne continuation.

    Telegram garde encore cette conversation. Vous pouvez l’effacer aussi.
# lock-screen
participant-left =
    { $name } n’utilise plus Relais.

    Aucun message ne part plus.
# lock-screen
coach-left =
    { $name } n’utilise plus Relais.

    { $lines }

    Pour vous, mes messages ne changent pas. L’équipe peut vous dire qui vous accompagne maintenant.
line-left-shown = Un autre coach ne verra rien de ce que vous montriez, sauf si vous le choisissez.
# lock-screen
role-ended =
    Votre rôle dans Relais est terminé. Merci pour ce que vous avez fait.

    Vous ne voyez plus personne ici. J’ai retiré nos messages des deux derniers jours.

    Vous pouvez encore demander vos données, ou tout effacer.
# lock-screen
role-ended-partly =
    Un de vos rôles dans Relais est terminé.

    J’ai retiré nos messages des deux derniers jours. Le menu montre ce que vous pouvez faire.
note-will-call = C’est noté. Vous allez appeler { $name }.
note-noted = C’est noté pour { $name }.

## Ce que Telegram montre avant la première ligne

command-menu = Le menu
command-days = Mes jours en image
command-help = Qui appeler
command-resume = Finir la pause
command-language = Changer de langue
command-leave = Partir et tout effacer
bot-description =
    Relais est un programme. Il écrit aux heures que vous choisissez.

    Pour commencer, ouvrez le lien de votre invitation.

    Personne ne lit ici en direct.
bot-short-description = Un programme qui écrit aux heures que vous choisissez.

## Dans le terminal, pour qui installe Relais

# vous: the terminal always says vous
cli-setting-missing = Le réglage { $name } manque : donnez-le dans l’environnement ou dans le fichier .env.
# vous: the terminal always says vous
cli-setting-wrong = Le réglage { $name } n’est pas valable : voyez la liste des réglages dans README.md.
cli-option-wrong = L’option { $name } n’est pas valable. Ce qui va est dit avec --help.
# vous: the terminal always says vous
cli-token-refused = Telegram n’accepte pas { $name } : copiez de nouveau ce que BotFather a donné.
# vous: the terminal always says vous
cli-telegram-away = Telegram ne répond pas : vérifiez le réseau et { $name }.
# vous: the terminal always says vous
cli-database-away = La base de données ne s’ouvre pas : vérifiez { $name }.
# vous: the terminal always says vous
cli-name-wrong = Ce nom ne convient pas : donnez un prénom ou un surnom, de 40 signes au plus.
# vous: the terminal always says vous
cli-webhook-refused = Telegram n’accepte pas l’adresse de { $name } : vérifiez le nom, le port et le certificat.
# vous: the terminal always says vous
cli-address-taken = Cette adresse ou ce port ne sont pas libres : changez { $host } ou { $port }.
# vous: the terminal always says vous
cli-parts-apart = Un fichier SQLite est pour un seul processus : enlevez --parts, ou donnez une base PostgreSQL dans { $name }.
# vous: the terminal always says vous
cli-port-taken = Ce port n’est pas libre, donnez-en un autre avec --port : { $why }.
cli-file-trouble = Le fichier { $file } pose problème : { $why }.
cli-trouble = Relais ne peut pas démarrer : { $what }.
# vous: the terminal always says vous
cli-database-not-ready = La base de données n’a pas les tables de cette version : lancez relais run.
cli-status-head = Relais, { $day } à { $time }
cli-status-planned = À envoyer : { $count }
cli-status-next = Prochain envoi : { $day } à { $time }
cli-status-overdue = En retard : { $count }, le plus ancien depuis { $minutes } min
cli-status-resting = Chats que Telegram fait attendre : { $count }, messages pour eux : { $held }
cli-status-windows = Depuis 24 heures, Telegram a demandé d’attendre { $count } fois, { $seconds } s au plus
cli-status-unreachable = Chats injoignables : { $count }
cli-status-person = Personne injoignable : { $id }
cli-status-aside = Rappels mis de côté, impossibles à planifier : { $count }
cli-status-plan = Rappel mis de côté : { $id }
cli-status-erasures = Départs demandés, pas encore effacés à l’heure : { $count }
cli-status-consents = Accords à redemander, car leur texte a changé : { $count }
cli-status-inbox = Reçus, pas encore traités : { $count }, le plus ancien depuis { $minutes } min
cli-status-dead = Reçus, mis de côté : { $count }
cli-status-sent = Depuis 24 heures, { $class } : { $count } envois, retard de { $seconds } s au plus
cli-status-delayed = Depuis 24 heures, { $class } : { $count } envois retardés ({ $reason })
cli-status-ended = Depuis 24 heures, { $class } : { $count } { $state } ({ $reason })
cli-status-trouble = { $id } : { $class }, { $day } à { $time }, { $state } ({ $reason })
cli-class-reply = réponse
cli-class-wakeup = réveil
cli-class-coping = stratégie
cli-class-homework = exercice
cli-class-checkin = point
cli-class-contact = contact
cli-class-digest = résumé
cli-state-failed = non envoyé
cli-state-sent = envoyé
cli-state-expired = trop tard
cli-state-skipped = écarté
cli-state-uncertain = incertain
cli-reason-late = l’heure était passée
cli-reason-missed = Relais ne fonctionnait pas à cette heure
cli-reason-restored = une sauvegarde a été remise en place après l’heure
cli-reason-slowed = Telegram a demandé d’attendre
cli-reason-away = Telegram ne répondait pas
cli-reason-paused = pause
cli-reason-withdrawn = retiré
cli-reason-answered = déjà répondu
cli-reason-woken = réveil déjà envoyé
cli-reason-quiet = heures calmes
cli-reason-closed = pas à une heure qui convient
cli-reason-budget = assez de messages pour ce jour-là
cli-reason-merged = envoyé avec un autre message
cli-reason-unreachable = injoignable
cli-reason-refused = Telegram n’en veut pas
cli-reason-malformed = illisible
cli-reason-unapproved = texte pas encore validé
cli-reason-unknown = Telegram n’a pas confirmé
cli-doctor-key = La clé { $file } est là, et seul son compte peut la lire.
# vous: the terminal always says vous
cli-doctor-key-open = D’autres comptes peuvent lire la clé : tapez chmod 600 { $file }.
cli-doctor-key-other = La clé n’ouvre pas cette base de données : ce n’est pas celle qui servait avant.
cli-doctor-database = La base de données répond, avec les tables de cette version.
cli-doctor-database-unknown = La base de données n’a pas été essayée, faute de clé.
cli-doctor-zones = Les fuseaux horaires sont ceux de la version { $release }.
# vous: the terminal always says vous
cli-doctor-zones-old = Les fuseaux horaires ({ $release }) ont plus de { $days } jours : mettez à jour tzdata sur cette machine.
# vous: the terminal always says vous
cli-doctor-zones-unknown = La version des fuseaux horaires est inconnue : mettez à jour tzdata sur cette machine.
cli-doctor-card = La carte d’aide ({ $country }) date du { $day } { $year }.
# vous: the terminal always says vous
cli-doctor-card-old = La carte d’aide ({ $country }) date du { $day } { $year } : vérifiez ses numéros.
cli-approval-none = { $piece } : pas encore validé, voir { $place }
cli-approval-older = { $piece } : changé depuis sa validation par { $name } ({ $day } { $year }), voir { $place }
cli-approval = { $piece } : validé par { $name } ({ $day } { $year })
# vous: the terminal always says vous
cli-approve-how = Lisez ces textes, puis tapez relais approve --all --by NOM, ou relais approve checkins/mood --by NOM.
# vous: the terminal always says vous
cli-approve-unknown = Il n’y a pas de texte { $piece } : tapez relais approve pour en voir la liste.
cli-approved = Textes validés par { $name } : { $count }. Relais s’en sert dès son prochain démarrage.
# vous: the terminal always says vous
cli-unapproved = Textes que personne n’a encore validés, et qui ne partent pas : { $count } ({ $names }). Tapez relais approve.
# vous: the terminal always says vous
cli-preview-how = Tapez un numéro, des mots, une heure ou une date comme 2026-12-01. Entrée passe, < revient, un point arrête.
cli-preview-about =
    { $title } ({ $minutes } min). { $why }

    Ce que voit l’équipe de l’atelier : { $seen }
cli-preview-again = Ce n’est pas une réponse à cette question.
cli-outcome-done = Résultat : fait.
cli-outcome-tried = Résultat : essayé.
cli-outcome-open = Résultat : pas encore essayé.
cli-preview-unknown = Il n’y a pas d’exercice { $name }.
cli-doctor-approved = Tous les textes à valider le sont.
cli-doctor-token = Telegram reconnaît le bot @{ $bot }.
cli-doctor-clock = L’horloge est à l’heure de Telegram.
# vous: the terminal always says vous
cli-doctor-clock-wrong = L’horloge a { $seconds } s d’écart avec celle de Telegram : réglez-la.
cli-doctor-clock-unknown = L’heure de Telegram est inconnue : l’horloge n’est pas vérifiée.
cli-doctor-polling = Relais demande lui-même les messages à Telegram.
cli-doctor-webhook = Telegram apporte les messages à { $url }.
cli-doctor-webhook-left = Telegram apporte encore les messages à { $url } : relais run y met fin.
cli-doctor-webhook-other = Telegram n’apporte pas encore les messages à { $url } : relais run le lui dit.
# vous: the terminal always says vous
cli-doctor-webhook-failing = Messages que Telegram n’arrive pas à apporter : { $count }. Vérifiez le chemin jusqu’à Relais.
cli-demo-ready = La démonstration est prête : { $address } (Ctrl-C l’arrête).
cli-retention-due = À effacer, { $table } : { $count }
cli-retention-done = Effacé, { $table } : { $count }
cli-retention-none = Rien n’est plus vieux que permis.
cli-staff = { $name } : { $role } ({ $id })
cli-staff-none = Personne ne travaille encore ici.
# vous: the terminal always says vous
cli-staff-unknown = Personne n’a ce nom ni ce rôle ici : tapez relais staff pour voir la liste.
# vous: the terminal always says vous
cli-staff-several = Plusieurs personnes ont ce nom : donnez l’identifiant que montre relais staff.
cli-staff-ended = { $name } : rôle terminé ({ $role })
cli-staff-no-coach = Sans coach maintenant : { $name }
cli-staff-no-lead = Groupe sans animation maintenant : { $name }
cli-backup-done = La sauvegarde est écrite : { $file }. Le fichier de la clé n’y est pas.
cli-restore-done = { $file } est en place. Messages prévus avant maintenant, qui ne partiront pas : { $expired } ; peut-être déjà partis : { $uncertain }. Réponses mises de côté : { $updates } ; personnes effacées de nouveau : { $erased }.
# vous: the terminal always says vous
cli-database-in-use = La base de données est en cours d’utilisation : arrêtez d’abord Relais.
# vous: the terminal always says vous
cli-database-not-empty = La base de données contient quelque chose : ajoutez --over pour mettre la sauvegarde à sa place.
cli-not-a-backup = Ce fichier n’est pas une sauvegarde que cette version de Relais sait lire.
# vous: the terminal always says vous
cli-key-other = La clé de { $name } n’ouvre pas cette sauvegarde : prenez le fichier de clé qui servait alors.
# vous: the terminal always says vous
cli-tool-missing = { $tool } manque : installez les programmes clients de PostgreSQL (sur Debian : apt-get install postgresql-client).
cli-tool-failed = { $tool } n’a pas réussi : { $why }
