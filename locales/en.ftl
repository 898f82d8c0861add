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

## moments: a time of day, and a day near

clock-time =
    { $part ->
        [midnight] { $time } am
        [dawn] { $time } am
        [morning] { $time } am
       *[other] { $time } pm
    }
near-today = today { $time }
near-tomorrow = tomorrow { $time }
near-day = { $date }, { $time }

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
menu-account = My account
menu-help = Help, and what is genuine
menu-human = Talk to a person
menu-cancel = Stop what I was doing

## pages: what every page says

page-service = { -service }
page-service-what = Health insurance of domestic workers
page-test = TEST. Nothing here is real: no money moves and no cover begins.
page-run-by = Run by { $operator }. It is not part of the Ministry of Health.
page-run-by-ministry = Run by { $operator }.
page-hotline = Hotline { $hotline }
page-hotline-ministry = Hotline { $hotline } (Ministry of Health)
page-chat = Back to the chat
page-worker-name = { $name }
page-worker-civil-id = Civil ID …{ $lastFour }
page-period = { $years }, { $from } to { $until }
page-moment = { $date }, { $time } Kuwait time
page-lines = For: health insurance, by worker and period
page-worker = Worker
page-fee = Fee
page-amount = { $fils }
page-total = Total

## pay-page

pay-page-open-title = Pay for health insurance
pay-page-recipient = Paid to
pay-page-not-ministry = Not part of the Ministry of Health.
pay-page-button = Pay { $fils }
pay-page-good-until = This link is good until
pay-page-terms = Terms you accepted
pay-page-terms-read = Read version { $version }
pay-page-not-included = Residency fees are not included.
pay-page-declined-title = The bank declined. Nothing was taken.
pay-page-declined = Often it is a limit set for the card or the account. You can pay again with this same link.
pay-page-cancelled-title = The payment was cancelled. Nothing was taken.
pay-page-ran-out-title = The payment page ran out of time. Nothing was taken.
pay-page-again = You can pay again with this same link.
pay-page-genuine-title = Is this page genuine?
pay-page-genuine-chat = You asked for this link yourself in the chat, and the last four digits are your worker's.
pay-page-genuine-address = The address at the top of the screen begins with { $address }
pay-page-genuine-never = Nobody of ours asks for your card number, PIN, password or bank code: not in the chat, not by phone.
pay-page-genuine-hotline = If in doubt, do not pay, and call { $hotline } first.
pay-page-at-gateway-title = This payment is not finished
pay-page-at-gateway = The payment page was opened and is waiting. If you closed it, go on there: it is the same payment, and it is taken once at most.
pay-page-at-gateway-button = Go on paying
pay-page-check = See the result now
pay-page-unknown-title = The bank has not answered yet
pay-page-unknown = Nothing is lost. Please do not pay again for now: we keep asking, and tell you in the chat.
pay-page-unknown-refreshes = This page looks again by itself.
pay-page-paid-title = This is paid
pay-page-paid = The receipt is here and in the chat. There is nothing more to pay with this link.
pay-page-paid-button = Open the receipt
pay-page-expired-title = This link has expired
pay-page-expired = A pay link is good for 24 hours, because the fee may change. Open the chat and send: pay. You get today's fee and a new link.
pay-page-superseded-title = There is a newer link
pay-page-superseded = You asked for this renewal again, so this link was closed: nothing is paid twice. Please use the newest link in the chat.
pay-page-conflicted-title = We are looking into this payment
pay-page-conflicted = A payment arrived that could not be counted, because the amount was another one or the period was taken meanwhile. What cannot be counted is given back to you: our team sees to it, and writes to you in the chat. Please do not pay again with this link.
pay-page-covered-title = This period is already taken
pay-page-covered = Nothing was taken. There is paid or valid cover for { $worker } in this period, so paying again would be for nothing. Open the chat and send: inquire. It shows the cover.
pay-page-elsewhere-title = Another payment for this is under way
pay-page-elsewhere = Nothing was taken here. Somebody has opened the payment page for { $worker } with another link. Once that ends, this page says whether there is still anything to pay.
pay-page-this-worker = this worker
pay-page-gateway-down-title = The payment gateway cannot be reached
pay-page-gateway-down = Nothing was taken. Please try again in a few minutes: this link stays as it is.
pay-page-back = Back to this payment

## receipt-page

receipt-page-title = Receipt: paid
receipt-page-what = Health insurance fee, domestic workers
receipt-page-number = Receipt number
receipt-page-paid-at = Paid on
receipt-page-payer = Payer
receipt-page-payer-masked = { $initials } (civil ID …{ $lastFour })
receipt-page-payer-quick = Without an account here
receipt-page-nothing-to-pay = The fee was zero: nothing was to be paid.
receipt-page-payment-id = Payment ID
receipt-page-track-id = Track ID
receipt-page-issued-by = Issued by
receipt-page-state-paid = Paid, not yet in the Ministry's system
receipt-page-state-filed = Filed with the Ministry, policy number to come
receipt-page-state-issued = Cover issued
receipt-page-state-issued-number = Cover issued, policy { $number }
receipt-page-state-rejected = Not accepted by the Ministry: our team will write to you
receipt-page-state-conflicted = Paid, but the period was taken: our team will write to you
receipt-page-state-refund-due = This amount is owed back to you
receipt-page-state-refunded = This amount was given back
receipt-page-keep = To keep it, print this page or save it as a PDF. The receipt is in the chat as well.
receipt-page-print = Print the receipt

## terms-page

terms-page-title = Terms and conditions
terms-page-version = Version { $version }
terms-page-since = Offered here since { $since }.
terms-page-as-accepted = These are the words as people accepted them: they do not change under the same version.

## export-page

export-page-title = A copy of your data
export-page-what = One file with everything this service keeps about you.
export-page-care = It holds your numbers and names in full. Please save it only on a device of your own.
export-page-once = The link works once, within 15 minutes of when you asked for it.
export-page-button = Save my data
export-page-gone-title = This link no longer works
export-page-gone = It works once, for 15 minutes. Open the chat and send: privacy. You get a new one.

## error-page

error-page-not-found-title = There is no such page
error-page-not-found = Part of the address may be missing, as happens when a link is copied. Please open the link in the chat again, or ask for a new one there.
error-page-request-title = This request could not be read
error-page-request = Nothing was done and nothing was taken. Please open the link in the chat again.
error-page-fault-title = Something of ours is not working
error-page-fault = It is our fault, not yours, and nothing was lost. Please try again in a minute. If it stays so, call the hotline, { $hotline }.

## sandbox: the test gateway's own page

sandbox-mark = TEST
sandbox-title = Test payment
sandbox-what = This is not a bank. No money moves, and no card is asked for. Choose how the test gateway is to answer.
sandbox-amount = Amount
sandbox-reference = Track ID
sandbox-choices = The test gateway's answer
sandbox-approve = Approve
sandbox-approve-what = Paid at once.
sandbox-decline = Decline
sandbox-decline-what = The bank says no.
sandbox-cancel = Cancel
sandbox-cancel-what = As if you changed your mind.
sandbox-timeout = Time out
sandbox-timeout-what = No answer, until the payment runs out.
sandbox-late = Answer late
sandbox-late-what = Paid, but told 20 seconds later.
sandbox-twice = Answer twice
sandbox-twice-what = Paid at once, and told two times.
sandbox-closed-title = This test payment is closed
sandbox-closed = It was answered before, or its time ran out.
sandbox-back = Back to the service
sandbox-unknown-title = No such test payment
sandbox-unknown = The test gateway knows nothing under this address. Please open the pay link in the chat again.

## messages

message-test = 🧪 TEST. No money moves and no cover begins.
test-tag = 🧪 TEST ·

## turns

yes-unsure = Nothing has been changed so far. If you accept it as it stands here, press the button; to change something, press Change.
not-understood = I did not understand that. Choose a button, or write it another way.
lost-person = I still do not understand, and that is my fault. I have asked a person for you.
lost-nobody = I still do not understand, and that is my fault. You can choose from the menu, or call.
stuck-person = That has not worked three times now. I have asked a person for you.
stuck-nobody = That has not worked three times now. You can try once more, or call.
waiting-heard = Your message is with { $operator }'s team. They answer here.
begun-again = That button belongs to a conversation that is no longer open. Nothing was done by it; here is the menu.
contact-not-asked = Thank you, but no number is needed right now.
media-photo = I cannot read photos. Please write it in text, for example the 12 digits of the civil ID.
media-voice = I cannot listen to voice notes. Please write it in text.
media-video = I cannot watch videos. Please write it in text.
media-sticker = I can only read text and buttons.
media-location = No location is needed. Please write it in text.
media-document = I cannot open files. Please write it in text.
media-forwarded = I only take what you write yourself. Please write it in a message of your own.
media-edited = An edited message changes nothing here. Please send it again as a new message.
media-other = I can only read text and buttons.
cancelled = Stopped. Nothing was paid and nothing was changed.
nothing-to-cancel = There is nothing to stop right now. Reminders are stopped under “Reminders”.
resume-offer = You had not finished: { $what }. Would you like to go on?
resumed = Here is where you stopped.
nothing-to-resume = There is nothing left to go on with.
button-resume = Go on
journey-start = choosing from the menu
journey-register = registering
journey-inquire = looking up cover
journey-quote = a quote
journey-renew = the renewal
journey-pay = paying
journey-pay-quick = paying without an account
journey-workers = your workers
journey-reminders = reminders
journey-already-renewed = telling us of a renewal
journey-remind-later = a later reminder
journey-worker-left = telling us that a worker left
journey-not-mine = telling us that a worker is not yours
journey-stop-reminding = stopping reminders
journey-undo = taking an answer back
journey-language = the language
journey-privacy = your data
journey-account = your account
journey-help = help
journey-human = reaching a person
journey-helped = how it was to talk to a person
journey-cancel = stopping
journey-resume = going on
journey-desk-consent = your answer to our team
journey-cancel-request = cancelling a request
our-fault = ⚠️ Something went wrong on our side with your last message. Nothing that you paid or told us before is lost. Please send /start and try again, or call the hotline.
reply-refused = ⚠️ We could not show you our answer; the mistake is on our side. Nothing that you paid or told us is lost. Please send /start, or call the hotline, { $hotline }.

## engine: what stands around every question

button-back = Back
button-go-back = Back to it
button-change = Change
button-help = Help
button-cancel = Stop
button-ticked = ✅ { $label }
button-unticked = { $label }
button-all = All of them
button-none = Untick all
button-done = Go on with { $n }
change-which = Which answer would you like to change?
question-changed = Something changed since this was asked, so nothing was taken. This is how it stands now:
old-button = That button belongs to an earlier question, so nothing was taken. This is where we are:

## challenges: proof that a phone is the sender's

challenge-contact = Share your mobile number with the button below. It counts only as the number of this chat, and only if it is the one on record.
challenge-code = If a number is on record for this civil ID, a verification code is on its way to it. Write the code here within 10 minutes.
challenge-typed-phone = A typed number cannot be checked. Please use the button below: it shares the number of this chat.
challenge-not-own = That contact is somebody else's. Please use the button below: it shares your own number.
challenge-not-kuwaiti = That is not a Kuwaiti number, so it cannot be one on record here. You can call the hotline about the number on record.
challenge-sent-again = If a number is on record, a new code is on its way. Only the newest one counts.
challenge-too-soon = A code was sent less than a minute ago. Please wait a moment before asking again.
challenge-wrong = That is not the code that was sent. Look at the newest message and try again.
challenge-expired = That code is more than 10 minutes old. Ask for a new one with the button below.
challenge-too-many = That was the fifth wrong code, so it no longer counts. Ask for a new one with the button below.
challenge-not-set = No code is open right now. Ask for a new one with the button below.
help-contact = The button asks your phone to share this chat's own number. We compare it with the number on record for your civil ID, and nothing else is done with it.
help-code = The code comes by SMS to the number on record and is good for 10 minutes and five tries. We never ask for a code from your bank.
button-share-contact = Share my number
button-send-again = Send a new code

## next: buttons that begin a journey

button-menu = Main menu
button-inquire = See cover
button-quote = See the fee
button-renew = Renew
button-issue = Begin cover
button-pay = My payments
button-pay-quick = Pay without account
button-workers = My workers
button-register = Register
button-human = Talk to a person

## payments: what the chat is told about money

