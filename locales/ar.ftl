# كل ما يقرؤه الناس بالعربية. المعرّفات هي نفسها في en.ftl، وكل معرّف يبدأ باسم الوحدة التي تقوله.
# للأعداد صيغها الست في مُحدِّد؛ والمبالغ والتواريخ والأسماء والرموز والروابط تأتي مكتوبة جاهزة.

-service = تجديد

## words

language-name = العربية

## counts

count-days =
    { $n ->
        [zero] لا أيام
        [one] يوم واحد
        [two] يومان
        [few] { $n } أيام
        [many] { $n } يومًا
       *[other] { $n } يوم
    }
count-years =
    { $n ->
        [zero] لا سنوات
        [one] سنة واحدة
        [two] سنتان
        [few] { $n } سنوات
        [many] { $n } سنة
       *[other] { $n } سنة
    }
count-workers =
    { $n ->
        [zero] لا أحد
        [one] عامل واحد
        [two] عاملان
        [few] { $n } عمال
        [many] { $n } عاملًا
       *[other] { $n } عامل
    }

## moments: a time of day, and a day near

clock-time =
    { $part ->
        [midnight] { $time } ليلًا
        [dawn] { $time } فجرًا
        [morning] { $time } صباحًا
        [noon] { $time } ظهرًا
        [afternoon] { $time } عصرًا
       *[evening] { $time } مساءً
    }
near-today = اليوم { $time }
near-tomorrow = غدًا { $time }
near-day = { $date }، { $time }

## telegram

telegram-group = هذه الخدمة تجيب في المحادثات الخاصة فقط، حتى لا يقرأ أحد غيرك ما يخصك.
telegram-description = { -service }: خدمة تجديد الضمان الصحي للعمالة المنزلية في الكويت: معرفة التغطية، وبيان الرسوم وسببها، والدفع. لن نطلب منك هنا رقم بطاقة بنكية أو رقمًا سريًا أو كلمة مرور أو رمز بنك.
telegram-short-description = الضمان الصحي للعمالة المنزلية في الكويت: استعلام وتجديد ودفع.
menu-start = القائمة الرئيسية
menu-inquire = معرفة تغطية عامل
menu-quote = بيان الرسوم وسببها
menu-renew = تجديد التغطية أو إصدارها
menu-pay = الدفع والإيصالات
menu-workers = عمالتي المنزلية
menu-reminders = تذكير قبل انتهاء التغطية
menu-language = English / العربية
menu-privacy = بياناتي: عرض أو نسخ أو حذف
menu-account = حسابي
menu-help = المساعدة، وكيف تتحقق
menu-human = التحدث مع موظف
menu-cancel = إلغاء ما بدأته

## pages: what every page says

page-service = { -service }
page-service-what = الضمان الصحي للعمالة المنزلية
page-test = تجربة. لا شيء هنا حقيقي: لا تُدفع أموال ولا تبدأ تغطية.
page-run-by = يشغّل هذه الخدمة { $operator }، وليست تابعة لوزارة الصحة.
page-run-by-ministry = يشغّل هذه الخدمة { $operator }.
page-hotline = الخط الساخن { $hotline }
page-hotline-ministry = الخط الساخن { $hotline } (وزارة الصحة)
page-chat = العودة إلى المحادثة
page-worker-name = { $name }
page-worker-civil-id = الرقم المدني …{ $lastFour }
page-period = { $years }، من { $from } إلى { $until }
page-moment = { $date }، { $time } بتوقيت الكويت
page-lines = مقابل: الضمان الصحي، لكل عامل ومدته
page-worker = العامل
page-fee = الرسم
page-amount = { $fils }
page-total = الإجمالي

## pay-page

pay-page-open-title = دفع رسم الضمان الصحي
pay-page-recipient = تدفع إلى
pay-page-not-ministry = ليست تابعة لوزارة الصحة.
pay-page-button = ادفع { $fils }
pay-page-good-until = الرابط صالح حتى
pay-page-terms = الشروط التي وافقت عليها
pay-page-terms-read = اقرأ الإصدار { $version }
pay-page-not-included = لا يشمل رسوم الإقامة.
pay-page-declined-title = لم يقبل البنك الدفعة. لم يُخصم شيء.
pay-page-declined = كثيرًا ما يكون السبب حدًّا موضوعًا للبطاقة أو للحساب. يمكنك الدفع من جديد بهذا الرابط نفسه.
pay-page-cancelled-title = أُلغيت الدفعة. لم يُخصم شيء.
pay-page-ran-out-title = انتهت مهلة صفحة الدفع. لم يُخصم شيء.
pay-page-again = يمكنك الدفع من جديد بهذا الرابط نفسه.
pay-page-genuine-title = هل هذه الصفحة حقيقية؟
pay-page-genuine-chat = طلبت هذا الرابط بنفسك في المحادثة، وآخر 4 أرقام هي أرقام العامل لديك.
pay-page-genuine-address = العنوان في أعلى الشاشة يبدأ بـ { $address }
pay-page-genuine-never = لا أحد منا يطلب رقم البطاقة أو الرقم السري أو كلمة المرور أو رمز البنك: لا في المحادثة ولا بالهاتف.
pay-page-genuine-hotline = إذا ساورك شك فلا تدفع، واتصل أولًا بالرقم { $hotline }.
pay-page-at-gateway-title = هذه الدفعة لم تكتمل
pay-page-at-gateway = صفحة الدفع مفتوحة وتنتظر. إذا أغلقتها فيمكنك المتابعة فيها: هي الدفعة نفسها، ولا تُخصم إلا مرة واحدة.
pay-page-at-gateway-button = متابعة الدفع
pay-page-check = تحقّق من النتيجة الآن
pay-page-unknown-title = لم يصلنا ردّ البنك بعد
pay-page-unknown = لم يضِع شيء. لا تدفع مرة أخرى الآن: نواصل السؤال، ونخبرك في المحادثة.
pay-page-unknown-refreshes = تتجدّد هذه الصفحة وحدها.
pay-page-paid-title = تم الدفع
pay-page-paid = الإيصال هنا وفي المحادثة. لم يبقَ ما يُدفع بهذا الرابط.
pay-page-paid-button = عرض الإيصال
pay-page-expired-title = انتهت صلاحية هذا الرابط
pay-page-expired = رابط الدفع صالح 24 ساعة لأن الرسم قد يتغير. افتح المحادثة واكتب: دفع. سيصلك رسم اليوم ورابط جديد.
pay-page-superseded-title = لديك رابط أحدث
pay-page-superseded = طلبت هذا التجديد مرة أخرى، فأُغلق هذا الرابط حتى لا يُدفع الرسم مرتين. استخدم أحدث رابط في المحادثة.
pay-page-conflicted-title = هذه الدفعة قيد المراجعة
pay-page-conflicted = وصلت دفعة تعذّر احتسابها، لأن مبلغها مختلف أو لأن المدة شُغلت في هذه الأثناء. ما لا يُحتسب يُرد إليك، ويتابع فريقنا ذلك ويكتب إليك في المحادثة. لا تدفع مرة أخرى بهذا الرابط.
pay-page-covered-title = هذه المدة مغطاة من قبل
pay-page-covered = لم يُخصم شيء. توجد تغطية سارية أو مدفوعة لـ { $worker } في هذه المدة، فلا فائدة من الدفع مرة أخرى. افتح المحادثة واكتب: استعلام. ستظهر لك التغطية.
pay-page-elsewhere-title = توجد دفعة أخرى جارية
pay-page-elsewhere = لم يُخصم شيء هنا. صفحة الدفع مفتوحة لـ { $worker } برابط آخر. حين تنتهي ستُبيّن هذه الصفحة إن بقي ما يُدفع.
pay-page-this-worker = هذا العامل
pay-page-gateway-down-title = تعذّر الوصول إلى بوابة الدفع
pay-page-gateway-down = لم يُخصم شيء. حاول مرة أخرى بعد بضع دقائق: الرابط باقٍ كما هو.
pay-page-back = العودة إلى هذه الدفعة

## receipt-page

receipt-page-title = إيصال دفع
receipt-page-what = رسم الضمان الصحي للعمالة المنزلية
receipt-page-number = رقم الإيصال
receipt-page-paid-at = تاريخ الدفع
receipt-page-payer = الدافع
receipt-page-payer-masked = { $initials } (الرقم المدني …{ $lastFour })
receipt-page-payer-quick = بلا حساب لدينا
receipt-page-nothing-to-pay = الرسم صفر: لم يكن هناك ما يُدفع.
receipt-page-payment-id = رقم الدفعة
receipt-page-track-id = رقم التتبع
receipt-page-issued-by = جهة الإصدار
receipt-page-state-paid = مدفوع، ولم يُسجَّل بعد في نظام الوزارة
receipt-page-state-filed = قُدّم إلى الوزارة، ورقم الوثيقة لم يصل بعد
receipt-page-state-issued = صدرت التغطية
receipt-page-state-issued-number = صدرت التغطية، رقم الوثيقة { $number }
receipt-page-state-rejected = لم تقبله الوزارة، وسيكتب إليك فريقنا
receipt-page-state-conflicted = مدفوع، لكن المدة مغطاة من قبل، وسيكتب إليك فريقنا
receipt-page-state-refund-due = هذا المبلغ حقٌّ يُرد إليك
receipt-page-state-refunded = رُدّ هذا المبلغ
receipt-page-keep = للاحتفاظ به يمكنك طباعة هذه الصفحة أو حفظها بصيغة PDF. والإيصال موجود في المحادثة أيضًا.
receipt-page-print = اطبع الإيصال

## terms-page

terms-page-title = الشروط والأحكام
terms-page-version = الإصدار { $version }
terms-page-since = معروضة هنا منذ { $since }.
terms-page-as-accepted = هذا نصها كما وافق عليه أصحابه، ولا يتغير تحت الإصدار نفسه.

## export-page

export-page-title = نسخة من بياناتك
export-page-what = ملف واحد فيه كل ما تحفظه هذه الخدمة عنك.
export-page-care = فيه أرقامك والأسماء كاملة. احفظه على جهازك الخاص فقط.
export-page-once = الرابط يعمل مرة واحدة، خلال 15 دقيقة من طلبه.
export-page-button = حفظ بياناتي
export-page-gone-title = هذا الرابط لم يعد يعمل
export-page-gone = يعمل الرابط مرة واحدة خلال 15 دقيقة. افتح المحادثة واكتب: الخصوصية. سيصلك رابط جديد.

## error-page

error-page-not-found-title = لا توجد صفحة بهذا العنوان
error-page-not-found = قد يكون جزء من العنوان ناقصًا، ويحدث هذا عند نسخ الروابط. افتح الرابط من المحادثة مرة أخرى، أو اطلب فيها رابطًا جديدًا.
error-page-request-title = تعذّرت قراءة هذا الطلب
error-page-request = لم يحدث شيء ولم يُخصم شيء. افتح الرابط من المحادثة مرة أخرى.
error-page-fault-title = حدث خلل لدينا
error-page-fault = الخلل منا وليس منك، ولم يضِع شيء. حاول مرة أخرى بعد دقيقة. إذا استمر الخلل فاتصل بالخط الساخن { $hotline }.

## sandbox: the test gateway's own page

sandbox-mark = تجربة
sandbox-title = دفع تجريبي
sandbox-what = هذا ليس بنكًا. لا تُدفع أموال ولا تُطلب بطاقة. اختر كيف تجيب البوابة التجريبية.
sandbox-amount = المبلغ
sandbox-reference = رقم التتبع
sandbox-choices = جواب البوابة التجريبية
sandbox-approve = قبول
sandbox-approve-what = يُدفع في الحال.
sandbox-decline = رفض
sandbox-decline-what = البنك لا يقبل.
sandbox-cancel = إلغاء
sandbox-cancel-what = كأنك غيّرت رأيك.
sandbox-timeout = بلا جواب
sandbox-timeout-what = لا يصل رد حتى تنتهي المهلة.
sandbox-late = جواب متأخر
sandbox-late-what = يُدفع، ويصل الخبر بعد 20 ثانية.
sandbox-twice = جواب مكرر
sandbox-twice-what = يُدفع في الحال، ويصل الخبر مرتين.
sandbox-closed-title = هذه الدفعة التجريبية مغلقة
sandbox-closed = وصل جوابها من قبل، أو انتهت مهلتها.
sandbox-back = العودة إلى الخدمة
sandbox-unknown-title = لا توجد دفعة تجريبية بهذا العنوان
sandbox-unknown = لا تعرف البوابة التجريبية شيئًا بهذا العنوان. افتح رابط الدفع من المحادثة مرة أخرى.

## messages

message-test = 🧪 تجربة. لا تُدفع أموال ولا تبدأ تغطية.
test-tag = 🧪 تجربة ·

## turns

yes-unsure = لم يتغيّر شيء حتى الآن. إن كنت توافق على ما هو مكتوب هنا فاضغط الزر، أو اضغط «تعديل» لتغيير شيء منه.
not-understood = لم نفهم رسالتك. اختر زرًا، أو اكتبها بصيغة أخرى.
lost-person = ما زلنا لا نفهم المطلوب، والتقصير منا. طلبنا لك موظفًا.
lost-nobody = ما زلنا لا نفهم المطلوب، والتقصير منا. يمكنك الاختيار من القائمة، أو الاتصال.
stuck-person = لم تنجح ثلاث محاولات متتالية. طلبنا لك موظفًا.
stuck-nobody = لم تنجح ثلاث محاولات متتالية. يمكنك المحاولة مرة أخرى، أو الاتصال.
waiting-heard = وصلت رسالتك إلى فريق { $operator }، وسيصلك ردّهم هنا.
begun-again = هذا الزر من محادثة لم تعد مفتوحة، ولم يترتب على الضغط عليه شيء. هذه القائمة للبدء من جديد.
contact-not-asked = شكرًا لك، لا حاجة إلى رقم الهاتف الآن.
media-photo = لا يمكننا قراءة الصور هنا. اكتب المطلوب نصًا، مثل الرقم المدني المكوّن من 12 رقمًا.
media-voice = لا يمكننا سماع الرسائل الصوتية هنا. اكتب المطلوب نصًا.
media-video = لا يمكننا مشاهدة المقاطع هنا. اكتب المطلوب نصًا.
media-sticker = يمكننا قراءة النصوص والأزرار فقط.
media-location = لا حاجة إلى الموقع. اكتب المطلوب نصًا.
media-document = لا يمكننا فتح الملفات هنا. اكتب المطلوب نصًا.
media-forwarded = نعتمد ما تكتبه بنفسك فقط. اكتب المطلوب في رسالة جديدة منك.
media-edited = تعديل الرسالة لا يغيّر شيئًا هنا. أرسلها من جديد في رسالة أخرى.
media-other = يمكننا قراءة النصوص والأزرار فقط.
cancelled = تم الإلغاء. لم يُدفع شيء ولم يتغيّر شيء.
nothing-to-cancel = لا يوجد الآن ما يمكن إلغاؤه. ولإيقاف التذكير اختر «التذكيرات».
resume-offer = لم يكتمل ما بدأته: { $what }. هل تود المتابعة؟
resumed = نتابع من حيث توقفت.
nothing-to-resume = لا يوجد ما يمكن متابعته.
button-resume = متابعة
journey-start = الاختيار من القائمة
journey-register = التسجيل
journey-inquire = الاستعلام عن التغطية
journey-quote = بيان الرسوم
journey-renew = التجديد
journey-pay = الدفع
journey-pay-quick = الدفع بلا حساب
journey-workers = قائمة العمالة
journey-reminders = التذكيرات
journey-already-renewed = إخبارنا بتجديد
journey-remind-later = تأجيل التذكير
journey-worker-left = إخبارنا بمغادرة عامل
journey-not-mine = إخبارنا بعامل ليس على كفالتك
journey-stop-reminding = إيقاف التذكير
journey-undo = التراجع عن إجابة
journey-language = اختيار اللغة
journey-privacy = بياناتك
journey-account = حسابك
journey-help = المساعدة
journey-human = التواصل مع موظف
journey-helped = تقييم التحدث مع موظف
journey-cancel = الإلغاء
journey-resume = المتابعة
journey-desk-consent = جوابك لفريقنا
journey-cancel-request = إلغاء الطلب
our-fault = ⚠️ حدث خطأ من جهتنا في معالجة رسالتك الأخيرة. لم يضِع شيء مما دفعته أو ذكرته لنا من قبل. أرسل /start وحاول مرة أخرى، أو اتصل بالخط الساخن.
reply-refused = ⚠️ تعذّر عرض ردّنا عليك لخطأ من جهتنا. لم يضِع شيء مما دفعته أو ذكرته لنا. أرسل /start، أو اتصل بالخط الساخن { $hotline }.

## engine: ما يحيط بكل سؤال

button-back = رجوع
button-go-back = العودة
button-change = تعديل
button-help = مساعدة
button-cancel = إلغاء
button-ticked = ✅ { $label }
button-unticked = { $label }
button-all = الكل
button-none = إلغاء التحديد
button-done = متابعة ({ $n })
change-which = ما المطلوب تغييره؟
question-changed = تغيّر شيء منذ طرح هذا السؤال، فلم تُعتمد الإجابة. هذا هو الوضع الآن:
old-button = هذا الزر من سؤال سابق، فلم تُعتمد الإجابة. نحن الآن هنا:

## challenges: إثبات أن الهاتف لصاحب المحادثة

challenge-contact = شارك رقم هاتفك بالزر أدناه. يُعتمد رقم هذه المحادثة وحده، وبشرط أن يكون هو الرقم المسجل لدينا.
challenge-code = إن كان لهذا الرقم المدني هاتف مسجل، فسيصل إليه رمز التحقق. اكتب الرمز هنا خلال 10 دقائق.
challenge-typed-phone = لا يمكن التحقق من رقم مكتوب. اضغط الزر أدناه لمشاركة رقم هذه المحادثة.
challenge-not-own = جهة الاتصال هذه لشخص آخر. اضغط الزر أدناه لمشاركة رقمك.
challenge-not-kuwaiti = هذا الرقم ليس كويتيًا، فلا يمكن أن يكون هو الرقم المسجل. يمكنك الاتصال بالخط الساخن بشأن الرقم المسجل.
challenge-sent-again = إن كان هناك هاتف مسجل، فسيصل إليه رمز جديد. الرمز الأحدث وحده هو المعتمد.
challenge-too-soon = أُرسل رمز قبل أقل من دقيقة. انتظر قليلًا قبل طلب رمز آخر.
challenge-wrong = هذا ليس الرمز المرسل. راجع أحدث رسالة وصلتك واكتب الرمز من جديد.
challenge-expired = مضى على هذا الرمز أكثر من 10 دقائق. اطلب رمزًا جديدًا بالزر أدناه.
challenge-too-many = هذه خامس محاولة غير صحيحة، فلم يعد الرمز صالحًا. اطلب رمزًا جديدًا بالزر أدناه.
challenge-not-set = لا يوجد رمز صالح الآن. اطلب رمزًا جديدًا بالزر أدناه.
help-contact = يطلب الزر من هاتفك مشاركة رقم هذه المحادثة. نقارنه بالرقم المسجل لرقمك المدني، ولا نستخدمه لغير ذلك.
help-code = يصل الرمز برسالة نصية إلى الهاتف المسجل، ويصلح 10 دقائق وخمس محاولات. لا نطلب أبدًا رمزًا من البنك.
button-share-contact = مشاركة رقمي
button-send-again = أرسل رمزًا جديدًا

## next: أزرار تبدأ خدمة

