# Every word a person reads, in English. Ids are prefixed by the module that says them; ar.ftl holds the same ids.
# Days and other counts have their forms in a selector; money, dates, names, codes and links come ready written.

-service = Tajdeed

## words

language-name = English

## counts

count-days =
    { $n ->
        [one] { $n } day
       *[other] { $n } days
    }
count-years =
    { $n ->
        [one] { $n } year
       *[other] { $n } years
    }
count-workers =
    { $n ->
        [one] { $n } worker
       *[other] { $n } workers
    }

## telegram

telegram-group = This service answers in private chats only, so that nobody else reads your answers.
telegram-description = { -service } renews the health insurance of domestic workers in Kuwait: what cover a worker has, what a renewal costs, and how to pay it. It never asks for a card number, a PIN, a password or a bank code.
telegram-short-description = Health insurance of domestic workers in Kuwait: inquire, renew, pay.
menu-start = Main menu
menu-inquire = See a worker's cover
menu-quote = What it costs, and why
menu-renew = Renew or begin cover
menu-pay = Pay, and see receipts
menu-workers = My workers
menu-reminders = Reminders before cover ends
menu-language = العربية / English
menu-privacy = See, take or erase my data
menu-help = Help, and what is genuine
menu-human = Talk to a person
menu-cancel = Stop what I was doing