notice-worker-name = { $name }, civil ID ending in { $lastFour }
notice-worker-initials = { $initials }, civil ID ending in { $lastFour }
notice-line = { $worker }: { $fils }
notice-never = We never ask for a card number, a PIN, a password or a bank code.
notice-paid = ✅ { $total } is paid. The receipt is from { $operator }.
notice-free = ✅ The fee is zero, so nothing was to be paid. The confirmation is from { $operator }.
notice-issued = { $worker }: covered from { $from } to { $until }. Policy number:
notice-policy = { $policy }
notice-waiting = { $worker }: { $from } to { $until }. Paid, not yet in the Ministry's system.
notice-waiting-free = { $worker }: { $from } to { $until }. Accepted, not yet in the Ministry's system.
notice-next-step = Next: the renewal is registered in the Ministry's system, by { $by } at the latest. We tell you here at each step.
notice-owed-back = { $worker }: the period from { $from } was taken meanwhile. { $fils } is owed back to you.
notice-already-covered = { $worker }: the period from { $from } is covered already. Nothing was charged for it.
notice-receipt-number = Receipt number:
notice-number = { $number }
notice-receipt-link = The receipt, to read or print: { $link }
notice-declined = The bank declined the payment. Nothing was taken.
notice-cancelled = The payment was cancelled. Nothing was taken.
notice-expired = The payment was not finished in time. Nothing was taken.
notice-pay-again = You can pay { $total } to { $operator } again with the same link, until { $date } at { $time }: { $link }
notice-unanswered = ⏳ The bank has not answered yet about the { $total } to { $operator }. Nothing is lost; we will tell you here once it does. Please do not pay again for now.
notice-no-outcome = ⚠️ The bank never told us how the payment of { $total } to { $operator } ended. A person in our team is looking into it and will write to you here.
conflict-second-capture = ⚠️ A second payment of { $fils } arrived for what was already paid. It was not counted, and is owed back to you.
conflict-wrong-amount = ⚠️ A payment of { $fils } arrived, but { $total } is the fee. It was not counted, and is owed back to you.
conflict-wrong-currency = ⚠️ A payment arrived in another currency than the fee of { $total }. It was not counted, and is owed back to you.
conflict-period-taken = ⚠️ Your payment of { $fils } arrived, but the period was taken meanwhile. It was not counted, and is owed back to you.
conflict-next = { $operator } has this before its team, and you need not do anything. Please do not pay again. For questions: the hotline, { $hotline }.
button-pay-page = Pay
button-receipt = Open the receipt
button-copy-receipt = Copy receipt number
button-copy-policy = Copy policy number

## start, menu

start-hello-again = Welcome back, { $name }.
start-operator = We renew the health insurance of domestic workers in Kuwait. The service is run by { $operator } and is not part of the Ministry of Health.
start-operator-ministry = We renew the health insurance of domestic workers in Kuwait. The service is run by { $operator }.
start-never = We never ask here for a card number, a PIN, a password or a bank code. In doubt, call the hotline, { $hotline }.
menu-ask = What would you like to do?
menu-rest = More:
button-menu-more = More
urgent-unpaid = 💳 Not paid yet: { $total }.
urgent-cover = { $worker }: { $standing }
urgent-waiting = ⏳ { $worker }: paid, and not issued yet. We tell you here at each step.
button-reminders = Reminders
button-privacy = My data
button-account = My account
button-language = العربية / English
button-help-menu = Help

## language

language-ask-ar = اختر اللغة.
language-ask-en = Choose a language.
language-help = Everything the service says in this chat will be in the language you choose. You can change it at any time from the main menu.
language-chosen = From now on this chat is in English.
button-arabic = العربية
button-english = English

## help

help-what = Choose a topic.
help-hotline = For anything else, call the hotline, { $hotline }, in Arabic or English.
help-fee = The fee for one year:
help-fee-row = • { $row }: { $fils }
help-fee-quote = A quote shows the fee for your own workers, with the reason for it.
help-conditions = Cover can be renewed when the worker is registered in the health insurance system and the fee is paid.
help-conditions-years = For a worker in Kuwait it is one to three years, for a worker outside Kuwait one. The period should match the residency.
help-documents = No papers are needed here: only the civil ID of the sponsor and of the worker, 12 digits each, as printed on the cards.
help-active = Once you are registered, send your worker's civil ID here: you see until when the cover runs, and where we know it from.
help-active-hotline = The hotline, { $hotline }, can tell you as well.
help-genuine = A genuine pay link is one you asked for in this chat. It names the operator, the amount and the last four digits of the worker's civil ID.
help-genuine-doubt = In doubt, do not pay. Call the hotline, { $hotline }.
help-never = We never ask for a card number, a PIN, a password or a bank code: not in this chat, not on our pages, not by phone.
help-never-where = Card details are entered on the payment gateway's own page, and nowhere else.
help-never-next = If somebody asks for them in our name, give nothing and call the hotline, { $hotline }.
button-help-fee = The fee
button-help-conditions = Conditions
button-help-documents = Documents
button-help-active = Is cover active?
button-help-genuine = Is a link genuine?
button-help-never = What we never ask

## topics: answers to what people ask, each at most six lines

near-ask = I am not quite sure. Do you mean:
near-else = Then please write it in other words, for example: renew, the fee, when does it end.
button-something-else = Something else
button-to-question = Back to the question
button-in-arabic = أكمل بالعربية
button-in-english = Go on in English
button-renew-insurance = Renew insurance
journey-answer = a question of yours
topic-fee-why = The fee for one year, by “{ $schedule }”:
topic-fee-more = A quote shows the row that is yours.
topic-fee-changed = Decision 306 of 2025 changed the fees from 23 December 2025. So the press says: we have not seen the official text.
topic-fee-changed-here = Here the fee is by “{ $schedule }”. Each quote names its rule and its source.
topic-active-own = At once: cover is issued when the payment arrives, and it runs from the first day that you chose.
topic-active-manual = After the payment, { $operator } enters the renewal in the Ministry's system. Cover counts once it is issued there, and we tell you here at each step.
topic-ways-to-pay = By the pay link that you get here once you accept the fee. Its page shows the ways to pay that the gateway offers.
topic-payment-unanswered = ⏳ { $total }: the bank has not answered yet. Nothing is lost; we will tell you here once it does.
topic-payment-last = The last payment that we know of:
topic-payment-none = We know of no payment in this chat.
topic-paid-nothing-came = Please do not pay again for now. If your bank took the amount, our team can look into it.
topic-charged-twice = A period is paid once. A second payment for it is not counted and is owed back to you.
topic-charged-twice-next = “My payments” shows what was counted. If your bank took more than that, tell our team.
topic-cancel-payment-link = Nothing was taken: the link for { $total } is not paid, and ends by itself on { $until }. You need not do anything.
topic-cancel-payment-open = A payment page for { $total } is open. Leave it without paying and nothing is taken; it ends on { $until }.
topic-cancel-payment-none = No unpaid link is open in this chat, so there is nothing to cancel.
topic-cancel-payment-paid = What is paid already cannot be cancelled here: { $operator }'s team looks at it and answers you.
topic-refund = If a renewal is rejected, the whole amount is given back.
topic-refund-other = For anything else we know of no published rule: { $operator }'s team looks at your case and answers you.
topic-receipt = Your receipts stay in this chat. The newest, to open under “My payments”:
topic-receipt-none = There is no receipt in this chat. One for a payment made elsewhere is with whoever took it.
topic-filing = Your renewals that were paid here:
topic-filing-none = No renewal was paid in this chat. What was filed elsewhere shows in a worker's cover once it is on record.
topic-wrong-data = Name, residency and dates stand here as they were imported from the records, so they are not changed in the chat.
topic-wrong-data-next = Tell our team which worker it is and what is wrong. What you have begun stays as it is.
topic-changed-phone = The number on record proves who you are, so a number that is written here does not change it.
topic-changed-phone-next = Our team can check and correct it. Until then you can pay with both civil IDs, without an account.
topic-code = The code goes by SMS to the number on record, and only there. It is good for 10 minutes.
topic-code-again = After a minute you can ask for a new one. If you have another number now, our team can correct it.
left-tell-absconded = Please tell the Ministry of Interior as well: absence from work is recorded there, not here.
left-tell-transferred = Please make sure that the transfer stands at the Ministry of Interior: it is done there, not here.
left-tell-left = Please tell the Ministry of Interior as well if the worker has left Kuwait for good.
left-check = Did this worker leave or go to another sponsor: { $worker }? Then reminders for this worker stop.
button-left-yes = Yes, left
left-here = Here the reminders for this worker stop. Nothing on record changes by that.
topic-new-arrival = Cover can begin here once the worker is registered in the health insurance system.
topic-new-arrival-list = If a new worker is not in your list, our team or the hotline, { $hotline }, can look.
topic-worker-abroad = While a worker is outside Kuwait, cover can be renewed for one year only.
topic-worker-abroad-residency = Four months abroad can end a residency: that is for the Ministry of Interior to say.
topic-what-is-covered = What the cover includes is for the Ministry of Health to say. Its hotline is { $hotline }; we have no list of our own.
topic-what-is-covered-here = Here you see whether a worker is covered, and until when.
topic-care = Where the cover is accepted is for the Ministry of Health to say. Its hotline is { $hotline }; we have no list of clinics.
topic-care-policy = The policy number stands with the worker's cover: keep it at hand.
topic-official = We take the renewal and the payment; the health insurance itself is the Ministry of Health's.
topic-official-check = To check a cover, ask the Ministry's hotline, { $hotline }.
topic-fraud-address = A genuine pay page begins with this address, and you asked for it in this chat:
topic-fraud-origin = { $address }
topic-fraud = It names the operator, the amount and the last four digits.
topic-fraud-report = If a link looks wrong, do not open it. It can be reported in the Sahel app, under “Aman”.
topic-robot = A program answers here. A person of { $operator }'s team can join this chat whenever you ask.
topic-residency = Residency is renewed at the Ministry of Interior (the Sahel app or its website), not here.
topic-residency-here = Here it is the health insurance alone, which is needed before that.
topic-visas = Visas and entry are with the Ministry of Interior (the Sahel app or its website), not here.
topic-visas-here = Here you can begin or renew a domestic worker's health insurance.
topic-other-insurance = Here it is the health insurance of domestic workers alone (Article 20).
topic-other-insurance-where = For another residency, ask the Ministry of Health's hotline, { $hotline }. Car or travel insurance is with insurance companies.
topic-invoice = You get a receipt for each payment. An invoice in a company's name is not issued here.
topic-invoice-next = If you need another paper, { $operator }'s team can tell you what is possible.
topic-somebody-else = Yes. Whoever has your civil ID and the worker's can pay without an account.
topic-somebody-else-sees = They see initials and the last four digits, and nothing else of yours.
topic-late = We know of no penalty for being late in this fee: a year costs the same as before.
topic-late-days = Days without cover are not made up for: a new cover begins today at the earliest.
topic-late-residency = Residency fines are a matter of the Ministry of Interior.
topic-how-register = 1. Register once, with your civil ID and mobile number.
topic-how-choose = 2. Choose the worker and the years. You see the fee and the reason for it.
topic-how-pay = 3. Pay by the link, on the payment gateway's page.
topic-how-filed-own = 4. Cover is issued at once, and the policy number comes here.
topic-how-filed-manual = 4. We enter it in the Ministry's system, and tell you here at each step.
topic-hours = This chat answers at any hour, and pays and renews at any hour.
topic-hours-person = You can ask for a person at any time. They answer { $hours }.
topic-data-who = You see it, and { $operator }'s team when they help you. A guest who pays sees initials and last digits alone.
topic-data-looks = Each look of the team is written down. You can read it under “My data”, and erase your data there.
topic-data-where = It is stored encrypted. Chats pass through servers outside Kuwait, so numbers show their last digits alone.
topic-thanks = You are welcome. Write at any time.
topic-anger = We are sorry for the trouble.
topic-anger-next = A person of { $operator }'s team can take this up with you here: write what went wrong, and they will see it.
button-topic-fee-why = Why this fee
button-topic-fee-changed = What changed
button-topic-until-active = When it is active
button-topic-ways-to-pay = Ways to pay
button-topic-paid-nothing-came = Paid, nothing came
button-topic-charged-twice = Charged twice
button-topic-cancel-payment = Cancel a payment
button-topic-refund = Money back
button-topic-lost-receipt = Lost receipt
button-topic-filing-status = Where it stands
button-topic-wrong-data = Wrong data
button-topic-changed-phone = Changed phone
button-topic-code-not-come = No code came
button-topic-absconded = Worker ran away
button-topic-transferred = Worker transferred
button-topic-new-arrival = New worker
button-topic-worker-abroad = Worker abroad
button-topic-documents = Documents
button-topic-what-is-covered = What is covered
button-topic-where-for-care = Where to get care
button-topic-is-it-official = Is it official?
button-topic-is-it-fraud = Is it genuine?
button-topic-is-it-a-robot = Who answers here
button-topic-residency-elsewhere = Renew residency
button-topic-visas-elsewhere = Visas
button-topic-other-insurance = Other insurance
button-topic-company-invoice = Company invoice
button-topic-somebody-else-pays = Someone else pays
button-topic-late-penalty = Late penalty
button-topic-how-it-works = How it works
button-topic-working-hours = Working hours
button-topic-who-sees-my-data = Who sees my data
button-topic-thanks = Thanks
button-topic-anger = A complaint

## human

