# May we contact, on the screen.
contacts-title = May we contact
contacts-channel = Channel
contacts-advertising = Advertising
contacts-service = Service
contacts-yes = Yes
contacts-no = No
contacts-until-yes = until { $at }
contacts-until-no = changes { $at }
contacts-wish = The client's wish…
contacts-wish-title = Wish about advertising
contacts-wish-channels = Channels
contacts-wish-what = What the client asks
contacts-wish-stop = No advertising
contacts-wish-allow = Send again where there is a consent
contacts-wish-what-missing = Say what the client asks
contacts-wish-how = How the client said it
contacts-wish-act = Write down
contacts-wish-done = Written down; it counts already
contacts-wish-hint = It stops at once. Codes and service messages still come.
contacts-wish-was = { $name }, { $at }: { $what }
contacts-by-number = No. { $number }
contacts-list-title = Advertising list
contacts-list-lead = The list holds only people who may be sent advertising: the consent is in force, nothing is blocked, refused or withdrawn. It may be sent on weekdays from 9:00 to 21:00.
contacts-list-channel = Channel
contacts-list-people = { $n ->
    [one] { $n } person
   *[other] { $n } people
}
contacts-list-in = On the list
contacts-list-left-out = Left out
contacts-list-from = It may be sent from { $at }
contacts-list-now = It may be sent now, until 21:00
contacts-list-export = Export XLSX…
contacts-list-saved = List saved: { $name }
contacts-list-made = Lists that were exported
contacts-list-none = None yet
