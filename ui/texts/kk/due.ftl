due-late = { $count ->
    [one] { $count } жұмыс күніне кешікті
   *[other] { $count } жұмыс күніне кешікті
}
due-today = Мерзімі бүгін
due-tomorrow = Мерзімі ертең
due-days = { $count ->
    [one] { $count } жұмыс күні қалды
   *[other] { $count } жұмыс күні қалды
}
due-hours = { $count ->
    [one] { $count } жұмыс сағаты қалды
   *[other] { $count } жұмыс сағаты қалды
}
due-minutes = Бір сағаттан аз қалды
due-in-time = Мерзімінде жауап берілді
due-was-late = { $count ->
    [one] { $count } жұмыс күніне кеш жауап берілді
   *[other] { $count } жұмыс күніне кеш жауап берілді
}
due-waiting = Клиент күтілуде