human-request = Your request { $number } is with { $operator }'s team.
human-hours = They answer { $hours }. Expected reply: { $by } at the latest.
human-go-on = Write what it is about now. Everything else goes on here as usual, and the reply comes in this chat.
human-nobody = Nobody can join this chat yet.
human-phone-ministry = By phone: the Ministry of Health's line, { $hotline }.
human-phone = By phone: the hotline, { $hotline }.
human-late = We are late, and we apologise. Your request { $number } is still with { $operator }'s team.
human-late-by = Expected reply now: { $by } at the latest.
human-late-open = We do not promise another time. The reply comes here as soon as somebody is free.
button-cancel-request = Cancel the request
button-copy-request = Copy the number
button-go-on-waiting = Go on waiting
cancel-request-cancelled = ✅ Request { $number } is cancelled. You can ask for a person at any time.
cancel-request-taken = Request { $number } is being answered by now.
cancel-request-over = Request { $number } is over already.
hours-days = { $first } to { $last }, { $from } to { $until }
hours-day = { $day }, { $from } to { $until }
hours-and = { $before }; { $next }
weekday =
    { $day ->
        [sun] Sunday
        [mon] Monday
        [tue] Tuesday
        [wed] Wednesday
        [thu] Thursday
        [fri] Friday
       *[sat] Saturday
    }
button-helped-yes = Yes, it helped
button-helped-no = No
helped-yes = Thank you for telling us. Is there anything else?
helped-no = Thank you for telling us. You can ask for a person again, or call the hotline, { $hotline }.

## reminders: what is told before cover ends, and after

remind-ends = { $worker }: cover ends in { count-days-of }, on { $until }.
remind-ends-today = { $worker }: cover ends today, { $until }. Today is still covered.
remind-ended = { $worker }: cover ended on { $until }, { count-days-of } ago.
digest-one = 🔔 { $told }
digest-several = 🔔 Cover that is ending or has ended: { count-workers }.
digest-row = • { $told }
digest-more = • And { count-workers } more, under “My workers”.
digest-fee = A year costs { $fee } as of today.
digest-fee-none = A year costs nothing as of today.
digest-beside = { $source } { $fee }
digest-ended-renew = It can be renewed here: the new cover begins today, or on a later day that you choose.
digest-ended-told = If it was renewed, tell us the new end date.
digest-check = To be sure that this message is genuine, look at the cover from the menu of this same chat.
button-renew-now = Renew now
button-renew-all = Renew all ({ $n })
button-choose-workers = Choose workers
button-more = More
button-already-renewed = Already renewed
button-remind-later = Remind me later
button-worker-left = Left or transferred
button-not-mine = Not mine
button-stop-reminding = Stop for this worker
button-undo = Undo

## answers to a reminder

whom-already-renewed = Whose cover was renewed? Choose, or write the 12 digits of the civil ID.
whom-remind-later = Whom shall we remind you of later? Choose, or write the 12 digits of the civil ID.
whom-worker-left = Who left the country or was transferred? Choose, or write the 12 digits of the civil ID.
whom-not-mine = Which worker is not yours? Choose, or write the 12 digits of the civil ID.
whom-stop-reminding = For whom shall reminders stop? Choose, or write the 12 digits of the civil ID.
not-mine-check = Is this worker not yours: { $worker }? Then reminders for this worker stop.
button-not-mine-yes = Yes, not mine
stop-check = Shall reminders stop for this worker: { $worker }?
button-stop-yes = Yes, stop
whom-help = It is about your reminders of one of your workers. Nothing changes on record by it.
renewed-until = Until when does the new cover run: { $worker }? Write the date, for example 2027-12-31.
renewed-until-help = The date stands on the insurance receipt. It is kept for your reminders, as you tell it: cover is not checked.
button-until = Until { $until }
later-when = When shall we remind you again: { $worker }?
later-when-help = Nothing about this worker is sent before that day.
later-no-end = No end of cover is known for { $worker }, so there is nothing to remind you of. Tell us the end date, and we will.
button-tell-end = Tell the end date
button-tomorrow = Tomorrow
said-tomorrow = tomorrow | the next day
button-sunday = On Sunday
said-sunday = sunday | next sunday
button-in-a-week = In a week
said-in-a-week = a week | one week | next week | in one week
answer-renewed = ✅ { $worker }: covered until { $until }, as you told us.
answer-renewed-next = You are reminded again before that day. Cover is not checked by this, and nothing changes on record.
answer-later = 🔔 { $worker }: you are reminded again on { $on }, and not before.
answer-left = 🔕 { $worker }: left or transferred, as you told us. No more reminders for this worker.
answer-left-next = Nothing changes on record by this.
answer-not-mine = 🔕 { $worker }: not your worker, as you told us. No more reminders for this worker.
answer-not-mine-next = Our team has this before them. For questions: the hotline, { $hotline }.
answer-not-mine-followed = You can remove this worker under “My workers”.
answer-stopped = 🔕 { $worker }: no more reminders for this worker.
answer-stopped-next = You can still see the cover here at any time.
answer-while-off = Reminders are off right now: turn them on to be reminded.
undo-done = Taken back. Reminders come as before: { $worker }.
undo-still = Your last answer was taken back. The one before it holds:
undo-nothing = There is nothing to undo: no answer of yours to a reminder stands.
undo-which = Which answer shall be taken back?
undo-which-help = Reminders for that worker then come as before.

## reminders: how one is reminded

reminders-on = 🔔 You are reminded of the end of your workers' cover:
reminders-off = 🔕 Reminders are off: nothing is sent before cover ends.
reminders-changed = ✅ Changed. This holds from now on.
reminders-nobody = There is no worker here yet whom we could remind you of. You can add one under “My workers”.
reminders-before = • Days before the end: { $days }
reminders-after = • Days after the end: { $days }
reminders-no-day = • On no day: please choose days.
reminders-last-day = the last day
list-more = { $first }, { $rest }
reminders-hour = • At about { $time }
reminders-any-hour = • At any time from { $from } to { $until }
reminders-fridays = • On Fridays too
reminders-quiet-fridays = • Not on Fridays
reminders-here = • In this chat
reminders-elsewhere = • In another of your chats
reminders-names = • Workers by name and last four digits
reminders-initials = • Workers by initials and last four digits
reminders-answered = What you answered to reminders:
button-reminders-on = Turn reminders on
button-stop-all = Stop all reminders
button-choose-days = Choose the days
button-choose-hour = Choose the hour
button-choose-chat = Choose the chat
button-fridays = On Fridays too
button-quiet-fridays = Not on Fridays
button-names = Show names
button-initials = Show initials only
button-calendar = Calendar file
button-undo-for = Undo …{ $lastFour }
reminder-days-prompt = On which days shall we remind you, before the end of cover and after it? Tick them, then go on.
reminder-days-help = You get one message a day at most, about all your workers together.
reminder-days-name = Days
reminder-days-none = Please tick at least one day. To get no reminders at all, choose “Stop all reminders” under “Reminders”.
button-day-before = { count-days-of } before
button-day-last = On the last day
button-day-after = { count-days-of } after
reminder-hour-prompt = At which hour shall we remind you? Choose, or write it, for example { $example }.
reminder-hour-help = Reminders go out from { $from } to { $until }, Kuwait time.
reminder-hour-outside = Reminders go out from { $from } to { $until }. Please choose an hour within.
button-any-hour = Any time
button-hour = { $time }
reminder-chat-prompt = In which chat shall we remind you?
reminder-chat-help = Each reminder goes to one chat. If that one cannot be reached, another of yours is used.
button-chat-this = This chat
button-chat-telegram = Telegram chat { $n }
button-chat-whatsapp = WhatsApp chat { $n }

## calendar: a file of all ends of cover

calendar-what = A calendar file with the last day of cover of { count-workers }. Open it to add the days to your calendar, each with an alarm one week before.
calendar-as-known = It holds what is known on { $on } and does not change by itself: after a renewal, ask for a new one.
calendar-without-end = Not in it, because no end of cover is known: { count-workers }.
calendar-empty = No end of cover is known here, so there is nothing to put in a calendar yet. You can add a worker with an end date under “My workers”.
calendar-event = Cover ends: { $worker }
calendar-event-paid = Paid on { $paidOn }, not yet in the Ministry's system.
calendar-event-next = To renew, open the chat with { -service }. After a renewal this day no longer counts: ask there for a new file.

## register

consent-need = To open your account we need your civil ID and a check that your mobile number is yours.
consent-need-renew = To find your workers and renew, we need your civil ID and a check that your mobile number is yours.
consent-need-renew-name = To find { $name }'s cover and renew it, we need your civil ID and a check that your mobile number is yours.
consent-need-inquire = To show your workers' cover, we need your civil ID and a check that your mobile number is yours.
consent-need-inquire-name = To find { $name }'s cover we need your civil ID and a check that your mobile number is yours.
consent-need-workers = To show your workers, we need your civil ID and a check that your mobile number is yours.
consent-need-reminders = To remind you before cover ends, we need your civil ID and a check that your mobile number is yours.
consent-kept = { $operator } keeps both encrypted and uses them only to show you your own workers' cover and to renew it.
consent-rights = Chats pass through servers outside Kuwait. You can see, copy or erase everything at any time: send “my data”.
consent-help = Without your consent nothing of this is kept. You can also pay for a worker without an account.
consent-first = Nothing is taken before you agree. Press “Agree and begin”, then write it.
button-privacy-page = How it is kept
button-agree = Agree and begin
register-civil-id = Write your own civil ID: 12 digits, as printed on the card.
register-civil-id-help = It is the sponsor's civil ID, not the worker's. With it we find your workers on record, once your mobile number has been checked.
proof-way = How shall we check that the mobile number is yours?
proof-way-help = Sharing the number of this chat is quickest. If the number on record is another one, choose the code: it goes to the number on record.
button-by-code = Send me a code
register-name = Write your name, as on the civil ID card.
register-name-help = In Arabic or in English, 2 to 80 letters.
register-email = Write your e-mail address, or leave it out.
register-email-help = It is optional. Nothing is sent to it without your asking.
register-gender = Choose your gender.
register-gender-help = The Ministry's registration form asks for it.
register-governorate = Choose your governorate.
register-governorate-help = The governorate you live in. The Ministry's registration form asks for it.
fact-phone = • Mobile number: ends in { $last }
fact-email = • E-mail: { $email }
fact-gender = • Gender: { $gender }
fact-governorate = • Governorate: { $governorate }
button-all-right = All is right
button-skip = Without e-mail
register-proved = ✅ Your mobile number is the one on record.
register-welcome = ✅ Welcome, { $name }.
register-done = ✅ You are registered.
register-unproved = ✅ You are registered. This account is not matched with a sponsor on record, so it shows only what you tell it.
register-unproved-next = If another mobile number is on record for you, call the hotline, { $hotline }: once it is corrected there, this account opens by itself. Meanwhile you can pay with both civil IDs.
button-register-again = Register again
answer-civil-id = Civil ID
answer-name = Name
answer-email = E-mail
answer-gender = Gender
answer-governorate = Governorate
account-title = Your account: { $who }
account-kept = ✅ Saved.
account-may-add = You may add the rest at any time; nothing depends on it.
gender-female = Female
gender-male = Male
governorate-KU = Capital
governorate-HA = Hawalli
governorate-FA = Farwaniya
governorate-MU = Mubarak Al-Kabeer
governorate-AH = Ahmadi
governorate-JA = Jahra
name-empty = Please write a name, for example: Noura Al-Salem
name-too-long = That is longer than 80 letters. Please write the name as on the card.
name-not-a-name = A name has letters only, two or more. Please write it as on the card.
email-not-an-address = That is not an e-mail address. It looks like this: name@example.com

## workers

workers-on-record =
    { $n ->
        [one] { $n } worker on record:
       *[other] { $n } workers on record:
    }
workers-followed =
    { $n ->
        [one] { $n } worker as you told us, not on record here:
       *[other] { $n } workers as you told us, not on record here:
    }
workers-row = • { $worker }: { $standing }
workers-none = There is no worker here yet. You can add one to keep an eye on the end date.
button-unfollow = Remove …{ $lastFour }
button-follow = Add a worker
button-do-not-know = I do not know
button-yes-remove = Remove
answer-until = End date
follow-civil-id = Write the worker's civil ID: 12 digits, as printed on the card.
follow-what = The date is only kept for you, as you tell it: this does not put the worker on record, and cover is not checked.
follow-on-record = This worker is on record and in your list already.
follow-civil-id-help = Workers on record appear in your list by themselves. Add only one who does not.
follow-name = Write the worker's name.
follow-name-help = In Arabic or in English, as you know the worker.
follow-until = Until when does the cover run? Write the date, for example 2026-12-31.
follow-until-help = The date stands on the insurance receipt. If you do not have it, go on without it.
follow-check = { $name }, civil ID ending in { $lastFour }. Is that right?
follow-check-date = Covered until { $until }, as you told us.
follow-check-no-date = Without an end date.
follow-check-help = If anything is wrong, press “Change”.
follow-done = ✅ { $name } was added, as you told us.
unfollow-ask = Remove { $worker } from your list? What you told us about this worker is then erased, and nothing else.
unfollow-help = Only what you told us here is removed. Cover, wherever it is registered, stays as it is.
unfollow-done = { $worker } was removed from your list.

