# Checking a consent text before it is published: what it lacks by law (art. 8(4) and others) and what to look at again.
texts-lang-kk = Kazakh
texts-lang-ru = Russian
texts-lang-en = English

error-consents-lack-operator-profile = The organisation has no name or no valid BIN: complete its card in settings, “Organisations”.
error-consents-lack-operator-bin = The text ({ $lang }) doesn’t give the organisation’s BIN: say who receives the consent, with the BIN.
error-consents-lack-subject-name = The list of data has no surname or given name: nothing says whose consent it is.
error-consents-lack-term = The term of the consent isn’t chosen.
error-consents-lack-term-date = The last day of the consent is missing or has passed.
error-consents-lack-purpose-term = Purpose { $n }: no term is chosen.
error-consents-lack-purpose-date = Purpose { $n }: the last day is missing or has passed.
error-consents-lack-third-parties = It isn’t said whether data are passed to third parties.
error-consents-lack-third-parties-who = It isn’t said ({ $lang }) to whom data are passed.
error-consents-lack-recipients = Purpose { $n } names recipients, but the text says that nothing is passed to third parties.
error-consents-lack-recipient-name = Purpose { $n }: a recipient has no name ({ $lang }).
error-consents-lack-cross-border = It isn’t said whether data go abroad.
error-consents-lack-countries = Data go abroad, but no country is named.
error-consents-lack-purpose-countries = Purpose { $n } names a country that isn’t on the text’s list of countries.
error-consents-lack-public-sources = It isn’t said whether data appear in public sources.
error-consents-lack-data-phone = The list of data has no phone: there is nowhere to send the confirmation code.
error-consents-lack-data-approved = The list has data that aren’t on the organisation’s approved list.
error-consents-lack-purpose-data = Purpose { $n }: no data are ticked.
error-consents-lack-purpose-beyond = Purpose { $n } uses data that aren’t on the consent’s list.
error-consents-lack-purposes = At least one purpose is needed, twenty at most.
error-consents-lack-purpose-name = Purpose { $n }: no name ({ $lang }).
error-consents-lack-purpose-note = Purpose { $n }: the explanation isn’t in every language (missing: { $lang }).
error-consents-lack-purpose-kind = Purpose { $n }: it isn’t chosen whether the service needs it.
error-consents-lack-purpose-basis = Purpose { $n }: no basis is chosen.
error-consents-lack-stored-in = It isn’t said in which country the data are kept.
error-consents-lack-code = No short name: lower-case Latin letters, digits and hyphens, up to 40 characters.
error-consents-lack-title = No title ({ $lang }).
error-consents-lack-body = No text ({ $lang }).
error-consents-lack-unclean = Too long, or there are invisible characters ({ $lang }).

texts-warning-open-list = Paragraph { $n } ({ $lang }): “{ $words }” leaves the list of data open. The law expects a closed list.
texts-warning-advertising-bundled = Purpose { $n } is needed for the service but speaks of advertising (“{ $words }”). Advertising needs an answer of its own.
texts-warning-advertising-unasked = The text ({ $lang }) speaks of advertising (“{ $words }”), but there is no optional purpose about it.
texts-warning-stored-abroad = Data aren’t kept in Kazakhstan alone. The law requires keeping them in Kazakhstan.
texts-warning-words-abroad = Paragraph { $n } ({ $lang }): it speaks of keeping data outside Kazakhstan (“{ $words }”). The law requires keeping them in Kazakhstan.
texts-warning-patronymic = The list has no patronymic. Where the identity document has one, the law asks for it.
texts-warning-paragraph-count = The number of paragraphs differs ({ $lang }: { $words }). Something is probably not translated.
texts-warning-numbers = Paragraph { $n } ({ $lang }): the numbers aren’t those of the Kazakh text. Compare terms and numbers.
texts-warning-no-choice = Every purpose is marked as needed for the service: the client can only refuse everything at once.

error-consents-draft-gone = There is no such draft: it was published or deleted.
error-consents-draft-moved = Somebody else has changed this draft meanwhile. Your words are still on the screen: copy what you need and open the draft again.
error-consents-draft-long = The draft is too large: up to 60,000 characters of text in each language.