button-menu = القائمة الرئيسية
button-inquire = استعلام عن التغطية
button-quote = بيان الرسوم
button-renew = تجديد
button-issue = إصدار التغطية
button-pay = مدفوعاتي
button-pay-quick = الدفع بلا حساب
button-workers = عمالتي المنزلية
button-register = تسجيل
button-human = التحدث مع موظف

## payments: what the chat is told about money

notice-worker-name = { $name }، الرقم المدني ينتهي بـ { $lastFour }
notice-worker-initials = { $initials }، الرقم المدني ينتهي بـ { $lastFour }
notice-line = { $worker }: { $fils }
notice-never = لن نطلب منك رقم بطاقة بنكية أو رقمًا سريًا أو كلمة مرور أو رمز بنك.
notice-paid = ✅ تم دفع { $total }. الإيصال صادر عن { $operator }.
notice-free = ✅ الرسم صفر، فلم يكن هناك ما يُدفع. التأكيد صادر عن { $operator }.
notice-issued = { $worker }: التغطية من { $from } إلى { $until }. رقم الوثيقة:
notice-policy = { $policy }
notice-waiting = { $worker }: من { $from } إلى { $until }. مدفوع، ولم يُسجَّل بعد في نظام الوزارة.
notice-waiting-free = { $worker }: من { $from } إلى { $until }. تم القبول، ولم يُسجَّل بعد في نظام الوزارة.
notice-next-step = الخطوة التالية: تسجيل التجديد في نظام الوزارة، في موعد أقصاه { $by }. نخبرك هنا عند كل خطوة.
notice-owed-back = { $worker }: المدة من { $from } غُطّيت في هذه الأثناء. مبلغ { $fils } حقٌّ يُرد إليك.
notice-already-covered = { $worker }: المدة من { $from } مغطاة من قبل. لم يُحتسب عنها أي رسم.
notice-receipt-number = رقم الإيصال:
notice-number = { $number }
notice-receipt-link = الإيصال، للاطلاع أو الطباعة: { $link }
notice-declined = لم يقبل البنك الدفعة. لم يُخصم شيء.
notice-cancelled = أُلغيت الدفعة. لم يُخصم شيء.
notice-expired = انتهت مهلة الدفع قبل أن يكتمل. لم يُخصم شيء.
notice-pay-again = يمكنك دفع { $total } إلى { $operator } من جديد بالرابط نفسه، حتى { $date } الساعة { $time }: { $link }
notice-unanswered = ⏳ لم يصلنا ردّ البنك بعد بشأن { $total } إلى { $operator }. لم يضِع شيء، وسنخبرك هنا فور وصول الرد. لا تدفع مرة أخرى الآن.
notice-no-outcome = ⚠️ لم يخبرنا البنك بنتيجة دفع { $total } إلى { $operator }. ينظر أحد موظفينا في الأمر، وسيكتب إليك هنا.
conflict-second-capture = ⚠️ وصلت دفعة ثانية قدرها { $fils } عمّا سبق دفعه. لم تُحتسب، وهي حقٌّ يُرد إليك.
conflict-wrong-amount = ⚠️ وصلت دفعة قدرها { $fils }، والرسم { $total }. لم تُحتسب، وهي حقٌّ يُرد إليك.
conflict-wrong-currency = ⚠️ وصلت دفعة بعملة غير عملة الرسم، وهو { $total }. لم تُحتسب، وهي حقٌّ يُرد إليك.
conflict-period-taken = ⚠️ وصلت دفعتك وقدرها { $fils }، لكن المدة غُطّيت في هذه الأثناء. لم تُحتسب، وهي حقٌّ يُرد إليك.
conflict-next = الأمر لدى فريق { $operator }، وليس عليك فعل شيء. لا تدفع مرة أخرى. للاستفسار: الخط الساخن { $hotline }.
button-pay-page = ادفع
button-receipt = عرض الإيصال
button-copy-receipt = انسخ رقم الإيصال
button-copy-policy = انسخ رقم الوثيقة

## start, menu

start-hello-again = مرحبًا بعودتك، { $name }.
start-operator = نجدّد الضمان الصحي للعمالة المنزلية في الكويت. يشغّل الخدمة { $operator }، وليست تابعة لوزارة الصحة.
start-operator-ministry = نجدّد الضمان الصحي للعمالة المنزلية في الكويت. يشغّل الخدمة { $operator }.
start-never = لن نطلب منك هنا رقم بطاقة بنكية أو رقمًا سريًا أو كلمة مرور أو رمز بنك. عند الشك اتصل بالخط الساخن { $hotline }.
menu-ask = اختر ما تريده من القائمة.
menu-rest = المزيد:
button-menu-more = المزيد
urgent-unpaid = 💳 لم تُدفع بعد: { $total }.
urgent-cover = { $worker }: { $standing }
urgent-waiting = ⏳ { $worker }: مدفوع ولم تصدر التغطية بعد، ونخبرك هنا عند كل خطوة.
button-reminders = التذكيرات
button-privacy = بياناتي
button-account = حسابي
button-language = العربية / English
button-help-menu = المساعدة

## language

language-ask-ar = اختر اللغة.
language-ask-en = Choose a language.
language-help = كل ما تعرضه الخدمة في هذه المحادثة يكون باللغة التي تختارها، ويمكنك تغييرها في أي وقت من القائمة الرئيسية.
language-chosen = هذه المحادثة بالعربية من الآن.
button-arabic = العربية
button-english = English

## help

help-what = اختر الموضوع.
help-hotline = لغير ذلك اتصل بالخط الساخن { $hotline }، بالعربية أو الإنجليزية.
help-fee = رسم السنة الواحدة:
help-fee-row = • { $row }: { $fils }
help-fee-quote = ويوضّح لك بيان الرسوم رسم عمالتك المنزلية وسببه.
help-conditions = تُجدَّد التغطية إذا كان العامل مسجلًا في نظام الضمان الصحي ودُفع الرسم.
help-conditions-years = المدة من سنة إلى ثلاث سنوات لمن هو داخل الكويت، وسنة واحدة لمن هو خارجها، وينبغي أن توافق مدة الإقامة.
help-documents = لا حاجة إلى مستندات هنا: يكفي الرقم المدني لصاحب العمل والرقم المدني للعامل، وكل منهما 12 رقمًا كما في البطاقة.
help-active = بعد التسجيل، أرسل هنا الرقم المدني للعامل المسجل باسمك، فيظهر لك تاريخ انتهاء التغطية ومصدر المعلومة.
help-active-hotline = ويمكنك أيضًا السؤال عنها بالاتصال بالخط الساخن { $hotline }.
help-genuine = رابط الدفع الصحيح هو الذي طلبته بنفسك في هذه المحادثة، ويُذكر معه المشغّل والمبلغ وآخر 4 أرقام من الرقم المدني للعامل.
help-genuine-doubt = عند الشك لا تدفع، واتصل بالخط الساخن { $hotline }.
help-never = لن نطلب منك رقم بطاقة بنكية أو رقمًا سريًا أو كلمة مرور أو رمز بنك، لا في هذه المحادثة ولا في صفحاتنا ولا بالهاتف.
help-never-where = بيانات البطاقة تُكتب في صفحة بوابة الدفع وحدها.
help-never-next = إذا طلبها أحد باسمنا فلا ترسل شيئًا، واتصل بالخط الساخن { $hotline }.
button-help-fee = الرسم
button-help-conditions = الشروط
button-help-documents = المستندات
button-help-active = هل التغطية سارية؟
button-help-genuine = هل الرابط صحيح؟
button-help-never = ما لا نطلبه أبدًا

## topics: answers to what people ask, each at most six lines

near-ask = لم نفهم تمامًا. هل تقصد:
near-else = اكتب المطلوب بكلمات أخرى، مثل: تجديد، الرسم، متى تنتهي التغطية.
button-something-else = شيء آخر
button-to-question = العودة إلى السؤال
button-in-arabic = أكمل بالعربية
button-in-english = Go on in English
button-renew-insurance = جدّد الضمان
journey-answer = سؤال لك
topic-fee-why = رسم السنة الواحدة بحسب «{ $schedule }»:
topic-fee-more = ويوضّح لك بيان الرسوم القاعدة التي تخصك.
topic-fee-changed = غيّر القرار 306 لسنة 2025 الرسوم اعتبارًا من 23 ديسمبر 2025، بحسب الصحف؛ ولم نطّلع على نصه الرسمي.
topic-fee-changed-here = يُحسب الرسم هنا بحسب «{ $schedule }»، ويذكر كل بيان رسوم قاعدته ومصدرها.
topic-active-own = فورًا: تصدر التغطية عند وصول الدفع، وتسري من أول يوم تختاره.
topic-active-manual = بعد الدفع يسجّل { $operator } التجديد في نظام الوزارة، وتُعتمد التغطية عند صدورها هناك. ونخبرك هنا عند كل خطوة.
topic-ways-to-pay = برابط الدفع الذي يصلك هنا بعد قبول الرسم، وتظهر في صفحته طرق الدفع التي تتيحها البوابة.
topic-payment-unanswered = ⏳ { $total }: لم يصلنا ردّ البنك بعد. لم يضِع شيء، وسنخبرك هنا فور وصوله.
topic-payment-last = آخر دفعة نعرفها:
topic-payment-none = لا نعرف دفعة من هذه المحادثة.
topic-paid-nothing-came = لا تدفع مرة أخرى الآن. وإذا خصم البنك المبلغ فيمكن لفريقنا متابعته.
topic-charged-twice = تُدفع المدة مرة واحدة. وأي دفعة ثانية عنها لا تُحتسب، وتُعاد إليك.
topic-charged-twice-next = تجد ما احتُسب في «مدفوعاتي». وإذا خصم البنك أكثر من ذلك فأخبر فريقنا.
topic-cancel-payment-link = لم يُخصم شيء: رابط { $total } غير مدفوع، وينتهي من تلقائه في { $until }. لا يلزمك شيء.
topic-cancel-payment-open = صفحة دفع { $total } مفتوحة. إذا تركتها دون دفع فلن يُخصم شيء، وتنتهي في { $until }.
topic-cancel-payment-none = لا يوجد رابط غير مدفوع في هذه المحادثة، فلا شيء لإلغائه.
topic-cancel-payment-paid = أما ما دُفع فلا يُلغى هنا: يراجعه فريق { $operator } ويجيبك.
topic-refund = إذا رُفض التجديد يُعاد المبلغ كاملًا.
topic-refund-other = ولا نعرف قاعدة منشورة لغير ذلك: يراجع فريق { $operator } حالتك ويجيبك.
topic-receipt = إيصالاتك محفوظة في هذه المحادثة. أحدثها، وتُفتح من «مدفوعاتي»:
topic-receipt-none = لا يوجد إيصال في هذه المحادثة. إيصال ما دُفع في مكان آخر لدى الجهة التي استلمت المبلغ.
topic-filing = طلبات التجديد المدفوعة هنا:
topic-filing-none = لم يُدفع تجديد في هذه المحادثة. وما سُجِّل في مكان آخر يظهر في تغطية العامل بعد وصوله إلى السجلات.
topic-wrong-data = الاسم والإقامة والتواريخ معروضة كما وردت من السجلات، فلا تُعدَّل في المحادثة.
topic-wrong-data-next = أخبر فريقنا عن أي عامل، وما غير الصحيح. وما بدأته يبقى كما هو.
topic-changed-phone = الرقم المسجل هو ما يثبت هويتك، فلا يغيّره رقم يُكتب هنا.
topic-changed-phone-next = يمكن لفريقنا التحقق منه وتصحيحه. وحتى ذلك يمكنك الدفع بالرقمين المدنيين، بلا حساب.
topic-code = يصل الرمز برسالة نصية إلى الرقم المسجل وحده، ويصلح 10 دقائق.
topic-code-again = يمكنك طلب رمز جديد بعد دقيقة. وإذا تغيّر رقمك فيمكن لفريقنا تصحيحه.
left-tell-absconded = يُرجى إبلاغ وزارة الداخلية أيضًا: التغيّب عن العمل يُسجَّل لديها، لا هنا.
left-tell-transferred = يُرجى التأكد من تسجيل الانتقال لدى وزارة الداخلية: يتم لديها، لا هنا.
left-tell-left = يُرجى إبلاغ وزارة الداخلية أيضًا إذا كانت المغادرة نهائية.
left-check = هل غادر هذا العامل أو انتقل إلى صاحب عمل آخر: { $worker }؟ عندها تتوقف التذكيرات عنه.
button-left-yes = نعم، غادر
left-here = هنا تتوقف التذكيرات عن هذا العامل، ولا يتغيّر شيء في السجلات.
topic-new-arrival = يمكن بدء التغطية هنا بعد تسجيل العامل في نظام الضمان الصحي.
topic-new-arrival-list = إذا لم يظهر العامل الجديد في قائمتك، فيمكن لفريقنا أو للخط الساخن { $hotline } النظر في ذلك.
topic-worker-abroad = تُجدَّد التغطية سنة واحدة فقط ما دام العامل خارج الكويت.
topic-worker-abroad-residency = وقد تنتهي الإقامة بعد أربعة أشهر في الخارج: هذا شأن وزارة الداخلية.
topic-what-is-covered = ما تشمله التغطية تحدده وزارة الصحة، وخطها الساخن { $hotline }. ليست لدينا قائمة بذلك.
topic-what-is-covered-here = وتعرف هنا هل التغطية سارية، وحتى متى.
topic-care = الأماكن التي تُقبل فيها التغطية تحددها وزارة الصحة، وخطها الساخن { $hotline }. ليست لدينا قائمة بالعيادات.
topic-care-policy = تجد رقم الوثيقة مع تغطية العامل، فاحتفظ به.
topic-official = نستلم طلب التجديد والدفع، أما الضمان الصحي نفسه فلدى وزارة الصحة.
topic-official-check = للتحقق من أي تغطية: الخط الساخن لوزارة الصحة { $hotline }.
topic-fraud-address = صفحة الدفع الصحيحة تبدأ بهذا العنوان، وطلبتها بنفسك في هذه المحادثة:
topic-fraud-origin = { $address }
topic-fraud = ويُذكر فيها المشغّل والمبلغ وآخر 4 أرقام.
topic-fraud-report = لا تفتح رابطًا تشك فيه. ويمكن الإبلاغ عنه في تطبيق سهل، خدمة «أمان».
topic-robot = يجيبك هنا برنامج آلي. ويمكن أن ينضم إليك موظف من فريق { $operator } متى طلبت ذلك.
topic-residency = تجديد الإقامة خدمة أخرى، لدى وزارة الداخلية (تطبيق سهل أو موقعها).
topic-residency-here = هنا الضمان الصحي وحده، وهو يلزم قبل تجديدها.
topic-visas = التأشيرات والدخول لدى وزارة الداخلية (تطبيق سهل أو موقعها)، لا هنا.
topic-visas-here = ويمكنك هنا بدء الضمان الصحي للعامل المنزلي أو تجديده.
topic-other-insurance = هنا الضمان الصحي للعمالة المنزلية وحده (المادة 20).
topic-other-insurance-where = لإقامة أخرى: الخط الساخن لوزارة الصحة { $hotline }. أما تأمين السيارات والسفر فلدى شركات التأمين.
topic-invoice = يصلك إيصال عن كل دفعة، ولا تصدر هنا فاتورة باسم شركة.
topic-invoice-next = إذا احتجت إلى مستند آخر، يخبرك فريق { $operator } بالممكن.
topic-somebody-else = نعم. يمكن لمن لديه رقمك المدني والرقم المدني للعامل أن يدفع بلا حساب.
topic-somebody-else-sees = ويظهر له الحرفان الأولان وآخر 4 أرقام فقط.
topic-late = لا نعرف غرامة تأخير في هذا الرسم: رسم السنة كما هو.
topic-late-days = ولا تُعوَّض الأيام التي مضت بلا تغطية: تبدأ التغطية الجديدة من اليوم على الأقرب.
topic-late-residency = أما غرامات الإقامة فلدى وزارة الداخلية.
topic-how-register = 1. سجّل مرة واحدة برقمك المدني ورقم هاتفك.
topic-how-choose = 2. اختر العامل وعدد السنوات، ويظهر لك الرسم وسببه.
topic-how-pay = 3. ادفع بالرابط في صفحة بوابة الدفع.
topic-how-filed-own = 4. تصدر التغطية فورًا، ويصلك رقم الوثيقة هنا.
topic-how-filed-manual = 4. نسجّل الطلب في نظام الوزارة، ونخبرك هنا عند كل خطوة.
topic-hours = هذه المحادثة متاحة في كل وقت، للتجديد والدفع والاستعلام.
topic-hours-person = ويمكنك طلب موظف في أي وقت. يجيب الفريق { $hours }.
topic-data-who = أنت، وفريق { $operator } حين يساعدك. ومن يدفع بلا حساب يرى الحرفين الأولين وآخر الأرقام فقط.
topic-data-looks = يُسجَّل كل اطّلاع للفريق، وتجده في «بياناتي»، ويمكنك حذف بياناتك منها.
topic-data-where = تُحفظ البيانات مشفَّرة. وتمر المحادثات بخوادم خارج الكويت، فلا نعرض من الأرقام إلا آخرها.
topic-thanks = على الرحب والسعة. نحن هنا متى احتجت إلينا.
topic-anger = نعتذر عمّا حدث.
topic-anger-next = يمكن لموظف من فريق { $operator } متابعة الأمر معك هنا: اكتب ما حدث، وسيطّلع عليه.
button-topic-fee-why = سبب الرسم
button-topic-fee-changed = ما الذي تغيّر
button-topic-until-active = متى تسري التغطية
button-topic-ways-to-pay = طرق الدفع
button-topic-paid-nothing-came = دفعت ولم يصل شيء
button-topic-charged-twice = خصم مرتين
button-topic-cancel-payment = إلغاء دفعة
button-topic-refund = استرداد المبلغ
button-topic-lost-receipt = إيصال مفقود
button-topic-filing-status = أين وصل الطلب
button-topic-wrong-data = بيانات غير صحيحة
button-topic-changed-phone = تغيّر رقم الهاتف
button-topic-code-not-come = لم يصل الرمز
button-topic-absconded = تغيّب العامل
button-topic-transferred = انتقل العامل
button-topic-new-arrival = عامل جديد
button-topic-worker-abroad = عامل خارج الكويت
button-topic-documents = المستندات
button-topic-what-is-covered = ما تشمله التغطية
button-topic-where-for-care = أماكن العلاج
button-topic-is-it-official = هل الخدمة رسمية؟
button-topic-is-it-fraud = هل الرابط صحيح؟
button-topic-is-it-a-robot = من يجيب هنا
button-topic-residency-elsewhere = تجديد الإقامة
button-topic-visas-elsewhere = التأشيرات
button-topic-other-insurance = تأمين آخر
button-topic-company-invoice = فاتورة لشركة
button-topic-somebody-else-pays = دفع شخص آخر
button-topic-late-penalty = غرامة التأخير
button-topic-how-it-works = طريقة العمل
button-topic-working-hours = أوقات العمل
button-topic-who-sees-my-data = من يرى بياناتي
button-topic-thanks = شكر
button-topic-anger = شكوى

## human