## privacy

privacy-kept = We keep this about you: { $who }
privacy-also = • The workers you added, how you are reminded and what you answered, your renewals and payments, and your chats with us by their number and language
privacy-no-account = You have no account here. Of this chat we keep its number and language, a mobile number if it was proved here, and what was to be paid for.
privacy-proved = Your mobile number is the one on record, so you see your own workers.
privacy-unproved = Your account is not matched with a sponsor on record, so you see only what you told us.
privacy-sealed = { $operator } stores it encrypted and uses it for this service only.
button-export = Copy of my data
button-erase = Erase my data
button-open-export = Open the copy
privacy-export = Here is a copy of everything we keep about you. The link works once, for 15 minutes. Please do not pass it on.
privacy-export-link = { $link }
erase-what = ⚠️ Erasing removes your account, your chats with us, the proof of your mobile number, the workers you added and your reminders.
erase-unpaid = Pay links that are not paid yet stop working.
erase-kept = What an open payment, renewal or refund still needs is kept until it closes, and then erased. Receipts stay as records of payment, no longer tied to you.
erase-record = Imported records, if there are any, stay closed to everybody until the number on record is proved again.
erase-again = This cannot be undone. You can register again later.
erase-help = If you only want to stop for now, press “Stop”: nothing is erased then.
button-yes-erase = Erase everything
erase-done = Your data has been erased.
erase-until-closed = A payment or renewal is still open. What it needs is kept until it closes, and then erased.

## the page of how data is kept

privacy-page-title = How your data is kept
privacy-page-why = { $operator } keeps what is needed to show you your own workers' cover, to renew it, and to remind you before it ends; and uses it for nothing else.
privacy-page-needed = Needed: your civil ID, and the mobile number that you proved to be yours.
privacy-page-may = Only if you tell it, under “My account”: your e-mail, gender and governorate, and your name where none is on record.
privacy-page-also = While you use the service: workers whom you add, how you are reminded and what you answer, renewals and payments, and your chats with us by their number and language.
privacy-page-guest = If you pay without an account: the number of the chat, and for whom and how much was paid. Never a card number: those are typed on the payment gateway's page alone.
privacy-page-sealed = Names, civil IDs, mobile numbers and e-mail addresses are stored encrypted.
privacy-page-abroad = Chats pass through the messenger's servers outside Kuwait. That is why numbers are shown there by their last digits alone.
privacy-page-staff = The hotline's team sees your data masked. Full details need your consent in the chat or a reason in writing; you can see who looked and when.
privacy-page-leave = You can see, copy or erase your data at any time: send “my data” in the chat.
privacy-page-erase = What an open payment, renewal or refund still needs is kept until it closes. Receipts stay as records of payment, no longer tied to you.
privacy-page-ask = Questions: send “talk to a person” in the chat, or call the hotline, { $hotline }.

## worker

worker-named = { $name } …{ $lastFour }
worker-unnamed = civil ID …{ $lastFour }
worker-this = this worker
worker-nth = worker no. { $n }
worker-in-kuwait = in Kuwait
worker-outside = outside Kuwait
worker-tracked = You added this worker yourself, to keep track. It is not on record here, so it cannot be paid for here.
civil-id-example = It has 12 digits, as printed on the card.
civil-id-not-a-number = A civil ID is digits only. Write its 12 digits, as printed on the card.
civil-id-length = A civil ID has 12 digits. Please count them on the card and write all of them.
civil-id-century = A civil ID begins with 2 or 3. Please compare with the card and write it again.
civil-id-birth-date = The digits after the first are a date of birth (year, month, day), and these are none. Please compare with the card.
civil-id-check-digit = One digit looks wrong. A civil ID has 12 digits, as printed on the card.
civil-id-again = Please compare the number once more with the card: it ends in { $lastFour }. Is every digit right?
civil-id-again-help = This number is rare in its kind, and a slip of one digit could look the same. If it is wrong, go back and write it again.
button-number-right = It is right

## standing

count-days-of =
    { $n ->
        [one] { $n } day
       *[other] { $n } days
    }
count-years-of =
    { $n ->
        [one] { $n } year
       *[other] { $n } years
    }
standing-none = No cover is known.
standing-active = ✅ Covered until { $until }, { count-days } left.
standing-ends-soon = ⏳ Covered until { $until }. It ends soon: { count-days } left.
standing-last-day = ⏳ Cover ends today, { $until }.
standing-ended = ⚠️ Cover ended on { $until }, { count-days-of } ago.
standing-not-yet-started = ⏳ Cover begins on { $from }, in { count-days-of }, and runs until { $until }.
standing-paid-not-filed = ⏳ Paid on { $paidOn } for { $from } to { $until }, not yet in the Ministry's system.
cover-period = Period: { $from } to { $until }
cover-last-period = Last cover: { $from } to { $until }
cover-next = After that: { $from } to { $until }
cover-policy = Policy number: { $number }
cover-source-imported = As imported on { $on }.
cover-source-issued-here = Issued here on { $on }.
cover-source-told = As you told us on { $on }.

## doors: who may not go on yet

refusal = We cannot show anything for this number here. You can call the hotline, { $hotline }.
not-on-record = Your registration is not matched with a sponsor on record, so only what you typed yourself can be shown.
not-on-record-next = You can pay with both civil IDs, add a worker to be reminded of, or call the hotline, { $hotline }, about the number on record.
no-workers = No domestic worker is on record here under your civil ID.
no-workers-next = A worker has to be registered in the Ministry's system first. You can call the hotline, { $hotline }, or add a worker yourself to keep track.

## inquire

inquire-worker-name = Worker
inquire-title = { $worker }
inquire-all = Your workers' cover, the most urgent first:
button-renew-for = Renew: { $worker }

## quote

quote-who = For whom? Choose a worker, or write the 12 digits of the civil ID.
quote-who-help = For a worker on record the place, the residency and the dates are known already. For any other, a few questions are enough.
quote-who-name = Worker
button-another-worker = Another worker
quote-nth = Which of your domestic workers would it be, by number? Choose or write it, for example 4 for the fourth.
quote-nth-help = Under some fee schedules the first three workers of a family cost less. Workers are counted by the date of their first cover.
quote-nth-name = Which worker
button-place = { $place }
said-place =
    { $place ->
        [1] first | the first | 1st | one
        [2] second | the second | 2nd | two
        [3] third | the third | 3rd | three
        [4] fourth | the fourth | 4th | four
        [5] fifth | the fifth | 5th | five
        [6] sixth | the sixth | 6th | six
        [7] seventh | the seventh | 7th | seven
        [8] eighth | the eighth | 8th | eight
        [9] ninth | the ninth | 9th | nine
       *[0] { $place }
    }
quote-in-kuwait = Is the worker in Kuwait already?
quote-in-kuwait-help = In Kuwait one to three years can be bought; for a worker still outside, one year.
quote-in-kuwait-name = In Kuwait or outside
button-in-kuwait = In Kuwait
button-outside = Still outside
quote-kuwaiti = Is the sponsor Kuwaiti?
quote-kuwaiti-help = Some fee schedules differ by the sponsor's nationality. The answer is used for this quote only.
quote-kuwaiti-name = Sponsor
button-kuwaiti = Kuwaiti
button-not-kuwaiti = Not Kuwaiti
no-quote-empty = No worker was chosen, so there is nothing to price. Please choose at least one.
no-quote-same-worker-twice = { $worker } was chosen twice. Please choose each worker once.
no-quote-no-row = { $worker }: no fee is on file for this residency, and we do not guess one. Please call the hotline, { $hotline }.
no-quote-years = { $worker }: so many years cannot be bought. In Kuwait it is one to three, outside one. Please choose again.
no-quote-start-past = { $worker }: cover cannot begin in the past. Please choose today or a later day.
no-quote-start-too-far = { $worker }: that start is too far ahead. Please choose an earlier day.
no-quote-too-early = { $worker }: the present cover runs long enough. It can be renewed from { $firstDay } on.
no-quote-too-early-undated = { $worker }: the present cover runs long enough to be renewed later. Its sponsor sees the date after registering.
no-quote-overlap = { $worker }: that start lies within cover that is there already. Please choose a later day.

## years and starts

years-prompt = For how many years?
years-prompt-for = For how many years: { $worker }?
years-name = Years
years-name-for = Years: { $worker }
years-help = One to three years in Kuwait, one year outside. The period should match the residency.
button-years = { count-years }
button-years-fee = { count-years } · { $amount }
button-years-free = { count-years } · no fee
button-renew-year = Renew 1 year · { $amount }
button-renew-year-alone = Renew 1 year
said-years =
    { $n ->
        [1] one | 1 year | a year | one year | a single year
        [2] two | 2 years | two years
       *[3] three | 3 years | three years
    }
start-prompt = From which day? Choose, or write a date.
start-prompt-for = From which day: { $worker }? Choose, or write a date.
start-prompt-all = From which day? Without a gap for each, one day for all of them, or a day for each.
start-days = Possible: { $first } to { $last }. Write it like this, or in digits: day/month/year.
start-name = First day
start-name-for = First day: { $worker }
start-help = The usual start is the day after the present cover ends, or today if there is none. Write the day first, then month and year.
button-earliest = Each at its earliest
button-each-start = A day for each
button-start-today = From today
button-start-on = From { $first }
button-no-gap = Without a gap
button-keep-days = Keep these days
gap-days = ⚠️ No cover from { $from } to { $until } ({ count-days }).
gap-days-for = ⚠️ { $worker }: no cover from { $from } to { $until } ({ count-days }).
gap-ask = Is that what you want?
date-not-a-date = That is not a day of the calendar. Write it as 2026-12-01, or as 1/12/2026 with the day first.
date-too-early = The first possible day is { $first }. Please choose that or a later one.
date-too-late = The last possible day is { $last }. Please choose that or an earlier one.

## fee

fee-one-year = One year for { $worker }: { $fee }.
fee-years = { count-years-of } for { $worker }: { $fee } ({ $perYear } × { $n }).
fee-none = { count-years-of } for { $worker }: no fee.
fee-period = From { $from } to { $until }.
fee-listed = • { $worker }: { count-years }, { $fee }, from { $from } to { $until }
fee-listed-none = • { $worker }: { count-years }, no fee, from { $from } to { $until }
fee-total = Total ({ count-workers }): { $total }
fee-rule = Why: { $rule }, { $perYear } a year.
fee-source = Source: { $source } ({ $certainty }).
fee-schedule = Fee schedule: { $schedule }.
fee-schedule-press = ⚠️ Known from press reports; the official gazette was not seen. How a family's first three are counted is not published: here by date of first cover, then by civil ID.
fee-none-why = A fee of zero leaves nothing to pay; the renewal is filed all the same. Only the insurance fee is waived.
fee-not-included = Residency fees are not included.
certainty-brief = the service's own documents
certainty-several = several independent public sources
certainty-one = one good public source
certainty-weak = weak or conflicting sources
source-domestic-worker = description of the domestic workers' health insurance service
source-domestic-worker-before-306 = the fee in force from 1999 until 22 Dec 2025
source-kuwaiti-first-three = press reports of Decision 306 of 2025 and the Ministry of Interior's statement of 6 Jan 2026
source-kuwaiti-fourth-on = press reports of Decision 306 of 2025
source-other-sponsor = a press report of Decision 306 of 2025

## terms

terms-text = { $text }
terms-version = Version of the terms: { $version }
terms-by-accepting = By accepting you agree to the terms (version { $version }):
terms-short-filed = • The renewal is filed after payment; payment alone is not cover.
terms-short-filed-free = • The renewal is filed for you; cover counts once it is issued.
terms-short-issued = • Cover is issued as soon as it is paid.
terms-short-issued-free = • Cover is issued as soon as you accept.
terms-short-back = • If it is refused, the whole amount is given back.
terms-short-hold = • Fee and link hold for 24 hours.
terms-short-true = • You are the sponsor, or act for the sponsor.
terms-accepted-before = Terms: version { $version }, which you have accepted before.
button-terms = Read the terms
button-terms-here = Read the terms here
said-terms = terms | the terms | terms and conditions | read terms | show the terms
button-accept-pay = I accept and pay { $total }
button-accept-free = I accept and renew
changed-fee = The fee is { $now } now; it was { $was }.
changed-period = The fee is the same, but the days of cover or the reason for it are others now.
changed-data = What is on record has changed.
changed-terms = The terms have a new version, { $version }.

## renew

