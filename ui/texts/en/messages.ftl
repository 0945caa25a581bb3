# Messages: the SMS gateway and the queue.
error-messages-url = A gateway address begins with https://.
error-messages-plain-http = Without encryption only this computer can be addressed. Use https://.
error-messages-user = Give the gateway account.
error-messages-password = Give the gateway password.
error-messages-sender = Sender name: Latin letters and digits, at most { $most }.
error-messages-demo-only = The demonstration gateway exists in the demonstration database only.
error-messages-lease = The message is in other hands already.