human-request = طلبك رقم { $number } لدى فريق { $operator }.
human-hours = يجيب الفريق { $hours }. الرد المتوقع: { $by } على الأكثر.
human-go-on = اكتب الآن ما تحتاجه ليصل إليهم. تابع هنا كالمعتاد، وسيصلك الرد في هذه المحادثة.
human-nobody = لا يمكن لموظف الانضمام إلى هذه المحادثة بعد.
human-phone-ministry = بالهاتف: الخط الساخن لوزارة الصحة { $hotline }.
human-phone = بالهاتف: الخط الساخن { $hotline }.
human-late = تأخّرنا عليك، ونعتذر. طلبك رقم { $number } باقٍ لدى فريق { $operator }.
human-late-by = الرد المتوقع الآن: { $by } على الأكثر.
human-late-open = لا نعدك بموعد آخر. سيصلك الرد هنا فور تفرّغ أحد الموظفين.
button-cancel-request = ألغِ الطلب
button-copy-request = انسخ رقم الطلب
button-go-on-waiting = تابع الانتظار
cancel-request-cancelled = ✅ أُلغي الطلب رقم { $number }. يمكنك طلب موظف في أي وقت.
cancel-request-taken = الطلب رقم { $number } لدى موظف يجيبك الآن.
cancel-request-over = الطلب رقم { $number } منتهٍ.
hours-days = من { $first } إلى { $last }، من { $from } إلى { $until }
hours-day = { $day }، من { $from } إلى { $until }
hours-and = { $before }؛ { $next }
weekday =
    { $day ->
        [sun] الأحد
        [mon] الاثنين
        [tue] الثلاثاء
        [wed] الأربعاء
        [thu] الخميس
        [fri] الجمعة
       *[sat] السبت
    }
button-helped-yes = نعم، أفادتني
button-helped-no = لا
helped-yes = شكرًا على ردّك. هل من شيء آخر؟
helped-no = شكرًا على ردّك. يمكنك طلب موظف من جديد، أو الاتصال بالخط الساخن { $hotline }.

## reminders: what is told before cover ends, and after

remind-ends = { $worker }: تنتهي التغطية بعد { count-days-of }، في { $until }.
remind-ends-today = { $worker }: آخر يوم في التغطية هو اليوم، { $until }.
remind-ended = { $worker }: انتهت التغطية في { $until }، قبل { count-days-of }.
digest-one = 🔔 { $told }
digest-several = 🔔 تغطية تنتهي قريبًا أو انتهت: { count-workers }.
digest-row = • { $told }
digest-more = • وغيرهم في «عمالتي المنزلية»: { count-workers }.
digest-fee = رسم السنة اليوم { $fee }.
digest-fee-none = لا رسم عن السنة اليوم.
digest-beside = { $source } { $fee }
digest-ended-renew = يمكن التجديد من هنا، وتبدأ التغطية الجديدة اليوم أو في يوم لاحق من اختيارك.
digest-ended-told = إن كان قد جُدِّد فأخبرنا بتاريخ الانتهاء الجديد.
digest-check = للتأكد من هذه الرسالة، اطّلع على التغطية من قائمة هذه المحادثة نفسها.
button-renew-now = جدّد الآن
button-renew-all = جدّد للكل ({ $n })
button-choose-workers = اختيار العمالة
button-more = المزيد
button-already-renewed = تم التجديد
button-remind-later = ذكّرني لاحقًا
button-worker-left = غادر أو انتقل
button-not-mine = ليس على كفالتي
button-stop-reminding = إيقاف لهذا العامل
button-undo = تراجع

## answers to a reminder

whom-already-renewed = تغطية من التي جُدِّدت؟ اختر العامل، أو اكتب رقمه المدني المكوّن من 12 رقمًا.
whom-remind-later = بمن نذكّرك لاحقًا؟ اختر العامل، أو اكتب رقمه المدني المكوّن من 12 رقمًا.
whom-worker-left = من الذي غادر البلاد أو انتقل إلى صاحب عمل آخر؟ اختر العامل، أو اكتب رقمه المدني المكوّن من 12 رقمًا.
whom-not-mine = من الذي ليس على كفالتك؟ اختر العامل، أو اكتب رقمه المدني المكوّن من 12 رقمًا.
whom-stop-reminding = لمن نوقف التذكير؟ اختر العامل، أو اكتب رقمه المدني المكوّن من 12 رقمًا.
not-mine-check = هل هذا العامل ليس على كفالتك: { $worker }؟ عندها تتوقف التذكيرات عنه.
button-not-mine-yes = نعم، ليس على كفالتي
stop-check = هل نوقف التذكيرات عن هذا العامل: { $worker }؟
button-stop-yes = نعم، أوقفها
whom-help = يخص ذلك تذكيرك بأحد عمالتك المنزلية فقط، ولا يغيّر شيئًا في السجلات.
renewed-until = متى تنتهي التغطية الجديدة: { $worker }؟ اكتب التاريخ، مثل 31/12/2027.
renewed-until-help = التاريخ مذكور في إيصال الضمان الصحي. نحفظه لتذكيرك كما تكتبه، دون التحقق من التغطية.
button-until = حتى { $until }
later-when = متى نذكّرك من جديد: { $worker }؟
later-when-help = لا يصلك شيء عن هذا العامل قبل ذلك اليوم.
later-no-end = لا نعرف تاريخ انتهاء تغطية { $worker }، فلا يوجد ما نذكّرك به. أخبرنا بالتاريخ لنذكّرك قبله.
button-tell-end = كتابة تاريخ الانتهاء
button-tomorrow = غدًا
said-tomorrow = باجر | بكرة | بكره
button-sunday = يوم الأحد
said-sunday = الأحد | الأحد الجاي | الأحد القادم
button-in-a-week = بعد أسبوع
said-in-a-week = أسبوع | عقب أسبوع | الأسبوع الجاي | الأسبوع القادم
answer-renewed = ✅ { $worker }: التغطية حتى { $until } حسب ما ذكرته.
answer-renewed-next = نذكّرك من جديد قبل ذلك اليوم. لا يعني ذلك التحقق من التغطية، ولا يتغيّر شيء في السجلات.
answer-later = 🔔 { $worker }: نذكّرك من جديد في { $on }، وليس قبله.
answer-left = 🔕 { $worker }: غادر أو انتقل حسب ما ذكرته. لن تصلك تذكيرات عن هذا العامل.
answer-left-next = لا يتغيّر شيء في السجلات بذلك.
answer-not-mine = 🔕 { $worker }: ليس على كفالتك حسب ما ذكرته. لن تصلك تذكيرات عن هذا العامل.
answer-not-mine-next = الأمر لدى فريقنا. للاستفسار: الخط الساخن { $hotline }.
answer-not-mine-followed = يمكنك إزالة هذا العامل من «عمالتي المنزلية».
answer-stopped = 🔕 { $worker }: لن تصلك تذكيرات عن هذا العامل.
answer-stopped-next = ويمكنك الاطلاع على التغطية هنا في أي وقت.
answer-while-off = التذكيرات متوقفة الآن: شغّلها ليصلك التذكير.
undo-done = تم التراجع. تصلك التذكيرات كما كانت: { $worker }.
undo-still = تم التراجع عن إجابتك الأخيرة، وتبقى الإجابة التي قبلها:
undo-nothing = لا يوجد ما يمكن التراجع عنه: لا توجد لك إجابة على تذكير.
undo-which = ما الإجابة المراد التراجع عنها؟
undo-which-help = تصلك بعدها التذكيرات عن ذلك العامل كما كانت.

## reminders: how one is reminded

reminders-on = 🔔 نذكّرك بانتهاء تغطية عمالتك المنزلية:
reminders-off = 🔕 التذكيرات متوقفة: لا يصلك شيء قبل انتهاء التغطية.
reminders-changed = ✅ تم التغيير، وهذا هو المعمول به من الآن.
reminders-nobody = لا توجد هنا بعد عمالة منزلية نذكّرك بها. يمكنك إضافة عامل من «عمالتي المنزلية».
reminders-before = • الأيام قبل الانتهاء: { $days }
reminders-after = • الأيام بعد الانتهاء: { $days }
reminders-no-day = • لا يوم محدد: اختر الأيام.
reminders-last-day = اليوم الأخير
list-more = { $first }، { $rest }
reminders-hour = • قرابة الساعة { $time }
reminders-any-hour = • في أي وقت من { $from } إلى { $until }
reminders-fridays = • أيام الجمعة أيضًا
reminders-quiet-fridays = • عدا أيام الجمعة
reminders-here = • في هذه المحادثة
reminders-elsewhere = • في محادثة أخرى من محادثاتك
reminders-names = • العمالة بالاسم وآخر 4 أرقام
reminders-initials = • العمالة بالأحرف الأولى وآخر 4 أرقام
reminders-answered = إجاباتك على التذكيرات:
button-reminders-on = تشغيل التذكيرات
button-stop-all = إيقاف كل التذكيرات
button-choose-days = اختيار الأيام
button-choose-hour = اختيار الساعة
button-choose-chat = اختيار المحادثة
button-fridays = التذكير يوم الجمعة
button-quiet-fridays = بلا تذكير الجمعة
button-names = إظهار الأسماء
button-initials = الأحرف الأولى فقط
button-calendar = ملف التقويم
button-undo-for = تراجع …{ $lastFour }
reminder-days-prompt = في أي الأيام نذكّرك، قبل انتهاء التغطية وبعده؟ اختر الأيام ثم تابع.
reminder-days-help = تصلك رسالة واحدة في اليوم على الأكثر، عن عمالتك المنزلية معًا.
reminder-days-name = الأيام
reminder-days-none = اختر يومًا واحدًا على الأقل. ولإيقافها كلها اختر «إيقاف كل التذكيرات» في «التذكيرات».
button-day-before = قبله بـ { count-days-of }
button-day-last = في اليوم الأخير
button-day-after = بعده بـ { count-days-of }
reminder-hour-prompt = في أي ساعة نذكّرك؟ اختر، أو اكتب الساعة، مثل { $example }.
reminder-hour-help = تُرسل التذكيرات من { $from } إلى { $until } بتوقيت الكويت.
reminder-hour-outside = تُرسل التذكيرات من { $from } إلى { $until }. اختر ساعة ضمن هذا الوقت.
button-any-hour = أي وقت
button-hour = { $time }
reminder-chat-prompt = في أي محادثة نذكّرك؟
reminder-chat-help = يُرسل كل تذكير إلى محادثة واحدة. وإن تعذّر الوصول إليها أُرسل إلى محادثة أخرى من محادثاتك.
button-chat-this = هذه المحادثة
button-chat-telegram = محادثة تيليغرام { $n }
button-chat-whatsapp = محادثة واتساب { $n }

## calendar: a file of all ends of cover

calendar-what = ملف تقويم فيه آخر يوم من التغطية ({ count-workers }). افتحه لإضافة الأيام إلى تقويمك، ومع كل يوم تنبيه قبله بأسبوع.
calendar-as-known = فيه ما هو معروف في { $on } ولا يتغيّر من تلقاء نفسه: بعد التجديد اطلب ملفًا جديدًا.
calendar-without-end = ليس في الملف من لا يُعرف تاريخ انتهاء تغطيته ({ count-workers }).
calendar-empty = لا يُعرف هنا تاريخ انتهاء أي تغطية، فلا يوجد ما يُضاف إلى التقويم بعد. يمكنك إضافة عامل مع تاريخ الانتهاء في «عمالتي المنزلية».
calendar-event = انتهاء التغطية: { $worker }
calendar-event-paid = مدفوع في { $paidOn }، ولم يُسجَّل بعد في نظام الوزارة.
calendar-event-next = للتجديد افتح المحادثة مع خدمة { -service }. بعد التجديد لا يُعتد بهذا اليوم: اطلب هناك ملفًا جديدًا.

## register

consent-need = لفتح حسابك نحتاج رقمك المدني وتأكيد رقم هاتفك.
consent-need-renew = لعرض عمالتك المنزلية والتجديد لها نحتاج رقمك المدني وتأكيد رقم هاتفك.
consent-need-renew-name = لنجد تغطية { $name } ونجدّدها نحتاج رقمك المدني وتأكيد رقم هاتفك.
consent-need-inquire = لعرض تغطية عمالتك المنزلية نحتاج رقمك المدني وتأكيد رقم هاتفك.
consent-need-inquire-name = لنجد تغطية { $name } نحتاج رقمك المدني وتأكيد رقم هاتفك.
consent-need-workers = لعرض عمالتك المنزلية نحتاج رقمك المدني وتأكيد رقم هاتفك.
consent-need-reminders = لتذكيرك قبل انتهاء التغطية نحتاج رقمك المدني وتأكيد رقم هاتفك.
consent-kept = يحفظهما { $operator } مشفَّرين، ولا يُستخدمان إلا لعرض تغطية عمالتك المنزلية وتجديدها.
consent-rights = تمر المحادثات بخوادم خارج الكويت. ويمكنك في أي وقت الاطلاع على بياناتك أو أخذ نسخة منها أو محوها: اكتب «بياناتي».
consent-help = لا يُحفظ شيء من ذلك دون موافقتك. ويمكنك أيضًا الدفع عن عامل بلا حساب.
consent-first = لا يُؤخذ شيء قبل موافقتك. اضغط «أوافق وأبدأ» ثم اكتبه.
button-privacy-page = كيف تُحفظ بياناتي
button-agree = أوافق وأبدأ
register-civil-id = اكتب رقمك المدني: 12 رقمًا كما في البطاقة.
register-civil-id-help = المطلوب الرقم المدني لصاحب العمل، لا للعامل. نجد به عمالتك المنزلية المسجلة بعد التحقق من رقم هاتفك.
proof-way = كيف نتحقق من أن رقم الهاتف رقمك؟
proof-way-help = مشاركة رقم هذه المحادثة هي الأسرع. وإن كان الرقم المسجل لدينا رقمًا آخر فاختر رمز التحقق، فهو يُرسل إلى الرقم المسجل.
button-by-code = إرسال رمز تحقق
register-name = اكتب اسمك كما في البطاقة المدنية.
register-name-help = بالعربية أو الإنجليزية، من حرفين إلى 80 حرفًا.
register-email = اكتب بريدك الإلكتروني، أو تابع بدونه.
register-email-help = البريد الإلكتروني اختياري، ولا يُرسل إليه شيء دون طلبك.
register-gender = اختر الجنس.
register-gender-help = يطلبه نموذج التسجيل لدى الوزارة.
register-governorate = اختر المحافظة.
register-governorate-help = المحافظة التي تسكن فيها، ويطلبها نموذج التسجيل لدى الوزارة.
fact-phone = • رقم الهاتف: آخر أرقامه { $last }
fact-email = • البريد الإلكتروني: { $email }
fact-gender = • الجنس: { $gender }
fact-governorate = • المحافظة: { $governorate }
button-all-right = البيانات صحيحة
button-skip = متابعة بلا بريد
register-proved = ✅ رقم هاتفك هو المسجل لدينا.
register-welcome = ✅ أهلًا { $name }.
register-done = ✅ تم التسجيل.
register-unproved = ✅ تم التسجيل. لم يُطابَق الحساب مع صاحب عمل مسجل لدينا، فلا يظهر فيه إلا ما تكتبه بنفسك.
register-unproved-next = إن كان المسجل رقم هاتف آخر فاتصل بالخط الساخن { $hotline }، وبعد تصحيحه تظهر لك عمالتك المنزلية تلقائيًا. وإلى ذلك الحين يمكنك الدفع بالرقمين المدنيين.
button-register-again = تسجيل من جديد
answer-civil-id = الرقم المدني
answer-name = الاسم
answer-email = البريد الإلكتروني
answer-gender = الجنس
answer-governorate = المحافظة
account-title = حسابك: { $who }
account-kept = ✅ تم الحفظ.
account-may-add = يمكنك إضافة الباقي متى شئت، ولا يتوقف عليه شيء.
gender-female = أنثى
gender-male = ذكر
governorate-KU = العاصمة
governorate-HA = حولي
governorate-FA = الفروانية
governorate-MU = مبارك الكبير
governorate-AH = الأحمدي
governorate-JA = الجهراء
name-empty = اكتب الاسم، مثل: نورة السالم
name-too-long = الاسم أطول من 80 حرفًا. اكتبه كما في البطاقة.
name-not-a-name = يتكوّن الاسم من حروف فقط، حرفين أو أكثر. اكتبه كما في البطاقة.
email-not-an-address = هذا ليس عنوان بريد إلكتروني. يُكتب هكذا: name@example.com

## workers

workers-on-record =
    { $n ->
        [zero] لا عمالة مسجلة لدينا:
        [one] عامل واحد مسجل لدينا:
        [two] عاملان مسجلان لدينا:
        [few] { $n } عمال مسجلون لدينا:
        [many] { $n } عاملًا مسجلًا لدينا:
       *[other] { $n } عامل مسجل لدينا:
    }
workers-followed =
    { $n ->
        [zero] لا أحد حسب ما ذكرته:
        [one] عامل واحد حسب ما ذكرته، غير مسجل لدينا:
        [two] عاملان حسب ما ذكرته، غير مسجلين لدينا:
        [few] { $n } عمال حسب ما ذكرته، غير مسجلين لدينا:
        [many] { $n } عاملًا حسب ما ذكرته، غير مسجلين لدينا:
       *[other] { $n } عامل حسب ما ذكرته، غير مسجلين لدينا:
    }
workers-row = • { $worker }: { $standing }
workers-none = لا توجد عمالة منزلية هنا بعد. يمكنك إضافة عامل لمتابعة تاريخ انتهاء تغطيته.
button-unfollow = إزالة …{ $lastFour }
button-follow = إضافة عامل
button-do-not-know = لا أعرف التاريخ
button-yes-remove = إزالة
answer-until = تاريخ الانتهاء
follow-civil-id = اكتب الرقم المدني للعامل: 12 رقمًا كما في البطاقة.
follow-what = نحفظ لك التاريخ كما تكتبه فقط، ولا يعني ذلك تسجيل العامل أو التحقق من تغطيته.
follow-on-record = هذا العامل مسجل لدينا وموجود في قائمتك.
follow-civil-id-help = العمالة المنزلية المسجلة لدينا تظهر في قائمتك تلقائيًا. أضف من لا يظهر فيها فقط.
follow-name = اكتب اسم العامل.
follow-name-help = بالعربية أو الإنجليزية، كما تعرفه.
follow-until = متى تنتهي التغطية؟ اكتب التاريخ، مثل 31/12/2026.
follow-until-help = التاريخ مذكور في إيصال الضمان الصحي. إن لم يكن لديك فتابع بدونه.
follow-check = { $name }، الرقم المدني ينتهي بـ { $lastFour }. هل هذا صحيح؟
follow-check-date = التغطية حتى { $until } حسب ما ذكرته.
follow-check-no-date = بلا تاريخ انتهاء.
follow-check-help = إن وُجد خطأ فاضغط «تعديل».
follow-done = ✅ أُضيف إلى قائمتك حسب ما ذكرته: { $name }
unfollow-ask = هل تود إزالة { $worker } من قائمتك؟ يُمحى ما ذكرته عن هذا العامل، ولا يتغيّر غيره.
unfollow-help = يُزال ما ذكرته هنا فقط، ولا يمس ذلك التغطية المسجلة.
unfollow-done = أُزيل من قائمتك: { $worker }

## privacy