renew-workers-prompt = Whose cover would you like to renew? Tick them, then choose the years.
renew-workers-help = Press a name to tick it, again to take it back, then choose the years for all of them. You can also write a worker's civil ID.
renew-workers-name = Workers
renew-workers-none = Please tick at least one worker first.
renew-only-tracked = You added this worker yourself, to keep track. Only workers on record can be paid for: please call the hotline, { $hotline }.
summary-one = Renewal for { $worker }: { count-years-of }
summary-first = New cover for { $worker }: { count-years-of }
summary-several = Renewal for { count-workers }
summary-joined = { $listed }, without a gap
summary-data = On record: residency Article { $article }, { $place }.
summary-data-for = On record: { $worker }, residency Article { $article }, { $place }.
summary-period = From { $from } to { $until }.
summary-period-joined = From { $from } to { $until }, without a gap.
summary-fee-line = Fee: { $fee }.
summary-fee-years = Fee: { $fee } ({ $perYear } × { $n }).
summary-no-fee-line = Fee: none.
summary-why = Why: { $rule }. Source: { $source } ({ $certainty }).
summary-free = Only the insurance fee is waived; the renewal is filed all the same.
summary-help = Nothing is owed before you accept. “Change” opens years, first day and workers. The fee follows the schedule “{ $schedule }”; your acceptance is kept with it, the version of the terms and the time. Write “terms” to read them here.
wrong-which = What is wrong? The renewal stays as it is meanwhile.
wrong-name = Names are as imported. Another spelling changes nothing: cover goes by the civil ID. You can go on, and our team can correct the name.
wrong-residency = Fee and years depend on the residency and on where the worker is. Please do not pay before our team has looked at it.
wrong-dates = Was it renewed elsewhere? Tell us the new end date, so that you do not pay twice. For anything else about dates, our team looks at the record.
wrong-worker = Then please do not pay. Tell us: reminders of this worker stop, and our team looks at the record.
button-wrong-name = The name
button-wrong-residency = Residency or place
button-wrong-dates = The dates
button-renewed-for = Already renewed: { $worker }
button-not-mine-for = Not mine: { $worker }
button-data-wrong = Something is wrong
not-opened-covered = { $worker }: this period is covered or paid for by now. Nothing was opened, and you owe nothing.
not-opened-paying = { $worker }: somebody is at the payment page for this worker right now, so no second link was opened. Please look again in a few minutes.
not-opened-no-worker = { $worker }: no longer on record, so nothing was opened and you owe nothing. Please call the hotline, { $hotline }.
nothing-to-pay = ✅ The fee is zero, so there is nothing to pay. The renewal is recorded.

## pay-quick

pay-quick-sponsor = What is the sponsor's civil ID? You may add the worker's after it.
button-pair-again = Write both again
pay-quick-sponsor-name = Sponsor's civil ID
pay-quick-worker = What is the worker's civil ID?
pay-quick-worker-name = Worker's civil ID
pay-quick-help = Both numbers have to belong together on record. You then see the fee and get a pay link; no other data is shown.

## pay

pay-amount = 💳 To pay: { $total }
pay-worker = { $worker }: { $from } to { $until }, { $fee }
pay-link =
    💳 Pay link, good until { $moment }:
    { $link }
pay-link-until = The link is good until { $moment }.
pay-to = { $total } to { $operator }. This service is not part of the Ministry of Health.
pay-to-ministry = { $total } to { $operator }.
pay-card = Card details are typed on the payment gateway's page and nowhere else. We never ask for them here.
pay-link-gone = That link can no longer be used: it was paid, replaced by a newer one, or its time is over.
pay-nothing = Nothing is unpaid in this chat, and there is no receipt yet.
button-pay-link = Pay link
unpaid-not-tried = Not paid yet.
unpaid-at-gateway = The payment page was opened and is not finished. You can go on with the same link; it is taken once at most.
unpaid-unknown = ⏳ The bank has not answered yet. Nothing is lost; we will tell you here once it does. Please do not pay again for now.
unpaid-declined = The bank declined the last try and nothing was taken. You can pay again with the same link.
unpaid-cancelled = The last try was cancelled and nothing was taken. You can pay again with the same link.
unpaid-expired = The link has expired. Begin again to get today's fee and a new link.
receipts-title = Receipts:
receipt-told = • { $total } paid on { $paidOn }, receipt { $number }
receipt-link = { $link }
renewals-title = Renewals:
renewal-issued = ✅ { $worker }: { $from } to { $until }. Cover issued.
renewal-issued-number = ✅ { $worker }: { $from } to { $until }. Cover issued, policy { $number }
renewal-filed = ⏳ { $worker }: { $from } to { $until }. Filed with the Ministry, the policy number is to come.
renewal-rejected = ⚠️ { $worker }: { $from } to { $until }. The Ministry did not accept it; our team will write to you.
renewal-conflicted = ⚠️ { $worker }: { $from } to { $until }. The period was taken meanwhile; our team will write to you.
renewal-refund-due = ⚠️ { $worker }: { $from } to { $until }. The amount is owed back to you.
renewal-refunded = { $worker }: { $from } to { $until }. The amount was given back.

## sms: read on a phone without this chat

sms-code = { -service }: your code is { $code }. It is good for 10 minutes. Do not pass it on: nobody of ours will ask for it.

## import: why a row is not taken

import-reason-columns = The row has not as many columns as the header.
import-reason-sponsor-civil-id-shortened = A spreadsheet shortened the number in sponsor_civil_id, and digits are lost: format the column as text and enter all 12 digits again.
import-reason-sponsor-civil-id = sponsor_civil_id is no civil ID: 12 digits with a right check digit are needed.
import-reason-sponsor-name = A sponsor's name is needed in one script at least, in letters.
import-reason-sponsor-phone-shortened = A spreadsheet shortened the number in sponsor_phone, and digits are lost: format the column as text and enter the number again.
import-reason-sponsor-phone = sponsor_phone is no Kuwaiti mobile number.
import-reason-sponsor-kuwaiti = sponsor_kuwaiti must be yes or no.
import-reason-worker-civil-id-shortened = A spreadsheet shortened the number in worker_civil_id, and digits are lost: format the column as text and enter all 12 digits again.
import-reason-worker-civil-id = worker_civil_id is no civil ID: 12 digits with a right check digit are needed.
import-reason-worker-name = A worker's name is needed in one script at least, in letters.
import-reason-same-person = Sponsor and worker have the same civil ID.
import-reason-residency-article = residency_article is no article of the residency regulations.
import-reason-in-kuwait = in_kuwait must be yes or no.
import-reason-cover-incomplete = policy_number, cover_from and cover_until must be given together, or left empty together.
import-reason-policy-number-date = A spreadsheet turned policy_number into a date: format the column as text and enter the number again.
import-reason-policy-number-shortened = A spreadsheet shortened policy_number, and digits are lost: format the column as text and enter the number again.
import-reason-policy-number = policy_number is longer than 60 characters, or has characters that no number has.
import-reason-cover-dates = cover_from and cover_until must be days as 2026-11-21, the first not after the last.
import-reason-cover-dates-order = cover_from and cover_until seem to be month first: write them as 2026-11-21, year first, or with the day first.
import-reason-cover-years = cover_from and cover_until must be Gregorian days of the years 1990 to 2099.
import-reason-cover-overlap = The period overlaps another cover of this worker.
import-reason-policy-of-another = This policy number is already on record, or in an earlier row, for another worker: each worker needs their own number.
import-reason-sponsor-two-phones = An earlier row of this file has another phone for this sponsor: leave one of them.
import-reason-two-sponsors = An earlier row of this file has this worker under another sponsor: leave the row of the right one.

## desk: what the hotline's staff is told

desk-role-agent = agent
desk-role-supervisor = supervisor
desk-welcome-agent = You are now an agent of the hotline's desk.
desk-welcome-supervisor = You are now a supervisor of the hotline's desk.
desk-welcome-already = You are of the team already, as { $role }. The link was not used.
desk-menu-lookup = Look up
desk-menu-queue = Waiting chats
desk-menu-filings = Filings
desk-menu-stats = Figures
desk-menu-invite = Invite a colleague
desk-menu-desk = The team
desk-help-hint = Send /help to see what you can do here.
desk-help = { $name }, you are here as { $role }. What you can do:
desk-help-invite = /invite agent or /invite supervisor: a one-time link for a new colleague.
desk-help-manage-staff = /desk: the team, what each has looked at, and to suspend, restore or remove somebody.
desk-help-name-group = /desk here, written in a group with the bot: that group becomes the team's.
desk-invite-how = Whom do you invite? Press a button, or write /invite agent or /invite supervisor.
desk-invited-agent = An invitation for one agent. It works once, within { $hours } hours. Send it to that person alone.
desk-invited-supervisor = An invitation for one supervisor. It works once, within { $hours } hours. Send it to that person alone.
desk-invite-link = { $link }
desk-staff-title =
    { $n ->
        [one] The team: { $n } person.
       *[other] The team: { $n } people.
    }
desk-staff-member = { $name }, { $role }, since { $since }
desk-staff-member-suspended = { $name }, { $role }, suspended
desk-staff-member-removed = { $name }, { $role }, no longer of the team
desk-staff-suspended = { $name } is suspended: nothing of the desk opens for them from now on.
desk-staff-restored = { $name } is back at the desk.
desk-staff-removed = { $name } is no longer of the team.
desk-staff-out-of-group = The bot takes { $name } out of the team's group in Telegram and keeps them out.
desk-staff-back-in-group = The team's group is open to { $name } again: add them there.
desk-staff-still-in-group = ⚠️ The bot could not take { $name } out of the team's group. Take them out by hand in Telegram: whoever is in it can read what is written there.
desk-staff-still-in-group-why = The bot tries again by itself. It must be an administrator of the group with the right to ban users, and they must not be an administrator there.
desk-staff-not-let-in = ⚠️ The bot could not open the team's group to { $name } again. Take them off the list of removed users in the group's settings, then add them.
desk-staff-unchanged = Nothing was changed: that has been done already, or it is you yourself.
desk-team-button-member = { $name }
desk-team-button-back = To the team
desk-team-button-before = Earlier names
desk-team-button-next = More names
desk-team-button-remove = Remove…
desk-team-remove-sure = Remove { $name } from the team? Everything they have open at the desk ends at once, and to come back they need a new invitation.
desk-team-button-removed = Removed from the team
desk-team-removed-title = Removed from the team, the latest first:
desk-team-gone = This person is no longer of the team.
desk-log-button = What they looked at
desk-log-button-glass = Opened without consent
desk-log-button-older = Older
desk-log-title = From the access log, { $name }, the newest first:
desk-log-title-glass = Full values opened without consent in the last { $days } days, the newest first:
desk-log-none = Nothing stands in the access log of { $name }.
desk-log-none-glass = Nobody has opened full values without consent in the last { $days } days.
desk-log-row = • { $on }, { $time }: { $what }
desk-log-row-person = • { $on }, { $time }: { $what }, person …{ $lastFour }
desk-log-row-chat = • { $on }, { $time }: { $what }, chat { $number }
desk-log-reason = Reason given: { $reason }
desk-log-by-civil-id = looked up by civil ID
desk-log-by-phone = looked up by mobile number
desk-log-by-policy = looked up by policy number
desk-log-by-receipt = looked up by receipt number
desk-log-by-payment = looked up by payment number
desk-log-by-link = looked up by pay link
desk-log-by-name = looked up by name
desk-log-did-looked = saw a masked card, case or filing
desk-log-did-no-match = looked up, and found nobody
desk-log-did-limit = refused: over the limit
desk-log-did-log-seen = read the team's access log
desk-log-did-taken-over = took over a chat
desk-log-did-consent-asked = asked for consent
desk-log-did-consent-allowed = was given consent
desk-log-did-consent-refused = was refused consent
desk-log-did-break-glass = opened full values without consent
desk-log-did-revealed = saw full values with consent
desk-log-did-link-sent = sent the pay link or the renewal again
desk-log-did-reminders-stopped = stopped reminders
desk-log-did-quoted = read fees out
desk-log-did-filing-seen = saw a filing, masked
desk-log-did-filing = saw what the Ministry's form needs
desk-log-did-phone-asked = asked to correct a phone
desk-log-did-phone-corrected = confirmed a phone's correction
desk-log-did-phone-refused = refused a phone's correction
desk-log-did-case-opened = opened a case
desk-log-did-case-closed = closed a case
desk-log-did-refused = refused: not allowed
desk-button-suspended = Suspend { $name }
desk-button-restored = Restore { $name }
desk-button-removed = Remove { $name }
desk-group-named = This is the team's group from now on.
desk-group-topics = Each chat that needs a person gets a topic of its own here.
desk-group-threads = This group has no topics: each chat that needs a person is a thread of replies here. With topics they are easier to tell apart.
desk-group-named-by = ⚠️ { $name } made “{ $group }” the team's group. Chats that are open go on there.
desk-group-followed = Telegram made a supergroup of the team's group. Chats that are open go on there; once it has topics, write /desk here in it again.
desk-group-anonymous = Not sent: whoever writes as an anonymous admin cannot reach the person. Switch “Remain anonymous” off for yourself and write it again.
desk-group-anonymous-here = An anonymous admin cannot name the team's group. Switch “Remain anonymous” off for yourself and write /desk here again.

## desk, lookup: who is looked up, and what is shown

