# Consents: texts, visits at the tablet, the station.
error-consents-text-not-found = There is no such consent text.
error-consents-field-empty = Fill in this field.
error-consents-field-long = Too long, or with characters that do not belong here.
error-consents-name = Use letters, as in the document.
error-consents-iin = An IIN has 12 digits. Check each of them.
error-consents-birth-date = This cannot be a date of birth.
error-consents-under-age = Consent on the tablet is given from the age of 18.
error-consents-employee = This is an employee of the operator: its rules take no client's consent from employees. End the visit without saving.
error-consents-phone = Check the number: for example +7 701 123 45 67.
error-consents-email = Check the address: for example aigul@mail.kz.
error-consents-not-asked = This text does not ask for such data.
error-consents-signature = Sign: a dot is not enough.
error-consents-incomplete = Complete the earlier steps first.
error-consents-not-now = This cannot be done at this step.
error-consents-visit-gone = This visit is no longer there.
error-consents-no-gateway = No SMS can be sent now. Call the consultant: you can sign on paper.
error-consents-code-wait = { $seconds ->
    [one] A new code can be sent in { $seconds } second.
   *[other] A new code can be sent in { $seconds } seconds.
}
error-consents-code-visit = All three codes of this visit were sent. Call the consultant: you can sign on paper.
error-consents-code-today = No more codes can be sent to this number today. Give another number or call the consultant.
error-consents-demo-only = This exists in the demonstration database only.
error-consents-tablet-gone = There is no such tablet in this branch.
error-consents-tablet-busy = This tablet has a visit already. End it or choose another tablet.
error-consents-tablet-name = Give the tablet a name of at most 40 characters.
error-consents-old-text = A newer version of the text has been published. Open the visit with it.
error-consents-original-not-seen = Confirm that you have seen the original document.
error-consents-document-number = Check the kind and number of the document.
error-consents-document-date = Give the date of issue, not later than today.
error-consents-phone-proved = This number was confirmed by the code and is not changed here. Another number needs a new visit.
error-consents-unanswered = Mark an answer to each purpose.
error-consents-moved = The visit changed while you were looking. Check it again.
error-consents-consent-gone = There is no such consent.
error-consents-nothing-to-withdraw = None of what was chosen is in force.
error-consents-station-address = The port is 1024 to 65535; addresses are IPs or computer names, at most eight.
# The SMS with the code: at most 70 letters together with it; the operator's name gives way.
consents-code-message = { $operator }: code No { $n }: { $code }. Consent to data processing