privacy-kept = نحفظ عنك: { $who }
privacy-also = • العمالة التي أضفتها، وإعدادات التذكير وإجاباتك عليه، وعمليات التجديد والدفع، ومحادثاتك معنا برقمها ولغتها
privacy-no-account = ليس لديك حساب هنا. نحفظ عن هذه المحادثة رقمها ولغتها، ورقم الهاتف إن أُثبت فيها، وما طُلب الدفع عنه.
privacy-proved = رقم هاتفك هو المسجل لدينا، ولذلك تظهر لك عمالتك المنزلية.
privacy-unproved = لم يُطابَق حسابك مع صاحب عمل مسجل لدينا، فلا يظهر لك إلا ما كتبته بنفسك.
privacy-sealed = تُحفظ هذه البيانات مشفّرة لدى { $operator }، ولا تُستخدم في غير هذه الخدمة.
button-export = نسخة من بياناتي
button-erase = محو بياناتي
button-open-export = فتح النسخة
privacy-export = هذه نسخة من كل ما نحفظه عنك. يعمل الرابط مرة واحدة خلال 15 دقيقة، فلا ترسله إلى أحد.
privacy-export-link = { $link }
erase-what = ⚠️ يُمحى حسابك، ومحادثاتك المحفوظة لدينا، وإثبات رقم هاتفك، والعمالة التي أضفتها، وتذكيراتك.
erase-unpaid = وتتوقف روابط الدفع التي لم تُدفع بعد.
erase-kept = ويبقى ما تحتاج إليه أي عملية دفع أو تجديد أو رد مبلغ لم تكتمل، ثم يُمحى عند اكتمالها. وتبقى الإيصالات سجلًا للدفع دون ربطها بك.
erase-record = وتبقى البيانات المستوردة، إن وُجدت، مغلقة أمام الجميع حتى يُثبَت رقم الهاتف المسجل من جديد.
erase-again = لا يمكن التراجع عن المحو، ويمكنك التسجيل من جديد لاحقًا.
erase-help = للتراجع اضغط «إلغاء»، ولن يُمحى شيء.
button-yes-erase = محو كل شيء
erase-done = مُحيت بياناتك.
erase-until-closed = لديك عملية دفع أو تجديد لم تكتمل. يبقى ما تحتاج إليه، ثم يُمحى عند اكتمالها.

## the page of how data is kept

privacy-page-title = كيف تُحفظ بياناتك
privacy-page-why = يحفظ { $operator } ما يلزم لعرض تغطية عمالتك المنزلية وتجديدها وتذكيرك قبل انتهائها، ولا يستخدمه في غير ذلك.
privacy-page-needed = ما يلزم: رقمك المدني، ورقم الهاتف الذي أثبتّ أنه لك.
privacy-page-may = ما تضيفه إن رغبت من «حسابي»: البريد الإلكتروني والجنس والمحافظة، والاسم إن لم يكن مسجلًا لدينا.
privacy-page-also = أثناء استخدام الخدمة: العمالة التي تضيفها، وإعدادات التذكير وإجاباتك عليه، وعمليات التجديد والدفع، ومحادثاتك معنا برقمها ولغتها.
privacy-page-guest = عند الدفع بلا حساب: رقم المحادثة، وعمّن دُفع وكم دُفع. ولا نحفظ رقم بطاقة أبدًا، فبيانات البطاقة تُكتب في صفحة بوابة الدفع وحدها.
privacy-page-sealed = تُحفظ الأسماء والأرقام المدنية وأرقام الهواتف وعناوين البريد مشفّرة.
privacy-page-abroad = تمر المحادثات بخوادم تطبيق المراسلة خارج الكويت، ولذلك لا يظهر فيها من الأرقام إلا آخرها.
privacy-page-staff = يرى فريق الخط الساخن بياناتك مخفية جزئيًا. ولا تظهر له كاملة إلا بموافقتك في المحادثة أو بسبب مكتوب، ويمكنك معرفة من اطّلع عليها ومتى.
privacy-page-leave = يمكنك في أي وقت الاطلاع على بياناتك أو أخذ نسخة منها أو محوها: اكتب «بياناتي» في المحادثة.
privacy-page-erase = ما تحتاجه دفعة أو تجديد أو ردّ مبلغ لم يكتمل يبقى حتى يُغلق. وتبقى الإيصالات سجلًا للدفع دون ربطها بك.
privacy-page-ask = للأسئلة: اكتب «موظف» في المحادثة، أو اتصل بالخط الساخن { $hotline }.

## worker

worker-named = { $name } …{ $lastFour }
worker-unnamed = الرقم المدني …{ $lastFour }
worker-this = هذا العامل
worker-nth = العامل رقم { $n }
worker-in-kuwait = داخل الكويت
worker-outside = خارج الكويت
worker-tracked = أضفت هذا العامل بنفسك للمتابعة. ليس مسجلًا لدينا، فلا يمكن الدفع عنه هنا.
civil-id-example = يتكون من 12 رقمًا كما في البطاقة.
civil-id-not-a-number = الرقم المدني أرقام فقط. اكتب أرقامه الاثني عشر كما في البطاقة.
civil-id-length = الرقم المدني 12 رقمًا. تأكد من عددها في البطاقة واكتبها كاملة.
civil-id-century = يبدأ الرقم المدني بـ 2 أو 3. قارنه بالبطاقة واكتبه من جديد.
civil-id-birth-date = الأرقام التي تلي الرقم الأول هي تاريخ الميلاد (سنة، شهر، يوم)، وهذه ليست تاريخًا صحيحًا. قارنها بالبطاقة.
civil-id-check-digit = يبدو أن رقمًا واحدًا غير صحيح. الرقم المدني 12 رقمًا كما في البطاقة.
civil-id-again = قارن الرقم بالبطاقة مرة أخرى: آخر 4 أرقام فيه { $lastFour }. هل كل الأرقام صحيحة؟
civil-id-again-help = هذا الرقم من نوع نادر، وقد يشبهه رقم كُتب بخطأ واحد. إن لم يكن صحيحًا فارجع واكتبه من جديد.
button-number-right = الرقم صحيح

## standing

count-days-of =
    { $n ->
        [zero] لا أيام
        [one] يوم واحد
        [two] يومين
        [few] { $n } أيام
        [many] { $n } يومًا
       *[other] { $n } يوم
    }
count-years-of =
    { $n ->
        [zero] لا سنوات
        [one] سنة واحدة
        [two] سنتين
        [few] { $n } سنوات
        [many] { $n } سنة
       *[other] { $n } سنة
    }
standing-none = لا توجد تغطية معروفة لدينا.
standing-active = ✅ التغطية سارية حتى { $until }، ويتبقى { count-days }.
standing-ends-soon = ⏳ التغطية سارية حتى { $until } وتنتهي قريبًا، ويتبقى { count-days }.
standing-last-day = ⏳ تنتهي التغطية اليوم، { $until }.
standing-ended = ⚠️ انتهت التغطية في { $until }، قبل { count-days-of }.
standing-not-yet-started = ⏳ تبدأ التغطية في { $from }، بعد { count-days-of }، وتسري حتى { $until }.
standing-paid-not-filed = ⏳ مدفوع في { $paidOn } عن المدة من { $from } إلى { $until }، ولم يُسجَّل بعد في نظام الوزارة.
cover-period = المدة: من { $from } إلى { $until }
cover-last-period = آخر تغطية: من { $from } إلى { $until }
cover-next = التغطية التالية: من { $from } إلى { $until }
cover-policy = رقم الوثيقة: { $number }
cover-source-imported = حسب السجلات المستوردة في { $on }.
cover-source-issued-here = صدرت من هذه الخدمة في { $on }.
cover-source-told = حسب ما ذكرته لنا في { $on }.

## doors: من لا يمكنه المتابعة بعد

refusal = لا يمكننا عرض بيانات بهذا الرقم هنا. يمكنك الاتصال بالخط الساخن { $hotline }.
not-on-record = لم يُطابَق تسجيلك مع صاحب عمل مسجل لدينا، فلا يظهر لك إلا ما كتبته بنفسك.
not-on-record-next = يمكنك الدفع بالرقمين المدنيين، أو إضافة عامل لتذكيرك به، أو الاتصال بالخط الساخن { $hotline } بشأن الهاتف المسجل.
no-workers = لا توجد عمالة منزلية مسجلة لدينا برقمك المدني.
no-workers-next = يلزم أولًا تسجيل العامل في نظام الوزارة. يمكنك الاتصال بالخط الساخن { $hotline }، أو إضافة عامل بنفسك للمتابعة.

## service: أي ضمان هو المقصود


## inquire

inquire-worker-name = العامل
inquire-title = { $worker }
inquire-all = تغطية عمالتك المنزلية، والأقرب انتهاءً أولًا:
button-renew-for = جدّد: { $worker }

## quote

quote-who = لمن بيان الرسوم؟ اختر العامل، أو اكتب رقمه المدني المكوّن من 12 رقمًا.
quote-who-help = العامل المسجل يُعرف ترتيبه وإقامته ومواعيده من السجل. ولغيره تكفي أسئلة قليلة.
quote-who-name = العامل
button-another-worker = عامل آخر
quote-nth = ما ترتيب هذا العامل بين العمالة المنزلية لديك؟ اختر رقمًا أو اكتبه، مثل: 4 للرابع.
quote-nth-help = في بعض جداول الرسوم يقل الرسم لأول ثلاثة عمال لدى الأسرة. يُحسب الترتيب بتاريخ أول تغطية.
quote-nth-name = ترتيب العامل
button-place = { $place }
said-place =
    { $place ->
        [1] الأول | الأولى | العامل الأول | العاملة الأولى | واحد
        [2] الثاني | الثانية | العامل الثاني | العاملة الثانية | اثنين | اثنان
        [3] الثالث | الثالثة | العامل الثالث | العاملة الثالثة | ثلاثة
        [4] الرابع | الرابعة | العامل الرابع | العاملة الرابعة | أربعة
        [5] الخامس | الخامسة | العامل الخامس | العاملة الخامسة | خمسة
        [6] السادس | السادسة | العامل السادس | العاملة السادسة | ستة
        [7] السابع | السابعة | العامل السابع | العاملة السابعة | سبعة
        [8] الثامن | الثامنة | العامل الثامن | العاملة الثامنة | ثمانية
        [9] التاسع | التاسعة | العامل التاسع | العاملة التاسعة | تسعة
       *[0] { $place }
    }
quote-in-kuwait = هل العامل داخل الكويت الآن؟
quote-in-kuwait-help = داخل الكويت يمكن اختيار سنة إلى ثلاث سنوات، ولمن هو خارجها سنة واحدة.
quote-in-kuwait-name = داخل الكويت أو خارجها
button-in-kuwait = داخل الكويت
button-outside = خارج الكويت
quote-kuwaiti = هل صاحب العمل كويتي؟
quote-kuwaiti-help = تختلف بعض جداول الرسوم حسب جنسية صاحب العمل. تُستخدم الإجابة في بيان الرسوم هذا فقط.
quote-kuwaiti-name = صاحب العمل
button-kuwaiti = كويتي
button-not-kuwaiti = غير كويتي
no-quote-empty = لم يُختر أي عامل، فلا يوجد ما يُحسب رسمه. اختر عاملًا واحدًا على الأقل.
no-quote-same-worker-twice = اختير { $worker } مرتين. اختر كل عامل مرة واحدة.
no-quote-no-row = { $worker }: لا يوجد رسم محدد لدينا لهذه الإقامة، ولا نخمّنه. يمكنك الاتصال بالخط الساخن { $hotline }.
no-quote-years = { $worker }: هذا العدد من السنوات غير متاح. داخل الكويت من سنة إلى ثلاث سنوات، وخارجها سنة واحدة. اختر من جديد.
no-quote-start-past = { $worker }: لا تبدأ التغطية في تاريخ مضى. اختر اليوم أو يومًا بعده.
no-quote-start-too-far = { $worker }: تاريخ البدء بعيد. اختر يومًا أقرب.
no-quote-too-early = { $worker }: التغطية الحالية طويلة المدة، ويمكن تجديدها ابتداءً من { $firstDay }.
no-quote-too-early-undated = { $worker }: التغطية الحالية طويلة المدة، ويمكن تجديدها في وقت لاحق. يظهر التاريخ لصاحب العمل بعد التسجيل.
no-quote-overlap = { $worker }: يقع هذا التاريخ ضمن تغطية قائمة. اختر يومًا بعدها.

## years and starts

years-prompt = كم سنة تكون التغطية؟
years-prompt-for = كم سنة تكون تغطية { $worker }؟
years-name = عدد السنوات
years-name-for = عدد السنوات: { $worker }
years-help = من سنة إلى ثلاث سنوات داخل الكويت، وسنة واحدة خارجها. ينبغي أن توافق المدة مدة الإقامة.
button-years = { count-years }
button-years-fee = { count-years } · { $amount }
button-years-free = { count-years } · بلا رسم
button-renew-year = جدّد سنة · { $amount } د.ك
button-renew-year-alone = جدّد سنة
said-years =
    { $n ->
        [1] سنة | سنة واحدة | واحدة | وحدة | واحد | عام | عام واحد
        [2] سنتين | سنتان | ثنتين | اثنتين | اثنين | عامين | عامان
       *[3] ثلاث سنوات | 3 سنوات | ثلاث سنين | 3 سنين | ثلاث | ثلاثة | ثلاثة أعوام
    }
start-prompt = من أي يوم تبدأ التغطية؟ اختر، أو اكتب تاريخًا.
start-prompt-for = من أي يوم تبدأ تغطية { $worker }؟ اختر، أو اكتب تاريخًا.
start-prompt-all = من أي يوم تبدأ التغطية؟ دون انقطاع لكل عامل، أو يوم واحد للجميع، أو يوم تختاره لكل عامل.
start-days = المتاح: من { $first } إلى { $last }. يُكتب التاريخ هكذا، أو بالأرقام: اليوم/الشهر/السنة.
start-name = يوم البدء
start-name-for = يوم البدء: { $worker }
start-help = تبدأ التغطية عادةً في اليوم التالي لانتهاء الحالية، أو اليوم إن لم توجد. اكتب اليوم أولًا ثم الشهر والسنة.
button-earliest = أقرب يوم لكل عامل
button-each-start = يوم لكل عامل
button-start-today = من اليوم
button-start-on = من { $first }
button-no-gap = دون انقطاع
button-keep-days = إبقاء هذه الأيام
gap-days = ⚠️ من { $from } إلى { $until } ({ count-days }) بلا تغطية.
gap-days-for = ⚠️ { $worker }: من { $from } إلى { $until } ({ count-days }) بلا تغطية.
gap-ask = هل هذا هو المطلوب؟
date-not-a-date = هذا ليس تاريخًا صحيحًا. اكتب اليوم ثم الشهر ثم السنة، مثل 21/12/2026.
date-too-early = أول يوم متاح هو { $first }. اختر هذا اليوم أو يومًا بعده.
date-too-late = آخر يوم متاح هو { $last }. اختر هذا اليوم أو يومًا قبله.

## fee

fee-one-year = رسم سنة واحدة لـ{ $worker }: { $fee }.
fee-years = رسم { count-years-of } لـ{ $worker }: { $fee } ({ $perYear } × { $n }).
fee-none = تغطية { count-years-of } لـ{ $worker }: بلا رسم.
fee-period = من { $from } إلى { $until }.
fee-listed = • { $worker }: { count-years }، { $fee }، من { $from } إلى { $until }
fee-listed-none = • { $worker }: { count-years }، بلا رسم، من { $from } إلى { $until }
fee-total = الإجمالي ({ count-workers }): { $total }
fee-rule = السبب: { $rule }، { $perYear } عن كل سنة.
fee-source = المصدر: { $source } ({ $certainty }).
fee-schedule = جدول الرسوم: { $schedule }.
fee-schedule-press = ⚠️ معروف من تقارير صحفية، ولم نطّلع على نص الجريدة الرسمية. ولم يُنشر كيف يُحسب الثلاثة الأوائل: هنا بتاريخ أول تغطية ثم بالرقم المدني.
fee-none-why = إذا كان الرسم صفرًا فلا يُدفع شيء، ويُقدَّم التجديد كالمعتاد. الإعفاء من رسم الضمان الصحي وحده.
fee-not-included = لا يشمل رسوم الإقامة.
certainty-brief = من وثائق الخدمة نفسها
certainty-several = مصادر معلنة مستقلة متعددة
certainty-one = مصدر معلن واحد موثوق
certainty-weak = مصادر ضعيفة أو متعارضة
source-domestic-worker = وصف خدمة الضمان الصحي للعمالة المنزلية
source-domestic-worker-before-306 = الرسم المعمول به من سنة 1999 حتى 22 ديسمبر 2025
source-kuwaiti-first-three = تقارير صحفية عن القرار 306 لسنة 2025 وبيان وزارة الداخلية في 6 يناير 2026
source-kuwaiti-fourth-on = تقارير صحفية عن القرار 306 لسنة 2025
source-other-sponsor = تقرير صحفي عن القرار 306 لسنة 2025

## terms

terms-text = { $text }
terms-version = إصدار الشروط والأحكام: { $version }
terms-by-accepting = الموافقة تعني قبول الشروط والأحكام (الإصدار { $version }):
terms-short-filed = • يُسجَّل التجديد بعد الدفع، والدفع وحده ليس تغطية.
terms-short-filed-free = • يُسجَّل التجديد نيابةً عنك، ولا تسري التغطية قبل صدورها.
terms-short-issued = • تصدر التغطية فور الدفع.
terms-short-issued-free = • تصدر التغطية فور الموافقة.
terms-short-back = • إن رُفض التجديد يُعاد المبلغ إليك كاملًا.
terms-short-hold = • الرسم والرابط صالحان 24 ساعة.
terms-short-true = • الموافقة من صاحب العمل أو ممن ينوب عنه.
terms-accepted-before = الشروط والأحكام: الإصدار { $version }، وقد سبقت موافقتك عليه.
button-terms = اقرأ الشروط
button-terms-here = اقرأ الشروط هنا
said-terms = الشروط | شروط | الشروط والأحكام | اعرض الشروط | أبي الشروط
button-accept-pay = أوافق وأدفع { $total }
button-accept-free = أوافق وأجدّد
changed-fee = الرسم الآن { $now }، وكان { $was }.
changed-period = الرسم كما هو، لكن أيام التغطية أو سبب الرسم تغيّرت.
changed-data = تغيّرت البيانات المسجلة.
changed-terms = للشروط والأحكام إصدار جديد: { $version }.

## renew