desk-help-look-up = Write a civil ID, a phone, a policy, receipt or payment number, or a pay link (or /lookup before it): the card of that household.
desk-lookup-how = Write after /lookup what the caller tells you: a civil ID, phone, policy number, receipt number, payment number, pay link, or two words of a name.
desk-lookup-none = Nothing on record fits that.
desk-lookup-limit = You have looked up as many people as is allowed for now. It is allowed again within the hour, or tomorrow if the day is full.
desk-lookup-wrong-digit = One digit of the civil ID looks wrong: ask for its 12 digits again.
desk-lookup-several-phone = Several sponsors have this phone. Ask for the last four digits of the civil ID, then choose.
desk-lookup-several-name = Several people have this name. Ask for the last four digits of the sponsor's civil ID, then choose.
desk-lookup-several-more = There are more. Ask for another word of the name, or for a number.
desk-lookup-sponsor = { $who }, phone ending in { $last }, on record as imported on { $on }.
desk-lookup-sponsor-corrected = { $who }, phone ending in { $last }, corrected at the desk on { $corrected }; the rest on record as imported on { $on }.
desk-lookup-chats =
    { $n ->
        [one] Verified in { $n } chat.
       *[other] Verified in { $n } chats.
    }
desk-lookup-no-chat = Not verified in any chat: nothing can be sent to this person here.
desk-lookup-no-workers = No worker is on record for this sponsor.
desk-lookup-worker = • { $worker }: { $told }
desk-lookup-cover = { $from } to { $until }. { $source }
desk-lookup-cover-policy = { $from } to { $until }, policy { $policy }. { $source }
desk-lookup-source-imported = As imported on { $on }.
desk-lookup-source-issued-here = Issued here on { $on }.
desk-lookup-source-told = As the sponsor said on { $on }; not on record.
desk-lookup-renewal = Renewal of { $worker }, { $from } to { $until }: { $state } ({ $on }).
desk-lookup-renewal-paid = paid, not yet in the Ministry's system
desk-lookup-renewal-filed = filed with the Ministry, the policy number is to come
desk-lookup-renewal-issued = issued
desk-lookup-renewal-rejected = not accepted by the Ministry
desk-lookup-renewal-conflicted = the period was taken meanwhile
desk-lookup-renewal-refund-due = the amount is owed back
desk-lookup-renewal-refunded = the amount was given back
desk-lookup-payment = 💳 { $total }, { $on }. { $say }
desk-lookup-say-paid = Paid. Tell them that the amount has arrived and that nothing more is to be paid.
desk-lookup-say-owed-back = Paid, but { $fils } of it is owed back: it was paid for cover that was not issued. Tell them that the team is seeing to it and that they need not do anything.
desk-lookup-say-given-back = { $fils } of what was paid has been given back: it was for cover that was not issued. To be covered, they renew anew.
desk-lookup-say-open = Not paid. The link is still good.
desk-lookup-say-paying = The payment page is open and the gateway has not decided. Ask them to finish there, or to wait some minutes.
desk-lookup-say-unknown = The gateway has not answered. Nothing is lost; ask them not to pay again until it does.
desk-lookup-say-declined = The bank declined it and nothing was taken. They can pay again with the same link.
desk-lookup-say-ended = The link is over and nothing was taken with it. A new renewal gives a new link.
desk-lookup-say-conflicted = Money came that could not be counted. A case is open; tell them that the team is looking into it.
desk-lookup-say-returned = Money came that could not be counted, and it has been given back. To be covered, they renew anew.
desk-lookup-uncounted-owed-back = Beside it money came that could not be counted; it is owed back. Tell them that the team is seeing to it.
desk-lookup-uncounted-given-back = Money that came beside it and could not be counted has been given back.
desk-lookup-receipt = Receipt { $number }
desk-lookup-gateway = The gateway ({ $gateway }) says: { $state }. Reference { $reference } { $words }
desk-lookup-reminders-off = Reminders are switched off.
desk-lookup-reminded =
    { $n ->
        [one] 🔔 Reminded { $n } time, last on { $on } of …{ $lastFour }.
       *[other] 🔔 Reminded { $n } times, last on { $on } of …{ $lastFour }.
    }
desk-lookup-next-reminder = Next reminder: { $on }
desk-lookup-answered-renewed = Answered on { $on }: …{ $lastFour } is renewed already.
desk-lookup-answered-later = Answered on { $on }: remind later of …{ $lastFour }.
desk-lookup-answered-left = Answered on { $on }: …{ $lastFour } has left.
desk-lookup-answered-not-mine = Answered on { $on }: …{ $lastFour } is not theirs.
desk-lookup-answered-stopped = Answered on { $on }: no more reminders of …{ $lastFour }.
desk-lookup-stopped-by = Stopped on { $on } by { $name } of the team, on their call: no more reminders of …{ $lastFour }.
desk-lookup-case = ⚠️ Open case { $place }, since { $on }: { $what }
desk-lookup-case-second-capture = paid twice
desk-lookup-case-wrong-amount = a wrong amount came
desk-lookup-case-wrong-currency = a wrong currency came
desk-lookup-case-period-taken = the period paid for was taken
desk-lookup-case-no-outcome = the gateway never said how a payment ended
desk-lookup-case-not-mine = says that a worker is not theirs
desk-lookup-case-filing-rejected = the Ministry did not take a renewal that was paid
desk-lookup-case-filing-overdue = a paid renewal has no policy number after two working days
desk-lookup-case-by-hand = opened by { $name }
desk-lookup-case-other = to be looked at by a person
desk-lookup-more-workers =
    { $n ->
        [one] And { $n } more worker.
       *[other] And { $n } more workers.
    }
desk-lookup-more-renewals =
    { $n ->
        [one] And { $n } earlier renewal.
       *[other] And { $n } earlier renewals.
    }
desk-lookup-more-payments =
    { $n ->
        [one] And { $n } earlier payment.
       *[other] And { $n } earlier payments.
    }
desk-lookup-more-cases =
    { $n ->
        [one] And { $n } more open case.
       *[other] And { $n } more open cases.
    }
desk-lookup-button-link = Send the link again
desk-lookup-button-stop = Stop reminders
desk-lookup-button-quote = Quote aloud
desk-lookup-sent-link = The pay link is on its way into the person's own chat.
desk-lookup-sent-renewal = Nothing waits to be paid. The way to renew is on its way into the person's own chat.
desk-lookup-sent-just-now = That went into the person's own chat less than a minute ago. Nothing was sent again.
desk-lookup-sent-stopped = Reminders are stopped for all workers of this person, and they are told so.
desk-lookup-sent-stopped-one = Reminders are stopped for this worker, and the person is told so.
desk-lookup-sent-gone = Nothing was changed: this worker is not on record for this person any more.
desk-lookup-sent-no-chat = This person is verified in no chat that can be reached, so this cannot be done here.
desk-lookup-sent-unseen = Look the person up again first: this card is too old.
desk-lookup-told-link = As you asked our team, here is the pay link again.
desk-lookup-told-renewal = As you asked our team: here you can renew. The fee is told first, and nothing is taken before you pay on the pay page.
desk-lookup-told-stopped = 🔕 As you asked our team, reminders are stopped. You can switch them on again here.
desk-lookup-told-stopped-one = 🔕 As you asked our team, reminders of { $worker } are stopped. “Undo” switches them on again; the other reminders go on.
desk-lookup-stop-whom = For whom shall reminders stop?
desk-lookup-button-stop-all = For all workers
desk-lookup-quote-years = For how many years shall the fee be read out?
desk-lookup-quote =
    { $n ->
        [one] To read out, for { $n } year from the first possible day:
       *[other] To read out, for { $n } years from the first possible day:
    }
desk-lookup-quote-longest =
    { $n ->
        [one] { $worker } is outside Kuwait: { $n } year is the longest.
       *[other] { $worker } is outside Kuwait: { $n } years are the longest.
    }
desk-lookup-no-quote = Nobody of this household can be renewed today.
desk-lookup-button-phone = Correct the phone
desk-lookup-button-confirm-phone = Confirm
desk-lookup-button-refuse-phone = Refuse
desk-lookup-phone-new = Write the person's new Kuwaiti mobile number. A colleague must confirm it before it counts.
desk-lookup-phone-again = That is no Kuwaiti mobile number: eight digits are needed, for example 5XXX XXXX.
desk-lookup-phone-asked = Your colleagues are asked to confirm it. Until one does, nothing changes.
desk-lookup-phone-alone = Nobody else of the team could confirm it, so nothing was changed.
desk-lookup-phone-unseen = Look the person up again first: this card is too old.
desk-lookup-phone-confirm = { $name } asks to change the phone on record of …{ $lastFour } to one ending in { $last }. Check it with { $name } before you confirm: whoever has that phone can prove to be this person.
desk-lookup-phone-corrected = The phone on record is changed. Whoever was verified by the former one must verify again.
desk-lookup-phone-refused = Refused. Nothing was changed, and whoever asked is told so.
desk-lookup-phone-asker-corrected = ✅ { $name } has confirmed your correction for …{ $lastFour }: the phone on record now ends in { $last }.
desk-lookup-phone-asker-refused = { $name } has refused your correction for …{ $lastFour } to a phone ending in { $last }. Nothing was changed; speak with { $name } if it is still wrong.
desk-lookup-phone-own = Another one of the team must confirm it.
desk-lookup-phone-over = This is done already, or was too long ago.
desk-lookup-phone-changed = Nothing was changed: the phone on record has changed since this was asked. Look the person up again, and ask anew if it is still wrong.
desk-lookup-phone-own-record = This is your own record. Two others of the team must see to it.
desk-phone-told-changed = 🔔 Our team changed your phone on record to one that ends in { $last }. To see your records here again, verify with that number.
desk-phone-told-not-you = Did you not ask for this? Call the hotline now: { $hotline }.
desk-lookup-button-again = Look again
desk-lookup-unusual-misses =
    { $n ->
        [one] ⚠️ { $name }: { $n } look-up without a match, or refused, within an hour.
       *[other] ⚠️ { $name }: { $n } look-ups without a match, or refused, within an hour.
    }
desk-lookup-unusual-sponsors =
    { $n ->
        [one] ⚠️ { $name } has seen the record of { $n } sponsor within a day.
       *[other] ⚠️ { $name } has seen the records of { $n } different sponsors within a day.
    }
desk-lookup-unusual-limit = ⚠️ { $name } has reached the limit of looking; within a day: { $n }. Nothing more is shown to them for now.

## desk, cases: opened by hand, and closed with what was done

desk-case-owed = { $fils } is owed back for …{ $lastFour }.
desk-case-owed-payment = { $fils } is owed back: a payment that could not be counted.
desk-case-owed-foreign = A payment in { $currency } is owed back: it could not be counted.
desk-case-note = Note: { $note }
desk-case-button-open = Open a case
desk-case-button-close = Close case { $place }
desk-case-button-refunded = Case { $place }: refunded
desk-case-button-history = History of cases
desk-case-history = Cases of this household, the newest first:
desk-case-history-none = There has been no case about this household.
desk-case-history-case = Case { $number }: { $what }
desk-case-history-opened = • { $on }: opened
desk-case-history-opened-by = • { $on }: opened by { $name }
desk-case-history-closed = • { $on }: closed
desk-case-history-closed-by = • { $on }: closed by { $name }
desk-case-history-refunded = • { $on }: the money was given back
desk-case-history-refunded-by = • { $on }: the money was given back, says { $name }
desk-case-history-more =
    { $n ->
        [one] And { $n } older case.
       *[other] And { $n } older cases.
    }
desk-case-ask-opened = Write what is to be done, in { $most } characters or fewer. Your colleagues read it; the person does not.
desk-case-ask-closed = Write what was done, in { $most } characters or fewer. Your colleagues read it; the person does not.
desk-case-ask-refunded = Go on only if the money has been given back: its payer is told so at once. Write the bank's reference of the transfer and what else is to be known, in { $most } characters or fewer. The payer does not read your words.
desk-case-note-empty = A few words are needed, up to { $most } characters.
desk-case-note-long = Please write it in { $most } characters or fewer.
desk-case-note-no-reference = The bank's reference is missing: its number must stand in the note (up to { $most } characters).
desk-case-sure = Has the money been given back? The payer is told so as soon as you confirm.
desk-case-button-sure = Yes, given back
desk-case-button-unsure = Not yet
desk-case-left = Nothing was changed. The case stays open.
desk-case-opened = The case is open. It stands on the card until somebody closes it.
desk-case-closed = The case is closed, with your note in its history.
desk-case-refunded = The case is closed as refunded, and the payer is told.
desk-case-owed-back = Nothing was changed: money is owed back in this case, and it closes only once that has been given back.
desk-case-over = Nothing was changed: the case is closed already, or stands otherwise by now. Look the person up again.
desk-case-unseen = Look the person up again first: this card is too old.
desk-case-told-refunded = ✅ { $worker }: { $fils } has been given back to you by { $operator }. The renewal from { $from } was not issued.
desk-case-told-refunded-payment = ✅ { $fils } has been given back to you by { $operator }: the payment that could not be counted. Nothing was renewed with it.
desk-case-told-refunded-second = ✅ { $fils } has been given back to you by { $operator }: the second payment. What you paid first stays counted.
desk-case-told-refunded-foreign = ✅ The payment in { $currency } that could not be counted has been given back to you by { $operator }. Nothing was renewed with it.
desk-case-told-questions = If you do not find it, call the hotline, { $hotline }.

