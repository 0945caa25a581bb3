# Messages: the SMS gateway and the queue.
error-messages-url = A gateway address begins with https://.
error-messages-port = A port is a number from 1024 to 65535. Take one that no other program uses.
error-messages-plain-http = Without encryption only this computer can be addressed. Use https://.
error-messages-user = Give the gateway account.
error-messages-password = Give the gateway password.
error-messages-sender = Sender name: Latin letters and digits, at most { $most }.
error-messages-demo-only = The demonstration gateway exists in the demonstration database only.
error-messages-lease = The message is in other hands already.
error-messages-no-gateway = No SMS gateway is chosen. The administrator chooses it under Settings.
error-messages-too-long = Too long for an SMS: a notice takes at most { $most } messages.

# Words of notices. They travel as SMS: every letter is paid for.
messages-notice-text-changed = { $operator }: the terms "{ $title }" change from { $from }. Objections are taken until { $until } at the branch.
messages-notice-reconsent-asked = { $operator }: the terms "{ $title }" change from { $from }. A new consent is needed: please visit the branch.
messages-notice-loyalty-accepted = { $operator }: you now take part in the programme "{ $programme }".
messages-notice-withdrawal-received = { $operator }: withdrawal of consent No { $number } received, effective from { $from }. Advertising has stopped already.
messages-notice-withdrawal-done = { $operator }: withdrawal of consent No { $number } is in effect. Processing under it has stopped.
messages-notice-advertising = { $operator }: { $text }
