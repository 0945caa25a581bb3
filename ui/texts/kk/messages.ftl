# Messages: the SMS gateway and the queue.
error-messages-url = Шлюз мекенжайы https:// деп басталады.
error-messages-plain-http = Шифрлаусыз тек осы компьютерге жүгінуге болады. https:// көрсетіңіз.
error-messages-user = Шлюздің есептік жазбасын көрсетіңіз.
error-messages-password = Шлюз құпиясөзін көрсетіңіз.
error-messages-sender = Жіберуші атауы: латын әріптері мен цифрлар, { $most } таңбадан аспайды.
error-messages-demo-only = Оқу шлюзі тек оқу базасында бар.
error-messages-lease = Хабарлама басқа қолда.