## desk, consent: full values, and who saw them

desk-consent-glass-broken = ⚠️ { $name } opened the full values of a record (…{ $lastFour }) without its person's consent. The reason given: { $reason }
desk-consent-kept = ⚠️ A message with full values could not be taken back: it may still stand in { $name }'s chat with the bot.
desk-consent-kept-next = It is tried again for two days; after that it cannot be deleted any more. If they have blocked the bot, they must unblock it and write to it.
desk-dialogue-ended = What was begun before is set aside; nothing of it was done.
desk-dialogue-aside = What was begun before is set aside for an hour, with all that you wrote.
desk-dialogue-button-go-on = Go on with it
desk-dialogue-over = That question was answered or set aside before.
desk-dialogue-lookup = That looks like a lookup, and a question is open here. Answer it, or leave it first.
desk-dialogue-button-leave = Leave the question
desk-consent-button-ask = Ask for full values
desk-consent-button-break = Without consent
desk-consent-button-show = Show for a minute
desk-consent-asked = The person is asked in their own chat. You will be told here what they say; the question is good for 15 minutes.
desk-consent-pending = You have asked already, and the person has not answered yet. Nothing was sent again.
desk-consent-declined = The person has just refused. Ask again in a quarter of an hour at the earliest, and only if they want it.
desk-consent-no-chat = This person is verified in no chat that can be reached, so they cannot be asked there.
desk-consent-unseen = Look the person up again first: this card is too old.
desk-consent-unheard = Nothing is shown: no supervisor is at work who would read the reason. Ask the person for their consent instead.
desk-consent-coming = It comes as a message of its own and goes after a minute. It is in the access log, and the person can see that.
desk-consent-nobody-told = ⚠️ No other supervisor is at work, so nobody else was told of it.
desk-consent-not-allowed = Nobody has allowed that, or it was too long ago. You can ask again.
desk-consent-allowed = ✅ The person allows you to see the full values. That holds for 15 minutes from now on.
desk-consent-refused = The person does not want the full values to be seen.
desk-consent-why = Write why you need the full values without the person's consent (at least { $n } characters). Supervisors are told, and the person can read it.
desk-consent-why-longer = A few words more, please: at least { $n } characters, so that a supervisor understands it.
desk-consent-shown = 🔒 For your eyes, for { $n } seconds.
desk-consent-sponsor = Sponsor: { $name }
desk-consent-phone = Phone: { $phone }
desk-consent-worker = Worker: { $name }
desk-consent-number = { $number }
desk-consent-question = { $name } of our team ({ $role }) is helping you and asks to see your full details.
desk-consent-question-what = These are names, civil IDs and your mobile number, shown for a minute. Did you not contact our team? Then press Refuse.
button-desk-allow = Allow
button-desk-refuse = Refuse
desk-consent-given = ✅ Allowed. You can see who looked and when under “My data”.
desk-consent-not-given = Not allowed: nothing is shown. Your request is dealt with all the same.
desk-consent-over = This question is over. If it is still needed, you will be asked again.
desk-consent-button-looks = Who looked at it
desk-consent-looks = These people of the team looked at your data, the latest first:
desk-consent-looks-gravest = In the last { $days } days someone of the team saw your full details, or your phone on record was changed:
desk-consent-looks-besides = And besides, the latest first:
desk-consent-no-looks = Nobody of the team has looked at your data.
desk-consent-look = • { $on }, { $time }: { $staff } ({ $role }) { $did }
desk-consent-reason = The reason given: { $reason }
desk-consent-more-looks =
    { $n ->
        [one] And { $n } earlier time.
       *[other] And { $n } earlier times.
    }
desk-consent-all-looks = All of them stand in the copy of your data.
desk-consent-by-civil-id = looked you up by a civil ID.
desk-consent-by-phone = looked you up by a mobile number.
desk-consent-by-policy = looked you up by a policy number.
desk-consent-by-receipt = looked you up by a receipt number.
desk-consent-by-payment = looked you up by a payment number.
desk-consent-by-link = looked you up by a pay link.
desk-consent-by-name = looked you up by a name.
desk-consent-did-looked = looked at your masked details again.
desk-consent-did-taken-over = took over this chat, and read what was written in it.
desk-consent-did-consent-asked = asked you to allow the full details.
desk-consent-did-consent-allowed = was allowed by you to see the full details.
desk-consent-did-consent-refused = was refused the full details by you.
desk-consent-did-revealed = saw the full details for a minute, as you allowed.
desk-consent-did-link-sent = sent you the pay link or the way to renew again.
desk-consent-did-reminders-stopped = stopped reminders for you.
desk-consent-did-quoted = read fees out to you.
desk-consent-did-phone-asked = asked to correct your phone on record.
desk-consent-did-phone-corrected = confirmed the correction of your phone on record.
desk-consent-did-phone-refused = refused the correction of your phone on record.
desk-consent-did-case-opened = opened a case about your record.
desk-consent-did-case-closed = closed a case about your record.
desk-consent-did-refused = asked for something that was not allowed; nothing was shown or done.
desk-consent-did-filing-seen = saw your paid renewal, masked, among those to be filed.
desk-consent-did-filing = saw the full details that the Ministry's form needs, to file your renewal.
desk-consent-did-break-glass = saw the full details for a minute without asking you.

## desk, filings

desk-help-file = /filings: what was paid and is to be entered in the Ministry's system.
desk-filing-own = Nothing is filed from here: these records are the registry, and cover is issued at once when it is paid.
desk-filing-none = Nothing is waiting to be filed.
desk-filing-title =
    { $n ->
        [one] To be filed: { $n } renewal.
       *[other] To be filed: { $n } renewals, the oldest first.
    }
desk-filing-overdue = ⚠️ Overdue: { $n }, paid more than two working days ago.
desk-filing-item = { $place }. { $worker }, from { $from }, paid { $paid }
desk-filing-item-overdue = { $place }. ⚠️ { $worker }, from { $from }, paid { $paid }, overdue
desk-filing-item-claimed = { $name } is at it.
desk-filing-one = { $worker }: { $from } to { $until }, { $fils }. Paid { $paid }.
desk-filing-state-paid = Not filed yet.
desk-filing-state-filed = Filed. The policy number is still to be entered.
desk-filing-state-issued = Issued, with the policy number:
desk-filing-state-rejected = Rejected by the Ministry. Nothing was paid for it.
desk-filing-state-conflicted = Other cover holds this period. Nothing was paid for it.
desk-filing-state-refund-due = Not issued. The money is owed back.
desk-filing-state-refunded = Not issued. The money was given back.
desk-filing-unclaimed = Nobody is at it.
desk-filing-yours = You have been at it since { $since }.
desk-filing-with = { $name } has been at it since { $since }.
desk-filing-done-claim = It is yours now.
desk-filing-done-file = Marked as filed. Once the Ministry's system shows a policy number, enter it here.
desk-filing-issued = ✅ Issued. The payer is told the policy number.
desk-filing-rejected = Rejected. A case for the refund is open, and the payer is told the reason.
desk-filing-taken = ⚠️ Other cover holds this period on record, so nothing was issued. A case for the refund is open, and the payer is told.
desk-filing-refused-late = Nothing was changed: it stands otherwise by now.
desk-filing-refused-claimed = Nothing was changed: { $name } is at it. After an hour it can be taken over.
desk-filing-refused-unclaimed = Nothing was changed: claim it first.
desk-filing-refused-number-used = Another cover has this policy number. Compare it with the Ministry's system and write it again.
desk-filing-ask-number = Write the policy number as the Ministry's system shows it.
desk-filing-number-wrong = That is no policy number: it holds a digit, and up to 60 letters, digits and the signs . / _ - in all, as HI-2026-000123.
desk-filing-ask-reason = Write why the Ministry did not take it. The payer reads these words.
desk-filing-reason-long = Please write it in { $most } characters or fewer.
desk-filing-reason-empty = A few words are needed: the payer must understand why.
desk-filing-sure-reject = Reject this renewal? The money is owed back, and the payer reads this as the reason:
desk-filing-sure-number = Issue it with this policy number? The payer is told it:
desk-filing-left = Nothing was changed, and nobody was told anything.
desk-filing-button-see = { $place }. …{ $lastFour }
desk-filing-button-older = Next page
desk-filing-button-newer = Previous page
desk-filing-button-queue = To the queue
desk-filing-button-back = Back
desk-filing-button-claim = Claim it
desk-filing-button-take-over = Take it over
desk-filing-button-form = Show the form
desk-filing-button-file = Mark as filed
desk-filing-button-number = Enter the number
desk-filing-button-reject = Reject
desk-filing-button-sure-reject = Reject and tell them
desk-filing-button-sure-number = Issue and tell them
desk-filing-button-unsure = Not like that
desk-filing-form-coming = The form comes as a message of its own and goes after { $n } minutes.
desk-filing-form-shown = 🔒 For your eyes, for { $n } minutes.
desk-filing-form-sponsor = Sponsor:
desk-filing-form-worker = Worker:
desk-filing-form-value = { $value }
desk-filing-form-article = Residency article: { $article }
desk-filing-form-period = Period: { $from } to { $until }
desk-filing-form-paid = Paid: { $fils }, with the receipt:
desk-filing-form-kept = That you saw this is in the access log.
desk-owed-title =
    { $n ->
        [one] 💰 { $n } payment is owed back:
       *[other] 💰 { $n } payments are owed back:
    }
desk-owed-one = • { $found }, since { $since }
desk-owed-more =
    { $n ->
        [one] and { $n } more.
       *[other] and { $n } more.
    }
desk-owed-how = Look each up by its number: once it was given back, press the button under its case, and whoever paid is told.
desk-filing-late =
    { $n ->
        [one] ⚠️ { $n } paid renewal is not issued after two working days. The oldest was paid on { $oldest }.
       *[other] ⚠️ { $n } paid renewals are not issued after two working days. The oldest was paid on { $oldest }.
    }
desk-filing-told-issued = ✅ { $worker }: covered from { $from } to { $until }, in the Ministry's system too. Policy number:
desk-filing-told-issued-quick = ✅ { $worker }: the renewal that you paid for, { $from } to { $until }, is issued and registered in the Ministry's system.
desk-filing-told-rejected = ⚠️ { $worker }: the Ministry did not take the renewal from { $from }. The reason:
desk-filing-told-reason = { $reason }
desk-filing-told-taken = ⚠️ { $worker }: the period from { $from } is covered by another policy by now, so the renewal was not issued.
desk-filing-told-owed-back = { $fils } is owed back to you. { $operator } has this before its team, and you need not do anything. For questions: the hotline, { $hotline }.
desk-filing-told-nothing-paid = You paid nothing for it, so nothing is owed. For questions: the hotline, { $hotline }.
desk-filing-told-filed = 📄 { $worker }: the renewal from { $from } is registered with the Ministry.
desk-filing-told-number-by = Next: the policy number, by { $by } at the latest. It comes here.
desk-filing-told-number-follows = Next: the policy number. It comes here as soon as it is issued.
desk-filing-told-issue-by = Next: the policy is issued, by { $by } at the latest. You are told here.
desk-filing-told-issue-follows = Next: the policy is issued. You are told here as soon as it is.
desk-filing-told-late = ⏳ { $worker }: the renewal is not registered in the Ministry's system yet, later than we promised. We apologise.
desk-filing-told-late-number = ⏳ { $worker }: the renewal is registered with the Ministry, and its policy number is later than we promised. We apologise.
desk-filing-told-late-next = { $operator }'s team is on it. The new date: { $by } at the latest. You need not do anything; please do not pay again.

## desk, handoff: a person takes over a chat