renew-workers-prompt = لمن التجديد؟ حدد الأسماء ثم اختر عدد السنوات.
renew-workers-help = اضغط الاسم لتحديده، ومرة أخرى لإلغاء تحديده، ثم اختر عدد السنوات لهم جميعًا. ويمكنك كتابة الرقم المدني للعامل.
renew-workers-name = العمالة المختارة
renew-workers-none = حدد عاملًا واحدًا على الأقل أولًا.
renew-only-tracked = أضفت هذا العامل بنفسك للمتابعة. الدفع للعمالة المسجلة فقط: يمكنك الاتصال بالخط الساخن { $hotline }.
summary-one = تجديد { count-years-of }: { $worker }
summary-first = تغطية جديدة لمدة { count-years-of }: { $worker }
summary-several = التجديد ({ count-workers }):
summary-joined = { $listed }، دون انقطاع
summary-data = المسجَّل: إقامة مادة { $article }، { $place }.
summary-data-for = المسجَّل: { $worker }، إقامة مادة { $article }، { $place }.
summary-period = من { $from } إلى { $until }.
summary-period-joined = من { $from } إلى { $until }، دون انقطاع.
summary-fee-line = الرسم: { $fee }.
summary-fee-years = الرسم: { $fee } ({ $perYear } × { $n }).
summary-no-fee-line = بلا رسم.
summary-why = السبب: { $rule }. المصدر: { $source } ({ $certainty }).
summary-free = الإعفاء من رسم الضمان الصحي وحده، ويُقدَّم التجديد كالمعتاد.
summary-help = لا يلزمك شيء قبل الموافقة. من «تعديل» يمكنك تغيير السنوات ويوم البدء والعمالة. الرسم حسب جدول «{ $schedule }»، وتُحفظ موافقتك معه ومع إصدار الشروط ووقت الموافقة. لقراءة الشروط هنا اكتب «الشروط».
wrong-which = ما الخطأ؟ يبقى ما اخترته كما هو.
wrong-name = الأسماء كما استُوردت، ولا يضر اختلاف كتابتها لأن التغطية بالرقم المدني. يمكنك المتابعة، ويمكن لفريقنا تصحيح الاسم.
wrong-residency = يتوقف الرسم وعدد السنوات على الإقامة ومكان العامل. لا تدفع قبل أن يراجعهما فريقنا.
wrong-dates = هل جُدّدت التغطية في مكان آخر؟ أخبرنا بتاريخ الانتهاء الجديد كي لا تدفع مرتين. ولغير ذلك من التواريخ يراجع فريقنا السجل.
wrong-worker = لا تدفع إذن. أخبرنا ليتوقف التذكير بهذا العامل ويراجع فريقنا السجل.
button-wrong-name = الاسم
button-wrong-residency = الإقامة أو المكان
button-wrong-dates = التواريخ
button-renewed-for = تم التجديد: { $worker }
button-not-mine-for = ليس على كفالتي: { $worker }
button-data-wrong = شيء غير صحيح
not-opened-covered = { $worker }: هذه المدة مغطاة أو مدفوعة من قبل. لم يُفتح رابط دفع، ولا يلزمك شيء.
not-opened-paying = { $worker }: صفحة الدفع عن هذا العامل مفتوحة الآن لدى شخص ما، فلم يُفتح رابط ثانٍ. راجع مدفوعاتك بعد بضع دقائق.
not-opened-no-worker = { $worker }: لم يعد مسجلًا لدينا، فلم يُفتح رابط دفع ولا يلزمك شيء. يمكنك الاتصال بالخط الساخن { $hotline }.
nothing-to-pay = ✅ الرسم صفر، فلا يوجد ما يُدفع. سُجّل طلب التجديد.

## pay-quick

pay-quick-sponsor = ما الرقم المدني لصاحب العمل؟ ويمكنك كتابة رقم العامل بعده.
button-pair-again = اكتب الرقمين مجددًا
pay-quick-sponsor-name = رقم صاحب العمل
pay-quick-worker = ما الرقم المدني للعامل؟
pay-quick-worker-name = رقم العامل
pay-quick-help = يجب أن يكون الرقمان مسجلين معًا. بعدها يظهر الرسم ويصلك رابط الدفع، ولا تُعرض أي بيانات أخرى.

## pay

pay-amount = 💳 المبلغ المطلوب: { $total }
pay-worker = { $worker }: من { $from } إلى { $until }، { $fee }
pay-link =
    💳 رابط الدفع، صالح حتى { $moment }:
    { $link }
pay-link-until = الرابط صالح حتى { $moment }.
pay-to = { $total } إلى { $operator }، وليست هذه الخدمة تابعة لوزارة الصحة.
pay-to-ministry = { $total } إلى { $operator }.
pay-card = تُكتب بيانات البطاقة في صفحة بوابة الدفع وحدها، ولا نطلبها هنا أبدًا.
pay-link-gone = لم يعد هذا الرابط صالحًا: تم الدفع به، أو حل محله رابط أحدث، أو انتهت مدته.
pay-nothing = لا يوجد مبلغ غير مدفوع في هذه المحادثة، ولا إيصال بعد.
button-pay-link = رابط الدفع
unpaid-not-tried = لم يُدفع بعد.
unpaid-at-gateway = صفحة الدفع مفتوحة ولم تكتمل الدفعة. يمكنك المتابعة بالرابط نفسه، ولا تُخصم إلا مرة واحدة.
unpaid-unknown = ⏳ لم يصلنا ردّ البنك بعد. لم يضِع شيء، وسنخبرك هنا فور وصوله. لا تدفع مرة أخرى الآن.
unpaid-declined = لم يقبل البنك المحاولة الأخيرة ولم يُخصم شيء. يمكنك الدفع من جديد بالرابط نفسه.
unpaid-cancelled = أُلغيت المحاولة الأخيرة ولم يُخصم شيء. يمكنك الدفع من جديد بالرابط نفسه.
unpaid-expired = انتهت مدة الرابط. ابدأ من جديد ليصلك رسم اليوم ورابط جديد.
receipts-title = الإيصالات:
receipt-told = • دُفع { $total } في { $paidOn }، رقم الإيصال { $number }
receipt-link = { $link }
renewals-title = طلبات التجديد:
renewal-issued = ✅ { $worker }: من { $from } إلى { $until }. صدرت التغطية.
renewal-issued-number = ✅ { $worker }: من { $from } إلى { $until }. صدرت التغطية، رقم الوثيقة { $number }
renewal-filed = ⏳ { $worker }: من { $from } إلى { $until }. قُدّم إلى الوزارة، ورقم الوثيقة لم يصل بعد.
renewal-rejected = ⚠️ { $worker }: من { $from } إلى { $until }. لم تقبله الوزارة، وسيكتب إليك فريقنا.
renewal-conflicted = ⚠️ { $worker }: من { $from } إلى { $until }. شُغلت هذه المدة في هذه الأثناء، وسيكتب إليك فريقنا.
renewal-refund-due = ⚠️ { $worker }: من { $from } إلى { $until }. هذا المبلغ حقٌّ يُرد إليك.
renewal-refunded = { $worker }: من { $from } إلى { $until }. رُدّ هذا المبلغ.

## sms: read on a phone without this chat

sms-code = { -service }: رمز التحقق { $code }. صالح لمدة 10 دقائق. لا تشاركه مع أحد، فلن يطلبه منك أي موظف.

## import: why a row is not taken

import-reason-columns = عدد أعمدة السطر لا يطابق العناوين.
import-reason-sponsor-civil-id-shortened = اختصر برنامج الجداول الرقم في sponsor_civil_id وضاعت منه أرقام: اجعل تنسيق العمود نصًا، ثم أدخل الأرقام الـ12 كاملة.
import-reason-sponsor-civil-id = القيمة في sponsor_civil_id ليست رقمًا مدنيًا: المطلوب 12 رقمًا برقم تحقق صحيح.
import-reason-sponsor-name = اسم صاحب العمل مطلوب بالعربية أو بالإنجليزية، وبالحروف فقط.
import-reason-sponsor-phone-shortened = اختصر برنامج الجداول الرقم في sponsor_phone وضاعت منه أرقام: اجعل تنسيق العمود نصًا، ثم أدخل الرقم من جديد.
import-reason-sponsor-phone = القيمة في sponsor_phone ليست رقم هاتف نقال كويتي.
import-reason-sponsor-kuwaiti = القيمة في sponsor_kuwaiti يجب أن تكون yes أو no.
import-reason-worker-civil-id-shortened = اختصر برنامج الجداول الرقم في worker_civil_id وضاعت منه أرقام: اجعل تنسيق العمود نصًا، ثم أدخل الأرقام الـ12 كاملة.
import-reason-worker-civil-id = القيمة في worker_civil_id ليست رقمًا مدنيًا: المطلوب 12 رقمًا برقم تحقق صحيح.
import-reason-worker-name = اسم العامل مطلوب بالعربية أو بالإنجليزية، وبالحروف فقط.
import-reason-same-person = صاحب العمل والعامل لهما الرقم المدني نفسه.
import-reason-residency-article = القيمة في residency_article ليست من مواد الإقامة.
import-reason-in-kuwait = القيمة في in_kuwait يجب أن تكون yes أو no.
import-reason-cover-incomplete = تُكتب policy_number و cover_from و cover_until معًا، أو تُترك فارغة معًا.
import-reason-policy-number-date = حوّل برنامج الجداول policy_number إلى تاريخ: اجعل تنسيق العمود نصًا، ثم أدخل رقم الوثيقة من جديد.
import-reason-policy-number-shortened = اختصر برنامج الجداول policy_number وضاعت منه أرقام: اجعل تنسيق العمود نصًا، ثم أدخل رقم الوثيقة من جديد.
import-reason-policy-number = القيمة في policy_number أطول من 60 حرفًا، أو فيها رموز لا ترد في رقم وثيقة.
import-reason-cover-dates = يُكتب cover_from و cover_until هكذا: ‎2026-11-21، وألا يكون الأول بعد الثاني.
import-reason-cover-dates-order = يبدو أن الشهر يسبق اليوم في cover_from و cover_until: اكتب التاريخ هكذا ‎2026-11-21، أو ابدأ باليوم.
import-reason-cover-years = يجب أن يكون cover_from و cover_until تاريخين ميلاديين بين عامي 1990 و2099.
import-reason-cover-overlap = المدة تتداخل مع تغطية أخرى لهذا العامل.
import-reason-policy-of-another = رقم الوثيقة هذا مسجل لعامل آخر، أو ورد له في سطر سابق: لكل عامل رقم وثيقة خاص به.
import-reason-sponsor-two-phones = في سطر سابق من هذا الملف رقم هاتف آخر لصاحب العمل نفسه: أبقِ رقمًا واحدًا.
import-reason-two-sponsors = في سطر سابق من هذا الملف ورد هذا العامل لدى صاحب عمل آخر: أبقِ سطر صاحب العمل الصحيح.

## desk: what the hotline's staff is told

desk-role-agent = خدمة المراجعين
desk-role-supervisor = الإشراف
desk-welcome-agent = انضممت الآن إلى مكتب الخط الساخن ضمن فريق خدمة المراجعين.
desk-welcome-supervisor = انضممت الآن إلى مكتب الخط الساخن ضمن الإشراف.
desk-welcome-already = أنت من الفريق من قبل ({ $role }). لم يُستخدم الرابط.
desk-menu-lookup = بحث عن صاحب عمل
desk-menu-queue = المحادثات المنتظرة
desk-menu-filings = معاملات الوزارة
desk-menu-stats = الإحصاءات
desk-menu-invite = دعوة زميل
desk-menu-desk = أعضاء الفريق
desk-help-hint =
    للاطلاع على ما يمكنك عمله هنا اضغط زرًا، أو أرسل:
    /help
desk-help = { $name } ({ $role }). ما يمكنك عمله هنا:
desk-help-invite = • دعوة زميل: رابط يُستخدم مرة واحدة، لفريق الرد أو للإشراف.
desk-help-manage-staff = • أعضاء الفريق: سجل اطلاع كل منهم، وإيقاف أحدهم أو إعادته أو إخراجه.
desk-help-name-group =
    • لتعيين مجموعة الفريق، أضف الرد الآلي إليها مشرفًا، واكتب فيها:
    /desk here
desk-invite-how = من تريد دعوته؟
desk-invited-agent = دعوة لموظف واحد، تُستخدم مرة واحدة خلال { $hours } ساعة. أرسلها إلى صاحبها وحده.
desk-invited-supervisor = دعوة لمشرف واحد، تُستخدم مرة واحدة خلال { $hours } ساعة. أرسلها إلى صاحبها وحده.
desk-invite-link = { $link }
desk-staff-title =
    { $n ->
        [zero] لا أحد في الفريق.
        [one] الفريق: شخص واحد.
        [two] الفريق: شخصان.
        [few] الفريق: { $n } أشخاص.
        [many] الفريق: { $n } شخصًا.
       *[other] الفريق: { $n } شخص.
    }
desk-staff-member = { $name }، { $role }، منذ { $since }
desk-staff-member-suspended = { $name }، { $role }، الحساب موقوف
desk-staff-member-removed = { $name }، { $role }، خارج الفريق
desk-staff-suspended = حساب { $name } موقوف من الآن، ولا يُفتح به شيء في المكتب.
desk-staff-restored = حساب { $name } يعمل في المكتب من جديد.
desk-staff-removed = حساب { $name } خارج الفريق من الآن.
desk-staff-out-of-group = يُخرج الرد الآلي حساب { $name } من مجموعة الفريق في تيليغرام، ويمنع عودته إليها.
desk-staff-back-in-group = لم تعد مجموعة الفريق مغلقة أمام حساب { $name }، ويمكن إضافته إليها من جديد.
desk-staff-still-in-group = ⚠️ تعذّر على الرد الآلي إخراج حساب { $name } من مجموعة الفريق. يُرجى إخراجه منها يدويًا في تيليغرام: يمكن لكل من فيها قراءة ما يُكتب هناك.
desk-staff-still-in-group-why = يعيد الرد الآلي المحاولة من تلقاء نفسه. يلزم أن يكون مشرفًا في المجموعة وله صلاحية حظر المستخدمين، وألا يكون هذا الحساب مشرفًا فيها.
desk-staff-not-let-in = ⚠️ تعذّر على الرد الآلي فتح مجموعة الفريق أمام حساب { $name } من جديد. يُرجى حذفه من قائمة المستخدمين المُزالين في إعدادات المجموعة، ثم إضافته إليها.
desk-staff-unchanged = لم يتغيّر شيء: تم ذلك من قبل، أو أنه يخصّك أنت.
desk-team-button-member = { $name }
desk-team-button-back = العودة إلى الفريق
desk-team-button-before = الأسماء السابقة
desk-team-button-next = المزيد من الأسماء
desk-team-button-remove = إخراج من الفريق…
desk-team-remove-sure = هل تريد إخراج { $name } من الفريق؟ ينتهي فورًا كل ما هو مفتوح بهذا الحساب في المكتب، ولا تكون العودة إلا بدعوة جديدة.
desk-team-button-removed = من أُخرجوا من الفريق
desk-team-removed-title = من أُخرجوا من الفريق، من الأحدث إلى الأقدم:
desk-team-gone = لم يعد هذا الحساب ضمن الفريق.
desk-log-button = سجل الاطلاع
desk-log-button-glass = ما عُرض دون موافقة
desk-log-button-older = الأقدم
desk-log-title = سجل اطلاع { $name }، من الأحدث إلى الأقدم:
desk-log-title-glass = بيانات كاملة عُرضت دون موافقة أصحابها في آخر { $days } أيام، من الأحدث إلى الأقدم:
desk-log-none = لا شيء في سجل اطلاع { $name }.
desk-log-none-glass = لم تُعرض بيانات كاملة دون موافقة أصحابها في آخر { $days } أيام.
desk-log-row = • { $on }، { $time }: { $what }
desk-log-row-person = • { $on }، { $time }: { $what }، صاحب السجل …{ $lastFour }
desk-log-row-chat = • { $on }، { $time }: { $what }، المحادثة { $number }
desk-log-reason = السبب المذكور: { $reason }
desk-log-by-civil-id = بحث برقم مدني
desk-log-by-phone = بحث برقم هاتف
desk-log-by-policy = بحث برقم وثيقة
desk-log-by-receipt = بحث برقم إيصال
desk-log-by-payment = بحث برقم دفعة
desk-log-by-link = بحث برابط دفع
desk-log-by-name = بحث بالاسم
desk-log-did-looked = اطلاع على بيانات مخفاة جزئيًا
desk-log-did-no-match = بحث دون نتيجة
desk-log-did-limit = بحث رُفض لتجاوز الحد المسموح به
desk-log-did-log-seen = اطلاع على سجل الفريق
desk-log-did-taken-over = تولّي محادثة
desk-log-did-consent-asked = طلب موافقة
desk-log-did-consent-allowed = موافقة من صاحب البيانات
desk-log-did-consent-refused = رفض من صاحب البيانات
desk-log-did-break-glass = عرض البيانات كاملة دون موافقة
desk-log-did-revealed = عرض البيانات كاملة بموافقة صاحبها
desk-log-did-link-sent = إرسال رابط الدفع أو طريقة التجديد مجددًا
desk-log-did-reminders-stopped = إيقاف التذكير
desk-log-did-quoted = إبلاغ ببيان الرسوم
desk-log-did-filing-seen = عرض تجديد ينتظر التقديم، دون بيانات كاملة
desk-log-did-filing = عرض بيانات نموذج الوزارة
desk-log-did-phone-asked = طلب تصحيح هاتف
desk-log-did-phone-corrected = تأكيد تصحيح هاتف
desk-log-did-phone-refused = رفض تصحيح هاتف
desk-log-did-case-opened = فتح حالة
desk-log-did-case-closed = إغلاق حالة
desk-log-did-refused = طلب غير مسموح به
desk-button-suspended = إيقاف { $name }
desk-button-restored = إعادة { $name }
desk-button-removed = إخراج { $name }
desk-group-named = هذه مجموعة الفريق من الآن.
desk-group-topics = لكل محادثة تحتاج إلى موظف موضوع مستقل هنا.
desk-group-threads = ليس في هذه المجموعة مواضيع، فكل محادثة تحتاج إلى موظف سلسلة ردود هنا. تسهّل المواضيع التمييز بينها.
desk-group-named-by = ⚠️ أصبحت «{ $group }» مجموعة الفريق، بطلب من { $name }. تُتابع فيها المحادثات المفتوحة.
desk-group-followed = حوّل تيليغرام مجموعة الفريق إلى مجموعة خارقة. تُتابع فيها المحادثات المفتوحة؛ وإن فُعّلت فيها المواضيع فاكتب فيها /desk here من جديد.
desk-group-anonymous = لم تُرسل: من يكتب بصفة مشرف مجهول لا يصل كلامه إلى المراجع. أوقف «البقاء مجهولًا» لنفسك ثم اكتبها من جديد.
desk-group-anonymous-here = لا يمكن لمشرف مجهول أن يعيّن مجموعة الفريق. أوقف «البقاء مجهولًا» لنفسك ثم اكتب /desk here من جديد.

## desk, lookup: who is looked up, and what is shown

desk-help-look-up = • البحث: اكتب رقمًا مدنيًا أو هاتفًا أو رقم وثيقة أو إيصال أو دفعة أو رابط دفع، فتظهر بطاقة صاحب العمل.
desk-lookup-how = اكتب بعد /lookup ما يذكره المتصل: الرقم المدني أو الهاتف أو رقم الوثيقة أو رقم الإيصال أو رقم الدفعة أو رابط الدفع أو كلمتين من الاسم.
desk-lookup-none = لا يوجد في السجلات ما يطابق ذلك.
desk-lookup-limit = بلغ البحث الحد المسموح به الآن. يُسمح به من جديد خلال ساعة، أو غدًا إن اكتمل حد اليوم.
desk-lookup-wrong-digit = يبدو أن رقمًا واحدًا من الرقم المدني غير صحيح: اسأل عن أرقامه الـ12 من جديد.
desk-lookup-several-phone = هذا الهاتف مسجّل لأكثر من صاحب عمل. اسأل عن آخر 4 أرقام من الرقم المدني ثم اختر.
desk-lookup-several-name = يحمل هذا الاسم أكثر من شخص. اسأل عن آخر 4 أرقام من الرقم المدني لصاحب العمل ثم اختر.
desk-lookup-several-more = توجد نتائج أخرى. اسأل عن كلمة أخرى من الاسم أو عن رقم.
desk-lookup-sponsor = { $who }، هاتف ينتهي بـ { $last }، حسب السجلات المستوردة في { $on }.
desk-lookup-sponsor-corrected = { $who }، هاتف ينتهي بـ { $last } صحّحه الفريق في { $corrected }، وبقية البيانات حسب السجلات المستوردة في { $on }.
desk-lookup-chats =
    { $n ->
        [zero] لا محادثات موثّقة.
        [one] موثّق في محادثة واحدة.
        [two] موثّق في محادثتين.
        [few] موثّق في { $n } محادثات.
        [many] موثّق في { $n } محادثة.
       *[other] موثّق في { $n } محادثة.
    }
