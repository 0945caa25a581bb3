# Messages: the SMS gateway and the queue.
error-messages-url = Адрес шлюза начинается с https://.
error-messages-port = Порт — число от 1024 до 65535. Возьмите такой, который не занят другой программой.
error-messages-plain-http = Без шифрования можно обращаться только к этому же компьютеру. Укажите https://.
error-messages-user = Укажите учётную запись шлюза.
error-messages-password = Укажите пароль шлюза.
error-messages-sender = Имя отправителя: латинские буквы и цифры, не больше { $most } знаков.
error-messages-demo-only = Учебный шлюз есть только в учебной базе.
error-messages-lease = Сообщение уже в других руках.
error-messages-no-gateway = SMS-шлюз не выбран. Его выбирает администратор в разделе «Настройки».
error-messages-too-long = Слишком длинно для SMS: уведомление занимает не больше { $most } сообщений.

# Words of notices. They travel as SMS: every letter is paid for.
messages-notice-text-changed = { $operator }: условия «{ $title }» меняются с { $from }. Возражения принимаем по { $until } в филиале.
messages-notice-reconsent-asked = { $operator }: условия «{ $title }» меняются с { $from }. Нужно новое согласие: пожалуйста, зайдите в филиал.
messages-notice-loyalty-accepted = { $operator }: Ваше участие в программе «{ $programme }» подтверждено.
messages-notice-withdrawal-received = { $operator }: отзыв согласия № { $number } принят, действует с { $from }. Реклама отключена уже сейчас.
messages-notice-withdrawal-done = { $operator }: отзыв согласия № { $number } вступил в силу. Обработка данных по нему прекращена.
messages-notice-advertising = { $operator }: { $text }
