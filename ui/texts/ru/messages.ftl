# Messages: the SMS gateway and the queue.
error-messages-url = Адрес шлюза начинается с https://.
error-messages-plain-http = Без шифрования можно обращаться только к этому же компьютеру. Укажите https://.
error-messages-user = Укажите учётную запись шлюза.
error-messages-password = Укажите пароль шлюза.
error-messages-sender = Имя отправителя: латинские буквы и цифры, не больше { $most } знаков.
error-messages-demo-only = Учебный шлюз есть только в учебной базе.
error-messages-lease = Сообщение уже в других руках.