desk-lookup-no-chat = غير موثّق في أي محادثة: لا يمكن إرسال شيء إليه من هنا.
desk-lookup-no-workers = لا توجد عمالة مسجّلة لصاحب العمل هذا.
desk-lookup-worker = • { $worker }: { $told }
desk-lookup-cover = من { $from } إلى { $until }. { $source }
desk-lookup-cover-policy = من { $from } إلى { $until }، وثيقة رقم { $policy }. { $source }
desk-lookup-source-imported = حسب السجلات المستوردة في { $on }.
desk-lookup-source-issued-here = صدرت من هذه الخدمة في { $on }.
desk-lookup-source-told = حسب ما ذكره صاحب العمل في { $on }، وليست في السجلات.
desk-lookup-renewal = تجديد { $worker } من { $from } إلى { $until }: { $state } ({ $on }).
desk-lookup-renewal-paid = مدفوع، ولم يُسجَّل بعد في نظام الوزارة
desk-lookup-renewal-filed = مقدَّم إلى الوزارة، ورقم الوثيقة لم يصل بعد
desk-lookup-renewal-issued = صدرت التغطية
desk-lookup-renewal-rejected = لم تقبله الوزارة
desk-lookup-renewal-conflicted = أصبحت المدة مشمولة بتغطية أخرى
desk-lookup-renewal-refund-due = المبلغ مستحق الرد
desk-lookup-renewal-refunded = رُدّ المبلغ
desk-lookup-payment = 💳 { $total }، { $on }. { $say }
desk-lookup-say-paid = مدفوع. وصل المبلغ، ولا يلزم دفع شيء آخر.
desk-lookup-say-owed-back = مدفوع، لكن { $fils } منه مستحق الرد لأن تغطيته لم تصدر. الفريق يتابع رده، ولا يلزم فعل شيء.
desk-lookup-say-given-back = رُدّ { $fils } مما دُفع لأن تغطيته لم تصدر. التغطية تحتاج إلى تجديد جديد.
desk-lookup-say-open = غير مدفوع. الرابط ما زال صالحًا.
desk-lookup-say-paying = صفحة الدفع مفتوحة ولم تحسم البوابة بعد. المطلوب إتمام الدفع هناك أو الانتظار دقائق.
desk-lookup-say-unknown = لم يصل ردّ البوابة. لم يضِع شيء، ويلزم عدم الدفع مرة أخرى حتى تردّ.
desk-lookup-say-declined = رفض البنك العملية ولم يُخصم شيء. يمكن الدفع مرة أخرى بالرابط نفسه.
desk-lookup-say-ended = انتهى الرابط ولم يُدفع به شيء. تجديد جديد يعطي رابطًا جديدًا.
desk-lookup-say-conflicted = وصل مبلغ تعذّر احتسابه. الحالة مفتوحة، والفريق يتابعها.
desk-lookup-say-returned = وصل مبلغ تعذّر احتسابه، وقد رُدّ. التغطية تحتاج إلى تجديد جديد.
desk-lookup-uncounted-owed-back = وصل معه مبلغ آخر تعذّر احتسابه، ويُستحق رده. الفريق يتابع رده.
desk-lookup-uncounted-given-back = وصل معه مبلغ آخر تعذّر احتسابه، وقد رُدّ.
desk-lookup-receipt = الإيصال { $number }
desk-lookup-gateway = ردّ البوابة ({ $gateway }) بلفظها: { $state }. المرجع { $reference } { $words }
desk-lookup-reminders-off = التذكيرات متوقفة.
desk-lookup-reminded =
    { $n ->
        [zero] 🔔 لا تذكير بعد؛ آخر تذكير في { $on } عن …{ $lastFour }.
        [one] 🔔 تذكير واحد، في { $on } عن …{ $lastFour }.
        [two] 🔔 تذكيران، آخرهما في { $on } عن …{ $lastFour }.
        [few] 🔔 { $n } تذكيرات، آخرها في { $on } عن …{ $lastFour }.
        [many] 🔔 { $n } تذكيرًا، آخرها في { $on } عن …{ $lastFour }.
       *[other] 🔔 { $n } تذكير، آخرها في { $on } عن …{ $lastFour }.
    }
desk-lookup-next-reminder = التذكير التالي: { $on }
desk-lookup-answered-renewed = الإجابة في { $on }: جُدّد لـ …{ $lastFour } من قبل.
desk-lookup-answered-later = الإجابة في { $on }: تذكير لاحق عن …{ $lastFour }.
desk-lookup-answered-left = الإجابة في { $on }: صاحب الرقم …{ $lastFour } غادر أو انتقل.
desk-lookup-answered-not-mine = الإجابة في { $on }: صاحب الرقم …{ $lastFour } ليس على الكفالة.
desk-lookup-answered-stopped = الإجابة في { $on }: إيقاف التذكير عن …{ $lastFour }.
desk-lookup-stopped-by = أوقف الفريق ({ $name }) التذكير عن …{ $lastFour } في { $on } بطلب في مكالمة.
desk-lookup-case = ⚠️ حالة مفتوحة { $place }، منذ { $on }: { $what }
desk-lookup-case-second-capture = دُفع مرتين
desk-lookup-case-wrong-amount = وصل مبلغ غير صحيح
desk-lookup-case-wrong-currency = وصلت عملة غير صحيحة
desk-lookup-case-period-taken = المدة المدفوعة مشمولة بتغطية أخرى
desk-lookup-case-no-outcome = لم تذكر البوابة نتيجة الدفع
desk-lookup-case-not-mine = بلاغ: عامل مسجّل ليس على الكفالة
desk-lookup-case-filing-rejected = لم تقبل الوزارة تجديدًا مدفوعًا
desk-lookup-case-filing-overdue = تجديد مدفوع لم يصدر رقم وثيقته بعد يومي عمل
desk-lookup-case-by-hand = فتح الحالة: { $name }
desk-lookup-case-other = تحتاج إلى نظر موظف
desk-lookup-more-workers =
    { $n ->
        [zero] ولا أحد غيرهم.
        [one] وعامل واحد آخر.
        [two] وعاملان آخران.
        [few] و{ $n } عمال آخرين.
        [many] و{ $n } عاملًا آخر.
       *[other] و{ $n } عامل آخر.
    }
desk-lookup-more-renewals =
    { $n ->
        [zero] ولا تجديدات سابقة.
        [one] وتجديد سابق واحد.
        [two] وتجديدان سابقان.
        [few] و{ $n } تجديدات سابقة.
        [many] و{ $n } تجديدًا سابقًا.
       *[other] و{ $n } تجديد سابق.
    }
desk-lookup-more-payments =
    { $n ->
        [zero] ولا عمليات دفع سابقة.
        [one] وعملية دفع سابقة واحدة.
        [two] وعمليتا دفع سابقتان.
        [few] و{ $n } عمليات دفع سابقة.
        [many] و{ $n } عملية دفع سابقة.
       *[other] و{ $n } عملية دفع سابقة.
    }
desk-lookup-more-cases =
    { $n ->
        [zero] ولا حالات أخرى.
        [one] وحالة مفتوحة أخرى.
        [two] وحالتان مفتوحتان أخريان.
        [few] و{ $n } حالات مفتوحة أخرى.
        [many] و{ $n } حالة مفتوحة أخرى.
       *[other] و{ $n } حالة مفتوحة أخرى.
    }
desk-lookup-button-link = إرسال الرابط مجددًا
desk-lookup-button-stop = إيقاف التذكير
desk-lookup-button-quote = بيان الرسوم
desk-lookup-sent-link = رابط الدفع في طريقه إلى محادثة صاحب العمل.
desk-lookup-sent-renewal = لا يوجد ما ينتظر الدفع. أُرسلت طريقة التجديد إلى محادثة صاحب العمل.
desk-lookup-sent-just-now = أُرسل ذلك إلى محادثة صاحب العمل قبل أقل من دقيقة. لم يُرسل شيء من جديد.
desk-lookup-sent-stopped = أُوقف التذكير عن جميع العمالة المسجّلة، وأُبلغ صاحب العمل بذلك.
desk-lookup-sent-stopped-one = أُوقف التذكير عن هذا العامل، وأُبلغ صاحب العمل بذلك.
desk-lookup-sent-gone = لم يتغيّر شيء: هذا العامل لم يعد مسجّلًا لصاحب العمل هذا.
desk-lookup-sent-no-chat = غير موثّق في أي محادثة يمكن الوصول إليها، فلا يمكن تنفيذ ذلك من هنا.
desk-lookup-sent-unseen = هذه البطاقة قديمة. ابحث عن صاحب العمل من جديد أولًا.
desk-lookup-told-link = حسب طلبك من فريقنا، إليك رابط الدفع من جديد.
desk-lookup-told-renewal = حسب طلبك من فريقنا: يمكنك التجديد من هنا. يُعرض الرسم أولًا، ولا يُخصم شيء قبل الدفع في صفحة الدفع.
desk-lookup-told-stopped = 🔕 حسب طلبك من فريقنا، أُوقف التذكير. يمكنك تشغيله مجددًا من هنا.
desk-lookup-told-stopped-one = 🔕 حسب طلبك من فريقنا، أُوقف التذكير عن { $worker }. يمكنك تشغيله مجددًا بزر «تراجع»، وتستمر التذكيرات الأخرى.
desk-lookup-stop-whom = عمّن يُوقف التذكير؟
desk-lookup-button-stop-all = عن الجميع
desk-lookup-quote-years = كم سنة يشملها بيان الرسوم؟
desk-lookup-quote =
    { $n ->
        [zero] للقراءة على المتصل، من أول يوم ممكن:
        [one] للقراءة على المتصل، لسنة واحدة من أول يوم ممكن:
        [two] للقراءة على المتصل، لسنتين من أول يوم ممكن:
        [few] للقراءة على المتصل، لـ { $n } سنوات من أول يوم ممكن:
        [many] للقراءة على المتصل، لـ { $n } سنة من أول يوم ممكن:
       *[other] للقراءة على المتصل، لـ { $n } سنة من أول يوم ممكن:
    }
desk-lookup-quote-longest =
    { $n ->
        [zero] { $worker } خارج الكويت، ولا مدة متاحة.
        [one] { $worker } خارج الكويت، وأطول مدة سنة واحدة.
        [two] { $worker } خارج الكويت، وأطول مدة سنتان.
        [few] { $worker } خارج الكويت، وأطول مدة { $n } سنوات.
        [many] { $worker } خارج الكويت، وأطول مدة { $n } سنة.
       *[other] { $worker } خارج الكويت، وأطول مدة { $n } سنة.
    }
desk-lookup-no-quote = لا يمكن التجديد اليوم لأحد من العمالة المسجّلة.
desk-lookup-button-phone = تصحيح الهاتف
desk-lookup-button-confirm-phone = تأكيد
desk-lookup-button-refuse-phone = رفض
desk-lookup-phone-new = اكتب رقم الهاتف المتنقل الكويتي الجديد. يلزم أن يؤكده موظف آخر قبل اعتماده.
desk-lookup-phone-again = هذا ليس رقم هاتف متنقل كويتيًا: يلزم 8 أرقام، مثل 5XXX XXXX.
desk-lookup-phone-asked = طُلب من زملائك تأكيده. لا يتغيّر شيء قبل ذلك.
desk-lookup-phone-alone = لا يوجد غيرك من الفريق لتأكيده، ولم يتغيّر شيء.
desk-lookup-phone-unseen = هذه البطاقة قديمة. ابحث عن صاحب العمل من جديد أولًا.
desk-lookup-phone-confirm = طلب من { $name }: تغيير الهاتف المسجّل لصاحب الرقم المدني …{ $lastFour } إلى رقم ينتهي بـ { $last }. اسأل { $name } عن هذا الطلب قبل التأكيد: من لديه هذا الهاتف يمكنه إثبات أنه صاحب البيانات.
desk-lookup-phone-corrected = تغيّر الهاتف المسجّل. يلزم التحقق من جديد لمن كان موثّقًا بالهاتف السابق.
desk-lookup-phone-refused = رُفض الطلب ولم يتغيّر شيء. سيصل ذلك إلى من طلب التصحيح.
desk-lookup-phone-asker-corrected = ✅ تم تأكيد طلبك من { $name }: الهاتف المسجّل لصاحب الرقم المدني …{ $lastFour } ينتهي الآن بـ { $last }.
desk-lookup-phone-asker-refused = رُفض طلبك من { $name }: لم يتغيّر الهاتف المسجّل لصاحب الرقم المدني …{ $lastFour } إلى رقم ينتهي بـ { $last }. إن كان المسجّل ما زال خطأ فراجع { $name }.
desk-lookup-phone-own = يلزم أن يؤكده موظف آخر.
desk-lookup-phone-over = تم ذلك من قبل، أو مضى عليه وقت طويل.
desk-lookup-phone-changed = لم يتغيّر شيء: تغيّر الهاتف المسجّل بعد هذا الطلب. ابحث من جديد، واطلب التصحيح مرة أخرى إن لزم.
desk-lookup-phone-own-record = هذا سجلك أنت. يلزم أن يتولى ذلك اثنان غيرك من الفريق.
desk-phone-told-changed = 🔔 غيّر فريقنا هاتفك المسجّل إلى رقم ينتهي بـ { $last }. لعرض بياناتك هنا من جديد، يُرجى التحقق بذلك الرقم.
desk-phone-told-not-you = لم تطلب ذلك؟ اتصل بالخط الساخن فورًا: { $hotline }.
desk-lookup-button-again = بحث من جديد
desk-lookup-unusual-misses =
    { $n ->
        [zero] ⚠️ { $name }: لا عمليات بحث بلا نتيجة أو مرفوضة.
        [one] ⚠️ { $name }: عملية بحث واحدة بلا نتيجة أو مرفوضة خلال ساعة.
        [two] ⚠️ { $name }: عمليتا بحث بلا نتيجة أو مرفوضتان خلال ساعة.
        [few] ⚠️ { $name }: { $n } عمليات بحث بلا نتيجة أو مرفوضة خلال ساعة.
        [many] ⚠️ { $name }: { $n } عملية بحث بلا نتيجة أو مرفوضة خلال ساعة.
       *[other] ⚠️ { $name }: { $n } عملية بحث بلا نتيجة أو مرفوضة خلال ساعة.
    }
desk-lookup-unusual-sponsors =
    { $n ->
        [zero] ⚠️ { $name }: لا عمليات بحث اليوم.
        [one] ⚠️ { $name }: الاطلاع على سجل صاحب عمل واحد خلال يوم.
        [two] ⚠️ { $name }: الاطلاع على سجلَّي صاحبَي عمل خلال يوم.
        [few] ⚠️ { $name }: الاطلاع على سجلات { $n } أصحاب عمل خلال يوم.
        [many] ⚠️ { $name }: الاطلاع على سجلات { $n } صاحب عمل خلال يوم.
       *[other] ⚠️ { $name }: الاطلاع على سجلات { $n } صاحب عمل خلال يوم.
    }
desk-lookup-unusual-limit = ⚠️ { $name }: بلوغ حد الاطلاع، وعدد المرات خلال يوم: { $n }. لا يُعرض المزيد الآن.

## desk, cases: opened by hand, and closed with what was done

desk-case-owed = يُستحق رد { $fils } عن …{ $lastFour }.
desk-case-owed-payment = يُستحق رد { $fils }: دفعة تعذّر احتسابها.
desk-case-owed-foreign = يُستحق رد دفعة بعملة { $currency }، فقد تعذّر احتسابها.
desk-case-note = الملاحظة: { $note }
desk-case-button-open = فتح حالة
desk-case-button-close = إغلاق الحالة { $place }
desk-case-button-refunded = رُدّ مبلغ الحالة { $place }
desk-case-button-history = سجل الحالات
desk-case-history = حالات صاحب العمل هذا، الأحدث أولًا:
desk-case-history-none = لا توجد حالات سابقة لصاحب العمل هذا.
desk-case-history-case = الحالة { $number }: { $what }
desk-case-history-opened = • { $on }: فُتحت
desk-case-history-opened-by = • { $on }: الفتح: { $name }
desk-case-history-closed = • { $on }: أُغلقت
desk-case-history-closed-by = • { $on }: الإغلاق: { $name }
desk-case-history-refunded = • { $on }: رُدّ المبلغ
desk-case-history-refunded-by = • { $on }: رُدّ المبلغ، بتأكيد { $name }
desk-case-history-more =
    { $n ->
        [zero] لا توجد حالات أقدم.
        [one] وحالة واحدة أقدم.
        [two] وحالتان أقدم.
        [few] و{ $n } حالات أقدم.
        [many] و{ $n } حالة أقدم.
       *[other] و{ $n } حالة أقدم.
    }
desk-case-ask-opened = اكتب المطلوب عمله في { $most } حرف أو أقل. يقرؤه زملاؤك ولا يقرؤه صاحب البيانات.
desk-case-ask-closed = اكتب ما تم عمله في { $most } حرف أو أقل. يقرؤه زملاؤك ولا يقرؤه صاحب البيانات.
desk-case-ask-refunded = لا تكمل إلا إذا رُدّ المبلغ فعلًا، فسيصل الخبر إلى من دفع فورًا. اكتب رقم مرجع التحويل لدى البنك وما يلزم معرفته في { $most } حرف أو أقل. لا يقرأ من دفع كلماتك.
desk-case-note-empty = يلزم بضع كلمات، حتى { $most } حرف.
desk-case-note-long = اكتب ذلك في { $most } حرف أو أقل.
desk-case-note-no-reference = ينقص رقم مرجع التحويل لدى البنك: يلزم أن يرد في الملاحظة (حتى { $most } حرف).
desk-case-sure = هل رُدّ المبلغ فعلًا؟ سيصل الخبر إلى من دفع فور التأكيد.
desk-case-button-sure = نعم، رُدّ المبلغ
desk-case-button-unsure = ليس بعد
desk-case-left = لم يتغيّر شيء، والحالة ما زالت مفتوحة.
desk-case-opened = فُتحت الحالة، وتبقى على البطاقة حتى تُغلق.
desk-case-closed = أُغلقت الحالة، وملاحظتك في سجلها.
desk-case-refunded = أُغلقت الحالة بعد رد المبلغ، وسيصل الخبر إلى من دفع.
desk-case-owed-back = لم يتغيّر شيء: في هذه الحالة مبلغ يُستحق رده، ولا تُغلق إلا بعد رده.
desk-case-over = لم يتغيّر شيء: الحالة مغلقة من قبل، أو تغيّر وضعها. ابحث عن صاحب البيانات من جديد.
desk-case-unseen = هذه البطاقة قديمة. ابحث عن صاحب العمل من جديد أولًا.
desk-case-told-refunded = ✅ { $worker }: رُدّ إليك مبلغ { $fils } من { $operator }. لم يصدر التجديد من { $from }.
desk-case-told-refunded-payment = ✅ رُدّ إليك مبلغ { $fils } من { $operator }، وهو الدفعة التي تعذّر احتسابها. لم يتم بها أي تجديد.
desk-case-told-refunded-second = ✅ رُدّ إليك مبلغ { $fils } من { $operator }، وهو الدفعة الثانية. أما ما دُفع أولًا فمحتسب.
desk-case-told-refunded-foreign = ✅ رُدّت إليك الدفعة التي وصلت بعملة { $currency } وتعذّر احتسابها، من { $operator }. لم يتم بها أي تجديد.
desk-case-told-questions = إن لم يصلك المبلغ فاتصل بالخط الساخن { $hotline }.