desk-handoff-card = Chat { $number }: { $reason }
desk-topic-initials = { $name }
desk-topic-guest = Guest
desk-topic-reason-asked = asked for a person
desk-topic-reason-misunderstood = was not understood
desk-topic-reason-payment = a payment
desk-topic-reason-not-mine = not their worker
desk-topic-waiting = { $who } · { $reason } · { $time }
desk-topic-owned = { $who } · { $reason } · in hand
desk-topic-over = { $who } · { $reason } · closed
desk-handoff-over-before-card = This chat was over before its card could be put here.
desk-handoff-asked-again = While waiting, the person asked again. They are about this now:
desk-handoff-nobody = No account in this chat.
desk-handoff-proved = On record: civil ID ends in { $lastFour }, phone in { $phone }.
desk-handoff-unproved = Account without proof: civil ID ends in { $lastFour }, phone in { $phone }.
desk-handoff-reason-asked = asked for a person
desk-handoff-reason-misunderstood = was not understood three times in a row
desk-handoff-reason-payment = a payment that could not be matched
desk-handoff-reason-not-mine = says that a worker on record is not theirs
desk-handoff-worker = About the worker { $worker }.
desk-handoff-missed = The bot did not understand: { $what }
desk-handoff-missed-said = “{ $words }”
desk-handoff-missed-and = { $before } · { $next }
desk-handoff-missed-photo = a photo
desk-handoff-missed-voice = a voice note
desk-handoff-missed-video = a video
desk-handoff-missed-sticker = a sticker
desk-handoff-missed-location = a location
desk-handoff-missed-document = a file
desk-handoff-missed-forwarded = a forwarded message
desk-handoff-missed-other = something it cannot read
desk-handoff-missed-proof = an answer at the proof of the phone
desk-handoff-journey = Was at: { $journey }
desk-handoff-journey-at = Was at: { $journey } ({ $question })
desk-question-language = the language
desk-question-consent = how data is used
desk-question-check = the check of what was entered
desk-question-phone = proving the phone
desk-question-name = the name
desk-question-email = the e-mail address
desk-question-gender = the gender
desk-question-governorate = the governorate
desk-question-civil-id = the civil ID
desk-question-sponsor = the sponsor's civil ID
desk-question-worker = which worker
desk-question-workers = which workers
desk-question-years = for how many years
desk-question-accept = the summary before paying
desk-question-start = the first day
desk-question-nth = which worker in the household
desk-question-in-kuwait = whether the worker is in Kuwait
desk-question-kuwaiti = whether the sponsor is Kuwaiti
desk-question-left = whether the worker left
desk-question-sure = whether it was meant so
desk-question-until = the end of cover
desk-question-unfollow = following a worker no longer
desk-question-erase = erasing their data
desk-question-when = when to be reminded
desk-question-chat = where to be reminded
desk-handoff-trouble-declined = The bank declined the last try to pay.
desk-handoff-trouble-cancelled = The last try to pay was cancelled.
desk-handoff-trouble-expired = The last try to pay ran out.
desk-handoff-trouble-unknown = The bank has not said how the last try to pay ended.
desk-handoff-trouble-conflicted = The last payment could not be matched; a case is open.
desk-handoff-case = ⚠️ { $what }: { $fils } is owed back.
desk-handoff-case-news = Something more has come up in this chat: { $what }.
desk-handoff-case-foreign = ⚠️ { $what }: a payment in { $currency } is owed back.
desk-handoff-quote-payment = The payment it is about: { $total }
desk-handoff-quote-asked = Last asked to pay: { $total }
desk-handoff-quote-paid = Last paid: { $total }, on { $on }
desk-handoff-quote-read = Last quote read, not accepted: { $total }
desk-handoff-not-on-record = a worker not on record
desk-handoff-quote-more =
    { $n ->
        [one] • and one more worker
       *[other] • and { $n } more workers
    }
desk-handoff-quote-line = • { $worker }: { $from } to { $until }, { $fee }, by rule { $rule }
desk-handoff-language-ar = Language: Arabic
desk-handoff-language-en = Language: English
desk-handoff-waiting-since = { $language }. Waiting since { $moment }
desk-handoff-button-claimed = Take this chat
desk-handoff-button-ready = Ready answers
desk-handoff-button-give = Hand over
desk-handoff-button-open = Open the chat
desk-handoff-button-put-back = Back to queue
desk-handoff-button-close = Close
desk-handoff-button-withdraw = Withdraw
desk-handoff-close-solved = Solved
desk-handoff-close-passed-on = Passed on
desk-handoff-close-no-reply = No reply
desk-handoff-close-not-ours = Not for us
desk-handoff-close-why = Why is it closed?
desk-trail-title = What went before:
desk-trail-journey = { $journey }
desk-trail-step = • { $time } · { $question }
desk-trail-step-said = • { $time } · { $question }: { $said }
desk-trail-quote-read = • { $moment } · The bot showed a quote: { $total }
desk-trail-link-sent = • { $moment } · The bot sent a pay link: { $total }
desk-trail-paid = • { $moment } · Paid, as the bot said: { $total }
desk-trail-paid-receipt = • { $moment } · Paid, as the bot said: { $total }, receipt { $receipt }
desk-handoff-claimed = { $name } has this chat. What is written here by { $name } now reaches the person: a 👍 on it says that it was sent. What begins with // is for colleagues. To withdraw a message, answer it with “withdraw”.
desk-handoff-handed-over = { $name } handed this chat over to { $to }.
desk-handoff-given = { $name } handed chat { $number } over to you. What you write in its place in the team's group now reaches the person.
desk-handoff-put-back = { $name } put this chat back into the queue.
desk-handoff-owner-left = Its agent is not at work any more: this chat is back in the queue.
desk-handoff-unanswered = The person has waited here for an answer for a day, so the chat waits for a colleague.
desk-handoff-cancelled = The person cancelled the request.
desk-handoff-closed = { $name } closed this chat: { $reason }. The bot answers there again.
desk-handoff-day-over = A day without a word: this chat was closed. The bot answers there again.
desk-handoff-erased = The person erased their data; this case is closed.
desk-handoff-case-over = What this chat was about is settled, so it is closed: nobody needs to take it.
desk-handoff-idle = { $name }, nothing has come from you here for 15 minutes. Are you still on it?
desk-handoff-unclaimed = ⏳ Nobody has taken this chat for 5 minutes:
desk-handoff-queue-empty = Nobody waits for a person.
desk-handoff-queue-title =
    { $n ->
        [one] One chat:
       *[other] { $n } chats, first those that wait, the oldest first:
    }
desk-handoff-queue-more =
    { $n ->
        [one] and { $n } more.
       *[other] and { $n } more.
    }
desk-handoff-queue-waiting = { $number } · { $reason } · since { $moment } · waits
desk-handoff-queue-owned = { $number } · { $reason } · since { $moment } · { $name }
desk-handoff-button-claim-number = Take { $number }
desk-handoff-refused-waiting = Nobody has that chat now: take it first.
desk-handoff-refused-no-card = This chat cannot be shown in the team's group just now, so nothing was changed. Please press again in a minute.
desk-handoff-refused-gone = That chat does not wait any more.
desk-handoff-refused-owned = { $name } has that chat.
desk-handoff-refused-nobody-there = That colleague is not at work. Nothing was changed.
desk-handoff-refused-own = Nobody can have, or move, the chat that is their own. Another colleague can.
desk-handoff-refused-busy = The bot is just answering there. Please press again in a moment.
desk-handoff-moved = Chat { $number }: done. It goes on in the team's group.
desk-handoff-answer-said-ar = ✓ Sent in Arabic: { $text }
desk-handoff-answer-said-en = ✓ Sent in English: { $text }
desk-handoff-sent = ✓ Sent
desk-handoff-sent-edited = ✓ Changed there, too
desk-handoff-word-withdraw = withdraw
desk-handoff-withdrawn-taken-back = Withdrawn: it is taken away in the person's chat, where it may have been read.
desk-handoff-withdrawn-never-sent = Not sent: it had not gone out, so the person never gets it.
desk-handoff-withdrawn-none = That is no message of yours that can be withdrawn. To withdraw one, answer it with “withdraw”.
desk-handoff-noted = Noted for colleagues.
desk-handoff-not-sent-owned = Not sent: { $name } has this chat. For colleagues, begin with //.
desk-handoff-not-sent-nobody = Not sent: take this chat first. For colleagues, begin with //.
desk-handoff-not-sent-edit = Not changed there: that message was never sent.
desk-handoff-not-sent-kind = Not sent: only text, photos, documents and voice can be passed on.
desk-handoff-not-sent-whole = Not sent: a civil ID, a mobile number or a link of ours stands whole in it. Write it again with the last digits alone, four of a civil ID and three of a number. To look somebody up, write to the bot in private.
desk-handoff-not-sent-edit-whole = Not changed there: a civil ID, a mobile number or a link of ours stands whole in your new words. The person still has the former ones. Leave the last digits alone, four of a civil ID and three of a number.
desk-handoff-lost-blocked = ⚠️ Not delivered: this person has blocked the bot or closed the account. Call them, if there is a number.
desk-handoff-lost-refused = ⚠️ Not delivered: the message was not taken. Send it in other words, or call the person.
desk-handoff-lost-unknown = ⚠️ Perhaps not delivered: nobody confirmed it. Ask the person whether it arrived before you send it again.
desk-handoff-lost-edit = ⚠️ Your change may not have reached the person. Send the right words as a new message.
desk-handoff-lost-withdrawal = ⚠️ Not withdrawn for certain: the person may still see this message. Ask them, and put right what was wrong in it.
desk-handoff-lost-here = ⚠️ Something that the person sent could not be shown here. Ask them to send it again as text, or call them.
desk-handoff-not-sent-command = Not sent: what begins with / is taken for a command. Write it without the /.
desk-handoff-note-sent-before = Noted for colleagues, but the person still has what you wrote before. To take that back, answer that message with “withdraw”.
desk-handoff-again = (Perhaps shown here before:)
desk-handoff-again-changed = (The person changed it to:)
desk-handoff-not-shown = ⚠️ What belongs to chat { $number } cannot be shown in the team's group. See whether the bot may still write and manage topics there; /queue shows who has the chat.
desk-group-shut-out = ⚠️ The bot cannot write in the team's group any more. Add it there again as an administrator and write /desk here in it: what people wrote meanwhile is kept and will be shown.
desk-group-muted = ⚠️ The bot is in the team's group and may not write there. Allow members to send messages, or make the bot an administrator: what people wrote meanwhile is kept, and is shown within a minute after that.
desk-group-no-topics = ⚠️ The bot may not open topics in the team's group, so chats stand there one under the other. Give it the right to manage topics.
desk-handoff-give-to = To whom?
desk-handoff-give-nobody = There is nobody else at work.
desk-handoff-colleague = { $name }
desk-handoff-answers = Which answer?
desk-handoff-person-pressed = (The person pressed a button of the bot. Nothing was done.)
desk-handoff-person-contact = (The person shared a number that ends in { $phone }.)
desk-handoff-person-other = (The person sent something that cannot be passed on.)
desk-handoff-person-says = 👤 The person:
desk-handoff-held = The person goes on writing. What comes now is kept, and shown here once somebody takes this chat.
desk-handoff-held-words = { $time } · { $words }
desk-handoff-automatic = This comes automatically:
desk-handoff-begins = You are now talking to { $name }, a member of { $operator }'s team. The automatic service is silent here until the end.
desk-handoff-goes-on = You are now talking to { $name }.
desk-handoff-waits-again = A colleague will go on here. We apologise for the wait. Until then the automatic service answers.
desk-handoff-ends = This conversation has ended. The automatic service answers here again.
desk-handoff-ends-after-day = A day has passed since our answer without a message from you, so this conversation has ended. The automatic service answers here again; you can ask for a person at any time.
desk-handoff-closed-unheard = { $operator }'s team has closed your request { $number } without a conversation here. If it is not settled, you can ask for a person again.
desk-handoff-helped-ask = Did this help?
desk-handoff-answer-greeting-button = Greeting
desk-handoff-answer-greeting = Hello. How can we help you?
desk-handoff-answer-moment-button = One moment
desk-handoff-answer-moment = One moment please, we are looking into it.
desk-handoff-answer-documents-button = Documents
desk-handoff-answer-documents = To renew you need your own civil ID and the worker's. No papers have to be brought anywhere.
desk-handoff-answer-paid-button = Payment received
desk-handoff-answer-paid = Your payment has arrived. The receipt is in this chat: send /pay to see it again.
desk-handoff-answer-bank-button = Bank is silent
desk-handoff-answer-bank = The bank has not answered yet. Nothing is lost; please do not pay again for now.
desk-handoff-answer-anything-else-button = Anything else?
desk-handoff-answer-anything-else = Is there anything else that we can do for you?
desk-help-see-queue = /queue: chats that wait for a person, and who has which.

## desk, stats

desk-help-see-stats = /stats: how long people wait for the team, as figures and a chart.
desk-stats-now = Waiting now: { $waiting }. With somebody of the team: { $owned }.
desk-stats-none =
    { $days ->
        [one] Nobody asked for a person in the last day.
       *[other] Nobody asked for a person in the last { $days } days.
    }
desk-stats-title =
    { $n ->
        [one] From { $from } to { $until } { $n } person asked for somebody.
       *[other] From { $from } to { $until } { $n } people asked for somebody.
    }
desk-stats-answer = First answer: half of them within { $half }, nine in ten within { $most }.
desk-stats-close = Done: half of them within { $half }, nine in ten within { $most }.
desk-stats-helped = Did it help? Yes, said { $yes } of { $said }.
desk-stats-agents = By colleague: people helped, usual first answer, usually done in
desk-stats-agent = • { $name }: { $n }, { $answer }, { $close }
span-minutes = { $minutes } min
span-hours = { $hours } h { $minutes } min
desk-chart-opened = People who asked for somebody, by day
desk-chart-answer-minutes = Minutes to the first answer, by day
desk-chart-answer-hours = Hours to the first answer, by day
desk-chart-close-minutes = Minutes until it was done, by day
desk-chart-close-hours = Hours until it was done, by day
desk-chart-half = half of them within
desk-chart-most = nine in ten within
