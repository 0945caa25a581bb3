frame-rooms = Rooms
frame-top = Search and account
frame-bottom = Messages and keys
frame-search = IIN, phone, card, document or name
frame-search-name = Search for clients, requests and commands
frame-found = { $count ->
    [one] { $count } line found
   *[other] { $count } lines found
}
frame-nothing-found = Nobody found. Check the digits or try another name.
frame-no-command = There is no such command now.
frame-open = open
frame-do = do it
frame-show-all = show all as a list
frame-commands = commands
frame-language = Language
frame-language-name = English
frame-language-short = EN
frame-lock = Lock
frame-demo = Practice data
frame-undo = Undo
frame-undone = Undone: { $what }
frame-unexpected = The program failed. Nothing was changed. Try again; if it doesn’t help, start the program anew.
frame-nothing-to-undo = Nothing to undo
frame-no-way-back = This is the first place you opened
frame-no-way-forward = You haven’t been any further yet
frame-due-or-late = { $count ->
    [one] { $count } due today or late
   *[other] { $count } due today or late
}
frame-recent = Recent acts
frame-recent-about = They can be undone for ten minutes
frame-recent-empty = Nothing to undo yet
frame-keys = Keys that work now
frame-keys-here = On this screen
frame-keys-everywhere = Everywhere
frame-keys-lists = In lists
frame-keys-move-1 = Row up, down
frame-keys-move-2 = First, last row
frame-keys-move-3 = Page up, down
frame-keys-move-4 = Open
frame-keys-move-5 = Select
frame-keys-move-6 = One step back
frame-keys-move-7 = Menu of the row
frame-keys-letters = Letters
frame-keys-letters-on = Letters do things in lists and cards
frame-keys-letters-hint = Switch off if letters get pressed by chance; everything stays in buttons
rooms-clients = Clients
rooms-consents = Consents
rooms-requests = Requests
rooms-blocks = Blocks
rooms-board = Overview
rooms-journal = Journal
rooms-settings = Settings
frame-search-commands = Find an act
frame-menu = Acts with the row