## desk, consent: full values, and who saw them

desk-consent-glass-broken = ⚠️ { $name }: اطلاع على البيانات الكاملة لسجل (…{ $lastFour }) دون موافقة صاحبه. السبب المذكور: { $reason }
desk-consent-kept = ⚠️ تعذّر سحب رسالة فيها بيانات كاملة، وقد تكون باقية في محادثة { $name } الخاصة.
desk-consent-kept-next = تُعاد المحاولة مدة يومين، وبعدها لا يمكن حذفها. إن كان حساب الخدمة محظورًا هناك فيلزم إلغاء الحظر والكتابة إليه.
desk-dialogue-ended = تُرك ما بدأ قبل ذلك، ولم يُنفَّذ منه شيء.
desk-dialogue-aside = حُفظ ما بدأته مع كل ما كتبته، ويمكنك متابعته خلال ساعة.
desk-dialogue-button-go-on = تابع ما بدأته
desk-dialogue-over = أُجيب عن هذا السؤال أو تُرك من قبل.
desk-dialogue-lookup = يبدو هذا بحثًا، وهنا سؤال مفتوح. أجب عنه، أو اتركه أولًا.
desk-dialogue-button-leave = ترك السؤال
desk-consent-button-ask = طلب البيانات كاملة
desk-consent-button-break = عرض دون موافقة
desk-consent-button-show = عرض لمدة دقيقة
desk-consent-asked = أُرسل السؤال إلى صاحب البيانات في محادثته. سيصلك جوابه هنا، ويسري السؤال 15 دقيقة.
desk-consent-pending = سبق السؤال ولم يصل الجواب بعد. لم يُرسل شيء من جديد.
desk-consent-declined = رفض صاحب البيانات ذلك قبل قليل. لا يُرسل السؤال من جديد قبل ربع ساعة، وبرغبته فقط.
desk-consent-no-chat = صاحب البيانات غير موثّق في أي محادثة يمكن الوصول إليها، فلا يمكن سؤاله هناك.
desk-consent-unseen = هذه البطاقة قديمة. ابحث عن صاحب العمل من جديد أولًا.
desk-consent-unheard = لم يُعرض شيء: لا يوجد الآن من الإشراف من يطّلع على السبب. اطلب موافقة صاحب البيانات بدلًا من ذلك.
desk-consent-coming = تصل البيانات في رسالة مستقلة وتُحذف بعد دقيقة. وهي مسجّلة في سجل الاطلاع، ويمكن لصاحبها رؤية ذلك.
desk-consent-nobody-told = ⚠️ لا مشرف آخر في العمل الآن، فلم يصل خبر ذلك إلى أحد غيرك.
desk-consent-not-allowed = لا توجد موافقة، أو انتهى وقتها. يمكنك السؤال من جديد.
desk-consent-allowed = ✅ وافق صاحب البيانات على عرضها كاملة لك. تسري الموافقة 15 دقيقة من الآن.
desk-consent-refused = لم يوافق صاحب البيانات على عرضها كاملة.
desk-consent-why = اكتب سبب حاجتك إلى البيانات الكاملة دون موافقة صاحبها ({ $n } أحرف على الأقل). يُبلَّغ المشرفون به، ويمكن لصاحبها قراءته.
desk-consent-why-longer = اكتب السبب كاملًا من جديد، في { $n } أحرف على الأقل، ليفهمه المشرف.
desk-consent-shown = 🔒 لاطلاعك أنت، لمدة { $n } ثانية.
desk-consent-sponsor = صاحب العمل: { $name }
desk-consent-phone = الهاتف: { $phone }
desk-consent-worker = العامل / العاملة: { $name }
desk-consent-number = { $number }
desk-consent-question = طلب من { $name } في فريقنا ({ $role }): الاطلاع على بياناتك كاملة.
desk-consent-question-what = وهي الأسماء والأرقام المدنية ورقم هاتفك، وتُعرض لمدة دقيقة. إن لم تتواصل مع فريقنا فاختر «رفض».
button-desk-allow = موافقة
button-desk-refuse = رفض
desk-consent-given = ✅ تمت الموافقة. يمكنك معرفة من اطّلع ومتى من «بياناتي».
desk-consent-not-given = لم تتم الموافقة، ولن يُعرض شيء. وسيُتابع طلبك كما هو.
desk-consent-over = انتهى وقت هذا السؤال. سيصلك من جديد إن لزم الأمر.
desk-consent-button-looks = من اطّلع عليها
desk-consent-looks = من اطّلع على بياناتك من الفريق، الأحدث أولًا:
desk-consent-looks-gravest = ما يخص بياناتك الكاملة وهاتفك المسجّل، خلال آخر { $days } يومًا:
desk-consent-looks-besides = وعدا ذلك، الأحدث أولًا:
desk-consent-no-looks = لم يطّلع أحد من الفريق على بياناتك.
desk-consent-look = • { $on }، { $time }: { $staff } ({ $role }) { $did }
desk-consent-reason = السبب المذكور: { $reason }
desk-consent-more-looks =
    { $n ->
        [zero] ولا شيء قبل ذلك.
        [one] ومرة واحدة قبل ذلك.
        [two] ومرتان قبل ذلك.
        [few] و{ $n } مرات قبل ذلك.
        [many] و{ $n } مرة قبل ذلك.
       *[other] و{ $n } مرة قبل ذلك.
    }
desk-consent-all-looks = وتجدها كلها في نسخة بياناتك.
desk-consent-by-civil-id = – بحث برقم مدني.
desk-consent-by-phone = – بحث برقم هاتف.
desk-consent-by-policy = – بحث برقم وثيقة.
desk-consent-by-receipt = – بحث برقم إيصال.
desk-consent-by-payment = – بحث برقم دفعة.
desk-consent-by-link = – بحث برابط دفع.
desk-consent-by-name = – بحث باسم.
desk-consent-did-looked = – اطلاع على البيانات المخفاة جزئيًا مرة أخرى.
desk-consent-did-taken-over = – تولّي هذه المحادثة وقراءة ما كُتب فيها.
desk-consent-did-consent-asked = – طلب موافقتك على عرض البيانات كاملة.
desk-consent-did-consent-allowed = – موافقة منك على عرض البيانات كاملة.
desk-consent-did-consent-refused = – رفض منك لعرض البيانات كاملة.
desk-consent-did-revealed = – عرض البيانات كاملة لمدة دقيقة بموافقتك.
desk-consent-did-link-sent = – إرسال رابط الدفع أو طريقة التجديد إليك مجددًا.
desk-consent-did-reminders-stopped = – إيقاف التذكير لك.
desk-consent-did-quoted = – إبلاغك ببيان الرسوم.
desk-consent-did-phone-asked = – طلب تصحيح هاتفك المسجّل.
desk-consent-did-phone-corrected = – تأكيد تصحيح هاتفك المسجّل.
desk-consent-did-phone-refused = – رفض تصحيح هاتفك المسجّل.
desk-consent-did-case-opened = – فتح حالة تخص سجلك.
desk-consent-did-case-closed = – إغلاق حالة تخص سجلك.
desk-consent-did-refused = – طلب لم يُسمح به، ولم يُعرض شيء ولم يُنفَّذ.
desk-consent-did-filing-seen = – عرض تجديدك المدفوع، دون بياناتك الكاملة، ضمن ما يُقدَّم إلى الوزارة.
desk-consent-did-filing = – عرض البيانات الكاملة التي يحتاج إليها نموذج الوزارة لتقديم تجديدك.
desk-consent-did-break-glass = – عرض البيانات كاملة لمدة دقيقة دون سؤالك.

## desk, filings

desk-help-file = • معاملات التسجيل: المدفوع الذي يجب تسجيله في نظام الوزارة.
desk-filing-own = لا شيء يُسجَّل من هنا: هذه السجلات هي السجل المعتمد، وتصدر التغطية فور الدفع.
desk-filing-none = لا معاملات بانتظار التسجيل.
desk-filing-title =
    { $n ->
        [zero] لا معاملات بانتظار التسجيل.
        [one] بانتظار التسجيل: معاملة واحدة.
        [two] بانتظار التسجيل: معاملتان، الأقدم أولًا.
        [few] بانتظار التسجيل: { $n } معاملات، الأقدم أولًا.
        [many] بانتظار التسجيل: { $n } معاملة، الأقدم أولًا.
       *[other] بانتظار التسجيل: { $n } معاملة، الأقدم أولًا.
    }
desk-filing-overdue =
    { $n ->
        [zero] لا معاملات متأخرة.
        [one] ⚠️ معاملة واحدة متأخرة، مضى على دفعها أكثر من يومي عمل.
        [two] ⚠️ معاملتان متأخرتان، مضى على دفعهما أكثر من يومي عمل.
        [few] ⚠️ { $n } معاملات متأخرة، مضى على دفعها أكثر من يومي عمل.
        [many] ⚠️ { $n } معاملة متأخرة، مضى على دفعها أكثر من يومي عمل.
       *[other] ⚠️ { $n } معاملة متأخرة، مضى على دفعها أكثر من يومي عمل.
    }
desk-filing-item = { $place }. { $worker }، من { $from }، دُفعت في { $paid }
desk-filing-item-overdue = { $place }. ⚠️ { $worker }، من { $from }، دُفعت في { $paid }، متأخرة
desk-filing-item-claimed = المعاملة لدى { $name }.
desk-filing-one = { $worker }: من { $from } إلى { $until }، { $fils }. دُفعت في { $paid }.
desk-filing-state-paid = لم تُسجَّل بعد.
desk-filing-state-filed = سُجّلت، ويبقى إدخال رقم الوثيقة.
desk-filing-state-issued = صدرت، ورقم الوثيقة:
desk-filing-state-rejected = رفضتها الوزارة. لم يُدفع عنها شيء.
desk-filing-state-conflicted = هذه المدة مشمولة بتغطية أخرى. لم يُدفع عنها شيء.
desk-filing-state-refund-due = لم تصدر، والمبلغ مستحق الرد.
desk-filing-state-refunded = لم تصدر، وقد رُدّ المبلغ.
desk-filing-unclaimed = لا أحد يعمل عليها.
desk-filing-yours = المعاملة لديك منذ { $since }.
desk-filing-with = المعاملة لدى { $name } منذ { $since }.
desk-filing-done-claim = أصبحت المعاملة لديك.
desk-filing-done-file = أُثبت تسجيلها في نظام الوزارة. عند صدور رقم الوثيقة أدخله هنا.
desk-filing-issued = ✅ صدرت الوثيقة، وسيصل رقمها إلى من دفع.
desk-filing-rejected = رُفضت المعاملة. فُتحت حالة لرد المبلغ، وسيصل السبب إلى من دفع.
desk-filing-taken = ⚠️ هذه المدة مشمولة في السجلات بتغطية أخرى، فلم تصدر الوثيقة. فُتحت حالة لرد المبلغ، وسيصل الخبر إلى من دفع.
desk-filing-refused-late = لم يتغيّر شيء: تغيّر وضع المعاملة قبل ذلك.
desk-filing-refused-claimed = لم يتغيّر شيء: المعاملة لدى { $name }. يمكن تولّيها بعد مضي ساعة.
desk-filing-refused-unclaimed = لم يتغيّر شيء: يلزم تولّي المعاملة أولًا.
desk-filing-refused-number-used = رقم الوثيقة هذا لتغطية أخرى. قارن الرقم بنظام الوزارة واكتبه من جديد.
desk-filing-ask-number = اكتب رقم الوثيقة كما يظهر في نظام الوزارة.
desk-filing-number-wrong = هذا ليس رقم وثيقة: يجب أن يضم رقمًا واحدًا على الأقل، ويصل إلى 60 من الحروف والأرقام والعلامات . / _ - مثل HI-2026-000123.
desk-filing-ask-reason = اكتب سبب رفض الوزارة. سيقرأ من دفع هذه الكلمات.
desk-filing-reason-long = اكتب السبب في { $most } حرف أو أقل.
desk-filing-reason-empty = يلزم بضع كلمات، ليفهم من دفع سبب الرفض.
desk-filing-sure-reject = هل تُرفض هذه المعاملة؟ يصبح المبلغ مستحق الرد، وسيقرأ من دفع هذا السبب:
desk-filing-sure-number = هل تصدر الوثيقة بهذا الرقم؟ سيصل الرقم إلى من دفع:
desk-filing-left = لم يتغيّر شيء، ولم يصل شيء إلى أحد.
desk-filing-button-see = { $place }. …{ $lastFour }
desk-filing-button-older = الصفحة التالية
desk-filing-button-newer = الصفحة السابقة
desk-filing-button-queue = إلى القائمة
desk-filing-button-back = رجوع
desk-filing-button-claim = تولّي المعاملة
desk-filing-button-take-over = نقل المعاملة إليّ
desk-filing-button-form = عرض البيانات
desk-filing-button-file = سُجّلت في النظام
desk-filing-button-number = إدخال رقم الوثيقة
desk-filing-button-reject = رفض
desk-filing-button-sure-reject = رفض وإبلاغ من دفع
desk-filing-button-sure-number = إصدار وإبلاغ من دفع
desk-filing-button-unsure = لا، رجوع
desk-filing-form-coming = تصل بيانات النموذج في رسالة مستقلة وتُحذف بعد { $n } دقائق.
desk-filing-form-shown = 🔒 لاطلاعك أنت، لمدة { $n } دقائق.
desk-filing-form-sponsor = صاحب العمل:
desk-filing-form-worker = العامل / العاملة:
desk-filing-form-value = { $value }
desk-filing-form-article = مادة الإقامة: { $article }
desk-filing-form-period = المدة: من { $from } إلى { $until }
desk-filing-form-paid = المدفوع: { $fils }، ورقم الإيصال:
desk-filing-form-kept = سُجّل اطلاعك على هذه البيانات.
desk-owed-title =
    { $n ->
        [zero] لا مبالغ مستحقة الرد.
        [one] 💰 مبلغ واحد مستحق الرد:
        [two] 💰 مبلغان مستحقا الرد:
        [few] 💰 { $n } مبالغ مستحقة الرد:
        [many] 💰 { $n } مبلغًا مستحق الرد:
       *[other] 💰 { $n } مبلغ مستحق الرد:
    }
desk-owed-one = • { $found }، منذ { $since }
desk-owed-more =
    { $n ->
        [zero] ولا شيء غير ذلك.
        [one] ومبلغ آخر.
        [two] ومبلغان آخران.
        [few] و{ $n } مبالغ أخرى.
        [many] و{ $n } مبلغًا آخر.
       *[other] و{ $n } مبلغ آخر.
    }
desk-owed-how = ابحث بكل رقم على حدة، وبعد رد المبلغ اضغط الزر تحت حالته ليُبلَّغ من دفع.
desk-filing-late =
    { $n ->
        [zero] لا معاملات متأخرة.
        [one] ⚠️ معاملة مدفوعة واحدة لم تصدر وثيقتها بعد يومي عمل، ودُفعت في { $oldest }.
        [two] ⚠️ معاملتان مدفوعتان لم تصدر وثيقتاهما بعد يومي عمل. أقدمهما دُفعت في { $oldest }.
        [few] ⚠️ { $n } معاملات مدفوعة لم تصدر وثائقها بعد يومي عمل. أقدمها دُفعت في { $oldest }.
        [many] ⚠️ { $n } معاملة مدفوعة لم تصدر وثائقها بعد يومي عمل. أقدمها دُفعت في { $oldest }.
       *[other] ⚠️ { $n } معاملة مدفوعة لم تصدر وثائقها بعد يومي عمل. أقدمها دُفعت في { $oldest }.
    }
desk-filing-told-issued = ✅ { $worker }: التغطية من { $from } إلى { $until }، وهي مسجَّلة في نظام الوزارة. رقم الوثيقة:
desk-filing-told-issued-quick = ✅ { $worker }: صدر التجديد الذي دفعت رسومه، من { $from } إلى { $until }، وهو مسجَّل في نظام الوزارة.
desk-filing-told-rejected = ⚠️ { $worker }: لم تقبل الوزارة التجديد من { $from }. السبب:
desk-filing-told-reason = { $reason }
desk-filing-told-taken = ⚠️ { $worker }: المدة من { $from } مشمولة الآن بوثيقة أخرى، فلم يصدر التجديد.
desk-filing-told-owed-back = سيُرد إليك مبلغ { $fils }. يتولى ذلك فريق { $operator }، ولا يلزمك فعل شيء. للاستفسار: الخط الساخن { $hotline }.
desk-filing-told-nothing-paid = لم تدفع شيئًا عنه، فلا مبلغ يُرد. للاستفسار: الخط الساخن { $hotline }.
desk-filing-told-filed = 📄 { $worker }: سُجِّل طلب التجديد من { $from } لدى الوزارة.
desk-filing-told-number-by = الخطوة التالية: صدور رقم الوثيقة، في موعد أقصاه { $by }. نرسله إليك هنا.
desk-filing-told-number-follows = الخطوة التالية: صدور رقم الوثيقة. نرسله إليك هنا فور صدوره.
desk-filing-told-issue-by = الخطوة التالية: صدور الوثيقة، في موعد أقصاه { $by }. نخبرك هنا عند صدورها.
desk-filing-told-issue-follows = الخطوة التالية: صدور الوثيقة. نخبرك هنا فور صدورها.
desk-filing-told-late = ⏳ { $worker }: تأخّرنا عليك، ونعتذر. لم يُسجَّل التجديد بعد في نظام الوزارة.
desk-filing-told-late-number = ⏳ { $worker }: تأخّرنا عليك، ونعتذر. سُجِّل طلب التجديد لدى الوزارة، ولم يصدر رقم الوثيقة بعد.
desk-filing-told-late-next = يتابعه فريق { $operator }. الموعد الجديد: { $by } على الأكثر. لا يلزمك فعل شيء، ولا تدفع مرة أخرى.

## desk, handoff: a person takes over a chat

