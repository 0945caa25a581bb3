due-late = { $count ->
    [one] { $count } working day late
   *[other] { $count } working days late
}
due-today = Due today
due-tomorrow = Due tomorrow
due-days = { $count ->
    [one] { $count } working day left
   *[other] { $count } working days left
}
due-hours = { $count ->
    [one] { $count } working hour left
   *[other] { $count } working hours left
}
due-minutes = Under an hour left
due-in-time = Answered in time
due-was-late = { $count ->
    [one] Answered { $count } working day late
   *[other] Answered { $count } working days late
}
due-waiting = Waiting for client