desk-handoff-card = المحادثة { $number }: { $reason }
desk-topic-initials = { $name }
desk-topic-guest = ضيف
desk-topic-reason-asked = طلب موظفًا
desk-topic-reason-misunderstood = لم نفهمه
desk-topic-reason-payment = دفعة
desk-topic-reason-not-mine = عامل ليس لديه
desk-topic-waiting = { $who } · { $reason } · { $time }
desk-topic-owned = { $who } · { $reason } · قيد المتابعة
desk-topic-over = { $who } · { $reason } · مغلقة
desk-handoff-over-before-card = انتهت هذه المحادثة قبل أن تُعرض بطاقتها هنا.
desk-handoff-asked-again = طلب المراجع المساعدة مرة أخرى أثناء الانتظار، وهذا ما يسأل عنه الآن:
desk-handoff-nobody = لا يوجد حساب في هذه المحادثة.
desk-handoff-proved = مسجَّل: آخر الرقم المدني { $lastFour }، وآخر الهاتف { $phone }.
desk-handoff-unproved = حساب غير مُثبَت: آخر الرقم المدني { $lastFour }، وآخر الهاتف { $phone }.
desk-handoff-reason-asked = طلب التحدث مع موظف
desk-handoff-reason-misunderstood = لم يُفهم المطلوب ثلاث مرات متتالية
desk-handoff-reason-payment = دفعة تعذّرت مطابقتها
desk-handoff-reason-not-mine = بلاغ: عامل مسجّل ليس على الكفالة
desk-handoff-worker = بشأن { $worker }.
desk-handoff-missed = لم يفهم الرد الآلي: { $what }
desk-handoff-missed-said = «{ $words }»
desk-handoff-missed-and = { $before } · { $next }
desk-handoff-missed-photo = صورة
desk-handoff-missed-voice = رسالة صوتية
desk-handoff-missed-video = مقطع فيديو
desk-handoff-missed-sticker = ملصق
desk-handoff-missed-location = موقع
desk-handoff-missed-document = ملف
desk-handoff-missed-forwarded = رسالة معاد توجيهها
desk-handoff-missed-other = محتوى لا يُقرأ آليًا
desk-handoff-missed-proof = رد عند إثبات الهاتف
desk-handoff-journey = المرحلة: { $journey }
desk-handoff-journey-at = المرحلة: { $journey } ({ $question })
desk-question-language = اللغة
desk-question-consent = استخدام البيانات
desk-question-check = مراجعة المُدخل
desk-question-phone = إثبات الهاتف
desk-question-name = الاسم
desk-question-email = البريد الإلكتروني
desk-question-gender = الجنس
desk-question-governorate = المحافظة
desk-question-civil-id = الرقم المدني
desk-question-sponsor = الرقم المدني لصاحب العمل
desk-question-worker = تحديد العامل
desk-question-workers = تحديد العمالة
desk-question-years = عدد السنوات
desk-question-accept = الملخّص قبل الدفع
desk-question-start = تاريخ البداية
desk-question-nth = ترتيب العامل لدى صاحب العمل
desk-question-in-kuwait = وجود العامل في الكويت
desk-question-kuwaiti = جنسية صاحب العمل
desk-question-left = هل غادر العامل
desk-question-sure = هل هذا هو المقصود
desk-question-until = تاريخ انتهاء التغطية
desk-question-unfollow = إيقاف متابعة عامل
desk-question-erase = حذف البيانات
desk-question-when = موعد التذكير
desk-question-chat = محادثة التذكير
desk-handoff-trouble-declined = رفض البنك آخر محاولة دفع.
desk-handoff-trouble-cancelled = أُلغيت آخر محاولة دفع.
desk-handoff-trouble-expired = انتهت مهلة آخر محاولة دفع.
desk-handoff-trouble-unknown = لم يُفد البنك بعد بنتيجة آخر محاولة دفع.
desk-handoff-trouble-conflicted = تعذّرت مطابقة آخر دفعة، وهناك حالة مفتوحة.
desk-handoff-case = ⚠️ { $what }: يُستحق رد { $fils }.
desk-handoff-case-news = استجدّ أمر في هذه المحادثة: { $what }.
desk-handoff-case-foreign = ⚠️ { $what }: يُستحق رد دفعة بعملة { $currency }.
desk-handoff-quote-payment = الدفعة المقصودة: { $total }
desk-handoff-quote-asked = آخر مبلغ طُلب دفعه: { $total }
desk-handoff-quote-paid = آخر مبلغ دُفع: { $total }، في { $on }
desk-handoff-quote-read = آخر بيان رسوم عُرض ولم يُقبل بعد: { $total }
desk-handoff-not-on-record = عامل غير مسجّل
desk-handoff-quote-more =
    { $n ->
        [zero] • لا غير
        [one] • وعامل آخر
        [two] • وعاملان آخران
        [few] • و{ $n } عمال آخرين
        [many] • و{ $n } عاملًا آخر
       *[other] • و{ $n } عامل آخر
    }
desk-handoff-quote-line = • { $worker }: من { $from } إلى { $until }، { $fee }، وفق القاعدة { $rule }
desk-handoff-language-ar = اللغة: العربية
desk-handoff-language-en = اللغة: الإنجليزية
desk-handoff-waiting-since = { $language }. في الانتظار منذ { $moment }
desk-handoff-button-claimed = تولّي المحادثة
desk-handoff-button-ready = ردود جاهزة
desk-handoff-button-give = تسليم لزميل
desk-handoff-button-open = فتح المحادثة
desk-handoff-button-put-back = إعادة للانتظار
desk-handoff-button-close = إغلاق
desk-handoff-button-withdraw = سحب
desk-handoff-close-solved = تم الحل
desk-handoff-close-passed-on = أُحيلت
desk-handoff-close-no-reply = لا رد
desk-handoff-close-not-ours = ليست من اختصاصنا
desk-handoff-close-why = ما سبب الإغلاق؟
desk-trail-title = ما جرى قبل ذلك:
desk-trail-journey = { $journey }
desk-trail-step = • { $time } · { $question }
desk-trail-step-said = • { $time } · { $question }: { $said }
desk-trail-quote-read = • { $moment } · عرض الرد الآلي بيان رسوم: { $total }
desk-trail-link-sent = • { $moment } · أرسل الرد الآلي رابط دفع: { $total }
desk-trail-paid = • { $moment } · أبلغ الرد الآلي بوصول الدفع: { $total }
desk-trail-paid-receipt = • { $moment } · أبلغ الرد الآلي بوصول الدفع: { $total }، والإيصال { $receipt }
desk-handoff-claimed = هذه المحادثة لدى { $name } الآن. كل رسالة من { $name } هنا تصل إلى المراجع، وعلامة 👍 عليها تعني أنها أُرسلت. ما يبدأ بـ // ملاحظة للزملاء. لسحب رسالة، ردّ عليها بكلمة «اسحب».
desk-handoff-handed-over = انتقلت هذه المحادثة من { $name } إلى { $to }.
desk-handoff-given = انتقلت إليك المحادثة { $number } من { $name }. ما تكتبه في مكانها في مجموعة الفريق يصل الآن إلى المراجع.
desk-handoff-put-back = أُعيدت هذه المحادثة إلى الانتظار، وكانت لدى { $name }.
desk-handoff-owner-left = لم يعد موظف هذه المحادثة في العمل، فعادت إلى الانتظار.
desk-handoff-unanswered = مضى يوم دون ردّ على صاحب المحادثة، فعادت إلى الانتظار.
desk-handoff-cancelled = ألغى صاحب المحادثة طلبه.
desk-handoff-closed = أُغلقت هذه المحادثة ({ $name }): { $reason }. يجيب الرد الآلي هناك من جديد.
desk-handoff-day-over = مضى يوم دون أي رسالة في هذه المحادثة فأُغلقت. يجيب الرد الآلي هناك من جديد.
desk-handoff-erased = حُذفت بيانات المراجع بطلب منه، وأُغلقت هذه المحادثة.
desk-handoff-case-over = انتهى ما فُتحت هذه المحادثة من أجله فأُغلقت، ولا حاجة إلى أن يتولاها أحد.
desk-handoff-idle = { $name }، لم يصل منك شيء هنا منذ 15 دقيقة. هل ما زلت تتابع المحادثة؟
desk-handoff-unclaimed = ⏳ لم يتولَّ أحد هذه المحادثة منذ 5 دقائق:
desk-handoff-queue-empty = لا أحد ينتظر موظفًا.
desk-handoff-queue-title =
    { $n ->
        [zero] لا محادثات.
        [one] محادثة واحدة:
        [two] محادثتان، المنتظرة قبل غيرها:
        [few] { $n } محادثات، المنتظرة قبل غيرها:
        [many] { $n } محادثة، المنتظرة قبل غيرها:
       *[other] { $n } محادثة، المنتظرة قبل غيرها:
    }
desk-handoff-queue-more =
    { $n ->
        [zero] ولا محادثة غيرها.
        [one] ومحادثة أخرى.
        [two] ومحادثتان أخريان.
        [few] و{ $n } محادثات أخرى.
        [many] و{ $n } محادثة أخرى.
       *[other] و{ $n } محادثة أخرى.
    }
desk-handoff-queue-waiting = { $number } · { $reason } · منذ { $moment } · في الانتظار
desk-handoff-queue-owned = { $number } · { $reason } · منذ { $moment } · { $name }
desk-handoff-button-claim-number = تولّي { $number }
desk-handoff-refused-waiting = لا أحد يتولى هذه المحادثة الآن. تولَّها أولًا.
desk-handoff-refused-no-card = تعذّر عرض هذه المحادثة في مجموعة الفريق الآن، فلم يتغيّر شيء. اضغط من جديد بعد دقيقة.
desk-handoff-refused-gone = لم تعد تلك المحادثة في الانتظار.
desk-handoff-refused-owned = تلك المحادثة لدى { $name }.
desk-handoff-refused-nobody-there = ذلك الزميل ليس في العمل. لم يتغيّر شيء.
desk-handoff-refused-own = لا يمكنك تولّي محادثتك أنت أو نقلها. يمكن ذلك لزميل آخر.
desk-handoff-refused-busy = الرد الآلي يجيب هناك الآن. اضغط من جديد بعد لحظة.
desk-handoff-moved = المحادثة { $number }: تم. تُتابع في مجموعة الفريق.
desk-handoff-answer-said-ar = ✓ أُرسلت بالعربية: { $text }
desk-handoff-answer-said-en = ✓ أُرسلت بالإنجليزية: { $text }
desk-handoff-sent = ✓ أُرسلت
desk-handoff-sent-edited = ✓ عُدّلت هناك أيضًا
desk-handoff-word-withdraw = اسحب
desk-handoff-withdrawn-taken-back = سُحبت الرسالة، وستُزال من محادثة المراجع. ربما قُرئت قبل ذلك.
desk-handoff-withdrawn-never-sent = لم تُرسل: لم تكن الرسالة قد خرجت بعد، ولن تصل إلى المراجع.
desk-handoff-withdrawn-none = ليست هذه رسالة لك يمكن سحبها. لسحب رسالة، ردّ عليها بكلمة «اسحب».
desk-handoff-noted = حُفظت ملاحظةً للزملاء.
desk-handoff-not-sent-owned = لم تُرسل: المحادثة لدى { $name }. للملاحظات بين الزملاء ابدأ بـ //.
desk-handoff-not-sent-nobody = لم تُرسل: تولَّ المحادثة أولًا. للملاحظات بين الزملاء ابدأ بـ //.
desk-handoff-not-sent-edit = لم تُعدَّل هناك: تلك الرسالة لم تُرسل أصلًا.
desk-handoff-not-sent-kind = لم تُرسل: لا يمكن تمرير غير النص والصور والمستندات والرسائل الصوتية.
desk-handoff-not-sent-whole = لم تُرسل: فيها رقم مدني أو رقم هاتف متنقل أو رابط من روابطنا كاملًا. اكتبها من جديد بآخر الأرقام فقط: 4 من الرقم المدني و3 من رقم الهاتف. للبحث عن أحد، اكتب في محادثتك الخاصة مع هذه الخدمة.
desk-handoff-not-sent-edit-whole = لم تُعدَّل هناك: في الصياغة الجديدة رقم مدني أو رقم هاتف متنقل أو رابط من روابطنا كاملًا، وما زالت الصياغة السابقة لدى المراجع. اكتب آخر الأرقام فقط: 4 من الرقم المدني و3 من رقم الهاتف.
desk-handoff-lost-blocked = ⚠️ لم تصل الرسالة: حظر المراجع هذه الخدمة أو أغلق حسابه. اتصل به إن كان رقمه لديك.
desk-handoff-lost-refused = ⚠️ لم تصل الرسالة لأنها لم تُقبل. أرسلها بصياغة أخرى، أو اتصل بالمراجع.
desk-handoff-lost-unknown = ⚠️ ربما لم تصل الرسالة، فلم يصلنا تأكيد. اسأل المراجع إن كانت قد وصلت قبل أن تعيد إرسالها.
desk-handoff-lost-edit = ⚠️ ربما لم يصل تعديلك إلى المراجع. أرسل الصياغة الصحيحة في رسالة جديدة.
desk-handoff-lost-withdrawal = ⚠️ سحب الرسالة غير مؤكد، وربما لا تزال ظاهرة للمراجع. اسأله، وصحّح ما ورد فيها من خطأ.
desk-handoff-lost-here = ⚠️ وصل من المراجع ما تعذّر عرضه هنا. اطلب إعادة إرساله نصًّا، أو اتصل به.
desk-handoff-not-sent-command = لم تُرسل: ما يبدأ بـ / يُعدّ أمرًا. اكتبها دون /.
desk-handoff-note-sent-before = حُفظت ملاحظةً للزملاء، لكن ما كتبته من قبل ما زال ظاهرًا للمراجع. لسحبه، ردّ على تلك الرسالة بكلمة «اسحب».
desk-handoff-again = (ربما ظهرت هنا من قبل:)
desk-handoff-again-changed = (عُدّلت من المراجع إلى:)
desk-handoff-not-shown = ⚠️ تعذّر عرض ما يخص المحادثة { $number } في مجموعة الفريق. تحقّق من أن الرد الآلي ما زال يستطيع الكتابة هناك وإدارة المواضيع. ولمعرفة من يتولى المحادثة أرسل /queue.
desk-group-shut-out = ⚠️ لم يعد الرد الآلي قادرًا على الكتابة في مجموعة الفريق. أضفه إليها من جديد مشرفًا، واكتب فيها /desk here، وسيُعرض هناك ما كتبه الناس في هذه الأثناء.
desk-group-muted = ⚠️ الرد الآلي موجود في مجموعة الفريق، لكن لا يُسمح له بالكتابة فيها. اسمح للأعضاء بإرسال الرسائل، أو اجعل الرد الآلي مشرفًا. ما يكتبه المراجعون محفوظ، ويُعرض خلال دقيقة بعد ذلك.
desk-group-no-topics = ⚠️ لا يملك الرد الآلي صلاحية فتح المواضيع في مجموعة الفريق، فتظهر المحادثات هناك تباعًا في مكان واحد. يُرجى منحه صلاحية إدارة المواضيع.
desk-handoff-give-to = إلى من؟
desk-handoff-give-nobody = لا أحد غيرك في العمل.
desk-handoff-colleague = { $name }
desk-handoff-answers = أيّ رد؟
desk-handoff-person-pressed = (ضغط المراجع أحد أزرار الرد الآلي، ولم يُنفَّذ شيء.)
desk-handoff-person-contact = (شارك المراجع رقمًا ينتهي بـ { $phone }.)
desk-handoff-person-other = (أرسل المراجع ما لا يمكن تمريره.)
desk-handoff-person-says = 👤 المراجع:
desk-handoff-held = ما زال المراجع يكتب. يُحفظ ما يصل الآن، ويُعرض هنا عندما يتولى أحد الزملاء المحادثة.
desk-handoff-held-words = { $time } · { $words }
desk-handoff-automatic = هذه رسالة آلية:
desk-handoff-begins = تتحدث الآن مع { $name }، أحد موظفي { $operator }. يتوقف الرد الآلي هنا حتى نهاية المحادثة.
desk-handoff-goes-on = تتحدث الآن مع { $name }.
desk-handoff-waits-again = سيتابع معك موظف آخر، ونعتذر عن الانتظار. وإلى ذلك الحين يجيب الرد الآلي.
desk-handoff-ends = انتهت هذه المحادثة. يجيب الرد الآلي هنا من جديد.
desk-handoff-ends-after-day = مضى يوم على ردّنا دون رسالة منك، فانتهت هذه المحادثة. يجيب الرد الآلي هنا من جديد، ويمكنك طلب موظف في أي وقت.
desk-handoff-closed-unheard = أغلق فريق { $operator } طلبك رقم { $number } دون محادثة هنا. إن بقيت المسألة قائمة فيمكنك طلب موظف من جديد.
desk-handoff-helped-ask = هل أفادتك هذه المحادثة؟
desk-handoff-answer-greeting-button = ترحيب
desk-handoff-answer-greeting = مرحبًا بك. كيف يمكننا مساعدتك؟
desk-handoff-answer-moment-button = لحظة
desk-handoff-answer-moment = لحظة من فضلك، نراجع الأمر الآن.
desk-handoff-answer-documents-button = المستندات
desk-handoff-answer-documents = يلزم للتجديد رقمك المدني والرقم المدني للعامل، ولا حاجة إلى إحضار أي أوراق.
desk-handoff-answer-paid-button = وصلت الدفعة
desk-handoff-answer-paid = وصلت دفعتك. الإيصال في هذه المحادثة، ويمكنك عرضه من جديد بالأمر /pay.
desk-handoff-answer-bank-button = لم يرد البنك
desk-handoff-answer-bank = لم يصلنا ردّ البنك بعد. لم يضِع شيء، ويُرجى عدم الدفع مرة أخرى الآن.
desk-handoff-answer-anything-else-button = شيء آخر؟
desk-handoff-answer-anything-else = هل من شيء آخر يمكننا مساعدتك فيه؟
desk-help-see-queue = • المحادثات المنتظرة: من ينتظر، ومع من كل محادثة.

## desk, stats

desk-help-see-stats = • الإحصاءات: مدة انتظار الناس للفريق، بالأرقام والرسم البياني.
desk-stats-now = في الانتظار الآن: { $waiting }. لدى الفريق: { $owned }.
desk-stats-none =
    { $days ->
        [zero] لم يطلب أحد التحدث إلى موظف اليوم.
        [one] لم يطلب أحد التحدث إلى موظف في آخر يوم.
        [two] لم يطلب أحد التحدث إلى موظف في آخر يومين.
        [few] لم يطلب أحد التحدث إلى موظف في آخر { $days } أيام.
        [many] لم يطلب أحد التحدث إلى موظف في آخر { $days } يومًا.
       *[other] لم يطلب أحد التحدث إلى موظف في آخر { $days } يوم.
    }
desk-stats-title =
    { $n ->
        [zero] من { $from } إلى { $until } لم يطلب أحد موظفًا.
        [one] من { $from } إلى { $until } طلب شخص واحد موظفًا.
        [two] من { $from } إلى { $until } طلب شخصان موظفًا.
        [few] من { $from } إلى { $until } طلب { $n } أشخاص موظفًا.
        [many] من { $from } إلى { $until } طلب { $n } شخصًا موظفًا.
       *[other] من { $from } إلى { $until } طلب { $n } شخص موظفًا.
    }
desk-stats-answer = أول رد: نصف الطلبات خلال { $half }، و9 من كل 10 خلال { $most }.
desk-stats-close = الانتهاء: نصف الطلبات خلال { $half }، و9 من كل 10 خلال { $most }.
desk-stats-helped = هل أفادت المحادثة؟ عدد من أجاب بنعم: { $yes }، ومجموع الإجابات: { $said }.
desk-stats-agents = بحسب الزملاء: عدد المحادثات، ثم أول رد في العادة، ثم مدة الانتهاء في العادة
desk-stats-agent = • { $name }: { $n }، { $answer }، { $close }
span-minutes =
    { $minutes ->
        [zero] أقل من دقيقة
        [one] دقيقة واحدة
        [two] دقيقتين
        [few] { $minutes } دقائق
        [many] { $minutes } دقيقة
       *[other] { $minutes } دقيقة
    }
span-hours = { $hours } س { $minutes } د
desk-chart-opened = عدد من طلبوا موظفًا في كل يوم
desk-chart-answer-minutes = الدقائق حتى أول رد في كل يوم
desk-chart-answer-hours = الساعات حتى أول رد في كل يوم
desk-chart-close-minutes = الدقائق حتى الانتهاء في كل يوم
desk-chart-close-hours = الساعات حتى الانتهاء في كل يوم
desk-chart-half = نصف الطلبات خلالها
desk-chart-most = تسعة من كل عشرة خلالها
